"""Check before joining ("Kiểm tra điểm cầu"): the window with its rows, the rehearsal, and the technician's report.
`open_check` loads it when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from conference import Conference

    from ..page_tools import PageTools
    from .window import CheckWindow


def open_check(tools: PageTools, conference: Conference, parent: QWidget) -> CheckWindow:
    """Show the check of ``conference`` and begin it; one that is open for it comes to the front instead."""
    from .window import CheckWindow

    for window in parent.window().findChildren(CheckWindow):
        if window.conference == conference and window.isVisible():
            window.raise_()
            window.activateWindow()
            return window
    window = CheckWindow(tools, conference, parent.window())
    window.show()
    window.begin()
    return window


__all__ = ["open_check"]
