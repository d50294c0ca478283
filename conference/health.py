"""Why a site's picture is weak: packets that never came, too few pictures, a line that has become narrow. Pure; asked
by `reconnection` while a site is seen. Words are found in the window."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .model import LineHealth, Weakness


@dataclass(frozen=True, slots=True)
class HealthPolicy:
    holes_over: float = 3.0
    """Seconds in which packets that are missing are counted together."""
    holes: int = 5
    """So many of them are seen. One or two are repaired by the decoder, mostly out of sight."""
    loss: float = 0.08
    """So large a part lost on the way at first takes more sending again than a line mostly has room for."""
    bad_for: float = 1.0
    well_for: float = 5.0
    """How long all must be well before it is said, so that the words do not flicker."""
    settles_for: float = 4.0
    """After an outage, what was lost in it is counted late, and has been said already."""
    narrow_below: float = 0.6
    """Part of the site's own usual bit rate."""


@dataclass(frozen=True, slots=True)
class LineQuality:
    """What is known of a line's past. Replaced, never changed."""

    samples: tuple[tuple[float, int], ...] = ()
    """(moment, packets missing so far)"""
    usual_bits: float = 0.0
    bad_since: float | None = None
    bad_until: float | None = None
    """The last moment at which it was bad."""
    is_lossy: bool = False


_SAMPLED_EVERY = 0.25


def received(samples: tuple[tuple[float, int], ...], now: float, count: int) -> tuple[tuple[float, int], ...]:
    """The bytes received so far, noted four times a second, for three seconds; fewer than before begin anew."""
    if samples and count < samples[-1][1]:
        return ((now, count),)
    if samples and now - samples[-1][0] < _SAMPLED_EVERY:
        return samples
    return (*(one for one in samples if now - one[0] <= 3.0), (now, count))


def line_of(samples: tuple[tuple[float, int], ...], since: float) -> LineHealth | None:
    """What can be said of a line whose protocol tells nothing: its bit rate."""
    if len(samples) < 2:
        return None
    span = samples[-1][0] - samples[0][0]
    return LineHealth(since, (samples[-1][1] - samples[0][1]) * 8 / span) if span > 0 else None


def followed(quality: LineQuality, now: float, line: LineHealth | None, policy: HealthPolicy) -> LineQuality:
    """Take in how the line is. ``line`` is None where its protocol does not tell: then it is never called lossy."""
    if line is None:
        return quality if quality == LineQuality() else LineQuality()
    if quality.samples and now - quality.samples[-1][0] < _SAMPLED_EVERY:
        return quality
    missing = line.late_packets + line.dropped_packets
    if quality.samples and missing < quality.samples[-1][1]:  # another connection, which counts anew
        quality = replace(quality, samples=())
    seconds = now - quality.samples[-1][0] if quality.samples else 0.0
    samples = (*(one for one in quality.samples if now - one[0] <= policy.holes_over), (now, missing))
    is_bad = missing - samples[0][1] >= policy.holes or (line.loss or 0.0) >= policy.loss
    usual = max(line.bits_per_second, quality.usual_bits * (1 - 0.004 * min(seconds, 1.0)))
    bad_since = (quality.bad_since if quality.bad_since is not None else now) if is_bad else None
    bad_until = now if is_bad else quality.bad_until
    if is_bad:
        is_lossy = quality.is_lossy or (bad_since is not None and now - bad_since >= policy.bad_for)
    else:
        is_lossy = quality.is_lossy and bad_until is not None and now - bad_until < policy.well_for
    return LineQuality(samples, usual, bad_since, bad_until, is_lossy)


def begun_anew(quality: LineQuality) -> LineQuality:
    """What was bad until now no longer counts."""
    return LineQuality(usual_bits=quality.usual_bits)


def weaknesses(
    quality: LineQuality, line: LineHealth | None, is_slow: bool, policy: HealthPolicy
) -> tuple[Weakness, ...]:
    """Why the picture is weak, the plainest first; nothing where it is not. ``is_slow``: it has fewer pictures than
    usual. A low bit rate alone is no weakness: a slide that stays needs next to nothing."""
    found = [Weakness.LOSS] if quality.is_lossy else []
    if is_slow:
        narrow = line is not None and line.bits_per_second < policy.narrow_below * quality.usual_bits
        found.append(Weakness.BITRATE if narrow else Weakness.FRAMES)
    return tuple(found)
