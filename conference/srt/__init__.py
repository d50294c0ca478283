"""SRT by libsrt, loaded into this process: what libVLC's own SRT access does not say (why a site refuses, how the line
is) and what it cannot do (send). Importing this loads nothing; `SrtMissing` says where libsrt is not on this PC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .connection import SrtBroken, SrtRefused
    from .line_memory import LineMemory
    from .sender import SrtSender
    from .source import SrtSource, srt_sources
    from .srt_library import SrtMissing

_LAZY = {
    "LineMemory": "line_memory",
    "SrtBroken": "connection",
    "SrtMissing": "srt_library",
    "SrtRefused": "connection",
    "SrtSender": "sender",
    "SrtSource": "source",
    "srt_sources": "source",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["LineMemory", "SrtBroken", "SrtMissing", "SrtRefused", "SrtSender", "SrtSource", "srt_sources"]
