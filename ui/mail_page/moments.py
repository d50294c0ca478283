"""Moments that are chosen from a menu: when a mail shall be sent, until when one is put off. No wall clock is hidden:
`now` is handed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, Qt, QTime
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ui import formatting
from ui.style import L, font, primary, px
from ui.widgets.month_page import dress_month

_MORNING, _AFTERNOON = time(8, 0), time(14, 0)


def presets(now: datetime, *, snooze: bool = False) -> list[tuple[str, datetime]]:
    """(words, moment) in the office's time, the next first."""
    translate = QCoreApplication.translate
    here = formatting.local(now)
    found: list[tuple[str, datetime]] = []
    if snooze:
        found.append((translate("Moments", "Hai giờ nữa"), here + timedelta(hours=2)))
    if here.time() < time(13, 30):
        found.append((translate("Moments", "Chiều nay 14:00"), _at(here, 0, _AFTERNOON)))
    if here.weekday() != 6:  # on Sunday, tomorrow is the Monday below
        found.append((translate("Moments", "Sáng mai 8:00"), _at(here, 1, _MORNING)))
    to_monday = 7 - here.weekday()
    found.append((translate("Moments", "Thứ Hai 8:00"), _at(here, to_monday, _MORNING)))
    if snooze:
        found.append((translate("Moments", "Một tuần nữa"), _at(here, 7, _MORNING)))
    return [(words, moment) for words, moment in found if moment > now]


def _at(here: datetime, days: int, at: time) -> datetime:
    """That day at that time of the office's clock."""
    return datetime.combine(here.date() + timedelta(days=days), at, formatting.OFFICE_TIME)


def fill_menu(
    menu: QMenu, now: datetime, chosen: Callable[[datetime], object], ask: Callable[[], object], *, snooze: bool = False
) -> None:
    """The presets with their days, then “another moment”."""
    menu.clear()
    for words, moment in presets(now, snooze=snooze):
        menu.addAction(
            f"{words}\t{formatting.short_moment(moment, now)}",
            lambda moment=moment: chosen(moment),  # type: ignore[misc]
        )
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("Moments", "Chọn lúc khác…"), ask)


class MomentDialog(QDialog):
    """A day and a time of day, from now on. ``chosen`` is called with it."""

    def __init__(self, title: str, chosen: Callable[[datetime], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        now = formatting.local(datetime.now(formatting.OFFICE_TIME))
        start = now + timedelta(hours=1)
        self.day = QCalendarWidget()
        dress_month(self.day)
        self.day.setMinimumDate(QDate(now.year, now.month, now.day))
        self.day.setSelectedDate(QDate(start.year, start.month, start.day))
        self.day.setAccessibleName(self.tr("Ngày"))
        self.time = QTimeEdit(QTime(start.hour, start.minute))
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Giờ"))
        self.words = QLabel()
        self.words.setFont(font("small"))
        self.words.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.take_button = primary(QPushButton(self.tr("Chọn")))
        self.take_button.setDefault(True)
        buttons.addButton(self.take_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Thôi")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Giờ"), self.time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(L), px(L), px(L), px(L))
        layout.addWidget(self.day)
        layout.addLayout(form)
        layout.addWidget(self.words)
        layout.addWidget(buttons)
        self.day.selectionChanged.connect(self._look)
        self.time.timeChanged.connect(self._look)
        self._look()

    @property
    def moment(self) -> datetime:
        day, at = self.day.selectedDate(), self.time.time()
        return datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=formatting.OFFICE_TIME)

    def _look(self, *_: object) -> None:
        is_past = self.moment <= datetime.now(formatting.OFFICE_TIME)
        self.take_button.setEnabled(not is_past)
        self.words.setText(self.tr("Lúc này đã qua.") if is_past else formatting.full_moment(self.moment))

    def _take(self) -> None:
        self.accept()
        self._chosen(self.moment)
