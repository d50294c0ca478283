"""Two hundred mails a day by keyboard alone: on the real store, with a real sync behind it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox

from mail import Person
from tests.mail.builders import NAM
from tests.mail.fake_gateway import ARCHIVE, DELETED, INBOX, SENT
from tests.ui.mail_page.conftest import RealDesk
from tests.ui.waiting import wait_until
from ui.mail_page.folder_list import LocalFolder


def five(real: RealDesk, **more: bool) -> None:
    for number in range(5):
        real.server.deliver(subject=f"Thư {number}", text="Kính gửi", is_read=number % 2 == 1)
    real.round()
    wait_until(lambda: len(real.subjects()) == 5 and "?" not in real.subjects())
    real.page.message_list.setFocus()
    real.page.message_list.stand_on(0)
    wait_until(lambda: real.page.reader.message is not None)


def current(real: RealDesk) -> str:
    summary = real.page.message_list.current_summary
    return summary.subject if summary else ""


def test_archive_chooses_the_next_and_is_undone(real: RealDesk) -> None:
    five(real)
    QTest.keyClick(real.page.message_list, Qt.Key.Key_E)
    wait_until(lambda: real.subjects() == ["Thư 3", "Thư 2", "Thư 1", "Thư 0"])
    assert current(real) == "Thư 3"
    wait_until(lambda: real.in_store() == 4)
    real.round()
    assert len(real.server.ids_in(ARCHIVE)) == 1
    QTest.keyClick(real.page.message_list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: real.subjects() == ["Thư 4", "Thư 3", "Thư 2", "Thư 1", "Thư 0"])
    real.round()
    assert real.server.ids_in(ARCHIVE) == []


def test_many_at_once_with_shift_and_all_with_ctrl_a(real: RealDesk) -> None:
    five(real)
    QTest.keyClick(real.page.message_list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(real.page.message_list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(real.page.message_list.chosen_ids()) == 3
    QTest.keyClick(real.page.message_list, Qt.Key.Key_E)
    wait_until(lambda: real.subjects() == ["Thư 1", "Thư 0"])
    QTest.keyClick(real.page.message_list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(real.page.message_list, Qt.Key.Key_Delete)
    wait_until(lambda: real.in_store() == 0)
    for _ in range(2):
        real.page.acts.undo()
    wait_until(lambda: real.in_store() == 5)


def test_from_unread_to_unread_and_round_again(real: RealDesk) -> None:
    five(real)  # unread: 4, 2, 0
    steps = [(Qt.Key.Key_N, "Thư 2"), (Qt.Key.Key_N, "Thư 0"), (Qt.Key.Key_P, "Thư 2")]
    for key, subject in steps:
        QTest.keyClick(real.page.message_list, key)
        wait_until(lambda subject=subject: current(real) == subject)  # type: ignore[misc]
    real.page.message_list.stand_on(4)
    QTest.keyClick(real.page.message_list, Qt.Key.Key_N)
    wait_until(lambda: current(real) in ("Thư 4", "Thư 2"))


def test_put_off_it_leaves_and_comes_back_unread_on_top(real: RealDesk) -> None:
    five(real)
    real.page.message_list.stand_on(4)
    wait_until(lambda: current(real) == "Thư 0")
    QTest.keyClick(real.page.message_list, Qt.Key.Key_H)
    menu = wait_until(lambda: next((one for one in real.page.side.findChildren(QMenu) if one.isVisible()), None))
    assert any("Thứ Hai 8:00" in one.text() for one in menu.actions())
    menu.close()
    real.page.side.triage.snooze(real.page.message_list.chosen_ids(), datetime.now(UTC) + timedelta(hours=1))
    wait_until(lambda: len(real.ids) == 4 and real.in_store() == 4)
    wait_until(lambda: real.page.folder_list.count_of(LocalFolder.SNOOZED) == 1)
    real.page.acts.undo()
    wait_until(lambda: real.in_store() == 5 and len(real.ids) == 5)
    real.page.message_list.stand_on(4)
    oldest = real.page.message_list.current_id
    assert oldest is not None
    real.page.side.triage.snooze([oldest], datetime.now(UTC) + timedelta(seconds=1))
    wait_until(lambda: real.in_store() == 4)
    real.page.side.reminders.look()
    wait_until(lambda: any("Thư hẹn xem lại đã về: Thư 0" in one.text for one in real.said))
    wait_until(lambda: real.subjects()[:1] == ["Thư 0"])
    summary = real.page.message_list.messages.summary(0)
    assert summary is not None and not summary.is_read


def test_what_is_put_off_is_listed_and_can_be_brought_back(real: RealDesk) -> None:
    five(real)
    real.page.side.triage.snooze(real.page.message_list.chosen_ids(), datetime.now(UTC) + timedelta(days=1))
    wait_until(lambda: real.page.folder_list.count_of(LocalFolder.SNOOZED) == 1)
    real.page.folder_list.choose(LocalFolder.SNOOZED)
    local = real.page.list_pane.local
    wait_until(lambda: real.page.list_pane.shows_local and local.list.count() == 1)
    assert "Thư 4" in local.list.item(0).text() and "Trở lại hộp thư lúc" in local.list.item(0).text()
    local.open.click()
    wait_until(lambda: real.page.reader.message is not None and real.page.reader.message.summary.subject == "Thư 4")
    local.wake.click()
    wait_until(lambda: real.in_store() == 5 and local.list.count() == 0)


def test_a_folder_is_marked_read_and_deleted_items_emptied(real: RealDesk) -> None:
    five(real)
    real.page.actions_by_name["all_read"].trigger()
    wait_until(lambda: real.page.folder_list.count_of(INBOX) == 0)
    wait_until(lambda: any("Đã đánh dấu 3 thư là đã đọc" in one.text for one in real.said))
    real.page.acts.undo()
    wait_until(lambda: real.page.folder_list.count_of(INBOX) == 3)
    real.page.message_list.selectAll()
    QTest.keyClick(real.page.message_list, Qt.Key.Key_Delete)
    wait_until(lambda: real.in_store() == 0)
    real.round()
    wait_until(lambda: len(real.mailbox.message_ids(DELETED)) == 5)
    wait_until(
        lambda: any(one.id == DELETED and one.total_count == 5 for one in real.page.folder_list.folders.values())
    )
    real.page.actions_by_name["empty"].trigger()
    box = wait_until(lambda: next((one for one in real.page.findChildren(QMessageBox) if one.isVisible()), None))
    assert "5 thư" in box.text()
    next(one for one in box.buttons() if one.text() == "Xoá hẳn").click()
    wait_until(lambda: real.mailbox.message_ids(DELETED) == [])
    real.round()
    assert real.server.ids_in(DELETED) == []


def test_junk_goes_into_deleted_items_and_comes_back(real: RealDesk) -> None:
    junk = ARCHIVE  # the fake server has no Junk; what is not Deleted Items is emptied the same way
    for number in range(3):
        real.server.deliver(f"Trúng thưởng {number}", folder_id=junk)
    real.round()
    wait_until(lambda: (one := real.page.folder_list.folders.get(junk)) is not None and one.total_count == 3)
    real.page.side.triage.empty(real.page.folder_list.folders[junk])
    wait_until(lambda: real.mailbox.message_ids(junk) == [])
    assert real.said[-1].action is not None and "Đã xoá 3 thư" in real.said[-1].text
    assert len(real.mailbox.message_ids(DELETED)) == 3
    real.said[-1].action()
    wait_until(lambda: len(real.mailbox.message_ids(junk)) == 3)


def test_no_answer_in_time_is_said_and_listed(real: RealDesk) -> None:
    real.round()
    real.page._tools.preferences.remember_word("undo_send_seconds", "0")
    composer = real.page.writing.new(NAM.address)
    composer.subject.setText("Xin số liệu")
    composer.text.setPlainText("Kính gửi anh.")
    composer.options.reminders[3].trigger()
    composer.send()
    wait_until(lambda: not real.page.writing.open_composers)
    real.round()
    wait_until(lambda: real.page.folder_list.count_of(LocalFolder.AWAITED) == 1)
    (awaited,) = real.mailbox.awaited_answers.listed()
    real.mailbox.awaited_answers.put_off(awaited.draft_id, datetime.now(UTC) - timedelta(hours=1))
    real.page.side.reminders.look()
    notice = wait_until(lambda: next((one for one in real.said if "Chưa có trả lời" in one.text), None))
    assert notice.action is not None
    notice.action()
    local = real.page.list_pane.local
    wait_until(lambda: local.list.count() == 1 and "quá hạn" in local.list.item(0).text())
    assert real.page.list_pane.shows_local and "Xin số liệu" in local.list.item(0).text()
    local.dismiss.click()
    wait_until(lambda: local.list.count() == 0)
    real.said[-1].action()  # type: ignore[misc]
    wait_until(lambda: local.list.count() == 1)
    local.remind.click()
    reminder = wait_until(lambda: list(real.page.writing.open_composers.values()))[0]
    assert reminder.subject.text() == "Re: Xin số liệu" and "chưa nhận được trả lời" in reminder.text.toPlainText()
    assert [one.address for one in reminder.draft.to] == [Person("", NAM.address).address]


def test_a_scheduled_mail_is_listed_changed_and_sent_now(real: RealDesk) -> None:
    real.round()
    composer = real.page.writing.new(NAM.address)
    composer.subject.setText("Hẹn giờ")
    composer.text.setPlainText("Kính gửi anh.")
    composer.send_at(datetime.now(UTC) + timedelta(days=2))
    wait_until(lambda: not real.page.writing.open_composers)
    real.round()
    assert real.server.sent == []
    wait_until(lambda: real.page.folder_list.count_of(LocalFolder.OUTBOX) == 1)
    real.page.folder_list.choose(LocalFolder.OUTBOX)
    local = real.page.list_pane.local
    wait_until(lambda: real.page.list_pane.shows_local and local.list.count() == 1)
    assert "Hẹn gửi" in local.list.item(0).text()
    assert local.withdraw.isEnabled() and local.later.isEnabled() and local.send_now.isEnabled()
    local.send_now.click()
    wait_until(lambda: real.mailbox.outbox()[0].send_at is None)
    real.round()
    assert len(real.server.sent) == 1
    wait_until(lambda: "máy chủ xác nhận" in local.list.item(0).text())
    assert not local.later.isEnabled()


def test_sending_is_undone_within_its_seconds(real: RealDesk) -> None:
    real.round()
    composer = real.page.writing.new(NAM.address)
    composer.subject.setText("Gửi nhầm")
    composer.text.setPlainText("Kính gửi anh.")
    composer.send()
    notice = wait_until(lambda: next((one for one in real.said if "Thư sắp được gửi" in one.text), None))
    assert notice.seconds == 10 and notice.action_text == "Hoàn tác" and notice.action is not None
    real.round()
    assert real.server.sent == []
    notice.action()
    again = wait_until(lambda: list(real.page.writing.open_composers.values()))[0]
    assert again.subject.text() == "Gửi nhầm" and "Kính gửi anh." in again.text.toPlainText()
    real.round()
    assert real.server.sent == [] and real.mailbox.outbox() == []


def test_many_dropped_on_a_folder_go_at_once_and_come_back_at_once(real: RealDesk) -> None:
    five(real)
    real.page.message_list.selectAll()
    real.page.folder_list.dropped.emit(list(real.page.message_list.chosen_ids()), ARCHIVE)
    wait_until(lambda: real.in_store() == 0 and len(real.mailbox.message_ids(ARCHIVE)) == 5)
    real.page.acts.undo()
    wait_until(lambda: real.in_store() == 5)


def test_a_letter_goes_out_from_a_shared_mailbox(real: RealDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Person("Văn thư Cục Việc làm", "vanthu.cvl@boldptxh.example")
    monkeypatch.setattr("ui.mail_page.composer.shared_senders", lambda mailbox: [office])
    real.round()
    real.page._tools.preferences.remember_word("undo_send_seconds", "0")
    composer = real.page.writing.new(NAM.address)
    wait_until(lambda: len(composer.options.senders_menu.actions()) == 2)
    composer.options.senders_menu.actions()[1].trigger()
    assert "Gửi từ Văn thư Cục Việc làm" in composer.chosen.text()
    composer.subject.setText("Thông báo")
    composer.text.setPlainText("Kính gửi anh.")
    composer.send()
    wait_until(lambda: not real.page.writing.open_composers)
    real.round()
    sent = real.mailbox.message_ids(SENT)[0]
    mime = real.mailbox.mime(sent) or b""
    assert f"<{office.address}>".encode() in mime.split(b"\r\n\r\n")[0]
