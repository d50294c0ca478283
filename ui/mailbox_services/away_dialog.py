"""Being away: from when to when, and what those who write get as an answer. Opened from the mailbox's menu."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from mail import ExternalAudience, GetOutOfOffice, OofState, OutOfOffice, SetOutOfOffice
from ui import formatting
from ui.page_tools import PageTools
from ui.style import M, S, px
from ui.widgets.month_page import open_month_under
from ui.widgets.screen_room import resize_within_screen

from .server_dialog import ServerDialog

LONGEST = 20_000
_FORMAT = "HH:mm  dd/MM/yyyy"


class AwayDialog(ServerDialog):
    told = Signal(object)
    """An `OutOfOffice`: what the server says now."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, self.tr("Báo vắng mặt"), self.tr("Lưu"), parent)
        self._known = OutOfOffice()
        self.is_away = QCheckBox(self.tr("Tự trả lời thư đến khi tôi vắng mặt"))
        self.is_timed = QCheckBox(self.tr("Chỉ trong khoảng thời gian này:"))
        self.start, self.end = self._moment(self.tr("Từ")), self._moment(self.tr("Đến"))
        self.internal = _words(self.tr("Trả lời người trong cơ quan"))
        self.audience = QComboBox()
        self.audience.setAccessibleName(self.tr("Người ngoài cơ quan"))
        for audience, words in (
            (ExternalAudience.NONE, self.tr("Không trả lời người ngoài cơ quan")),
            (ExternalAudience.KNOWN, self.tr("Chỉ trả lời người có trong danh bạ của tôi")),
            (ExternalAudience.ALL, self.tr("Trả lời mọi người ngoài cơ quan")),
        ):
            self.audience.addItem(words, audience)
        self.external = _words(self.tr("Trả lời người ngoài cơ quan"))
        self.warning = QLabel(
            self.tr(
                "Lời nhắn trên máy chủ có định dạng (chữ đậm, liên kết…). Để nguyên chữ thì định dạng được giữ;"
                " sửa chữ ở đây thì chỉ còn phần chữ."
            )
        )
        self.warning.setWordWrap(True)
        self.warning.hide()
        times = QHBoxLayout()
        times.setSpacing(px(S))
        for words, field in ((self.tr("từ"), self.start), (self.tr("đến"), self.end)):
            times.addWidget(QLabel(words))
            times.addWidget(field)
        times.addStretch(1)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(S))
        layout.addWidget(self.is_away)
        layout.addWidget(self.is_timed)
        layout.addLayout(times)
        layout.addSpacing(px(M))
        for caption, field_ in ((self.tr("Trả lời người trong cơ quan"), self.internal), ("", self.audience)):
            if caption:
                label = QLabel(caption)
                label.setBuddy(field_)
                layout.addWidget(label)
            layout.addWidget(field_, 1 if field_ is self.internal else 0)
        layout.addWidget(self.external, 1)
        layout.addWidget(self.warning)
        self.is_away.toggled.connect(self._enable)
        self.is_timed.toggled.connect(self._enable)
        self.audience.currentIndexChanged.connect(self._enable)
        resize_within_screen(self, px(560), px(560))
        self._enable()
        self.load()

    def load(self) -> None:
        self.ask(GetOutOfOffice(), self.show_settings, self.tr("Đang hỏi máy chủ…"), is_load=True)

    def show_settings(self, settings: OutOfOffice) -> None:
        self._known = settings
        self.is_away.setChecked(settings.state is not OofState.DISABLED)
        self.is_timed.setChecked(settings.state is OofState.SCHEDULED)
        now = formatting.local(datetime.now(UTC))
        start, end = settings.start, settings.end
        if start is None or end is None or end <= now:  # the last time's: of no use any more
            start = (now + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
            end = start + timedelta(hours=9, minutes=30)
        self.start.setDateTime(_shown(start))
        self.end.setDateTime(_shown(end))
        self.internal.setPlainText(settings.internal_reply)
        self.external.setPlainText(settings.external_reply)
        self.audience.setCurrentIndex(self.audience.findData(settings.external_audience))
        self.warning.setVisible(settings.is_html_lost)
        self._enable()
        self.is_away.setFocus()

    def settings(self) -> OutOfOffice:
        """As she has it in the fields."""
        state = OofState.DISABLED
        if self.is_away.isChecked():
            state = OofState.SCHEDULED if self.is_timed.isChecked() else OofState.ENABLED
        return replace(
            self._known,
            state=state,
            internal_reply=self.internal.toPlainText()[:LONGEST],
            external_reply=self.external.toPlainText()[:LONGEST],
            external_audience=self.audience.currentData(),
            start=_meant(self.start.dateTime()),
            end=_meant(self.end.dateTime()),
            is_html_lost=False,
        )

    def save(self) -> None:
        wanted = self.settings()
        assert wanted.start is not None and wanted.end is not None
        if wanted.state is OofState.SCHEDULED and wanted.end <= wanted.start:
            self.say(self.tr("Thời điểm kết thúc phải sau thời điểm bắt đầu."), is_failure=True)
            self.end.setFocus()
            return
        if wanted.state is OofState.SCHEDULED and wanted.end <= datetime.now(UTC):
            self.say(self.tr("Khoảng thời gian này đã qua."), is_failure=True)
            self.end.setFocus()
            return
        if wanted.state is not OofState.DISABLED and not wanted.internal_reply.strip():
            self.say(self.tr("Hãy viết lời trả lời người trong cơ quan."), is_failure=True)
            self.internal.setFocus()
            return
        self.ask(SetOutOfOffice(wanted), self._saved, self.tr("Đang báo máy chủ…"))

    def _saved(self, settings: OutOfOffice) -> None:
        self.told.emit(settings)
        self.accept()

    def _enable(self, *_: object) -> None:
        is_away, is_timed = self.is_away.isChecked(), self.is_timed.isChecked()
        self.is_timed.setEnabled(is_away)
        for field in (self.start, self.end):
            field.setEnabled(is_away and is_timed)
        for other in (self.internal, self.audience):
            other.setEnabled(is_away)
        self.external.setEnabled(is_away and self.audience.currentData() is not ExternalAudience.NONE)

    def _moment(self, name: str) -> QDateTimeEdit:
        field = QDateTimeEdit()
        field.setDisplayFormat(_FORMAT)
        open_month_under(field)
        field.setAccessibleName(name)
        return field


def _words(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setTabChangesFocus(True)
    return field


def _shown(moment: datetime) -> QDateTime:
    """As the office's clock shows it, like every other moment on the desk."""
    at = formatting.local(moment)
    return QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0)


def _meant(shown: QDateTime) -> datetime:
    date, time = shown.date(), shown.time()
    there = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=formatting.OFFICE_TIME)
    return there.astimezone(UTC)
