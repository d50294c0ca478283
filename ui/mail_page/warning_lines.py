"""What should be said of a mail's sender and files before she believes it: a line each, over the mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.style import colour, font

if TYPE_CHECKING:
    from mail import Finding

_MOST = 5


class WarningLines(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self._is_grave = True
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        lines: list[str] = []
        if findings:
            from mail import FindingKind

            from .guard_words import words_of

            lines = list(dict.fromkeys(words_of(one) for one in findings))[:_MOST]
            self._is_grave = any(one.kind is not FindingKind.OUTSIDE_SENDER for one in findings)
            self.refresh()
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def refresh(self) -> None:
        """After a change of theme or text size."""
        self.setFont(font("small_strong" if self._is_grave else "small"))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), colour("danger" if self._is_grave else "muted"))
        self.setPalette(palette)
