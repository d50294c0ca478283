"""A real SRT listener on 127.0.0.1, in this process: takes calls, sends to or hears each caller, and can refuse with
any code. Its own declarations of libsrt's interface, so that it does not share a mistake with the code under test."""

from __future__ import annotations

import contextlib
import ctypes
import socket
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType

_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p
)
_RCVSYN, _LINGER, _PASSPHRASE, _STREAMID = 2, 7, 26, 46
_RCVTIMEO = 14


def _address(port: int) -> bytes:
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H", port) + socket.inet_aton("127.0.0.1") + bytes(8)


@dataclass
class Caller:
    """One accepted connection."""

    socket: int
    stream_id: str
    received: bytearray = field(default_factory=bytearray)
    ended: threading.Event = field(default_factory=threading.Event)


class SrtListener:
    """Listens from its making to `close`. ``feed`` (bytes of MPEG-TS) is sent to each caller, over and over, at about
    ``rate`` bytes a second; without it, callers are heard."""

    def __init__(
        self,
        passphrase: str = "",
        feed: bytes = b"",
        rate: int = 250_000,
        reject: int = 0,
        port: int = 0,
        pause_after: int = 0,
    ) -> None:
        self._srt = ctypes.CDLL("libsrt-gnutls.so.1.5")
        self._srt.srt_startup()
        self._srt.srt_setloglevel(2)
        self._feed, self._rate, self._reject, self._pause_after = feed, rate, reject, pause_after
        self.callers: list[Caller] = []
        self.calls = 0
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []
        self._socket = self._srt.srt_create_socket()
        if passphrase:
            self._set(_PASSPHRASE, passphrase.encode())
        self._set(_RCVSYN, struct.pack("=i", 0))
        self._hook = _CALLBACK(self._asked)
        self._srt.srt_listen_callback(self._socket, self._hook, None)
        assert self._srt.srt_bind(self._socket, _address(port), 16) == 0
        name, size = ctypes.create_string_buffer(28), ctypes.c_int(28)
        self._srt.srt_getsockname(self._socket, name, ctypes.byref(size))
        self.port = int(struct.unpack("!H", name.raw[2:4])[0])
        assert self._srt.srt_listen(self._socket, 8) == 0
        self._start(self._accept)

    @property
    def address(self) -> str:
        return f"srt://127.0.0.1:{self.port}"

    @property
    def received(self) -> bytes:
        return b"".join(bytes(caller.received) for caller in self.callers)

    def drop_callers(self) -> None:
        """Ends the connections, as a server does that is restarted; goes on listening."""
        for caller in self.callers:
            self._srt.srt_close(caller.socket)

    def close(self) -> None:
        self._closing.set()
        self._srt.srt_close(self._socket)
        for thread in self._threads:
            thread.join(5)
        self._srt.srt_cleanup()

    def __enter__(self) -> SrtListener:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _asked(self, _opaque: int, fresh: int, _version: int, _peer: int, _stream_id: bytes) -> int:
        self.calls += 1
        if not self._reject:
            return 0
        self._srt.srt_setrejectreason(fresh, self._reject)
        return -1

    def _accept(self) -> None:
        while not self._closing.is_set():
            fresh = self._srt.srt_accept(self._socket, None, None)
            if fresh < 0:
                time.sleep(0.01)
                continue
            name, size = ctypes.create_string_buffer(513), ctypes.c_int(512)
            self._srt.srt_getsockflag(fresh, _STREAMID, name, ctypes.byref(size))
            caller = Caller(fresh, name.raw[: size.value].decode())
            self.callers.append(caller)
            self._start(self._send if self._feed else self._hear, caller)

    def _send(self, caller: Caller) -> None:
        sent = 0
        for piece in self._pieces():
            while self._pause_after and sent >= self._pause_after and not self._closing.wait(0.05):
                if self._srt.srt_getsockstate(caller.socket) != 5:
                    break
            sent += len(piece)
            if self._srt.srt_sendmsg(caller.socket, piece, len(piece), -1, 1) < 0 or self._closing.is_set():
                break
            time.sleep(len(piece) / self._rate)
        self._srt.srt_close(caller.socket)
        caller.ended.set()

    def _pieces(self) -> Iterator[bytes]:
        while True:
            for begin in range(0, len(self._feed), 1316):
                yield self._feed[begin : begin + 1316]

    def _hear(self, caller: Caller) -> None:
        room = ctypes.create_string_buffer(1456)
        while not self._closing.is_set():
            got = self._srt.srt_recvmsg(caller.socket, room, 1456)
            if got > 0:
                caller.received += room.raw[:got]
            elif self._srt.srt_getsockstate(caller.socket) != 5:
                break
            else:
                time.sleep(0.005)
        self._srt.srt_close(caller.socket)
        caller.ended.set()

    def _set(self, option: int, value: bytes) -> None:
        with contextlib.suppress(OSError):
            assert self._srt.srt_setsockflag(self._socket, option, value, len(value)) == 0

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()
