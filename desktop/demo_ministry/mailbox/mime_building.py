"""A `Letter` as MIME bytes, the way an Exchange server hands it out: CRLF, encoded words, RFC 2231 file names.

Uses the older half of Python's email package: the newer one (`email.policy`) takes 7 ms for a Vietnamese header block
and loses blanks between encoded words when it folds them.
"""

from __future__ import annotations

import base64
import email.utils
from datetime import datetime
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from .calendar_text import calendar_text
from .letter import AttachedFile, Correspondent, Letter

_IMPORTANCE_HEADERS = {
    "High": (("Importance", "high"), ("X-Priority", "1")),
    "Low": (("Importance", "low"), ("X-Priority", "5")),
}


def build_mime(letter: Letter) -> bytes:
    """The letter as bytes; the same letter always gives the same bytes."""
    body = _body(letter)
    _add_headers(body, letter)
    _name_boundaries(body, letter)
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(body, linesep="\r\n")
    return out.getvalue()


@lru_cache(4096)
def header_text(value: str) -> str:
    """An unstructured header: as it is if ASCII, else as encoded words (RFC 2047)."""
    return value if value.isascii() else Header(value, "utf-8", maxlinelen=70).encode()


def address_text(people: tuple[Correspondent, ...]) -> str:
    return ",\r\n ".join(_one_address(person) for person in people)


@lru_cache(1024)
def _one_address(person: Correspondent) -> str:
    if not person.name:
        return person.address
    if person.name.isascii():
        return email.utils.formataddr((person.name, person.address))
    return f"{Header(person.name, 'utf-8', maxlinelen=70).encode()} <{person.address}>"


def _body(letter: Letter) -> Message:
    text = _text_part(letter.text, "plain")
    if letter.html is not None:
        text = _alternative([text, _html_part(letter)])
    if letter.meeting is not None:
        calendar = _text_part(calendar_text(letter.meeting, letter.at), "calendar")
        calendar.set_param("method", "REQUEST")
        parts = [text] if not text.is_multipart() else list(_parts(text))
        text = _alternative([*parts, calendar])
    files = [file for file in letter.attachments if file.content_id is None]
    if files:
        mixed = MIMEMultipart("mixed")
        mixed.attach(text)
        for file in files:
            mixed.attach(_file_part(file))
        return mixed
    return text


def _html_part(letter: Letter) -> Message:
    html = _text_part(letter.html or "", "html")
    shown_inside = [file for file in letter.attachments if file.content_id is not None]
    if not shown_inside:
        return html
    related = MIMEMultipart("related")
    related.attach(html)
    for file in shown_inside:
        related.attach(_file_part(file))
    return related


def _text_part(text: str, subtype: str) -> Message:
    part = Message()
    part["Content-Type"] = f'text/{subtype}; charset="utf-8"'
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(base64.encodebytes(lines).decode("ascii").rstrip("\n"))
    return part


def _file_part(file: AttachedFile) -> Message:
    maintype, _, subtype = file.media_type.partition("/")
    part = MIMEBase(maintype, subtype or "octet-stream")
    del part["MIME-Version"]
    name: str | tuple[str, str, str] = file.name if file.name.isascii() else ("utf-8", "", file.name)
    part.set_param("name", name if isinstance(name, str) else header_text(file.name))
    part.add_header("Content-Disposition", "inline" if file.content_id else "attachment", filename=name)
    if file.content_id:
        part["Content-ID"] = f"<{file.content_id}>"
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(base64.encodebytes(file.content).decode("ascii").rstrip("\n"))
    return part


def _alternative(parts: list[Message]) -> Message:
    alternative = MIMEMultipart("alternative")
    for part in parts:
        alternative.attach(part)
    del alternative["MIME-Version"]
    return alternative


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _add_headers(message: Message, letter: Letter) -> None:
    del message["MIME-Version"]
    headers: list[tuple[str, str]] = [("From", address_text((letter.sender,)))]
    for name, people in (("To", letter.to), ("Cc", letter.cc), ("Bcc", letter.bcc)):
        if people:
            headers.append((name, address_text(people)))
    headers.append(("Subject", header_text(letter.subject)))
    headers.append(("Date", mail_date(letter.at)))
    if letter.message_id:
        headers.append(("Message-ID", letter.message_id))
    if letter.in_reply_to:
        headers.append(("In-Reply-To", letter.in_reply_to))
    if letter.references:
        headers.append(("References", "\r\n ".join(letter.references)))
    headers.extend(_IMPORTANCE_HEADERS.get(letter.importance, ()))
    headers.extend((name, header_text(value)) for name, value in letter.headers)
    headers.append(("MIME-Version", "1.0"))
    own = list(message.items())
    for name, _ in own:
        del message[name]
    for name, value in [*headers, *own]:
        message[name] = value


def mail_date(at: datetime) -> str:
    return email.utils.format_datetime(at)


def _name_boundaries(message: Message, letter: Letter) -> None:
    """Boundaries made from the letter itself, so that the same letter gives the same bytes."""
    seed = sha256(f"{letter.message_id}{letter.subject}{letter.at.isoformat()}".encode()).hexdigest()[:20]
    multiparts = (part for part in message.walk() if part.is_multipart())
    for number, part in enumerate(multiparts):
        part.set_boundary(f"_{number:03d}_{seed}_")
