"""The panel beside the sheet: everything of one event, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mail import Answer, Attendee, AttendeeKind
from ui import formatting
from ui.style import L, M, S, danger, font, icon, primary, px, quiet
from ui.widgets.flow_layout import FlowLayout

from . import words
from .recurrence_words import recurrence_in_words
from .shown_event import ShownEvent

_LONGEST_TEXT = 20_000
_MOST_ATTENDEES = 60


class EventDetails(QScrollArea):
    answer_asked = Signal(object, object)
    """The `ShownEvent` and the `Answer`."""
    propose_asked = Signal(object)
    edit_asked = Signal(object)
    cancel_asked = Signal(object)
    join_asked = Signal(object)
    proposal_taken = Signal(object, object, object)
    """The `ShownEvent` and the start and end an attendee has proposed."""
    closed = Signal()

    def __init__(self, can_join: Callable[[ShownEvent], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_join = can_join
        self.event_shown: ShownEvent | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Chi tiết lịch"))
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", "muted"))
        self.close_button.setIconSize(QSize(px(16), px(16)))
        self.close_button.setAccessibleName(self.tr("Đóng chi tiết"))
        self.close_button.setToolTip(self.tr("Đóng chi tiết (Esc)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.closed)
        self._state, self._title, self._when = _line(), _line(), _line()
        self._where, self._by, self._repeats = _line(), _line(), _line()
        self._reminder, self._categories, self._waits = _line(), _line(), _line()
        self._text = _line()
        self.join = primary(QPushButton(icon("conference", "on_fill"), self.tr("Vào họp")))
        self.accept = QPushButton(icon("check"), self.tr("Nhận lời"))
        self.tentative = QPushButton(icon("unknown"), self.tr("Có thể"))
        self.decline = QPushButton(icon("close"), self.tr("Từ chối"))
        self.propose = quiet(QPushButton(self.tr("Đề xuất giờ khác…")))
        self.edit = QPushButton(icon("drafts"), self.tr("Sửa…"))
        self.cancel = danger(QPushButton(self.tr("Huỷ cuộc họp…")))
        self._build()
        self._join_signals()

    def show_event(self, event: ShownEvent | None) -> None:
        self.event_shown = event
        self._inside.setVisible(event is not None)
        if event is None:
            return
        item = event.item
        states = words.states(event)
        self._state.setText(" · ".join(states)[:1].upper() + " · ".join(states)[1:])
        self._state.setVisible(bool(states))
        self._title.setText(words.title(event))
        self._when.setText(words.full_span(event.start, event.end, is_all_day=item.is_all_day))
        self._fill(self._where, item.location)
        by = self.tr("Người mời: {name}").format(name=formatting.person(item.organizer)) if item.organizer else ""
        self._fill(self._by, by if item.is_meeting else "")
        self._fill(self._repeats, recurrence_in_words(item.recurrence) if item.recurrence else "")
        self._fill(self._reminder, self._reminder_words(item.reminder_minutes))
        self._fill(self._categories, ", ".join(item.categories))
        for mark, line in self._rows:
            mark.setVisible(not line.isHidden())
        self._waits.setVisible(item.is_pending)
        self._waits.setText(self.tr("Việc vừa làm với lịch này sẽ gửi khi có mạng."))
        self._text.setText(item.text.strip()[:_LONGEST_TEXT])
        self._text.setVisible(bool(item.text.strip()))
        self._show_buttons(event)
        self._show_people(event)
        self.setAccessibleName(self.tr("Chi tiết lịch: {title}").format(title=words.title(event)))

    def focus_first(self) -> None:
        for button in (self.join, self.accept, self.edit, self.cancel, self.close_button):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # --- inside ---

    def _reminder_words(self, minutes: int | None) -> str:
        if minutes is None:
            return ""
        return (
            self.tr("Nhắc trước {length}").format(length=words.length(minutes)) if minutes else self.tr("Nhắc đúng giờ")
        )

    @staticmethod
    def _fill(line: QLabel, text: str) -> None:
        line.setText(text)
        line.setVisible(bool(text))

    def _show_buttons(self, event: ShownEvent) -> None:
        item = event.item
        can_answer = event.can_answer
        self.join.setVisible(self._can_join(event) and not item.is_cancelled)
        self.join.setAccessibleName(self.tr("Vào họp: {title}").format(title=words.title(event)))
        chosen = {self.accept: Answer.ACCEPT, self.tentative: Answer.TENTATIVE, self.decline: Answer.DECLINE}
        for button, answer in chosen.items():
            button.setVisible(can_answer)
            button.setCheckable(True)
            button.setChecked(item.my_response is answer)
        self.propose.setVisible(can_answer)
        self.edit.setVisible(event.may_move)
        calls_off = item.is_meeting and item.is_organizer and not item.is_cancelled
        self.cancel.setText(self.tr("Huỷ cuộc họp…") if calls_off else self.tr("Xoá khỏi lịch…"))

    def _show_people(self, event: ShownEvent) -> None:
        while (row := self._people.takeAt(0)) is not None:
            if (old := row.widget()) is not None:
                old.hide()
                old.deleteLater()
        people = [one for one in event.item.attendees if one.kind is not AttendeeKind.RESOURCE]
        rooms = [one for one in event.item.attendees if one.kind is AttendeeKind.RESOURCE]
        self._people_head.setVisible(bool(people or rooms))
        counts = [
            (self.tr("{count} nhận lời"), Answer.ACCEPT),
            (self.tr("{count} có thể"), Answer.TENTATIVE),
            (self.tr("{count} từ chối"), Answer.DECLINE),
        ]
        told = [text.format(count=n) for text, kind in counts if (n := sum(one.answer is kind for one in people))]
        head = self.tr("Người dự ({count})").format(count=len(people))
        self._people_head.setText(f"{head}: {', '.join(told)}" if told else head)
        for attendee in (rooms + people)[:_MOST_ATTENDEES]:
            self._people.addWidget(self._person_row(event, attendee))
        rest = len(rooms) + len(people) - _MOST_ATTENDEES
        if rest > 0:
            self._people.addWidget(QLabel(self.tr("và {count} người khác").format(count=rest)))

    def _person_row(self, event: ShownEvent, attendee: Attendee) -> QWidget:
        row = QWidget()
        layout = QGridLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(px(S))
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        mark = QLabel()
        name, tint = {
            Answer.ACCEPT: ("success", "success"),
            Answer.DECLINE: ("error", "danger"),
            Answer.TENTATIVE: ("unknown", "warning"),
            Answer.ORGANIZER: ("person", "accent"),
        }.get(attendee.answer, ("clock", "muted"))
        if attendee.kind is AttendeeKind.RESOURCE and attendee.answer in (Answer.NONE, Answer.UNKNOWN):
            name, tint = "building", "muted"
        mark.setPixmap(icon(name, tint).pixmap(QSize(px(16), px(16))))
        who = _line()
        who.setText(formatting.person(attendee.person))
        who.setToolTip(attendee.person.address)
        answered = [words.answer(attendee.answer)]
        if attendee.kind is AttendeeKind.OPTIONAL:
            answered.insert(0, self.tr("không bắt buộc"))
        if attendee.kind is AttendeeKind.RESOURCE:
            answered.insert(0, self.tr("phòng họp"))
        second = _line()
        second.setObjectName("caption")
        second.setFont(font("small"))
        layout.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(who, 0, 1)
        layout.addWidget(second, 1, 1)
        if attendee.proposed_start is not None and attendee.proposed_end is not None:
            zone = event.start.tzinfo
            start, end = attendee.proposed_start.astimezone(zone), attendee.proposed_end.astimezone(zone)
            answered.append(self.tr("đề xuất {when}").format(when=words.full_span(start, end)))
            if event.may_move:
                take = quiet(QPushButton(self.tr("Dùng giờ này…")))
                take.setAccessibleName(self.tr("Dùng giờ do {name} đề xuất").format(name=who.text()))
                take.clicked.connect(lambda: self.proposal_taken.emit(event, start, end))
                layout.addWidget(take, 2, 1, Qt.AlignmentFlag.AlignLeft)
        second.setText(" · ".join(answered))
        return row

    def _build(self) -> None:
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(L), px(S), px(L), px(L))
        column.setSpacing(px(S))
        top = QHBoxLayout()
        top.addWidget(self._state, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self._title)
        facts = QGridLayout()
        facts.setHorizontalSpacing(px(S))
        facts.setVerticalSpacing(px(6))
        facts.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._marks: list[tuple[QLabel, str]] = []
        for row, (name, line) in enumerate(
            (
                ("clock", self._when),
                ("location", self._where),
                ("person", self._by),
                ("repeat", self._repeats),
                ("bell", self._reminder),
                ("folder", self._categories),
            )
        ):
            mark = QLabel()
            self._marks.append((mark, name))
            self._rows.append((mark, line))
            facts.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(line, row, 1)
        column.addLayout(facts)
        column.addWidget(self._waits)
        buttons = QWidget()
        flow = FlowLayout(buttons, px(6))
        for button in (
            self.join,
            self.accept,
            self.tentative,
            self.decline,
            self.propose,
            self.edit,
            self.cancel,
        ):
            button.setIconSize(QSize(px(16), px(16)))
            flow.addWidget(button)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        column.addSpacing(px(4))
        column.addWidget(buttons)
        self._people_head = _line()
        column.addSpacing(px(4))
        column.addWidget(self._people_head)
        self._people = QVBoxLayout()
        self._people.setSpacing(px(6))
        column.addLayout(self._people)
        column.addSpacing(px(M))
        column.addWidget(self._text)
        column.addStretch(1)
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(inside)
        inside.hide()
        self.refresh()

    def refresh(self) -> None:
        """After a change of theme or text size."""
        self._state.setFont(font("small_strong"))
        self._title.setFont(font("heading"))
        self._people_head.setFont(font("strong"))
        self._waits.setFont(font("small"))
        for mark, name in self._marks:
            mark.setPixmap(icon(name, "muted").pixmap(QSize(px(16), px(16))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # being put into the page took the fonts away: a style sheet polishes anew

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_marks"):
            self.refresh()

    def _join_signals(self) -> None:
        self.accept.clicked.connect(lambda: self.answer_asked.emit(self.event_shown, Answer.ACCEPT))
        self.tentative.clicked.connect(lambda: self.answer_asked.emit(self.event_shown, Answer.TENTATIVE))
        self.decline.clicked.connect(lambda: self.answer_asked.emit(self.event_shown, Answer.DECLINE))
        self.propose.clicked.connect(lambda: self.propose_asked.emit(self.event_shown))
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.event_shown))
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit(self.event_shown))
        self.join.clicked.connect(lambda: self.join_asked.emit(self.event_shown))


def _line() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
