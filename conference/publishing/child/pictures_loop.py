"""Two threads: one takes pictures from whatever is shown (and takes a lost device again), the other encodes the newest
at a steady pace, so that a source that stands still never stops what is sent."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from ..messages import SelfPicture, ShowPicture
from ..model import DeviceTrouble, Shareable
from .av_encoding import VideoEncoder, parameter_sets
from .av_pictures import Fitting, Shrinking, SourceTrouble, camera_pictures, picture_of, shared_pictures
from .line import Packet

_AGAIN = 1.5
"""Seconds before a device that failed is tried again."""
_STILL = 0.2
"""A picture that does not change is sent again so often: receivers take silence for a lost line."""
_SOON = 0.04
"""A new one is sent again so soon: from MPEG-TS receivers know that a picture is whole when the next one begins."""
_KEY_EVERY = 1.0
_SELF_EVERY = 0.08
_SELF_WIDTH = 320
_SHARED_RATE = 10
_STILL_RATE = 10


class PicturesLoop:
    """``send`` gets packets, ``show`` the self-view's pictures, ``changed`` hears of troubles; all from its threads."""

    def __init__(
        self,
        size: tuple[int, int],
        frames_per_second: int,
        began: float,
        send: Callable[[Packet], None],
        show: Callable[[SelfPicture], None],
        changed: Callable[[], None],
    ) -> None:
        self._size = size
        self._full_rate = frames_per_second
        self._began = began
        self._send = send
        self._show = show
        self._changed = changed
        self._lock = threading.Condition()
        self._wanted = 0
        """Grows with each wish; a source whose number is older ends."""
        self._camera = ""
        self._camera_on = False
        self._shared: Shareable | None = None
        self._newest: Any = None
        self._page: Any = None
        self._card: Any = None
        self._moments: deque[float] = deque(maxlen=31)
        self.sharing_pictures = False
        self.camera_trouble = DeviceTrouble.NONE
        self.sharing_trouble = DeviceTrouble.NONE
        self.bit_rate: Callable[[], int] = lambda: 1_500_000
        self.key_wanted = threading.Event()
        self.parameter_sets: tuple[bytes, bytes] | None = None

    def start(self) -> None:
        threading.Thread(target=self._capture, name="pictures", daemon=True).start()
        threading.Thread(target=self._encode, name="encoder", daemon=True).start()

    @property
    def camera(self) -> str:
        return self._camera

    @property
    def camera_on(self) -> bool:
        return self._camera_on

    @property
    def shared(self) -> Shareable | None:
        return self._shared

    @property
    def frames_per_second(self) -> float:
        moments = list(self._moments)
        if len(moments) < 2 or time.monotonic() - moments[-1] > 1.5:
            return 0.0
        return round((len(moments) - 1) / max(0.001, moments[-1] - moments[0]), 1)

    def use_camera(self, device: str, on: bool) -> None:
        with self._lock:
            if (device, on) == (self._camera, self._camera_on):
                return
            self._camera, self._camera_on = device, on
            self.camera_trouble = DeviceTrouble.NONE if device or not on else DeviceTrouble.MISSING
            self._wish()

    def share(self, what: Shareable | None) -> None:
        with self._lock:
            self._shared, self._page = what, None
            self.sharing_pictures = False
            self.sharing_trouble = DeviceTrouble.NONE
            self._wish()

    def show_picture(self, picture: ShowPicture) -> None:
        """Raises `ValueError` for pixels that are no picture."""
        frame = picture_of(picture.width, picture.height, picture.pitch, picture.pixels)
        with self._lock:
            if picture.card:
                self._card = frame
            else:
                if not self.sharing_pictures:
                    self._shared = None
                    self.sharing_pictures = True
                    self._wish()
                self._page = frame
            self._lock.notify_all()

    def _wish(self) -> None:
        self._wanted += 1
        self._newest = None
        self._lock.notify_all()

    # --- capture ------------------------------------------------------------------------------------------------------

    def _capture(self) -> None:
        while True:
            with self._lock:
                wanted = self._wanted
                source = self._source()
                if source is None:
                    self._lock.wait_for(lambda wanted=wanted: self._wanted != wanted)  # type: ignore[misc]
                    continue
                for_camera = self._shared is None
            try:
                self._take(source, wanted, for_camera)
            except SourceTrouble as error:
                self._trouble(error.trouble, wanted, for_camera)

    def _source(self) -> Iterator[Any] | None:
        if self.sharing_pictures:
            return None
        if self._shared is not None:
            return shared_pictures(self._shared, _SHARED_RATE, os.environ.get("DISPLAY", ""))
        if self._camera_on and self._camera:
            return camera_pictures(self._camera, self._size, self._full_rate)
        return None

    def _take(self, source: Iterator[Any], wanted: int, for_camera: bool) -> None:
        first = True
        for frame in source:
            with self._lock:
                if self._wanted != wanted:
                    break
                self._newest = frame
                self._lock.notify_all()
            if first:
                first = False
                self._set_trouble(DeviceTrouble.NONE, for_camera)
        source.close()  # type: ignore[attr-defined]

    def _trouble(self, trouble: DeviceTrouble, wanted: int, for_camera: bool) -> None:
        had_pictures = self._newest is not None
        if trouble in (DeviceTrouble.FAILED, DeviceTrouble.MISSING) and had_pictures:
            trouble = DeviceTrouble.GONE
        was = self.camera_trouble if for_camera else self.sharing_trouble
        if trouble is DeviceTrouble.MISSING and was is DeviceTrouble.GONE:
            trouble = DeviceTrouble.GONE  # still
        self._set_trouble(trouble, for_camera)
        with self._lock:
            self._lock.wait_for(lambda: self._wanted != wanted, _AGAIN)

    def _set_trouble(self, trouble: DeviceTrouble, for_camera: bool) -> None:
        name = "camera_trouble" if for_camera else "sharing_trouble"
        if getattr(self, name) is not trouble:
            setattr(self, name, trouble)
            self._changed()

    # --- encode -------------------------------------------------------------------------------------------------------

    def _encode(self) -> None:
        fitting, shrinking = Fitting(self._size), Shrinking()
        encoder: VideoEncoder | None = None
        dark = picture_of(64, 36, 256, bytes((18, 13, 10, 255)) * 64 * 36)
        shown: Any = None
        key_at = self_at = changed_at = float("-inf")
        due = 0.0
        while True:
            before = shown
            shown = self._next_picture(shown, due, time.monotonic() - changed_at < 2 * _SOON)
            now = time.monotonic()
            if shown is not before:
                changed_at = now
            bits, rate = self.bit_rate(), self._rate()
            due = due + 1 / rate if due > now - 1 / rate else now
            fitted = fitting.fitted(shown if shown is not None else dark)
            if encoder is None or abs(encoder.bit_rate - bits) > 0.02 * bits or encoder.frames_per_second != rate:
                encoder = VideoEncoder(self._size, rate, bits)
            moment = now - self._began
            wants_key = self.key_wanted.is_set() or moment - key_at >= _KEY_EVERY
            self.key_wanted.clear()
            self._moments.append(now)
            for packet in encoder.encode(fitted, moment, wants_key):
                if packet.is_key:
                    key_at = moment
                    if self.parameter_sets is None:
                        self.parameter_sets = parameter_sets(packet.data)
                self._send(packet)
            if now - self_at >= _SELF_EVERY:
                self_at = now
                from_camera = shown is not None and shown is not self._card and self._shows_camera
                self._show(SelfPicture(*shrinking.small(fitted, _SELF_WIDTH), from_camera))

    def _next_picture(self, shown: Any, due: float, is_new: bool) -> Any:
        """The next one, or after a moment the same again. Where the line is narrow, fewer, each still sharp."""
        with self._lock:
            self._lock.wait_for(lambda: self._seen() is not shown, _SOON if is_new else _STILL)
        if (wait := due - time.monotonic()) > 0.004:
            time.sleep(wait)
        return self._seen()

    @property
    def _shows_camera(self) -> bool:
        return self._camera_on and self._shared is None and not self.sharing_pictures

    def _seen(self) -> Any:
        if self.sharing_pictures:
            return self._page
        if self._shared is not None or (self._camera_on and self._newest is not None):
            return self._newest
        return self._card

    def _rate(self) -> int:
        if self.sharing_pictures:
            return _STILL_RATE
        if self._shared is not None:
            return _SHARED_RATE
        return self._full_rate if self.bit_rate() >= 500_000 else max(10, self._full_rate // 2)
