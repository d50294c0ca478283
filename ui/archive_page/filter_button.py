"""One filter beside the search: a button that says what is chosen, and a list with counts to choose from by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui import formatting
from ui.style import icon, px, quiet
from vietnamese.folding import fold

_VALUE_ROLE = Qt.ItemDataRole.UserRole
_MANY = 8
_LONGEST_WORDS = 28


class FilterButton(QPushButton):
    changed = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._choices: list[tuple[str, str, int]] = []
        self._chosen: dict[str, str] = {}
        self.popup: FilterPopup | None = None
        self.setIcon(icon("chevron_down", "muted"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the mark after the words
        self.clicked.connect(self._open)
        self._tell()

    def show_choices(self, choices: Sequence[tuple[str, str, int]]) -> None:
        """(value, words, count); what is chosen stays chosen."""
        self._choices = list(choices)
        words = {value: name for value, name, _ in choices}
        self._chosen = {value: words.get(value, name) for value, name in self._chosen.items()}
        self._tell()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(self._chosen)

    def choose(self, values: Sequence[str]) -> None:
        words = {value: name for value, name, _ in self._choices}
        self._chosen = {value: words.get(value, value) for value in values}
        self._tell()
        self.changed.emit()

    def _open(self) -> None:
        self.popup = FilterPopup(self._choices, self.chosen, self)
        self.popup.chosen.connect(self.choose)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.popup.show()
        self.popup.focus_first()

    def _tell(self) -> None:
        names = list(self._chosen.values())
        words = self._caption
        if names:
            first = names[0] if len(names[0]) <= _LONGEST_WORDS else names[0][: _LONGEST_WORDS - 1].rstrip() + "…"
            words = f"{self._caption}: {first}" + (f" +{len(names) - 1}" if len(names) > 1 else "")
        self.setText(words.replace("&", "&&"))
        self.setChecked(bool(names))
        self.setAccessibleName(self.tr("Lọc theo {caption}").format(caption=self._caption))
        self.setAccessibleDescription(", ".join(names))
        self.setToolTip(", ".join(names))
        self.style().unpolish(self)
        self.style().polish(self)


class FilterPopup(QFrame):
    chosen = Signal(list)

    def __init__(self, choices: Sequence[tuple[str, str, int]], chosen: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Gõ để tìm"))
        self.typed.setAccessibleName(self.tr("Tìm trong danh sách lọc"))
        self.typed.setVisible(len(choices) > _MANY)
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setAccessibleName(self.tr("Các lựa chọn"))
        for value, words, count in choices:
            item = QListWidgetItem(f"{words}  ({formatting.number(count)})")
            item.setData(_VALUE_ROLE, value)
            item.setToolTip(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.none = quiet(QPushButton(self.tr("Bỏ lọc")))
        self.none.setEnabled(bool(chosen))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(8), px(8), px(8), px(8))
        layout.setSpacing(px(6))
        layout.addWidget(self.typed)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.none)
        self.typed.textChanged.connect(self._filter)
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.itemClicked.connect(self._toggle)
        self.none.clicked.connect(self._choose_none)
        self._last_click: Qt.CheckState | None = None
        self.list.itemPressed.connect(lambda item: setattr(self, "_last_click", item.checkState()))
        self._fit()

    def focus_first(self) -> None:
        (self.typed if self.typed.isVisibleTo(self) else self.list).setFocus()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _fit(self) -> None:
        """As wide as its longest words and as high as its rows, within reason."""
        wanted = self.list.sizeHintForColumn(0) + px(40)
        self.setFixedWidth(max(px(240), min(px(460), wanted)))
        rows = max(1, self.list.count()) * max(px(20), self.list.sizeHintForRow(0)) + px(6)
        self.list.setFixedHeight(min(px(360), rows))
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.typed.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _toggle(self, item: QListWidgetItem) -> None:
        """A press on the words does what a press on the box does."""
        if item.checkState() == self._last_click:
            is_checked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked)

    def _tell(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        values = [item.data(_VALUE_ROLE) for item in items if item.checkState() == Qt.CheckState.Checked]
        self.none.setEnabled(bool(values))
        self.chosen.emit(values)

    def _choose_none(self) -> None:
        self.chosen.emit([])
        self.close()

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        for row in range(self.list.count()):
            name = fold(self.list.item(row).text())
            self.list.item(row).setHidden(not all(word in name for word in words))
