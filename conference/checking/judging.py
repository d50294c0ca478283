"""From what was measured of a site to a colour and a finding. Pure functions of values; nothing here waits or asks."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import LineHealth, RefusalReason, Site, SiteId
from .model import CheckKind, CheckResult, CheckState, Fact, Finding
from .thresholds import Thresholds

GREEN, AMBER, RED, UNKNOWN = CheckState.GREEN, CheckState.AMBER, CheckState.RED, CheckState.UNKNOWN


@dataclass(frozen=True, slots=True)
class LineSample:
    """Calls to a site and how long each answer took, in seconds. ``how`` says what was called: ``srt`` (its first
    handshake, over UDP), ``rtsp`` (OPTIONS on an open connection), ``tcp`` (opening a connection).

    ``counts_loss``: a call without an answer was lost on the way. TCP repeats what is lost, so there it is not seen."""

    how: str
    sent: int = 0
    round_trips: tuple[float, ...] = ()
    counts_loss: bool = False
    closed: bool = False
    """That PC said that nobody serves there."""


@dataclass(frozen=True, slots=True)
class StreamContent:
    """What is in a piece of a stream. Levels in dBFS; None where there is no sound, or it was not decoded."""

    picture_codec: str = ""
    width: int = 0
    height: int = 0
    sound_codec: str = ""
    sound_seconds: float = 0.0
    sound_level: float | None = None
    sound_peak: float | None = None


@dataclass(frozen=True, slots=True)
class StreamSample:
    """What a player did with a site. ``first_picture`` is how long it took, in seconds, None if none came; ``watched``
    is how long it was watched after that, and ``pictures`` how many came then."""

    site: SiteId
    refusal: RefusalReason | None = None
    first_picture: float | None = None
    watched: float = 0.0
    pictures: int = 0
    longest_still: float = 0.0
    bytes_read: int = 0
    bits_per_second: float = 0.0
    line: LineHealth | None = None
    content: StreamContent = field(default_factory=StreamContent)


_OF_REFUSAL = {
    RefusalReason.NOT_AUTHORISED: Finding.NOT_AUTHORISED,
    RefusalReason.WRONG_PASSPHRASE: Finding.WRONG_PASSPHRASE,
    RefusalReason.PASSPHRASE_NEEDED: Finding.PASSPHRASE_NEEDED,
    RefusalReason.PASSPHRASE_NOT_EXPECTED: Finding.PASSPHRASE_NOT_EXPECTED,
    RefusalReason.BUSY: Finding.BUSY,
    RefusalReason.NOT_FOUND: Finding.NOT_FOUND,
    RefusalReason.UNSUPPORTED_FORMAT: Finding.UNSUPPORTED,
    RefusalReason.NOT_TRUSTED: Finding.NOT_TRUSTED,
}


class SiteJudge:
    """Judges the samples of one site."""

    def __init__(self, site: Site, thresholds: Thresholds) -> None:
        self.site, self.thresholds = site, thresholds

    def _row(
        self, kind: CheckKind, state: CheckState, finding: Finding, facts: Mapping[str, Fact] | None = None
    ) -> CheckResult:
        return CheckResult(kind, state, finding, self.site.id, facts or {})

    def name(self, seconds: float | None, addresses: int, is_number: bool = False) -> CheckResult:
        """``seconds`` None: the name server gave no answer in time. No ``addresses``: there is no such name."""
        kind = CheckKind.ADDRESS
        if is_number:
            return self._row(kind, GREEN, Finding.NUMBER)
        if seconds is None:
            return self._row(kind, RED, Finding.NAME_TIMEOUT)
        facts = {"milliseconds": round(seconds * 1000), "addresses": addresses}
        if not addresses:
            return self._row(kind, RED, Finding.NAME_UNKNOWN, facts)
        slow = seconds >= self.thresholds.name_slow
        return self._row(kind, AMBER if slow else GREEN, Finding.NAME_SLOW if slow else Finding.NAME_FOUND, facts)

    def reach(self, seconds: float | None, *, closed: bool, stream: StreamSample | None) -> CheckResult:
        """``seconds`` to the first answer; a stream that came, or a refusal that only the site itself can utter, says
        more than a call that was not answered."""
        kind = CheckKind.REACH
        if seconds is not None:
            slow = seconds >= self.thresholds.answer_slow
            facts = {"milliseconds": round(seconds * 1000)}
            return self._row(kind, AMBER if slow else GREEN, Finding.ANSWERS_SLOWLY if slow else Finding.ANSWERS, facts)
        if stream is not None and (stream.bytes_read or stream.refusal in _OF_REFUSAL):
            return self._row(kind, GREEN, Finding.STREAM_CAME)
        return self._row(kind, RED, Finding.CLOSED if closed else Finding.NO_ANSWER)

    def certificate(self, problem: Finding | None, days_left: float | None) -> CheckResult:
        """``problem`` is EXPIRED, OTHER_NAME or NOT_TRUSTED. Days None without a problem: nobody answered."""
        kind = CheckKind.CERTIFICATE
        if problem is not None:
            return self._row(kind, RED, problem)
        if days_left is None:
            return self._row(kind, UNKNOWN, Finding.NOT_MEASURED)
        soon = days_left < self.thresholds.certificate_days
        finding = Finding.ENDS_SOON if soon else Finding.TRUSTED
        return self._row(kind, AMBER if soon else GREEN, finding, {"days": int(days_left)})

    def picture(self, sample: StreamSample) -> CheckResult:
        limits, kind = self.thresholds, CheckKind.PICTURE
        if sample.first_picture is None:
            if sample.refusal is not None:
                finding = _OF_REFUSAL.get(sample.refusal, Finding.NO_PICTURE)
                return self._row(kind, RED, finding)
            return self._row(kind, RED, Finding.NO_PICTURE, {"bytes": sample.bytes_read})
        rate = sample.pictures / sample.watched if sample.watched > 0 else 0.0
        facts: dict[str, Fact] = {
            "first_picture": round(sample.first_picture, 2),
            "pictures_per_second": round(rate, 1),
            "longest_still_ms": round(sample.longest_still * 1000),
            "kbits_per_second": round(sample.bits_per_second / 1000),
        }
        if sample.content.picture_codec:
            facts |= {"codec": sample.content.picture_codec}
            facts |= {"width": sample.content.width, "height": sample.content.height}
        if rate < limits.rate_red or sample.longest_still >= limits.stall_red:
            return self._row(kind, RED, Finding.STANDS_STILL, facts)
        if sample.longest_still >= limits.stall_amber:
            return self._row(kind, AMBER, Finding.STALLS, facts)
        if rate < limits.rate_amber:
            return self._row(kind, AMBER, Finding.SLOW, facts)
        if sample.first_picture >= limits.picture_late:
            return self._row(kind, AMBER, Finding.LATE, facts)
        return self._row(kind, GREEN, Finding.MOVES, facts)

    def sound(self, sample: StreamSample) -> CheckResult:
        """No sound is amber: the site may keep its microphone closed until the conference begins, and can say so."""
        kind, content = CheckKind.SOUND, sample.content
        if sample.first_picture is None or not content.picture_codec:
            return self._row(kind, UNKNOWN, Finding.NOT_MEASURED)
        if not content.sound_codec:
            return self._row(kind, AMBER, Finding.NO_SOUND)
        facts: dict[str, Fact] = {"codec": content.sound_codec}
        if content.sound_level is None or content.sound_peak is None:
            return self._row(kind, UNKNOWN, Finding.NOT_MEASURED, facts)
        facts |= {"level_dbfs": round(content.sound_level, 1), "peak_dbfs": round(content.sound_peak, 1)}
        if content.sound_level < self.thresholds.sound_silent:
            return self._row(kind, AMBER, Finding.SILENT, facts)
        if content.sound_level < self.thresholds.sound_faint:
            return self._row(kind, AMBER, Finding.FAINT, facts)
        return self._row(kind, GREEN, Finding.SOUNDS, facts)

    def line(self, calls: LineSample, stream: StreamSample | None) -> tuple[CheckResult, ...]:
        """Round trip, loss, jitter. What the stream's own protocol counted goes before our few calls."""
        health = stream.line if stream is not None else None
        return self._round_trip(calls, health), self._loss(calls, health, stream), self._jitter(calls)

    def _round_trip(self, calls: LineSample, health: LineHealth | None) -> CheckResult:
        kind, limits = CheckKind.ROUND_TRIP, self.thresholds
        if calls.round_trips:
            seconds, how = statistics.median(calls.round_trips), calls.how
        elif health is not None and health.round_trip is not None:
            seconds, how = health.round_trip / 1000, "stream"
        else:
            return self._row(kind, UNKNOWN, Finding.NOT_MEASURED)
        facts: dict[str, Fact] = {"milliseconds": round(seconds * 1000, 1), "how": how, "calls": len(calls.round_trips)}
        state, finding = _three(seconds, limits.round_trip_amber, limits.round_trip_red)
        return self._row(kind, state, finding, facts)

    def _loss(self, calls: LineSample, health: LineHealth | None, stream: StreamSample | None) -> CheckResult:
        kind, limits = CheckKind.LOSS, self.thresholds
        if health is not None and health.loss is not None:
            part = health.loss
            facts: dict[str, Fact] = {"how": "stream", "dropped": health.dropped_packets}
        elif calls.counts_loss and calls.sent and (calls.round_trips or _plays(stream)):
            if not calls.round_trips:  # a firewall that answers nobody, yet the stream comes: nothing is known
                return self._row(kind, UNKNOWN, Finding.NOT_MEASURED)
            lost = calls.sent - len(calls.round_trips)
            # A call and its answer both had to come through: of the two ways, each lost about half of it.
            part = 1 - (len(calls.round_trips) / calls.sent) ** 0.5
            facts = {"how": calls.how, "calls": calls.sent, "lost": lost}
            if lost == 1:  # one of a hundred calls is chance, not a line that loses
                part = min(part, limits.loss_amber / 2)
        else:
            return self._row(kind, UNKNOWN, Finding.NOT_MEASURED, {"how": calls.how})
        state, finding = _three(part, limits.loss_amber, limits.loss_red)
        return self._row(kind, state, finding, facts | {"percent": round(part * 100, 1)})

    def _jitter(self, calls: LineSample) -> CheckResult:
        kind, limits = CheckKind.JITTER, self.thresholds
        if len(calls.round_trips) < 5:
            return self._row(kind, UNKNOWN, Finding.NOT_MEASURED)
        jitter = jitter_of(calls.round_trips)
        state, finding = _three(jitter, limits.jitter_amber, limits.jitter_red)
        facts: dict[str, Fact] = {"milliseconds": round(jitter * 1000, 1), "how": calls.how}
        return self._row(kind, state, finding, facts)


def jitter_of(round_trips: tuple[float, ...]) -> float:
    """Seconds: the mean change from one answer to the next, as RFC 3550 means it, without its smoothing. The wildest
    twentieth is left out: that is this PC, busy with something else for a moment."""
    changes = sorted(abs(one - other) for one, other in zip(round_trips[1:], round_trips, strict=False))
    return statistics.fmean(changes[: max(1, len(changes) - (len(changes) + 19) // 20)])


def _three(value: float, amber: float, red: float) -> tuple[CheckState, Finding]:
    if value >= red:
        return RED, Finding.BAD
    return (AMBER, Finding.NOTICEABLE) if value >= amber else (GREEN, Finding.GOOD)


def _plays(stream: StreamSample | None) -> bool:
    return stream is not None and stream.first_picture is not None
