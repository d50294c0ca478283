"""What a screen reader and a keyboard would miss in a window. For every test of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(window: QWidget) -> list[str]:
    """Visible controls that take the focus and whose role a screen reader would say without a name."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not widget.isEnabledTo(window):
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None and not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}")
    return found


def reached_by_tab(window: QWidget, limit: int = 200) -> list[QWidget]:
    """The widgets the Tab key passes, from the window's first, in order."""
    passed: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window and len(passed) < limit:
        if widget.isVisibleTo(window) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            passed.append(widget)
        widget = widget.nextInFocusChain()
    return passed
