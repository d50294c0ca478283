"""A site's SRT stream, from a real listener through the relay of the demo ministry."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from conference import RefusalReason, parse_site_address
from conference.model import SiteCredentials
from conference.srt import LineMemory, SrtSource
from conference.srt.latency_choice import LineFigures
from conference.stream_source import SourceOrder
from conference.ts_packets import PACKET, begins_key_frame, is_table
from desktop.demo_ministry.sites.relay import UdpRelay
from tests.waiting import eventually

from .listener import SrtListener
from .made_stream import made_stream

SECRET = "mật khẩu đúng rồi"


class Collected:
    """A sink that keeps what comes, and can be gone."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.is_gone = False
        self.closed = threading.Event()

    def write(self, data: bytes) -> int:
        if self.is_gone:
            raise BrokenPipeError
        self.data += data
        return len(data)

    def close(self) -> None:
        self.closed.set()


@contextmanager
def source(
    address: str, passphrase: str = "", memory: LineMemory | None = None
) -> Iterator[tuple[SrtSource, Collected]]:
    sink = Collected()
    credentials = SiteCredentials(passphrase=passphrase) if passphrase else None
    one = SrtSource(SourceOrder(parse_site_address(address), sink, 6.0, credentials), memory or LineMemory())
    one.start()
    try:
        yield one, sink
    finally:
        one.close()
        assert one.ended.wait(10) and sink.closed.wait(1)


def test_what_a_site_sends_comes_whole_and_the_line_is_told() -> None:
    stream = made_stream()
    with SrtListener(feed=stream) as listener, source(listener.address) as (one, sink):
        eventually(lambda: len(sink.data) > 200_000)
        begin = bytes(sink.data[:1316])
        assert bytes(sink.data) in (stream + stream) and stream.startswith(begin[:188])
        line = eventually(lambda: (found := one.line()) and found.bits_per_second and found)
        assert line.loss == 0 and line.dropped_packets == 0
        assert line.round_trip is not None and line.round_trip < 50
        assert one.refusal is None and one.bytes_read >= len(sink.data)


def test_with_its_passphrase() -> None:
    with SrtListener(SECRET, made_stream()) as listener, source(listener.address, SECRET) as (_, sink):
        eventually(lambda: len(sink.data) > 20_000)


@pytest.mark.parametrize(
    ("asked", "given", "reason"),
    [
        (SECRET, "mật khẩu sai rồi", RefusalReason.WRONG_PASSPHRASE),
        (SECRET, "", RefusalReason.PASSPHRASE_NEEDED),
        ("", SECRET, RefusalReason.PASSPHRASE_NOT_EXPECTED),
    ],
)
def test_a_passphrase_that_does_not_fit_is_said_and_tried_once(asked: str, given: str, reason: RefusalReason) -> None:
    with SrtListener(asked, made_stream()) as listener, source(listener.address, given) as (one, sink):
        assert one.ended.wait(20) and one.refusal is reason
        assert listener.calls <= 1 and not sink.data


def test_nobody_there_and_no_such_host() -> None:
    with source("srt://127.0.0.1:9") as (one, _):
        assert one.ended.wait(20) and one.refusal is RefusalReason.NO_ANSWER
    with source("srt://khong-co.invalid:9") as (one, _):
        assert one.ended.wait(20) and one.refusal is RefusalReason.UNKNOWN_HOST


def test_a_server_that_starts_a_moment_late_is_found() -> None:
    with SrtListener() as before:
        port = before.port
    with source(f"srt://127.0.0.1:{port}") as (_, sink), SrtListener(feed=made_stream(), port=port):
        eventually(lambda: sink.data)


def test_a_pipe_that_nobody_reads_any_more_ends_it() -> None:
    with SrtListener(feed=made_stream()) as listener, source(listener.address) as (one, sink):
        eventually(lambda: sink.data)
        sink.is_gone = True
        assert one.ended.wait(10)
        assert eventually(lambda: listener.callers[0].ended.is_set())


