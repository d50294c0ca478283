"""What is due, at the upper right over whatever page is shown: how soon, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mail import CalendarItem
from ui.style import colour, font, icon, primary, px, quiet
from ui.widgets.flow_layout import FlowLayout

from . import words
from .calendar_view import OWN_ZONE

_MOST = 3


class ReminderCard(QWidget):
    def __init__(self, mark: str, item: CalendarItem, can_join: bool, panel: ReminderPanel) -> None:
        super().__init__(panel)
        self.mark, self.item = mark, item
        title = " ".join(item.subject.split()) or self.tr("(không có tên)")
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.title.setFont(font("strong"))
        self.soon = QLabel()
        self.soon.setWordWrap(True)
        self.soon.setTextFormat(Qt.TextFormat.PlainText)
        bell = QLabel()
        bell.setPixmap(icon("bell", "accent").pixmap(QSize(px(20), px(20))))
        self.join = primary(QPushButton(icon("conference", "on_fill"), self.tr("Vào họp")))
        self.join.setIconSize(QSize(px(16), px(16)))
        self.join.setVisible(can_join)
        self.later = QPushButton(self.tr("Nhắc lại sau 5 phút"))
        self.done = QPushButton(self.tr("Bỏ qua"))
        self.open = quiet(QPushButton(self.tr("Xem")))
        for button in (self.join, self.later, self.done, self.open):
            button.setAccessibleName(f"{button.text()}: {title}")
        self.join.clicked.connect(lambda: panel.join_asked.emit(mark, item))
        self.later.clicked.connect(lambda: panel.snooze_asked.emit(mark))
        self.done.clicked.connect(lambda: panel.done_asked.emit(mark))
        self.open.clicked.connect(lambda: panel.open_asked.emit(mark, item))
        buttons = QWidget()
        flow = FlowLayout(buttons, px(6))
        for button in (self.join, self.later, self.done, self.open):
            flow.addWidget(button)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        for widget in (self.title, self.soon, buttons):
            column.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(14), px(12), px(14), px(12))
        layout.setSpacing(px(10))
        layout.addWidget(bell, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)

    def tell(self, now: datetime) -> None:
        item = self.item
        minutes = round((item.start - now) / timedelta(minutes=1))
        if minutes > 0:
            when = self.tr("Bắt đầu sau {length}").format(length=words.length(minutes))
        elif minutes == 0:
            when = self.tr("Bắt đầu ngay bây giờ")
        else:
            when = self.tr("Đã bắt đầu {length} trước").format(length=words.length(-minutes))
        start, end = item.start.astimezone(OWN_ZONE), item.end.astimezone(OWN_ZONE)
        parts = [when, words.span(start, end, is_all_day=item.is_all_day), " ".join(item.location.split())]
        self.soon.setText(" · ".join(part for part in parts if part))
        self.setAccessibleName(self.tr("Nhắc lịch: {title}. {when}").format(title=self.title.text(), when=when))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("outline"))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(0, px(8), px(4), self.height() - px(16), px(2), px(2))
        painter.end()


class ReminderPanel(QWidget):
    join_asked = Signal(str, object)
    open_asked = Signal(str, object)
    snooze_asked = Signal(str)
    done_asked = Signal(str)

    def __init__(self, over: QStackedWidget) -> None:
        super().__init__(over)
        self._over = over
        self.cards: list[ReminderCard] = []
        self.setAccessibleName(self.tr("Nhắc lịch"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(6))
        self.rest = QLabel()
        self.rest.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rest.setAutoFillBackground(True)
        self._layout.addWidget(self.rest)
        over.installEventFilter(self)
        over.currentChanged.connect(lambda _: self._place())
        self.hide()

    def show_reminders(self, reminders: Sequence[tuple[str, CalendarItem, bool]], now: datetime) -> bool:
        """(mark, item, can it be joined). Those that stay keep their place and the focus. True: there is a new one."""
        wanted = {mark: (item, can_join) for mark, item, can_join in reminders[-_MOST:]}
        for card in [card for card in self.cards if wanted.get(card.mark, (None,))[0] != card.item]:
            self.cards.remove(card)
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        there = {card.mark for card in self.cards}
        new = [mark for mark in wanted if mark not in there]
        for mark in new:
            card = ReminderCard(mark, *wanted[mark], self)
            self.cards.append(card)
            self._layout.insertWidget(len(self.cards) - 1, card)
        for card in self.cards:
            card.tell(now)
        rest = len(reminders) - len(self.cards)
        self.rest.setText(self.tr("và {count} lời nhắc khác").format(count=rest))
        self.rest.setVisible(rest > 0)
        self._place()
        for card in self.cards:
            if card.mark in new:
                QAccessible.updateAccessibility(QAccessibleEvent(card, QAccessible.Event.Alert))
        return bool(new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.cards:
            self._place()
        return False

    def _place(self) -> None:
        if not self.cards:
            self.hide()
            return
        width = min(px(470), self._over.width() - 2 * px(12))
        self.show()
        height = self._layout.heightForWidth(width) if self._layout.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(self._over.width() - width - px(12), px(56), width, height)
        self.raise_()
