"""How a test of the window waits: for what it wants to see, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

T = TypeVar("T")


def wait_until(condition: Callable[[], T], timeout: float = 20.0, what: str = "") -> T:
    """Let the window work until ``condition()`` is true; its value. After ``timeout`` seconds it fails, saying what."""
    deadline = time.monotonic() + timeout
    while True:
        QCoreApplication.processEvents()
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"never came: {what or getattr(condition, '__name__', condition)} ({timeout:.0f} s)")
        QTest.qWait(5)


def delete_now() -> None:
    """Carry out pending `deleteLater` calls."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
