"""The part of a tool that takes what height is left: a list, an editor."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ...style import px


def take_the_rest(widget: QWidget, at_least: int = 90) -> None:
    """As much as is left, and no less than ``at_least``; what it would like (Qt: 192) makes a small panel scroll."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    widget.setMinimumHeight(px(at_least))