def test_a_lost_line_goes_on_by_itself_and_begins_with_a_key_frame() -> None:
    with SrtListener(feed=made_stream()) as listener:
        relay = UdpRelay(0, listener.port)
        with source(f"srt://127.0.0.1:{relay.port}") as (one, sink):
            eventually(lambda: len(sink.data) > 50_000)
            relay.cut()
            eventually(lambda: listener.callers[0].ended.is_set())  # libsrt there gives up after 5 s of silence
            before = len(sink.data)
            relay.restore()
            eventually(lambda: len(sink.data) > before + 50_000)
            assert len(listener.callers) == 2 and one.refusal is None
            again = [bytes(sink.data[at : at + PACKET]) for at in range(before, len(sink.data) - PACKET, PACKET)]
            key = next(number for number, packet in enumerate(again) if begins_key_frame(packet))
            assert key >= 2 and all(is_table(packet) for packet in again[:key])


def test_a_server_that_was_restarted_is_called_again() -> None:
    stream = made_stream()
    first = SrtListener(feed=stream)
    with source(first.address) as (_, sink):
        eventually(lambda: len(sink.data) > 50_000)
        first.close()
        before = len(sink.data)
        with SrtListener(feed=stream, port=first.port):
            eventually(lambda: len(sink.data) > before + 50_000)


def test_a_passphrase_that_was_changed_meanwhile_is_a_refusal() -> None:
    first = SrtListener(SECRET, made_stream())
    with source(first.address, SECRET) as (one, sink):
        eventually(lambda: sink.data)
        first.close()
        with SrtListener("một mật khẩu khác", made_stream(), port=first.port) as second:
            assert one.ended.wait(20) and one.refusal is RefusalReason.WRONG_PASSPHRASE
            assert second.calls <= 1


def test_a_site_that_pauses_is_not_called_over_and_over() -> None:
    with SrtListener(feed=made_stream(), pause_after=60_000) as listener, source(listener.address) as (one, sink):
        eventually(lambda: len(sink.data) > 50_000)
        eventually(lambda: len(listener.callers) > 1)  # once, since it may have been restarted
        at = time.monotonic()
        eventually(lambda: time.monotonic() - at > 1.5)
        assert len(listener.callers) <= 3 and not one.ended.is_set()


def test_the_latency_follows_the_round_trip() -> None:
    with SrtListener(feed=made_stream()) as listener:
        relay = UdpRelay(0, listener.port)
        relay.impair(delay=0.06)
        memory = LineMemory()
        with source(f"srt://127.0.0.1:{relay.port}", memory=memory) as (one, sink):
            eventually(lambda: sink.data)
            assert one.latency >= 3 * 120
            line = eventually(lambda: (found := one.line()) and found.round_trip and found)
            assert line.round_trip is not None and line.round_trip > 110
        relay.impair(delay=0.0)
        with source(f"srt://127.0.0.1:{relay.port}", memory=memory) as (one, sink):
            eventually(lambda: sink.data)
            assert one.latency < 3 * 120


def test_what_is_remembered_of_a_line_survives_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("lines") / "lines.json"
    memory = LineMemory(file)
    memory.learn("srt://cau.vn:9000", LineFigures(80.0, 5.0, 0.05))
    memory.save()
    assert LineMemory(file).figures("srt://cau.vn:9000") == LineFigures(80.0, 5.0, 0.05)
    file.write_text('{"srt://cau.vn:9000": {"round_trip": "x"}}')
    assert LineMemory(file).figures("srt://cau.vn:9000") == LineFigures()


def test_a_line_that_gets_bad_is_called_anew_with_more_patience() -> None:
    with SrtListener(feed=made_stream()) as listener:
        relay = UdpRelay(0, listener.port)
        memory = LineMemory()
        with source(f"srt://127.0.0.1:{relay.port}", memory=memory) as (one, sink):
            eventually(lambda: len(sink.data) > 50_000)
            assert one.latency is not None and one.latency < 200
            relay.impair(delay=0.06, jitter=0.01, loss=0.05)
            eventually(lambda: (one.latency or 0) >= 360, within=60)
            before = len(sink.data)
            eventually(lambda: len(sink.data) > before + 100_000)
            line = one.line()
            assert line is not None and line.dropped_packets > 0
        relay.impair()
        assert (memory.figures(f"srt://127.0.0.1:{relay.port}").loss or 0) > 0.01
