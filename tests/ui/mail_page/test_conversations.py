"""The conversation of a mail, over it in the reader: walked by keyboard and mouse, own answers among it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mail import ItemId
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import ARCHIVE, DELETED, HANH, INBOX, SENT
from tests.ui.waiting import wait_until


def three(desk: MailDesk) -> list[ItemId]:
    box = desk.box
    ids = [
        box.add("a", "Họp giao ban", minutes_ago=30, text="Mời chị họp lúc 8 giờ."),
        box.add("b", "Re: Họp giao ban", folder=SENT, sender=HANH, minutes_ago=20, text="Em nhận được rồi ạ."),
        box.add("c", "Re: Họp giao ban", minutes_ago=10, text="Cảm ơn chị."),
    ]
    box.add("x", "Việc khác", minutes_ago=1)
    box.threads = [ids]
    desk.open()
    desk.stand_on(1)
    wait_until(lambda: desk.page.reader.conversation.isVisible())
    return ids


def test_the_strip_says_how_many_and_walks_with_the_keyboard(desk: MailDesk) -> None:
    three(desk)
    reader, strip = desk.page.reader, desk.page.reader.conversation
    assert strip.fold.text().startswith("3 thư") and strip.place.text() == "3/3"
    assert not strip.list.isVisible() and not strip.later.isEnabled()
    QTest.keyClick(desk.page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    wait_until(lambda: reader.item_id == "b" and "nhận được" in reader.body.toPlainText())
    wait_until(lambda: strip.place.text() == "2/3")
    QTest.keyClick(desk.page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    wait_until(lambda: reader.item_id == "a" and desk.page.message_list.current_id == "a")
    QTest.keyClick(desk.page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    wait_until(lambda: reader.item_id == "b")


def test_unfolded_it_lists_all_of_them_and_remembers_that(desk: MailDesk) -> None:
    three(desk)
    strip = desk.page.reader.conversation
    strip.fold.click()
    assert strip.list.isVisible() and strip.list.count() == 3
    spoken = [strip.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert "Tôi" in spoken[1] and spoken[0].startswith("Chưa đọc") and "Vũ Hoàng Nam" in spoken[0]
    assert desk.tools.preferences.word("conversation") == "open"
    strip.list.itemClicked.emit(strip.list.item(0))
    wait_until(lambda: desk.page.reader.item_id == "a")


def test_what_she_does_beside_the_list_is_done_to_the_mail_she_reads(desk: MailDesk) -> None:
    ids = three(desk)
    desk.page.reader.conversation.step(-1)
    wait_until(lambda: desk.page.reader.message is not None and desk.page.reader.item_id == "b")
    desk.page.actions_by_name["delete"].trigger()
    wait_until(lambda: desk.box.messages[ids[1]].summary.folder_id == DELETED)
    assert desk.box.messages[ids[2]].summary.folder_id != DELETED


def test_an_answer_that_comes_joins_the_strip(desk: MailDesk) -> None:
    from mail import MailboxChanges

    ids = three(desk)
    desk.box.threads = [[*ids, desk.box.add("d", "Re: Họp giao ban", minutes_ago=0)]]
    desk.page.side._changed(MailboxChanges(item_ids=(ItemId("d"),)))
    wait_until(lambda: desk.page.reader.conversation.place.text() == "3/4")
    assert desk.page.reader.conversation.later.isEnabled()


def test_a_mail_alone_has_no_strip(desk: MailDesk) -> None:
    three(desk)
    desk.stand_on(0)
    wait_until(lambda: not desk.page.reader.conversation.isVisible())


def test_a_list_is_grouped_by_conversation_if_she_likes_and_stays_so(desk: MailDesk) -> None:
    three(desk)
    rows, pane = desk.page.message_list, desk.page.list_pane
    assert desk.ids == ["x", "c", "a"] and not pane.grouped.isChecked()
    pane.grouped.click()
    wait_until(lambda: desk.ids == ["x", "c"])
    wait_until(lambda: rows.row.conversations)
    assert desk.page.list_pane.count.text().startswith("2 cuộc trao đổi")
    assert desk.page.reader.item_id == "c", "what she reads stays"
    held = rows.messages.held(ItemId("c"))
    assert held is not None
    assert "Vũ Hoàng Nam (2)" in rows.row.spoken(held) and rows.row.spoken(held).startswith("Chưa đọc")
    assert desk.tools.preferences.word("mail_grouping") == "yes"
    assert desk.page.shown.all_ids() == ["x", "c", "a"], "exporting takes all of them"
    pane.search.setText("Họp")
    wait_until(lambda: desk.ids == ["c", "b", "a"])
    assert not pane.grouped.isVisible()
    pane.search.clear()
    wait_until(lambda: desk.ids == ["x", "c"])
    pane.grouped.click()
    wait_until(lambda: desk.ids == ["x", "c", "a"])


def test_a_conversation_of_one_row_gives_way_to_its_next_mail_when_the_newest_is_deleted(desk: MailDesk) -> None:
    three(desk)
    desk.page.list_pane.grouped.click()
    wait_until(lambda: desk.ids == ["x", "c"])
    desk.stand_on(1)
    desk.page.actions_by_name["delete"].trigger()
    wait_until(lambda: desk.ids == ["x", "a"])


def test_a_whole_conversation_is_archived_and_comes_back_with_one_undo(desk: MailDesk) -> None:
    a, b, c = three(desk)
    where = lambda: [desk.box.messages[one].summary.folder_id for one in (a, b, c)]  # noqa: E731
    QTest.keyClick(desk.page, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: where() == [ARCHIVE, SENT, ARCHIVE] and desk.ids == ["x"])
    assert "Đã chuyển 2 thư" in desk.words_said()[-1] and "thư đã gửi vẫn giữ nguyên" in desk.words_said()[-1]
    desk.page.actions_by_name["undo"].trigger()
    wait_until(lambda: where() == [INBOX, SENT, INBOX] and desk.ids == ["x", "c", "a"])


def test_from_a_grouped_row_the_whole_conversation_goes_and_nothing_for_good(desk: MailDesk) -> None:
    a, b, c = three(desk)
    desk.page.list_pane.grouped.click()
    wait_until(lambda: desk.ids == ["x", "c"])
    desk.stand_on(1)
    desk.page.actions_by_name["delete_all"].trigger()
    wait_until(lambda: desk.ids == ["x"] and desk.box.messages[a].summary.folder_id == DELETED)
    assert desk.box.messages[b].summary.folder_id == SENT
    desk.page.folder_list.choose(DELETED)
    wait_until(lambda: desk.ids == ["c"])
    desk.stand_on(0)
    desk.page.actions_by_name["delete_all"].trigger()
    wait_until(lambda: desk.words_said()[-1] == "Cuộc trao đổi này không còn thư nào để xoá.")
    assert a in desk.box.messages and c in desk.box.messages


def test_read_and_flagged_are_all_of_a_conversation(desk: MailDesk) -> None:
    ids = three(desk)
    summaries = lambda: [desk.box.messages[one].summary for one in ids]  # noqa: E731
    assert not summaries()[0].is_read
    menu = desk.page.reader.conversation.all_button.menu()
    offered = [action.text() for action in menu.actions()]
    assert len(offered) == 5 and all("cả cuộc trao đổi" in words for words in offered)
    menu.actions()[3].trigger()
    wait_until(lambda: all(one.is_read for one in summaries()))
    menu.actions()[4].trigger()
    wait_until(lambda: all(one.is_flagged for one in summaries()))
    menu.actions()[4].trigger()
    wait_until(lambda: not any(one.is_flagged for one in summaries()))


@pytest.mark.parametrize(
    ("deed", "done"), [("archive_all", "Đã chuyển 2000 thư"), ("delete_all", "Đã xoá 2000 thư"), ("read_all", "đã đọc")]
)
def test_of_a_conversation_larger_than_one_act_takes_the_rest_is_said(desk: MailDesk, deed: str, done: str) -> None:
    desk.box.threads = [[desk.box.add(f"m{number}", "Họp", minutes_ago=number) for number in range(2_005)]]
    desk.open()
    desk.stand_on(0)
    desk.page.actions_by_name[deed].trigger()
    wait_until(lambda: any(done in one and "phần còn lại" in one for one in desk.words_said()))
