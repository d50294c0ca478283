"""One site's check: what the line's thread and the player have found so far, and which rows can be said of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import AddressScheme, RefusalReason, Site
from ..site_address import SiteAddress
from .judging import LineSample, SiteJudge, StreamSample
from .line_calls import call_rtsp, call_srt, call_tcp
from .model import CheckKind, CheckResult, CheckState, Finding
from .names_and_ports import Resolved, Shaken, connect, resolve, shake_hands
from .thresholds import Thresholds

_NAME_WITHIN = 4.0
_ANSWER_WITHIN = 5.0
_SECURE = frozenset({AddressScheme.RTSPS, AddressScheme.HTTPS})


@dataclass(frozen=True, slots=True)
class Answered:
    """``seconds`` to the site's first answer; None: none came, because nobody serves there if ``closed``."""

    seconds: float | None
    closed: bool = False


_LineNews = Resolved | Answered | Shaken | LineSample


class SiteCheck:
    """`look` takes in what the line's thread has said, `rows` gives each row once, as soon as it can be judged."""

    def __init__(self, site: Site, address: SiteAddress, thresholds: Thresholds, roots: str | None) -> None:
        self.site, self._address, self._roots = site, address, roots
        self._judge = SiteJudge(site, thresholds)
        self._news: queue.SimpleQueue[_LineNews] = queue.SimpleQueue()
        self._resolved: Resolved | None = None
        self._answered: Answered | None = None
        self._shaken: Shaken | None = None
        self._calls: LineSample | None = None
        self._stream: StreamSample | None = None
        self._stream_over = False
        self._said: set[CheckKind] = set()
        self.kinds = tuple(kind for kind in _OF_A_SITE if kind is not CheckKind.CERTIFICATE or self._is_secure)

    @property
    def _is_secure(self) -> bool:
        return self._address.scheme in _SECURE

    def start(self, cancelled: threading.Event) -> None:
        thread = threading.Thread(target=self._call, args=(cancelled,), name=f"line to {self.site.id}", daemon=True)
        thread.start()

    def stream_ended(self, sample: StreamSample | None) -> None:
        """None: no player could be had, so nothing is known of the picture."""
        self._stream, self._stream_over = sample, True

    def rows(self, *, at_last: bool = False) -> Iterator[CheckResult]:
        """``at_last``: the time is over, what is not known by now stays unknown."""
        self._look()
        for row in self._judged(at_last):
            if row.kind not in self._said:
                self._said.add(row.kind)
                yield row

    def _look(self) -> None:
        while not self._news.empty():
            match self._news.get():
                case Resolved() as resolved:
                    self._resolved = resolved
                case Answered() as answered:
                    self._answered = answered
                case Shaken() as shaken:
                    self._shaken = shaken
                case LineSample() as calls:
                    self._calls = calls

    def _judged(self, at_last: bool) -> Iterator[CheckResult]:
        judge, name = self._judge, self._resolved or (Resolved(None) if at_last else None)
        if name is None:
            return
        yield judge.name(name.seconds, len(name.addresses), name.is_number)
        if not name.addresses:
            yield from self._unmeasured(*self.kinds)
            return
        over = self._stream_over or at_last
        stream = self._stream
        reach = self._answered
        reached: CheckResult | None = None
        if reach is not None and (reach.seconds is not None or over):
            reached = judge.reach(reach.seconds, closed=reach.closed, stream=stream)
        elif at_last:
            reached = judge.reach(None, closed=False, stream=stream)
        if reached is None:
            return
        yield reached
        if reached.state is CheckState.RED:
            yield from self._unmeasured(*self.kinds)
            return
        if self._is_secure and (self._shaken is not None or at_last):
            shaken = self._shaken or Shaken(None)
            yield judge.certificate(shaken.problem, shaken.days_left)
        if not over:
            return
        if stream is None or _says_the_certificate(stream, self._shaken):
            yield from self._unmeasured(CheckKind.PICTURE, CheckKind.SOUND)
        else:
            yield judge.picture(stream)
            yield judge.sound(stream)
        if self._calls is not None or at_last:
            yield from judge.line(self._calls or LineSample("none"), stream)

    def _unmeasured(self, *kinds: CheckKind) -> Iterator[CheckResult]:
        for kind in kinds:
            yield CheckResult(kind, CheckState.UNKNOWN, Finding.NOT_MEASURED, self.site.id)

    # --- on the line's thread ---

    def _call(self, cancelled: threading.Event) -> None:
        address, say = self._address, self._news.put
        resolved = resolve(address.host, address.port, _NAME_WITHIN, cancelled)
        say(resolved)
        if not resolved.addresses:
            return
        if address.scheme is AddressScheme.SRT:
            calls = call_srt(resolved, address.port, cancelled, lambda seconds: say(Answered(seconds)))
            if not calls.round_trips:
                say(Answered(None, calls.closed))
            say(calls)
            return
        opened = connect(resolved, address.port, _ANSWER_WITHIN, cancelled)
        say(Answered(opened.seconds, opened.closed))
        line = opened.connection
        if line is None:
            say(LineSample("tcp"))
            return
        if self._is_secure:
            shaken = shake_hands(line, address.host, self._roots, _ANSWER_WITHIN, cancelled)
            say(shaken)
            line = shaken.connection
        calls = LineSample("tcp")
        if line is not None:
            with line:
                if address.scheme is not AddressScheme.HTTPS:
                    calls = call_rtsp(line, address, cancelled)
        say(calls if len(calls.round_trips) >= _ENOUGH_CALLS else call_tcp(resolved, address.port, cancelled))


_ENOUGH_CALLS = 3
_OF_A_SITE = (
    CheckKind.ADDRESS,
    CheckKind.REACH,
    CheckKind.CERTIFICATE,
    CheckKind.PICTURE,
    CheckKind.SOUND,
    CheckKind.ROUND_TRIP,
    CheckKind.LOSS,
    CheckKind.JITTER,
)


def _says_the_certificate(stream: StreamSample, shaken: Shaken | None) -> bool:
    """The picture was refused for its certificate, and the row of the certificate says so already."""
    return stream.refusal is RefusalReason.NOT_TRUSTED and shaken is not None and shaken.problem is not None
