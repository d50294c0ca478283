"""The attachments of the mail being read, as chips: name and size; press to look, drag out, more by the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QHideEvent, QIcon, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mail import Attachment
from ui import formatting
from ui.style import icon, px, quiet
from ui.widgets.flow_layout import FlowLayout

_MOST_CHIPS = 40
_LONGEST_NAME = 48
Ready = Callable[[Callable[[], QMimeData]], None]
"""Told when what is dragged is there, with what takes it; not told when it cannot be had."""
Drag = Callable[[Ready], None]


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


class DraggedChip(AttachmentChip):
    """A chip that can be dragged out. What it carries is made when she begins to drag, by a worker: a large file may
    take a second. The drag begins when it is there, if she still holds it."""

    menu_asked = Signal(QPoint)

    def __init__(self, mark: QIcon, name: str, size: int, drag: Drag) -> None:
        super().__init__(mark, name, size)
        self._drag = drag
        self._pressed_at: QPoint | None = None
        self._is_pulled = False
        """Since the last press: to let go is no click then."""
        self._waits = False
        """She holds it and what it carries is being made."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        self._is_pulled = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_pulled:  # the button would take it for a press
            return
        super().mouseMoveEvent(event)
        start = self._pressed_at
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed_at = None
        self.setDown(False)
        self._is_pulled = self._waits = True
        self.setCursor(Qt.CursorShape.BusyCursor)
        self._drag(self._begin)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._wait_no_more()
        super().mouseReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._wait_no_more()
        super().hideEvent(event)

    def _wait_no_more(self) -> None:
        if self._waits:
            self._waits = False
            self.unsetCursor()

    def _begin(self, make: Callable[[], QMimeData]) -> None:
        if not shiboken6.isValid(self) or not self._waits:
            return
        self._wait_no_more()
        drag = QDrag(self)
        drag.setMimeData(make())
        drag.setPixmap(self.icon().pixmap(self.iconSize()))
        drag.exec(Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())


class AttachmentBar(QWidget):
    open_asked = Signal(int)
    """The attachment's index: show it, or ask what to do with it."""
    menu_asked = Signal(int, QPoint)
    save_all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, px(6))
        self.setAccessibleName(self.tr("Tệp đính kèm"))
        self.buttons: list[DraggedChip] = []
        self.drag: Callable[[int, Ready], None] = lambda _index, _ready: None
        """Makes what a drag of this attachment carries; set by the reader."""

    def show_attachments(self, attachments: Sequence[Attachment], *, all_of_them: bool = False) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        shown = attachments if all_of_them else attachments[:_MOST_CHIPS]
        for attachment in shown:
            self._add(attachment)
        if len(shown) < len(attachments):
            words = self.tr("và {count} tệp khác").format(count=formatting.number(len(attachments) - len(shown)))
            more = quiet(QPushButton(words))
            more.clicked.connect(lambda: self.show_attachments(attachments, all_of_them=True))
            self._flow.addWidget(more)
            more.show()
        if len(attachments) > 1:
            every = quiet(QPushButton(icon("save", "accent"), self.tr("Lưu tất cả")))
            every.setIconSize(QSize(px(16), px(16)))
            every.clicked.connect(self.save_all_asked)
            self._flow.addWidget(every)
            every.show()
        self.setVisible(bool(attachments))

    def _add(self, attachment: Attachment) -> None:
        name, index = attachment.name or self.tr("tệp không tên"), attachment.index
        button = DraggedChip(icon("attachment", "muted"), name, attachment.size, lambda ready: self.drag(index, ready))
        button.setToolTip(self.tr("{name}: nhấn để xem, nhấn chuột phải để lưu hay mở").format(name=name))
        button.setAccessibleName(
            self.tr("Xem tệp đính kèm {name}, {size}").format(name=name, size=formatting.size(attachment.size))
        )
        button.clicked.connect(lambda _=False: self.open_asked.emit(index))
        button.menu_asked.connect(lambda position: self.menu_asked.emit(index, position))
        self._flow.addWidget(button)
        button.show()
        self.buttons.append(button)
