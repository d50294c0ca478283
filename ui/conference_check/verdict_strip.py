"""The head of the check: the verdict, large, in colour and in words, and what stands in its way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from conference import CheckState, Verdict

from ..style import colour, colours, font, icon, px
from .words import ICONS, verdict_word

_STATES = {
    Verdict.READY: CheckState.GREEN,
    Verdict.READY_WITH_CARE: CheckState.AMBER,
    Verdict.NOT_READY: CheckState.RED,
    Verdict.UNFINISHED: CheckState.UNKNOWN,
}


class VerdictStrip(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = "sync", "accent"
        self._mark = QLabel()
        self.word = QLabel()
        self.word.setFont(font("heading"))
        self.word.setWordWrap(True)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(px(6))
        self.progress.setAccessibleName(self.tr("Tiến độ kiểm tra"))
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(self.word)
        words.addWidget(self.reason)
        words.addWidget(self.progress)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(14), px(16), px(14))
        layout.setSpacing(px(14))
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_progress(self, done: int, expected: int) -> None:
        self._name, self._role = "sync", "accent"
        self.word.setText(self.tr("Đang kiểm tra…"))
        self.reason.setText(self.tr("Khoảng mười giây. Anh/chị vẫn dùng các trang khác được."))
        self.progress.setMaximum(max(1, expected))
        self.progress.setValue(done)
        self.progress.setVisible(True)
        self._paint()

    def show_verdict(self, verdict: Verdict, reason: str) -> None:
        self._name, self._role = ICONS[_STATES[verdict]]
        self.word.setText(verdict_word(verdict))
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.progress.setVisible(False)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("border" if self._role in ("muted", "accent") else self._role))
        soft = {"success": "success_soft", "warning": "warning_soft", "danger": "danger_soft"}.get(self._role, "raised")
        painter.setBrush(colour(soft))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.end()

    def _paint(self) -> None:
        self._mark.setPixmap(icon(self._name, self._role).pixmap(QSize(px(36), px(36))))
        wanted = f"color: {getattr(colours(), self._role)};"
        if self.word.styleSheet() != wanted:
            self.word.setStyleSheet(wanted)
        self.update()
