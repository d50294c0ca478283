"""One start of a window, measured from outside: ``python -m benchmarks.paint_child bare|desk ...``.

Prints ``name seconds`` lines, seconds on the system's monotonic clock, which parent and child share.
"""

from __future__ import annotations

import sys
import time


def say(name: str, value: object = None) -> None:
    print(name, time.monotonic() if value is None else value, flush=True)


def bare() -> None:
    """What any PySide6 program pays: an application, a window, a label, its first paint."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

    class Window(QWidget):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, done)

    def done() -> None:
        say("painted")
        application.quit()

    application = QApplication([])
    window = Window()
    QVBoxLayout(window).addWidget(QLabel("Bàn Công Vụ"))
    window.resize(1280, 800)
    window.show()
    application.exec()


def desk(profile: str, data_folder: str) -> None:
    """The real desk, signed in, its mail on this PC: first paint, then fifty subjects on screen and clickable."""
    from pathlib import Path

    from desktop.early_service import start_service

    service = start_service(Path(data_folder))  # all as `desktop.__main__` does

    from desktop.early_window import show_early

    start = show_early(service, Path(data_folder))
    assert start.window is not None and start.window.has_ground
    say("painted")
    heavy = ("exchangelib", "sqlalchemy", "vlc", "PySide6.QtWebEngineCore")
    say("imported", ",".join(name for name in heavy if name in sys.modules) or "none")

    from typing import Any

    from PySide6.QtCore import QEvent, QObject, QTimer

    from desktop.application import RunningDesk
    from desktop.data_folder import open_data_folder
    from desktop.ministry_profile import read_profile

    application = start.application
    assert application is not None
    running = RunningDesk(read_profile(Path(profile)), open_data_folder(Path(data_folder)), start=start)
    assert running.is_first()
    running.open()
    window = running.window
    assert window is not None

    def furnished() -> None:
        say("furnished")
        watch_list()  # before the page's first paint, which follows at once

    def watch_list() -> None:
        watcher.messages = window.page("mail").message_list
        watcher.messages.viewport().installEventFilter(watcher)

    class Watcher(QObject):
        """Sees the list being painted with fifty subjects in it."""

        messages: Any = None

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                count = min(50, self.messages.model().rowCount())
                if count == 50 and all(self.messages.messages.summary(row) is not None for row in range(50)):
                    QTimer.singleShot(0, done)  # when this paint is over
            return False

    def done() -> None:
        moment = time.monotonic()
        watcher.messages.viewport().removeEventFilter(watcher)
        index = watcher.messages.model().index(49, 0)
        watcher.messages.scrollTo(index)
        if (
            watcher.messages.isEnabled()
            and watcher.messages.indexAt(watcher.messages.visualRect(index).center()) == index
        ):
            say("subjects", moment)
        application.quit()

    watcher = Watcher()
    window.painted.connect(furnished)
    application.exec()
    running.close()


if __name__ == "__main__":
    {"bare": bare, "desk": desk}[sys.argv[1]](*sys.argv[2:])
