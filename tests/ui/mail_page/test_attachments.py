"""Attachments looked at inside the reader, dragged out and opened elsewhere: through the real page."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from mail import ItemId, PrivateCopies
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.sample_files import a_docx, a_pdf, a_png
from tests.ui.waiting import wait_until
from ui.mail_page.attachment_bar import DraggedChip
from ui.mail_page.preview.attachment_view import AttachmentView
from ui.mail_page.preview.picture_page import read_picture


def looking_at(desk: MailDesk, name: str, content: bytes) -> AttachmentView:
    desk.box.add("a", "Có tệp kèm theo", attachments=((name, content),))
    desk.open()
    desk.stand_on(0)
    desk.page.reader.attachments.buttons[0].click()
    return wait_until(lambda: _shown(desk))


def _shown(desk: MailDesk) -> AttachmentView | None:
    reader = desk.page.reader
    return reader.place.preview if reader.place.preview is not None and reader.place.preview.isVisible() else None


def questions(desk: MailDesk) -> list[QMessageBox]:
    return [box for box in desk.page.findChildren(QMessageBox) if box.isVisible()]


def test_a_pdf_is_read_page_by_page_enlarged_and_searched(desk: MailDesk) -> None:
    view = looking_at(desk, "Công văn.pdf", a_pdf(3))
    assert view.place.text() == "Trang 1/3" and view.name.text() == "Công văn.pdf"
    QTest.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: view.place.text() == "Trang 2/3")
    assert view.pdf is not None
    before = view.pdf._fitting_zoom()
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.pdf.view.zoomFactor() == pytest.approx(before * 1.2)
    view.words.setText("trang 3")
    wait_until(lambda: view.found.text() == "1/1")
    wait_until(lambda: view.place.text() == "Trang 3/3")
    view.words.setText("khong co trong tep")
    wait_until(lambda: view.found.text() == "không thấy")


def test_escape_goes_back_to_the_mail_and_nothing_stays_in_memory(desk: MailDesk) -> None:
    view = looking_at(desk, "a.pdf", a_pdf(1))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible() and desk.page.reader.body.isVisible()
    assert view.pdf is not None and view.pdf.document.pageCount() == 0


def test_another_mail_ends_the_preview(desk: MailDesk) -> None:
    desk.box.add("b", "Thư khác", minutes_ago=5)
    view = looking_at(desk, "a.txt", b"xin chao")
    desk.stand_on(1)
    assert not view.isVisible()


def test_an_attachment_she_looks_at_stays_when_day_turns_to_night(desk: MailDesk) -> None:
    view = looking_at(desk, "a.pdf", a_pdf(1))
    QApplication.sendEvent(desk.page.reader, QEvent(QEvent.Type.PaletteChange))
    assert view.isVisible() and not desk.page.reader.body.isVisible()


@pytest.mark.parametrize("content", [b"%PDF-1.7 khong phai", a_docx("x")[:40] + b"%PDF-1.4\n%%EOF"])
def test_a_broken_pdf_is_said_to_be_one(desk: MailDesk, content: bytes) -> None:
    desk.box.add("a", "Hỏng", attachments=(("hỏng.pdf", content),))
    desk.open()
    desk.stand_on(0)
    desk.page.reader.attachments.buttons[0].click()
    wait_until(lambda: any("hỏng hoặc không đúng dạng" in words for words in desk.words_said()))
    assert _shown(desk) is None and desk.page.reader.body.isVisible()


def test_a_picture_is_fitted_and_enlarged(desk: MailDesk) -> None:
    view = looking_at(desk, "ảnh.png", a_png(4000, 3000))
    assert view.picture.isVisible() and not view.words.isVisible()
    fitted = view.picture.transform().m11()
    assert 0 < fitted < 1
    view.zoom_in.click()
    assert view.picture.transform().m11() == pytest.approx(fitted * 1.2)
    QTest.keySequence(view, QKeySequence("Ctrl+0"))
    assert view.picture.transform().m11() == pytest.approx(fitted)


def test_a_picture_that_pretends_to_be_huge_is_not_decoded() -> None:
    png = bytearray(a_png(8, 8))
    png[16:24] = (60_000).to_bytes(4, "big") * 2
    assert read_picture(bytes(png)) is None
    assert read_picture(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") is None
    assert read_picture(b"\x89PNG\r\n\x1a\n" + b"x" * 50) is None
    large = read_picture(a_png(9000, 4000))
    assert large is not None and large.width() * large.height() <= 24_100_000


def test_a_text_is_shown_with_its_marks_and_searched(desk: MailDesk) -> None:
    view = looking_at(desk, "ghi chép.txt", "Kính gửi.\nBáo cáo một, báo cáo hai.".encode("utf-16"))
    assert "báo cáo hai" in view.text.toPlainText()
    view.words.setText("báo cáo")
    assert view.found.text() == "1/2"
    QTest.keyClick(view, Qt.Key.Key_F3)
    assert view.found.text() == "2/2"


def test_a_docx_is_shown_as_its_words(desk: MailDesk) -> None:
    view = looking_at(desk, "Tờ trình.docx", a_docx("Kính trình Bộ trưởng", "Về việc sắp xếp đơn vị"))
    assert "Về việc sắp xếp đơn vị" in view.text.toPlainText()
    assert "Chỉ xem chữ" in view.remark.text()


def test_what_cannot_be_shown_is_asked_about(desk: MailDesk) -> None:
    desk.box.add("a", "Lạ", attachments=(("số liệu.bin", b"\x00\x01\x02" * 50),))
    desk.open()
    desk.stand_on(0)
    desk.page.reader.attachments.buttons[0].click()
    box = wait_until(lambda: questions(desk)[:1])[0]
    assert "số liệu.bin" in box.text()
    assert [button.text() for button in box.buttons()].count("Lưu…") == 1
    box.close()


def test_another_program_gets_a_private_copy_that_is_wiped(
    desk: MailDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()) or True)
    desk.box.add("a", "Bảng", attachments=(("../số liệu.xlsx", b"CANARY"),))
    desk.open()
    desk.stand_on(0)
    desk.page.reader.deeds.open_elsewhere(0)
    wait_until(lambda: opened)
    path = Path(opened[0])
    assert path.read_bytes() == b"CANARY" and path.is_relative_to(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert PrivateCopies(tmp_path, "").wipe() and not path.exists()


class Dragging:
    """A chip held and moved by the mouse, and what left the window; the system's own loop of a drag is not entered."""

    def __init__(self, desk: MailDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left: list[Path] = []
        self.reads = 0
        self.may_read = threading.Event()
        self._desk = desk
        content = desk.box.attachment_content

        def slow(item_id: ItemId, index: int) -> bytes:
            self.reads += 1
            assert self.may_read.wait(20)
            return content(item_id, index)

        def gone(drag: QDrag, *_: object) -> Qt.DropAction:
            self.left.append(Path(drag.mimeData().urls()[0].toLocalFile()))
            return Qt.DropAction.CopyAction

        monkeypatch.setattr(desk.box, "attachment_content", slow)
        monkeypatch.setattr(QDrag, "exec", gone)

    @property
    def chip(self) -> DraggedChip:
        return self._desk.page.reader.attachments.buttons[0]

    def pull(self) -> None:
        QTest.mousePress(self.chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        for far in (30, 60, 90):
            place = QPointF(5 + far, 5)
            held = Qt.MouseButton.LeftButton
            event = QMouseEvent(
                QEvent.Type.MouseMove, place, self.chip.mapToGlobal(place), held, held, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(self.chip, event)

    def let_go(self) -> None:
        QTest.mouseRelease(self.chip, Qt.MouseButton.LeftButton, pos=QPoint(95, 5))


def test_dragging_out_carries_the_file_and_never_holds_the_window_up(
    desk: MailDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    desk.box.add("a", "Kèm", attachments=(("Kế hoạch 1.pdf", b"%PDF-x"),))
    desk.open()
    desk.stand_on(0)
    dragging = Dragging(desk, monkeypatch)
    dragging.pull()  # comes back although nothing can be read yet
    wait_until(lambda: dragging.reads)
    assert not dragging.left and dragging.chip.cursor().shape() == Qt.CursorShape.BusyCursor
    dragging.may_read.set()
    path = wait_until(lambda: dragging.left)[0]
    assert path.name == "Kế hoạch 1.pdf" and path.read_bytes() == b"%PDF-x"
    assert dragging.chip.cursor().shape() == Qt.CursorShape.ArrowCursor and _shown(desk) is None


def test_a_file_that_came_when_she_had_let_go_is_there_for_the_next_drag(
    desk: MailDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    desk.box.add("a", "Kèm", attachments=(("a.pdf", b"%PDF-x"),))
    desk.box.add("b", "Thư khác", minutes_ago=5)
    desk.open()
    desk.stand_on(0)
    dragging = Dragging(desk, monkeypatch)
    for _ in range(2):
        dragging.pull()
        dragging.let_go()
    dragging.may_read.set()
    wait_until(lambda: desk.page.reader.deeds._ready_to_drag)
    assert not dragging.left and _shown(desk) is None  # to let go after a pull is no click
    dragging.pull()
    assert dragging.left[0].read_bytes() == b"%PDF-x" and dragging.reads == 1
    dragging.let_go()
    dragging.pull()
    wait_until(lambda: len(dragging.left) == 2)
    assert dragging.left[1] != dragging.left[0]  # what she took may have been changed where she put it


def test_a_copy_that_was_taken_nowhere_goes_with_its_mail(
    desk: MailDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    desk.box.add("a", "Kèm", attachments=(("a.pdf", b"%PDF-x"),))
    desk.box.add("b", "Thư khác", minutes_ago=5)
    desk.open()
    desk.stand_on(0)
    dragging = Dragging(desk, monkeypatch)
    dragging.pull()
    dragging.let_go()
    dragging.may_read.set()
    wait_until(lambda: desk.page.reader.deeds._ready_to_drag)
    assert list((tmp_path / "opened").glob("*/a.pdf")) and not dragging.left
    desk.stand_on(1)
    wait_until(lambda: not list((tmp_path / "opened").glob("*/a.pdf")))


def test_the_menu_of_an_attachment_is_reached_by_keyboard_and_mouse(desk: MailDesk) -> None:
    desk.box.add("a", "Kèm", attachments=(("a.pdf", b"%PDF-x"),))
    desk.open()
    desk.stand_on(0)
    desk.page.reader.attachments.menu_asked.emit(0, QPoint(10, 10))
    menu = wait_until(lambda: QApplication.activePopupWidget())
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Xem", "Mở bằng chương trình khác", "Lưu…"]
    menu.close()
