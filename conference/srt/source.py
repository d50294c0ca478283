"""Brings a site's SRT stream to its player: calls with a fitting latency, says in words' time why it was refused, and
calls again by itself when the line comes back after an outage."""

from __future__ import annotations

import threading
import time

from ..model import LineHealth, RefusalReason
from ..stream_source import SourceFactory, SourceOrder, StreamSource
from . import srt_library
from .connection import CallOptions, Endpoint, SrtBroken, SrtConnection, SrtRefused, resolved
from .induction import LineProbe
from .latency_choice import LineFigures, is_worth_a_break, wanted_latency
from .line_memory import LineMemory
from .line_meter import LineMeter
from .srt_library import SrtMissing
from .timeline import Timeline

_ANSWER_WITHIN = 4.0
"""Seconds, so that a refusal is in words within 5."""
_PROBE_FOR = 1.5
"""Of these; then the call is tried all the same: a listener may answer calls only."""
_ASK_EVERY = 0.1
_SILENT = 0.7
"""Seconds without data after which the line is asked whether it is there. Pictures come 25 times a second and more."""
_GRACE = 0.3
"""Seconds, besides one round trip, for an old connection to go on once the line is back; then it is given up."""
_MEASURE_EVERY = 0.5
_LEARN_EVERY = 10.0
_REST_AT_MOST = 2.0


