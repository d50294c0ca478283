"""The pipe from the bridge to libVLC: bounded, in memory. libVLC reads it through its media callbacks, not through a
file descriptor: on Windows it has another C runtime than Python, whose descriptors mean nothing there."""

from __future__ import annotations

import ctypes
import threading
from collections import deque
from types import ModuleType
from typing import Any

_LIMIT = 4 * 1024 * 1024


class StreamPipe:
    """Bytes in, bytes out, an end. The writer waits while it is full, the reader while it is empty."""

    def __init__(self, limit: int = _LIMIT) -> None:
        self._limit = limit
        self._chunks: deque[memoryview] = deque()
        self._held = 0
        self._changed = threading.Condition()
        self._closed = False

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """What PyAV's muxer calls. Raises `BrokenPipeError` once the reader is gone."""
        chunk = memoryview(bytes(data))
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._held < self._limit)
            if self._closed:
                raise BrokenPipeError
            self._chunks.append(chunk)
            self._held += len(chunk)
            self._changed.notify_all()
        return len(chunk)

    def read_into(self, address: int, size: int) -> int:
        """Copies what is there, at most ``size`` bytes; 0 is the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or bool(self._chunks))
            if not self._chunks:
                return 0
            chunk = self._chunks.popleft()
            taken = min(size, len(chunk))
            if taken < len(chunk):
                self._chunks.appendleft(chunk[taken:])
            self._held -= taken
            self._changed.notify_all()
        ctypes.memmove(address, bytes(chunk[:taken]), taken)
        return taken

    def close(self) -> None:
        """Both sides end; what was not read yet still is."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def discard(self) -> None:
        """Both sides end now."""
        with self._changed:
            self._chunks.clear()
            self._held = 0
        self.close()


class PipeCallbacks:
    """What libVLC calls to read the pipe. Must be kept alive until the player has stopped."""

    def __init__(self, vlc: ModuleType, pipe: StreamPipe) -> None:
        self._pipe = pipe
        self._open = vlc.CallbackDecorators.MediaOpenCb(self._begin)
        self._read = vlc.CallbackDecorators.MediaReadCb(self._copy)
        self._close = vlc.CallbackDecorators.MediaCloseCb(lambda opaque: None)

    def media(self, instance: Any) -> Any:
        return instance.media_new_callbacks(self._open, self._read, None, self._close, None)

    def _begin(self, opaque: Any, data: Any, size: Any) -> int:
        size[0] = 2**64 - 1  # unknown
        return 0

    def _copy(self, opaque: Any, buffer: Any, length: int) -> int:
        return self._pipe.read_into(ctypes.cast(buffer, ctypes.c_void_p).value or 0, length)
