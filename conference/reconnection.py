"""Decides, from what the players report and from the clock, what is true of a site and when to open it again.
Plain values and pure functions, tested without any player; used by `launcher`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from . import health
from .health import HealthPolicy, LineQuality
from .model import LineHealth, MediaEvent, MediaEventKind, RefusalReason, SiteState, Weakness


@dataclass(frozen=True, slots=True)
class ReconnectionPolicy:
    """Seconds, unless it says otherwise. Defaults come from measurements with libVLC 3.0.24 on cut and lossy links."""

    frozen_after: float = 0.5
    """No new picture for so long is a still picture. Loss raises no event: libVLC goes on drawing the last one. With
    what it still had to show when the line was cut (0.35 s with RTSP, 0.45 s with SRT), a person sees it within 1 s."""
    new_size_within: float = 1.5
    """A picture of a new size waits for the next key frame; that is no loss."""
    heal_for: float = 8.0
    """How long libVLC may mend a still picture by itself: it takes 0.3 to 0.8 s, blind reopening longer."""
    first_picture_within: float = 10.0
    """Nothing by then is a refusal. A wrong SRT passphrase is retried for ever by libVLC, without an error."""
    back_off_first: float = 0.5
    back_off_longest: float = 15.0
    back_off_while_waited_for: float = 1.0
    """The longest pause in the first `_WAITED_FOR` attempts: most outages last seconds, and people sit before them."""
    knock_again_after: float = 15.0
    """How often a site that refused at first is tried quietly: it may simply come later than we."""
    degraded_below: float = 0.6
    """Part of the site's usual picture rate."""
    degraded_after: float = 2.0
    health: HealthPolicy = field(default_factory=HealthPolicy)


UNREADABLE_BYTES = 256 * 1024
"""So much without a picture is no stream that can be shown; less may be a line that was lost while it began."""
_FINAL = frozenset(
    {
        RefusalReason.SCHEME,
        RefusalReason.NOT_AUTHORISED,
        RefusalReason.WRONG_PASSPHRASE,
        RefusalReason.PASSPHRASE_NEEDED,
        RefusalReason.PASSPHRASE_NOT_EXPECTED,
        RefusalReason.UNSUPPORTED_FORMAT,
    }
)
"""Knocking again cannot help; with credentials it may even lock an account."""


_WAITED_FOR = 30


class Action(Enum):
    """What to do with a site's player now."""

    REOPEN = "reopen"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class SiteWatch:
    """What is known of one site. Replaced, never changed."""

    state: SiteState
    since: float
    opened_at: float
    moved_at: float
    """When the picture last moved; while there was none yet, when the player was opened."""
    frames: int = 0
    bytes_read: int = 0
    rate: float = 0.0
    usual_rate: float = 0.0
    slow_since: float | None = None
    samples: tuple[tuple[float, int], ...] = ()
    reason: RefusalReason | None = None
    attempt: int = 0
    reopen_at: float | None = None
    player_open: bool = True
    line: LineHealth | None = None
    received: tuple[tuple[float, int], ...] = ()
    """(moment, bytes so far) of the last seconds."""
    quality: LineQuality = field(default_factory=LineQuality)
    weaknesses: tuple[Weakness, ...] = ()
    size: tuple[int, int] | None = None


def opened(now: float) -> SiteWatch:
    return SiteWatch(SiteState.CONNECTING, now, opened_at=now, moved_at=now)


def refused(now: float, reason: RefusalReason) -> SiteWatch:
    """A site that never got as far as a player."""
    return SiteWatch(SiteState.REFUSED, now, opened_at=now, moved_at=now, reason=reason, player_open=False)


def heard(watch: SiteWatch, event: MediaEvent, policy: ReconnectionPolicy, chance: float) -> SiteWatch:
    """Take in what a player said. ``chance`` in [0, 1) spreads the back-off, so that sites are not reopened in step."""
    if not watch.player_open or watch.state is SiteState.CLOSED:
        return watch
    if event.kind is MediaEventKind.PROGRESS:
        return _counted(watch, event)
    if event.kind is MediaEventKind.OPENING and watch.state in (SiteState.LIVE, SiteState.DEGRADED):
        return replace(watch, moved_at=event.at + policy.new_size_within - policy.frozen_after)
    if event.kind in (MediaEventKind.ENDED, MediaEventKind.FAILED, MediaEventKind.REFUSED):
        return _lost(watch, event, policy, chance)
    return watch


def decide(watch: SiteWatch, now: float, policy: ReconnectionPolicy, chance: float) -> tuple[SiteWatch, Action | None]:
    """What the passing of time alone changes, and what to do about it."""
    if watch.state is SiteState.CLOSED:
        return watch, None
    if watch.reopen_at is not None:
        return _reopen(watch, now) if now >= watch.reopen_at else (watch, None)
    if not watch.player_open:
        return watch, None
    still_for = now - watch.moved_at
    if watch.state in (SiteState.LIVE, SiteState.DEGRADED):
        if still_for >= policy.frozen_after:
            still = _enter(watch, SiteState.FROZEN, now)
            return replace(still, rate=0.0, samples=(), slow_since=None, weaknesses=()), None
        return _judged(watch, now, policy), None
    if watch.state is SiteState.FROZEN:
        return _reopen(watch, now) if still_for >= policy.heal_for else (watch, None)
    if now - watch.opened_at < policy.first_picture_within:
        return watch, None
    unreadable = watch.bytes_read > UNREADABLE_BYTES
    reason = RefusalReason.UNSUPPORTED_FORMAT if unreadable else watch.reason or RefusalReason.NO_ANSWER
    given_up = replace(watch, player_open=False, reason=reason)
    return _after_a_failed_opening(given_up, now, policy, chance), Action.CLOSE


