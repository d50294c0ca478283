"""The attachments of the mail being read, as chips: name, size, save one or all, drag out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

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


class AttachmentChip(QPushButton):
    """A button whose words give way in the middle where there is little room."""

    def __init__(self, mark: QIcon, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(mark, "", parent)
        self._words = f"{short_name(name)}  ·  {formatting.size(size)}"
        self.setIconSize(QSize(px(16), px(16)))
        self._fit(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        spare = hint.width() - self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(spare + self.fontMetrics().horizontalAdvance(self._words) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        spare = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self._words)
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, max(0, width - spare + 2))
        if words != self.text().replace("&&", "&"):
            self.setText(words.replace("&", "&&"))


class AttachmentBar(QWidget):
    save_asked = Signal(int)
    """The attachment's index."""
    save_all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, px(6))
        self.setAccessibleName(self.tr("Tệp đính kèm"))
        self.buttons: list[AttachmentChip] = []

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for attachment in attachments[:_MOST_CHIPS]:
            name = attachment.name or self.tr("tệp không tên")
            button = AttachmentChip(icon("attachment", "muted"), name, attachment.size)
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
        if len(attachments) > 1:
            every = quiet(QPushButton(icon("save", "accent"), self.tr("Lưu tất cả")))
            every.setIconSize(QSize(px(16), px(16)))
            every.clicked.connect(self.save_all_asked)
            self._flow.addWidget(every)
            every.show()
        self.setVisible(bool(attachments))
