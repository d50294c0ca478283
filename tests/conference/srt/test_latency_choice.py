"""How long an SRT line waits, from what is known of it."""

from __future__ import annotations

from conference.srt.latency_choice import LineFigures, is_worth_a_break, wanted_latency


def test_it_grows_with_the_round_trip_and_with_the_loss() -> None:
    assert wanted_latency(LineFigures(1.0, 0.0, 0.0)) == 60
    assert wanted_latency(LineFigures(100.0, 0.0, 0.005)) == 300
    assert wanted_latency(LineFigures(100.0, 20.0, 0.02)) == 420
    assert wanted_latency(LineFigures(100.0, 0.0, 0.05)) == 500
    assert wanted_latency(LineFigures(100.0, 0.0, 0.5)) == 800
    assert wanted_latency(LineFigures(1500.0, 0.0, 0.5)) == 2500


def test_of_an_unknown_line_nothing_good_and_nothing_terrible_is_supposed() -> None:
    assert wanted_latency(LineFigures()) == 120
    assert wanted_latency(LineFigures(50.0)) == 200


def test_only_a_clear_gain_is_worth_a_break() -> None:
    assert is_worth_a_break(100, 120) and is_worth_a_break(100, 400)
    assert not is_worth_a_break(100, 119) and not is_worth_a_break(400, 300)


def test_what_was_bad_is_forgotten_slowly_and_what_got_worse_is_known_at_once() -> None:
    bad = LineFigures(200.0, 40.0, 0.08)
    good = LineFigures(50.0, 2.0, 0.0)
    assert good.after(bad) == bad.after(bad)
    once = bad.after(good)
    assert once.round_trip == 50.0 and once.loss is not None and 0.05 < once.loss < 0.08 and once.jitter == 30.0
    often = once
    for _ in range(30):
        often = often.after(good)
    assert wanted_latency(often) == wanted_latency(good)


def test_what_was_not_measured_this_time_is_kept() -> None:
    assert LineFigures(80.0, 1.0, 0.04).after(LineFigures()) == LineFigures(80.0, 0.75, 0.04)
