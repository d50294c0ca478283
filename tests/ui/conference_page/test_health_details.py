"""Words for how a line is: each weakness and each figure, nothing where a protocol does not tell."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from conference import ConferenceState, LineHealth, SiteState, SiteStatus, Weakness
from tests.ui.accessible import nameless
from tests.ui.desk_builder import CONFERENCE
from tests.ui.waiting import wait_until
from ui.conference_page.health_details import HealthDetails
from ui.conference_page.health_words import bit_rate, details_of
from ui.conference_page.words import weakness_words, words_for

BO, HAIHA = CONFERENCE.sites
WEAK = SiteStatus(
    HAIHA,
    SiteState.DEGRADED,
    100.0,
    frames_per_second=12.4,
    line=LineHealth(90.0, 2_340_000, 104.4, 0.021, 7, 5),
    weaknesses=(Weakness.BITRATE,),
    size=(1280, 720),
)


def test_a_weak_picture_says_why(qapp: QApplication) -> None:
    assert words_for(WEAK).text == "Tín hiệu yếu: đường truyền hẹp lại · 12 hình/giây"
    lossy = SiteStatus(HAIHA, SiteState.DEGRADED, 0.0, 25.0, weaknesses=(Weakness.LOSS, Weakness.FRAMES))
    assert words_for(lossy).text == "Tín hiệu yếu: mất gói dữ liệu"
    assert words_for(SiteStatus(HAIHA, SiteState.DEGRADED, 0.0)).text == "Tín hiệu yếu"


@pytest.mark.parametrize("weakness", Weakness)
def test_every_weakness_has_words_of_its_own(qapp: QApplication, weakness: Weakness) -> None:
    others = [weakness_words(other) for other in Weakness if other is not weakness]
    assert weakness_words(weakness)
    assert weakness_words(weakness) not in others


def test_all_figures_are_told(qapp: QApplication) -> None:
    told = dict(details_of(WEAK, now=175.0))
    assert told["Từ"] == "1 phút 15 giây nay"
    assert told["Vì sao yếu"] == "đường truyền hẹp lại"
    assert told["Cỡ hình"] == "1280 × 720"
    assert told["Trễ khứ hồi"] == "104 ms"
    assert told["Mất trên đường"].startswith(("2,1 %", "2.1 %"))
    assert told["Gói không kịp dùng"] == "12"


def test_what_is_not_known_is_left_out(qapp: QApplication) -> None:
    told = dict(details_of(SiteStatus(BO, SiteState.LIVE, 100.0, 25.0, line=LineHealth(90.0, 850_000)), now=101.0))
    assert "Trễ khứ hồi" not in told
    assert "Mất trên đường" not in told
    assert told["Tốc độ nhận"] == "850 kbit/s"
    lost = dict(details_of(SiteStatus(BO, SiteState.RECONNECTING, 100.0, attempt=3), now=101.0))
    assert set(lost) == {"Trạng thái", "Từ"}


def test_rates_are_short(qapp: QApplication) -> None:
    assert bit_rate(64_000) == "64 kbit/s"
    assert bit_rate(12_340_000) in ("12,3 Mbit/s", "12.3 Mbit/s")


def test_the_tool_shows_both_lines_and_copies_them(qapp: QApplication) -> None:
    state = ConferenceState((SiteStatus(BO, SiteState.LIVE, 100.0, 25.0), WEAK))
    tool = HealthDetails(lambda: state)
    tool.resize(360, 500)
    tool.show()
    wait_until(lambda: tool.names[0].text() == BO.name)
    assert "104 ms" in tool.figures[1].text()
    assert nameless(tool) == []
    tool.copy_button.click()
    copied = QApplication.clipboard().text()
    assert HAIHA.name in copied
    assert "srt://" not in copied
