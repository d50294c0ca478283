"""Keeps the line to the receiver: connects, sends, sets how many bits the picture may have, comes back after a loss.
One thread, which alone knows the senders."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ...errors import AddressInvalid, SchemeRefused
from ...model import AddressScheme, Receiver, SiteCredentials
from ...site_address import SiteAddress, parse_site_address
from ..model import FINAL_REFUSALS, PublishRefusal, PublishState
from .line import PacketQueue, Rate, RatePolicy, adjusted, back_off
from .rtsp_sender import LineLost, Refused, RtspSender, Tracks

_KNOCK_AGAIN = 8.0
"""How often a receiver that was not there at first is tried quietly: it may simply come later than we."""


class Sender(Protocol):
    @property
    def loss(self) -> float: ...
    def connect(self, tracks: Tracks, began: float) -> None: ...
    def step(self, timeout: float = 0.05) -> bool: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class LineState:
    state: PublishState = PublishState.CONNECTING
    refusal: PublishRefusal | None = None
    attempt: int = 0


class OnTheLine:
    """``tracks`` gives what is to be announced, or None until the first picture is encoded; ``changed`` is called on
    this thread whenever `now` is another."""

    def __init__(
        self,
        receiver: Receiver,
        credentials: SiteCredentials,
        queue: PacketQueue,
        policy: RatePolicy,
        tracks: Callable[[], Tracks | None],
        began: float,
        changed: Callable[[], None],
    ) -> None:
        self._receiver = receiver
        self._credentials = credentials
        self._queue = queue
        self._policy = policy
        self._tracks = tracks
        self._began = began
        self._changed = changed
        self._again = threading.Event()
        self._closing = threading.Event()
        self.now = LineState()
        self.rate = Rate(policy.highest, time.monotonic())
        self._thread = threading.Thread(target=self._run, name="line", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def authorise(self, credentials: SiteCredentials) -> None:
        self._credentials = credentials
        self._again.set()

    def close(self, within: float = 1.0) -> None:
        self._closing.set()
        self._again.set()
        self._thread.join(within)

    def _run(self) -> None:
        try:
            address = parse_site_address(self._receiver.address)
        except SchemeRefused:
            self._say(LineState(PublishState.REFUSED, PublishRefusal.SCHEME))
            return
        except AddressInvalid:
            self._say(LineState(PublishState.REFUSED, PublishRefusal.ADDRESS))
            return
        if address.scheme is AddressScheme.HTTPS:
            self._say(LineState(PublishState.REFUSED, PublishRefusal.SCHEME))
            return
        was_on_air, attempt = False, 0
        while not self._closing.is_set():
            tracks = self._tracks()
            if tracks is None:
                self._closing.wait(0.02)
                continue
            pause = 0.0
            try:
                with_line = self._made(address)
                try:
                    with_line.connect(tracks, self._began)
                    was_on_air, attempt = True, 0
                    self._on_air(with_line)
                finally:
                    with_line.close()
            except Refused as refusal:
                if refusal.reason in FINAL_REFUSALS or not was_on_air:
                    self._say(LineState(PublishState.REFUSED, refusal.reason))
                    pause = float("inf") if refusal.reason in FINAL_REFUSALS else _KNOCK_AGAIN
                    was_on_air = was_on_air and refusal.reason not in FINAL_REFUSALS
                else:
                    pause = self._lost(attempt)
                    attempt += 1
            except LineLost:
                pause = self._lost(attempt)
                attempt += 1
            self._wait(pause)

    def _made(self, address: SiteAddress) -> Sender:
        if address.scheme is AddressScheme.SRT:
            from .srt_line import SrtLine

            return SrtLine(address, self._credentials, self._receiver.ca_file, self._queue)
        return RtspSender(address, self._credentials, self._receiver.ca_file, self._queue)

    def _on_air(self, sender: Sender) -> None:
        looked_at = 0.0
        self.rate = adjusted(self.rate, self._policy, time.monotonic(), 0.0)
        while not self._closing.is_set():
            moves = sender.step()
            now = time.monotonic()
            if now - looked_at >= 0.1:
                looked_at = now
                self.rate = adjusted(self.rate, self._policy, now, self._queue.age(), sender.loss)
            if moves:
                self._say(LineState(PublishState.POOR if self.rate.is_poor else PublishState.ON_AIR))
            else:
                self._say(LineState(PublishState.LOST))

    def _lost(self, attempt: int) -> float:
        self._say(LineState(PublishState.LOST, attempt=attempt + 1))
        return back_off(attempt, random.random())  # noqa: S311 - spreads the tries

    def _wait(self, pause: float) -> None:
        if pause and self._again.wait(None if pause == float("inf") else pause):
            self._again.clear()
            if not self._closing.is_set():
                self._say(LineState(PublishState.CONNECTING))

    def _say(self, state: LineState) -> None:
        if state != self.now:
            self.now = state
            self._changed()
