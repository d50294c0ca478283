"""Which windows of other programs could be shown, by title: X11's own list (EWMH), Windows' own. ctypes; nothing where
the session lets no program look (Wayland)."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from typing import Any

from ..model import Shareable, ShareKind

_MOST = 60
_IGNORE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _event: 0)
"""Kept: X11 calls it at any later error."""
_LONGEST_TITLE = 200


def screen_may_be_read() -> bool:
    """False in a Wayland session, and on a PC without a screen."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")


def windows() -> tuple[Shareable, ...]:
    """Windows with a title, uppermost first as far as the system says."""
    if not screen_may_be_read() or sys.platform == "darwin":
        return ()
    found = _of_windows() if sys.platform == "win32" else _of_x11()
    return tuple(one for one, _ in zip(found, range(_MOST), strict=False))


def _of_x11() -> Iterator[Shareable]:
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        return
    x11.XSetErrorHandler(_IGNORE)  # a window that closes while we ask would end the process
    try:
        desk = _X11(x11, display)
        for window in reversed(desk.numbers(desk.root, "_NET_CLIENT_LIST_STACKING") or desk.children()):
            title = desk.text(window, "_NET_WM_NAME") or desk.text(window, "WM_NAME")
            if title:
                yield Shareable(hex(window), ShareKind.WINDOW, title[:_LONGEST_TITLE])
    finally:
        x11.XCloseDisplay(ctypes.c_void_p(display))


class _X11:
    """The three questions asked of an X server."""

    def __init__(self, x11: Any, display: int) -> None:
        self._x11 = x11
        self._display = ctypes.c_void_p(display)
        x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
        self.root = int(x11.XDefaultRootWindow(self._display))

    def numbers(self, window: int, name: str) -> list[int]:
        kind, data, count = self._property(window, name)
        with contextlib.closing(data):
            return [data.longs[n] for n in range(count)] if kind == 32 else []

    def text(self, window: int, name: str) -> str:
        kind, data, count = self._property(window, name)
        with contextlib.closing(data):
            return data.bytes(count).decode("utf-8", "replace").strip() if kind == 8 else ""

    def children(self) -> list[int]:
        """For a server without a window manager."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        found = ctypes.POINTER(ctypes.c_ulong)()
        self._x11.XQueryTree(
            self._display,
            ctypes.c_ulong(self.root),
            ctypes.byref(root),
            ctypes.byref(parent),
            ctypes.byref(found),
            ctypes.byref(count),
        )
        windows = [found[n] for n in range(count.value)]
        if found:
            self._x11.XFree(found)
        return windows

    def _property(self, window: int, name: str) -> tuple[int, _Data, int]:
        atom = self._x11.XInternAtom(self._display, name.encode(), 0)
        kind, form, count, more = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        value = ctypes.c_void_p()
        refused = self._x11.XGetWindowProperty(
            self._display,
            ctypes.c_ulong(window),
            ctypes.c_ulong(atom),
            ctypes.c_long(0),
            ctypes.c_long(4096),
            0,
            ctypes.c_ulong(0),
            ctypes.byref(kind),
            ctypes.byref(form),
            ctypes.byref(count),
            ctypes.byref(more),
            ctypes.byref(value),
        )
        data = _Data(self._x11, value)
        return (0, data, 0) if refused or not value else (form.value, data, count.value)


class _Data:
    """What the server gave, to be given back."""

    def __init__(self, x11: Any, value: ctypes.c_void_p) -> None:
        self._x11, self._value = x11, value

    @property
    def longs(self) -> Any:
        return ctypes.cast(self._value, ctypes.POINTER(ctypes.c_ulong))

    def bytes(self, count: int) -> bytes:
        return ctypes.string_at(self._value, count)

    def close(self) -> None:
        if self._value:
            self._x11.XFree(self._value)


def _of_windows() -> Iterator[Shareable]:
    user: Any = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    found: list[Shareable] = []
    kind: Any = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)  # type: ignore[attr-defined,unused-ignore]

    def each(window: int, _data: int) -> int:
        if user.IsWindowVisible(ctypes.c_void_p(window)) and not user.IsIconic(ctypes.c_void_p(window)):
            title = ctypes.create_unicode_buffer(_LONGEST_TITLE)
            if user.GetWindowTextW(ctypes.c_void_p(window), title, _LONGEST_TITLE) and title.value.strip():
                found.append(Shareable(str(window), ShareKind.WINDOW, title.value.strip()))
        return 1

    user.EnumWindows(kind(each), None)
    yield from found
