"""Which cameras and microphones there are, by the names people know them by. Looked at every few seconds, so that what
is plugged in or pulled out is noticed."""

from __future__ import annotations

import sys
from pathlib import Path

import av
import av.device

from ..model import TEST_PICTURE, TEST_TONE, Device, DeviceKind
from . import pulse

_VIDEO_CLASS = Path("/sys/class/video4linux")


def all_devices() -> tuple[Device, ...]:
    """Cameras, then microphones; the two test devices last of each."""
    return (
        *cameras(),
        Device(TEST_PICTURE, DeviceKind.CAMERA, ""),
        *microphones(),
        Device(TEST_TONE, DeviceKind.MICROPHONE, "", cancels_echo=True),
    )


def cameras(video_class: Path = _VIDEO_CLASS) -> tuple[Device, ...]:
    if sys.platform == "linux":
        return _linux_cameras(video_class)
    return _enumerated("video", DeviceKind.CAMERA)


def microphones() -> tuple[Device, ...]:
    if sys.platform != "linux":
        return _enumerated("audio", DeviceKind.MICROPHONE)
    try:
        return pulse.microphones()
    except pulse.NoPulse:
        return _alsa_microphones()


def _linux_cameras(video_class: Path) -> tuple[Device, ...]:
    """A camera has several nodes; the first (index 0) gives pictures, the others descriptions of them."""
    found = []
    for node in sorted(video_class.glob("video*"), key=lambda one: int(one.name[5:]) if one.name[5:].isdigit() else 0):
        try:
            if (node / "index").read_text().strip() not in ("", "0"):
                continue
            name = (node / "name").read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            continue
        found.append(Device(f"/dev/{node.name}", DeviceKind.CAMERA, _once(name) or node.name))
    return tuple(found)


def _once(name: str) -> str:
    """Many cameras say "HD Webcam: HD Webcam"."""
    first, _, second = name.partition(": ")
    return first if second and (second.startswith(first) or first.startswith(second)) else name


def _alsa_microphones() -> tuple[Device, ...]:
    """Without a sound server: ALSA's default, if there is a card that records at all."""
    try:
        records = any("capture" in line for line in Path("/proc/asound/pcm").read_text().splitlines())
        cards = Path("/proc/asound/cards").read_text().splitlines()
    except OSError:
        return ()
    names = [line.partition(" - ")[2].strip() for line in cards if " - " in line]
    return (Device("alsa:default", DeviceKind.MICROPHONE, names[0] if names else "ALSA"),) if records else ()


def _enumerated(media: str, kind: DeviceKind) -> tuple[Device, ...]:
    """DirectShow and AVFoundation tell by themselves."""
    system = "dshow" if sys.platform == "win32" else "avfoundation"
    try:
        found = av.device.enumerate_input_devices(system)
    except (av.FFmpegError, OSError, ValueError):
        return ()
    own = [one for one in found if not one.media_types or media in one.media_types]
    own = [one for one in own if not one.description.startswith("Capture screen")]
    own.sort(key=lambda one: not one.is_default)
    return tuple(
        Device(one.name, kind, one.description or one.name, pulse.cancels_echo(one.name, one.description))
        for one in own
    )
