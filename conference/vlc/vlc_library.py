"""Loads libVLC when the first site is opened, never earlier, and says in our own error when it is not there."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

from ..errors import PlayerMissing

_ARGUMENTS = (
    "--quiet",  # failed addresses would be logged with user and password
    "--ignore-config",  # nothing a person once set in VLC may change what our players do
    "--no-media-library",
    "--no-metadata-network-access",
    "--no-lua",  # its playlist scripts fetch and follow what a server names
    "--no-video-title-show",
    "--no-spu",
    "--no-osd",
    "--no-snapshot-preview",  # else a snapshot is laid over the picture for 4 s, and each redrawing counts as a picture
    "--no-xlib",
    "--stats",
    "--cr-average=4",  # our own clock (low_delay) is even: follow it within a second, not within eight
    "--avcodec-hw=none",  # pictures end in memory anyway
    "--avcodec-threads=1",  # with more, caching of 100 ms and below stands still for good (measured with 3.0.24)
)


_LIBSRT_CRITICAL = 2


_SILENCE = "adummy"


def has_sound(root: Path = Path("/")) -> bool:
    """Whether this PC can sound at all. Asked on Linux only: there libVLC tries ALSA again many times a second where
    there is no card, and each try writes to standard error."""
    if sys.platform != "linux":
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    servers = (Path(runtime, "pulse", "native"), Path(runtime, "pipewire-0")) if runtime else ()
    if "PULSE_SERVER" in os.environ or any(server.exists() for server in servers):
        return True
    return any(root.glob("dev/snd/pcm*p"))


class VlcLibrary:
    """libVLC, loaded once. ``audio_output`` names one of its modules (tests: ``adummy``); None lets it choose."""

    def __init__(self, audio_output: str | None = None) -> None:
        self._audio_output = audio_output
        self._lock = threading.Lock()
        self._loaded: tuple[ModuleType, Any] | None = None

    def load(self) -> tuple[ModuleType, Any]:
        """python-vlc's module and the instance all our players share. Raises `PlayerMissing`."""
        with self._lock:
            if self._loaded is None:
                vlc = _module()
                output = self._audio_output or (None if has_sound() else _SILENCE)
                arguments = [*_ARGUMENTS, *([f"--aout={output}"] if output else [])]
                _keep_heaps_few()
                try:
                    instance = vlc.Instance(arguments)
                except Exception as error:
                    raise PlayerMissing("libVLC does not start") from error
                if instance is None:
                    raise PlayerMissing("libVLC found no plugins")
                _quieten_libsrt()
                self._loaded = (vlc, instance)
            return self._loaded

    def release(self) -> None:
        with self._lock:
            if self._loaded is not None:
                self._loaded[1].release()
                self._loaded = None


_M_ARENA_MAX = -8  # malloc.h
_HEAPS = 2


def _keep_heaps_few() -> None:
    """For threads that begin from now on. glibc gives each of libVLC's many threads a heap of its own, in which what
    one join leaves keeps whole MiB from the system."""
    _ask_of_libc("mallopt", _M_ARENA_MAX, _HEAPS)


def give_memory_back() -> None:
    """What players have freed, to the system; else glibc keeps it, some MiB a join."""
    _ask_of_libc("malloc_trim", 0)


def _ask_of_libc(name: str, *values: int) -> None:
    if sys.platform != "linux":
        return
    try:
        getattr(ctypes.CDLL(None), name)(*values)
    except (OSError, AttributeError):  # another C library
        return


def _quieten_libsrt() -> None:
    """libVLC's SRT plugin lets libsrt write every late packet to standard error. Where it is linked into the plugin
    there is nothing to load, and nothing is loaded."""
    try:
        ctypes.CDLL("libsrt-gnutls.so.1.5").srt_setloglevel(_LIBSRT_CRITICAL)
    except (OSError, AttributeError):
        return


def _module() -> ModuleType:
    try:
        import vlc
    except SystemExit as error:  # python-vlc's answer to a wrong PYTHON_VLC_LIB_PATH
        raise PlayerMissing("libVLC does not load") from error
    except (ImportError, OSError, NotImplementedError, AttributeError) as error:
        raise PlayerMissing("libVLC not found") from error
    if not isinstance(vlc, ModuleType) or getattr(vlc, "dll", None) is None:
        raise PlayerMissing("libVLC not found")
    return vlc
