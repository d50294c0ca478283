"""How a journey looks, waits and acts: with events of keyboard and mouse, and conditions, never with times."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.main_window import MainWindow

T = TypeVar("T")
_LOOK_EVERY = 20
PATIENCE = 60.0
"""Seconds after which a journey gives up; generous, since these PCs are noisy."""


class NotSeen(Exception):
    """What a step waits for did not come. ``args``: (what,)."""


class Walker:
    """Walks through one running desk. ``pictures`` is where each step's screenshot goes; None takes none."""

    def __init__(self, window: MainWindow, pictures: Path | None = None, say: Callable[[str], object] = str) -> None:
        self.window, self._pictures, self._say = window, pictures, say
        self._count = 0

    def until(self, look: Callable[[], T], what: str, within: float = PATIENCE) -> T:
        """Process events until ``look`` returns something; raises `NotSeen`."""
        ends = time.monotonic() + within
        while True:
            found = look()
            if found:
                return found
            if time.monotonic() > ends:
                raise NotSeen(what)
            loop = QEventLoop()
            QTimer.singleShot(_LOOK_EVERY, loop.quit)
            loop.exec()

    def saw(self, name: str, words: str) -> None:
        """One step is done: a picture of the window, and a line of what was seen."""
        QApplication.processEvents()
        if self._pictures is not None:
            self._count += 1
            file = self._pictures / f"{self._count:02}-{name}.png"
            self.window.grab().save(str(file))
            words = f"{words}  [{file}]"
        self._say(words)

    def press(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def click(self, widget: QWidget, place: QPoint) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def type(self, widget: QWidget, text: str) -> None:
        """ASCII only: `QTest` ends the process on anything else."""
        QTest.keyClicks(widget, text)
