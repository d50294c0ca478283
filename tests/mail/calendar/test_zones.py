"""Zones by name and by rule, against the zones of the tz database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mail.calendar.zones import OWN_ZONE, moment_in, same_day_here, wall_clock, zone_of


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("rule:+420", "Asia/Ho_Chi_Minh"),
        ("rule:-300,-240,M3.2.0/120,M11.1.0/120", "America/New_York"),
        ("rule:+60,+120,M3.5.0/120,M10.5.0/180", "Europe/Paris"),
        ("rule:+600,+660,M10.1.0/120,M4.1.0/180", "Australia/Sydney"),
    ],
)
def test_a_rule_keeps_the_clock_of_the_zone_it_describes(rule: str, name: str) -> None:
    zone, known = zone_of(rule), ZoneInfo(name)
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    while moment.year < 2028:
        assert wall_clock(moment, zone) == wall_clock(moment, known), moment
        moment += timedelta(hours=5)


@pytest.mark.parametrize(
    "name",
    ["", "Giờ chuẩn Đông Nam Á", "../../etc/passwd", "Etc/Nowhere", "rule:+9999", "rule:+1,+2,M13.1.0/0,M1.1.0/0"],
)
def test_what_nobody_knows_is_the_desks_own_zone(name: str) -> None:
    assert zone_of(name) is OWN_ZONE


def test_a_clock_reading_that_summer_time_skips_still_is_a_moment() -> None:
    zone = ZoneInfo("America/New_York")
    assert moment_in(zone, datetime(2026, 3, 8, 2, 30)) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert moment_in(zone, datetime(2026, 11, 1, 1, 30)) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_an_all_day_item_made_elsewhere_stays_on_its_day() -> None:
    for name in ("Asia/Tokyo", "America/New_York", "UTC", "Asia/Ho_Chi_Minh"):
        zone = ZoneInfo(name)
        start = datetime(2026, 9, 2, tzinfo=zone)
        assert same_day_here(start, zone) == datetime(2026, 9, 2, tzinfo=OWN_ZONE)
