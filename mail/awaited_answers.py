"""Mails she wants an answer to: reminded of, if none has come by the day she chose. Found out on this PC alone.

Used through `Mailbox.awaited_answers`. An answer names our Message-ID (In-Reply-To, References); because a server may
have put its own in its place, a mail from one of those written to, under the same subject, counts as one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING

from . import bodies
from .model import DraftId, FolderRole, Person
from .rows import microseconds, moment_of, people_of, people_text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from .database import Database
    from .model import Draft

_MOST_LOOKED_AT = 400
_HEAD = 65_536
"""Bytes of a mail in which its headers are looked for."""
_PREFIX = re.compile(r"^(?:\s*(?:re|fw|fwd|tl|ct|trả lời|chuyển tiếp)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AwaitedAnswer:
    """A mail that was sent and is to be answered by ``due_at``."""

    draft_id: DraftId
    subject: str
    to: tuple[Person, ...]
    sent_at: datetime
    due_at: datetime


class AwaitedAnswers:
    def __init__(self, database: Database) -> None:
        self._database = database

    def await_answer(self, draft: Draft, message_id: str, due_at: datetime, sent_at: datetime | None = None) -> None:
        """Remember that she wants an answer to this draft, which is being sent."""
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO awaited_answers VALUES (?, ?, ?, ?, ?, ?, 0)",
                (
                    draft.id,
                    message_id,
                    draft.subject,
                    people_text((*draft.to, *draft.cc, *draft.bcc)),
                    microseconds(sent_at or datetime.now(UTC)),
                    microseconds(due_at),
                ),
            )

    def listed(self) -> list[AwaitedAnswer]:
        """All that are waited for, the most urgent first, without looking whether an answer has come: cheap."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT draft_id, subject, recipients, sent_at, due_at FROM awaited_answers"
                " WHERE is_dismissed = 0 ORDER BY due_at, draft_id"
            ).all()
        return [_of(*row) for row in rows]

    def open(self) -> list[AwaitedAnswer]:
        """Those without an answer so far, the most urgent first; answered ones are settled on the way."""
        return [one for one, _ in self._unanswered()]

    def due(self, now: datetime | None = None) -> list[AwaitedAnswer]:
        """Those whose day has come without an answer. What is still in the outbox is not due: it was not sent."""
        moment = now or datetime.now(UTC)
        return [one for one, is_sent in self._unanswered() if one.due_at <= moment and is_sent]

    def dismiss(self, draft_id: DraftId) -> None:
        """She needs no answer any more. `take_up` brings it back."""
        self._set_dismissed(draft_id, 1)

    def take_up(self, draft_id: DraftId) -> None:
        """She waits for it after all."""
        self._set_dismissed(draft_id, 0)

    def _set_dismissed(self, draft_id: DraftId, value: int) -> None:
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql(
                "UPDATE awaited_answers SET is_dismissed = ? WHERE draft_id = ?", (value, draft_id)
            )

    def put_off(self, draft_id: DraftId, due_at: datetime) -> None:
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql(
                "UPDATE awaited_answers SET due_at = ? WHERE draft_id = ?", (microseconds(due_at), draft_id)
            )

    def _unanswered(self) -> list[tuple[AwaitedAnswer, bool]]:
        found: list[tuple[AwaitedAnswer, bool]] = []
        answered: list[str] = []
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT a.draft_id, a.message_id, a.subject, a.recipients, a.sent_at, a.due_at,"
                " coalesce(o.state = 'sent', 1) FROM awaited_answers a LEFT JOIN outgoing o ON o.draft_id = a.draft_id"
                " WHERE a.is_dismissed = 0 ORDER BY a.due_at, a.draft_id"
            ).all()
            for draft_id, message_id, subject, recipients, sent_at, due_at, is_sent in rows:
                to = people_of(recipients)
                if _is_answered(connection, message_id, subject, to, sent_at):
                    answered.append(draft_id)
                    continue
                found.append((_of(draft_id, subject, recipients, sent_at, due_at), bool(is_sent)))
        if answered:
            with self._database.write() as connection:
                for draft_id in answered:
                    connection.exec_driver_sql("DELETE FROM awaited_answers WHERE draft_id = ?", (draft_id,))
        return found


def _of(draft_id: str, subject: str, recipients: str, sent_at: int, due_at: int) -> AwaitedAnswer:
    return AwaitedAnswer(DraftId(draft_id), subject, people_of(recipients), moment_of(sent_at), moment_of(due_at))


def _is_answered(connection: Connection, message_id: str, subject: str, to: tuple[Person, ...], since: int) -> bool:
    rows = connection.exec_driver_sql(
        "SELECT m.number, m.sender_address, m.subject FROM messages m JOIN folders f ON f.number = m.folder"
        " WHERE m.received_at >= ? AND f.role NOT IN (?, ?, ?) ORDER BY m.received_at LIMIT ?",
        (since, FolderRole.SENT.value, FolderRole.DRAFTS.value, FolderRole.JUNK.value, _MOST_LOOKED_AT * 10),
    ).all()
    asked = {person.address.casefold() for person in to}
    topic = _topic(subject)
    looked_at = 0
    for number, sender, their_subject in rows:
        is_of_topic = bool(topic) and _topic(their_subject) == topic and their_subject != subject
        if is_of_topic and (sender or "").casefold() in asked:
            return True
        if looked_at < _MOST_LOOKED_AT and (is_of_topic or (sender or "").casefold() in asked):
            looked_at += 1
            if message_id in _answers_to(connection, number):
                return True
    return False


def _answers_to(connection: Connection, number: int) -> set[str]:
    mime = bodies.load(connection, number)
    if mime is None:
        return set()
    head = BytesHeaderParser().parsebytes(mime[:_HEAD])
    return {found for name in ("In-Reply-To", "References") for found in _ids(str(head.get(name, "")))}


def _ids(value: str) -> Iterator[str]:
    yield from re.findall(r"<[^<>\s]{1,500}>", value)


def _topic(subject: str) -> str:
    return " ".join(_PREFIX.sub("", subject).split()).casefold()
