"""The structure of the open document beside its text: Phần, Chương, Điều, Khoản. A press jumps there; it follows
where she scrolls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from docs_archive import Provision, ProvisionKind
from ui.style import font, px

_FINE = (ProvisionKind.CLAUSE, ProvisionKind.POINT)
_PLACE_ROLE = Qt.ItemDataRole.UserRole


class Outline(QTreeWidget):
    """Khoản and Điểm are filled in when an Điều is unfolded: a code has thousands."""

    chosen = Signal(object)
    """The `Provision` she pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provisions: Sequence[Provision] = ()
        self._coarse: list[int] = []
        self._starts: list[int] = []
        self._items: list[QTreeWidgetItem] = []
        self._following = False
        self._strong = font("small_strong")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(px(12))
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Cấu trúc văn bản"))
        self.itemExpanded.connect(self._fill)
        self.currentItemChanged.connect(self._moved)
        self.itemClicked.connect(self._pressed)
        self.itemActivated.connect(self._pressed)

    def show_provisions(self, provisions: Sequence[Provision]) -> None:
        self._provisions = provisions
        self._coarse = [row for row, one in enumerate(provisions) if one.kind not in _FINE]
        self._starts = [provisions[row].start for row in self._coarse]
        self._items = []
        self._following = True
        self._strong = font("small_strong")
        self.setFont(font("small"))
        self.clear()
        open_ones: list[tuple[int, QTreeWidgetItem]] = []
        tops: list[QTreeWidgetItem] = []
        for row in self._coarse:
            provision = provisions[row]
            item = self._item(row)
            while open_ones and open_ones[-1][0] >= provision.level:
                open_ones.pop()
            if open_ones:
                open_ones[-1][1].addChild(item)
            else:
                tops.append(item)
            if provision.kind == ProvisionKind.ARTICLE:
                following = row + 1
                has_fine = following < len(provisions) and provisions[following].kind in _FINE
                if has_fine:
                    item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            else:
                open_ones.append((provision.level, item))
            self._items.append(item)
        self.addTopLevelItems(tops)
        for item in tops:
            item.setExpanded(item.childCount() > 0 and len(tops) < 30)
        self._following = False

    @property
    def is_empty(self) -> bool:
        return not self._provisions

    def follow(self, place: int) -> None:
        """Choose what stands at character ``place`` of the text, without jumping."""
        row = bisect_right(self._starts, place) - 1
        if row < 0 or self.hasFocus():
            return
        item = self._items[row]
        if item is not self.currentItem():
            self._following = True
            self.setCurrentItem(item)
            self.scrollToItem(item)
            self._following = False

    def at(self, place: int) -> Provision | None:
        """The Điều (or Chương …) that stands at character ``place``."""
        row = bisect_right(self._starts, place) - 1
        return self._provisions[self._coarse[row]] if row >= 0 else None

    # --- inside ---

    def _item(self, row: int) -> QTreeWidgetItem:
        provision = self._provisions[row]
        words = f"{provision.label}. {provision.heading}" if provision.heading else provision.label
        words = " ".join(words.split())
        item = QTreeWidgetItem([words])
        item.setToolTip(0, words)
        item.setData(0, _PLACE_ROLE, row)
        if provision.kind in (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.APPENDIX):
            item.setFont(0, self._strong)
        return item

    def _fill(self, item: QTreeWidgetItem) -> None:
        row = item.data(0, _PLACE_ROLE)
        if item.childCount() or self._provisions[row].kind != ProvisionKind.ARTICLE:
            return
        clause: QTreeWidgetItem | None = None
        for fine in range(row + 1, len(self._provisions)):
            kind = self._provisions[fine].kind
            if kind not in _FINE:
                break
            child = self._item(fine)
            if kind == ProvisionKind.POINT and clause is not None:
                clause.addChild(child)
            else:
                item.addChild(child)
                clause = child
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.DontShowIndicatorWhenChildless)

    def _moved(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._following and self.hasFocus():
            self._pressed(item)

    def _pressed(self, item: QTreeWidgetItem) -> None:
        if not self._following:
            self.chosen.emit(self._provisions[item.data(0, _PLACE_ROLE)])


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(80), px(26))
