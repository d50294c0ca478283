"""Where pictures come from: a camera, a screen or window, the test picture, or pixels the window rendered; each made to
fit the size that is sent, with dark bars where its shape differs. PyAV with FFmpeg's own devices."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Any

import av
import av.filter
import av.logging

from ..model import TEST_PICTURE, DeviceTrouble, Shareable, ShareKind

av.logging.set_level(av.logging.PANIC)

_SILENT_FOR = 4.0
"""A camera that gives nothing for so long is held by nobody and gives nothing to anybody."""


class SourceTrouble(Exception):
    """A source cannot be opened, or ended. ``args``: (`DeviceTrouble`,)."""

    @property
    def trouble(self) -> DeviceTrouble:
        trouble = self.args[0]
        assert isinstance(trouble, DeviceTrouble)
        return trouble


def trouble_of(error: Exception) -> DeviceTrouble:
    """What the system's word means for her."""
    number = getattr(error, "errno", None)
    if number in (errno.EBUSY, errno.EAGAIN):
        return DeviceTrouble.IN_USE
    if number in (errno.EACCES, errno.EPERM):
        return DeviceTrouble.NOT_ALLOWED
    if number in (errno.ENOENT, errno.ENODEV, errno.ENXIO):
        return DeviceTrouble.MISSING
    # DirectShow calls a camera that another program holds an input error like any other
    return DeviceTrouble.IN_USE if sys.platform == "win32" and number == errno.EIO else DeviceTrouble.FAILED


