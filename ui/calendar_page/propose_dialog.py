"""Proposes another time to the organiser of a meeting: when, how it is answered meanwhile, and a word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mail import Answer, AttendeeKind
from ui import formatting
from ui.page_tools import PageTools
from ui.style import font, primary, px
from ui.widgets.composing import ComposedLine, commit_composing
from ui.widgets.screen_room import resize_within_screen, scrolled_dialog

from . import words
from .calendar_view import OWN_ZONE
from .free_busy_pane import FreeBusyPane
from .shown_event import ShownEvent
from .when_fields import WhenFields


class ProposeDialog(QDialog):
    proposed = Signal(object, object, object, str)
    """Start, end, `Answer`, comment."""

    def __init__(self, tools: PageTools, event: ShownEvent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Đề xuất giờ khác"))
        self._event = event
        zone = event.start.tzinfo or OWN_ZONE
        head = QLabel(words.title(event))
        head.setFont(font("subheading"))
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        now = QLabel(self.tr("Giờ mời: {when}").format(when=words.full_span(event.start, event.end)))
        now.setWordWrap(True)
        self.when = WhenFields(zone)
        self.when.show_span(event.start, event.end, is_all_day=event.item.is_all_day)
        self.free_busy = FreeBusyPane(tools, zone)
        self.free_busy.leave_out(event.start, event.end)
        self.tentative = QRadioButton(self.tr("Có thể dự giờ cũ"))
        self.decline = QRadioButton(self.tr("Không dự được giờ cũ"))
        self.tentative.setChecked(True)
        group = QButtonGroup(self)
        for button in (self.tentative, self.decline):
            group.addButton(button)
        self.comment = ComposedLine()
        self.comment.setAccessibleName(self.tr("Lời nhắn"))
        self.comment.setPlaceholderText(self.tr("Lời nhắn (không bắt buộc)"))
        told = QLabel(self.tr("Một thư sẽ gửi cho {name}.").format(name=formatting.person(event.item.organizer)))
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        self.yes = primary(QPushButton(self.tr("Gửi đề xuất")))
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Thôi")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setSpacing(px(10))
        for widget in (
            head,
            now,
            self.when,
            self.free_busy,
            self.tentative,
            self.decline,
            self.comment,
            told,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._people = [one.person for one in event.item.attendees if one.kind is AttendeeKind.REQUIRED][:10]
        self._people += [event.item.organizer] if event.item.organizer is not None else []
        self.when.changed.connect(self._changed)
        self.free_busy.start_asked.connect(
            lambda start: self.when.show_span(start, start + (event.end - event.start), is_all_day=False)
        )
        self.setMinimumWidth(px(480))
        scrolled_dialog(self, body, buttons)
        resize_within_screen(self, px(520), px(680))  # the table of hers and others' hours comes once it is answered
        self._changed()

    def _changed(self) -> None:
        start, end = self.when.span()
        self.yes.setEnabled(self.when.is_right and (start, end) != (self._event.start, self._event.end))
        self.free_busy.show_people(self._people, start, end)

    def _send(self) -> None:
        commit_composing(self.comment)
        start, end = self.when.span()
        answer = Answer.DECLINE if self.decline.isChecked() else Answer.TENTATIVE
        self.accept()
        self.proposed.emit(start, end, answer, self.comment.text().strip())
