"""A small month to choose a day in: beside the sheet, and over it where there is little room."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.style import colour, font, icon, px

from . import geometry, words
from .holidays import holiday_on

_DAY = Qt.ItemDataRole.UserRole
_WEEKS = 6


class SmallMonth(QFrame):
    day_chosen = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self._day = today
        self._month = today.replace(day=1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.title = QLabel()
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = self._arrow("chevron_left", self.tr("Tháng trước"), -1)
        self.after = self._arrow("chevron_right", self.tr("Tháng sau"), 1)
        self.table = _Days(_WEEKS, 7)
        self.table.setHorizontalHeaderLabels(
            [words.short_weekday(day) for day in geometry.week(today)],
        )
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.before)
        top.addWidget(self.title, 1)
        top.addWidget(self.after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        layout.addLayout(top)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.cellClicked.connect(self._choose)
        self.table.enter_pressed.connect(lambda: self._choose(self.table.currentRow(), self.table.currentColumn()))
        self.table.left.connect(self._step_over)
        self._fill()

    def show_day(self, day: date) -> None:
        """Its month, with it marked."""
        self._day, self._month = day, day.replace(day=1)
        self._fill()

    def turn(self, months: int) -> None:
        self._month = geometry.add_months(self._month, months)
        self._fill()

    def refresh(self) -> None:
        """After a change of theme or text size."""
        self.title.setFont(font("strong"))
        self.table.measure()
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # --- inside ---

    def _arrow(self, name: str, text: str, months: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(px(16), px(16)))
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.turn(months))
        return button

    def _fill(self) -> None:
        self.title.setText(words.month(self._month))
        first = geometry.monday_of(self._month)
        self.table.setAccessibleName(self.tr("Chọn ngày, {month}").format(month=words.month(self._month)))
        self.table.blockSignals(True)
        for place in range(_WEEKS * 7):
            day = first + timedelta(days=place)
            item = QTableWidgetItem(str(day.day))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(_DAY, day)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.spoken_day(day, self.today))
            item.setToolTip(holiday_on(day))
            item.setForeground(QColor(self._role_of(day)))
            if day == self.today:
                item.setFont(font("strong"))
            self.table.setItem(place // 7, place % 7, item)
            if day == self._day:
                self.table.setCurrentCell(place // 7, place % 7)
        if not first <= self._day < first + timedelta(days=_WEEKS * 7):
            self.table.clearSelection()
        self.table.blockSignals(False)

    def _role_of(self, day: date) -> QColor:
        if day == self.today:
            return colour("accent")
        if holiday_on(day):
            return colour("danger")
        return colour("text" if day.month == self._month.month else "muted")

    def _choose(self, row: int, column: int) -> None:
        item = self.table.item(row, column)
        if item is not None:
            self.day_chosen.emit(item.data(_DAY))

    def _step_over(self, days: int) -> None:
        """The arrows went over the edge of the month."""
        item = self.table.currentItem()
        if item is not None:
            self.show_day(item.data(_DAY) + timedelta(days=days))


class _Days(QTableWidget):
    enter_pressed = Signal()
    left = Signal(int)

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(10)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(10)
        self.measure()

    def measure(self) -> None:
        row = self.fontMetrics().height() + px(5)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(row + px(2))
        self.horizontalHeader().setFont(font("small"))
        self.setFixedHeight(row * (self.rowCount() + 1) + px(4))
        self.setMinimumWidth(px(196))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column, key = self.currentRow(), self.currentColumn(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.enter_pressed.emit()
        elif key == Qt.Key.Key_Left and column == 0:
            self.left.emit(-1)
        elif key == Qt.Key.Key_Right and column == 6:
            self.left.emit(1)
        elif key == Qt.Key.Key_Up and row == 0:
            self.left.emit(-7)
        elif key == Qt.Key.Key_Down and row == self.rowCount() - 1:
            self.left.emit(7)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters are the page's
        else:
            super().keyPressEvent(event)