def back_off(attempt: int, policy: ReconnectionPolicy, chance: float) -> float:
    """Doubling, capped, and spread over its upper half."""
    cap = policy.back_off_longest
    if attempt < _WAITED_FOR:
        cap = min(cap, policy.back_off_while_waited_for)
    longest = min(cap, policy.back_off_first * 2.0 ** min(attempt, 30))
    return longest * (0.5 + 0.5 * chance)


def _enter(watch: SiteWatch, state: SiteState, now: float) -> SiteWatch:
    return watch if watch.state is state else replace(watch, state=state, since=now)


def _counted(watch: SiteWatch, event: MediaEvent) -> SiteWatch:
    samples = (*(s for s in watch.samples if event.at - s[0] <= 1.2), (event.at, event.frames_displayed))
    span = samples[-1][0] - samples[0][0]
    rate = (samples[-1][1] - samples[0][1]) / span if span >= 0.2 else watch.rate
    watch = replace(watch, samples=samples, rate=max(rate, 0.0), bytes_read=event.bytes_read)
    received = health.received(watch.received, event.at, event.bytes_read)
    line = event.line or health.line_of(received, watch.opened_at)
    watch = replace(watch, received=received, line=line, size=event.size or watch.size)
    if event.frames_displayed <= watch.frames:
        return watch
    watch = replace(watch, frames=event.frames_displayed, moved_at=event.at)
    if watch.state in (SiteState.LIVE, SiteState.DEGRADED):
        return watch
    return replace(_enter(watch, SiteState.LIVE, event.at), reason=None, attempt=0, slow_since=None, usual_rate=0.0)


def _judged(watch: SiteWatch, now: float, policy: ReconnectionPolicy) -> SiteWatch:
    """LIVE or DEGRADED, by what the line tells and by the rate against the site's own usual one: a camera that sends 8
    pictures a second is not ill. The usual rate sinks slowly, so that one that slowed down for good is well again after
    a while."""
    if now - watch.since < 1.2 and watch.state is SiteState.LIVE:
        return watch
    seconds = watch.samples[-1][0] - watch.samples[-2][0] if len(watch.samples) >= 2 else 0.0
    usual = max(watch.rate, watch.usual_rate * (1 - 0.004 * min(seconds, 1.0)))
    slow = watch.rate < policy.degraded_below * usual
    slow_since = (watch.slow_since if watch.slow_since is not None else now) if slow else None
    quality = health.followed(watch.quality, now, watch.line, policy.health)
    if watch.state is SiteState.LIVE and now - watch.since < policy.health.settles_for:
        quality = health.begun_anew(quality)
    is_slow = slow_since is not None and now - slow_since >= policy.degraded_after
    weak = health.weaknesses(quality, watch.line, is_slow, policy.health)
    watch = replace(watch, usual_rate=usual, slow_since=slow_since, quality=quality, weaknesses=weak)
    if weak:
        return _enter(watch, SiteState.DEGRADED, now)
    return _enter(watch, SiteState.LIVE, now) if slow_since is None else watch


def _lost(watch: SiteWatch, event: MediaEvent, policy: ReconnectionPolicy, chance: float) -> SiteWatch:
    """The player gave up; there is nothing left in it that could heal."""
    watch = replace(watch, player_open=False, reason=event.reason, rate=0.0, samples=(), line=None, weaknesses=())
    if watch.state in (SiteState.LIVE, SiteState.DEGRADED, SiteState.FROZEN):
        watch = _enter(watch, SiteState.FROZEN, event.at)
        return replace(watch, reopen_at=event.at + back_off(0, policy, chance))
    if watch.reason is None:
        watch = replace(watch, reason=RefusalReason.NO_ANSWER)
    return _after_a_failed_opening(watch, event.at, policy, chance)


def _after_a_failed_opening(watch: SiteWatch, now: float, policy: ReconnectionPolicy, chance: float) -> SiteWatch:
    was_seen = watch.state is SiteState.RECONNECTING  # then its format can be shown, whatever this attempt met
    if watch.reason in _FINAL and not (was_seen and watch.reason is RefusalReason.UNSUPPORTED_FORMAT):
        return replace(_enter(watch, SiteState.REFUSED, now), reopen_at=None)
    if watch.state is SiteState.RECONNECTING:
        return replace(watch, reopen_at=now + back_off(watch.attempt, policy, chance))
    pause = policy.knock_again_after * (0.75 + 0.25 * chance)
    return replace(_enter(watch, SiteState.REFUSED, now), reopen_at=now + pause)


def _reopen(watch: SiteWatch, now: float) -> tuple[SiteWatch, Action]:
    """A site that refused at first stays REFUSED while we knock again, so that its line does not flicker."""
    state = SiteState.REFUSED if watch.state is SiteState.REFUSED else SiteState.RECONNECTING
    watch = replace(
        _enter(watch, state, now),
        opened_at=now,
        moved_at=now,
        frames=0,
        bytes_read=0,
        rate=0.0,
        samples=(),
        attempt=watch.attempt + 1,
        reopen_at=None,
        player_open=True,
    )
    return watch, Action.REOPEN
