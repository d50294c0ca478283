"""GetUserAvailability: whose time is taken when. Asked and answered in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from exchangelib.services import GetUserAvailability
from exchangelib.util import create_element

from ...calendar.model import Day, FreeBusy
from ...calendar.questions import Availability, BusyTime
from ..conversation import Conversation, OneShot
from ..soap_shapes import T, moment_of, number_of, text_of
from .draft_xml import leaf

MOST_ADDRESSES = 100
LONGEST = timedelta(days=62)
"""Exchange's own limits."""
MOST_TIMES = 5_000
_DAYS = frozenset(day.value for day in Day)


class _GetUserAvailability(OneShot, GetUserAvailability):  # type: ignore[misc]
    def __init__(self, account: Conversation) -> None:
        self.account = account
        super().__init__(protocol=account.protocol)

    def ask(self, addresses: tuple[str, ...], start: datetime, end: datetime) -> list[Any]:
        payload = create_element("m:GetUserAvailabilityRequest")
        zone = create_element("t:TimeZone")
        zone.append(leaf("t:Bias", "0"))
        # January and July, nothing changed: a zone without summer time.
        for tag, month in (("t:StandardTime", "1"), ("t:DaylightTime", "7")):
            change = create_element(tag)
            for name, value in (("Bias", "0"), ("Time", "00:00:00"), ("DayOrder", "1"), ("Month", month)):
                change.append(leaf(f"t:{name}", value))
            change.append(leaf("t:DayOfWeek", "Sunday"))
            zone.append(change)
        payload.append(zone)
        boxes = create_element("m:MailboxDataArray")
        for address in addresses:
            email = create_element("t:Email")
            email.append(leaf("t:Address", address))
            box = create_element("t:MailboxData")
            box.append(email)
            box.append(leaf("t:AttendeeType", "Required"))
            boxes.append(box)
        payload.append(boxes)
        window = create_element("t:TimeWindow")
        window.append(leaf("t:StartTime", _naive(start)))
        window.append(leaf("t:EndTime", _naive(end)))
        options = create_element("t:FreeBusyViewOptions")
        options.append(window)
        options.append(leaf("t:MergedFreeBusyIntervalInMinutes", "30"))
        options.append(leaf("t:RequestedView", "Detailed"))
        payload.append(options)
        return list(self._get_elements(payload))


def availability(
    conversation: Conversation, addresses: tuple[str, ...], start: datetime, end: datetime
) -> tuple[Availability, ...]:
    addresses = addresses[:MOST_ADDRESSES]
    if not addresses or end <= start:
        return tuple(Availability(address) for address in addresses)
    # The server counts in whole days here: a window under a day it refuses (ErrorInvalidTimeInterval).
    end = min(max(end, start + timedelta(days=1)), start + LONGEST)
    answers = _GetUserAvailability(conversation).ask(addresses, start, end)
    if len(answers) != len(addresses):
        raise ValueError(f"{len(answers)} answers to {len(addresses)} addresses")
    return tuple(_availability(*pair) for pair in zip(addresses, answers, strict=True))


def _availability(address: str, answer: Any) -> Availability:
    if isinstance(answer, Exception):
        return Availability(address, error=type(answer).__name__)
    if answer is None or answer is True:
        return Availability(address, error="ErrorNoFreeBusyAccess")
    times = [_time(one) for one in answer.iterfind(f"{T}CalendarEventArray/{T}CalendarEvent")]
    periods = answer.findall(f"{T}WorkingHours/{T}WorkingPeriodArray/{T}WorkingPeriod")
    view = text_of(answer, f"{T}FreeBusyViewType")
    days: list[Day] = []
    for period in periods:
        days += [Day(name) for name in text_of(period, f"{T}DayOfWeek").split() if name in _DAYS]
    return Availability(
        address,
        times=tuple(times[:MOST_TIMES]),
        error="ErrorNoFreeBusyAccess" if view == "None" else None,
        working_days=tuple(dict.fromkeys(days)),
        working_from=min((number_of(one, f"{T}StartTimeInMinutes") for one in periods), default=None),
        working_until=max((number_of(one, f"{T}EndTimeInMinutes") for one in periods), default=None),
    )


def _time(event: Any) -> BusyTime:
    try:
        status = FreeBusy(text_of(event, f"{T}BusyType"))
    except ValueError:
        status = FreeBusy.BUSY
    details = f"{T}CalendarEventDetails/{T}"
    return BusyTime(
        start=moment_of(event, f"{T}StartTime"),
        end=moment_of(event, f"{T}EndTime"),
        status=status,
        subject=text_of(event, f"{details}Subject"),
        location=text_of(event, f"{details}Location"),
    )


def _naive(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
