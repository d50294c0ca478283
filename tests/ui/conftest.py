"""One offscreen application for all tests of the window, in our own style, speaking Vietnamese."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.waiting import delete_now
from ui.preferences import Preferences
from ui.style import apply_style


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application; there is one in a process."""
    application = QApplication.instance() or QApplication(["tests"])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    apply_style(application, theme="light")
    return application


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


@pytest.fixture(autouse=True)
def nothing_left_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Windows a test left open are closed, so that none sees another's."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication):
        for window in application.topLevelWidgets():
            window.hide()
            # What belongs to another goes with it, and a completer's list with its completer: deleted before them it
            # is deleted twice.
            if window.parent() is None and window.windowType() != Qt.WindowType.Popup:
                window.deleteLater()
        delete_now()
