"""A mail printed, exported, opened from a file, its source looked at: through the real page."""

from __future__ import annotations

import mailbox
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mail import Attachment, PrivateCopies
from tests.mail.builders import a_mime
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import PROJECT
from tests.ui.mail_page.sample_files import a_pdf
from tests.ui.waiting import wait_until
from ui.mail_page.dropped_mails import dropped_mails
from ui.mail_page.mail_window import MailWindow
from ui.mail_page.printing import PrintPreview, head_html
from ui.mail_page.reader import Reader
from ui.mail_page.source_window import SourceWindow

W = TypeVar("W", bound=QWidget)


def window(kind: type[W]) -> Callable[[], W | None]:
    return lambda: next(iter(_shown(kind)), None)


def _shown(kind: type[W]) -> list[W]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


@pytest.fixture(autouse=True)
def _close_windows() -> object:
    yield
    for one in QApplication.topLevelWidgets():
        if isinstance(one, MailWindow | SourceWindow | PrintPreview):
            one.close()


def test_a_mail_is_looked_at_before_it_is_printed_and_saved_as_pdf(
    desk: MailDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    desk.box.add("a", "Về việc họp giao ban", text="Kính gửi các đơn vị.\n" * 80, attachments=(("a.pdf", b"x"),))
    desk.open()
    desk.stand_on(0)
    desk.page.actions_by_name["print"].trigger()
    preview = wait_until(window(PrintPreview))
    assert preview.pages.document.pageCount() >= 2
    words = preview.pages.document.getAllText(0).text()
    for one in ("Bộ Lao động", "Từ:", "Vũ Hoàng Nam <nam.vh@boldptxh.example>", "Đến:", "Ngày:", "Tiêu đề:", "a.pdf"):
        assert one in words
    assert not [path for path in (tmp_path / "opened").rglob("*") if path.is_file()], "nothing printable stays"
    preview.save_pdf(tmp_path / "in.pdf")
    assert (tmp_path / "in.pdf").read_bytes().startswith(b"%PDF")
    assert any("Đã lưu “in.pdf”" in one for one in desk.words_said())
    assert PrivateCopies(tmp_path, "").wipe()


def test_what_stands_in_the_head_on_paper_is_never_markup(desk: MailDesk) -> None:
    desk.box.add("a", "<script>x</script> & <b>đậm</b>", attachments=(("<img src=x>.pdf", b"x"),))
    message = desk.box.messages["a"]  # type: ignore[index]
    html = head_html(message, "Bộ <i>", [Attachment(0, "<img src=x>", "a/b", 1)])
    assert "<script" not in html and "<img" not in html and "<i>" not in html and "&lt;script" in html


def test_the_source_can_be_searched(desk: MailDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    mime = a_mime("Thư gốc", "Nội dung")
    monkeypatch.setattr(desk.box, "mime", lambda item_id: mime)
    desk.box.add("a", "Thư gốc")
    desk.open()
    desk.stand_on(0)
    desk.page.actions_by_name["source"].trigger()
    shown = wait_until(window(SourceWindow))
    assert "Message-ID:" in shown.headers.toPlainText() and "Content-Type" in shown.headers.toPlainText()
    assert len(shown.whole.toPlainText()) > len(shown.headers.toPlainText())
    shown.words.setText("example")
    assert shown.told.text().startswith("1/")
    shown.words.setText("không hề có")
    assert shown.told.text() == "không thấy"


def test_an_eml_file_opens_in_a_window_of_its_own_and_its_attachment_too(desk: MailDesk, tmp_path: Path) -> None:
    inner = a_mime("Thư bên trong", "Chữ bên trong")
    path = tmp_path / "thư.eml"
    outer = a_mime("Thư ngoài", "Chữ ngoài", attachment=inner, attachment_name="trong.eml")
    path.write_bytes(outer.replace(b"application/pdf", b"application/octet-stream"))
    desk.open()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://xau.example/a.eml"), QUrl.fromLocalFile("/a.txt")])
    assert dropped_mails(carried) == [path]
    desk.page.side.windows.open_file(path)
    shown = wait_until(window(MailWindow))
    wait_until(lambda: "Chữ ngoài" in shown.reader.body.toPlainText())
    assert shown.windowTitle() == "Thư ngoài" and shown.reader.head.subject.text() == "Thư ngoài"
    shown.reader.attachments.buttons[0].click()
    wait_until(lambda: len(_shown(MailWindow)) == 2)
    inside = next(one for one in _shown(MailWindow) if one is not shown)
    wait_until(lambda: "Chữ bên trong" in inside.reader.body.toPlainText())
    shown.actions_by_name["reply"].trigger()
    composer = wait_until(lambda: next(iter(desk.page.writing.open_composers.values()), None))
    assert composer.subject.text() == "Re: Thư ngoài"


def test_a_pdf_of_an_eml_file_is_shown_and_saved(desk: MailDesk, tmp_path: Path) -> None:
    path = tmp_path / "thư.eml"
    path.write_bytes(a_mime("Có tệp", "Chữ", attachment=a_pdf(2), attachment_name="../../kế hoạch.pdf"))
    desk.open()
    desk.page.side.windows.open_file(path)
    shown = wait_until(window(MailWindow))
    wait_until(lambda: shown.reader.attachments.buttons)
    shown.reader.attachments.buttons[0].click()
    wait_until(
        lambda: shown.reader.place.preview is not None and shown.reader.place.preview.place.text() == "Trang 1/2"
    )
    (tmp_path / "đích").mkdir()
    shown.reader.save_attachments([0], tmp_path / "đích")
    saved = wait_until(lambda: list((tmp_path / "đích").iterdir()))
    assert saved[0].read_bytes().startswith(b"%PDF")


def test_a_file_that_is_none_is_said_so(desk: MailDesk, tmp_path: Path) -> None:
    desk.open()
    desk.page.side.windows.open_file(tmp_path / "không có.eml")
    wait_until(lambda: any("Không mở được tệp “không có.eml”" in one for one in desk.words_said()))


def test_a_list_is_exported_and_what_is_not_here_is_said(
    desk: MailDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mimes = {"a": a_mime("Một"), "b": a_mime("Hai"), "c": None}
    monkeypatch.setattr(desk.box, "mime", mimes.get)
    for place, name in enumerate(mimes):
        desk.box.add(name, f"Thư {name}", minutes_ago=place)
    desk.open()
    side = desk.page.side
    assert side._shown.all_ids() == ["a", "b", "c"]
    side.exporting.to_mbox(side._shown.all_ids(), tmp_path / "thu.mbox")
    wait_until(lambda: any("Đã xuất 2 thư vào “thu.mbox”. 1 thư chưa tải" in one for one in desk.words_said()))
    read = mailbox.mbox(tmp_path / "thu.mbox")
    assert len(read) == 2
    read.close()
    (tmp_path / "eml").mkdir()
    side.exporting.to_eml(["a", "b"], tmp_path / "eml")  # type: ignore[list-item]
    wait_until(lambda: any("Đã xuất 2 thư vào “eml”" in one for one in desk.words_said()))
    assert len(list((tmp_path / "eml").glob("*.eml"))) == 2
    side.exporting.to_mbox(["a"], tmp_path / "khong" / "co.mbox")  # type: ignore[list-item]
    wait_until(lambda: any("không ghi được vào chỗ đã chọn" in one for one in desk.words_said()))


def test_any_mail_opens_in_a_window_of_its_own(desk: MailDesk) -> None:
    desk.box.add("a", "Riêng một cửa sổ")
    desk.open()
    desk.stand_on(0)
    desk.page.actions_by_name["window"].trigger()
    shown = wait_until(window(MailWindow))
    wait_until(lambda: "Kính gửi chị" in shown.reader.body.toPlainText())


def test_the_size_of_letters_follows_wheel_and_keys_and_is_remembered(desk: MailDesk) -> None:
    desk.box.add("a", "Chữ nhỏ quá")
    desk.open()
    desk.stand_on(0)
    body = desk.page.reader.body
    point = QPointF(20, 20)
    wheel = QWheelEvent(
        point,
        point,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(body.text_view.viewport(), wheel)
    assert body.zoom == pytest.approx(1.1)
    QTest.keyClick(desk.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert body.zoom == pytest.approx(1.21)
    assert Reader(desk.tools).body.zoom == pytest.approx(1.21, abs=0.01)
    QTest.keyClick(desk.page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert body.zoom == 1.0


def test_a_folder_is_exported_whole_whatever_the_list_shows(
    desk: MailDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    mimes = {"a": a_mime("Một"), "b": a_mime("Hai"), "c": a_mime("Ba")}
    monkeypatch.setattr(desk.box, "mime", mimes.get)
    desk.box.add("a", "Một", minutes_ago=3)
    desk.box.add("b", "Hai", folder=PROJECT, minutes_ago=2)
    desk.box.add("c", "Ba", folder=PROJECT, minutes_ago=1)
    desk.open()
    desk.page.side.folder_deeds.export(desk.page.folder_list.folders[PROJECT])
    dialog = wait_until(lambda: desk.page.findChild(QFileDialog))
    dialog.fileSelected.emit(str(tmp_path / "du an.mbox"))
    dialog.close()
    wait_until(lambda: any("Đã xuất 2 thư" in words for words in desk.words_said()))
    read = mailbox.mbox(tmp_path / "du an.mbox")
    assert sorted(one["Message-ID"] is not None or one["Subject"] is not None for one in read) == [True, True]
    read.close()
