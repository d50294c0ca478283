"""What a person does, three times: reads a mail, presses "Vào họp", finds what was amended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ..demo_ministry.mailbox import Correspondent
from .steps import Walker

if TYPE_CHECKING:
    from ..demo_ministry import DemoMinistry

SUBJECT = "Đề nghị góp ý dự thảo Thông tư thay thế Thông tư số 12/2024/TT-BLĐPTXH"
BODY = """\
Kính gửi chị Hạnh,

Vụ Pháp chế gửi chị dự thảo Thông tư thay thế Thông tư số 12/2024/TT-BLĐPTXH. Đề nghị chị xem giúp phần căn cứ: Thông tư
03/2021/TT-BLĐPTXH hình như đã hết hiệu lực.

Trân trọng,
Vũ Hoàng Nam
"""
AMENDED_NUMBER = "12/2024/TT-BLĐPTXH"
AMENDED_WORDS = "báo cáo qua nền tảng lưu động liên thông"
FOLDED_WORDS = "nen tang luu dong lien thong"


def read_a_mail(walker: Walker, ministry: DemoMinistry) -> str:
    """A mail arrives and is read. Returns the server's id of it."""
    page = walker.window.show_page("mail")
    messages = page.message_list.messages
    walker.until(lambda: len(messages.ids) > 0, "the first messages")
    walker.saw("mail", f"Thư: {len(messages.ids)} thư trong hộp thư đến")
    sender = Correspondent("Vũ Hoàng Nam", "nam.vh@boldptxh.example")
    item_id: str = ministry.mailbox.deliver(subject=SUBJECT, sender=sender, text=BODY)
    row = walker.until(lambda: _row_with(messages, SUBJECT), "the mail that was sent to her")
    walker.saw("mail-arrived", f"Thư mới: {SUBJECT}")
    index = page.message_list.model().index(row - 1, 0)
    page.message_list.scrollTo(index)
    walker.click(page.message_list.viewport(), page.message_list.visualRect(index).center())
    walker.until(lambda: "Vụ Pháp chế gửi chị dự thảo" in page.reader.body.toPlainText(), "the mail's text")
    walker.until(lambda: _is_read_there(ministry, item_id), "the mail counted as read at the server")
    walker.saw("mail-read", "Thư đã mở, máy chủ ghi nhận đã đọc")
    return item_id


def _is_read_there(ministry: DemoMinistry, item_id: str) -> bool:
    item = ministry.mailbox.item(item_id)
    return item is not None and item.is_read


def _row_with(messages: object, subject: str) -> int:
    """The row, counted from 1, of the message with this subject among the first fifty; 0 while it is not there."""
    for row in range(min(50, len(messages.ids))):  # type: ignore[attr-defined]
        summary = messages.summary(row)  # type: ignore[attr-defined]
        if summary is not None and summary.subject == subject:
            return row + 1
    return 0


def join_the_conference(walker: Walker, ministry: DemoMinistry) -> None:
    """She presses "Vào họp" and sees both sites; one is cut, is shown as frozen, and comes back by itself."""
    page = walker.window.show_page("conference")
    walker.saw("conference-lobby", "Họp: sẵn sàng vào họp")
    page.lobby.focus_first()
    button = walker.window.focusWidget()
    assert button is not None
    walker.click(button, button.rect().center())
    first, second = page.meeting.stage.views
    walker.until(lambda: _is(first, "live") and _is(second, "live"), "both sites live")
    walker.until(lambda: first.picture.serial > 10 and second.picture.serial > 10, "both pictures moving")
    walker.saw("conference-both", "Cả hai điểm cầu đang phát trực tiếp")
    ministry.sites.south.cut()
    walker.until(lambda: _is(second, "frozen"), "the cut site shown as frozen")
    walker.saw("conference-frozen", f"{second.name.text()}: {second.state.text()}")
    shown = second.picture.serial
    ministry.sites.south.restore()
    walker.until(lambda: _is(second, "live") and second.picture.serial > shown, "the site back by itself")
    walker.saw("conference-back", f"{second.name.text()}: {second.state.text()}")
    walker.press(page.meeting.leave_button)
    walker.until(lambda: not page.is_running, "the conference left")
    walker.saw("conference-left", "Đã rời họp")


def _is(view: object, icon: str) -> bool:
    words = view.words  # type: ignore[attr-defined]
    return words is not None and words.icon == icon


def find_what_was_amended(walker: Walker, ministry: DemoMinistry) -> None:
    """A document is amended at the portal; the search finds the new text, typed without marks."""
    page = walker.window.show_page("documents")
    walker.until(lambda: len(page.result_list.results.hits) > 0, "the documents")
    walker.saw("documents", "Văn bản: kho đã có văn bản")
    field = page.search_bar.words
    field.clear()
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    walker.type(field, "thong tu 12/2024")
    walker.until(lambda: _first_number(page) == AMENDED_NUMBER, "the document by its number")
    walker.saw("documents-number", f"Tìm theo số hiệu: {AMENDED_NUMBER}")
    text = ministry.portal.documents[AMENDED_NUMBER]["text"]
    place = text.index("\n", text.index("Điều 1."))
    ministry.portal.amend(AMENDED_NUMBER, new_text=f"{text[:place]}\nĐơn vị {AMENDED_WORDS}.{text[place:]}")
    walker.window.refresh()
    field.clear()
    walker.type(field, FOLDED_WORDS)
    walker.until(lambda: AMENDED_WORDS in _first_snippet(page), "the new text of the amended document")
    assert _first_number(page) == AMENDED_NUMBER
    walker.saw("documents-amended", f"“{FOLDED_WORDS}” tìm ra câu mới: “{AMENDED_WORDS}”")
    index = page.result_list.model().index(0, 0)
    walker.click(page.result_list.viewport(), page.result_list.visualRect(index).center())
    walker.until(lambda: AMENDED_WORDS in page.document_view.text.toPlainText(), "the new text in the document")
    walker.saw("documents-open", "Văn bản đã mở, có câu mới")


def _first_snippet(page: object) -> str:
    hits = page.result_list.results.hits  # type: ignore[attr-defined]
    return " ".join(hits[0].snippet.split()) if hits else ""


def _first_number(page: object) -> str:
    hits = page.result_list.results.hits  # type: ignore[attr-defined]
    return str(hits[0].summary.number) if hits else ""
