"""Start and end of an event: dates with a small month, times in quarters of an hour; the end follows the start."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale, QTime, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QDateEdit, QGridLayout, QLabel, QTimeEdit, QWidget

from ui.style import colour, font, px
from ui.widgets.month_page import open_month_under

from . import words


class WhenFields(QWidget):
    changed = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._showing = False
        self._length = timedelta(hours=1)
        self.start_day, self.end_day = _date(self.tr("Ngày bắt đầu")), _date(self.tr("Ngày kết thúc"))
        self.start_time, self.end_time = _time(self.tr("Giờ bắt đầu")), _time(self.tr("Giờ kết thúc"))
        self.all_day = QCheckBox(self.tr("Cả ngày"))
        self.said = QLabel()
        self.said.setObjectName("caption")
        self.said.setFont(font("small"))
        self.said.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(px(6))
        layout.setVerticalSpacing(px(4))
        for row, widgets in enumerate(
            ((self.start_day, self.start_time, self.all_day), (self.end_day, self.end_time, None))
        ):
            for column, widget in enumerate(widgets):
                if widget is not None:
                    layout.addWidget(widget, row, column)
        layout.addWidget(self.said, 2, 0, 1, 4)
        layout.setColumnStretch(3, 1)
        self.start_day.dateChanged.connect(lambda _: self._start_changed())
        self.start_time.timeChanged.connect(lambda _: self._start_changed())
        self.end_day.dateChanged.connect(lambda _: self._end_changed())
        self.end_time.timeChanged.connect(lambda _: self._end_changed())
        self.all_day.toggled.connect(lambda _: self._all_day_changed())

    def show_span(self, start: datetime, end: datetime, *, is_all_day: bool) -> None:
        start, end = start.astimezone(self._zone), end.astimezone(self._zone)
        self._showing = True
        self.all_day.setChecked(is_all_day)
        last = end - timedelta(days=1) if is_all_day and end > start else end
        self.start_day.setDate(QDate(start.year, start.month, start.day))
        self.end_day.setDate(QDate(last.year, last.month, last.day))
        if is_all_day:
            self.start_time.setTime(QTime(8, 0))
            self.end_time.setTime(QTime(9, 0))
        else:
            self.start_time.setTime(QTime(start.hour, start.minute))
            self.end_time.setTime(QTime(end.hour, end.minute))
        self._showing = False
        self._length = max(timedelta(), self.span()[1] - self.span()[0])
        self._tell()
        self.changed.emit()

    def span(self) -> tuple[datetime, datetime]:
        """In the calendar's zone; of all-day events the midnights, the last one excluded."""
        first, last = _python(self.start_day.date()), _python(self.end_day.date())
        if self.all_day.isChecked():
            midnight = datetime.combine(first, time(), self._zone)
            return midnight, datetime.combine(last + timedelta(days=1), time(), self._zone)
        return (
            datetime.combine(first, _clock(self.start_time.time()), self._zone),
            datetime.combine(last, _clock(self.end_time.time()), self._zone),
        )

    @property
    def is_right(self) -> bool:
        start, end = self.span()
        return end >= start if not self.all_day.isChecked() else end > start

    def _start_changed(self) -> None:
        """The length stays."""
        if self._showing:
            return
        start, _ = self.span()
        end = start + self._length
        self._showing = True
        last = end - timedelta(days=1) if self.all_day.isChecked() else end
        self.end_day.setDate(QDate(last.year, last.month, last.day))
        if not self.all_day.isChecked():
            self.end_time.setTime(QTime(end.hour, end.minute))
        self._showing = False
        self._tell()
        self.changed.emit()

    def _end_changed(self) -> None:
        if self._showing:
            return
        start, end = self.span()
        self._length = max(timedelta(), end - start)
        self._tell()
        self.changed.emit()

    def _all_day_changed(self) -> None:
        if not self._showing:
            start, end = self.span()
            self._length = max(timedelta(), end - start)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        is_all_day = self.all_day.isChecked()
        self.start_time.setVisible(not is_all_day)
        self.end_time.setVisible(not is_all_day)
        palette = self.said.palette()
        palette.setColor(self.said.foregroundRole(), colour("muted" if self.is_right else "danger"))
        self.said.setPalette(palette)
        if not self.is_right:
            self.said.setText(self.tr("Kết thúc phải sau bắt đầu."))
            return
        start, end = self.span()
        self.said.setText(words.full_span(start, end, is_all_day=is_all_day))


def _date(name: str) -> QDateEdit:
    field = QDateEdit()
    open_month_under(field)
    field.setDisplayFormat("dd/MM/yyyy")
    field.setLocale(QLocale(QLocale.Language.Vietnamese))
    field.setAccessibleName(name)
    field.setMinimumHeight(px(28))
    calendar = field.calendarWidget()
    if calendar is not None:
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
    return field


class _QuarterHours(QTimeEdit):
    """The arrows go by quarters of an hour; any minute can be typed."""

    def stepBy(self, steps: int) -> None:
        if self.currentSection() == QTimeEdit.Section.MinuteSection:
            self.setTime(self.time().addSecs(steps * 900))
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled


def _time(name: str) -> QTimeEdit:
    field = _QuarterHours()
    field.setDisplayFormat("HH:mm")
    field.setAccessibleName(name)
    field.setWrapping(True)
    field.setMinimumHeight(px(28))
    return field


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _clock(at: QTime) -> time:
    return time(at.hour(), at.minute())
