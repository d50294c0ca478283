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
    box = QMessageBox(QMessageBox.Icon.Question, "Bàn Công Vụ", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("calendar_questions", "“{title}” là lịch lặp lại.").format(title=item.subject))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
    box = QMessageBox(QMessageBox.Icon.Question, "Bàn Công Vụ", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("calendar_questions", "Dời “{title}” sang {when}?").format(title=item.subject, when=when))
    box.setInformativeText(
        translate("calendar_questions", "{count} người sẽ nhận thư báo: {people}.").format(
            count=count, people=people_told(item)
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes = box.addButton(translate("calendar_questions", "Dời và báo"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(translate("calendar_questions", "Thôi"), QMessageBox.ButtonRole.RejectRole))
    yes.clicked.connect(lambda: then(True))
    box.open()


class CancelDialog(QDialog):
    """Take an event away. ``then(scope, notify, comment)``."""

    def __init__(self, item: CalendarItem, then: Callable[[Scope, bool, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = told(item)
        is_cancelling = count > 0
        verb = self.tr("Huỷ cuộc họp") if is_cancelling else self.tr("Xoá khỏi lịch")
        self.setWindowTitle(verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(10))
        head = QLabel(f"{verb}: “{' '.join(item.subject.split())}”?")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        head.setFont(font("subheading"))
        layout.addWidget(head)
        self.this = QRadioButton(self.tr("Chỉ buổi này"))
        self.series = QRadioButton(self.tr("Cả chuỗi lặp lại"))
        self.this.setChecked(True)
        if item.is_recurring:
            layout.addWidget(self.this)
            layout.addWidget(self.series)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("Lời nhắn cho người dự (không bắt buộc)"))
        self.comment.setAccessibleName(self.tr("Lời nhắn cho người dự"))
        self.notify = QCheckBox(self.tr("Gửi thư báo huỷ cho {count} người dự").format(count=count))
        self.notify.setChecked(True)
        if is_cancelling:
            people = QLabel(people_told(item))
            people.setWordWrap(True)
            people.setObjectName("caption")
            people.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(self.notify)
            layout.addWidget(people)
            layout.addWidget(self.comment)
            self.notify.toggled.connect(self.comment.setEnabled)
        elif item.is_meeting and not item.is_organizer and not item.is_cancelled:
            words = QLabel(self.tr("Người mời không được báo. Để báo, hãy chọn Từ chối."))
            words.setWordWrap(True)
            layout.addWidget(words)
        buttons = QDialogButtonBox()
        self.yes = danger(QPushButton(verb))
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        no = QPushButton(self.tr("Giữ lại"))
        buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        no.setDefault(True)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self.accept)
        self.accepted.connect(
            lambda: then(
                Scope.SERIES if self.series.isChecked() else Scope.THIS,
                is_cancelling and self.notify.isChecked(),
                self.comment.text().strip(),
            )
        )
        self.setMinimumWidth(px(420))
        no.setFocus()


class AnswerDialog(QDialog):
    """An answer with a word to the organiser. ``then(scope, comment, tell)``."""

    def __init__(
        self, item: CalendarItem, answer: Answer, then: Callable[[Scope, str, bool], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        verb = {Answer.ACCEPT: self.tr("Nhận lời"), Answer.TENTATIVE: self.tr("Có thể dự")}.get(
            answer, self.tr("Từ chối")
        )
        self.setWindowTitle(verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(10))
        head = QLabel(f"{verb}: “{' '.join(item.subject.split())}”")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        head.setFont(font("subheading"))
        layout.addWidget(head)
        self.this = QRadioButton(self.tr("Chỉ buổi này"))
        self.series = QRadioButton(self.tr("Cả chuỗi lặp lại"))
        has_answered = item.my_response in (Answer.ACCEPT, Answer.TENTATIVE, Answer.DECLINE)
        (self.this if has_answered else self.series).setChecked(True)  # an invitation is answered whole; later, one day
        if item.is_recurring:
            layout.addWidget(self.this)
            layout.addWidget(self.series)
        self.tell = QCheckBox(self.tr("Gửi câu trả lời cho {name}").format(name=formatting.person(item.organizer)))
        self.tell.setChecked(True)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("Lời nhắn (không bắt buộc)"))
        self.comment.setAccessibleName(self.tr("Lời nhắn"))
        self.tell.toggled.connect(self.comment.setEnabled)
        layout.addWidget(self.comment)
        layout.addWidget(self.tell)
        buttons = QDialogButtonBox()
        self.yes = primary(QPushButton(verb))
        self.yes.setDefault(True)
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Thôi")), QDialogButtonBox.ButtonRole.RejectRole)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(
            lambda: then(
                Scope.THIS
                if item.is_recurring and self.this.isChecked()
                else Scope.SERIES
                if item.is_recurring
                else Scope.THIS,
                self.comment.text().strip(),
                self.tell.isChecked(),
            )
        )
        self.setMinimumWidth(px(420))
        self.comment.setFocus()
