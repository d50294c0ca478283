"""What is measured of a site, and the colour it gets: each threshold from both sides."""

from __future__ import annotations

import pytest

from conference import LineHealth, RefusalReason, Site, SiteId
from conference.checking.judging import LineSample, SiteJudge, StreamContent, StreamSample, jitter_of
from conference.checking.model import CheckKind, CheckResult, CheckState, Finding, Verdict, verdict
from conference.checking.thresholds import Thresholds

GREEN, AMBER, RED, UNKNOWN = CheckState.GREEN, CheckState.AMBER, CheckState.RED, CheckState.UNKNOWN
BO = SiteId("bo")
JUDGE = SiteJudge(Site(BO, "Điểm cầu Bộ", "rtsp://bo.example/hop"), Thresholds())
CONTENT = StreamContent("h264", 1280, 720, "aac", 4.0, -30.0, -12.0)


def stream(**wanted: object) -> StreamSample:
    usual: dict[str, object] = {
        "first_picture": 0.8,
        "watched": 4.0,
        "pictures": 100,
        "longest_still": 0.1,
        "bytes_read": 1_000_000,
        "bits_per_second": 2e6,
        "content": CONTENT,
    }
    return StreamSample(BO, **(usual | wanted))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "state", "finding"),
    [
        ({}, GREEN, Finding.MOVES),
        ({"pictures": 4 * 19}, AMBER, Finding.SLOW),
        ({"pictures": 4 * 4}, RED, Finding.STANDS_STILL),
        ({"longest_still": 0.5}, AMBER, Finding.STALLS),
        ({"longest_still": 2.0}, RED, Finding.STANDS_STILL),
        ({"first_picture": 5.0}, AMBER, Finding.LATE),
        ({"watched": 0.0, "pictures": 0}, RED, Finding.STANDS_STILL),
        ({"first_picture": None}, RED, Finding.NO_PICTURE),
        ({"first_picture": None, "refusal": RefusalReason.NOT_AUTHORISED}, RED, Finding.NOT_AUTHORISED),
        ({"first_picture": None, "refusal": RefusalReason.WRONG_PASSPHRASE}, RED, Finding.WRONG_PASSPHRASE),
        ({"first_picture": None, "refusal": RefusalReason.NOT_FOUND}, RED, Finding.NOT_FOUND),
        ({"first_picture": None, "refusal": RefusalReason.NO_ANSWER}, RED, Finding.NO_PICTURE),
    ],
)
def test_pictures(wanted: dict[str, object], state: CheckState, finding: Finding) -> None:
    row = JUDGE.picture(stream(**wanted))
    assert (row.state, row.finding) == (state, finding)


def test_a_picture_says_its_figures() -> None:
    facts = JUDGE.picture(stream()).facts
    assert facts["pictures_per_second"] == 25.0
    assert (facts["width"], facts["height"], facts["codec"]) == (1280, 720, "h264")
    assert (facts["first_picture"], facts["kbits_per_second"]) == (0.8, 2000)


@pytest.mark.parametrize(
    ("content", "state", "finding"),
    [
        (CONTENT, GREEN, Finding.SOUNDS),
        (StreamContent("h264", sound_codec="aac", sound_level=-50.1, sound_peak=-30), AMBER, Finding.FAINT),
        (StreamContent("h264", sound_codec="aac", sound_level=-65.1, sound_peak=-60), AMBER, Finding.SILENT),
        (StreamContent("h264", sound_codec="aac"), UNKNOWN, Finding.NOT_MEASURED),
        (StreamContent("h264"), AMBER, Finding.NO_SOUND),
        (StreamContent(), UNKNOWN, Finding.NOT_MEASURED),
    ],
)
def test_sound(content: StreamContent, state: CheckState, finding: Finding) -> None:
    row = JUDGE.sound(stream(content=content))
    assert (row.state, row.finding) == (state, finding)


def rows(calls: LineSample, sample: StreamSample | None = None) -> dict[CheckKind, CheckResult]:
    return {row.kind: row for row in JUDGE.line(calls, sample)}


@pytest.mark.parametrize(("seconds", "state"), [(0.149, GREEN), (0.150, AMBER), (0.799, AMBER), (0.800, RED)])
def test_round_trip(seconds: float, state: CheckState) -> None:
    row = rows(LineSample("rtsp", 20, (seconds,) * 20))[CheckKind.ROUND_TRIP]
    assert row.state is state
    assert row.facts["milliseconds"] == seconds * 1000


def test_one_answer_that_came_late_does_not_make_a_line_slow() -> None:
    row = rows(LineSample("rtsp", 20, (0.02,) * 19 + (1.5,)))[CheckKind.ROUND_TRIP]
    assert row.state is GREEN


