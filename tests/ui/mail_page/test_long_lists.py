"""A folder of a million mails opens and scrolls like one of a hundred."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mail import ItemId
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import PROJECT
from tests.ui.waiting import wait_until
from ui.mail_page.message_model import PAGE

MANY = 1_000_000


def test_only_the_pages_looked_at_are_asked_for(desk: MailDesk) -> None:
    desk.box.fill(MANY)
    desk.open()
    desk.page.folder_list.choose(PROJECT)
    wait_until(lambda: desk.page.message_list.messages.rowCount() == MANY)
    wait_until(lambda: desk.page.message_list.messages.held(ItemId("many-0")))
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_End)
    wait_until(lambda: desk.page.message_list.messages.held(ItemId(f"many-{MANY - 1}")))
    assert desk.page.message_list.current_id == f"many-{MANY - 1}"
    assert max(desk.box.asked) <= PAGE
    assert sum(desk.box.asked) <= 4 * PAGE


def test_flying_past_asks_for_where_she_stops(desk: MailDesk) -> None:
    desk.box.fill(MANY)
    desk.open()
    desk.page.folder_list.choose(PROJECT)
    wait_until(lambda: desk.page.message_list.messages.rowCount() == MANY)
    bar = desk.page.message_list.verticalScrollBar()
    for step in range(1, 200):
        bar.setValue(bar.maximum() * step // 400)
        desk.page.message_list.viewport().repaint()
    row = desk.page.message_list.rowAt(10)
    wait_until(lambda: desk.page.message_list.messages.held(ItemId(f"many-{row}")))
    assert len(desk.box.asked) < 20


def test_an_arrival_and_a_deletion_in_a_million(desk: MailDesk) -> None:
    desk.box.fill(MANY)
    desk.open()
    desk.page.folder_list.choose(PROJECT)
    wait_until(lambda: desk.page.message_list.messages.rowCount() == MANY)
    desk.page.message_list.stand_on(500_000)
    resets: list[object] = []
    desk.page.message_list.messages.modelReset.connect(lambda: resets.append(1))
    ids = desk.box.many_ids[PROJECT]
    ids.insert(0, ItemId("many-new"))
    del ids[700_000]
    desk.page.shown.reload()
    wait_until(lambda: desk.page.message_list.messages.item_id(0) == "many-new")
    assert desk.page.message_list.current_id == "many-500000"
    assert desk.page.message_list.currentIndex().row() == 500_001
    assert not resets


def test_everything_chosen_in_a_long_folder_is_one_range(desk: MailDesk) -> None:
    desk.box.fill(MANY)
    desk.open()
    desk.page.folder_list.choose(PROJECT)
    wait_until(lambda: desk.page.message_list.messages.rowCount() == MANY)
    desk.page.message_list.selectAll()
    assert len(desk.page.message_list.chosen_ids(limit=5000)) == 5000
    assert len(desk.page.message_list.chosen_ids()) == MANY
