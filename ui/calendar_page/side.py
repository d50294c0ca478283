"""Beside the sheet: a new event, a small month to jump with, and whether the week has its weekend."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.style import S, icon, primary, px

from .event_block import category_colour
from .small_month import SmallMonth


class CalendarSide(QWidget):
    new_asked = Signal()
    day_chosen = Signal(object)
    working_week_chosen = Signal(bool)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Chọn ngày và cách xem"))
        self.new_button = primary(QPushButton(icon("add", "on_fill"), self.tr("Lịch mới")))
        self.new_button.setIconSize(QSize(px(16), px(16)))
        self.new_button.setToolTip(self.tr("Lịch mới (N)"))
        self.new_button.clicked.connect(self.new_asked)
        self.month = SmallMonth(today)
        self.month.day_chosen.connect(self.day_chosen)
        self.working_week = QCheckBox(self.tr("Tuần làm việc (T2–T6)"))
        self.working_week.toggled.connect(self.working_week_chosen)
        self.categories = QLabel()
        self.categories.setWordWrap(True)
        self.categories.setTextFormat(Qt.TextFormat.RichText)
        self.zone = QLabel()
        self.zone.setObjectName("caption")
        self.zone.setWordWrap(True)
        self.zone.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(S), px(S), px(S), px(S))
        layout.setSpacing(px(S))
        layout.addWidget(self.new_button)
        layout.addWidget(self.month)
        layout.addWidget(self.working_week)
        layout.addWidget(self.categories)
        layout.addWidget(self.zone)
        layout.addStretch(1)

    def show_categories(self, names: list[str]) -> None:
        """Which colour means what, of the events in sight."""
        from html import escape

        lines = [f'<span style="color:{category_colour(name).name()}">▌</span> {escape(name)}' for name in names[:12]]
        self.categories.setText("<br>".join(lines))
        self.categories.setVisible(bool(lines))

    def say_zone(self, text: str) -> None:
        self.zone.setText(text)
        self.zone.setVisible(bool(text))
