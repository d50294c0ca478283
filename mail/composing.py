"""MIME out: a draft as the message that is sent, and the drafts that answer or pass on a message.

Used by the outbox (`compose`) and the composer (`reply_draft`, `forward_draft`). Headers are built with the older,
predictable `email.header`, because the modern policy folds long Vietnamese names wrongly on Debian's Python 3.11.
"""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Sequence
from datetime import datetime
from email import encoders, policy
from email.charset import BASE64, Charset
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message as MimeMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from .model import Draft, DraftId, Message, NewAttachment, Person

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_REPLY_PREFIX = re.compile(r"^\s*(?:re|tl|trả lời|aw|sv)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_FORWARD_PREFIX = re.compile(r"^\s*(?:fw|fwd|ct|chuyển tiếp)\s*:", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}")
_PRIORITIES = {"High": "1", "Low": "5"}
_UTF8 = Charset("utf-8")
_UTF8.body_encoding = BASE64


def compose(draft: Draft, sender: Person, *, now: datetime | None = None) -> bytes:
    """The draft as a MIME message. Bcc stands in it: Exchange takes the recipients from the headers and strips it.

    The Message-ID is made from the draft's own id, so composing twice gives the same id. Raises `ValueError` for an
    address that cannot be written in a mail (never quietly changed: it would reach somebody else).
    """
    message = _body(draft)
    message["From"] = _addresses((sender,))
    for name, people in (("To", draft.to), ("Cc", draft.cc), ("Bcc", draft.bcc)):
        if people:
            message[name] = _addresses(people)
    message["Subject"] = _header("Subject", draft.subject)
    message["Date"] = format_datetime((now or datetime.now(OFFICE_ZONE)).astimezone(OFFICE_ZONE))
    domain = sender.address.rpartition("@")[2]
    message["Message-ID"] = f"<{draft.id}@{_ascii_domain(domain) or 'localhost'}>"
    if draft.in_reply_to:
        message["In-Reply-To"] = _one_line(draft.in_reply_to)
    if draft.references:
        message["References"] = "\r\n ".join(_one_line(reference) for reference in draft.references)
    if draft.importance in _PRIORITIES:
        message["Importance"] = draft.importance.lower()  # RFC 4021 2.1.54; Exchange reads either
        message["X-Priority"] = _PRIORITIES[draft.importance]
    out = io.BytesIO()
    BytesGenerator(out, mangle_from_=False, policy=policy.compat32.clone(linesep="\r\n")).flatten(message)
    return out.getvalue()


def reply_draft(message: Message, own_address: str, *, to_all: bool = False) -> Draft:
    """An answer: to the sender (or where the sender wants answers), with ``to_all`` to everybody but oneself."""
    own = own_address.lower()
    sender = message.summary.sender
    to: tuple[Person, ...]
    if sender is not None and sender.address.lower() == own and not message.reply_to:
        to = message.to  # answering one's own sent mail goes on to whom it was written
    else:
        to = message.reply_to or ((sender,) if sender else ())
    cc: tuple[Person, ...] = ()
    if to_all:
        if sender is not None and sender.address.lower() != own:
            to = _without((*to, *message.to), own)
        cc = _without(message.cc, own, *(person.address.lower() for person in to))
    return Draft(
        id=_new_id(),
        to=_without(to, *((own,) if to_all else ())) or to[:1],
        cc=cc,
        subject=_prefixed(message.summary.subject, "Re: ", _REPLY_PREFIX),
        text=f"\n\n{_written_line(message)}\n{_quoted(message.text)}",
        in_reply_to=message.message_id,
        references=_references(message),
    )


def forward_draft(message: Message, attachments: Sequence[NewAttachment] = ()) -> Draft:
    """The message passed on, its head in words, with the ``attachments`` the caller took from it."""
    head = [
        "---------- Thư chuyển tiếp ----------",
        f"Từ: {_shown(message.summary.sender)}",
        f"Ngày gửi: {_when(message.summary.received_at)}",
        f"Đến: {', '.join(_shown(person) for person in message.to)}",
    ]
    if message.cc:
        head.append(f"Đồng gửi: {', '.join(_shown(person) for person in message.cc)}")
    head.append(f"Chủ đề: {message.summary.subject}")
    return Draft(
        id=_new_id(),
        subject=_prefixed(message.summary.subject, "Fwd: ", _FORWARD_PREFIX),
        text="\n\n" + "\n".join(head) + "\n\n" + message.text,
        attachments=tuple(attachments),
        references=tuple(dict.fromkeys((*message.references, *((message.message_id,) if message.message_id else ()))))[
            -20:
        ],
    )


