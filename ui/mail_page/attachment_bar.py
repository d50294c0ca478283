"""The attachments of the mail being read, as chips: name, size, save one or all, drag out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mail import Attachment
from ui import formatting
from ui.style import icon, px, quiet

from ui.widgets.flow_layout import FlowLayout

_MOST_CHIPS = 40
_LONGEST_NAME = 48


def short_name(name: str, longest: int = _LONGEST_NAME) -> str:
    """A long file name with its middle left out: its end says what it is."""
    name = " ".join(name.split())
    if len(name) <= longest:
        return name
    return f"{name[: longest - 16].rstrip()}…{name[-15:].lstrip()}"


class AttachmentBar(QWidget):
    save_asked = Signal(int)
    """The attachment's index."""
    save_all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, px(6))
        self._all = quiet(QPushButton(icon("save", "accent"), self.tr("Lưu tất cả")))
        self._all.clicked.connect(self.save_all_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._chips, 1)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignTop)
        self._chips.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self.tr("Tệp đính kèm"))
        self.buttons: list[QPushButton] = []

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for attachment in attachments[:_MOST_CHIPS]:
            button = QPushButton(icon("attachment", "muted"), self._words(attachment))
            button.setIconSize(QSize(px(16), px(16)))
            button.setToolTip(self.tr("Lưu “{name}”…").format(name=attachment.name))
            button.setAccessibleName(
                self.tr("Lưu tệp đính kèm {name}, {size}").format(
                    name=attachment.name, size=formatting.size(attachment.size)
                )
            )
            button.clicked.connect(lambda _=False, index=attachment.index: self.save_asked.emit(index))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
        self._all.setVisible(len(attachments) > 1)
        self.setVisible(bool(attachments))

    def _words(self, attachment: Attachment) -> str:
        name = short_name(attachment.name or self.tr("tệp không tên"))
        return f"{name}  ·  {formatting.size(attachment.size)}".replace("&", "&&")
