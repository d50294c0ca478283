"""Whether a person has asked her system for little motion. Nothing of the desk itself moves; pictures and styles in
mails do, and stand still for her."""

from __future__ import annotations

import sys
from functools import lru_cache

_PATIENCE_MS = 300


@lru_cache(maxsize=1)
def is_calm() -> bool:
    """Asked once, when the first mail that could move is shown; never before the first paint."""
    if sys.platform == "win32":
        import ctypes

        animates = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(0x1042, 0, ctypes.byref(animates), 0)  # SPI_GETCLIENTAREAANIMATION
        return not animates.value
    return _portal_says("org.freedesktop.appearance", "reduced-motion") == 1 or (
        _portal_says("org.gnome.desktop.interface", "enable-animations") is False
    )


def _portal_says(namespace: str, key: str) -> object:
    """A setting of the Linux desktop, GNOME's and KDE's alike; None where there is no portal to ask."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    question = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    question.setArguments([namespace, key])
    answer = bus.call(question, timeout=_PATIENCE_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return None
    value = answer.arguments()[0]
    return value.variant() if hasattr(value, "variant") else value
