"""Folders in the order of a tree, bodies packed only where it pays, no statement that walks through all messages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from mail import Folder, FolderId, FolderRole, MailboxSync, MailSettings, open_mailbox
from mail.bodies import packed
from mail.database import Database
from mail.rows import in_tree_order
from tests.mail.builders import KEY, a_draft, a_mime
from tests.mail.fake_gateway import ARCHIVE, INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


def a_folder(name: str, parent: str | None = None, role: FolderRole = FolderRole.OTHER) -> Folder:
    return Folder(FolderId(name), None if parent is None else FolderId(parent), name, role, 0, 0)


def test_parents_come_before_children_and_well_known_ones_first() -> None:
    folders = [
        a_folder("con", "Đề án"),
        a_folder("Đề án", "root"),
        a_folder("An toàn", "root"),
        a_folder("Thư đến", "root", FolderRole.INBOX),
        a_folder("trong thư đến", "Thư đến"),
        a_folder("Đã gửi", "root", FolderRole.SENT),
    ]
    expected = ["Thư đến", "trong thư đến", "Đã gửi", "An toàn", "Đề án", "con"]
    assert [folder.name for folder in in_tree_order(folders)] == expected


def test_folders_in_a_ring_are_shown_all_the_same() -> None:
    folders = [a_folder("a", "b"), a_folder("b", "a"), a_folder("c", "c"), a_folder("d", "a")]
    assert sorted(folder.name for folder in in_tree_order(folders)) == ["a", "b", "c", "d"]


def test_only_what_shrinks_much_is_deflated() -> None:
    text = (
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "K=C3=ADnh g=E1=BB=ADi =C4=91=E1=BB=93ng ch=C3=AD " * 80
    ).encode()
    assert len(packed(text)[1]) < len(text) / 2
    scanned = a_mime(attachment=random.Random(1).randbytes(50_000))
    assert packed(scanned) == (0, scanned)


def test_no_statement_walks_through_all_messages(tmp_path: Path) -> None:
    """With a million of them such a statement takes a second. Small tables and partial indexes may be walked; a whole
    folder only by what lists it."""
    server = FakeMailboxGateway(tells_new_ids=False)
    for number in range(10):
        server.deliver(f"Thư {number}")
    path = tmp_path / "mail.db"
    with statements() as seen:
        mailbox = open_mailbox(path, KEY)
        sync = MailboxSync(server, path, KEY, SETTINGS)
        list(sync.round())
        ids = mailbox.message_ids(INBOX)
        mailbox.mark_read(ids[:3])
        mailbox.flag(ids[:3])
        mailbox.move(ids[3:5], ARCHIVE)
        mailbox.delete(ids[6:8])
        mailbox.undo()
        mailbox.search("thu")
        mailbox.message(ids[0])
        mailbox.folders()
        mailbox.message_ids(INBOX, unread_only=True)
        mailbox.message_ids(INBOX)
        mailbox.conversations.newest_of_each(ids)
        mailbox.conversations.rows(INBOX, ids)
        mailbox.conversations.around(ids[0])
        mailbox.send(a_draft())
        list(sync.round())
        mailbox.keeping.choose(3)
        server.lose_sync_states()
        server.remove(server.ids_in(INBOX)[0])
        list(sync.round())
        sync.close()
        mailbox.close()
    assert len(seen) > 40
    database = Database(path, KEY)
    allowed = ("messages_to_index", "messages_wanting_body", "messages_ghosts")
    with database.read() as connection:
        for statement, values in seen.items():
            if statement.startswith(("INSERT INTO thread_waiting SELECT", "UPDATE messages SET is_indexed = 0 ")):
                continue  # once, when an older file is brought up to date
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values):
                walks = row[3].startswith(("SCAN m", "SCAN messages", "SCAN bodies"))
                is_small = row[3].startswith("SCAN message_words VIRTUAL TABLE") or any(
                    one in row[3] for one in allowed
                )
                assert not walks or is_small, f"{row[3]}: {statement}"
                lists_folder = any(
                    one in statement for one in ("group_concat", "max(received_at)", "is_gone = 1", "walk <")
                )
                assert "messages_by_folder (folder=?)" not in row[3] or lists_folder, f"{row[3]}: {statement}"
    database.close()


@contextmanager
def statements() -> Iterator[dict[str, Any]]:
    seen: dict[str, Any] = {}

    def note(connection: Any, cursor: Any, statement: str, values: Any, context: Any, is_many: bool) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            seen[statement] = values[0] if is_many else values

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)