@pytest.mark.parametrize(("part", "state"), [(0.0, GREEN), (0.0099, GREEN), (0.01, AMBER), (0.049, AMBER), (0.05, RED)])
def test_loss_as_the_stream_counted_it(part: float, state: CheckState) -> None:
    sample = stream(line=LineHealth(0.0, loss=part))
    row = rows(LineSample("srt", 100, (0.02,) * 100, counts_loss=True), sample)[CheckKind.LOSS]
    assert row.state is state
    assert row.facts["how"] == "stream"


@pytest.mark.parametrize(("lost", "state"), [(0, GREEN), (1, GREEN), (2, AMBER), (9, AMBER), (10, RED), (50, RED)])
def test_loss_of_calls_is_shared_by_the_two_ways_and_one_is_chance(lost: int, state: CheckState) -> None:
    calls = LineSample("srt", 100, (0.02,) * (100 - lost), counts_loss=True)
    row = rows(calls)[CheckKind.LOSS]
    assert row.state is state
    assert row.facts["lost"] == lost


def test_over_tcp_loss_is_not_seen_and_not_claimed() -> None:
    row = rows(LineSample("rtsp", 20, (0.02,) * 20))[CheckKind.LOSS]
    assert (row.state, row.finding) == (UNKNOWN, Finding.NOT_MEASURED)


def test_a_firewall_that_answers_nobody_makes_no_loss_while_the_stream_comes() -> None:
    found = rows(LineSample("srt", 100, (), counts_loss=True), stream())
    assert {row.state for row in found.values()} == {UNKNOWN}


@pytest.mark.parametrize(("change", "state"), [(0.029, GREEN), (0.031, AMBER), (0.16, RED)])
def test_jitter(change: float, state: CheckState) -> None:
    row = rows(LineSample("srt", 40, (0.1, 0.1 + change) * 20, counts_loss=True))[CheckKind.JITTER]
    assert row.state is state


def test_jitter_leaves_out_the_wildest() -> None:
    assert jitter_of((0.02,) * 20 + (1.0,)) < 0.001


def test_names_and_answers() -> None:
    assert JUDGE.name(0.0, 1, is_number=True).finding is Finding.NUMBER
    assert JUDGE.name(0.05, 2).state is GREEN
    assert JUDGE.name(1.2, 1).state is AMBER
    assert (JUDGE.name(0.05, 0).finding, JUDGE.name(None, 0).finding) == (Finding.NAME_UNKNOWN, Finding.NAME_TIMEOUT)
    assert JUDGE.reach(0.02, closed=False, stream=None).state is GREEN
    assert JUDGE.reach(1.01, closed=False, stream=None).finding is Finding.ANSWERS_SLOWLY
    assert JUDGE.reach(None, closed=True, stream=stream(first_picture=None, bytes_read=0)).finding is Finding.CLOSED
    assert JUDGE.reach(None, closed=False, stream=None).finding is Finding.NO_ANSWER
    assert JUDGE.reach(None, closed=False, stream=stream()).finding is Finding.STREAM_CAME
    told = stream(first_picture=None, bytes_read=0, refusal=RefusalReason.WRONG_PASSPHRASE)
    assert JUDGE.reach(None, closed=False, stream=told).state is GREEN, "only the site itself can say so"


def test_certificates() -> None:
    assert JUDGE.certificate(None, 200.0).state is GREEN
    assert JUDGE.certificate(None, 13.9).finding is Finding.ENDS_SOON
    assert JUDGE.certificate(Finding.EXPIRED, None).state is RED
    assert JUDGE.certificate(None, None).state is UNKNOWN


def row(kind: CheckKind, state: CheckState, site: SiteId | None = BO) -> CheckResult:
    return CheckResult(kind, state, Finding.GOOD, site)


def test_the_verdict_is_the_worst_and_needs_a_picture_of_each_site() -> None:
    seen, both = row(CheckKind.PICTURE, GREEN), (BO, SiteId("haiha"))
    assert verdict([], [BO]) is Verdict.UNFINISHED
    assert verdict([seen], [BO]) is Verdict.READY
    assert verdict([seen], both) is Verdict.UNFINISHED
    assert verdict([seen, row(CheckKind.SPEAKER, UNKNOWN, None)], [BO]) is Verdict.READY
    assert verdict([seen, row(CheckKind.LOSS, AMBER)], [BO]) is Verdict.READY_WITH_CARE
    assert verdict([seen, row(CheckKind.LOSS, AMBER), row(CheckKind.SPEAKER, RED, None)], [BO]) is Verdict.NOT_READY
    assert verdict([row(CheckKind.PICTURE, UNKNOWN)], [BO]) is Verdict.UNFINISHED
