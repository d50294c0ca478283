"""The head of the mail being read: subject, who wrote, when, to whom (folded until wanted)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mail import Message, MessageSummary, Person
from ui import formatting
from ui.style import M, S, colour, font, px, quiet
from ui.widgets.elided_label import ElidedLabel

from .category_chips import CategoryChips
from .people_line import PeopleLine

_LONGEST_SUBJECT = 400
_MOST_PEOPLE = 300


class ReadingHead(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = _label("heading")
        self.subject.setAccessibleName(self.tr("Chủ đề"))
        self._mark = _RoundMark()
        self.who = ElidedLabel()
        self.who.setFont(font("strong"))
        self.who.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        # Of a long address the beginning goes: whose it is, is told by its end.
        self.address = ElidedLabel(mode=Qt.TextElideMode.ElideLeft)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address.setFont(font("small"))
        self.address.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.when = _label("small", wraps=False)
        self.recipients = _label("small")
        self._fold = quiet(QPushButton(self.tr("Chi tiết")))
        self._fold.setCheckable(True)
        self._fold.setFont(font("small"))
        self._fold.setAccessibleName(self.tr("Hiện đầy đủ người nhận"))
        self._fold.toggled.connect(self._show_people)
        self._received_at: datetime | None = None
        self._to: Sequence[Person] = ()
        self._cc: Sequence[Person] = ()
        self._bcc: Sequence[Person] = ()
        name_line = QHBoxLayout()
        name_line.setSpacing(px(S))
        name_line.addWidget(self.who)
        name_line.addWidget(self.address, 1)
        name_line.addWidget(self.when, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.to_line = PeopleLine(self.recipients)
        """The reader adds buttons at its end."""
        self.to_line.add(self._fold)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(M))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(name_line, 0, 1)
        grid.addWidget(self.to_line, 1, 1)
        self.importance = _label("small", wraps=False)
        """Words where the sender gave the mail a high or low importance."""
        self.importance.hide()
        self.chips = CategoryChips()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(S))
        layout.addWidget(self.subject)
        layout.addLayout(grid)
        layout.addWidget(self.importance)
        layout.addWidget(self.chips)

    def show_summary(self, summary: MessageSummary) -> None:
        """What the row already knows, until the whole message is read."""
        words = " ".join(summary.subject[:_LONGEST_SUBJECT].split())
        self.subject.setText(words or self.tr("(không có chủ đề)"))
        self.who.setText(formatting.person(summary.sender))
        address = summary.sender.address if summary.sender is not None and summary.sender.name else ""
        self.address.setText(f"<{address}>" if address else "")
        self.address.setToolTip(address)
        self._mark.show_name(formatting.person(summary.sender) if summary.sender else "")
        self._received_at = summary.received_at
        self._tell_when()
        self._people(summary.to, (), ())
        self.chips.show_names(summary.categories)
        degrees = {"High": self.tr("Quan trọng"), "Low": self.tr("Không quan trọng")}
        self.importance.setText(degrees.get(summary.importance, ""))
        self.importance.setVisible(summary.importance in degrees)

    def show_message(self, message: Message) -> None:
        self.show_summary(message.summary)
        self._people(message.to, message.cc, message.bcc)

    def _tell_when(self) -> None:
        """In full where there is room; the full words always under the pointer."""
        if self._received_at is None:
            return
        in_full = formatting.full_moment(self._received_at)
        self.when.setToolTip(in_full)
        self.when.setText(in_full if self.width() > px(560) else formatting.short_moment(self._received_at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_when()
        self._show_people()

    def refresh(self) -> None:
        """After a change of theme or text size."""
        self.subject.setFont(font("heading"))
        self.who.setFont(font("strong"))
        for label in (self.address, self.when, self.recipients, self.importance):
            label.setFont(font("small"))
            _mute(label)
        self._fold.setFont(font("small"))
        self._mark.updateGeometry()

    def _people(self, to: Sequence[Person], cc: Sequence[Person], bcc: Sequence[Person]) -> None:
        self._to, self._cc, self._bcc = to, cc, bcc
        self._fold.setVisible(bool(to or cc or bcc))
        self._fold.setChecked(False)
        self._show_people()
        self.refresh()

    def _show_people(self) -> None:
        in_full = self._fold.isChecked()
        self._fold.setText(self.tr("Thu gọn") if in_full else self.tr("Chi tiết"))
        limit = 2 if self.width() > px(420) else 1
        kinds = ((self.tr("Đến"), self._to), (self.tr("Đồng gửi"), self._cc), (self.tr("Gửi ẩn"), self._bcc))
        lines = []
        for kind, people in kinds:
            if people:
                in_words = "; ".join(map(_in_full, people[:_MOST_PEOPLE]))
                lines.append(f"{kind}: {in_words if in_full else formatting.people(people, limit)}")
        if self.width() < px(340) and not in_full:
            lines = []  # an invitation's "Vào họp" is worth more than these lines; they are a press away
        self.recipients.setText(("\n" if in_full else "  ·  ").join(lines))


class _RoundMark(QWidget):
    """The sender's initials on a disc: decoration, silent for a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = ""
        self.setFixedSize(self.sizeHint())

    def show_name(self, name: str) -> None:
        self._letters = formatting.initials(name)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(40), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selection"))
        painter.drawEllipse(self.rect())
        painter.setPen(colour("on_selection"))
        painter.setFont(font("strong"))
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


def _in_full(person: Person) -> str:
    return f"{person.name} <{person.address}>" if person.name else person.address


def _label(role: str, *, wraps: bool = True) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(wraps)
    label.setFont(font(role))
    return label


def _mute(label: QLabel) -> None:
    palette = label.palette()
    palette.setColor(label.foregroundRole(), colour("muted"))
    label.setPalette(palette)
