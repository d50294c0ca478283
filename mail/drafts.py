"""What is being written and what was sent off, in the encrypted store. The window writes drafts and queues them; the
sync's `outbox` moves queued ones on, always from one known step to another."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, select

from .bodies import PART_BYTES
from .database import Database
from .leftover_drafts import may_be_left_over, note_leftover
from .model import Draft, DraftId, ItemId, NewAttachment, Outgoing, OutgoingState, Person
from .rows import microseconds, moment_of, people_of, people_text
from .schema import draft_files, drafts, file_parts, outgoing
from .unsent_note import note_unsent

SHOWN_FOR = timedelta(days=30)
"""How long a mail that was sent is still listed in the outbox."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A mail on its way. ``server_id`` is what the server is told; ``step`` is explained in outbox.py."""

    draft_id: DraftId
    server_id: DraftId
    state: OutgoingState
    step: str
    copy_id: ItemId | None = None
    """The item in the server's Drafts that is to be sent, once one was chosen."""


class DraftStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # --- drafts ------------------------------------------------------------------------------------------------------

    def save(self, draft: Draft) -> None:
        """Nothing if it was sent off meanwhile: a late save must not bring it back."""
        with self._with_files(draft.attachments) as (connection, digests):
            if _outgoing_state(connection, draft.id) in (None, OutgoingState.REFUSED.value):
                _put_draft(connection, draft, digests, _now())

    def all(self) -> list[Draft]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(drafts.c.id, drafts.c.content).order_by(drafts.c.changed_at.desc(), drafts.c.id)
            ).all()
            return [_load(connection, DraftId(row.id), row.content) for row in rows]

    def discard(self, draft_id: DraftId) -> None:
        with self._database.write(durable=True) as connection:
            connection.execute(delete(drafts).where(drafts.c.id == draft_id))
            if _outgoing_state(connection, draft_id) is None:
                connection.execute(delete(draft_files).where(draft_files.c.draft_id == draft_id))
            _forget_unused_files(connection)

    # --- outbox, the window's side -----------------------------------------------------------------------------------

    def queue(self, draft: Draft, send_at: datetime | None = None, *, is_scheduled: bool = False) -> None:
        """Once: a second "send" of the same draft changes nothing, unless the first was refused. Not before
        ``send_at``; ``is_scheduled`` says that she chose that moment."""
        with self._with_files(draft.attachments) as (connection, digests):
            state = _outgoing_state(connection, draft.id)
            if state not in (None, OutgoingState.REFUSED.value):
                return
            was_tried = state is not None or _was_withdrawn(connection, draft.id)
            # What the server may still have of an earlier try must not be taken for this one.
            server_id = uuid.uuid4().hex if was_tried else draft.id
            _put_draft(connection, draft, digests, _now())
            content = connection.execute(select(drafts.c.content).where(drafts.c.id == draft.id)).scalar_one()
            connection.execute(delete(drafts).where(drafts.c.id == draft.id))
            connection.execute(delete(outgoing).where(outgoing.c.draft_id == draft.id))
            connection.execute(
                outgoing.insert().values(
                    draft_id=draft.id,
                    server_id=server_id,
                    state=OutgoingState.WAITING.value,
                    step="queued",
                    subject=draft.subject,
                    content=content,
                    queued_at=_now(),
                    send_at=None if send_at is None else microseconds(send_at),
                    is_scheduled=int(is_scheduled and send_at is not None),
                )
            )
            note_unsent(self._database.path, connection)

    def outbox(self) -> list[Outgoing]:
        oldest = _now() - SHOWN_FOR // timedelta(microseconds=1)
        with self._database.read() as connection:
            rows = connection.execute(
                select(outgoing)
                .where(func.coalesce(outgoing.c.confirmed_at, oldest) >= oldest)
                .order_by(outgoing.c.queued_at.desc(), outgoing.c.draft_id)
            ).all()
        return [
            Outgoing(
                draft_id=DraftId(row.draft_id),
                subject=row.subject,
                to=people_of(json.loads(row.content).get("to", "[]")),
                state=OutgoingState(row.state),
                queued_at=moment_of(row.queued_at),
                confirmed_at=None if row.confirmed_at is None else moment_of(row.confirmed_at),
                reason=row.reason,
                send_at=None if row.send_at is None else moment_of(row.send_at),
                is_scheduled=bool(row.is_scheduled),
            )
            for row in rows
        ]

    def reschedule(self, draft_id: DraftId, send_at: datetime | None) -> bool:
        """Another moment (None: now) for a mail nothing has been begun with. False: too late."""
        with self._database.write(durable=True) as connection:
            changed = connection.execute(
                outgoing.update()
                .where(outgoing.c.draft_id == draft_id, outgoing.c.step == "queued")
                .where(outgoing.c.state == OutgoingState.WAITING.value)
                .values(
                    send_at=None if send_at is None else microseconds(send_at), is_scheduled=int(send_at is not None)
                )
            )
            return changed.rowcount == 1

    def next_send_at(self) -> datetime | None:
        """When the next mail that waits for its moment is due."""
        with self._database.read() as connection:
            moment = connection.execute(
                select(func.min(outgoing.c.send_at)).where(
                    outgoing.c.state == OutgoingState.WAITING.value, outgoing.c.send_at > _now()
                )
            ).scalar()
        return None if moment is None else moment_of(moment)

    def withdraw(self, draft_id: DraftId) -> bool:
        with self._database.write(durable=True) as connection:
            row = connection.execute(select(outgoing).where(outgoing.c.draft_id == draft_id)).first()
            if row is None or row.state not in (OutgoingState.WAITING.value, OutgoingState.REFUSED.value):
                return False
            if row.step == "found":  # SendItem was asked for before, and a server may still be about to do it
                return False
            connection.execute(delete(outgoing).where(outgoing.c.draft_id == draft_id))
            connection.execute(
                drafts.insert().prefix_with("OR IGNORE").values(id=draft_id, changed_at=_now(), content=row.content)
            )
            if row.step != "queued" or may_be_left_over(connection, row.server_id):
                note_leftover(connection, row.server_id)
                connection.exec_driver_sql("INSERT OR REPLACE INTO facts VALUES (?, '1')", (f"withdrawn {draft_id}",))
            note_unsent(self._database.path, connection)
        return True

    # --- outbox, the sync's side -------------------------------------------------------------------------------------

    def queued(self) -> list[Queued]:
        """What is not settled yet and whose moment has come, oldest first."""
        unsettled = [OutgoingState.WAITING.value, OutgoingState.SENDING.value, OutgoingState.UNKNOWN.value]
        with self._database.read() as connection:
            rows = connection.execute(
                select(outgoing.c.draft_id, outgoing.c.server_id, outgoing.c.state, outgoing.c.step, outgoing.c.copy_id)
                .where(outgoing.c.state.in_(unsettled))
                # Once something was begun, its moment says nothing any more: it must be settled.
                .where((outgoing.c.step != "queued") | (func.coalesce(outgoing.c.send_at, 0) <= _now()))
                .order_by(outgoing.c.queued_at, outgoing.c.draft_id)
            ).all()
        return [Queued(DraftId(row[0]), DraftId(row[1]), OutgoingState(row[2]), row[3], row[4]) for row in rows]

    def advance(self, mail: Queued, state: OutgoingState, step: str, reason: str | None = None) -> Queued | None:
        """From what it was to this, on the disk before anything else happens. None: it was withdrawn meanwhile."""
        is_sent = state is OutgoingState.SENT
        with self._database.write(durable=True) as connection:
            changed = connection.execute(
                outgoing.update()
                .where(outgoing.c.draft_id == mail.draft_id, outgoing.c.server_id == mail.server_id)
                .where(outgoing.c.state == mail.state.value, outgoing.c.step == mail.step)
                # She may have put it off since it was read as due.
                .where((outgoing.c.step != "queued") | (func.coalesce(outgoing.c.send_at, 0) <= _now()))
                .values(state=state.value, step=step, reason=reason, confirmed_at=_now() if is_sent else None)
            )
            if changed.rowcount != 1:
                return None
            if state is OutgoingState.REFUSED or (mail.step == "saving" and step == "queued"):
                note_leftover(connection, mail.server_id)
            if is_sent:
                connection.execute(delete(draft_files).where(draft_files.c.draft_id == mail.draft_id))
                _forget_unused_files(connection)
                note_unsent(self._database.path, connection)
        return Queued(mail.draft_id, mail.server_id, state, step, mail.copy_id)

    def choose_copy(self, mail: Queued, copy_id: ItemId) -> Queued:
        """Which item will be sent: on the disk before it is."""
        with self._database.write(durable=True) as connection:
            connection.execute(
                outgoing.update()
                .where(outgoing.c.draft_id == mail.draft_id, outgoing.c.server_id == mail.server_id)
                .values(copy_id=copy_id)
            )
        return replace(mail, copy_id=copy_id)

    def content(self, mail: Queued) -> Draft | None:
        with self._database.read() as connection:
            content = connection.execute(
                select(outgoing.c.content).where(outgoing.c.draft_id == mail.draft_id)
            ).scalar()
            return None if content is None else _load(connection, mail.draft_id, content)

    def forget_old(self) -> None:
        with self._database.write() as connection:
            oldest = _now() - SHOWN_FOR // timedelta(microseconds=1)
            connection.execute(delete(outgoing).where(outgoing.c.confirmed_at < oldest))
            _forget_unused_files(connection)

    # --- files -------------------------------------------------------------------------------------------------------

    @contextmanager
    def _with_files(self, attachments: Sequence[NewAttachment]) -> Iterator[tuple[Connection, list[str]]]:
        """A write transaction in which all attachments are kept, under their digests. They are written part by part
        before it; should the other process have cleared some of them away as unused meanwhile, once more."""
        digests = [hashlib.blake2b(attachment.content, digest_size=32).hexdigest() for attachment in attachments]
        while True:
            for attachment, digest in zip(attachments, digests, strict=True):
                self._keep_file(digest, attachment.content)
            with self._database.write(durable=True) as connection:
                if not any(_missing_parts(connection, *one) for one in zip(digests, attachments, strict=True)):
                    yield connection, digests
                    return

    def _keep_file(self, digest: str, content: bytes) -> None:
        with self._database.read() as connection:
            missing = _missing_parts(connection, digest, content)
        for part in missing:
            piece = content[part * PART_BYTES : (part + 1) * PART_BYTES]
            with self._database.write(durable=True) as connection:
                connection.execute(
                    file_parts.insert().prefix_with("OR IGNORE").values(digest=digest, part=part, data=piece)
                )


