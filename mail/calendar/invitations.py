"""Invitations in the mail and their items in the calendar: which belongs to which. Used by the local calendar."""

from __future__ import annotations

from sqlalchemy import Connection

from ..model import Meeting, Person
from ..rows import microseconds
from .gateway import ServerItem
from .model import Answer, Attendee, CalendarItem, FreeBusy, Invitation, ItemKind
from .reading import Kept


def item_for(connection: Connection, meeting: Meeting) -> tuple[int, bool]:
    """The row of the invitation's item (0: none yet), and whether all she answered has reached the server."""
    if not meeting.uid:
        return 0, True
    row = connection.exec_driver_sql(
        # One invited to two occurrences of a series has two items with one UID.
        "SELECT number FROM calendar_items WHERE uid = ? AND +series IS NULL"
        " ORDER BY start_at = ? DESC, is_series DESC, is_local, number DESC LIMIT 1",
        (meeting.uid, microseconds(meeting.start)),
    ).first()
    if row is None:
        return 0, True
    is_waiting = connection.exec_driver_sql(
        "SELECT EXISTS (SELECT 1 FROM calendar_acts WHERE item = ? AND kind IN ('respond', 'propose')"
        " AND state IN ('waiting', 'begun'))",
        (row[0],),
    ).scalar_one()
    return int(row[0]), not is_waiting


def answered(connection: Connection, meeting: Meeting) -> Answer:
    """What she answered last from here; UNKNOWN if nothing, or if the meeting has been moved since."""
    value = connection.exec_driver_sql(
        "SELECT answer FROM calendar_answers WHERE uid = ? AND start_at = ?",
        (meeting.uid, microseconds(meeting.start)),
    ).scalar()
    return Answer(value) if value else Answer.UNKNOWN


def invitation_of(
    meeting: Meeting,
    owner: Person | None,
    kept: Kept | None,
    item: CalendarItem | None,
    remembered: Answer,
    is_sent: bool,
    conflicts: tuple[CalendarItem, ...],
) -> Invitation:
    organizer = meeting.organizer.address.lower() if meeting.organizer else ""
    is_own = bool(owner and organizer == owner.address.lower()) or bool(item and item.is_meeting and item.is_organizer)
    is_cancelled = bool(item and item.is_cancelled)
    declined = kept is not None and kept.item is None
    response = Answer.DECLINE if declined else item.my_response if item else remembered
    return Invitation(
        item=item,
        my_response=Answer.ORGANIZER if is_own else response,
        is_sent=is_sent,
        is_cancelled=is_cancelled,
        can_answer=not is_own and not is_cancelled and bool(organizer),
        conflicts=conflicts,
    )


def expected(meeting: Meeting, zone: str) -> ServerItem:
    """What an invitation will be in the calendar, until the server says so itself."""
    return ServerItem(
        item_id="",
        kind=ItemKind.SINGLE,
        uid=meeting.uid,
        subject=meeting.summary,
        start=meeting.start,
        end=meeting.end,
        zone=zone,
        location=meeting.location,
        organizer=meeting.organizer,
        attendees=(Attendee(meeting.organizer, answer=Answer.ORGANIZER),) if meeting.organizer else (),
        is_meeting=True,
        is_organizer=False,
        my_response=Answer.NONE,
        text=meeting.description,
        reminder_minutes=15,
        busy=FreeBusy.TENTATIVE,
    )
