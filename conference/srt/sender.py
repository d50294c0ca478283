"""Sends one's own stream to a receiver that waits for it: MPEG-TS in, SRT out. Used by what publishes the camera."""

from __future__ import annotations

import threading
import time

from ..model import AddressScheme, LineHealth
from ..site_address import SiteAddress
from .connection import CallOptions, SrtConnection, resolved
from .line_meter import LineMeter
from .srt_library import LIVE_PAYLOAD

_ANSWER_WITHIN = 4.0


class SrtSender:
    """One connection, made by `connect`. `send` and `connect` belong to one thread; `close` may be called from any."""

    def __init__(
        self,
        address: SiteAddress,
        passphrase: str | None = None,
        latency: int = 120,
        answer_within: float = _ANSWER_WITHIN,
    ) -> None:
        """``latency`` in milliseconds: what the receiver is asked to wait for lost packets to be sent again. It may
        want more. Raises `SrtMissing`, and `ValueError` for an address that is not SRT."""
        if address.scheme is not AddressScheme.SRT:
            raise ValueError("not an SRT address")
        self._address = address
        self._options = CallOptions(latency=latency, stream_id=address.stream_id, passphrase=passphrase)
        self._answer_within = answer_within
        self._unwanted = threading.Event()
        self._busy = threading.Lock()
        self._connection = SrtConnection(self._unwanted.is_set)
        self._meter = LineMeter(time.monotonic(), sending=True)
        self.bytes_sent = 0
        self.messages_given_up = 0
        """Messages that found no room: the line carries less than is sent. The picture is made smaller, or breaks."""

    def connect(self) -> None:
        """Wait for the receiver's answer. Raises `SrtRefused` (``reason`` says why), `SrtBroken` if closed first."""
        ends = time.monotonic() + self._answer_within
        endpoint = resolved(self._address.host, self._address.port, self._answer_within)
        with self._busy:
            self._connection.call(endpoint, self._options, max(0.5, ends - time.monotonic()))

    def send(self, data: bytes | bytearray | memoryview) -> int:
        """Sends ``data`` (whole packets of MPEG-TS) at once, in messages of at most seven packets. Never waits for the
        line: what it cannot take is counted in `messages_given_up`, since a late picture is worth nothing.

        Returns the number of bytes taken in. Raises `SrtBroken` when the connection is over.
        """
        whole = bytes(data)
        with self._busy:
            for begin in range(0, len(whole), LIVE_PAYLOAD):
                message = whole[begin : begin + LIVE_PAYLOAD]
                if self._connection.send(message):
                    self.bytes_sent += len(message)
                else:
                    self.messages_given_up += 1
        return len(whole)

    write = send
    """So that a muxer can write into it as into a file."""

    def line(self) -> LineHealth | None:
        """How the line to the receiver is: round trip, share of packets that were lost at first, bits a second. Ask it
        about twice a second, on the thread that sends."""
        with self._busy:
            statistics = self._connection.statistics
            if statistics is None:
                return None
            self._meter.take(time.monotonic(), statistics)
            return self._meter.health()

    @property
    def latency(self) -> int:
        """Milliseconds, as agreed with the receiver."""
        return self._connection.latency

    def close(self) -> None:
        """Ends the connection; a `connect` that still waits raises `SrtBroken`. May be called again."""
        self._unwanted.set()
        with self._busy:
            self._connection.close()
