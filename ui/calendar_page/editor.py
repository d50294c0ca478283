"""The window in which an event is made or changed. Says who will be mailed before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mail import CalendarItem, CalendarItemId, FreeBusy, MeetingDraft, Person
from ui import formatting
from ui.mail_page.draft_fields import AddressField
from ui.page_tools import PageTools
from ui.style import L, M, S, colour, font, primary, px
from ui.sync_status import Feature, SyncActivity
from ui.widgets.composing import ComposedLine, commit_composing
from ui.widgets.screen_room import resize_within_screen

from . import words
from .free_busy_pane import FreeBusyPane
from .plain_text import EventText
from .recurrence_editor import RecurrenceEditor
from .room_field import RoomField
from .when_fields import WhenFields

_REMINDERS = (None, 0, 5, 15, 30, 60, 120, 1440)
_LOOK_AFTER_MS = 200


class EventEditor(QWidget):
    """``item_id`` is None for a new event. `saved` carries the `MeetingDraft` and whether attendees are told."""

    saved = Signal(object, bool)
    closed = Signal()

    def __init__(
        self,
        tools: PageTools,
        draft: MeetingDraft,
        zone: tzinfo,
        *,
        item_id: CalendarItemId | None = None,
        with_recurrence: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tools, self._draft, self._zone, self._item_id = tools, draft, zone, item_id
        self._was_meeting = draft.is_meeting and item_id is not None
        self._done = False
        self.subject = ComposedLine()
        self.when = WhenFields(zone)
        self.place = RoomField(tools)
        self.required = AddressField(self.tr("Người dự"), tools)
        self.optional = AddressField(self.tr("Không bắt buộc"), tools)
        self.free_busy = FreeBusyPane(tools, zone)
        self.repeats = RecurrenceEditor()
        self.reminder = QComboBox()
        self.busy = QComboBox()
        self.private = QCheckBox(self.tr("Riêng tư: người khác chỉ thấy giờ bận"))
        self.categories = ComposedLine()
        self.text = EventText()
        self.conflicts, self.told = QLabel(), QLabel()
        self.notify = QCheckBox(self.tr("Gửi thư báo thay đổi cho người dự"))
        self.save_button = primary(QPushButton())
        self._look_soon = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._look_soon.timeout.connect(self._look_for_conflicts)
        self._build(with_recurrence)
        self._show(draft, with_recurrence)
        self._as_opened = self.draft()
        self._join()
        self._changed()
        self._know_people()

    # --- what she has written ---

    def draft(self) -> MeetingDraft:
        start, end = self.when.span()
        required, _ = self.required.people()
        optional, _ = self.optional.people()
        categories = tuple(dict.fromkeys(one.strip() for one in self.categories.text().split(",") if one.strip()))
        return replace(
            self._draft,
            subject=" ".join(self.subject.text().split()),
            start=start,
            end=end,
            is_all_day=self.when.all_day.isChecked(),
            location=self.place.place.text().strip(),
            required=required,
            optional=optional,
            rooms=self.place.rooms,
            text=self.text.toPlainText().strip(),
            categories=categories,
            reminder_minutes=self.reminder.currentData(),
            busy=self.busy.currentData(),
            is_private=self.private.isChecked(),
            recurrence=self.repeats.recurrence() if not self.repeats.isHidden() else self._draft.recurrence,
        )

    def save(self) -> None:
        """Into the calendar, if it can be: what is wrong is said in its place."""
        commit_composing(self.subject, self.place.place, self.required.line, self.optional.line, self.categories)
        self.text.commit_typing()
        rights = [self.required.check(), self.optional.check(), self.when.is_right]
        if not all(rights):
            return
        draft = self.draft()
        if not draft.subject:
            draft = replace(draft, subject=self.tr("(không có tên)"))
        self._done = True
        self.saved.emit(draft, self.notify.isChecked())
        self.close()

    # --- inside ---

    def _show(self, draft: MeetingDraft, with_recurrence: bool) -> None:
        self.subject.setText(draft.subject)
        self.when.show_span(draft.start, draft.end, is_all_day=draft.is_all_day)
        self.place.show_rooms(draft.location, draft.rooms)
        self.required.show_people(draft.required)
        self.optional.show_people(draft.optional)
        self.repeats.show_recurrence(draft.recurrence, draft.start.astimezone(self._zone).date())
        self.repeats.setVisible(with_recurrence)
        reminders = list(_REMINDERS)
        if draft.reminder_minutes not in reminders:
            reminders.append(draft.reminder_minutes)
        for minutes in reminders:
            self.reminder.addItem(self._reminder_words(minutes), minutes)
        self.reminder.setCurrentIndex(reminders.index(draft.reminder_minutes))
        for value in FreeBusy:
            if value is not FreeBusy.NO_DATA:
                self.busy.addItem(words.free_busy(value), value)
        self.busy.setCurrentIndex(max(0, self.busy.findData(draft.busy)))
        self.private.setChecked(draft.is_private)
        self.categories.setText(", ".join(draft.categories))
        self.text.setPlainText(draft.text)
        self.notify.setChecked(True)
        self.subject.setCursorPosition(0)

    def _reminder_words(self, minutes: int | None) -> str:
        if minutes is None:
            return self.tr("Không nhắc")
        if minutes == 0:
            return self.tr("Đúng giờ")
        if minutes == 1440:
            return self.tr("Trước 1 ngày")
        return self.tr("Trước {length}").format(length=words.length(minutes))

    def _changed(self) -> None:
        draft = self.draft()
        self.repeats.set_first(draft.start.astimezone(self._zone).date())
        self.free_busy.show_people([*draft.required, *draft.optional, *draft.rooms], draft.start, draft.end)
        is_meeting = draft.is_meeting or self._was_meeting
        self.notify.setVisible(self._was_meeting)
        title = draft.subject or (self.tr("Lịch mới") if self._item_id is None else self.tr("Lịch"))
        self.setWindowTitle(title)
        self.told.setText(self._told_words(draft))
        self.told.setVisible(bool(self.told.text()))
        if self._item_id is None:
            self.save_button.setText(self.tr("Gửi giấy mời") if is_meeting else self.tr("Ghi vào lịch"))
        else:
            sends = is_meeting and self.notify.isChecked()
            self.save_button.setText(self.tr("Lưu và báo người dự") if sends else self.tr("Lưu"))
        self.save_button.setEnabled(self.when.is_right)
        self._look_soon.start()

    def _told_words(self, draft: MeetingDraft) -> str:
        """Who will be mailed, and when it leaves."""
        people = {one.address.casefold(): one for one in (*draft.required, *draft.optional)}
        before = {one.address.casefold(): one for one in (*self._draft.required, *self._draft.optional)}
        gone = [one for address, one in before.items() if address not in people] if self._was_meeting else []
        parts = []
        if (self._item_id is None or self.notify.isChecked()) and (people or draft.rooms):
            if people:
                names = formatting.people(list(people.values()), limit=4)
                parts.append(self.tr("Sẽ gửi thư cho {count} người: {names}.").format(count=len(people), names=names))
            if draft.rooms:
                parts.append(self.tr("Sẽ đặt: {rooms}.").format(rooms=formatting.people(draft.rooms, limit=4)))
        if gone and self.notify.isChecked():
            parts.append(self.tr("Báo thôi dự: {names}.").format(names=formatting.people(gone, limit=4)))
        status = self._tools.service.statuses.get(Feature.MAIL)
        if parts and status is not None and status.activity is SyncActivity.OFFLINE:
            parts.append(self.tr("Đang ngoại tuyến: sẽ gửi khi có mạng."))
        return " ".join(parts)

    def _look_for_conflicts(self) -> None:
        if not self.when.is_right or self.when.all_day.isChecked():
            self.conflicts.hide()
            return
        desk, (start, end), own = self._tools.desk, self.when.span(), self._item_id
        self._tools.background.run(
            self,
            lambda: desk.mailbox.calendar.conflicts(start, end, apart_from=own),
            self._say_conflicts,
            lambda _: self.conflicts.hide(),
            lane="calendar-rows",
        )

    def _say_conflicts(self, found: Sequence[CalendarItem]) -> None:
        self.conflicts.setVisible(bool(found))
        if found:
            names = [self._in_short(item) for item in found[:3]]
            rest = self.tr(" và {count} lịch khác").format(count=len(found) - 3) if len(found) > 3 else ""
            self.conflicts.setText(self.tr("Trùng giờ với: {names}.").format(names="; ".join(names) + rest))

    def _in_short(self, item: CalendarItem) -> str:
        start, end = item.start.astimezone(self._zone), item.end.astimezone(self._zone)
        return f"{item.subject} ({words.span(start, end, is_all_day=item.is_all_day)})"

    def _know_people(self) -> None:
        """Those she met in meetings come first, then those of her mail."""
        desk = self._tools.desk

        def read() -> list[Person]:
            met = [*desk.mailbox.calendar.people(), *desk.mailbox.people()]
            return list({one.address.casefold(): one for one in reversed(met)}.values())[::-1]

        def know(people: list[Person]) -> None:
            for field in (self.required, self.optional):
                field.suggestions.know(people)

        self._tools.background.run(self, read, know, lambda _: None)

    def _begin_at(self, start: datetime) -> None:
        first, last = self.when.span()
        self.when.show_span(start, start + (last - first), is_all_day=False)

    def _join(self) -> None:
        for signal in (
            self.subject.textChanged,
            self.when.changed,
            self.place.changed,
            self.required.changed,
            self.optional.changed,
            self.notify.toggled,
        ):
            signal.connect(lambda *_: self._changed())
        self.free_busy.start_asked.connect(self._begin_at)
        self.save_button.clicked.connect(self.save)
        for keys, act in (("Ctrl+Return", self.save), ("Ctrl+S", self.save), ("Escape", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _build(self, with_recurrence: bool) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(px(M))
        form.setVerticalSpacing(px(S))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.subject.setAccessibleName(self.tr("Tên cuộc họp, việc"))
        self.subject.setPlaceholderText(self.tr("Tên cuộc họp, việc"))
        self.subject.setFont(font("subheading"))
        self.reminder.setAccessibleName(self.tr("Nhắc"))
        self.busy.setAccessibleName(self.tr("Hiện với người khác"))
        self.categories.setAccessibleName(self.tr("Phân loại"))
        self.categories.setPlaceholderText(self.tr("Phân loại, cách nhau bằng dấu phẩy"))
        self.text.setObjectName("letter")
        self.text.setAccessibleName(self.tr("Nội dung"))
        self.text.setPlaceholderText(self.tr("Nội dung, tài liệu chuẩn bị"))
        self.text.setMinimumHeight(px(110))
        self.text.setTabChangesFocus(True)
        form.addRow(self.tr("Tên"), self.subject)
        form.addRow(self.tr("Thời gian"), self.when)
        form.addRow("", self.conflicts)
        form.addRow(self.tr("Địa điểm"), self.place)
        form.addRow(self.tr("Người dự"), self.required)
        form.addRow(self.tr("Không bắt buộc"), self.optional)
        form.addRow("", self.free_busy)
        if with_recurrence:
            form.addRow(self.tr("Lặp lại"), self.repeats)
        else:
            self.repeats.hide()
            self.repeats.setParent(self)
        choices = QHBoxLayout()
        choices.setSpacing(px(S))
        for widget in (self.reminder, self.busy):
            choices.addWidget(widget)
        choices.addStretch(1)
        form.addRow(self.tr("Nhắc"), choices)
        form.addRow(self.tr("Phân loại"), self.categories)
        form.addRow("", self.private)
        form.addRow(self.tr("Nội dung"), self.text)
        for label, role in ((self.conflicts, "warning"), (self.told, "text")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font("small"))
            palette = label.palette()
            palette.setColor(label.foregroundRole(), colour(role))
            label.setPalette(palette)
            label.hide()
        inside = QWidget()
        inside.setLayout(form)
        form.setContentsMargins(px(L), px(L), px(L), px(S))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.cancel_button = QPushButton(self.tr("Thôi"))
        self.cancel_button.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(L), px(S), px(L), px(M))
        foot.setSpacing(px(S))
        words_column = QVBoxLayout()
        words_column.addWidget(self.notify)
        words_column.addWidget(self.told)
        foot.addLayout(words_column, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        resize_within_screen(self, px(720), px(720))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._done and self.draft() != self._as_opened:
            event.ignore()
            self._ask_before_losing()
            return
        event.accept()
        self.closed.emit()

    def _ask_before_losing(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Bàn Công Vụ", self.tr("Bỏ những gì vừa viết?"), parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lose = box.addButton(self.tr("Bỏ"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Viết tiếp"), QMessageBox.ButtonRole.RejectRole))
        lose.clicked.connect(self._lose)
        box.open()

    def _lose(self) -> None:
        self._done = True
        self.close()
