"""One conference that is announced: what, when, from whom, its codes, and what to do about it. As a card in the corner,
or as a row of the strip over every page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..style import colour, font, icon, primary, px, quiet
from ..widgets.elided_label import ElidedLabel
from ..widgets.flow_layout import FlowLayout
from .codes import Codes
from .model import Stage, Upcoming
from .words import facts, nearness, title_of

_BESIDE = 820
"""Narrower than this, the strip's buttons stand below its words."""


class Announcement(QWidget):
    enter_asked = Signal(object)
    later_asked = Signal(object)
    done_asked = Signal(object)
    check_asked = Signal(object)

    def __init__(self, conference: Upcoming, *, is_large: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conference, self._is_large = conference, is_large
        self._stage: Stage | None = None
        title = title_of(conference)
        self.title: QLabel = ElidedLabel(title) if is_large else QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(not is_large)
        self.title.setFont(font("subheading" if is_large else "strong"))
        self.near, self.facts = QLabel(), QLabel(facts(conference))
        for line in (self.near, self.facts):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
        self.near.setFont(font("subheading" if is_large else "strong"))
        self.codes = Codes(conference)
        self.enter = primary(QPushButton(icon("conference", "on_fill"), self.tr("Vào họp")))
        self.later = QPushButton(self.tr("Nhắc lại sau 5 phút"))
        self.done = quiet(QPushButton(self.tr("Bỏ qua")))
        self.check = QPushButton(self.tr("Kiểm tra điểm cầu"))
        self.enter.setIconSize(QSize(px(20), px(20)))
        if is_large:
            self.enter.setFont(font("subheading"))
            self.enter.setProperty("size", "large")
            self.enter.setIconSize(QSize(px(24), px(24)))
            self.enter.setMinimumWidth(px(200))
            self.enter.setToolTip(self.tr("Vào họp") + "  (Ctrl+Shift+J)")
        if not conference.can_enter:
            self.enter.hide()
        if is_large or conference.conference is None:  # five minutes before there is no time for it
            self.check.hide()
        for button, signal in (
            (self.enter, self.enter_asked),
            (self.check, self.check_asked),
            (self.later, self.later_asked),
            (self.done, self.done_asked),
        ):
            button.setAccessibleName(f"{button.text()}: {title}")
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.conference))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        if is_large:
            self.near.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            self.near.setWordWrap(False)
            head.addWidget(self.near)
        head.addWidget(self.title, 1)
        words.addLayout(head)
        if not is_large:
            words.addWidget(self.near)
        words.addWidget(self.facts)
        words.addWidget(self.codes)
        buttons = QWidget()
        flow = FlowLayout(buttons, px(6))
        for button in (self.enter, self.check, self.later, self.done):
            flow.addWidget(button)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(px(8))
        self._body.addLayout(words, 1)
        self._body.addWidget(buttons)
        self._buttons = buttons
        mark = QLabel()
        mark.setPixmap(icon("bell", "accent").pixmap(QSize(px(20), px(20))))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(10), px(12), px(10))
        layout.setSpacing(px(10))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._body, 1)

    def tell(self, now: datetime) -> None:
        """How near it is, as time goes by; a screen reader hears it once for each stage, not every second."""
        self.near.setText(nearness(self.conference, now))
        stage = self.conference.stage(now)
        if stage is not self._stage:
            self._stage = stage
            palette = self.near.palette()
            palette.setColor(self.near.foregroundRole(), colour("danger" if stage is Stage.RUNNING else "accent"))
            self.near.setPalette(palette)
            name = self.tr("Cuộc họp: {title}. {near}. {facts}")
            self.setAccessibleName(
                name.format(title=title_of(self.conference), near=self.near.text(), facts=self.facts.text())
            )
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """The strip's buttons in one row beside the words where there is room, else below them."""
        if not self._is_large:
            return
        shown = [one for one in (self.enter, self.later, self.done) if not one.isHidden()]
        for button in shown:
            button.ensurePolished()
        wanted = sum(max(button.sizeHint().width(), button.minimumWidth()) + px(6) for button in shown)
        beside = self.width() >= px(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._buttons.setMinimumWidth(wanted if beside else 0)
        if direction != self._body.direction():
            self._body.setDirection(direction)
            self.updateGeometry()  # the other way needs another height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().adjusted(0, 0, -1, -1)
        if self._is_large:
            painter.fillRect(self.rect(), colour("danger_soft" if self._stage is Stage.RUNNING else "warning_soft"))
            painter.setPen(colour("outline"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        else:
            painter.setPen(colour("outline"))
            painter.setBrush(colour("raised"))
            painter.drawRoundedRect(rect, px(8), px(8))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(0, px(8), px(4), self.height() - px(16), px(2), px(2))
        painter.end()
