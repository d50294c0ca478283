"""Publishes over SRT: MPEG-TS through libsrt in this process. The same face as `rtsp_sender`."""

from __future__ import annotations

import threading

from ...model import RefusalReason, SiteCredentials
from ...site_address import SiteAddress
from ...srt import SrtBroken, SrtMissing, SrtRefused, SrtSender
from ..model import PublishRefusal
from .line import PacketQueue
from .rtsp_sender import LineLost, Refused, Tracks
from .ts_packets import TransportStream

_REASONS = {
    RefusalReason.UNKNOWN_HOST: PublishRefusal.UNKNOWN_HOST,
    RefusalReason.NOT_FOUND: PublishRefusal.NOT_FOUND,
    RefusalReason.NO_ANSWER: PublishRefusal.NO_ANSWER,
}


class SrtLine:
    """One connection: `connect`, then `step` again and again."""

    def __init__(self, address: SiteAddress, credentials: SiteCredentials, ca_file: str, queue: PacketQueue) -> None:
        """Raises `Refused` where libsrt is not on this PC."""
        try:
            self._sender = SrtSender(address, credentials.passphrase or None)
        except SrtMissing:
            raise Refused(PublishRefusal.NOT_AVAILABLE) from None
        self._has_passphrase = bool(credentials.passphrase)
        self._queue = queue
        self._awake = threading.Event()
        self._stream: TransportStream | None = None
        self._given_up = 0
        self.loss = 0.0

    def connect(self, tracks: Tracks, began: float) -> None:
        """Raises `Refused` or `LineLost`."""
        try:
            self._sender.connect()
        except SrtRefused as refusal:
            if refusal.reason in _REASONS:
                raise Refused(_REASONS[refusal.reason]) from None
            wanted = PublishRefusal.NOT_AUTHORISED if self._has_passphrase else PublishRefusal.CREDENTIALS_WANTED
            raise Refused(wanted) from None
        except (SrtBroken, OSError):
            raise LineLost from None
        self._stream = TransportStream(tracks.sound)
        self._queue.restart()
        self._queue.on_put = self._awake.set

    def step(self, timeout: float = 0.05) -> bool:
        """Send what there is, wait for more; whether the line takes it. Raises `LineLost`."""
        assert self._stream is not None
        self._awake.wait(timeout)
        self._awake.clear()
        try:
            while (packet := self._queue.take()) is not None:
                self._sender.send(self._stream.packets(packet))
        except SrtBroken:
            raise LineLost from None
        given_up = self._sender.messages_given_up
        self.loss = 1.0 if given_up > self._given_up else 0.0
        self._given_up = given_up
        return self.loss == 0.0

    def close(self) -> None:
        self._queue.on_put = lambda: None
        self._sender.close()
