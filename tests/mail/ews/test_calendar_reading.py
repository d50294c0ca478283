"""Zones and recurrences as servers really write them, and as hostile ones might."""

from __future__ import annotations

from datetime import UTC, date, datetime

import lxml.etree
import pytest
from exchangelib.util import TNS

from mail import AbsoluteMonthly, Answer, Daily, Day, ItemKind, Recurrence, Week
from mail.calendar.model import AbsoluteYearly, Pattern, RelativeMonthly, RelativeYearly, Weekly
from mail.calendar.zones import OWN_ZONE, wall_clock, zone_of
from mail.ews.calendar.item_xml import is_own, read_item
from mail.ews.calendar.recurrence_xml import read_recurrence, recurrence_xml
from mail.ews.calendar.zone_names import server_id, zone_name

NEW_YORK = """<t:StartTimeZone Id="Giờ miền Đông (đã sửa)">
<t:Periods><t:Period Bias="PT5H" Name="Standard" Id="s"/><t:Period Bias="PT4H" Name="Daylight" Id="d"/></t:Periods>
<t:TransitionsGroups><t:TransitionsGroup Id="0">
<t:RecurringDayTransition><t:To Kind="Period">d</t:To><t:TimeOffset>PT2H</t:TimeOffset><t:Month>3</t:Month>
<t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>2</t:Occurrence></t:RecurringDayTransition>
<t:RecurringDayTransition><t:To Kind="Period">s</t:To><t:TimeOffset>PT2H</t:TimeOffset><t:Month>11</t:Month>
<t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>1</t:Occurrence></t:RecurringDayTransition>
</t:TransitionsGroup></t:TransitionsGroups></t:StartTimeZone>"""
FIXED = """<t:StartTimeZone Id="tzone://Microsoft/Custom">
<t:Periods><t:Period Bias="-PT7H30M" Name="S" Id="s"/></t:Periods>
<t:TransitionsGroups><t:TransitionsGroup Id="0"><t:Transition><t:To Kind="Period">s</t:To></t:Transition>
</t:TransitionsGroup></t:TransitionsGroups></t:StartTimeZone>"""


@pytest.mark.parametrize(
    ("element", "name"),
    [
        ('<t:StartTimeZone Id="SE Asia Standard Time"/>', "Asia/Ho_Chi_Minh"),
        ('<t:StartTimeZone Id="se asia standard time"/>', "Asia/Ho_Chi_Minh"),
        ('<t:StartTimeZone Id="Romance Standard Time"/>', "Europe/Paris"),
        ('<t:StartTimeZone Id="tzone://Microsoft/Utc"/>', "UTC"),
        ('<t:StartTimeZone Id="Asia/Tokyo"/>', "Asia/Tokyo"),
        (NEW_YORK, "rule:-300,-240,M3.2.0/120,M11.1.0/120"),
        (FIXED, "rule:+450"),
    ],
)
def test_a_zone_is_known_by_its_id_or_by_its_rules(element: str, name: str) -> None:
    assert zone_name(_element(element)) == name


def _element(text: str) -> lxml.etree._Element:
    return lxml.etree.fromstring(f'<r xmlns:t="{TNS}">{text}</r>')[0]


@pytest.mark.parametrize(
    "element",
    [
        '<t:StartTimeZone Id="Giờ Đông Dương"/>',
        "<t:StartTimeZone/>",
        '<t:StartTimeZone Id="x"><t:Periods><t:Period Bias="rất lâu" Id="s"/></t:Periods></t:StartTimeZone>',
        f'<t:StartTimeZone Id="{"a" * 5000}"/>',
    ],
)
def test_a_zone_nobody_knows_is_the_desks_own(element: str) -> None:
    assert zone_of(zone_name(_element(element))) is OWN_ZONE


def test_a_rule_that_came_with_the_item_is_kept() -> None:
    zone = zone_of(zone_name(_element(NEW_YORK)))
    assert wall_clock(datetime(2026, 7, 1, 12, tzinfo=UTC), zone).hour == 8
    assert wall_clock(datetime(2026, 12, 1, 12, tzinfo=UTC), zone).hour == 7


def test_what_is_sent_names_the_zone_as_exchange_does() -> None:
    assert server_id("Asia/Ho_Chi_Minh") == "SE Asia Standard Time"
    assert server_id("Europe/Paris") == "Romance Standard Time"
    assert server_id("rule:+450") is None


@pytest.mark.parametrize(
    "pattern",
    [
        Daily(3),
        Weekly((Day.MONDAY, Day.FRIDAY), 2, Day.SUNDAY),
        AbsoluteMonthly(31, 2),
        RelativeMonthly(Day.WEEKDAY, Week.LAST, 3),
        AbsoluteYearly(29, 2),
        RelativeYearly(Day.SUNDAY, Week.FOURTH, 12),
    ],
    ids=lambda one: type(one).__name__,
)
@pytest.mark.parametrize("limits", [{}, {"last": date(2027, 1, 31)}, {"count": 9}], ids=["endless", "until", "times"])
def test_a_recurrence_comes_back_as_it_went(pattern: Pattern, limits: dict[str, object]) -> None:
    wanted = Recurrence(pattern, date(2026, 11, 3), **limits)  # type: ignore[arg-type]
    sent = lxml.etree.tostring(recurrence_xml(wanted))
    assert read_recurrence(lxml.etree.fromstring(sent)) == wanted


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<t:DailyRecurrence/>",
        "<t:DailyRecurrence/><t:NoEndRecurrence><t:StartDate>ngày mai</t:StartDate></t:NoEndRecurrence>",
        "<t:WeeklyRecurrence><t:DaysOfWeek>Thứ Hai</t:DaysOfWeek></t:WeeklyRecurrence>"
        "<t:NoEndRecurrence><t:StartDate>2026-11-03</t:StartDate></t:NoEndRecurrence>",
        "<t:MoonlyRecurrence/><t:NoEndRecurrence><t:StartDate>2026-11-03</t:StartDate></t:NoEndRecurrence>",
        "<t:AbsoluteYearlyRecurrence><t:DayOfMonth>1</t:DayOfMonth><t:Month>Giêng</t:Month></t:AbsoluteYearlyRecurrence>",
    ],
)
def test_a_recurrence_that_makes_no_sense_is_none(inside: str) -> None:
    assert read_recurrence(_element(f"<t:Recurrence>{inside}</t:Recurrence>")) is None


def test_an_item_that_says_almost_nothing_is_still_one() -> None:
    element = _element(
        '<t:CalendarItem><t:ItemId Id="i"/><t:Start>2026-11-24T01:00:00Z</t:Start><t:End>2026-11-23T01:00:00Z</t:End>'
        "<t:LegacyFreeBusyStatus>Đang bận</t:LegacyFreeBusyStatus><t:MyResponseType>?</t:MyResponseType>"
        "<t:CalendarItemType>RecurringMaster</t:CalendarItemType></t:CalendarItem>"
    )
    item = read_item(element, "hanh@boldptxh.example")
    assert (item.kind, item.start, item.end) == (ItemKind.SINGLE, item.start, item.start)
    assert item.is_organizer and not item.is_meeting


def test_whose_meeting_it_is() -> None:
    assert is_own(True, Answer.ORGANIZER, "", "hanh@boldptxh.example")
    assert is_own(True, Answer.UNKNOWN, "HANH@boldptxh.example", "hanh@boldptxh.example")
    assert not is_own(True, Answer.NONE, "nam@boldptxh.example", "hanh@boldptxh.example")
    assert not is_own(True, Answer.UNKNOWN, "", "")
