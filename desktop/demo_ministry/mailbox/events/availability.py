"""GetUserAvailability, GetRoomLists and GetRooms: the owner's own time, invented times of everybody the directory and
the room lists know, the same for the same day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from lxml import etree

from ..calendar_text import VIETNAM
from ..exchange import Exchange
from ..item_xml import mailbox_xml
from ..soap import MESSAGES, TYPES, EwsError, M, T, text
from .rules import days_of

_SUBJECTS = ("Họp giao ban", "Làm việc với đơn vị", "Tiếp công dân", "Họp thẩm định", "Đi công tác cơ sở")
_HOURS = (8, 9, 10, 14, 15, 16)
Busy = tuple[datetime, datetime, str, str]


def get_user_availability(exchange: Exchange, request: etree._Element) -> bytes:
    window = request.find(f"{T}FreeBusyViewOptions/{T}TimeWindow")
    if window is None:
        raise EwsError("ErrorInvalidFreeBusyViewType")
    bias = timedelta(minutes=int(request.findtext(f"{T}TimeZone/{T}Bias") or 0))
    begin, end = (
        datetime.fromisoformat(window.findtext(f"{T}{name}") or "").replace(tzinfo=UTC) + bias
        for name in ("StartTime", "EndTime")
    )
    if not timedelta(days=1) <= end - begin <= timedelta(days=62):
        raise EwsError("ErrorInvalidTimeInterval" if end - begin < timedelta(days=1) else "ErrorTimeIntervalTooBig")
    answers = [
        _answer(exchange, (box.findtext(f"{T}Email/{T}Address") or "").lower(), begin, end, bias)
        for box in request.iterfind(f"{M}MailboxDataArray/{T}MailboxData")
    ]
    return (
        f'<m:GetUserAvailabilityResponse xmlns:m="{MESSAGES}" xmlns:t="{TYPES}">'.encode()
        + b"<m:FreeBusyResponseArray>"
        + b"".join(answers)
        + b"</m:FreeBusyResponseArray></m:GetUserAvailabilityResponse>"
    )


def get_room_lists(exchange: Exchange, request: etree._Element) -> bytes:
    lists = "".join(mailbox_xml(one.itself, "t:Address") for one in exchange.room_lists)
    return _bare("GetRoomLists", f"<m:RoomLists>{lists}</m:RoomLists>")


def get_rooms(exchange: Exchange, request: etree._Element) -> bytes:
    wanted = (request.findtext(f"{M}RoomList/{T}EmailAddress") or "").lower()
    found = next((one for one in exchange.room_lists if one.itself.address.lower() == wanted), None)
    if found is None:
        raise EwsError("ErrorCannotGetAllRoomLists" if not wanted else "ErrorNameResolutionNoResults")
    rooms = "".join(f"<t:Room>{mailbox_xml(room, 't:Id')}</t:Room>" for room in found.rooms)
    return _bare("GetRooms", f"<m:Rooms>{rooms}</m:Rooms>")


def _bare(operation: str, content: str) -> bytes:
    """These two answer without ResponseMessages."""
    return (
        f'<m:{operation}Response ResponseClass="Success" xmlns:m="{MESSAGES}" xmlns:t="{TYPES}">'
        f"<m:ResponseCode>NoError</m:ResponseCode>{content}</m:{operation}Response>"
    ).encode()


def _answer(exchange: Exchange, address: str, begin: datetime, end: datetime, bias: timedelta) -> bytes:
    if address == exchange.owner.address.lower():
        times = list(_own(exchange, begin, end))
    elif address in _known(exchange):
        times = [*_invented(address, begin, end), *_booked(exchange, address, begin, end)]
    else:
        message = (
            '<m:ResponseMessage ResponseClass="Error"><m:MessageText>Unable to resolve e-mail address.</m:MessageText>'
            "<m:ResponseCode>ErrorMailRecipientNotFound</m:ResponseCode></m:ResponseMessage>"
        )
        return f"<m:FreeBusyResponse>{message}</m:FreeBusyResponse>".encode()
    events = "".join(
        f"<t:CalendarEvent><t:StartTime>{start - bias:%Y-%m-%dT%H:%M:%S}</t:StartTime>"
        f"<t:EndTime>{finish - bias:%Y-%m-%dT%H:%M:%S}</t:EndTime><t:BusyType>{kind}</t:BusyType>"
        f"<t:CalendarEventDetails><t:Subject>{text(subject)}</t:Subject><t:IsMeeting>true</t:IsMeeting>"
        "<t:IsRecurring>false</t:IsRecurring><t:IsException>false</t:IsException>"
        "<t:IsReminderSet>false</t:IsReminderSet><t:IsPrivate>false</t:IsPrivate></t:CalendarEventDetails>"
        "</t:CalendarEvent>"
        for start, finish, kind, subject in sorted(times)
    )
    zone = "".join(
        f"<t:{name}><t:Bias>0</t:Bias><t:Time>00:00:00</t:Time><t:DayOrder>0</t:DayOrder><t:Month>0</t:Month>"
        f"<t:DayOfWeek>Sunday</t:DayOfWeek></t:{name}>"
        for name in ("StandardTime", "DaylightTime")
    )
    hours = (
        f"<t:WorkingHours><t:TimeZone><t:Bias>-420</t:Bias>{zone}</t:TimeZone><t:WorkingPeriodArray><t:WorkingPeriod>"
        "<t:DayOfWeek>Monday Tuesday Wednesday Thursday Friday</t:DayOfWeek><t:StartTimeInMinutes>450"
        "</t:StartTimeInMinutes><t:EndTimeInMinutes>1020</t:EndTimeInMinutes></t:WorkingPeriod>"
        "</t:WorkingPeriodArray></t:WorkingHours>"
    )
    return (
        '<m:FreeBusyResponse><m:ResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode>'
        "</m:ResponseMessage><m:FreeBusyView><t:FreeBusyViewType>Detailed</t:FreeBusyViewType>"
        f"<t:CalendarEventArray>{events}</t:CalendarEventArray>{hours}</m:FreeBusyView></m:FreeBusyResponse>"
    ).encode()


def _own(exchange: Exchange, begin: datetime, end: datetime) -> Iterator[Busy]:
    for item in exchange.store.roles["calendar"].items.values():
        event = item.event
        if event is None:
            continue
        parts = [event]
        if event.rule is not None:
            days = {*days_of(event.rule, end.date()), *event.exceptions} - event.deleted
            parts = [event.occurrence(day) for day in days]
        for part in parts:
            if part.touches(begin, end) and part.busy != "Free":
                yield part.start, part.end, part.busy, part.subject


def _booked(exchange: Exchange, address: str, begin: datetime, end: datetime) -> Iterator[Busy]:
    """Whom or what she has invited is taken then too."""
    for item in exchange.store.roles["calendar"].items.values():
        event = item.event
        if event is None or not event.touches(begin, end):
            continue
        if any(guest.person.address.lower() == address for guest in event.guests):
            yield event.start, event.end, "Busy", event.subject


def _invented(address: str, begin: datetime, end: datetime) -> Iterator[Busy]:
    day = begin.astimezone(VIETNAM).date()
    while datetime.combine(day, datetime.min.time(), VIETNAM) < end:
        if day.weekday() < 5:
            yield from (one for one in _day_of(address, day) if one[0] < end and one[1] > begin)
        day += timedelta(days=1)


def _day_of(address: str, day: date) -> Iterator[Busy]:
    digest = sha256(f"{address}{day}".encode()).digest()
    if digest[0] < 12:
        start = datetime.combine(day, datetime.min.time(), VIETNAM)
        yield start, start + timedelta(days=1), "OOF", "Đi công tác"
        return
    for number in range(digest[1] % 3):
        start = datetime.combine(day, datetime.min.time(), VIETNAM) + timedelta(hours=_HOURS[digest[2 + number] % 6])
        kind = "Tentative" if digest[5 + number] % 5 == 0 else "Busy"
        length = timedelta(minutes=60 + 30 * (digest[8 + number] % 2))
        yield start, start + length, kind, _SUBJECTS[digest[11 + number] % 5]


def _known(exchange: Exchange) -> set[str]:
    people = {entry.person.address.lower() for entry in exchange.directory}
    return people | {room.address.lower() for one in exchange.room_lists for room in one.rooms}
