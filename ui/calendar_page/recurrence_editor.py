"""How an event repeats, chosen in the editor: the common patterns by name, every so many, on which days, until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from mail import AbsoluteMonthly, AbsoluteYearly, Daily, Day, Recurrence, RelativeMonthly, RelativeYearly, Week, Weekly
from ui.style import S, font, px
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.month_page import open_month_under

from . import geometry
from .recurrence_words import ALL_DAYS, WORKING_DAYS, day_name, recurrence_in_words, week_name

_NONE, _DAILY, _WORKDAYS, _WEEKLY, _MONTHLY, _MONTHLY_BY_WEEK, _YEARLY, _AS_IT_IS = range(8)
_NEVER, _UNTIL, _COUNT = range(3)


class RecurrenceEditor(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = date.today()
        self._given: Recurrence | None = None
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Lặp lại"))
        self.interval = QSpinBox()
        self.interval.setRange(1, 99)
        self.interval.setAccessibleName(self.tr("Cứ bao nhiêu một lần"))
        self._every, self._unit = QLabel(self.tr("Cứ")), QLabel()
        self.days = {day: QCheckBox(day_name(day)) for day in ALL_DAYS}
        self._days = QWidget()
        flow = FlowLayout(self._days, px(S))
        for box in self.days.values():
            flow.addWidget(box)
            box.toggled.connect(self._tell)
        self.ends = QComboBox()
        self.ends.setAccessibleName(self.tr("Kết thúc lặp lại"))
        self.ends.addItems([self.tr("Không kết thúc"), self.tr("Đến ngày"), self.tr("Sau số lần")])
        self.until = QDateEdit()
        open_month_under(self.until)
        self.until.setDisplayFormat("dd/MM/yyyy")
        self.until.setAccessibleName(self.tr("Lặp lại đến ngày"))
        self.count = QSpinBox()
        self.count.setRange(1, 999)
        self.count.setValue(10)
        self.count.setAccessibleName(self.tr("Số lần lặp lại"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setObjectName("caption")
        self.words.setFont(font("small"))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (first, (self.kind, self._every, self.interval, self._unit)),
            (second, (self.ends, self.until, self.count)),
        ):
            row.setSpacing(px(6))
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addLayout(first)
        layout.addWidget(self._days)
        layout.addLayout(second)
        layout.addWidget(self.words)
        self._fill_kinds()
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.ends.currentIndexChanged.connect(lambda _: self._tell())
        self.interval.valueChanged.connect(lambda _: self._tell())
        self.count.valueChanged.connect(lambda _: self._tell())
        self.until.dateChanged.connect(lambda _: self._tell())
        self._tell()

    def show_recurrence(self, recurrence: Recurrence | None, first: date) -> None:
        """``first`` is the day of the event, which the patterns are named after."""
        self._given = recurrence
        self._first = first
        last = recurrence.last if recurrence is not None else None
        until = last or geometry.add_months(first, 3)
        self.until.setDate(QDate(until.year, until.month, until.day))
        kind = _NONE
        if recurrence is not None:
            kind = self._read(recurrence)
            self.ends.setCurrentIndex(_UNTIL if recurrence.last else _COUNT if recurrence.count else _NEVER)
            if recurrence.count:
                self.count.setValue(min(999, recurrence.count))
        else:
            self._check_days((ALL_DAYS[first.weekday()],))
        self._fill_kinds()
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self._tell()

    def set_first(self, first: date) -> None:
        """The event was put on another day."""
        if first == self._first:
            return
        kind = self.kind.currentData()
        if [day for day, box in self.days.items() if box.isChecked()] == [ALL_DAYS[self._first.weekday()]]:
            self._check_days((ALL_DAYS[first.weekday()],))
        self._first = first
        self.until.setMinimumDate(QDate(first.year, first.month, first.day))
        self._fill_kinds()
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self._tell()

    def recurrence(self) -> Recurrence | None:
        kind, interval, day = self.kind.currentData(), self.interval.value(), self._first
        week = list(Week)[4 if _is_last_week(day) else (day.day - 1) // 7]
        match kind:
            case 1:
                pattern: object = Daily(interval)
            case 2:
                pattern = Weekly(WORKING_DAYS)
            case 3:
                days = tuple(one for one, box in self.days.items() if box.isChecked())
                pattern = Weekly(days or (ALL_DAYS[day.weekday()],), interval)
            case 4:
                pattern = AbsoluteMonthly(day.day, interval)
            case 5:
                pattern = RelativeMonthly(ALL_DAYS[day.weekday()], week, interval)
            case 6:
                pattern = AbsoluteYearly(day.day, day.month)
            case 7 if self._given is not None:
                pattern = self._given.pattern
            case _:
                return None
        ends = self.ends.currentIndex()
        until = self.until.date()
        return Recurrence(
            pattern,  # type: ignore[arg-type]
            day,
            date(until.year(), until.month(), until.day()) if ends == _UNTIL else None,
            self.count.value() if ends == _COUNT else None,
        )

    # --- inside ---

    def _read(self, recurrence: Recurrence) -> int:
        """Put a recurrence into the fields; which kind it is. What they cannot say is kept as it is."""
        match recurrence.pattern:
            case Daily(interval):
                self.interval.setValue(interval)
                return _DAILY
            case Weekly(days, interval):
                self.interval.setValue(interval)
                self._check_days(days)
                return _WORKDAYS if set(days) == set(WORKING_DAYS) and interval == 1 else _WEEKLY
            case AbsoluteMonthly(day, interval) if day == self._first.day:
                self.interval.setValue(interval)
                return _MONTHLY
            case AbsoluteYearly(day, month) if (day, month) == (self._first.day, self._first.month):
                return _YEARLY
            case RelativeMonthly() | RelativeYearly() | AbsoluteMonthly() | AbsoluteYearly():
                return _AS_IT_IS
        return _AS_IT_IS

    def _check_days(self, days: tuple[Day, ...]) -> None:
        for day, box in self.days.items():
            box.blockSignals(True)
            box.setChecked(day in days)
            box.blockSignals(False)

    def _fill_kinds(self) -> None:
        day = self._first
        name = day_name(ALL_DAYS[day.weekday()])
        week = week_name(Week.LAST if _is_last_week(day) else list(Week)[(day.day - 1) // 7])
        kinds = [
            (_NONE, self.tr("Không lặp lại")),
            (_DAILY, self.tr("Hằng ngày")),
            (_WORKDAYS, self.tr("Các ngày làm việc")),
            (_WEEKLY, self.tr("Hằng tuần")),
            (_MONTHLY, self.tr("Hằng tháng, ngày {day}").format(day=day.day)),
            (_MONTHLY_BY_WEEK, self.tr("Hằng tháng, {day} {week}").format(day=name, week=week)),
            (_YEARLY, self.tr("Hằng năm, ngày {day}/{month}").format(day=day.day, month=day.month)),
        ]
        if self._given is not None:
            kinds.append((_AS_IT_IS, self.tr("Giữ nguyên: {words}").format(words=recurrence_in_words(self._given))))
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind, words in kinds:
            self.kind.addItem(words, kind)
        self.kind.blockSignals(False)

    def _kind_chosen(self) -> None:
        if self.kind.currentData() == _NONE:
            self.interval.setValue(1)
        self._tell()

    def _tell(self) -> None:
        kind = self.kind.currentData()
        units = {
            _DAILY: self.tr("ngày một lần"),
            _WEEKLY: self.tr("tuần một lần"),
            _MONTHLY: self.tr("tháng một lần"),
            _MONTHLY_BY_WEEK: self.tr("tháng một lần"),
        }
        for widget in (self._every, self.interval, self._unit):
            widget.setVisible(kind in units)
        self._unit.setText(units.get(kind, ""))
        self._days.setVisible(kind == _WEEKLY)
        self.ends.setVisible(kind != _NONE)
        self.until.setVisible(kind != _NONE and self.ends.currentIndex() == _UNTIL)
        self.count.setVisible(kind != _NONE and self.ends.currentIndex() == _COUNT)
        recurrence = self.recurrence()
        self.words.setText(recurrence_in_words(recurrence) if recurrence is not None else "")
        self.words.setVisible(recurrence is not None)
        self.changed.emit()


def _is_last_week(day: date) -> bool:
    """The fifth of its weekday: "the fifth" is no pattern, "the last" is."""
    return day.day > 28