class SrtSource:
    """A `StreamSource`. Its thread ends with `close`, with a refusal, or when the player's pipe is closed."""

    def __init__(self, order: SourceOrder, memory: LineMemory) -> None:
        """Raises `SrtMissing`."""
        srt_library.libsrt()
        self._order = order
        self._memory = memory
        self._passphrase = (order.credentials.passphrase or None) if order.credentials is not None else None
        self._closing = threading.Event()
        self._ended = threading.Event()
        self._refusal: RefusalReason | None = None
        self._bytes_read = 0
        self._meter = LineMeter(time.monotonic())
        self._health: LineHealth | None = None
        self._timeline = Timeline()
        self._endpoint: Endpoint | None = None
        self._connection: SrtConnection | None = None
        self._probe: LineProbe | None = None
        self._there_since: float | None = None
        self._packets_before = 0
        self._calls_in_vain = 0
        self._call_again_at = 0.0
        self._thread = threading.Thread(target=self._run, name=f"srt {order.address.host}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._closing.set()

    @property
    def refusal(self) -> RefusalReason | None:
        return self._refusal

    @property
    def ended(self) -> threading.Event:
        return self._ended

    @property
    def bytes_read(self) -> int:
        return self._bytes_read

    def line(self) -> LineHealth | None:
        return self._health

    @property
    def latency(self) -> int | None:
        """Milliseconds, as agreed on for the present connection."""
        connection = self._connection
        return connection.latency if connection is not None else None

    def _run(self) -> None:
        try:
            self._first_call()
            self._carry()
        except SrtRefused as refused:
            self._refusal = refused.reason
        except (SrtBroken, SrtMissing, BrokenPipeError):
            pass
        finally:
            self._hang_up()
            self._forget_probe()
            self._memory.save()
            self._ended.set()
            self._order.sink.close()

    # --- calling ------------------------------------------------------------------------------------------------------

    def _first_call(self) -> None:
        ends = time.monotonic() + min(_ANSWER_WITHIN, self._order.answer_within)
        address = self._order.address
        self._endpoint = resolved(address.host, address.port, ends - time.monotonic())
        probed_until = min(ends, time.monotonic() + _PROBE_FOR)
        while not self._closing.is_set() and time.monotonic() < probed_until and not self._is_there(0.02):
            continue
        for _ in range(3):  # the first answer may have waited for the other PC to wake up
            if self._probe is not None and self._probe.round_trips:
                self._probe.ask()
        if self._probe is not None and self._probe.round_trips:
            until = time.monotonic() + 0.03 + self._probe.round_trips[0] / 1000
            while len(self._probe.round_trips) < 4 and (left := until - time.monotonic()) > 0:
                self._probe.listen(left)
        while not self._closing.is_set():
            try:
                return self._call(ends - time.monotonic())
            except SrtRefused as refused:
                if refused.reason is not RefusalReason.NO_ANSWER or time.monotonic() > ends - 0.5:
                    raise

    def _call(self, within: float) -> None:
        """One call, with the latency that the line needs by all that is known. Raises `SrtRefused`, `SrtBroken`."""
        assert self._endpoint is not None
        self._hang_up()
        connection = SrtConnection(self._closing.is_set)
        self._connection = connection
        latency = wanted_latency(self._known_figures())
        stream_id = self._order.address.stream_id
        connection.call(self._endpoint, CallOptions(latency, stream_id, self._passphrase), max(within, 0.5))
        self._forget_probe()
        self._meter.begin_anew()
        self._timeline.begin_anew(time.monotonic())

    def _known_figures(self) -> LineFigures:
        """What is remembered of the line, with what was measured since, and with the round trip as it is now."""
        remembered = self._memory.figures(self._order.address.endpoint)
        trips = self._probe.round_trips if self._probe is not None else []
        if not trips:
            return remembered
        jitter = max(trips) - min(trips) if len(trips) > 2 else 0.0
        return remembered.after(LineFigures(min(trips), jitter, remembered.loss))

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._learn()
            self._connection.close()
            self._connection = None

    # --- receiving ----------------------------------------------------------------------------------------------------

    def _carry(self) -> None:
        now = time.monotonic()
        self._calls_in_vain = 1  # called a moment ago
        heard_at = measured_at = learned_at = now
        while not self._closing.is_set() and not srt_library.ending.is_set():
            data = self._received()
            now = time.monotonic()
            if data:
                heard_at = now
                self._calls_in_vain, self._call_again_at = 0, 0.0
                self._forget_probe()
                self._bytes_read += len(data)
                self._play(self._timeline.feed(data, now))
            elif self._connection is None or now - heard_at > _SILENT:
                self._mend()
            if now - measured_at >= _MEASURE_EVERY:
                measured_at = now
                self._measure(now)
            if now - learned_at >= _LEARN_EVERY:
                learned_at = now
                self._learn()

    def _received(self) -> bytes:
        """What came, waiting a short time; empty also without a connection."""
        if self._connection is None:
            self._closing.wait(0.01)
            return b""
        try:
            return self._connection.receive()
        except SrtBroken:
            self._hang_up()
            return b""

    def _play(self, data: bytes) -> None:
        if data:
            self._order.sink.write(data)

    def _measure(self, now: float) -> None:
        statistics = self._connection.statistics if self._connection is not None else None
        if statistics is None or self._connection is None:
            return
        self._meter.take(now, statistics)
        self._health = self._meter.health()
        if self._meter.has_holes():
            self._learn()
            wanted = wanted_latency(self._memory.figures(self._order.address.endpoint))
            if is_worth_a_break(self._connection.latency, wanted):
                self._hang_up()

    def _learn(self) -> None:
        figures = self._meter.figures()
        if figures.round_trip is not None:
            self._memory.learn(self._order.address.endpoint, figures)

    # --- after an outage ----------------------------------------------------------------------------------------------

    def _mend(self) -> None:
        """Nothing comes. Once the line answers, an old connection has a moment to go on; then, or without one, call
        anew. Raises `SrtRefused` for what asking again cannot change."""
        if not self._is_there(0.01):
            return
        now = time.monotonic()
        if self._connection is not None and not self._is_given_up(self._connection, now):
            return
        if now < self._call_again_at:
            return
        self._calls_in_vain += 1
        self._call_again_at = now + min(_REST_AT_MOST, 0.1 * 2**self._calls_in_vain)
        try:
            self._call(1.0)
        except SrtRefused as refused:
            self._hang_up()
            if refused.reason not in (RefusalReason.NO_ANSWER, RefusalReason.BUSY):
                raise
        except SrtBroken:
            self._hang_up()

    def _is_there(self, within: float) -> bool:
        """Ask again if it is time, and say whether somebody answers."""
        assert self._endpoint is not None
        if self._probe is None:
            self._probe, self._there_since = LineProbe(self._endpoint.family, self._endpoint.address), None
            self._packets_before = self._packets()
        if time.monotonic() - self._probe.asked_at >= _ASK_EVERY:
            self._probe.ask()
        if self._probe.listen(within) and self._there_since is None:
            self._there_since = time.monotonic()
        return self._there_since is not None

    def _is_given_up(self, connection: SrtConnection, now: float) -> bool:
        """A connection that was called since anything came is not: then the other side pauses, and may."""
        if self._calls_in_vain or self._there_since is None:
            return False
        if self._packets() > self._packets_before:
            return False  # they come again, and are only held back for their time
        if self._probe is not None and self._probe.was_closed:
            return True  # a server that was started anew knows nothing of it
        return now - self._there_since > _GRACE + (self._probe.round_trips[0] / 1000 if self._probe else 0.0)

    def _packets(self) -> int:
        statistics = self._connection.statistics if self._connection is not None else None
        return int(statistics.pktRecvTotal) if statistics is not None else 0

    def _forget_probe(self) -> None:
        if self._probe is not None:
            self._probe.close()
            self._probe = None


def srt_sources(memory: LineMemory) -> SourceFactory:
    """Sources of one memory; none where this PC has no libsrt: then libVLC reads the address by itself, with a fixed
    latency, without a passphrase, and cannot say why a site refuses or how the line is."""

    def source(order: SourceOrder) -> StreamSource | None:
        try:
            return SrtSource(order, memory)
        except SrtMissing:
            return None

    return source


def _is_a_source(source: SrtSource) -> StreamSource:
    return source
