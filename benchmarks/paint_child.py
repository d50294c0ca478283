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

    early = start_service(Path(data_folder))  # as `desktop.__main__` does

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.application import RunningDesk
    from desktop.data_folder import open_data_folder
    from desktop.ministry_profile import read_profile

    application = QApplication([])
    running = RunningDesk(read_profile(Path(profile)), open_data_folder(Path(data_folder)), early=early)
    assert running.is_first()
    running.open()
    window = running.window
    assert window is not None
    window.resize(1280, 4000)  # tall enough for fifty rows

    def painted() -> None:
        say("painted")
        heavy = ("exchangelib", "sqlalchemy", "vlc", "PySide6.QtWebEngineCore")
        say("imported", ",".join(name for name in heavy if name in sys.modules) or "none")
        watch.start(5)

    def look() -> None:
        messages = window.page("mail").message_list
        count = min(50, messages.model().rowCount())
        if count < 50 or any(messages.messages.summary(row) is None for row in range(count)):
            return
        messages.viewport().repaint()
        index = messages.model().index(49, 0)
        place = messages.visualRect(index).center()
        if messages.indexAt(place) == index and messages.isEnabled():
            say("subjects")
            watch.stop()
            application.quit()

    watch = QTimer()
    watch.timeout.connect(look)
    window.painted.connect(painted)
    application.exec()
    running.close()


if __name__ == "__main__":
    {"bare": bare, "desk": desk}[sys.argv[1]](*sys.argv[2:])
