"""The pipe between bridge and libVLC: bounded, in order, and it ends for both sides."""

from __future__ import annotations

import ctypes
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.vlc.stream_pipe import StreamPipe
from tests.waiting import eventually


def read(pipe: StreamPipe, size: int) -> bytes:
    buffer = ctypes.create_string_buffer(size)
    taken = pipe.read_into(ctypes.addressof(buffer), size)
    return buffer.raw[:taken]


@settings(max_examples=50, deadline=None)
@given(chunks=st.lists(st.binary(min_size=1, max_size=500), max_size=30), size=st.integers(1, 300))
def test_what_goes_in_comes_out_in_order(chunks: list[bytes], size: int) -> None:
    pipe = StreamPipe(limit=1000)

    def write() -> None:
        for chunk in chunks:
            pipe.write(chunk)
        pipe.close()

    threading.Thread(target=write, daemon=True).start()
    received = b""
    while piece := read(pipe, size):
        received += piece
    assert received == b"".join(chunks)


def test_the_writer_waits_when_nobody_reads_and_memory_stays_bounded() -> None:
    pipe = StreamPipe(limit=10_000)
    written: list[int] = []

    def write() -> None:
        try:
            while True:
                written.append(pipe.write(bytes(1000)))
        except BrokenPipeError:
            written.append(-1)

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    eventually(lambda: len(written) == 10)
    thread.join(0.1)
    assert len(written) == 10
    pipe.discard()
    eventually(lambda: written[-1] == -1)


def test_a_waiting_reader_is_let_go_when_the_pipe_ends() -> None:
    pipe = StreamPipe()
    result: list[bytes] = []
    thread = threading.Thread(target=lambda: result.append(read(pipe, 10)), daemon=True)
    thread.start()
    pipe.close()
    thread.join(5)
    assert result == [b""]


def test_what_was_written_before_the_end_is_still_read_but_not_after_a_discard() -> None:
    pipe = StreamPipe()
    pipe.write(b"truoc")
    pipe.close()
    assert read(pipe, 10) == b"truoc"
    with pytest.raises(BrokenPipeError):
        pipe.write(b"sau")
    other = StreamPipe()
    other.write(b"bo")
    other.discard()
    assert read(other, 10) == b""
