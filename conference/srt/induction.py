"""Asks an SRT listener for its cookie, the first step of every call (draft-sharabayko-srt, "Caller-Listener
Handshake"): the answer shows that somebody is there and how long the way is, and leaves nothing at either end."""

from __future__ import annotations

import os
import socket
import struct
import time

_HANDSHAKE = 0x8000_0000
_INDUCTION = 1
_HEADER = struct.Struct("!IIII")
_BODY = struct.Struct("!IHHIIIIII")
_PEER = bytes(16)
_MOST_UNANSWERED = 64


class LineProbe:
    """One UDP socket to one listener. `ask` and `listen` never wait longer than they are told."""

    def __init__(self, family: int, address: tuple[str, int] | tuple[str, int, int, int]) -> None:
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        self._socket.connect(address)
        self._asked: dict[int, float] = {}
        self.round_trips: list[float] = []
        """Milliseconds, in the order of the answers."""
        self.asked_at = 0.0
        self.was_closed = False
        """Whether the other PC said that nobody listened there: who answers now has started since."""

    def ask(self) -> None:
        number = int.from_bytes(os.urandom(4), "big") >> 2 | 1
        while len(self._asked) >= _MOST_UNANSWERED:
            self._asked.pop(next(iter(self._asked)))
        body = _BODY.pack(4, 0, 2, number, 1500, 8192, _INDUCTION, number, 0) + _PEER
        self.asked_at = self._asked[number] = time.monotonic()
        self._socket.settimeout(0.1)
        try:
            self._socket.send(_HEADER.pack(_HANDSHAKE, 0, 0, 0) + body)
        except OSError:  # nobody listens there (yet), or no way there at the moment
            return

    def listen(self, within: float) -> bool:
        """Whether an answer came within so many seconds."""
        ends = time.monotonic() + within
        while True:
            left = ends - time.monotonic()
            if self._take(max(left, 0.001)):
                return True
            if left <= 0:
                return False

    def _take(self, within: float) -> bool:
        self._socket.settimeout(within)
        try:
            answer = self._socket.recv(2048)
        except TimeoutError:
            return False
        except OSError:  # told that the port is closed
            self.was_closed = True
            time.sleep(min(0.005, within))
            return False
        if len(answer) < _HEADER.size + _BODY.size or _HEADER.unpack_from(answer)[0] != _HANDSHAKE:
            return False
        asked_at = self._asked.pop(_HEADER.unpack_from(answer)[3], None)
        if asked_at is None:
            return False
        self.round_trips.append((time.monotonic() - asked_at) * 1000)
        return True

    def close(self) -> None:
        self._socket.close()
