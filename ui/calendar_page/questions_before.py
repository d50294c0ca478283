"""What is asked before something is mailed or taken away: this occurrence or the whole series, and who will be told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mail import Answer, AttendeeKind, CalendarItem, Scope
from ui import formatting
from ui.style import danger, font, primary, px


def told(item: CalendarItem) -> int:
    """How many people are mailed when she changes or cancels it."""
    if not (item.is_organizer and item.is_meeting):
        return 0
    return sum(attendee.kind is not AttendeeKind.RESOURCE for attendee in item.attendees)


def people_told(item: CalendarItem) -> str:
    names = [attendee.person for attendee in item.attendees if attendee.kind is not AttendeeKind.RESOURCE]
    return formatting.people(names, limit=4)


def ask_scope(parent: QWidget, item: CalendarItem, verb: str, then: Callable[[Scope], None]) -> None:
    """This occurrence or all; at once for what stands alone. ``verb`` as in "Sửa"."""
    translate = QCoreApplication.translate
    if not item.is_recurring:
        then(Scope.THIS)
        return
    box = _question(parent, translate("calendar_questions", "“{title}” là lịch lặp lại.").format(title=item.subject))
    this = box.addButton(
        translate("calendar_questions", "{verb} buổi này").format(verb=verb), QMessageBox.ButtonRole.AcceptRole
    )
    series = box.addButton(
        translate("calendar_questions", "{verb} cả chuỗi").format(verb=verb), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(translate("calendar_questions", "Thôi"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(this)
    this.clicked.connect(lambda: then(Scope.THIS))
    series.clicked.connect(lambda: then(Scope.SERIES))
    box.open()


def ask_move(parent: QWidget, item: CalendarItem, when: str, then: Callable[[bool], None]) -> None:
    """Before a meeting is dragged elsewhere: ``then(True)`` tells the attendees. An appointment is moved at once."""
    translate = QCoreApplication.translate
    count = told(item)
    if not count:
        then(False)
        return
    box = _question(
        parent, translate("calendar_questions", "Dời “{title}” sang {when}?").format(title=item.subject, when=when)
    )
    box.setInformativeText(
        translate("calendar_questions", "{count} người sẽ nhận thư báo: {people}.").format(
            count=count, people=people_told(item)
        )
    )
    yes = box.addButton(translate("calendar_questions", "Dời và báo"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(translate("calendar_questions", "Thôi"), QMessageBox.ButtonRole.RejectRole))
    yes.clicked.connect(lambda: then(True))
    box.open()


def _question(parent: QWidget, words: str) -> QMessageBox:
    """Words out of an event are never markup."""
    box = QMessageBox(QMessageBox.Icon.Question, "Bàn Công Vụ", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


class _EventQuestion(QDialog):
    """A verb and an event's title over what is asked; where the event recurs, this occurrence or all."""

    def __init__(self, item: CalendarItem, verb: str, mark: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(verb)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(px(24), px(20), px(24), px(16))
        self.rows.setSpacing(px(10))
        head = _plain(f"{verb}: “{' '.join(item.subject.split())}”{mark}")
        head.setFont(font("subheading"))
        self.rows.addWidget(head)
        self._is_recurring = item.is_recurring
        translate = QCoreApplication.translate
        self.this = QRadioButton(translate("calendar_questions", "Chỉ buổi này"))
        self.series = QRadioButton(translate("calendar_questions", "Cả chuỗi lặp lại"))
        self.this.setChecked(True)
        if item.is_recurring:
            self.rows.addWidget(self.this)
            self.rows.addWidget(self.series)
        self.comment = QLineEdit()
        self.setMinimumWidth(px(420))

    @property
    def scope(self) -> Scope:
        return Scope.SERIES if self._is_recurring and self.series.isChecked() else Scope.THIS

    def _name_comment(self, name: str, hint: str) -> None:
        self.comment.setAccessibleName(name)
        self.comment.setPlaceholderText(hint)

    def _add_buttons(self, yes: QPushButton, no: QPushButton) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        self.rows.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self.accept)


class CancelDialog(_EventQuestion):
    """Take an event away. ``then(scope, notify, comment)``."""

    def __init__(self, item: CalendarItem, then: Callable[[Scope, bool, str], None], parent: QWidget) -> None:
        count = told(item)
        is_cancelling = count > 0
        translate = QCoreApplication.translate
        verb = (
            translate("CancelDialog", "Huỷ cuộc họp") if is_cancelling else translate("CancelDialog", "Xoá khỏi lịch")
        )
        super().__init__(item, verb, "?", parent)
        self._name_comment(self.tr("Lời nhắn cho người dự"), self.tr("Lời nhắn cho người dự (không bắt buộc)"))
        self.notify = QCheckBox(self.tr("Gửi thư báo huỷ cho {count} người dự").format(count=count))
        self.notify.setChecked(True)
        if is_cancelling:
            people = _plain(people_told(item))
            people.setObjectName("caption")
            for widget in (self.notify, people, self.comment):
                self.rows.addWidget(widget)
            self.notify.toggled.connect(self.comment.setEnabled)
        elif item.is_meeting and not item.is_organizer and not item.is_cancelled:
            self.rows.addWidget(_plain(self.tr("Người mời không được báo. Để báo, hãy chọn Từ chối.")))
        self.yes = danger(QPushButton(verb))
        no = QPushButton(self.tr("Giữ lại"))
        self._add_buttons(self.yes, no)
        no.setDefault(True)
        self.accepted.connect(
            lambda: then(self.scope, is_cancelling and self.notify.isChecked(), self.comment.text().strip())
        )
        no.setFocus()


class AnswerDialog(_EventQuestion):
    """An answer with a word to the organiser. ``then(scope, comment, tell)``."""

    def __init__(
        self, item: CalendarItem, answer: Answer, then: Callable[[Scope, str, bool], None], parent: QWidget
    ) -> None:
        translate = QCoreApplication.translate
        verbs = {
            Answer.ACCEPT: translate("AnswerDialog", "Nhận lời"),
            Answer.TENTATIVE: translate("AnswerDialog", "Có thể dự"),
        }
        verb = verbs.get(answer, translate("AnswerDialog", "Từ chối"))
        super().__init__(item, verb, "", parent)
        has_answered = item.my_response in (Answer.ACCEPT, Answer.TENTATIVE, Answer.DECLINE)
        (self.this if has_answered else self.series).setChecked(True)  # an invitation is answered whole; later, one day
        self.tell = QCheckBox(self.tr("Gửi câu trả lời cho {name}").format(name=formatting.person(item.organizer)))
        self.tell.setChecked(True)
        self._name_comment(self.tr("Lời nhắn"), self.tr("Lời nhắn (không bắt buộc)"))
        self.tell.toggled.connect(self.comment.setEnabled)
        self.rows.addWidget(self.comment)
        self.rows.addWidget(self.tell)
        self.yes = primary(QPushButton(verb))
        self.yes.setDefault(True)
        self._add_buttons(self.yes, QPushButton(self.tr("Thôi")))
        self.accepted.connect(lambda: then(self.scope, self.comment.text().strip(), self.tell.isChecked()))
        self.comment.setFocus()


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
