"""Linux: the desktop is asked over the session bus not to go dark. It lets go by itself when our connection ends, so
also when the desk crashes (https://specifications.freedesktop.org/idle-inhibit-spec)."""

from __future__ import annotations

import threading

from ui.screen_awake import ScreenAwake

from .bus_client import BusError, Call, SessionBus

_NAME = "Bàn Công Vụ"
_IDLE = 8
_SCREEN_SAVER = "org.freedesktop.ScreenSaver"
_PORTAL = "org.freedesktop.portal.Desktop"


class SessionBusScreenAwake:
    """Each `hold` is a thread with a connection of its own, asleep until `release`; ``otherwise`` holds where no
    service agrees."""

    def __init__(self, otherwise: ScreenAwake) -> None:
        self._otherwise = otherwise
        self._released: threading.Event | None = None
        self._holder: threading.Thread | None = None

    def hold(self, why: str) -> None:
        if self._released is not None:
            return
        self._released = threading.Event()
        self._holder = threading.Thread(target=self._keep, args=(why, self._released), name="screen awake", daemon=True)
        self._holder.start()

    def release(self) -> None:
        if self._released is not None:
            self._released.set()
        self._released = None

    def wait(self, within: float) -> bool:
        """For tests: until everything is let go."""
        if self._holder is not None:
            self._holder.join(within)
        return self._holder is None or not self._holder.is_alive()

    def _keep(self, why: str, released: threading.Event) -> None:
        try:
            bus = SessionBus()
        except BusError:
            self._keep_otherwise(why, released)
            return
        try:
            let_go = _ask_screen_saver(bus, why) or _ask_portal(bus, why)
            if let_go is None:
                self._keep_otherwise(why, released)
                return
            released.wait()
            bus.call(let_go)
        except BusError:
            return  # the desktop's end was before ours
        finally:
            bus.close()

    def _keep_otherwise(self, why: str, released: threading.Event) -> None:
        if not released.is_set():
            self._otherwise.hold(why)
        released.wait()
        self._otherwise.release()


def _ask_screen_saver(bus: SessionBus, why: str) -> Call | None:
    """KDE, Xfce, MATE, Cinnamon, GNOME; the older of them at another path. Returns how to let go."""
    for path in ("/org/freedesktop/ScreenSaver", "/ScreenSaver"):
        try:
            cookie = bus.call(Call(_SCREEN_SAVER, path, _SCREEN_SAVER, "Inhibit", "ss", (_NAME, why)))
        except BusError:
            continue
        if isinstance(cookie, int):
            return Call(_SCREEN_SAVER, path, _SCREEN_SAVER, "UnInhibit", "u", (cookie,))
    return None


def _ask_portal(bus: SessionBus, why: str) -> Call | None:
    """Sandboxes and newer desktops."""
    ask = Call(
        _PORTAL,
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Inhibit",
        "Inhibit",
        "sua{sv}",
        ("", _IDLE, {"reason": why}),
    )
    try:
        request = bus.call(ask)
    except BusError:
        return None
    return Call(_PORTAL, request, "org.freedesktop.portal.Request", "Close") if isinstance(request, str) else None