class Fitting:
    """Scales whatever comes into one size, keeping its shape; made anew when the source's size changes."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._made_for: tuple[int, int, str] | None = None
        self._graph: Any = None

    def fitted(self, frame: Any) -> Any:
        """The same picture in yuv420p of our size."""
        if (frame.width, frame.height) == self._size and frame.format.name == "yuv420p":
            return frame
        kind = (frame.width, frame.height, frame.format.name)
        if kind != self._made_for:
            self._graph, self._made_for = self._made(frame), kind
        frame.pts = None
        self._graph.push(frame)
        return self._graph.pull()

    def _made(self, frame: Any) -> Any:
        width, height = self._size
        graph = av.filter.Graph()
        source = graph.add_buffer(
            width=frame.width, height=frame.height, format=frame.format, time_base=Fraction(1, 90_000)
        )
        steps = [
            graph.add(
                "scale",
                f"{width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=fast_bilinear",
            ),
            graph.add("pad", f"{width}:{height}:-1:-1:color=0x0A0D12"),
            graph.add("format", "yuv420p"),
            graph.add("buffersink"),
        ]
        for step in steps:
            source.link_to(step)
            source = step
        graph.configure()
        return graph


def test_picture(size: tuple[int, int], frames_per_second: int) -> Iterator[Any]:
    """A moving picture, as fast as a camera would give it."""
    source = f"testsrc2=size={size[0]}x{size[1]}:rate={frames_per_second}"
    with av.open(source, format="lavfi") as container:
        begun = time.monotonic()
        for number, frame in enumerate(container.decode(video=0)):
            wait = begun + number / frames_per_second - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            yield frame


def camera_pictures(device: str, size: tuple[int, int], frames_per_second: int) -> Iterator[Any]:
    """Frames of a camera until it ends. Raises `SourceTrouble`, at opening or when it was pulled out."""
    if device == TEST_PICTURE:
        yield from test_picture(size, frames_per_second)
        return
    container = _opened_camera(device, size, frames_per_second)
    yield from _frames_of(container)
    raise SourceTrouble(DeviceTrouble.GONE)


def _opened_camera(device: str, size: tuple[int, int], frames_per_second: int) -> Any:
    """As the camera compresses it if it can: an uncompressed 720p does not fit through USB 2 at 30 pictures."""
    wanted = {"video_size": f"{size[0]}x{size[1]}", "framerate": str(frames_per_second)}
    if sys.platform == "win32":
        tries = [wanted | {"rtbufsize": "32M"}, {"rtbufsize": "32M"}]
        kind, name = "dshow", f"video={device}"
    elif sys.platform == "darwin":
        tries = [wanted | {"pixel_format": "uyvy422"}, {"framerate": str(frames_per_second)}]
        kind, name = "avfoundation", f"{device}:none"
    else:
        tries = [wanted | {"input_format": "mjpeg"}, wanted, {}]
        kind, name = "v4l2", device
    trouble = DeviceTrouble.FAILED
    for options in tries:
        try:
            return av.open(name, format=kind, options=options, timeout=(_SILENT_FOR, _SILENT_FOR))
        except (av.FFmpegError, OSError, ValueError) as error:
            trouble = trouble_of(error)
            if trouble is not DeviceTrouble.FAILED:
                break
    raise SourceTrouble(trouble)


def shared_pictures(what: Shareable, frames_per_second: int, display: str) -> Iterator[Any]:
    """A screen or a window, as it changes. Raises `SourceTrouble` where this system lets nobody look, and when a window
    was closed."""
    options = {"framerate": str(frames_per_second), "draw_mouse": "1"}
    left, top, width, height = what.area
    width, height = width - width % 2, height - height % 2
    if sys.platform == "win32":
        name = "desktop" if what.kind is ShareKind.SCREEN else f"hwnd={what.id}"
        if what.kind is ShareKind.SCREEN and width and height:
            options |= {"offset_x": str(left), "offset_y": str(top), "video_size": f"{width}x{height}"}
        kind = "gdigrab"
    elif sys.platform == "darwin":
        name, kind = f"{what.id}:none", "avfoundation"
    else:
        kind, name = "x11grab", display
        if what.kind is ShareKind.SCREEN and width and height:
            name = f"{display}+{left},{top}"
            options["video_size"] = f"{width}x{height}"
        elif what.kind is ShareKind.WINDOW:
            options["window_id"] = what.id
    try:
        container = av.open(name, format=kind, options=options)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise SourceTrouble(trouble_of(error)) from None
    yield from _frames_of(container)
    raise SourceTrouble(DeviceTrouble.GONE)


def _frames_of(container: Any) -> Iterator[Any]:
    """Decoded as they come; a spoilt one is passed over, as a camera spoils its first ones."""
    spoilt = 0
    with container:
        stream = container.streams.video[0]
        stream.thread_type = "NONE"
        packets = container.demux(stream)
        while True:
            try:
                packet = next(packets)
            except StopIteration:
                return
            except (av.FFmpegError, OSError) as error:
                trouble = trouble_of(error)
                raise SourceTrouble(DeviceTrouble.GONE if trouble is DeviceTrouble.FAILED else trouble) from None
            frames: list[Any] = []
            with suppress(av.error.InvalidDataError):
                frames = packet.decode()
            spoilt = 0 if frames else spoilt + 1
            if spoilt > 90:
                raise SourceTrouble(DeviceTrouble.FAILED)
            yield from frames


def picture_of(width: int, height: int, pitch: int, pixels: bytes) -> Any:
    """A frame of BGRA pixels that the window rendered. Raises `ValueError` where they are too few."""
    if width < 2 or height < 2 or width > 4096 or height > 4096 or pitch < width * 4 or len(pixels) < pitch * height:
        raise ValueError("picture")
    frame: Any = av.VideoFrame(width, height, "bgra")
    plane = frame.planes[0]
    if plane.line_size == pitch:
        plane.update(pixels[: pitch * height])
    else:
        row = width * 4
        gap = b"\x00" * (plane.line_size - row)
        plane.update(b"".join(pixels[y * pitch : y * pitch + row] + gap for y in range(height)))
    return frame


class Shrinking:
    """Makes pictures small for the self-view. Keeps its scaler: a new one for each costs thrice the time."""

    def __init__(self) -> None:
        self._scaler: Any = av.video.reformatter.VideoReformatter()

    def small(self, frame: Any, width: int) -> tuple[int, int, int, bytes]:
        """Width, height, pitch and BGRA pixels."""
        height = max(2, round(frame.height * width / frame.width / 2) * 2)
        plane = self._scaler.reformat(frame, width, height, "bgra", interpolation="FAST_BILINEAR").planes[0]
        return width, height, plane.line_size, bytes(plane)
