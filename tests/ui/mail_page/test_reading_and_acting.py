"""She opens the Inbox, reads, marks, deletes, takes back, moves, searches."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton

from mail import ItemId, MailboxChanges, SyncProgress
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import ARCHIVE, DELETED, DRAFTS, INBOX, JUNK, PROJECT
from tests.ui.waiting import wait_until
from ui.mail_page.folder_list import messages_as_mime
from ui.mail_page.message_model import SUMMARY_ROLE
from ui.mail_page.move_dialog import MoveDialog
from ui.service_messages import MailEvent, Refresh


def three_mails(desk: MailDesk) -> None:
    desk.box.add("a", "Báo cáo tuần", minutes_ago=1, text="Kính gửi chị, theo Thông tư số 12/2024/TT-BLĐPTXH.")
    desk.box.add("b", "Giấy mời họp", minutes_ago=2)
    desk.box.add("c", "Thuế thu nhập", minutes_ago=3, is_read=True)


def test_the_inbox_opens_with_names_and_counts(desk: MailDesk) -> None:
    three_mails(desk)
    desk.box.add("j", "Quảng cáo", folder=JUNK)
    counts: list[int] = []
    desk.page.unread_changed.connect(counts.append)
    desk.open()
    names = [desk.page.folder_list.topLevelItem(row).text(0) for row in range(6)]
    assert names == ["Hộp thư đến", "Thư nháp", "Thư đã gửi", "Thư đã xoá", "Thư rác", "Lưu trữ"]
    assert desk.page.folder_list.count_of(INBOX) == 2
    assert desk.page.folder_list.count_of(JUNK) == 1
    assert counts[-1] == 2
    assert desk.ids == ["a", "b", "c"]
    wait_until(lambda: desk.page.message_list.messages.held(ItemId("a")))
    index = desk.page.message_list.messages.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Chưa đọc" in spoken and "Vũ Hoàng Nam" in spoken and "Báo cáo tuần" in spoken


def test_a_message_is_read_and_counts_as_read_after_a_pause(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.stand_on(0)
    assert desk.page.reader.head.subject.text() == "Báo cáo tuần"
    assert "Kính gửi chị" in desk.page.reader.body.toPlainText()
    wait_until(lambda: desk.box.messages[ItemId("a")].summary.is_read)
    wait_until(lambda: desk.page.folder_list.count_of(INBOX) == 1)
    wait_until(lambda: desk.service.asked[-1:] == [Refresh(mail=True, archive=False)])
    assert desk.page.message_list.messages.held(ItemId("a")).is_read  # type: ignore[union-attr]


def test_cited_numbers_become_links_with_their_status(desk: MailDesk) -> None:
    three_mails(desk)
    asked: list[str] = []
    desk.page.document_asked.connect(asked.append)
    desk.open()
    desk.stand_on(0)
    chip = wait_until(lambda: desk.page.reader.cited.chips[:1])[0]
    assert chip.status_words == "Còn hiệu lực"
    assert "Còn hiệu lực" in chip.accessibleName()
    chip.click()
    assert asked == ["12/2024/TT-BLĐPTXH"]
    body = desk.page.reader.body.text_view
    at = body.toPlainText().index("12/2024")
    cursor = body.textCursor()
    cursor.setPosition(at + 1)
    assert cursor.charFormat().anchorHref() == "vanban:12/2024/TT-BLĐPTXH"
    body.anchorClicked.emit(body.anchorAt(body.cursorRect(cursor).center()))
    assert asked == ["12/2024/TT-BLĐPTXH"] * 2


def test_delete_goes_on_to_the_next_and_is_taken_back(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.stand_on(0)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Delete)
    assert desk.ids == ["b", "c"]  # at once
    wait_until(lambda: desk.page.reader.item_id == "b")
    wait_until(lambda: desk.box.messages[ItemId("a")].summary.folder_id == DELETED)
    notice = desk.said[-1]
    assert notice.text == "Đã xoá 1 thư" and notice.action_text == "Hoàn tác"
    assert notice.action is not None
    notice.action()
    wait_until(lambda: desk.ids == ["a", "b", "c"])
    assert desk.page.message_list.current_id == "b"  # she stays where she is


def test_reading_by_itself_is_not_what_is_taken_back(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.stand_on(0)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Delete)
    wait_until(lambda: desk.box.messages[ItemId("b")].summary.is_read)
    desk.page.actions_by_name["undo"].trigger()
    wait_until(lambda: desk.ids == ["a", "b", "c"])
    assert desk.box.messages[ItemId("b")].summary.is_read


def test_what_lies_in_deleted_items_goes_for_good_only_after_a_question(desk: MailDesk) -> None:
    desk.box.add("x", "Cũ", folder=DELETED)
    desk.open()
    desk.page.folder_list.choose(DELETED)
    wait_until(lambda: desk.ids == ["x"])
    desk.stand_on(0)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Delete)
    box = desk.page.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert desk.ids == ["x"]
    next(button for button in box.findChildren(QPushButton) if button.text() == "Xoá hẳn").click()
    wait_until(lambda: desk.ids == [])
    assert all(not notice.action_text for notice in desk.said)


def test_flag_and_unread_by_key(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.stand_on(2)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Insert)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_U)
    wait_until(lambda: desk.box.messages[ItemId("c")].summary.is_flagged)
    wait_until(lambda: not desk.box.messages[ItemId("c")].summary.is_read)
    assert desk.page.message_list.messages.held(ItemId("c")).is_flagged  # type: ignore[union-attr]


def test_messages_are_dropped_onto_a_folder(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    folders = desk.page.folder_list
    item = next(i for i in (folders.topLevelItem(r) for r in range(6)) if i is not None and i.text(0) == "Lưu trữ")
    place = folders.visualItemRect(item).center()
    data = messages_as_mime([ItemId("a"), ItemId("c")])
    event = QDropEvent(
        QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    folders.dropEvent(event)
    assert event.isAccepted()
    assert desk.ids == ["b"]
    wait_until(lambda: desk.box.messages[ItemId("c")].summary.folder_id == ARCHIVE)
    assert desk.said[-1].text == "Đã chuyển 2 thư vào “Lưu trữ”"


def test_nothing_is_dropped_onto_the_folder_shown_or_onto_nothing(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    folders = desk.page.folder_list
    for place in (folders.visualItemRect(folders.topLevelItem(0)).center(), QPoint(20, folders.height() - 5)):
        data = messages_as_mime([ItemId("a")])
        event = QDropEvent(
            QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        folders.dropEvent(event)
        assert not event.isAccepted()
    assert desk.ids == ["a", "b", "c"]


def test_move_by_typing_part_of_a_folders_name(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.stand_on(1)
    desk.page.actions_by_name["move"].trigger()
    dialog = desk.page.findChild(MoveDialog)
    assert isinstance(dialog, MoveDialog)
    typed = dialog.findChild(QLineEdit)
    assert isinstance(typed, QLineEdit)
    typed.setText("cai cach")
    assert dialog.list.currentItem().text() == "Hộp thư đến › Cải cách hành chính"
    QTest.keyClick(typed, Qt.Key.Key_Return)
    wait_until(lambda: desk.box.messages[ItemId("b")].summary.folder_id == PROJECT)
    assert desk.ids == ["a", "c"]


def test_several_are_acted_upon_at_once(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.page.message_list.selectAll()
    assert desk.page.message_list.chosen_ids() == ["a", "b", "c"]
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Delete)
    assert desk.ids == []
    wait_until(lambda: desk.page.list_pane.nothing.isVisible())
    assert desk.page.list_pane.nothing.text() == "Hộp thư trống"
    assert desk.said[-1].text == "Đã xoá 3 thư"


def test_search_as_she_types_and_back(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    pane = desk.page.list_pane
    pane.start_search()
    for typed in ("t", "th", "thu", "thue"):
        pane.search.setText(typed)
    wait_until(lambda: desk.ids == ["c"])
    assert desk.box.searches == ["thue"]  # the letters in between were never asked
    assert pane.title.text() == "Kết quả tìm"
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    wait_until(lambda: desk.page.reader.item_id == "c")
    pane.search.setText("không có đâu")
    wait_until(lambda: pane.nothing.isVisible() and "không có đâu" in pane.nothing.text())
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    wait_until(lambda: desk.ids == ["a", "b", "c"])
    assert pane.title.text() == "Hộp thư đến"


def test_an_arrival_joins_the_list_without_moving_her(desk: MailDesk) -> None:
    for number in range(100):
        desk.box.add(f"m{number}", f"Thư {number}", minutes_ago=number + 1, is_read=True)
    desk.open()
    desk.stand_on(40)
    scrolled = desk.page.message_list.rowViewportPosition(40)
    desk.box.add("new", "Thư mới", minutes_ago=0)
    desk.service.say(MailEvent(MailboxChanges(folders=True, folder_ids=(INBOX,), item_ids=(), arrived=())))
    wait_until(lambda: desk.ids[0] == "new")
    assert desk.page.message_list.current_id == "m40"
    assert desk.page.message_list.chosen_ids() == ["m40"]
    assert desk.page.message_list.rowViewportPosition(41) == scrolled
    wait_until(lambda: desk.page.folder_list.count_of(INBOX) == 1)


def test_a_changed_row_is_shown_anew(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    wait_until(lambda: desk.page.message_list.messages.held(ItemId("a")))
    desk.box.flag([ItemId("a")])
    desk.service.say(MailEvent(MailboxChanges(item_ids=(ItemId("a"),))))
    wait_until(lambda: desk.page.message_list.messages.index(0).data(SUMMARY_ROLE).is_flagged)


def test_a_body_that_is_not_here_yet_comes_by_itself(desk: MailDesk) -> None:
    three_mails(desk)
    desk.box.bodies_missing.add(ItemId("a"))
    desk.open()
    desk.page.message_list.stand_on(0)
    wait_until(lambda: desk.page.reader.place.waiting.text() == "Nội dung thư đang được tải…")
    desk.box.bodies_missing.clear()
    desk.service.say(MailEvent(MailboxChanges(item_ids=(ItemId("a"),))))
    wait_until(lambda: "Kính gửi chị" in desk.page.reader.body.toPlainText())


def test_the_first_sync_says_how_far_it_is(desk: MailDesk) -> None:
    desk.open()
    desk.service.say(MailEvent(SyncProgress(120, 300)))
    wait_until(lambda: desk.page.list_pane.nothing.text() == "Đang tải thư lần đầu… 120/300")
    desk.service.say(MailEvent(SyncProgress(300, 300)))
    wait_until(lambda: desk.page.list_pane.nothing.text() == "Hộp thư trống")


def test_only_unread_keeps_the_one_she_is_reading(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.page.list_pane.unread_only.setChecked(True)
    wait_until(lambda: desk.ids == ["a", "b"])
    desk.stand_on(0)
    wait_until(lambda: desk.box.messages[ItemId("a")].summary.is_read)
    wait_until(lambda: desk.page.folder_list.count_of(INBOX) == 1)
    desk.page.shown.reload()
    wait_until(lambda: not desk.page.shown._is_asking)
    assert desk.ids == ["a", "b"]


def test_a_draft_on_the_server_is_opened_for_writing(desk: MailDesk) -> None:
    desk.box.add("d", "Dự thảo", folder=DRAFTS, text="Đang viết dở")
    desk.open()
    desk.page.folder_list.choose(DRAFTS)
    wait_until(lambda: desk.ids == ["d"])
    desk.stand_on(0)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Return)
    composer = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    assert composer.subject.text() == "Dự thảo"
    assert composer.text.toPlainText() == "Đang viết dở"


def test_what_is_deleted_leaves_the_search_results_and_comes_back(desk: MailDesk) -> None:
    three_mails(desk)
    desk.open()
    desk.page.list_pane.search.setText("bao cao tuan")
    wait_until(lambda: desk.ids == ["a"])
    desk.stand_on(0)
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Delete)
    assert desk.ids == []
    wait_until(lambda: desk.box.messages[ItemId("a")].summary.folder_id == DELETED)
    wait_until(lambda: not desk.page.shown._is_asking)
    assert desk.ids == []
    desk.page.actions_by_name["undo"].trigger()
    wait_until(lambda: desk.ids == ["a"])


def test_a_found_mail_says_in_which_folder_it_lies(desk: MailDesk) -> None:
    desk.box.add("a", "Báo cáo tuần", minutes_ago=1)
    desk.box.add("x", "Báo cáo cũ", minutes_ago=2, folder=DELETED)
    desk.open()
    messages = desk.page.message_list.messages
    summary = wait_until(lambda: messages.summary(0))
    assert desk.page.message_list.folder_of(summary) == ""
    desk.page.list_pane.search.setText("bao cao")
    wait_until(lambda: desk.ids == ["a", "x"])
    summary = wait_until(lambda: messages.summary(1))
    assert desk.page.message_list.folder_of(summary) == "Thư đã xoá"
    spoken = messages.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Thư đã xoá" in spoken
