"""One SRT connection that we call: its options, its handshake, and why it was refused. Used by `source` and `sender`,
each from one thread of theirs."""

from __future__ import annotations

import ctypes
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..errors import ConferenceError
from ..model import RefusalReason
from . import srt_library
from .srt_library import (
    EPOLL_ERR,
    EPOLL_IN,
    EPOLL_OUT,
    INVALID,
    LARGEST_PAYLOAD,
    Error,
    Linger,
    Option,
    Rejection,
    SocketState,
    Statistics,
    read_statistics,
)

_LOOK_EVERY = 50
"""Milliseconds a wait inside libsrt lasts at most: so soon is a closing heard."""
SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE = 10, 79
"""Bytes. libsrt takes no others (SRTO_PASSPHRASE)."""

_SERVERS_OWN_CODES = 1000
_REASONS = {
    Rejection.BADSECRET: RefusalReason.WRONG_PASSPHRASE,
    Rejection.TIMEOUT: RefusalReason.NO_ANSWER,
    Rejection.PEER: RefusalReason.NOT_AUTHORISED,
    Rejection.BACKLOG: RefusalReason.BUSY,
    Rejection.HOST_NOT_FOUND: RefusalReason.NOT_FOUND,
    Rejection.UNAUTHORIZED: RefusalReason.NOT_AUTHORISED,
    Rejection.OVERLOAD: RefusalReason.BUSY,
    Rejection.FORBIDDEN: RefusalReason.NOT_AUTHORISED,
    Rejection.NOT_FOUND: RefusalReason.NOT_FOUND,
    Rejection.BAD_MODE: RefusalReason.NOT_AUTHORISED,
    Rejection.UNACCEPTABLE: RefusalReason.UNSUPPORTED_FORMAT,
    Rejection.CONFLICT: RefusalReason.BUSY,
    Rejection.NOT_SUPPORTED_MEDIA: RefusalReason.UNSUPPORTED_FORMAT,
    Rejection.LOCKED: RefusalReason.BUSY,
    Rejection.DOWN: RefusalReason.NO_ANSWER,
}


