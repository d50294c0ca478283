"""MIME out: a draft as the message that is sent. Used by the outbox. Headers are built with the older,
predictable `email.header`, because the modern policy folds long Vietnamese names wrongly on Debian's Python 3.11.
"""

from __future__ import annotations

import io
import re
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

from .model import Draft, NewAttachment, Person
from .outgoing_html import pictures_in

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
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
    message["From"] = _addresses((draft.sender or sender,))
    for name, people in (("To", draft.to), ("Cc", draft.cc), ("Bcc", draft.bcc)):
        if people:
            message[name] = _addresses(people)
    message["Subject"] = _header("Subject", draft.subject)
    message["Date"] = format_datetime((now or datetime.now(OFFICE_ZONE)).astimezone(OFFICE_ZONE))
    message["Message-ID"] = message_id_of(draft, sender)
    if draft.importance != "Normal":
        message["Importance"] = draft.importance.lower()
        message["X-Priority"] = "1" if draft.importance == "High" else "5"
    if draft.categories:
        message["Keywords"] = _header("Keywords", ", ".join(draft.categories))
    if draft.wants_receipt:
        message["Disposition-Notification-To"] = _addresses((draft.sender or sender,))  # RFC 8098
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


def message_id_of(draft: Draft, sender: Person) -> str:
    """The Message-ID this draft is sent under, in angle brackets; a server may still put its own in its place."""
    domain = (draft.sender or sender).address.rpartition("@")[2]
    return f"<{draft.id}@{_ascii_domain(domain) or 'localhost'}>"


# --- the body ---------------------------------------------------------------------------------------------------------


def _body(draft: Draft) -> MimeMessage:
    """multipart/mixed (files) of multipart/alternative (text, letter) of multipart/related (letter, its pictures)."""
    body: MimeMessage = _text_part(draft.text, "plain")
    files = list(draft.attachments)
    if draft.html is not None:
        standing = set(pictures_in(draft.html))
        pictures = [one for one in files if one.content_id is not None and one.content_id in standing]
        files = [one for one in files if one not in pictures and one.content_id is None]
        both = MIMEMultipart("alternative")
        both.attach(body)
        both.attach(_with_pictures(draft.html, pictures))
        body = both
    if files:
        mixed = MIMEMultipart("mixed")
        mixed.attach(body)
        for attachment in files:
            mixed.attach(_attachment_part(attachment))
        body = mixed
    if "MIME-Version" not in body:
        body["MIME-Version"] = "1.0"
    return body


def _with_pictures(html: str, pictures: Sequence[NewAttachment]) -> MimeMessage:
    letter = _text_part(html, "html")
    if not pictures:
        return letter
    related = MIMEMultipart("related", type="text/html")
    related.attach(letter)
    for picture in pictures:
        part = _attachment_part(picture, "inline")
        part["Content-ID"] = f"<{re.sub(r'[<> ]', '', _one_line(picture.content_id or ''))}>"
        related.attach(part)
    return related


def _text_part(text: str, subtype: str) -> MIMENonMultipart:
    part = MIMENonMultipart("text", subtype)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    part.set_payload(lines.encode("utf-8", "replace").decode("utf-8"), _UTF8)
    del part["MIME-Version"]
    return part


def _attachment_part(attachment: NewAttachment, disposition: str = "attachment") -> MIMEBase:
    media_type = attachment.media_type.lower().split(";")[0].strip()
    # A mail as an attachment may not be base64 (RFC 2046 5.2.1); as a plain file it arrives everywhere.
    if not _MEDIA_TYPE.fullmatch(media_type) or media_type.startswith(("message/", "multipart/")):
        media_type = "application/octet-stream"
    part = MIMEBase(*media_type.split("/"))
    part.set_payload(attachment.content)
    encoders.encode_base64(part)
    name = _one_line(attachment.name).replace("/", "_").replace("\\", "_").replace('"', "'") or "tep"
    if name.isascii():
        part.add_header("Content-Disposition", disposition, filename=name)
        part.set_param("name", name)
    else:
        part.add_header("Content-Disposition", disposition, filename=("utf-8", "", name))  # RFC 2231
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
