"""The mails that the calendar sends by itself: invitations, updates, cancellations to guests, answers to organizers."""

from __future__ import annotations

from datetime import UTC, datetime

from ..exchange import Exchange, SentMail
from ..letter import Correspondent, Letter
from ..mime_building import build_mime
from .event import Appointment

PREFIXES = {
    "request": "",
    "update": "Cập nhật: ",
    "cancel": "Đã hủy: ",
    "Accept": "Đã nhận lời: ",
    "Tentative": "Có thể dự: ",
    "Decline": "Từ chối: ",
    "proposal": "Đề xuất giờ khác: ",
}
KIND = ("calendar", "kind")
PROPOSED = ("calendar", "proposed")
UID = ("calendar", "uid")


def tell(
    exchange: Exchange,
    event: Appointment,
    kind: str,
    to: tuple[Correspondent, ...],
    comment: str = "",
    proposed: tuple[datetime, datetime] | None = None,
) -> None:
    """One mail to ``to``, a copy of it in Sent Items. Nothing for nobody."""
    if not to:
        return
    now = datetime.now(UTC)
    prefix = PREFIXES["proposal" if proposed else kind]
    letter = Letter(subject=prefix + event.subject, sender=exchange.owner, to=to, at=now, text=comment)
    mime = build_mime(letter)
    extended: dict[tuple[str, ...], tuple[str, ...]] = {KIND: (kind,), UID: (event.uid,)}
    if proposed:
        extended[PROPOSED] = tuple(one.astimezone(UTC).isoformat() for one in proposed)
    recipients = tuple(person.address for person in to)
    exchange.sent.append(SentMail(recipients, letter.subject, mime, now, extended))
    exchange.store.add_item(exchange.store.roles["sentitems"], mime, received_at=now, is_read=True)


def guests_of(event: Appointment, *, apart_from: frozenset[str] = frozenset()) -> tuple[Correspondent, ...]:
    return tuple(guest.person for guest in event.guests if guest.person.address.lower() not in apart_from)
