"""An invitation joins the conference it means; one that leads elsewhere asks first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from conference import ConferenceLauncher
from mail import Meeting, Person
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.accessible import nameless
from tests.ui.desk_builder import CONFERENCE, build_tools, close_tools
from tests.ui.waiting import delete_now, wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.invitation import can_enter, conference_meant, ways_in
from ui.conference_page.remembered_ways import MOST, RememberedWays
from ui.conference_page.way_dialog import WayDialog
from ui.notices import Notice
from ui.page_tools import PageTools

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)


def invitation(summary: str, url: str | None = None) -> Meeting:
    return Meeting("uid", summary, NOON, NOON, url=url)


@pytest.mark.parametrize(
    "summary",
    [
        CONFERENCE.title,
        "Giấy mời: Họp giao ban trực tuyến Bộ - tỉnh Hải Hà (lần 2)",
        "HOP GIAO BAN TRUC TUYEN BO – TINH HAI HA",
    ],
)
def test_a_title_is_known_however_it_is_typed(summary: str) -> None:
    assert conference_meant(invitation(summary), (CONFERENCE,)) == CONFERENCE


def test_a_sites_own_address_is_known() -> None:
    assert conference_meant(invitation("Họp", CONFERENCE.sites[1].address), (CONFERENCE,)) == CONFERENCE


def test_another_meeting_is_not_ours() -> None:
    assert conference_meant(invitation("Họp chi bộ", "https://zoom.example/j/1"), (CONFERENCE,)) is None
    assert conference_meant(invitation("", None), (CONFERENCE,)) is None


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://hop.example/abc",
        "http://hop.example",
        "file:///etc/passwd",
        "https://",
        "https://ai:mk@zoom.us/j/98765432101",
        "https://zoom.us.evil.example/j/98765432101",
        "javascript:alert(1)",
        "https://[::1",
        "rtsp://camera.la.example/live",
    ],
)
def test_only_known_services_lead_out(url: str | None, door: Door) -> None:
    assert not can_enter(invitation("Họp", url), door.tools.desk)
    door.page.join(invitation("Họp", url))
    wait_until(lambda: door.page.lobby.message.text())
    assert door.opened == [] and not door.page.is_running


@dataclass
class Door:
    """The page, and what was handed to the system."""

    page: ConferencePage
    tools: PageTools
    opened: list[str]
    said: list[Notice]


@pytest.fixture
def door(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(FakeMediaEngine()))
    said: list[Notice] = []
    tools.notices.raised.connect(said.append)
    page = ConferencePage(tools)
    page.resize(900, 600)
    page.show()
    yield Door(page, tools, opened, said)
    page.leave()
    close_tools(tools)


def test_one_known_link_is_opened_at_once_letter_by_letter_and_the_passcode_is_at_hand(door: Door) -> None:
    link = "https://us06web.zoom.us/j/81234567890?pwd=kQ3tZm%3DwT2x5.1"
    door.page.join(Meeting("u", "Họp Zoom", NOON, NOON, description=f"Link: {link}\nMật khẩu: 246810"))
    wait_until(lambda: door.said)
    assert door.opened == [link]
    assert "us06web.zoom.us" in door.said[0].text and "246810" in door.said[0].text
    assert door.said[0].action is not None
    door.said[0].action()
    assert QGuiApplication.clipboard().text() == "246810"


TWO = Meeting(
    *("u", "Họp hai đường", NOON, NOON),
    organizer=Person("Vũ Hoàng Nam", "nam.vh@boldptxh.example"),
    description="https://zoom.us/j/98765432101\nhttps://meet.google.com/abc-defg-hij",
)


def test_several_links_are_asked_about_once_and_remembered_for_the_organiser(door: Door) -> None:
    door.page.join(TWO)
    dialog = wait_until(lambda: door.page.findChild(WayDialog))
    assert [choice.text().split(" · ")[0] for choice in dialog.choices] == ["Zoom", "Google Meet"]
    assert nameless(dialog) == []
    assert door.opened == []
    dialog.choices[1].setChecked(True)
    dialog.enter.click()
    assert door.opened == ["https://meet.google.com/abc-defg-hij"]
    kept = door.tools.preferences.word("conference_ways")
    assert kept and "nam" not in kept
    delete_now()

    door.page.join(replace(TWO, uid="v", summary="Tuần sau"))
    wait_until(lambda: len(door.opened) == 2)
    assert door.opened[1] == "https://meet.google.com/abc-defg-hij"
    assert door.page.findChild(WayDialog) is None

    door.said[-1].action()  # type: ignore[misc]
    again = wait_until(lambda: door.page.findChild(WayDialog))
    again.reject()
    assert len(door.opened) == 2
    door.page.join(replace(TWO, organizer=Person("Người khác", "khac@boldptxh.example")))
    wait_until(lambda: [one for one in door.page.findChildren(WayDialog) if one.isVisible()])


def test_what_is_remembered_is_bounded_and_can_be_forgotten(door: Door) -> None:
    links = ways_in(TWO, door.tools.desk).links
    ways = RememberedWays(door.tools.preferences)
    for number in range(MOST + 20):
        ways.remember(f"nguoi{number}@boldptxh.example", links[0])
    assert len(ways) == MOST
    assert ways.of(f"nguoi{MOST + 19}@boldptxh.example", links) == links[0]
    assert ways.of("nguoi0@boldptxh.example", links) is None
    door.page.lobby.hide()
    door.page.lobby.show()
    assert door.page.lobby.forget.isVisible()
    door.page.lobby.forget.click()
    assert len(ways) == 0 and not door.page.lobby.forget.isVisible()


def test_an_imitation_is_refused_in_words(door: Door) -> None:
    page = '<a href="https://thuong-mai.example/login">https://zoom.us/j/98765432101</a>'
    door.page.join(Meeting("u", "Họp", NOON, NOON, html=page))
    wait_until(lambda: "thuong-mai.example" in door.page.lobby.message.text())
    assert door.opened == []


def test_a_room_of_a_known_host_opens_in_the_desk_and_no_other(door: Door) -> None:
    door.page.join(Meeting("u", "Họp hội trường", NOON, NOON, location="srt://camera.la.example:9111"))
    wait_until(lambda: "camera.la.example" in door.page.lobby.message.text())
    assert not door.page.is_running
    door.page.join(Meeting("u", "Họp hội trường", NOON, NOON, location="srt://127.0.0.1:9111"))
    wait_until(lambda: door.page.is_running)
    views = door.page.meeting.stage.views
    assert [view.name.text() for view in views] == [site.name for site in CONFERENCE.sites]
    assert door.page.meeting.title.text() == "Họp hội trường"
    assert door.opened == []


def test_when_nothing_opens_it_says_the_address(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    door.page.join(Meeting("u", "Họp", NOON, NOON, location="sip:7001@vks.boldptxh.example"))
    wait_until(lambda: "sip:7001@vks.boldptxh.example" in door.page.lobby.message.text())