class SrtRefused(ConferenceError):
    """The other side does not take us, or is not there."""

    def __init__(self, reason: RefusalReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class SrtBroken(ConferenceError):
    """The connection is over: the other side ended it, or was silent for too long."""


@dataclass(frozen=True, slots=True)
class CallOptions:
    """How to call. ``latency`` in milliseconds, ``idle_limit`` in seconds of silence after which the connection counts
    as broken. The passphrase is never shown by ``repr``."""

    latency: int = 120
    stream_id: str = ""
    passphrase: str | None = field(default=None, repr=False)
    idle_limit: float = 5.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A host's address for UDP, as Python and as C say it."""

    family: int
    address: tuple[Any, ...]

    @property
    def c_address(self) -> bytes:
        """A ``struct sockaddr_in`` or ``_in6``."""
        host, port = str(self.address[0]), int(self.address[1])
        if sys.platform == "darwin":
            ahead = struct.pack("=BB", 16 if self.family == socket.AF_INET else 28, self.family)
        else:
            ahead = struct.pack("=H", self.family)
        if self.family == socket.AF_INET:
            return ahead + struct.pack("!H", port) + socket.inet_pton(self.family, host) + bytes(8)
        flow, scope = int(self.address[2]), int(self.address[3])
        network = socket.inet_pton(self.family, host.split("%")[0])
        return ahead + struct.pack("!HI", port, flow) + network + struct.pack("=I", scope)


def resolved(host: str, port: int, within: float) -> Endpoint:
    """Looks a host up. Silent name servers are waited for ``within`` seconds.

    Raises `SrtRefused` (unknown host).
    """
    found: list[Endpoint] = []

    def look() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
        except (OSError, UnicodeError):
            return
        # As libVLC and FFmpeg do with SRT: the system's first choice.
        found.extend(Endpoint(family, address) for family, *_, address in answers[:1])

    asking = threading.Thread(target=look, name="srt name", daemon=True)
    asking.start()
    asking.join(within)
    if not found:
        raise SrtRefused(RefusalReason.UNKNOWN_HOST)
    return found[0]


class SrtConnection:
    """Made unconnected; `call` connects. Not for several threads at once, except that ``is_unwanted`` is asked about
    twenty times a second and may become true at any time."""

    def __init__(self, is_unwanted: Callable[[], bool]) -> None:
        """Raises `SrtMissing`. Close it in any case."""
        self._srt = srt_library.enter()
        self._entered = True
        self._is_unwanted = is_unwanted
        self._socket: int = INVALID
        self._poll: int = INVALID
        self._watched = 0
        self._message = ctypes.create_string_buffer(LARGEST_PAYLOAD)

    def call(self, endpoint: Endpoint, options: CallOptions, within: float) -> None:
        """Connect as caller. Raises `SrtRefused`, and `SrtBroken` if it became unwanted meanwhile."""
        if self._socket != INVALID:
            raise RuntimeError("call one connection once")
        self._socket = self._srt.srt_create_socket()
        self._poll = self._srt.srt_epoll_create()
        if self._socket == INVALID or self._poll == INVALID:
            raise SrtBroken("no socket")
        self._set(Option.RCVSYN, ctypes.c_int(0))
        self._set(Option.SNDSYN, ctypes.c_int(0))
        self._set(Option.LINGER, Linger(0, 0))
        self._set(Option.CONNTIMEO, ctypes.c_int(int(within * 1000)))
        self._set(Option.RCVLATENCY, ctypes.c_int(options.latency))
        self._set(Option.PEERLATENCY, ctypes.c_int(options.latency))
        self._set(Option.PEERIDLETIMEO, ctypes.c_int(int(options.idle_limit * 1000)))
        if options.stream_id:
            self._set_text(Option.STREAMID, options.stream_id)
        if options.passphrase:
            if not SHORTEST_PASSPHRASE <= len(options.passphrase.encode()) <= LONGEST_PASSPHRASE:
                raise SrtRefused(RefusalReason.WRONG_PASSPHRASE)  # libsrt has no such passphrase, so it cannot be right
            self._set_text(Option.PASSPHRASE, options.passphrase)
        self._watch(EPOLL_OUT | EPOLL_ERR)
        address = endpoint.c_address
        if self._srt.srt_connect(self._socket, address, len(address)) == INVALID:
            raise self._refusal(options)
        # libsrt looks at its time limit itself; ours is for the case that it does not.
        ends = time.monotonic() + within + 1.0
        while True:
            self._wait()
            state = self.state
            if state is SocketState.CONNECTED:
                self._watch(EPOLL_IN | EPOLL_ERR)
                return
            if self._is_unwanted() or srt_library.ending.is_set():
                raise SrtBroken("unwanted")
            if state not in (SocketState.CONNECTING, SocketState.OPENED, SocketState.INIT):
                raise self._refusal(options)
            if time.monotonic() > ends:
                raise SrtRefused(RefusalReason.NO_ANSWER)

    @property
    def state(self) -> SocketState:
        return SocketState(self._srt.srt_getsockstate(self._socket))

    @property
    def latency(self) -> int:
        """Milliseconds, as both sides agreed on: the larger wish."""
        value, size = ctypes.c_int(0), ctypes.c_int(4)
        self._srt.srt_getsockflag(self._socket, Option.RCVLATENCY, ctypes.byref(value), ctypes.byref(size))
        return value.value

    @property
    def statistics(self) -> Statistics | None:
        return read_statistics(self._srt, self._socket) if self._socket != INVALID else None

    def receive(self) -> bytes:
        """What is due now, many messages at once; empty after a short wait in which nothing was.

        Raises `SrtBroken`.
        """
        if srt_library.ending.is_set():
            raise SrtBroken
        parts: list[bytes] = []
        while len(parts) < 64:
            got = self._srt.srt_recvmsg(self._socket, self._message, LARGEST_PAYLOAD)
            if got > 0:
                parts.append(self._message.raw[:got])
                continue
            if parts:
                break
            if got == 0 or self._last_error() != Error.WOULD_BLOCK:
                raise SrtBroken
            if not self._wait():
                break
        return b"".join(parts)

    def send(self, message: bytes) -> bool:
        """At most `LARGEST_PAYLOAD` bytes. False if the line cannot take it now. Raises `SrtBroken`."""
        if srt_library.ending.is_set() or self._socket == INVALID:
            raise SrtBroken
        if self._srt.srt_sendmsg(self._socket, message, len(message), -1, 1) != INVALID:
            return True
        if self._last_error() in (Error.WOULD_BLOCK_SENDING, Error.CONGESTED):
            return False
        raise SrtBroken

    def close(self) -> None:
        """Ends at once, and says so to the other side. May be called again."""
        if self._poll != INVALID:
            self._srt.srt_epoll_release(self._poll)
        if self._socket != INVALID:
            self._srt.srt_close(self._socket)
        self._socket = self._poll = INVALID
        if self._entered:
            self._entered = False
            srt_library.leave()

    def _wait(self) -> bool:
        """Whether something happened within a short time."""
        ready, count = ctypes.c_int(0), ctypes.c_int(1)
        broken, broken_count = ctypes.c_int(0), ctypes.c_int(1)
        sockets = (ctypes.byref(ready), ctypes.byref(count), ctypes.byref(broken), ctypes.byref(broken_count))
        return bool(self._srt.srt_epoll_wait(self._poll, *sockets, _LOOK_EVERY, None, None, None, None) > 0)

    def _watch(self, events: int) -> None:
        self._srt.srt_epoll_add_usock(self._poll, self._socket, ctypes.byref(ctypes.c_int(events)))

    def _refusal(self, options: CallOptions) -> SrtRefused:
        code = self._srt.srt_getrejectreason(self._socket)
        if code == Rejection.UNSECURE:
            wanted = options.passphrase is None
            return SrtRefused(RefusalReason.PASSPHRASE_NEEDED if wanted else RefusalReason.PASSPHRASE_NOT_EXPECTED)
        other = RefusalReason.NOT_AUTHORISED if code >= _SERVERS_OWN_CODES else RefusalReason.NO_ANSWER
        return SrtRefused(_REASONS.get(code, other))

    def _last_error(self) -> int:
        return int(self._srt.srt_getlasterror(None))

    def _set(self, option: Option, value: ctypes.c_int | Linger) -> None:
        if self._srt.srt_setsockflag(self._socket, option, ctypes.byref(value), ctypes.sizeof(value)) == INVALID:
            raise SrtBroken(f"option {option.name}")

    def _set_text(self, option: Option, text: str) -> None:
        written = text.encode()
        room = ctypes.create_string_buffer(written, len(written))
        try:
            if self._srt.srt_setsockflag(self._socket, option, room, len(written)) == INVALID:
                raise SrtBroken(f"option {option.name}")
        finally:
            ctypes.memset(room, 0, len(written))
