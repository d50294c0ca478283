"""What happens to a mail that is sent: it is stamped, kept, let out; and delivered here if she wrote to herself."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import sha256

from .exchange import Exchange, SentMail
from .facts import header_block, read_mime
from .mime_building import address_text, mail_date
from .soap import EwsError
from .store import Folder

_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*")
_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+")


def send(
    exchange: Exchange, mime: bytes, extended: dict[tuple[str, ...], tuple[str, ...]], *, save_to: Folder | None
) -> None:
    """Raises ErrorInvalidRecipients when nobody, or somebody without an address, is to have it."""
    facts, _ = read_mime(mime)
    recipients = tuple(person.address for person in (*facts.to, *facts.cc, *facts.bcc))
    if not recipients or not all(_ADDRESS.fullmatch(address) for address in recipients):
        raise EwsError("ErrorInvalidRecipients")
    now = datetime.now(UTC)
    stamped = _stamped(exchange, mime, facts.message_id, now)
    exchange.sent.append(SentMail(recipients, facts.subject, stamped, now, dict(extended)))
    if save_to is not None:
        copy = exchange.store.add_item(save_to, stamped, received_at=now, is_read=True)
        copy.extended.update(extended)
    if exchange.owner.address.lower() in {address.lower() for address in recipients}:
        received = (
            b"Received: from mbx01.boldptxh.example by mbx01.boldptxh.example with HTTPS;\r\n "
            + mail_date(now).encode()
        )
        delivered = received + b"\r\n" + _without_fields(stamped, {b"bcc"})
        exchange.store.add_item(exchange.store.roles["inbox"], delivered, received_at=now, is_new_mail=True)


def _stamped(exchange: Exchange, mime: bytes, message_id: str, now: datetime) -> bytes:
    """With the date of sending, a sender and a Message-ID; Exchange may give a new one (`rewrites_message_ids`)."""
    replaced = {b"date"}
    added = [f"Date: {mail_date(now)}"]
    if not re.match(rb"(?is)(?:.*\n)?from[ \t]*:", header_block(mime)):
        added.append(f"From: {address_text((exchange.owner,))}")
    if exchange.rewrites_message_ids or not message_id:
        replaced.add(b"message-id")
        digest = sha256(f"{now.isoformat()}{len(exchange.sent)}".encode()).hexdigest()[:24]
        added.append(f"Message-ID: <{digest}@mbx01.{exchange.owner.address.rpartition('@')[2]}>")
    return "\r\n".join(added).encode() + b"\r\n" + _without_fields(mime, replaced)


def _without_fields(mime: bytes, names: set[bytes]) -> bytes:
    """The message without these header fields (lower case), the rest byte for byte."""
    position = 0
    kept: list[bytes] = []
    while found := _FIELD.match(mime, position):
        field = found[0]
        if field.partition(b":")[0].strip().lower() not in names:
            kept.append(field)
        position = found.end()
    return b"".join(kept) + mime[position:]
