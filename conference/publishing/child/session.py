"""One session of the publishing process: does what the desk asks, says what is true."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from ..messages import (
    Authorise,
    Begin,
    Devices,
    ListShareables,
    Mute,
    Share,
    Shareables,
    ShowPicture,
    StateNow,
    TurnCamera,
    UseDevice,
)
from ..model import TEST_PICTURE, TEST_TONE, Device, DeviceKind, OwnState, PublishState
from .av_devices import all_devices
from .line import Packet, PacketQueue, RatePolicy
from .on_the_line import OnTheLine
from .pictures_loop import PicturesLoop
from .rtsp_sender import Tracks
from .sounds_loop import SoundsLoop
from .windows_to_share import screen_may_be_read, windows

_LOOK_EVERY = 2.0
_TELL_EVERY = 1.0
_TESTS = (TEST_PICTURE, TEST_TONE)


class Session:
    """``say`` takes answers from any thread and must not block for long."""

    def __init__(self, begin: Begin, say: Callable[[object], None]) -> None:
        self._begin = begin
        self._say = say
        self._devices: tuple[Device, ...] = ()
        began = time.monotonic()
        self._queue = PacketQueue(time.monotonic)
        self._ending = threading.Event()
        self._told = OwnState()
        self._tell_lock = threading.Lock()
        self._sounds = SoundsLoop(began, self._send, say, self._changed)
        self._pictures = PicturesLoop(begin.size, begin.frames_per_second, began, self._send, say, self._changed)
        self._queue.wants_key = self._pictures.key_wanted
        self._line: OnTheLine | None = None
        if begin.receiver is not None:
            policy = RatePolicy(highest=begin.bit_rate, lowest=min(250_000, begin.bit_rate))
            line = OnTheLine(begin.receiver, begin.credentials, self._queue, policy, self._tracks, began, self._changed)
            self._pictures.bit_rate = lambda: line.rate.bits
            self._line = line

    def start(self) -> None:
        self._pictures.start()
        if self._line is not None:
            self._line.start()
        self._look_at_devices()
        self._pictures.use_camera(self._chosen(DeviceKind.CAMERA, self._begin.camera), self._begin.camera_on)
        self._sounds.use(self._chosen(DeviceKind.MICROPHONE, self._begin.microphone))
        threading.Thread(target=self._watch, name="watch", daemon=True).start()
        self._changed()

    def take(self, ask: object) -> None:
        match ask:
            case Mute(muted):
                self._sounds.muted = muted
            case TurnCamera(on):
                self._pictures.use_camera(
                    self._pictures.camera or self._chosen(DeviceKind.CAMERA, self._begin.camera), on
                )
            case UseDevice(device) if device.kind is DeviceKind.CAMERA:
                self._pictures.use_camera(device.id, self._pictures.camera_on)
            case UseDevice(device):
                self._sounds.use(device.id)
            case Authorise(credentials) if self._line is not None:
                self._line.authorise(credentials)
            case ListShareables():
                threading.Thread(target=self._list_shareables, daemon=True).start()
            case Share(what):
                self._pictures.share(what)
            case ShowPicture():
                try:
                    self._pictures.show_picture(ask)
                except ValueError:
                    return
        self._changed()

    def end(self) -> None:
        """Say goodbye to the receiver."""
        self._ending.set()
        if self._line is not None:
            self._line.close()

    def _send(self, packet: Packet) -> None:
        if self._line is not None:
            self._queue.put(packet)

    def _tracks(self) -> Tracks | None:
        sets = self._pictures.parameter_sets
        return Tracks(sets, self._sounds.announcement) if sets is not None else None

    def _chosen(self, kind: DeviceKind, wanted: str) -> str:
        """What was asked for (it may come later), else the system's first; never a test device by itself."""
        if wanted:
            return wanted
        return next((one.id for one in self._devices if one.kind is kind and one.id not in _TESTS), "")

    def _watch(self) -> None:
        looked_at = time.monotonic()
        while not self._ending.wait(_TELL_EVERY / 4):
            self._changed()
            if time.monotonic() - looked_at >= _LOOK_EVERY:
                self._look_at_devices()
                looked_at = time.monotonic()
                if not self._pictures.camera and (camera := self._chosen(DeviceKind.CAMERA, "")):
                    self._pictures.use_camera(camera, self._pictures.camera_on)
                if not self._sounds.device and (microphone := self._chosen(DeviceKind.MICROPHONE, "")):
                    self._sounds.use(microphone)

    def _look_at_devices(self) -> None:
        devices = all_devices()
        self._sounds.present = frozenset(one.id for one in devices if one.kind is DeviceKind.MICROPHONE)
        if devices != self._devices:
            self._devices = devices
            self._say(Devices(devices))

    def _list_shareables(self) -> None:
        self._say(Shareables(windows(), refused=not screen_may_be_read()))

    def _changed(self) -> None:
        """Say what is true, if it is another than was said."""
        with self._tell_lock:
            state = self._state()
            if state != self._told:
                self._told = state
                self._say(StateNow(state))

    def _state(self) -> OwnState:
        pictures, sounds, line = self._pictures, self._sounds, self._line
        now = line.now if line is not None else None
        microphone = next((one for one in self._devices if one.id == sounds.device), None)
        return OwnState(
            state=now.state if now is not None else PublishState.OFF,
            refusal=now.refusal if now is not None else None,
            attempt=now.attempt if now is not None else 0,
            bit_rate=line.rate.bits if line is not None else 0,
            frames_per_second=round(pictures.frames_per_second),
            muted=sounds.muted,
            camera_on=pictures.camera_on,
            sharing=pictures.shared.kind if pictures.shared is not None else None,
            sharing_pictures=pictures.sharing_pictures,
            camera=pictures.camera,
            microphone=sounds.device,
            camera_trouble=pictures.camera_trouble if pictures.camera_on else type(pictures.camera_trouble).NONE,
            microphone_trouble=sounds.trouble,
            sharing_trouble=pictures.sharing_trouble,
            echo_cancelled=microphone is not None and microphone.cancels_echo,
        )