def _missing_parts(connection: Connection, digest: str, file: NewAttachment | bytes) -> list[int]:
    content = file if isinstance(file, bytes) else file.content
    kept = set(connection.execute(select(file_parts.c.part).where(file_parts.c.digest == digest)).scalars())
    return [part for part in range(-(-len(content) // PART_BYTES)) if part not in kept]


def _put_draft(connection: Connection, draft: Draft, digests: Sequence[str], changed_at: int) -> None:
    content = {
        "to": people_text(draft.to),
        "cc": people_text(draft.cc),
        "bcc": people_text(draft.bcc),
        "subject": draft.subject,
        "text": draft.text,
        "html": draft.html,
        "in_reply_to": draft.in_reply_to,
        "references": draft.references,
        "importance": draft.importance,
        "categories": draft.categories,
        "wants_receipt": draft.wants_receipt,
        "sender": people_text((draft.sender,)) if draft.sender else "[]",
        "remind_after": draft.remind_after,
    }
    connection.execute(delete(drafts).where(drafts.c.id == draft.id))
    connection.execute(
        drafts.insert().values(id=draft.id, changed_at=changed_at, content=json.dumps(content, ensure_ascii=False))
    )
    connection.execute(delete(draft_files).where(draft_files.c.draft_id == draft.id))
    for position, (attachment, digest) in enumerate(zip(draft.attachments, digests, strict=True)):
        connection.execute(
            draft_files.insert().values(
                draft_id=draft.id,
                position=position,
                digest=digest,
                name=attachment.name,
                media_type=attachment.media_type,
                content_id=attachment.content_id,
            )
        )


def _load(connection: Connection, draft_id: DraftId, content: str) -> Draft:
    values = json.loads(content)
    files = connection.execute(
        select(draft_files).where(draft_files.c.draft_id == draft_id).order_by(draft_files.c.position)
    ).all()
    attachments = []
    for file in files:
        pieces = connection.execute(
            select(file_parts.c.data).where(file_parts.c.digest == file.digest).order_by(file_parts.c.part)
        ).scalars()
        attachments.append(NewAttachment(file.name, file.media_type, b"".join(pieces), file.content_id))
    return Draft(
        id=draft_id,
        to=_people(values, "to"),
        cc=_people(values, "cc"),
        bcc=_people(values, "bcc"),
        subject=values.get("subject", ""),
        text=values.get("text", ""),
        html=values.get("html"),
        attachments=tuple(attachments),
        in_reply_to=values.get("in_reply_to"),
        references=tuple(values.get("references", ())),
        importance=values.get("importance", "Normal"),
        categories=tuple(values.get("categories", ())),
        wants_receipt=bool(values.get("wants_receipt")),
        sender=next(iter(_people(values, "sender")), None),
        remind_after=int(values.get("remind_after", 0)),
    )


def _people(values: dict[str, str], name: str) -> tuple[Person, ...]:
    return people_of(values.get(name, "[]"))


def _outgoing_state(connection: Connection, draft_id: DraftId) -> str | None:
    return connection.execute(select(outgoing.c.state).where(outgoing.c.draft_id == draft_id)).scalar()


def _was_withdrawn(connection: Connection, draft_id: DraftId) -> bool:
    fact = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (f"withdrawn {draft_id}",)).scalar()
    return fact is not None


def _forget_unused_files(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM file_parts WHERE digest NOT IN (SELECT digest FROM draft_files)")


def _now() -> int:
    return microseconds(datetime.now(UTC))
