"""One thread hears the microphone, measures it, and sends it or silence. A microphone that is muted is still measured:
she is told when she speaks and nobody hears her."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from ..messages import Level
from ..model import DeviceTrouble
from .av_encoding import SOUND_FRAME, SOUND_RATE, SoundEncoder
from .av_pictures import SourceTrouble
from .av_sounds import BLOCK, SILENCE, microphone_blocks, paced, peak, silence
from .line import Packet

_AGAIN = 1.5
_LEVEL_EVERY = 0.08
_SPEECH = 0.06
"""Louder than a room is, softer than speech near a microphone."""
_SPEECH_OF = 40
"""Blocks: the last 0.85 s, a third of which must be speech."""
_SILENT_FOR = 0.3
_APART = 0.1
"""Seconds by which counted samples may leave the clock before they are set right."""


class SoundsLoop:
    """``send`` gets packets, ``tell`` the levels, ``changed`` hears of troubles; all from its threads."""

    def __init__(
        self, began: float, send: Callable[[Packet], None], tell: Callable[[Level], None], changed: Callable[[], None]
    ) -> None:
        self._began = began
        self._send = send
        self._tell = tell
        self._changed = changed
        self._encoder = SoundEncoder()
        self._lock = threading.Condition()
        self._wanted = 0
        self._device = ""
        self._next = 0.0
        self._loudest = 0.0
        self._told_at = self._heard_at = 0.0
        self._heard: deque[bool] = deque(maxlen=_SPEECH_OF)
        self._feeding = threading.Lock()
        self.muted = True
        self.present: frozenset[str] | None = None
        """Ids of the microphones there are; None where nobody looked yet."""
        self.trouble = DeviceTrouble.NONE

    @property
    def announcement(self) -> tuple[int, int, bytes]:
        return self._encoder.announcement

    @property
    def device(self) -> str:
        return self._device

    def use(self, device: str) -> None:
        """A reader of its own for each device: one that hangs in the system's hands keeps nobody waiting."""
        with self._lock:
            if self._wanted and device == self._device:
                return
            self._wanted += 1
            self._device = device
            self.trouble = DeviceTrouble.NONE if device else DeviceTrouble.MISSING
            wanted = self._wanted
            self._lock.notify_all()
        threading.Thread(target=self._hear, args=(device, wanted), name="microphone", daemon=True).start()
        threading.Thread(target=self._fill_gaps, args=(wanted,), name="silence", daemon=True).start()

    def _hear(self, device: str, wanted: int) -> None:
        while device and self._wanted == wanted:
            try:
                if not self._is_there(device):
                    raise SourceTrouble(DeviceTrouble.MISSING)
                for block in microphone_blocks(device):
                    if self._wanted != wanted:
                        return
                    if not self._is_there(device):
                        raise SourceTrouble(DeviceTrouble.GONE)
                    self._set_trouble(DeviceTrouble.NONE)
                    self._take(block)
            except SourceTrouble as error:
                trouble = error.trouble
                if trouble is DeviceTrouble.MISSING and self.trouble is DeviceTrouble.GONE:
                    trouble = DeviceTrouble.GONE
                self._set_trouble(trouble)
            with self._lock:
                self._lock.wait_for(lambda: self._wanted != wanted, _AGAIN)

    def _is_there(self, device: str) -> bool:
        """A sound server goes on with another source where ours was pulled out, a loudspeaker's own sound even: ours
        is waited for, or another chosen."""
        return self.present is None or device in self.present

    def _fill_gaps(self, wanted: int) -> None:
        """While no microphone gives anything, silence goes on the line: a receiver waits for the sound it was
        promised."""
        while self._wanted == wanted:
            if time.monotonic() - self._heard_at < _SILENT_FOR:
                time.sleep(0.05)
                continue
            for block in paced(silence()):
                if self._wanted != wanted or time.monotonic() - self._heard_at < _SILENT_FOR:
                    break
                self._feed(block)

    def _take(self, block: bytes) -> None:
        loud = peak(block)
        self._loudest = max(self._loudest, loud)
        self._heard.append(loud > _SPEECH)
        now = self._heard_at = time.monotonic()
        if now - self._told_at >= _LEVEL_EVERY:
            speaks = self.muted and sum(self._heard) * 3 >= _SPEECH_OF
            self._tell(Level(round(self._loudest, 3), speaks))
            self._told_at, self._loudest = now, 0.0
        self._feed(SILENCE if self.muted else block)

    def _feed(self, block: bytes) -> None:
        with self._feeding:
            begins = time.monotonic() - self._began - BLOCK
            if abs(self._next - begins) > _APART:
                self._next = begins
            moment = max(0.0, self._next)
            self._next += SOUND_FRAME / SOUND_RATE
            for packet in self._encoder.encode(block, moment):
                self._send(packet)

    def _set_trouble(self, trouble: DeviceTrouble) -> None:
        if self.trouble is not trouble:
            self.trouble = trouble
            self._changed()
