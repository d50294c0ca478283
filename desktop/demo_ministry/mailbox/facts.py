"""What the server knows of a message without opening its MIME each time, taken from a `Letter` or read out of bytes."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message

from .html_words import words_of
from .letter import Correspondent, Letter, MeetingRequest

PREVIEW_LENGTH = 255
_PREVIEWED_HTML = 20_000
_HEADER_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    name: str
    media_type: str
    size: int
    content_id: str | None = None
    is_inline: bool = False
    is_message: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """The headers of a message in EWS's terms, its attachments by name, the beginning of its text."""

    subject: str
    sender: Correspondent | None
    to: tuple[Correspondent, ...]
    cc: tuple[Correspondent, ...]
    bcc: tuple[Correspondent, ...]
    sent_at: datetime
    message_id: str = ""
    in_reply_to: str = ""
    references: str = ""
    reply_to: tuple[Correspondent, ...] = ()
    importance: str = "Normal"
    attachments: tuple[AttachmentFacts, ...] = ()
    preview: str = ""
    meeting: MeetingRequest | None = None
    wants_receipt: bool = False

    @property
    def has_attachments(self) -> bool:
        return any(not attachment.is_inline for attachment in self.attachments)

    @property
    def item_class(self) -> str:
        return "IPM.Schedule.Meeting.Request" if self.meeting else "IPM.Note"


@dataclass(frozen=True, slots=True)
class Content:
    """The bodies and the attached files of a message, decoded."""

    text: str | None
    html: str | None
    attachments: tuple[tuple[AttachmentFacts, bytes], ...]


def facts_of_letter(letter: Letter) -> Facts:
    """The same as `read_mime` would find in the letter's MIME, without making it."""
    return Facts(
        subject=letter.subject,
        sender=letter.sender,
        to=letter.to,
        cc=letter.cc,
        bcc=letter.bcc,
        sent_at=letter.at,
        message_id=letter.message_id,
        in_reply_to=letter.in_reply_to,
        references=" ".join(letter.references),
        importance=letter.importance,
        attachments=tuple(
            AttachmentFacts(file.name, file.media_type, len(file.content), file.content_id, file.content_id is not None)
            for file in (
                *(file for file in letter.attachments if file.content_id is not None),
                *(file for file in letter.attachments if file.content_id is None),
            )
        ),
        preview=preview_of(letter.text),
        meeting=letter.meeting,
    )


def read_mime(mime: bytes) -> tuple[Facts, Content]:
    """Facts and content of any bytes; what cannot be read is left out, never raised."""
    message = email.message_from_bytes(mime, policy=email.policy.compat32)
    content = _read_content(message)
    sender = _people(message, "From") or _people(message, "Sender")
    importance = _header(message, "Importance").strip().capitalize()
    facts = Facts(
        subject=_header(message, "Subject"),
        sender=sender[0] if sender else None,
        to=_people(message, "To"),
        cc=_people(message, "Cc"),
        bcc=_people(message, "Bcc"),
        sent_at=_date(message),
        message_id=_header(message, "Message-ID").strip(),
        in_reply_to=_header(message, "In-Reply-To").strip(),
        references=" ".join(_header(message, "References").split()),
        reply_to=_people(message, "Reply-To"),
        importance=importance if importance in ("High", "Low") else "Normal",
        attachments=tuple(attachment for attachment, _ in content.attachments),
        preview=preview_of(
            content.text if content.text is not None else words_of((content.html or "")[:_PREVIEWED_HTML])
        ),
        meeting=_meeting(message),
        wants_receipt="Disposition-Notification-To" in message,
    )
    return facts, content


def header_block(mime: bytes) -> bytes:
    """The bytes before the first empty line, whichever line ends the sender uses."""
    end = _HEADER_END.search(mime)
    return mime[: end.start()] if end else mime


def preview_of(text: str) -> str:
    return " ".join(text[: 4 * PREVIEW_LENGTH].split())[:PREVIEW_LENGTH]


def _read_content(message: Message) -> Content:
    text: str | None = None
    html: str | None = None
    attachments: list[tuple[AttachmentFacts, bytes]] = []
    for part in _leaves(message):
        media_type = part.get_content_type()
        disposition = part.get_content_disposition()
        name = _file_name(part)
        if disposition != "attachment" and not name:
            if media_type == "text/plain" and text is None:
                text = _text(part)
                continue
            if media_type == "text/html" and html is None:
                html = _text(part)
                continue
            if media_type == "text/calendar":
                continue
        payload = _payload(part)
        content_id = str(part.get("Content-ID", "")).strip().strip("<>") or None
        is_message = media_type == "message/rfc822"
        attachment = AttachmentFacts(
            name=name or ("Thư đính kèm.eml" if is_message else f"Tệp đính kèm {len(attachments) + 1}"),
            media_type=media_type,
            size=len(payload),
            content_id=content_id,
            is_inline=disposition != "attachment" and content_id is not None,
            is_message=is_message,
        )
        attachments.append((attachment, payload))
    return Content(text, html, tuple(attachments))


def _leaves(message: Message) -> list[Message]:
    """Parts that hold content, in order; an attached message is one leaf. Iterative: nesting is the sender's choice."""
    leaves: list[Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting.extend(reversed([child for child in payload if isinstance(child, Message)]))
        else:
            leaves.append(part)
    return leaves


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True) if not part.is_multipart() else None
    if isinstance(payload, bytes):
        return payload
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return inner[0].as_bytes(policy=email.policy.compat32.clone(linesep="\r\n"))
    return b""


def _text(part: Message) -> str:
    payload = _payload(part)
    charset = part.get_content_charset() or "utf-8"
    try:
        decoded = payload.decode(charset, "replace")
    except LookupError:
        decoded = payload.decode("utf-8", "replace")
    return decoded.replace("\r\n", "\n")


def _file_name(part: Message) -> str:
    name = part.get_filename() or ""
    return _decoded(name)


def _decoded(raw: str) -> str:
    try:
        return str(make_header(decode_header(raw)))
    except (ValueError, LookupError):
        return raw


def _header(message: Message, name: str) -> str:
    return re.sub(r"\r?\n(?=[ \t])", "", _decoded(str(message.get(name, ""))))


def _people(message: Message, name: str) -> tuple[Correspondent, ...]:
    raw = [re.sub(r"\r?\n", "", str(value)) for value in message.get_all(name, [])]
    return tuple(
        Correspondent(_decoded(person), address) for person, address in email.utils.getaddresses(raw) if address
    )


def _date(message: Message) -> datetime:
    try:
        at = email.utils.parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError, OverflowError):
        return datetime.now(UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _meeting(message: Message) -> MeetingRequest | None:
    for part in _leaves(message):
        if part.get_content_type() == "text/calendar" and str(part.get_param("method", "")).upper() == "REQUEST":
            from .calendar_reading import read_meeting

            return read_meeting(_text(part))
    return None
