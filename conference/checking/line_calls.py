"""Calls a site again and again and notes how long each answer takes: an SRT handshake's first packet over UDP, RTSP's
OPTIONS on one open connection, or opening a connection. Nothing secret is said and no player is needed."""

from __future__ import annotations

import contextlib
import secrets
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable

from ..site_address import SiteAddress
from .judging import LineSample
from .names_and_ports import Resolved, connect, wait_for

_SRT_CALLS = 100
"""So that one lost call is one in a hundred. 80 bytes each: 32 kbit/s for two seconds and a half."""
_SRT_EVERY = 0.025
_STRAGGLERS = 1.0
"""What does not come within this after the last call has been lost, seconds."""
_SURELY_CLOSED = 3
_RTSP_CALLS = 20
_TCP_CALLS = 5
_PAUSE = 0.1
_LARGEST_ANSWER = 8192

_HEADER = struct.Struct(">4I")
_HANDSHAKE = struct.Struct(">I2H6I16s")
_CONTROL_HANDSHAKE = 0x80000000
_SRT_MAGIC = 0x4A17
_INDUCTION = 1


def induction(socket_id: int, moment: int) -> bytes:
    """The first packet of an SRT caller (draft-sharabayko-srt-01, sections 3.2.1 and 4.3.1.1). A listener answers it at
    once with a cookie and remembers nothing of it, so it costs nobody anything. ``moment`` in microseconds."""
    header = _HEADER.pack(_CONTROL_HANDSHAKE, 0, moment & 0xFFFFFFFF, 0)
    body = _HANDSHAKE.pack(4, 0, 2, 0, 1500, 8192, _INDUCTION, socket_id, 0, b"\0" * 16)
    return header + body


def answered_induction(packet: bytes) -> int | None:
    """Whose call (its socket id) ``packet`` answers; None if it is no such answer."""
    if len(packet) < _HEADER.size + _HANDSHAKE.size:
        return None
    kind, _, _, socket_id = _HEADER.unpack_from(packet)
    version, _, magic, _, _, _, what, _, _, _ = _HANDSHAKE.unpack_from(packet, _HEADER.size)
    is_answer = kind == _CONTROL_HANDSHAKE and what == _INDUCTION and version == 5 and magic == _SRT_MAGIC
    return socket_id if is_answer else None


def call_srt(
    resolved: Resolved,
    port: int,
    cancelled: threading.Event,
    first_answer: Callable[[float], None] = lambda seconds: None,
    calls: int = _SRT_CALLS,
) -> LineSample:
    """Call an SRT listener ``calls`` times. ``first_answer`` is told how long the first one took."""
    line = _udp_line(resolved, port)
    if line is None:
        return LineSample("srt")
    first_id = secrets.randbelow(1 << 29) + 1
    sent: dict[int, float] = {}
    took: dict[int, float] = {}
    closed = 0
    with line:
        began = time.monotonic()
        ends = began + calls * _SRT_EVERY + _STRAGGLERS
        while not cancelled.is_set() and len(took) < calls and (now := time.monotonic()) < ends:
            if closed >= _SURELY_CLOSED and not took:
                break
            if len(sent) < calls and now >= began + len(sent) * _SRT_EVERY:
                socket_id = first_id + len(sent)
                sent[socket_id] = now
                with contextlib.suppress(OSError):  # what was wrong with the call before is told at this one
                    line.send(induction(socket_id, round((now - began) * 1e6)))
            next_call = began + len(sent) * _SRT_EVERY if len(sent) < calls else ends
            if not wait_for(line, max(next_call - time.monotonic(), 0.001), cancelled):
                continue
            try:
                answered = answered_induction(line.recv(2048))
            except ConnectionRefusedError:
                closed += 1
                continue
            except OSError:
                continue
            if answered in sent and answered not in took:
                took[answered] = time.monotonic() - sent[answered]
                if len(took) == 1:
                    first_answer(took[answered])
    round_trips = tuple(took[one] for one in sorted(took))
    return LineSample("srt", len(sent), round_trips, counts_loss=True, closed=closed > 0 and not took)


def _udp_line(resolved: Resolved, port: int) -> socket.socket | None:
    """To the first address there is a way to."""
    for family, host in resolved.addresses:
        line = socket.socket(family, socket.SOCK_DGRAM)
        try:
            line.setblocking(False)
            line.connect((host, port))
        except OSError:
            line.close()
        else:
            return line
    return None


def call_rtsp(
    line: socket.socket, address: SiteAddress, cancelled: threading.Event, calls: int = _RTSP_CALLS
) -> LineSample:
    """Ask an RTSP server for its OPTIONS (RFC 2326, 10.1), once after another. It answers before it asks who calls."""
    took: list[float] = []
    sent = 0
    asked = f"{address.endpoint}{address.path}"
    ends = time.monotonic() + calls * _PAUSE + 3.0
    with contextlib.suppress(OSError):
        while sent < calls and time.monotonic() < ends and not cancelled.wait(_PAUSE if sent else 0):
            sent += 1
            began = time.monotonic()
            _send(line, f"OPTIONS {asked} RTSP/1.0\r\nCSeq: {sent}\r\n\r\n".encode("ascii"), cancelled)
            if not _answer(line, cancelled):
                break
            took.append(time.monotonic() - began)
    return LineSample("rtsp", sent, tuple(took))


def call_tcp(resolved: Resolved, port: int, cancelled: threading.Event, calls: int = _TCP_CALLS) -> LineSample:
    """Open a connection and close it, a few times: its first packet goes there and back once."""
    took: list[float] = []
    sent = 0
    while sent < calls and not cancelled.wait(_PAUSE if sent else 0):
        sent += 1
        opened = connect(resolved, port, 2.0, cancelled)
        if opened.connection is None or opened.seconds is None:
            break
        opened.connection.close()
        took.append(opened.seconds)
    return LineSample("tcp", sent, tuple(took))


def _send(line: socket.socket, data: bytes, cancelled: threading.Event) -> None:
    while data and not cancelled.is_set():
        try:
            data = data[line.send(data) :]
        except (BlockingIOError, ssl.SSLWantWriteError, ssl.SSLWantReadError):
            if not wait_for(line, 1.0, cancelled, to_write=True):
                raise TimeoutError from None


def _answer(line: socket.socket, cancelled: threading.Event) -> bool:
    """Reads to the end of one RTSP answer's head; what it may say besides (a body) is none of OPTIONS'."""
    read = b""
    ends = time.monotonic() + 2.0
    while time.monotonic() < ends and not cancelled.is_set() and len(read) < _LARGEST_ANSWER:
        try:
            more = line.recv(2048)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            wait_for(line, 0.05, cancelled)
            continue
        if not more:
            return False
        read += more
        if b"\r\n\r\n" in read:
            return read.startswith(b"RTSP/1.")
    return False
