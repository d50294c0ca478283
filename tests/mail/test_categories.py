"""Categories in the local mailbox: shown at once, performed on the server, taken back whole, kept when the server says
otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from mail import ActionRefused, Category, ItemId, Mailbox, MailboxSync, MailSettings, Refused, open_mailbox
from mail import schema as schema_module
from mail.model import SetCategories
from tests.mail.builders import KEY
from tests.mail.fake_gateway import INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


@dataclass
class Box:
    server: FakeMailboxGateway
    sync: MailboxSync
    mailbox: Mailbox

    def round(self) -> list[object]:
        return list(self.sync.round())

    def shown(self) -> list[tuple[str, ...]]:
        return [one.categories for one in self.mailbox.summaries(self.mailbox.message_ids(INBOX))]

    def on_server(self) -> list[tuple[str, ...]]:
        return [self.server.items[one].summary.categories for one in self.server.ids_in(INBOX)]


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Box]:
    server = FakeMailboxGateway()
    sync = MailboxSync(server, tmp_path / "mail.db", KEY, SETTINGS)
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    yield Box(server, sync, mailbox)
    mailbox.close()
    sync.close()


def ids(box: Box) -> list[ItemId]:
    return box.mailbox.message_ids(INBOX)


def test_they_come_with_the_row_and_follow_the_server(box: Box) -> None:
    item = box.server.deliver("Một")
    box.server.perform(SetCategories(item, ("Khẩn",)))
    box.round()
    assert box.shown() == [("Khẩn",)]
    box.server.perform(SetCategories(item, ()))
    box.round()
    assert box.shown() == [()]


def test_hers_are_shown_at_once_and_then_on_the_server(box: Box) -> None:
    box.server.deliver("Một")
    box.server.deliver("Hai")
    box.round()
    box.mailbox.categorise(ids(box), add=["Cần trình"])
    box.mailbox.categorise(ids(box)[:1], add=["cần TRÌNH", " Khẩn "])
    assert box.shown() == [("Cần trình", "Khẩn"), ("Cần trình",)]
    assert box.on_server() == [(), ()]
    box.round()
    assert box.shown() == box.on_server() == [("Cần trình", "Khẩn"), ("Cần trình",)]
    assert box.server.calls.count("perform") == 2  # the later list replaces the earlier


def test_one_undo_takes_one_act_back_before_and_after_it_is_performed(box: Box) -> None:
    box.server.deliver("Một")
    box.server.deliver("Hai")
    box.round()
    box.mailbox.categorise(ids(box)[:1], add=["Khẩn"])
    box.mailbox.categorise(ids(box), add=["Theo dõi"])
    assert box.mailbox.undo() and box.shown() == [("Khẩn",), ()]
    box.round()
    assert box.on_server() == [("Khẩn",), ()]
    box.mailbox.categorise(ids(box), remove=["khẩn"], add=["Đã xử lý"])
    box.round()
    assert box.on_server() == [("Đã xử lý",), ("Đã xử lý",)]
    assert box.mailbox.undo() and box.shown() == [("Khẩn",), ()]
    box.round()
    assert box.on_server() == [("Khẩn",), ()]
    box.mailbox.undo()
    box.round()
    assert box.on_server() == [(), ()] and not box.mailbox.undo()


def test_what_changes_nothing_is_no_act(box: Box) -> None:
    box.server.deliver("Một")
    box.round()
    box.mailbox.categorise(ids(box), remove=["Khẩn"])
    box.mailbox.categorise(ids(box), add=["  "])
    assert not box.mailbox.undo()


def test_a_refused_one_is_taken_back_and_told(box: Box) -> None:
    box.server.deliver("Một")
    box.round()
    box.mailbox.categorise(ids(box), add=["Khẩn"])
    box.server.fail(Refused("ErrorAccessDenied"), method="perform")
    told = [event for event in box.round() if isinstance(event, ActionRefused)]
    assert [event.action for event in told] == [SetCategories(ids(box)[0], ("Khẩn",))]
    assert box.shown() == [()]


def test_they_move_with_the_message(box: Box) -> None:
    box.server.deliver("Một")
    box.round()
    box.mailbox.categorise(ids(box), add=["Khẩn"])
    box.mailbox.delete(ids(box))
    box.round()
    (gone,) = [item.summary for item in box.server.items.values()]
    assert gone.folder_id == "deleteditems" and gone.categories == ("Khẩn",)


def test_the_master_list_is_remembered(box: Box) -> None:
    assert box.mailbox.known_categories() == ()
    box.mailbox.remember_categories((Category("Khẩn", 0), Category("Việc riêng")))
    assert box.mailbox.known_categories() == (Category("Khẩn", 0), Category("Việc riêng"))


def test_a_store_from_before_learns_them_by_listing_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    server = FakeMailboxGateway()
    item = server.deliver("Một")
    server.perform(SetCategories(item, ("Khẩn",)))
    with closing(dbapi2.connect(str(path), isolation_level=None)) as old:
        old.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        for statement in schema_module.UPGRADES[0]:
            old.execute(statement)
        old.execute("PRAGMA user_version = 1")
        old.execute(
            "INSERT INTO folders (id, name, role, server_total, server_unread, sync_state, is_complete)"
            " VALUES ('inbox', 'Inbox', 'inbox', 1, 1, '0|inbox|1', 1)"
        )
        old.execute(
            "INSERT INTO messages (item_id, folder, subject, recipients, received_at, is_read, is_flagged,"
            " has_attachments, is_meeting, size, importance, preview, walk)"
            " VALUES (?, 1, 'Một', '[]', 1, 0, 0, 0, 0, 10, 'Normal', '', 0)",
            (item,),
        )
    with closing(open_mailbox(path, KEY)) as mailbox:
        assert [one.categories for one in mailbox.summaries(mailbox.message_ids(INBOX))] == [()]
        with closing(MailboxSync(server, path, KEY, SETTINGS)) as sync:
            list(sync.round())
        (row,) = mailbox.summaries(mailbox.message_ids(INBOX))
        assert row.categories == ("Khẩn",) and row.has_body


def test_one_she_names_is_known_at_once_and_waits_until_the_servers_list_has_it(box: Box) -> None:
    assert box.mailbox.known_categories() == box.mailbox.categories_to_add() == ()
    box.mailbox.remember_categories((Category("Khẩn", 0),))
    for one in (Category("Hội nghị", 5), Category("HỘI NGHỊ", 6), Category("khẩn", 7)):
        box.mailbox.new_category(one)
    assert box.mailbox.categories_to_add() == (Category("Hội nghị", 5),)
    assert box.mailbox.known_categories() == (Category("Khẩn", 0), Category("Hội nghị", 5))
    box.mailbox.remember_categories((Category("Khác", 1),))  # she was away while others changed it
    assert box.mailbox.known_categories() == (Category("Khác", 1), Category("Hội nghị", 5))
    box.mailbox.remember_categories((Category("Khác", 1), Category("hội nghị", 9)))
    assert box.mailbox.categories_to_add() == ()
    assert box.mailbox.known_categories() == (Category("Khác", 1), Category("hội nghị", 9))
