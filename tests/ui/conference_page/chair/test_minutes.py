"""The minutes: begun from what is known, saved by themselves into the encrypted mailbox, found again, taken out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.dom.minidom import parseString

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from conference import ConferenceLauncher, Presence
from mail import Mailbox, Person, open_mailbox
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.accessible import nameless
from tests.ui.desk_builder import CONFERENCE, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.chair.minutes_files import file_bytes
from ui.conference_page.chair.minutes_view import MinutesView
from ui.page_tools import PageTools

SECRET = "Chủ trì giao Sở báo cáo trước ngày 30"


@pytest.fixture
def mailbox(tmp_path: Path) -> Iterator[Mailbox]:
    mailbox = open_mailbox(tmp_path / "mail.db", bytes(range(32)))
    yield mailbox
    mailbox.close()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, mailbox: Mailbox) -> Iterator[PageTools]:
    engine = FakeMediaEngine()
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine), open_mailbox=lambda: mailbox)
    yield tools
    close_tools(tools)


def opened(tools: PageTools) -> tuple[ConferencePage, MinutesView]:
    page = ConferencePage(tools)
    page.resize(1200, 760)
    page.show()
    page.join()
    view = page.meeting.open_side("Biên bản cuộc họp")
    assert isinstance(view, MinutesView)
    wait_until(lambda: view.draft is not None)
    return page, view


def test_the_form_is_filled_with_what_is_known_and_follows_until_she_writes(tools: PageTools) -> None:
    page, view = opened(tools)
    text = view.editor.toPlainText()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert CONFERENCE.title in text
    assert "Nguyễn Thị Minh Hạnh" in text
    assert page.chair.kept is not None
    page.chair.set_roll_call(page.chair.kept.roll_call.with_person("Vũ Đình Lâm"))
    assert "Vũ Đình Lâm" in view.editor.toPlainText()
    view.editor.insertPlainText("x")
    page.chair.set_roll_call(page.chair.kept.roll_call.with_person("Mai Thị Ngọc"))
    assert "Mai Thị Ngọc" not in view.editor.toPlainText()
    assert nameless(page.meeting.side) == []


def test_what_is_written_is_saved_by_itself_found_again_and_never_in_plain(
    tools: PageTools, mailbox: Mailbox, tmp_path: Path
) -> None:
    page, view = opened(tools)
    view.editor.moveCursor(view.editor.textCursor().MoveOperation.End)
    view.editor.insertPlainText(SECRET)
    wait_until(lambda: "Đã lưu lúc" in view.state.text())
    (draft,) = mailbox.drafts()
    assert draft.subject == f"Biên bản: {CONFERENCE.title}"
    assert SECRET in draft.text
    page.close()  # the desk dies here as well as anywhere: another page knows nothing but the store
    _, again = opened(tools)
    assert SECRET in again.editor.toPlainText()
    assert again.draft is not None
    assert again.draft.id == draft.id
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes(), path.name


def test_a_picture_in_the_minutes_and_what_the_mail_got_meanwhile_stay(tools: PageTools, mailbox: Mailbox) -> None:
    page, view = opened(tools)
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    assert view.editor.insert_picture("so-do.png", "image/png", bytes(content.data()))
    view.save_now()
    (draft,) = wait_until(mailbox.drafts)
    mailbox.save_draft(replace(draft, to=(Person("Lê An", "an@bo.example"),), subject="Biên bản: đã sửa tên"))
    view.editor.insertPlainText(SECRET)
    view.save_now()
    wait_until(lambda: SECRET in mailbox.drafts()[0].text)
    (draft,) = mailbox.drafts()
    assert [one.address for one in draft.to] == ["an@bo.example"]
    assert draft.subject == "Biên bản: đã sửa tên"
    page.close()
    _, again = opened(tools)
    assert [one.name for one in again.editor.pictures_used()] == ["so-do.png"]


def test_leaving_saves_at_once(tools: PageTools, mailbox: Mailbox) -> None:
    page, view = opened(tools)
    view.editor.insertPlainText(SECRET)
    page.leave()
    wait_until(lambda: any(SECRET in draft.text for draft in mailbox.drafts()))


def test_minutes_that_were_sent_stay_and_new_ones_begin(tools: PageTools, mailbox: Mailbox) -> None:
    page, view = opened(tools)
    view.editor.insertPlainText(SECRET)
    view.save_now()
    (draft,) = wait_until(mailbox.drafts)
    mailbox.send(draft)
    page.close()
    _, again = opened(tools)
    assert again.draft is not None
    assert again.draft.id != draft.id
    assert SECRET not in again.editor.toPlainText()


def test_roll_call_speakers_and_the_end_are_put_in(tools: PageTools) -> None:
    page, view = opened(tools)
    chair = page.chair
    assert chair.kept is not None
    call = chair.kept.roll_call.with_person("Vũ Đình Lâm")
    chair.set_roll_call(call.marked(1, Presence.ABSENT, chair.kept.began))
    chair.set_order(chair.kept.order.with_speaker("Mai Thị Ngọc").next(0.0).finished(120.0))
    view.editor.clear()
    for action in view.put_in.menu().actions()[:3]:
        action.trigger()
    text = view.editor.toPlainText()
    assert "Vũ Đình Lâm (vắng)" in text
    assert "Mai Thị Ngọc (2 phút)" in text
    assert "Cuộc họp kết thúc vào" in text


def test_keys_are_typed_into_the_minutes(tools: PageTools) -> None:
    page, view = opened(tools)
    page.activateWindow()
    wait_until(view.editor.hasFocus)
    view.editor.clear()
    QTest.keyClicks(view.editor, "msb 12?")
    assert view.editor.toPlainText() == "msb 12?"
    assert not page.meeting.mute_button.isChecked()
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    assert page.is_running


def test_word_file_has_the_words_the_table_and_the_looks(tools: PageTools) -> None:
    _, view = opened(tools)
    with zipfile.ZipFile(io.BytesIO(file_bytes("docx", view.editor.document()))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            parseString(archive.read(name))
        xml = archive.read("word/document.xml").decode()
    assert "<w:tbl>" in xml
    assert '<w:jc w:val="center"/>' in xml
    assert "<w:b/>" in xml
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in xml
    assert CONFERENCE.title in xml


def test_hostile_words_stay_words_in_every_file(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText('</w:t><w:evil/> & "x" \x01\x0c ữ 😀')
    with zipfile.ZipFile(io.BytesIO(file_bytes("docx", document))) as archive:
        parsed = parseString(archive.read("word/document.xml"))
    assert parsed.getElementsByTagName("w:evil").length == 0
    assert file_bytes("pdf", document).startswith(b"%PDF-")
    with zipfile.ZipFile(io.BytesIO(file_bytes("odt", document))) as archive:
        assert b"evil" in archive.read("content.xml")
