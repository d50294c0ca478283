"""Keeps the screen on and the PC awake during a conference, in each system's own way. `screen_awake()` is its door."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.screen_awake import ScreenAwake


def screen_awake() -> ScreenAwake:
    """This system's way. Call it on the window's thread, which must outlive what it holds."""
    if sys.platform == "win32":
        from .windows import WindowsScreenAwake

        return WindowsScreenAwake()
    from .child import ChildScreenAwake, caffeinate, systemd_inhibit

    if sys.platform == "darwin":
        return ChildScreenAwake(caffeinate)
    from .session_bus import SessionBusScreenAwake

    return SessionBusScreenAwake(ChildScreenAwake(systemd_inhibit))
