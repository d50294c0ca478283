"""A hostile mail is shown without fetching, opening or running anything."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QFileDialog

from mail import Attachment, ItemId, Meeting
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import NAM, FakeMailbox
from tests.ui.waiting import wait_until
from ui.mail_page import body_view, mail_body
from ui.mail_page.body_view import BodyView
from ui.mail_page.link_question import LinkQuestion

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
IMAGE = int(QTextDocument.ResourceType.ImageResource.value)
HOSTILE = """<html><head><link rel=stylesheet href="http://xau.example/x.css"><script>alert(1)</script>
<meta http-equiv=refresh content="0;url=http://xau.example/"></head>
<body background="http://xau.example/bg.png" style="background-image:url(http://xau.example/b.png)">
<img src="http://xau.example/1.gif"><img src="file:///etc/passwd"><img src="//xau.example/2.gif"><img src="cid:ours">
<iframe src="http://xau.example/"></iframe><object data="file:///etc/passwd"></object>
<form action="http://xau.example/"><input name=a value=b></form>
<p>Kính gửi <a href="javascript:alert(1)">bấm</a> <a href="https://xau.example/x">https://boldptxh.example</a>
<a href="file:///etc/passwd">tệp</a> <a href="https://vbpl.vn/">Cổng</a></p></body></html>"""


def add_hostile(box: FakeMailbox) -> None:
    from dataclasses import replace

    item_id = box.add("h", "Thư lạ", html=HOSTILE, text="Kính gửi")
    message = box.messages[item_id]
    picture = Attachment(0, "anh.png", "image/png", len(PIXEL), is_inline=True, content_id="<ours>")
    box.messages[item_id] = replace(message, attachments=(picture,), unreadable=("hỏng.bin",))
    box.contents[item_id, 0] = PIXEL


@pytest.fixture(autouse=True)
def no_web_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested here is the text view, also with mails that would get the other one."""
    monkeypatch.setattr(mail_body, "_engine_is_missing", True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every resource the view was asked for, and what it gave."""
    seen: list[str] = []
    original = BodyView.loadResource

    def noted(self: BodyView, kind: int, name: QUrl | str) -> object:
        given = original(self, kind, name)
        seen.append(f"{QUrl(name).scheme()}:{'given' if given is not None else 'refused'}")
        return given

    monkeypatch.setattr(body_view.BodyView, "loadResource", noted)
    return seen


def test_nothing_but_its_own_pictures_is_loaded(asked: list[str], desk: MailDesk) -> None:
    add_hostile(desk.box)
    desk.open()
    desk.stand_on(0)
    body = desk.page.reader.body.text_view
    wait_until(lambda: any(one == "data:given" for one in asked))
    assert {one for one in asked if one.endswith("given")} == {"data:given"}
    html = body.toHtml()
    assert "xau.example/1.gif" not in html and "file:" not in html and "javascript" not in html
    assert "đã được chặn" in desk.page.reader.pictures.words.text()
    assert "hỏng.bin" in desk.page.reader.ways.remark.text()


@pytest.mark.parametrize(
    "name",
    [
        "http://127.0.0.1:9/x.png",
        "https://xau.example/x.png",
        "//xau.example/x.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "qrc:/x.png",
        "cid:other",
        "ftp://xau.example/x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml;base64,PHN2Zz4=",
    ],
)
def test_the_view_refuses_every_resource_from_elsewhere(name: str, desk: MailDesk) -> None:
    body = desk.page.reader.body.text_view
    assert body.loadResource(IMAGE, QUrl(name)) is None
    assert body.loadResource(int(QTextDocument.ResourceType.StyleSheetResource.value), QUrl(name)) is None
    body.setHtml(f'<img src="{name}">Chữ')
    assert "Chữ" in body.toPlainText()


def test_a_view_cannot_be_sent_elsewhere(desk: MailDesk) -> None:
    body = desk.page.reader.body.text_view
    body.show_text("Chữ của thư")
    body.setSource(QUrl("file:///etc/passwd"))
    assert body.toPlainText() == "Chữ của thư"


def test_no_network_library_is_loaded_by_reading() -> None:
    """In a process of its own: other tests have loaded the web view."""
    import subprocess
    import sys

    code = (
        "import sys; from PySide6.QtWidgets import QApplication; application = QApplication([]);"
        "from mail import Message; from ui.mail_page.reader import Reader; from ui.mail_page.mail_body import MailBody;"
        "from ui.mail_page.body_content import BodyContent; from mail import clean_html, web_html;"
        "source = '<p>Kính gửi <img src=http://xau.example/1.gif>'; body = MailBody();"
        "body.show_html(BodyContent(clean_html(source), web_html(source), 'Kính gửi')); body.show();"
        "assert 'Kính gửi' in body.toPlainText();"
        "assert not any('WebEngine' in name or 'QtNetwork' in name for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_link_says_where_it_leads_before_anything_opens(desk: MailDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    add_hostile(desk.box)
    desk.open()
    desk.stand_on(0)
    desk.page.reader.body.text_view.anchorClicked.emit(QUrl("https://xau.example/x"))
    question = desk.page.findChild(LinkQuestion)
    assert isinstance(question, LinkQuestion) and question.warning is not None
    assert "boldptxh.example" in question.warning.text()
    assert question.stay_button.isDefault() and opened == []
    question.stay_button.click()
    assert opened == []
    desk.page.reader._follow("https://vbpl.vn/", "Cổng")
    question = [one for one in desk.page.findChildren(LinkQuestion) if one.isVisible()][-1]
    assert question.warning is None
    question.open_button.click()
    assert opened == ["https://vbpl.vn/"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "smb://x/y", "vbscript:x"])
def test_other_links_are_not_followed(url: str, desk: MailDesk) -> None:
    desk.page.reader._follow(url, "bấm")
    assert desk.page.findChild(LinkQuestion) is None
    assert "không mở được" in desk.said[-1].text


def test_a_mail_address_opens_the_composer(desk: MailDesk) -> None:
    desk.box.add("a", "Địa chỉ", text="Xin gửi về nam.vh@boldptxh.example.")
    desk.open()
    desk.stand_on(0)
    desk.page.reader.body.text_view.anchorClicked.emit(QUrl("mailto:nam.vh@boldptxh.example?subject=x"))
    composer = next(iter(desk.page.writing.open_composers.values()))
    assert composer.to.line.text() == "nam.vh@boldptxh.example"


def test_attachments_are_saved_where_she_says(desk: MailDesk, tmp_path: Path) -> None:
    desk.box.add("a", "Kèm", attachments=(("Báo cáo.docx", b"abc"), ("Số liệu.xlsx", b"defg")))
    desk.open()
    desk.stand_on(0)
    bar = desk.page.reader.attachments
    assert bar.isVisible() and len(bar.buttons) == 2
    assert "Báo cáo.docx" in bar.buttons[0].accessibleName() and "3 B" in bar.buttons[0].accessibleName()
    desk.page.reader.deeds.ask_folder([0])
    dialog = desk.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    wait_until(lambda: (tmp_path / "Báo cáo.docx").exists())
    desk.page.reader.save_attachments([0, 1], tmp_path)
    wait_until(lambda: (tmp_path / "Số liệu.xlsx").exists())
    wait_until(lambda: any("Đã lưu 2 tệp" in words for words in desk.words_said()))
    desk.page.reader.save_attachments([0], tmp_path / "không có")
    wait_until(lambda: "Không lưu được tệp" in desk.words_said()[-1])


def test_an_invitation_leads_into_the_conference(desk: MailDesk) -> None:
    start = datetime(2030, 1, 2, 1, 0, tzinfo=UTC)
    meeting = Meeting("u1", "Họp giao ban", start, start.replace(hour=2), "Phòng 302", NAM, "rtsp://127.0.0.1/bo")
    desk.box.add("a", "Giấy mời", meeting=meeting)
    desk.box.add("b", "Không phải giấy mời", minutes_ago=5)
    asked: list[Meeting] = []
    desk.page.conference_asked.connect(asked.append)
    desk.open()
    desk.stand_on(0)
    card = desk.page.reader.meeting
    assert card.isVisible() and card.join.isVisible()
    card.join.click()
    assert asked == [meeting]
    desk.stand_on(1)
    assert not card.isVisible()


def test_very_long_and_strange_text_is_shown(desk: MailDesk) -> None:
    desk.box.add("a", "Đề nghị " * 300, text="Chữ 😀 số 12/2024/TT-BLĐPTXH " + "x" * 900_000)
    desk.open()
    desk.stand_on(0)
    assert len(desk.page.reader.body.toPlainText()) < 500_000
    assert "chỉ hiện phần đầu" in desk.page.reader.ways.remark.text()
    wait_until(lambda: desk.page.reader.cited.chips)
    body = desk.page.reader.body.text_view
    cursor = body.textCursor()
    cursor.setPosition(len("Chữ 😀 số 1".encode("utf-16-le")) // 2)
    assert cursor.charFormat().isAnchor()
    assert desk.page.reader.item_id == ItemId("a")


def test_html_that_would_hold_up_the_window_is_shown_as_text(desk: MailDesk) -> None:
    links = "".join(f'<a href="http://a.example/{n}">chữ {n}</a> ' for n in range(20_000))
    desk.box.add("a", "Nặng", text="Chữ của thư", html=f"<p>{links}</p>")
    desk.open()
    desk.stand_on(0)
    reader = desk.page.reader
    assert reader.body.toPlainText() == "Chữ của thư"
    assert "chỉ hiện phần chữ" in reader.ways.remark.text()
    assert reader.ways.other_view.isVisible() and reader.ways.other_view.text() == "Xem như thư gốc"