# --- the body ---------------------------------------------------------------------------------------------------------


def _body(draft: Draft) -> MimeMessage:
    body: MimeMessage = _text_part(draft.text, "plain")
    if draft.html is not None:
        both = MIMEMultipart("alternative")
        both.attach(body)
        both.attach(_text_part(draft.html, "html"))
        body = both
    if draft.attachments:
        mixed = MIMEMultipart("mixed")
        mixed.attach(body)
        for attachment in draft.attachments:
            mixed.attach(_attachment_part(attachment))
        body = mixed
    if "MIME-Version" not in body:
        body["MIME-Version"] = "1.0"
    return body


def _text_part(text: str, subtype: str) -> MIMENonMultipart:
    part = MIMENonMultipart("text", subtype)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    part.set_payload(lines.encode("utf-8", "replace").decode("utf-8"), _UTF8)
    del part["MIME-Version"]
    return part


def _attachment_part(attachment: NewAttachment) -> MIMEBase:
    media_type = attachment.media_type.lower().split(";")[0].strip()
    # A mail as an attachment may not be base64 (RFC 2046 5.2.1); as a plain file it arrives everywhere.
    if not _MEDIA_TYPE.fullmatch(media_type) or media_type.startswith(("message/", "multipart/")):
        media_type = "application/octet-stream"
    part = MIMEBase(*media_type.split("/"))
    part.set_payload(attachment.content)
    encoders.encode_base64(part)
    name = _one_line(attachment.name).replace("/", "_").replace("\\", "_").replace('"', "'") or "tep"
    if name.isascii():
        part.add_header("Content-Disposition", "attachment", filename=name)
        part.set_param("name", name)
    else:
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))  # RFC 2231
    del part["MIME-Version"]
    return part


# --- headers ----------------------------------------------------------------------------------------------------------


def _one_line(text: str) -> str:
    """No control character gets into a header: a line break there would start another header."""
    return _CONTROLS.sub(" ", text).encode("utf-8", "replace").decode("utf-8").strip()


def _header(name: str, text: str) -> str:
    line = _one_line(text)
    if line.isascii() and len(line) <= 60 and "=?" not in line:
        return line
    charset = "us-ascii" if line.isascii() and "=?" not in line else "utf-8"
    return Header(line, charset, maxlinelen=76, header_name=name).encode(linesep="\r\n")


def _addresses(people: Sequence[Person]) -> str:
    return ",\r\n ".join(_address(person) for person in people)


def _address(person: Person) -> str:
    address = _ascii_address(person.address)
    name = _one_line(person.name)
    if not name or name == person.address:
        return address
    if name.isascii() and "=?" not in name:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{address}>'
    return f"{Header(name, 'utf-8', maxlinelen=60).encode(linesep=chr(13) + chr(10))} <{address}>"


def _ascii_address(address: str) -> str:
    address = address.strip()
    local, at, domain = address.rpartition("@")
    domain = _ascii_domain(domain)
    if not at or not local or not domain or not local.isascii() or re.search(r'[\s<>,;:"()\x00-\x20\x7f]', local):
        raise ValueError(address)
    return f"{local}@{domain}"


def _ascii_domain(domain: str) -> str:
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    return domain if re.fullmatch(r"[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]", domain) else ""


# --- words ------------------------------------------------------------------------------------------------------------


def _new_id() -> DraftId:
    return DraftId(uuid.uuid4().hex)


def _references(message: Message) -> tuple[str, ...]:
    own = (message.message_id,) if message.message_id else ()
    return tuple(dict.fromkeys((*message.references, *own)))[-20:]


def _without(people: Sequence[Person], *addresses: str) -> tuple[Person, ...]:
    kept: dict[str, Person] = {}
    for person in people:
        if person.address and person.address.lower() not in addresses:
            kept.setdefault(person.address.lower(), person)
    return tuple(kept.values())


def _prefixed(subject: str, prefix: str, known: re.Pattern[str]) -> str:
    return subject if known.match(subject) else prefix + subject


def _shown(person: Person | None) -> str:
    if person is None:
        return "không rõ"
    return f"{person.name} <{person.address}>" if person.name and person.name != person.address else person.address


def _when(moment: datetime) -> str:
    return moment.astimezone(OFFICE_ZONE).strftime("%H:%M ngày %d/%m/%Y")


def _written_line(message: Message) -> str:
    return f"Vào {_when(message.summary.received_at)}, {_shown(message.summary.sender)} đã viết:"


def _quoted(text: str) -> str:
    return "\n".join(f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in text.rstrip().split("\n"))
