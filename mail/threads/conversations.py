"""Conversations as she sees them: the mails around one, and one row per conversation in a folder. Used by `Mailbox`."""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from ..database import Database
from ..model import FolderId, FolderRole, ItemId, MessageSummary, Person
from ..rows import SUMMARY_COLUMNS, local_id, numbers_of, summary_of

MOST_SHOWN = 200
MOST_GROUPED = 300_000
_FEW = 20_000
_MOST_PEOPLE = 6
_MEMBERS_READ = 2_000
_LEFT_OUT = (FolderRole.DELETED.value, FolderRole.JUNK.value, FolderRole.DRAFTS.value)


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """What the row of a conversation tells of all its mails in the folder: how many, how many unread, who wrote (the
    newest writer first)."""

    count: int
    unread: int
    people: tuple[Person, ...]


class Conversations:
    """Thread-safe, one read per call. Raises `StoreError` only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def around(self, item_id: ItemId) -> list[MessageSummary]:
        """The conversation of this message, itself included, oldest first; own answers from Sent Items among them.

        What lies in Deleted Items, Junk or Drafts is left out (but for the message itself), a mail that lies in two
        folders stands once; of a very long conversation the 200 nearest.
        """
        with self._database.read() as connection:
            numbers = numbers_of(connection, [item_id])
            if not numbers:
                return []
            rows = connection.exec_driver_sql(
                f"SELECT {SUMMARY_COLUMNS}, t.own_key, coalesce((SELECT role FROM folders f WHERE f.number ="
                " shown_folder), '') FROM thread_members t JOIN shown_messages ON number = t.message"
                " WHERE t.thread = (SELECT thread FROM thread_members WHERE message = ?) AND shown_folder <> -1"
                " ORDER BY abs(received_at - (SELECT received_at FROM messages WHERE number = ?)), number LIMIT ?",
                (numbers[0], numbers[0], _MEMBERS_READ),
            ).all()
        kept: dict[int, MessageSummary] = {}
        for row in rows:
            number, own, role = row[0], row[-2], row[-1]
            if number != numbers[0] and role in _LEFT_OUT:
                continue
            key = own if own is not None else -number
            if number == numbers[0] or (key not in kept and len(kept) < MOST_SHOWN):
                kept[key] = summary_of(row)
        return sorted(kept.values(), key=lambda one: (one.received_at, int(one.id[1:])))

    def whole(self, item_ids: Sequence[ItemId]) -> list[tuple[ItemId, FolderId, FolderRole]]:
        """Every mail of the conversations of these, with where it lies, newest first, for acts on all of them; each
        copy of a mail that lies twice. Left out is what lies in Deleted Items, Junk or Drafts and was not named.

        At most 2,000, those named among them.
        """
        with self._database.read() as connection:
            named = numbers_of(connection, item_ids[:_MEMBERS_READ])
            rows = connection.exec_driver_sql(
                "SELECT s.number, f.id, f.role FROM shown_messages s JOIN folders f ON f.number = s.shown_folder"
                " WHERE s.number IN (SELECT t.message FROM thread_members t WHERE t.thread IN (SELECT thread FROM"
                " thread_members WHERE message IN (SELECT value FROM json_each(:named))) UNION"
                " SELECT value FROM json_each(:named))"
                " ORDER BY s.number IN (SELECT value FROM json_each(:named)) DESC, s.received_at DESC, s.number DESC"
                " LIMIT :most",
                {"named": json.dumps(named), "most": _MEMBERS_READ},
            ).all()
        kept = set(named)
        return [
            (local_id(number), FolderId(folder), FolderRole(role))
            for number, folder, role in rows
            if number in kept or role not in _LEFT_OUT
        ]

    def newest_of_each(self, item_ids: Sequence[ItemId]) -> list[ItemId]:
        """Of a folder's list, newest first (`Mailbox.message_ids`): the newest of every conversation, in that order.

        A list longer than 300,000 comes back as it is: grouping it would take longer than opening a folder may.
        """
        if len(item_ids) > MOST_GROUPED:
            return list(item_ids)
        # The first message of a conversation gives it its number: only those that came to it later need a look.
        statement = "SELECT group_concat(message || ' ' || thread, ' ') FROM thread_members WHERE thread <> message"
        with self._database.read() as connection:
            if len(item_ids) <= _FEW:
                numbers = json.dumps(numbers_of(connection, item_ids))
                statement += " AND message IN (SELECT value FROM json_each(?))"
                text = connection.exec_driver_sql(statement, (numbers,)).scalar()
            else:
                text = connection.exec_driver_sql(statement).scalar()
        pieces = text.split(" ") if text else []
        threads = dict(zip(pieces[0::2], pieces[1::2], strict=True))
        seen: set[str] = set()
        found = []
        for item_id in item_ids:
            number = item_id[1:]
            thread = threads.get(number, number)
            if thread not in seen:
                seen.add(thread)
                found.append(item_id)
        return found

    def rows(self, folder_id: FolderId, item_ids: Sequence[ItemId]) -> dict[ItemId, ConversationRow]:
        """For these rows of a folder's list; only conversations of more than one mail are named."""
        with self._database.read() as connection:
            numbers = numbers_of(connection, item_ids)
            rows = connection.exec_driver_sql(
                "SELECT j.value, m.sender_name, m.sender_address, m.shown_read FROM json_each(?) j"
                " JOIN thread_members t ON t.message = j.value JOIN thread_members o ON o.thread = t.thread"
                " JOIN shown_messages m ON m.number = o.message"
                " WHERE m.shown_folder = (SELECT number FROM folders WHERE id = ?)"
                " ORDER BY m.received_at DESC, m.number DESC LIMIT ?",
                (json.dumps(numbers), folder_id, 50 * _MEMBERS_READ),
            ).all()
        found: dict[int, list[tuple[str, str, int]]] = {}
        for number, name, address, is_read in rows:
            found.setdefault(number, []).append((name or "", address or "", is_read))
        return {
            local_id(number): ConversationRow(
                len(members),
                sum(not is_read for _, _, is_read in members),
                tuple(
                    Person(name, address)
                    for address, name in list(
                        {address: name for name, address, _ in reversed(members) if name or address}.items()
                    )[::-1][:_MOST_PEOPLE]
                ),
            )
            for number, members in found.items()
            if len(members) > 1
        }
