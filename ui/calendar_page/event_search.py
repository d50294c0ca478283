"""Finds events by a few words, marks or not, over the whole calendar; the chosen one is shown where it lies. Opened by
the calendar page on Ctrl+F."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mail import CalendarItem
from ui import formatting
from ui.announcing import announce
from ui.page_tools import PageTools
from ui.style import L, S, font, px
from ui.widgets.composing import ComposedLine
from ui.widgets.screen_room import resize_within_screen

from . import words

_PAUSE_MS = 150
_MOST = 100
_AHEAD = timedelta(days=370)


class EventSearch(QDialog):
    chosen = Signal(object)
    """The `CalendarItem` to be shown."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.setWindowTitle(self.tr("Tìm trong lịch"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.typed = ComposedLine()
        self.typed.setPlaceholderText(self.tr("Tên, nơi họp, người dự… (gõ không dấu cũng được)"))
        self.typed.setAccessibleName(self.tr("Tìm trong lịch"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các lịch tìm thấy"))
        self.list.setWordWrap(True)
        self.list.setSpacing(px(2))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = QLabel(self.tr("Enter để xem lịch đang chọn."))
        self.told.setFont(font("small"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(L), px(L), px(L), px(L))
        layout.setSpacing(px(S))
        layout.addWidget(self.typed)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._asked = ""
        self.typed.textChanged.connect(lambda _: self._pause.start())
        self.typed.installEventFilter(self)
        self.list.itemActivated.connect(self._choose)
        resize_within_screen(self, px(520), px(440))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while she types; Enter takes what is chosen there."""
        if watched is self.typed and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self._search()
                else:
                    self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        self._pause.stop()
        asked = self._asked = self.typed.text().strip()
        if not asked:
            self.list.clear()
            return
        desk = self._tools.desk

        def show(found: list[CalendarItem]) -> None:
            if asked == self._asked:
                self._show(found)

        self._tools.background.run(
            self,
            lambda: desk.mailbox.calendar.search(asked, limit=_MOST),
            show,
            self._tools.notices.say_error,
            lane="calendar-rows",
        )

    def _show(self, found: list[CalendarItem]) -> None:
        self.list.clear()
        for one in found:
            when = words.full_span(formatting.local(one.start), formatting.local(one.end), is_all_day=one.is_all_day)
            if one.is_recurring:
                when = self.tr("{when}, lặp lại").format(when=when)
            title = " ".join(one.subject.split()) or self.tr("(không có tên)")
            row = QListWidgetItem("\n".join([title, " · ".join(filter(None, (when, one.location)))]))
            row.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        count = formatting.number(len(found)) + ("+" if len(found) >= _MOST else "")
        text = self.tr("Tìm thấy {count} lịch.").format(count=count) if found else self.tr("Không tìm thấy lịch nào.")
        self.told.setText(text)
        announce(self.list, text)

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        item: CalendarItem = row.data(Qt.ItemDataRole.UserRole)
        if not item.is_recurring or not item.uid:
            self._take(item)
            return
        desk, now = self._tools.desk, datetime.now(UTC)

        def coming() -> CalendarItem:
            """Of a series the occurrence that comes next, else its beginning."""
            there = desk.mailbox.calendar.items(now, now + _AHEAD)
            return min((one for one in there if one.uid == item.uid), key=lambda one: one.start, default=item)

        self._tools.background.run(self, coming, self._take, self._tools.notices.say_error, lane="calendar-rows")

    def _take(self, item: CalendarItem) -> None:
        self.chosen.emit(item)
        self.accept()
