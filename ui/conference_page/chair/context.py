"""What is known of the invitation behind a conference: people, text, attachments. Read on a worker from what she
joined by, the calendar and the mailbox; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from conference import Conference

from ..invitation import conference_meant

if TYPE_CHECKING:
    from mail import Attachment, ItemId, Mailbox, Message

_MOST_MAILS = 25
_AROUND = timedelta(hours=18)
_LONGEST_TEXT = 60_000


@dataclass(frozen=True, slots=True)
class PaperFile:
    """An attachment of the invitation's mail."""

    item_id: ItemId
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class MeetingContext:
    """ "" and () where nothing is known: everything works with what is typed."""

    title: str = ""
    organiser: str = ""
    attendees: tuple[str, ...] = ()
    text: str = ""
    attachments: tuple[PaperFile, ...] = ()
    begins: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    summary: str
    url: str | None


def context_of(asked: object) -> MeetingContext:
    """Of a `mail.Meeting`, an event of the calendar, or anything with some of their fields; empty for a conference."""
    if asked is None or isinstance(asked, Conference):
        return MeetingContext()

    def said(*names: str) -> Any:
        return next((value for name in names if (value := getattr(asked, name, None))), None)

    people = tuple(_name(getattr(one, "person", one)) for one in said("attendees") or ())
    return MeetingContext(
        str(said("summary", "subject") or ""),
        _name(said("organizer", "organiser")),
        tuple(dict.fromkeys(name for name in people if name)),
        str(said("description", "text") or "")[:_LONGEST_TEXT],
        (),
        said("start"),
        said("end"),
    )


def find_context(mailbox: Mailbox, conference: Conference, asked: object, now: datetime) -> MeetingContext:
    """``asked`` filled up from today's calendar and the newest mails that invite to this conference. What the mailbox
    cannot say is left out."""
    context = context_of(asked)
    for item in _quietly(lambda: mailbox.calendar.items(now - _AROUND, now + _AROUND)):
        if not item.is_cancelled and _means(conference, item.subject, item.link):
            context = _joined(context, context_of(item))
            break
    for message in _invitations(mailbox, conference):
        meeting = message.meeting
        files = tuple(PaperFile(message.summary.id, one) for one in message.attachments if not _is_part(one))
        people = tuple(_name(one) for one in (*message.to, *message.cc))
        of_mail = MeetingContext(
            meeting.summary if meeting is not None else message.summary.subject,
            _name(message.summary.sender),
            people,
            "\n".join(dict.fromkeys(text for text in (message.text, meeting.description if meeting else "") if text)),
            files,
            meeting.start if meeting is not None else None,
            meeting.end if meeting is not None else None,
        )
        return _joined(context, of_mail)
    return context


def _invitations(mailbox: Mailbox, conference: Conference) -> Iterable[Any]:
    found = _quietly(lambda: mailbox.find(conference.title, limit=_MOST_MAILS).ids)
    for item_id in found[:_MOST_MAILS]:
        for message in _quietly(partial(_message, mailbox, item_id)):
            if message.meeting is not None and _means(conference, message.meeting.summary, message.meeting.url):
                yield message


def _message(mailbox: Mailbox, item_id: ItemId) -> list[Message]:
    message = mailbox.message(item_id)
    return [message] if message is not None else []


def _means(conference: Conference, summary: str, url: str | None) -> bool:
    return conference_meant(_Asked(summary, url), (conference,)) is not None


def _joined(known: MeetingContext, more: MeetingContext) -> MeetingContext:
    """What was known first stays; people and texts are put together."""
    text = known.text if more.text in known.text else f"{known.text}\n{more.text}".strip()
    return replace(
        known,
        title=known.title or more.title,
        organiser=known.organiser or more.organiser,
        attendees=tuple(dict.fromkeys((*known.attendees, *more.attendees))),
        text=text[:_LONGEST_TEXT],
        attachments=known.attachments or more.attachments,
        begins=known.begins or more.begins,
        ends=known.ends or more.ends,
    )


def _is_part(attachment: Attachment) -> bool:
    return attachment.is_inline or attachment.media_type in ("text/calendar", "application/ics")


def _name(person: Any) -> str:
    return (getattr(person, "name", "") or getattr(person, "address", "")).strip() if person is not None else ""


def _quietly(ask: Callable[[], list[Any]]) -> list[Any]:
    from mail import MailError

    try:
        return list(ask())
    except MailError:
        return []
