"""The page of days that opens under a field with a date: our signs and colours on it, which Qt draws black and red
whatever the theme. Used by every field and dialog in which a day is chosen."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QToolButton

from ui.style import colour, icon


def dress_month(page: QCalendarWidget) -> None:
    """Monday first, no numbers of weeks, days off muted, and arrows that can be seen in the dark."""
    page.setLocale(QLocale())
    page.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    page.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    off = QTextCharFormat()
    off.setForeground(colour("danger"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        page.setWeekdayTextFormat(day, off)
    for name, sign in (("qt_calendar_prevmonth", "chevron_left"), ("qt_calendar_nextmonth", "chevron_right")):
        button = page.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(sign))


def open_month_under(field: QDateTimeEdit) -> None:
    """The field opens a dressed page of days."""
    field.setCalendarPopup(True)
    page = field.calendarWidget()
    if page is not None:
        dress_month(page)
