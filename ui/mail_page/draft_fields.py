"""The fields of the composer. None loses the letters an input method (Unikey, ibus-bamboo) has not yet handed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mail import Attachment, NewAttachment, Person
from ui import formatting
from ui.page_tools import PageTools
from ui.style import colour, font, icon, px
from ui.widgets.composing import ComposedLine
from ui.widgets.flow_layout import FlowLayout

from .address_suggestions import AddressSuggestions
from .addresses import read_people, write_people
from .attachment_bar import AttachmentChip, short_name

if TYPE_CHECKING:
    pass


def local_files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


class AddressField(QWidget):
    """One of To, Cc, Bcc: a line, and under it in words what in it is no address."""

    changed = Signal()

    def __init__(self, caption: str, tools: PageTools | None = None, parent: QWidget | None = None) -> None:
        """With ``tools`` the server's directory is asked too."""
        super().__init__(parent)
        self.line = ComposedLine()
        self.line.setAccessibleName(caption)
        self.suggestions = AddressSuggestions(self.line, tools)
        self.wrong = QLabel()
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        layout.addWidget(self.line)
        layout.addWidget(self.wrong)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._changed)
        self.line.editingFinished.connect(self.check)

    def people(self) -> tuple[tuple[Person, ...], list[str]]:
        people, wrong = read_people(self.line.text())
        return tuple(people), wrong

    def show_people(self, people: tuple[Person, ...]) -> None:
        self.line.setText(write_people(people))
        self.line.setCursorPosition(0)

    def check(self) -> bool:
        """Say what is no address; True if all is well."""
        _, wrong = self.people()
        self.wrong.setVisible(bool(wrong))
        if wrong:
            shown = "; ".join(short_name(piece, 60) for piece in wrong[:3])
            self.wrong.setText(self.tr("Không phải địa chỉ thư: {pieces}").format(pieces=shown))
            self.wrong.setFont(font("small"))
            palette = self.wrong.palette()
            palette.setColor(self.wrong.foregroundRole(), colour("danger"))
            self.wrong.setPalette(palette)
        return not wrong

    def _changed(self) -> None:
        if self.wrong.isVisible():
            self.check()
        self.changed.emit()


class NewAttachments(QWidget):
    """What goes out with the draft; a press takes one out."""

    changed = Signal()

    def __init__(self, room: int, parent: QWidget | None = None) -> None:
        """``room``: bytes that one mail may carry."""
        super().__init__(parent)
        self._held: list[NewAttachment] = []
        self.buttons: list[AttachmentChip] = []
        self._room = room
        self._flow = FlowLayout(self, px(6))
        self.sum = QLabel()
        self.sum.setFont(font("small"))
        self.setAccessibleName(self.tr("Tệp đính kèm của thư"))
        self.hide()

    @property
    def held(self) -> tuple[NewAttachment, ...]:
        return tuple(self._held)

    @property
    def total_size(self) -> int:
        return sum(len(one.content) for one in self._held)

    def show_attachments(self, attachments: tuple[NewAttachment, ...]) -> None:
        self._held = list(attachments)
        self._rebuild()

    def add(self, attachment: NewAttachment) -> None:
        self._held.append(attachment)
        self._rebuild()
        self.changed.emit()

    def take_out(self, attachment: NewAttachment) -> None:
        self._held = [one for one in self._held if one is not attachment]
        self._rebuild()
        self.changed.emit()

    def _rebuild(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old is not self.sum:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for one in self._held:
            button = AttachmentChip(icon("close", "muted"), one.name, len(one.content))
            button.setToolTip(self.tr("Bỏ “{name}” khỏi thư").format(name=one.name))
            button.setAccessibleName(self.tr("Bỏ tệp đính kèm {name}").format(name=one.name))
            button.clicked.connect(lambda _=False, attachment=one: self.take_out(attachment))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
        words = self.tr("{count} tệp, {size} trên {room} một thư được mang")
        shown = words.format(
            count=len(self._held), size=formatting.size(self.total_size), room=formatting.size(self._room)
        )
        self.sum.setText(shown)
        self.sum.setFixedHeight(self.buttons[0].sizeHint().height() if self.buttons else 0)
        self._flow.addWidget(self.sum)
        self.sum.setVisible(bool(self._held))
        self.setVisible(bool(self._held))


def outgoing_copy(attachment: Attachment, content: bytes) -> NewAttachment:
    """A received attachment, to be passed on; a picture of the text keeps its Content-ID."""
    content_id = attachment.content_id if attachment.is_inline else None
    return NewAttachment(attachment.name or "tep", attachment.media_type, content, content_id)
