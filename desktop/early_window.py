"""The window on screen before what belongs into it is loaded: its ground, where somebody has signed in before.

Imports Qt and next to nothing else: the first paint waits for each line of it.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.preferences import Preferences

from .single_instance import SingleInstance

_PAINTED_WITHIN = 0.3
"""Seconds. A window system that takes longer to show a window shows it with everything in it."""


@dataclass
class EarlyStart:
    """What went ahead of the desk; None for what did not."""

    service: subprocess.Popen[bytes] | None = None
    application: QApplication | None = None
    preferences: Preferences | None = None
    instance: SingleInstance | None = None
    window: MainWindow | None = None

    def close(self) -> None:
        """The desk cannot open: take it all back."""
        if self.service is not None:
            self.service.kill()
            self.service.wait()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
        if self.instance is not None:
            self.instance.release()


def make_application() -> QApplication:
    """Qt's application, ready for a quick first paint."""
    gc.disable()  # what is loaded at the start stays; looking it through for rubbish costs 5 ms. On again afterwards
    os.environ.setdefault("QT_STYLE_OVERRIDE", "Fusion")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("ban-cong-vu")
    application.setApplicationDisplayName("Bàn Công Vụ")
    application.setDesktopFileName("ban-cong-vu")
    return application


def show_early(service: subprocess.Popen[bytes] | None, root: Path) -> EarlyStart:
    """The window's ground, painted, unless another desk runs on this data folder: that one will be shown instead."""
    start = EarlyStart(service, make_application(), Preferences(root), SingleInstance(root))
    assert start.application is not None and start.preferences is not None and start.instance is not None
    if start.instance.is_first():
        start.window = MainWindow(start.preferences)
        start.window.show()
        ends = time.monotonic() + _PAINTED_WITHIN
        while not start.window.has_ground and time.monotonic() < ends:
            start.application.processEvents()
    return start
