"""Mail and archive stand back while a conference runs, say so in words, and get the line back however it ends: seen in
the real window with the real conference page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from conference import ConferenceLauncher, PlayerMissing
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.waiting import delete_now, wait_until
from ui.conference_page import ConferencePage
from ui.main_window import MainWindow
from ui.page_makers import CONFERENCE, PAGES
from ui.page_tools import PageTools
from ui.service_link import ServiceLink
from ui.service_messages import StandBack
from ui.sync_status import Feature, SyncActivity, SyncStatus

WORDS = "nhường đường truyền cho cuộc họp"


class Services:
    """The service processes that were started, one after the other."""

    def __init__(self) -> None:
        self.started: list[FakeService] = []
        self._lock = threading.Lock()

    def launch(self) -> FakeService:
        service = FakeService()
        with self._lock:
            self.started.append(service)
        for feature in Feature:
            service.say(SyncStatus(feature, SyncActivity.IDLE, datetime.now(UTC)))
        return service

    def told(self, number: int = -1) -> list[bool]:
        """What a service was told of standing back."""
        if len(self.started) <= (number if number >= 0 else 0):
            return []
        return [asked.on for asked in self.started[number].asked if isinstance(asked, StandBack)]


class Awake:
    """Notes whether the screen is held."""

    held = False

    def hold(self, why: str) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


@pytest.fixture
def engine() -> FakeMediaEngine:
    return FakeMediaEngine()


@pytest.fixture
def services() -> Services:
    return Services()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, engine: FakeMediaEngine, services: Services) -> Iterator[PageTools]:
    built = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine))
    built.service.close(0)
    link = ServiceLink(services.launch)
    link.start()
    tools = replace(built, service=link, desk=replace(built.desk, screen_awake=Awake()))
    yield tools
    close_tools(tools)


@pytest.fixture
def window(tools: PageTools) -> MainWindow:
    window = MainWindow(tools.preferences, {CONFERENCE: PAGES[CONFERENCE]})
    window.furnish(tools)
    window.show()
    wait_until(lambda: all("đồng bộ lúc" in line for line in lines(window)))
    return window


def lines(window: MainWindow) -> list[str]:
    return [button.text() for button in window.status_line.features.values()]


def joined(window: MainWindow) -> ConferencePage:
    page: ConferencePage = window.show_page(CONFERENCE)
    page.lobby.cards[0].join_button.click()
    wait_until(lambda: all(view.picture.serial for view in page.meeting.stage.views))
    return page


def has_the_line_back(window: MainWindow, services: Services) -> bool:
    awake = window._tools.desk.screen_awake
    assert isinstance(awake, Awake)
    return services.told()[-1:] == [False] and not any(WORDS in line for line in lines(window)) and not awake.held


def test_both_say_that_they_stand_back_and_go_on_when_she_leaves(window: MainWindow, services: Services) -> None:
    page = joined(window)
    assert [WORDS in line for line in lines(window)] == [True, True]
    assert all(WORDS in button.accessibleName() for button in window.status_line.features.values())
    wait_until(lambda: services.told() == [True])
    awake = window._tools.desk.screen_awake
    assert isinstance(awake, Awake)
    assert awake.held
    page.leave()
    assert has_the_line_back(window, services)


def test_a_service_that_died_meanwhile_stands_back_from_its_start(window: MainWindow, services: Services) -> None:
    page = joined(window)
    services.started[0].close(0)
    wait_until(lambda: services.told(1) == [True], what="the second service is told")
    assert [WORDS in line for line in lines(window)] == [True, True]
    page.leave()
    wait_until(lambda: has_the_line_back(window, services))


def test_a_service_that_starts_after_the_conference_is_told_nothing(window: MainWindow, services: Services) -> None:
    page = joined(window)
    services.started[0].close(0)
    page.leave()
    wait_until(lambda: len(services.started) == 2)
    wait_until(lambda: all("đồng bộ lúc" in line for line in lines(window)))
    assert True not in services.told(1)


@pytest.mark.parametrize("part", ["meeting", "chair", "records"])
def test_a_part_of_the_page_that_fails_at_the_end_gives_the_line_back(
    window: MainWindow, services: Services, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    page = joined(window)

    def fail(*_: object) -> None:
        raise RuntimeError("not foreseen")

    monkeypatch.setattr(getattr(page, part), "end", fail)
    with pytest.raises(RuntimeError):
        page.leave()
    assert has_the_line_back(window, services)
    assert not page.is_running


def test_players_that_fail_give_the_line_back(window: MainWindow, services: Services, engine: FakeMediaEngine) -> None:
    engine.be_missing(PlayerMissing("libvlc.so.5"))
    page: ConferencePage = window.show_page(CONFERENCE)
    page.lobby.cards[0].join_button.click()
    wait_until(lambda: has_the_line_back(window, services))


def test_a_page_that_is_gone_gives_the_line_back(window: MainWindow, services: Services) -> None:
    page = joined(window)
    wait_until(lambda: services.told() == [True])
    page.deleteLater()
    delete_now()
    wait_until(lambda: has_the_line_back(window, services))
