"""An invitation at the head of a mail: what, when, where, and the way in."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mail import Meeting, Message
from ui import formatting
from ui.desk import Desk
from ui.style import M, S, colour, font, icon, primary, px

_WIDE = 400


class MeetingCard(QWidget):
    join_asked = Signal(object)
    """The `mail.Meeting` she wants to join."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._kind = QLabel(self.tr("Giấy mời họp"))
        self._title, self._when, self._where, self._by = _line(), _line(), _line(), _line()
        self._icons = [QLabel() for _ in range(3)]
        self.join = primary(QPushButton(icon("conference", "on_fill"), self.tr("Vào họp")))
        self.join.clicked.connect(lambda: self.join_asked.emit(self._meeting))
        lines = QGridLayout()
        lines.setHorizontalSpacing(px(S))
        lines.setVerticalSpacing(px(4))
        lines.setColumnStretch(1, 1)
        for row, (mark, line) in enumerate(zip(self._icons, (self._when, self._where, self._by), strict=True)):
            lines.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(line, row, 1)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        self._top = QHBoxLayout()
        self._top.addWidget(self._kind, 1)
        words.addLayout(self._top)
        words.addWidget(self._title)
        words.addLayout(lines)
        self._words = words
        self._across = layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(M), px(M), px(M))
        layout.addLayout(words, 1)
        layout.addWidget(self.join, 0, Qt.AlignmentFlag.AlignBottom)
        self.refresh()

    def add_below(self, widget: QWidget) -> None:
        """What else belongs to the invitation: how it is answered."""
        self._words.addWidget(widget)

    def _leads_into_a_conference(self, meeting: Meeting) -> bool:
        """One of the desk, a link of a known service, or one that is refused: the conference page says why."""
        from ui.conference_page.invitation import concerns_a_conference

        return concerns_a_conference(meeting, self._desk)

    def show_meeting(self, meeting: Meeting | None, now: datetime | None = None, subject: str = "") -> None:
        """A title that the mail's ``subject`` says already is not said again."""
        self._meeting = meeting
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        is_over = meeting.end < (now or datetime.now(UTC))
        self._kind.setText(self.tr("Giấy mời họp · đã kết thúc") if is_over else self.tr("Giấy mời họp"))
        self._title.setText(meeting.summary or self.tr("(không có tên cuộc họp)"))
        self._title.setVisible(not meeting.summary or " ".join(meeting.summary.split()) != " ".join(subject.split()))
        self._when.setText(formatting.span(meeting.start, meeting.end))
        self._where.setText(meeting.location)
        self._by.setText(self.tr("Người mời: {name}").format(name=formatting.person(meeting.organizer)))
        for mark, line in zip(self._icons[1:], (self._where, self._by), strict=True):
            has_words = bool(meeting.location) if line is self._where else meeting.organizer is not None
            mark.setVisible(has_words)
            line.setVisible(has_words)
        self.join.setVisible(self._leads_into_a_conference(meeting))
        self.join.setToolTip(meeting.url or "")
        self.join.setAccessibleName(self.tr("Vào họp: {title}").format(title=meeting.summary))
        self.setAccessibleName(self.tr("Giấy mời họp: {title}").format(title=meeting.summary))

    def show_message(self, message: Message) -> None:
        """Its invitation; or what it says of a meeting: called off, or another time proposed."""
        news, summary = message.meeting_news, message.summary
        if message.meeting is not None or news is None:
            self.show_meeting(message.meeting, subject=summary.subject)
            return
        from mail import MeetingNewsKind

        self.show_meeting(news.meeting, subject=summary.subject)
        if news.kind is MeetingNewsKind.CANCELLED:
            kind = self.tr("Cuộc họp đã huỷ")
        else:
            kind = self.tr("Đề xuất giờ họp khác")
            self._by.setText(self.tr("Người đề xuất: {name}").format(name=formatting.person(summary.sender)))
            for part in (self._icons[2], self._by):
                part.setVisible(summary.sender is not None)
        self._kind.setText(kind)
        self.setAccessibleName(f"{kind}: {news.meeting.summary}")

    def refresh(self) -> None:
        """After a change of theme or text size."""
        self._kind.setFont(font("small_strong"))
        self._title.setFont(font("subheading"))
        for mark, name in zip(self._icons, ("clock", "location", "person"), strict=True):
            mark.setPixmap(icon(name, "muted").pixmap(QSize(px(16), px(16))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the button stands in the first line: it is what is seen of the card at once."""
        super().resizeEvent(event)
        if self.width() > px(_WIDE):
            self._across.addWidget(self.join, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            self._top.addWidget(self.join)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("border"))
        painter.setBrush(colour("window"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(0, px(8), px(4), self.height() - px(16), px(2), px(2))
        painter.end()


def _line() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
