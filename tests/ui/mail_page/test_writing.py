"""She writes, answers, attaches, sends; and hears honestly what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from mail import Draft, DraftId, MailboxChanges, OutgoingState, Person
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import HANH, NAM
from tests.ui.waiting import wait_until
from ui.mail_page.composer import Composer
from ui.mail_page.folder_list import LocalFolder
from ui.service_messages import MailEvent, Refresh

LAN = Person("Đặng Thị Lan Anh", "anh.dtl@boldptxh.example")


def new_composer(desk: MailDesk) -> Composer:
    desk.open()
    desk.page.actions_by_name["new"].trigger()
    return next(iter(desk.page.writing.open_composers.values()))


def box_of(window: object) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)  # type: ignore[attr-defined]


def press(window: object, words: str) -> None:
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]  # type: ignore[attr-defined]
    next(button for button in boxes[-1].findChildren(QPushButton) if button.text() == words).click()


def test_a_mail_is_written_and_sent(desk: MailDesk, tmp_path: Path) -> None:
    file = tmp_path / "Báo cáo quý IV.docx"
    file.write_bytes(b"noi dung")
    composer = new_composer(desk)
    composer.to.line.setText("Vũ Hoàng Nam <nam.vh@boldptxh.example>; anh.dtl@boldptxh.example")
    composer.subject.setText("Gửi báo cáo")
    composer.text.setPlainText("Kính gửi anh, em gửi kèm báo cáo.")
    composer.files.attach([file])
    wait_until(lambda: composer.attachments.held)
    QTest.keyClick(composer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    draft, _ = wait_until(lambda: list(desk.box.outgoing.values()))[0]
    assert [person.address for person in draft.to] == ["nam.vh@boldptxh.example", "anh.dtl@boldptxh.example"]
    assert draft.attachments[0].name == "Báo cáo quý IV.docx" and draft.attachments[0].content == b"noi dung"
    wait_until(lambda: "Thư sắp được gửi — Gửi báo cáo" in desk.words_said())
    wait_until(lambda: Refresh(mail=True, archive=False) in desk.service.asked)
    wait_until(lambda: not desk.page.writing.open_composers)


def test_letters_still_being_composed_are_not_lost_on_sending(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.to.line.setText("nam.vh@boldptxh.example")
    composer.subject.setText("Thuế")
    composer.text.setPlainText("Tiền ")
    composer.text.moveCursor(composer.text.textCursor().MoveOperation.End)
    QApplication.sendEvent(composer.text, QInputMethodEvent("thuế", []))
    QApplication.sendEvent(composer.subject, QInputMethodEvent(" đất", []))
    assert composer.text.toPlainText() == "Tiền "  # Qt keeps what is composed apart from the text
    composer.send()
    draft, _ = wait_until(lambda: list(desk.box.outgoing.values()))[0]
    assert draft.text == "Tiền thuế"
    assert draft.subject in ("Thuế đất", "đấtThuế", " đấtThuế".strip()) and "đất" in draft.subject


def test_what_is_no_address_is_said_and_not_sent(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.to.line.setText("Nam; nam.vh@boldptxh.example")
    composer.subject.setText("X")
    composer.send()
    assert composer.to.wrong.isVisible() and "Nam" in composer.to.wrong.text()
    composer.to.line.setText("")
    composer.send()
    assert "chưa có người nhận" in composer.state.text()
    assert not desk.box.outgoing


def test_a_forgotten_attachment_and_subject_are_asked_about(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.to.line.setText("nam.vh@boldptxh.example")
    composer.subject.setText("Báo cáo")
    composer.text.setPlainText("Em gửi anh báo cáo đính kèm.")
    composer.send()
    wait_until(lambda: box_of(composer))
    press(composer, "Quay lại")
    wait_until(lambda: not box_of(composer))
    assert not desk.box.outgoing and composer.isEnabled()
    composer.send()
    wait_until(lambda: box_of(composer))
    press(composer, "Vẫn gửi")
    wait_until(lambda: desk.box.outgoing)


def test_what_she_writes_is_kept_by_itself_and_opened_again(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.subject.setText("Dở dang")
    wait_until(lambda: [draft.subject for draft in desk.box.kept_drafts.values()] == ["Dở dang"])
    wait_until(lambda: composer.state.text().startswith("Đã lưu nháp lúc"))
    composer.text.setPlainText("Viết thêm")
    composer.close()
    wait_until(lambda: [draft.text for draft in desk.box.kept_drafts.values()] == ["Viết thêm"])
    wait_until(lambda: desk.page.folder_list.count_of(LocalFolder.DRAFTS) == 1)
    desk.page.folder_list.choose(LocalFolder.DRAFTS)
    local = desk.page.list_pane.local
    wait_until(lambda: desk.page.list_pane.shows_local and local.list.count() == 1)
    assert "Dở dang" in local.list.item(0).text()
    local.write_on.click()
    again = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    assert again.text.toPlainText() == "Viết thêm"


def test_an_empty_mail_closed_leaves_nothing(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.close()
    wait_until(lambda: not desk.page.writing.open_composers)
    assert not desk.box.kept_drafts
    assert not any("nháp" in words for words in desk.words_said())


def test_a_draft_thrown_away_can_be_brought_back(desk: MailDesk) -> None:
    desk.box.save_draft(Draft(DraftId("d1"), subject="Dự thảo", text="Chữ"))
    desk.open()
    wait_until(lambda: desk.page.folder_list.count_of(LocalFolder.DRAFTS) == 1)
    desk.page.folder_list.choose(LocalFolder.DRAFTS)
    local = desk.page.list_pane.local
    wait_until(lambda: local.list.count() == 1)
    local.discard.click()
    wait_until(lambda: not desk.box.kept_drafts)
    wait_until(lambda: local.list.count() == 0)
    action = desk.said[-1].action
    assert action is not None
    action()
    wait_until(lambda: local.list.count() == 1)


def test_reply_to_all_goes_to_everybody_but_herself(desk: MailDesk) -> None:
    desk.box.add("a", "Xin ý kiến", to=(HANH, LAN), cc=(Person("", "cc@boldptxh.example"),), text="Chị cho ý kiến.")
    desk.open()
    desk.stand_on(0)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    composer = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    people = [person.address for person in (*composer.draft.to, *composer.draft.cc)]
    assert NAM.address in people and LAN.address in people and "cc@boldptxh.example" in people
    assert HANH.address not in people
    assert composer.subject.text() == "Re: Xin ý kiến"
    assert composer.quoted.isVisible() and "Chị cho ý kiến." in composer.quoted.view.toPlainText()
    assert composer.draft.text.endswith("đã viết:\n> Chị cho ý kiến.")


def test_reply_by_one_key_goes_to_the_sender(desk: MailDesk) -> None:
    desk.box.add("a", "Xin ý kiến", to=(HANH, LAN))
    desk.open()
    desk.stand_on(0)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_R)
    composer = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    assert [person.address for person in composer.draft.to] == [NAM.address]


def test_forwarding_takes_the_attachments_along(desk: MailDesk) -> None:
    desk.box.add("a", "Báo cáo", attachments=(("Số liệu.xlsx", b"12345"),))
    desk.open()
    desk.stand_on(0)
    desk.page.actions_by_name["forward"].trigger()
    composer = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    assert [one.content for one in composer.attachments.held] == [b"12345"]
    composer.attachments.buttons[0].click()
    assert composer.attachments.held == ()


def test_files_dropped_are_attached_and_a_picture_pasted_stands_in_the_text(desk: MailDesk, tmp_path: Path) -> None:
    file = tmp_path / "tệp.txt"
    file.write_text("chữ")
    composer = new_composer(desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    composer.text.insertFromMimeData(data)
    wait_until(lambda: len(composer.attachments.held) == 1)
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    composer.text.insertFromMimeData(picture)
    (pasted,) = composer.text.pictures_used()
    assert pasted.content.startswith(b"\x89PNG") and len(composer.attachments.held) == 1
    assert composer.draft.attachments[1:] == (pasted,) and f"cid:{pasted.content_id}" in (composer.draft.html or "")


def test_too_large_and_unreadable_files_are_said(desk: MailDesk, tmp_path: Path) -> None:
    large = tmp_path / "lớn.bin"
    with large.open("wb") as file:
        file.truncate(desk.tools.desk.largest_attachment + 1)
    composer = new_composer(desk)
    composer.files.attach([large])
    wait_until(lambda: "lớn.bin" in composer.state.text() and "Quá lớn" in composer.state.text())
    composer.files.attach([tmp_path / "mất.txt"])
    wait_until(lambda: "mất.txt" in composer.state.text())
    assert composer.attachments.held == ()


def test_the_outbox_says_what_is_known_and_no_more(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.to.line.setText("nam.vh@boldptxh.example")
    composer.subject.setText("Công văn")
    composer.send()
    draft_id = wait_until(lambda: list(desk.box.outgoing))[0]
    wait_until(lambda: desk.page.folder_list.count_of(LocalFolder.OUTBOX) == 1)
    desk.page.folder_list.choose(LocalFolder.OUTBOX)
    local = desk.page.list_pane.local
    wait_until(lambda: local.list.count() == 1)
    assert "Sắp gửi, còn hoàn tác được" in local.list.item(0).text() and local.withdraw.isEnabled()
    desk.box.settle(draft_id, OutgoingState.UNKNOWN)
    desk.service.say(MailEvent(MailboxChanges(outbox=True)))
    wait_until(lambda: "Chưa rõ đã đi hay chưa" in local.list.item(0).text())
    assert not local.withdraw.isEnabled()
    desk.box.settle(draft_id, OutgoingState.SENT)
    desk.service.say(MailEvent(MailboxChanges(outbox=True)))
    wait_until(lambda: "Đã gửi: Công văn" in desk.words_said())
    assert "Đã gửi" in local.list.item(0).text()


def test_a_refused_mail_is_taken_back_and_mended(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.to.line.setText("khong.co@boldptxh.example")
    composer.subject.setText("Công văn")
    composer.send()
    draft_id = wait_until(lambda: list(desk.box.outgoing))[0]
    wait_until(lambda: desk.page.folder_list.count_of(LocalFolder.OUTBOX) == 1)
    desk.box.settle(draft_id, OutgoingState.REFUSED, "ErrorInvalidRecipients")
    desk.service.say(MailEvent(MailboxChanges(outbox=True)))
    notice = wait_until(lambda: [one for one in desk.said if "không nhận" in one.text])[0]
    assert notice.action is not None
    notice.action()
    local = desk.page.list_pane.local
    wait_until(lambda: desk.page.list_pane.shows_local and local.list.count() == 1)
    assert "địa chỉ người nhận không đúng" in local.list.item(0).text()
    local.withdraw.click()
    again = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    assert again.subject.text() == "Công văn"
    assert not desk.box.outgoing


def test_too_late_to_take_back_is_said(desk: MailDesk) -> None:
    desk.box.send(Draft(DraftId("o"), (NAM,), subject="X"))
    desk.open()
    desk.box.settle(DraftId("o"), OutgoingState.SENDING)
    desk.page.writing.withdraw(DraftId("o"))
    wait_until(lambda: any("Không lấy lại được nữa" in words for words in desk.words_said()))


def test_people_met_before_are_offered_while_she_types(desk: MailDesk) -> None:
    composer = new_composer(desk)
    line, suggestions = composer.to.line, composer.to.suggestions
    wait_until(lambda: suggestions.matching("lan"), what="the people met")
    assert [one.address for one in suggestions.matching("lan anh")] == [LAN.address]
    assert [one.address for one in suggestions.matching("anh.dtl@bol")] == [LAN.address]
    assert not suggestions.matching("boldptxh"), "the ministry's own domain is everybody's"
    assert not suggestions.matching("minh hanh"), "she does not write to herself"
    QTest.keyClicks(line, "nam.vh@boldptxh.example; dang")
    popup = suggestions.popup
    wait_until(lambda: popup.isVisible())
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    wait_until(lambda: not popup.isVisible())
    assert composer.isVisible(), "Escape closes the offers, not the mail"
    QTest.keyClicks(line, " ")
    wait_until(lambda: popup.isVisible())
    QTest.keyClick(popup, Qt.Key.Key_Return)
    wait_until(lambda: not popup.isVisible())
    assert line.text() == f"nam.vh@boldptxh.example; {LAN.name} <{LAN.address}>; "
    assert [one.address for one in composer.draft.to] == ["nam.vh@boldptxh.example", LAN.address]
    QTest.keyClicks(line, "dang")
    assert not popup.isVisible(), "who is there already is not offered again"
