"""The pictures of a site: libVLC writes them into memory, `newest_frame` lends them. Three buffers: one being
written, one newest, one lent. Nothing here calls libVLC, since its callbacks may not."""

from __future__ import annotations

import ctypes
import threading
from dataclasses import dataclass
from types import ModuleType
from typing import Any

_ALIGNMENT = 64
_COMPARED_AT_ONCE = 64 * 1024
"""Bytes. Both pieces stay in the processor's cache, and the first that differs ends the comparison."""
_MOST_PADDING = 34
"""Up to a multiple of 32, and two rows for motion vectors that look beyond the edge."""
_LARGEST = 7680 * 4320
"""A picture above 8K is an attack on memory, not a conference."""

_LENGTHS = ctypes.POINTER(ctypes.c_uint)
_SETUP = ctypes.CFUNCTYPE(
    ctypes.c_uint, ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p, _LENGTHS, _LENGTHS, _LENGTHS, _LENGTHS
)


@dataclass(frozen=True, slots=True)
class LentFrame:
    """A picture in RV32. The memory lives as long as the value; its content until the next `newest_frame`."""

    buffer: memoryview
    width: int
    height: int
    pitch: int
    serial: int


class SitePicture:
    """A site's newest picture, over all reopenings: its serial only grows."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._serial = 0
        self._newest: tuple[PictureBuffers, int] | None = None
        self._lent: tuple[PictureBuffers, int] | None = None

    def newest(self, after: int) -> LentFrame | None:
        with self._lock:
            if self._newest is None or self._serial <= after:
                return None
            buffers, index = self._lent = self._newest
            return LentFrame(buffers.views[index], buffers.width, buffers.height, buffers.pitch, self._serial)

    def free_index(self, buffers: PictureBuffers) -> int:
        with self._lock:
            taken = [pair[1] for pair in (self._newest, self._lent) if pair is not None and pair[0] is buffers]
        return next(index for index in range(3) if index not in taken)

    def show(self, buffers: PictureBuffers, index: int) -> None:
        with self._lock:
            self._serial += 1
            self._newest = (buffers, index)

    def is_same_as_newest(self, buffers: PictureBuffers, index: int) -> bool:
        newest = self._newest
        return newest is not None and newest[0] is buffers and buffers.are_same(newest[1], index)


class PictureBuffers:
    """Three pictures of one size."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.pitch = -(-width * 4 // _ALIGNMENT) * _ALIGNMENT
        self.lines = -(-height // 32) * 32
        size = self.pitch * self.lines
        self._memory = [ctypes.create_string_buffer(size + _ALIGNMENT) for _ in range(3)]
        self.addresses = [-(-ctypes.addressof(memory) // _ALIGNMENT) * _ALIGNMENT for memory in self._memory]
        self.views = [
            memoryview(memory).cast("B")[address - ctypes.addressof(memory) :][: self.pitch * height]
            for memory, address in zip(self._memory, self.addresses, strict=True)
        ]

    def are_same(self, one: int, other: int) -> bool:
        """A few rows tell moving pictures apart at once; only what passes them is compared as a whole."""
        first, second = self.views[one], self.views[other]
        step = max(1, self.height // 12) * self.pitch
        for row in range(0, len(first) - self.pitch + 1, step):
            if bytes(first[row : row + self.pitch]) != bytes(second[row : row + self.pitch]):
                return False
        return all(
            bytes(first[at : at + _COMPARED_AT_ONCE]) == bytes(second[at : at + _COMPARED_AT_ONCE])
            for at in range(0, len(first), _COMPARED_AT_ONCE)
        )


def visible_size(width: int, height: int) -> tuple[int, int]:
    """libVLC names the decoder's size, padding and all (1280x738 for 720p), and gives no way to ask for the true one
    inside the callback. Nearly all cameras have one of these; else `player` asks afterwards and sets `true_size`."""
    return _nearest_below(width, _USUAL_WIDTHS), _nearest_below(height, _USUAL_HEIGHTS)


def _may_be(true: tuple[int, int], padded: tuple[int, int]) -> bool:
    return all(0 <= padding - length < _MOST_PADDING for length, padding in zip(true, padded, strict=True))


def _nearest_below(padded: int, usual: tuple[int, ...]) -> int:
    return next((length for length in usual if 0 <= padded - length < _MOST_PADDING), padded)


def fitted(source: tuple[int, int], limit: tuple[int, int]) -> tuple[int, int]:
    """The source's size, scaled down into the limit with its shape kept. Never up: the window does that for nothing."""
    width, height = max(source[0], 1), max(source[1], 1)
    scale = min(1.0, max(limit[0], 16) / width, max(limit[1], 16) / height)
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


_USUAL_WIDTHS = (3840, 2560, 1920, 1600, 1440, 1366, 1280, 1024, 960, 854, 848, 800, 720, 704, 640, 480, 426, 352, 320)
_USUAL_HEIGHTS = (
    2160,
    1440,
    1080,
    1024,
    960,
    900,
    800,
    768,
    720,
    600,
    576,
    540,
    480,
    450,
    360,
    288,
    270,
    240,
    180,
    144,
)


class PictureCallbacks:
    """What libVLC calls, on threads of its own. Must be kept alive until the player has stopped."""

    def __init__(self, vlc: ModuleType, picture: SitePicture, size: tuple[int, int]) -> None:
        self._picture = picture
        self._buffers: PictureBuffers | None = None
        self.size = size
        self.new_pictures = 0
        self.delivered: tuple[int, int] | None = None
        self.true_size: tuple[int, int] | None = None
        # python-vlc declares the chroma as a C string, of which ctypes would hand us a copy; it is ours to write.
        self._own_format = _SETUP(self._setup)
        self._format = ctypes.cast(self._own_format, vlc.CallbackDecorators.VideoFormatCb)
        self._cleanup = vlc.CallbackDecorators.VideoCleanupCb(lambda opaque: None)
        self._lock = vlc.CallbackDecorators.VideoLockCb(self._begin)
        self._display = vlc.CallbackDecorators.VideoDisplayCb(self._end)

    def attach(self, player: Any) -> None:
        player.video_set_format_callbacks(self._format, self._cleanup)
        player.video_set_callbacks(self._lock, None, self._display, None)

    def let_go(self) -> None:
        """After the player was released: its pictures are some MiB, and what ctypes made of our methods refers to us in
        turn, so they would stay until the collector comes by."""
        self._buffers = None
        self._picture = SitePicture()

    def _setup(self, opaque: Any, chroma: Any, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        if width[0] * height[0] > _LARGEST:
            return 0
        padded = (int(width[0]), int(height[0]))
        if self.true_size is not None and not _may_be(self.true_size, padded):
            self.true_size = None  # the camera changed its size
        source = self.true_size or visible_size(*padded)
        buffers = PictureBuffers(*fitted(source, self.size))
        ctypes.memmove(chroma, b"RV32", 4)
        width[0], height[0] = buffers.width, buffers.height
        pitches[0], lines[0] = buffers.pitch, buffers.lines
        self._buffers = buffers
        self.delivered = (buffers.width, buffers.height)
        return 3

    def _begin(self, opaque: Any, planes: Any) -> int:
        assert self._buffers is not None
        index = self._picture.free_index(self._buffers)
        planes[0] = self._buffers.addresses[index]
        return index + 1

    def _end(self, opaque: Any, index: int | None) -> None:
        """When nothing new comes, libVLC draws the old picture again, every 80 ms, and sooner after a late drawing: how
        soon one follows another says nothing, only what is in it does."""
        if self._buffers is None or not index:
            return
        if not self._picture.is_same_as_newest(self._buffers, index - 1):
            self.new_pictures += 1
            self._picture.show(self._buffers, index - 1)
