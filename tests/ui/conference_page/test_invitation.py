"""An invitation joins the conference it means; one that leads elsewhere asks first."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from mail import Meeting
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.desk_builder import CONFERENCE, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.invitation import conference_meant, outside_host

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
        "http://hop.example",
        "file:///etc/passwd",
        "https://",
        "https://ai:mk@hop.example",
        "javascript:alert(1)",
        "https://[::1",
    ],
)
def test_only_plain_https_leads_out(url: str | None) -> None:
    assert outside_host(invitation("Họp", url)) is None


def test_elsewhere_is_opened_by_the_browser_and_only_if_she_says_so(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    tools = build_tools(tmp_path, make_launcher=FakeMediaEngine)
    page = ConferencePage(tools)
    page.show()
    page.join(invitation("Họp ngoài", "https://hop.example/abc"))
    box = wait_until(lambda: page.findChild(QMessageBox))
    assert "hop.example" in box.text()
    assert opened == []
    assert not page.is_running
    next(button for button in box.buttons() if button.text() == "Mở trình duyệt").click()
    assert opened == ["https://hop.example/abc"]
    page.join(invitation("Họp không địa chỉ"))
    assert "không thuộc cuộc họp nào" in page.lobby.message.text()
    close_tools(tools)
