"""Values of the mailbox for tests, made with a sentence's worth of words."""

from __future__ import annotations

import base64
import uuid
from datetime import UTC, datetime, timedelta

from mail import Draft, DraftId, FolderId, ItemId, MessageSummary, NewAttachment, Person

KEY = bytes(range(32))
HANH = Person("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example")
NAM = Person("Vũ Hoàng Nam", "nam.vh@boldptxh.example")
MAI = Person("Hoàng Thị Mai", "mai.ht@boldptxh.example")
FIRST_MOMENT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def a_moment(minutes: float = 0) -> datetime:
    return FIRST_MOMENT + timedelta(minutes=minutes)


def a_mime(
    subject: str = "Về việc họp giao ban",
    text: str = "Kính gửi các đồng chí.",
    *,
    sender: Person = NAM,
    to: tuple[Person, ...] = (HANH,),
    attachment: bytes | None = None,
    attachment_name: str = "ke_hoach.pdf",
) -> bytes:
    """A whole message, written by hand so that it does not depend on the code under test."""
    lines = [
        f"From: {_encoded(sender.name)} <{sender.address}>",
        "To: " + ", ".join(f"{_encoded(person.name)} <{person.address}>" for person in to),
        f"Subject: {_encoded(subject)}",
        f"Message-ID: <{uuid.uuid4().hex}@boldptxh.example>",
        "Date: Mon, 02 Nov 2026 08:00:00 +0700",
        "MIME-Version: 1.0",
    ]
    body = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", _base64(text.encode())]
    if attachment is None:
        return "\r\n".join([*lines, *body]).encode()
    file = [
        f'Content-Type: application/pdf; name="{attachment_name}"',
        f'Content-Disposition: attachment; filename="{attachment_name}"',
        "Content-Transfer-Encoding: base64",
        "",
        _base64(attachment),
    ]
    parts = ["--limit", *body, "--limit", *file, "--limit--", ""]
    return "\r\n".join([*lines, 'Content-Type: multipart/mixed; boundary="limit"', "", *parts]).encode()


def a_summary(
    item_id: str = "item-1",
    folder_id: str = "inbox",
    *,
    subject: str = "Về việc họp giao ban",
    sender: Person | None = NAM,
    to: tuple[Person, ...] = (HANH,),
    received_at: datetime | None = None,
    is_read: bool = False,
    size: int = 1000,
    has_attachments: bool = False,
    preview: str = "",
    is_flagged: bool = False,
) -> MessageSummary:
    return MessageSummary(
        id=ItemId(item_id),
        folder_id=FolderId(folder_id),
        subject=subject,
        sender=sender,
        to=to,
        received_at=received_at or a_moment(),
        is_read=is_read,
        has_attachments=has_attachments,
        size=size,
        preview=preview,
        is_flagged=is_flagged,
    )


def a_draft(
    subject: str = "Trả lời công văn",
    *,
    to: tuple[Person, ...] = (MAI,),
    text: str = "Kính gửi Cục Việc làm.",
    attachments: tuple[NewAttachment, ...] = (),
) -> Draft:
    return Draft(id=DraftId(uuid.uuid4().hex), to=to, subject=subject, text=text, attachments=attachments)


def _encoded(text: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


def _base64(content: bytes) -> str:
    return base64.encodebytes(content).decode().replace("\n", "\r\n")
