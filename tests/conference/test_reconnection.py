"""Reconnection decides from counters and clock alone; here both are plain numbers."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference import reconnection
from conference.model import MediaEvent, MediaEventKind, RefusalReason, SiteId, SiteState
from conference.reconnection import Action, ReconnectionPolicy, SiteWatch

POLICY = ReconnectionPolicy()
SITE = SiteId("bo")


@dataclass
class Story:
    """A site lived through in steps of 50 ms, with no clock but this one."""

    now: float = 100.0
    frames: int = 0
    bytes_read: int = 0
    chance: float = 0.5
    watch: SiteWatch = field(default_factory=lambda: reconnection.opened(100.0))
    states: list[SiteState] = field(default_factory=lambda: [SiteState.CONNECTING])
    actions: list[tuple[float, Action]] = field(default_factory=list)

    def pass_seconds(self, seconds: float, rate: float = 0.0) -> Story:
        end = self.now + seconds
        owed = 0.0
        while self.now < end - 1e-9:
            self.now += 0.05
            owed += rate * 0.05
            self.frames += int(owed)
            owed -= int(owed)
            self.say(MediaEventKind.PROGRESS)
            self._decide()
        return self

    def say(self, kind: MediaEventKind, reason: RefusalReason | None = None) -> Story:
        event = MediaEvent(
            SITE, kind, self.now, frames_displayed=self.frames, bytes_read=self.bytes_read, reason=reason
        )
        self.watch = reconnection.heard(self.watch, event, POLICY, self.chance)
        self._note()
        return self

    def _decide(self) -> None:
        self.watch, action = reconnection.decide(self.watch, self.now, POLICY, self.chance)
        self._note()
        if action is not None:
            self.actions.append((self.now, action))
            if action is Action.REOPEN:
                self.frames = 0

    def _note(self) -> None:
        if self.states[-1] is not self.watch.state:
            self.states.append(self.watch.state)


def live() -> Story:
    story = Story().pass_seconds(3, rate=25)
    assert story.watch.state is SiteState.LIVE
    return story


def test_the_first_picture_makes_a_site_live() -> None:
    story = Story().pass_seconds(1)
    assert story.watch.state is SiteState.CONNECTING
    story.pass_seconds(1, rate=25)
    assert story.states == [SiteState.CONNECTING, SiteState.LIVE]
    assert 20 <= story.watch.rate <= 30


def test_a_picture_that_stands_still_is_frozen_soon_but_not_at_once() -> None:
    story = live().pass_seconds(POLICY.frozen_after - 0.05)
    assert story.watch.state is SiteState.LIVE
    story.pass_seconds(0.2)
    assert story.watch.state is SiteState.FROZEN
    assert story.actions == []


def test_a_frozen_picture_that_mends_itself_is_live_without_any_reopening() -> None:
    story = live().pass_seconds(5).pass_seconds(1, rate=25)
    assert story.states[-2:] == [SiteState.FROZEN, SiteState.LIVE]
    assert story.actions == []


def test_after_eight_seconds_the_site_is_opened_again() -> None:
    story = live()
    lost_at = story.now
    story.pass_seconds(8.2)
    assert story.watch.state is SiteState.RECONNECTING
    assert [action for _, action in story.actions] == [Action.REOPEN]
    assert 7.9 <= story.actions[0][0] - lost_at <= 8.2
    assert story.watch.attempt == 1
    story.pass_seconds(1, rate=25)
    assert story.watch.state is SiteState.LIVE
    assert story.watch.attempt == 0


def test_a_picture_that_gets_a_new_size_is_not_frozen_unless_it_stays_away() -> None:
    story = live().say(MediaEventKind.OPENING).pass_seconds(1.3).pass_seconds(2, rate=25)
    assert story.states == [SiteState.CONNECTING, SiteState.LIVE]
    story.say(MediaEventKind.OPENING).pass_seconds(1.7)
    assert story.watch.state is SiteState.FROZEN


def test_a_player_that_gave_up_is_shown_frozen_and_opened_again_soon() -> None:
    story = live().say(MediaEventKind.ENDED)
    assert story.watch.state is SiteState.FROZEN
    story.pass_seconds(0.6)
    assert [action for _, action in story.actions] == [Action.REOPEN]
    assert story.watch.state is SiteState.RECONNECTING


def test_reopenings_back_off_up_to_a_cap() -> None:
    story = live().say(MediaEventKind.FAILED)
    times: list[float] = []
    for _ in range(10):
        story.pass_seconds(16)
        times = [at for at, action in story.actions if action is Action.REOPEN]
        story.say(MediaEventKind.REFUSED, RefusalReason.NO_ANSWER)
    pauses = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert story.watch.state is SiteState.RECONNECTING
    assert story.watch.reason is RefusalReason.NO_ANSWER
    assert len(times) >= 8
    assert all(pause <= POLICY.back_off_longest + 16.1 for pause in pauses)


def test_no_picture_within_the_limit_is_a_refusal_and_the_player_is_closed() -> None:
    story = Story().pass_seconds(POLICY.first_picture_within + 0.2)
    assert story.watch.state is SiteState.REFUSED
    assert story.watch.reason is RefusalReason.NO_ANSWER
    assert [action for _, action in story.actions] == [Action.CLOSE]


def test_much_data_without_a_picture_is_an_unsupported_format() -> None:
    story = Story(bytes_read=10_000_000).pass_seconds(POLICY.first_picture_within + 60)
    assert story.watch.state is SiteState.REFUSED
    assert story.watch.reason is RefusalReason.UNSUPPORTED_FORMAT
    assert [action for _, action in story.actions] == [Action.CLOSE]


def test_a_site_that_was_seen_is_never_given_up_for_its_format() -> None:
    story = live().say(MediaEventKind.FAILED).pass_seconds(1)
    story.say(MediaEventKind.REFUSED, RefusalReason.UNSUPPORTED_FORMAT).pass_seconds(5)
    assert story.watch.state is SiteState.RECONNECTING
    assert len(story.actions) == 2


def test_a_site_that_comes_late_is_found_without_flicker() -> None:
    story = Story().say(MediaEventKind.REFUSED, RefusalReason.NOT_FOUND).pass_seconds(15.2)
    assert [action for _, action in story.actions] == [Action.REOPEN]
    story.pass_seconds(1)
    assert story.states == [SiteState.CONNECTING, SiteState.REFUSED]
    story.pass_seconds(1, rate=25)
    assert story.states == [SiteState.CONNECTING, SiteState.REFUSED, SiteState.LIVE]
    assert story.watch.reason is None


@pytest.mark.parametrize(
    "reason", [RefusalReason.SCHEME, RefusalReason.NOT_AUTHORISED, RefusalReason.UNSUPPORTED_FORMAT]
)
def test_what_knocking_cannot_change_is_not_knocked_at_again(reason: RefusalReason) -> None:
    story = Story().say(MediaEventKind.REFUSED, reason).pass_seconds(120)
    assert story.watch.state is SiteState.REFUSED
    assert story.watch.reason is reason
    assert story.actions == []


def test_few_pictures_for_two_seconds_are_degraded_and_well_again_afterwards() -> None:
    story = live().pass_seconds(4, rate=6)
    assert story.watch.state is SiteState.DEGRADED
    story.pass_seconds(3, rate=25)
    assert story.states == [SiteState.CONNECTING, SiteState.LIVE, SiteState.DEGRADED, SiteState.LIVE]


def test_a_slow_camera_is_not_ill() -> None:
    story = Story().pass_seconds(30, rate=5)
    assert story.states == [SiteState.CONNECTING, SiteState.LIVE]


@given(attempt=st.integers(0, 10_000), chance=st.floats(0, 1, exclude_max=True))
def test_back_off_is_never_none_and_never_above_its_cap(attempt: int, chance: float) -> None:
    assert 0 < reconnection.back_off(attempt, POLICY, chance) <= POLICY.back_off_longest


@settings(max_examples=40, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["run", "stall", "ended", "failed", "refused"]),
            st.floats(0.05, 20),
            st.sampled_from([RefusalReason.NO_ANSWER, RefusalReason.NOT_FOUND, RefusalReason.UNKNOWN_HOST, None]),
        ),
        max_size=8,
    )
)
def test_whatever_happened_a_site_that_sends_again_is_live_again(
    steps: list[tuple[str, float, RefusalReason | None]],
) -> None:
    story = Story()
    for what, seconds, reason in steps:
        if what in ("ended", "failed", "refused"):
            story.say(MediaEventKind[what.upper()], reason)
        else:
            story.pass_seconds(seconds, rate=25 if what == "run" else 0)
    for _ in range(60):
        if story.watch.player_open:
            story.pass_seconds(1, rate=25)
        else:
            story.pass_seconds(0.5)
    assert story.watch.state is SiteState.LIVE


def test_in_the_first_half_minute_nobody_waits_longer_than_a_second_and_later_it_asks_less_often() -> None:
    pauses = [reconnection.back_off(attempt, POLICY, 0.99) for attempt in range(60)]
    assert max(pauses[:30]) <= POLICY.back_off_while_waited_for
    assert pauses[40] > 10 and max(pauses) <= POLICY.back_off_longest
