"""Rows of the local mailbox to values and back. Used by the stores.

Inside this PC a message keeps one id for life, "~" and its number: an EWS id is some 150 letters long (a million of
them take 1.3 s to read) and changes with every move. What the server calls it is only asked for when talking to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from .item_ids import ItemIds
from .summary import Folder, FolderId, FolderRole, ItemId, MessageSummary, Person

if TYPE_CHECKING:  # the first look at the mailbox does without SQLAlchemy
    from sqlalchemy import Connection

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

SHOWN_CATEGORIES = (
    "coalesce((SELECT a.value FROM pending_actions a WHERE a.message = number AND a.kind = 'categories'"
    " ORDER BY a.id DESC LIMIT 1), categories)"
)
"""Of shown_messages: her pending acts laid over the mirror, as JSON."""

SUMMARY_COLUMNS = ", ".join(
    (
        "number, subject, sender_name, sender_address, recipients, received_at, shown_read, has_attachments, size",
        "preview, shown_flag, importance, is_meeting, body_state",
        "(SELECT id FROM folders f WHERE f.number = shown_folder)",
        SHOWN_CATEGORIES,
    )
)
"""Of shown_messages, in the order `summary_of` takes them."""


def local_id(number: int) -> ItemId:
    return ItemId(f"~{number}")


def numbers_of(connection: Connection, item_ids: Iterable[ItemId]) -> list[int]:
    """Our numbers of these messages, named by our id or by one the server gives or gave; unknown ones left out."""
    if isinstance(item_ids, ItemIds):
        return list(item_ids.numbers)
    numbers: list[int] = []
    foreign: list[str] = []
    for item_id in item_ids:
        if item_id.startswith("~") and item_id[1:].isascii() and item_id[1:].isdigit():
            numbers.append(int(item_id[1:]))
        else:
            foreign.append(item_id)
    if foreign:
        found = connection.exec_driver_sql(
            "SELECT j.value, coalesce((SELECT number FROM messages WHERE item_id = j.value),"
            " (SELECT message FROM former_ids WHERE item_id = j.value)) FROM json_each(?) j",
            (json.dumps(foreign),),
        )
        numbers.extend(number for _, number in found if number is not None)
    return numbers


def microseconds(moment: datetime) -> int:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(value: int) -> datetime:
    return EPOCH + timedelta(microseconds=value)


def people_text(people: Sequence[Person]) -> str:
    return json.dumps([[person.name, person.address] for person in people], ensure_ascii=False) if people else "[]"


def people_of(text: str) -> tuple[Person, ...]:
    return () if text == "[]" else tuple(Person(name, address) for name, address in json.loads(text))


def categories_text(names: Sequence[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False) if names else "[]"


def categories_of(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(str(name) for name in json.loads(text))


def summary_of(row: Sequence[Any]) -> MessageSummary:
    """From a row of SUMMARY_COLUMNS."""
    return MessageSummary(
        id=local_id(row[0]),
        subject=row[1],
        sender=None if row[3] is None else Person(row[2] or "", row[3]),
        to=people_of(row[4]),
        received_at=moment_of(row[5]),
        is_read=bool(row[6]),
        has_attachments=bool(row[7]),
        size=row[8],
        preview=row[9],
        is_flagged=bool(row[10]),
        importance=row[11],
        is_meeting=bool(row[12]),
        has_body=row[13] != 0,
        folder_id=FolderId(row[14] or ""),
        categories=categories_of(row[15]),
    )


def message_values(summary: MessageSummary) -> tuple[Any, ...]:
    """Subject to preview, in the order of the columns of `messages`."""
    sender = summary.sender
    return (
        summary.subject,
        sender.name if sender else None,
        sender.address if sender else None,
        people_text(summary.to),
        microseconds(summary.received_at),
        int(summary.is_read),
        int(summary.is_flagged),
        int(summary.has_attachments),
        int(summary.is_meeting),
        summary.size,
        summary.importance,
        categories_text(summary.categories),
        summary.preview,
    )


def role_of(text: str) -> FolderRole:
    try:
        return FolderRole(text)
    except ValueError:
        return FolderRole.OTHER


_FIRST = {role: place for place, role in enumerate(FolderRole)}


def in_tree_order(folders: Sequence[Folder]) -> list[Folder]:
    """Parents before children, well-known ones first, then by name. One whose parent is unknown stands at the top."""
    known = {folder.id for folder in folders}
    children: dict[FolderId | None, list[Folder]] = {}
    for folder in sorted(folders, key=lambda one: (_FIRST[one.role], one.name.casefold(), one.id)):
        parent = folder.parent_id if folder.parent_id in known and folder.parent_id != folder.id else None
        children.setdefault(parent, []).append(folder)
    ordered: list[Folder] = []
    waiting = list(reversed(children.pop(None, [])))
    while waiting or children:
        if not waiting:  # a ring of parents: hostile or broken, shown all the same
            waiting = list(reversed(children.pop(next(iter(children)))))
        folder = waiting.pop()
        ordered.append(folder)
        waiting.extend(reversed(children.pop(folder.id, [])))
    return ordered
