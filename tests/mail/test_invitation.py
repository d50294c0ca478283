"""Invitations as Exchange, Outlook, Google and others write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mail import MeetingNewsKind, Person
from mail.invitation import parse_invitation, parse_meeting_news

START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""09:00 in Hà Nội."""


def calendar(*event: str, method: str = "REQUEST", before: tuple[str, ...] = ()) -> str:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", f"METHOD:{method}", *before, "BEGIN:VEVENT", "UID:u", *event, "END:VEVENT", "END:VCALENDAR"]
    )


def test_everything_it_says() -> None:
    meeting = parse_invitation(
        calendar(
            "SUMMARY;LANGUAGE=vi:Họp giao ban\\, trực tuyến",
            "DTSTART:20261123T020000Z",
            "DTEND:20261123T033000Z",
            'ORGANIZER;CN="Lê Thị Thu Hương; Văn phòng":MAILTO:huong.ltt@boldptxh.example',
            "LOCATION:Phòng họp 1",
            "DESCRIPTION:Dòng một\\nDòng hai https://hop.boldptxh.example/giao",
            " -ban.",
        )
    )
    assert meeting is not None
    assert (meeting.summary, meeting.start, meeting.end) == (
        "Họp giao ban, trực tuyến",
        START,
        START + timedelta(hours=1.5),
    )
    assert meeting.organizer == Person("Lê Thị Thu Hương; Văn phòng", "huong.ltt@boldptxh.example")
    assert (meeting.location, meeting.url) == ("Phòng họp 1", "https://hop.boldptxh.example/giao-ban")
    assert meeting.description.startswith("Dòng một\nDòng hai")


ZONE = ("BEGIN:VTIMEZONE", "TZID:Giờ Tokyo", "BEGIN:STANDARD", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE")


@pytest.mark.parametrize(
    ("start", "before", "expected"),
    [
        ("DTSTART:20261123T020000Z", (), START),
        ("DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T090000", (), START),
        ("DTSTART;TZID=SE Asia Standard Time:20261123T090000", (), START),
        ('DTSTART;TZID="Europe/Paris":20261123T030000', (), START),
        ("DTSTART;TZID=Giờ Tokyo:20261123T110000", ZONE, START),
        ("DTSTART;TZID=Không biết:20261123T090000", (), START),
        ("DTSTART;TZID=../../etc/passwd:20261123T090000", (), START),
        ("DTSTART:20261123T090000", (), START),
        ("DTSTART;VALUE=DATE:20261123", (), START - timedelta(hours=9)),
    ],
)
def test_moments_however_written(start: str, before: tuple[str, ...], expected: datetime) -> None:
    meeting = parse_invitation(calendar(start, before=before))
    assert meeting is not None and meeting.start == expected


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("DURATION:PT1H30M", timedelta(minutes=90)),
        ("DURATION:P1D", timedelta(days=1)),
        ("DURATION:-PT1H", timedelta()),
        ("DURATION:P", timedelta()),
        ("DTEND:20261123T010000Z", timedelta()),
        ("X:y", timedelta()),
    ],
)
def test_how_long(line: str, length: timedelta) -> None:
    meeting = parse_invitation(calendar("DTSTART:20261123T020000Z", line))
    assert meeting is not None and meeting.end - meeting.start == length


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        (("X-MICROSOFT-SKYPETEAMSMEETINGURL:https://a.example/1", "URL:https://b.example"), "https://a.example/1"),
        (("URL:https://b.example/x;y", "LOCATION:https://c.example"), "https://b.example/x;y"),
        (("LOCATION:https://c.example/p (Phòng 2)",), "https://c.example/p"),
        (("DESCRIPTION:Vào <https://d.example/p>.",), "https://d.example/p"),
        (("DESCRIPTION:rtsp://e.example/bo",), "rtsp://e.example/bo"),
        (("DESCRIPTION:javascript:alert(1) file:///etc",), None),
        ((), None),
    ],
)
def test_the_link(lines: tuple[str, ...], url: str | None) -> None:
    meeting = parse_invitation(calendar("DTSTART:20261123T020000Z", *lines))
    assert meeting is not None and meeting.url == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rubbish",
        calendar("SUMMARY:không có giờ"),
        calendar("DTSTART:20261123T020000Z", method="CANCEL"),
        calendar("DTSTART:20261123T020000Z", method="REPLY"),
        calendar("DTSTART:20261123T020000Z", "STATUS:CANCELLED"),
        calendar("DTSTART:20261399T990000Z"),
        calendar("DTSTART:99991231T235959Z", "DURATION:P9999W"),
        "BEGIN:A\n" * 100_000,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261123T020000Z",
    ],
)
def test_what_is_no_invitation(text: str) -> None:
    assert parse_invitation(text) is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(alphabet='DTSTART;=:"VALUEZ0123456789\r\n PTHM-+/\\', max_size=60))
def test_no_text_stops_it(one: str, two: str) -> None:
    parse_invitation(one + two)
    parse_invitation(calendar(f"DTSTART{two}", f"DTEND{two}", f"SUMMARY:{one}", two))


def test_what_programs_wrote_for_programs_is_kept_apart_from_the_words() -> None:
    text = calendar(
        "DTSTART:20261123T020000Z",
        "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
        "URL:https://hop.example/trang",
        "DESCRIPTION:https://zoom.us/j/98765432101",
        'X-ALT-DESC;FMTTYPE=text/html:<a href="https://zoom.us/j/98765432101">Zoom</a>',
    )
    meeting = parse_invitation(text)
    assert meeting is not None
    assert meeting.conference_data == ("https://meet.google.com/abc-defg-hij",)
    assert meeting.page == "https://hop.example/trang"
    assert meeting.html == '<a href="https://zoom.us/j/98765432101">Zoom</a>'
    assert meeting.url == "https://meet.google.com/abc-defg-hij"


def test_a_meeting_called_off_and_another_time_proposed_are_news_and_no_invitation() -> None:
    event = (
        "SUMMARY:Họp giao ban",
        "DTSTART:20261123T020000Z",
        "DTEND:20261123T030000Z",
        "LOCATION:https://hop.example/1",
    )
    for text, kind in (
        (calendar(*event, method="CANCEL"), MeetingNewsKind.CANCELLED),
        (calendar(*event, "STATUS:CANCELLED"), MeetingNewsKind.CANCELLED),
        (calendar(*event, method="COUNTER"), MeetingNewsKind.PROPOSED),
    ):
        news = parse_meeting_news(text)
        assert news is not None and news.kind is kind and parse_invitation(text) is None
        assert (news.meeting.summary, news.meeting.start) == ("Họp giao ban", START)
        assert news.meeting.url is None, "there is nothing to join"
    for text in (calendar(*event), calendar(*event, method="REPLY"), calendar("SUMMARY:x", method="CANCEL"), "rác"):
        assert parse_meeting_news(text) is None
