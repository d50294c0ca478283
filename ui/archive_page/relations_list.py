"""The documents that the open one is tied to, grouped by how; those the archive holds open with a press."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from docs_archive import Relation
from ui.style import colour, font, icon, px

from .relation_words import rank, relation_words

_RELATION_ROLE = Qt.ItemDataRole.UserRole
_MOST = 300


class RelationsList(QTreeWidget):
    document_asked = Signal(object)
    """The `DocumentId` of a document that is held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(px(10))
        self.setRootIsDecorated(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Văn bản liên quan"))
        self.itemClicked.connect(self._pressed)
        self.itemActivated.connect(self._pressed)

    def show_relations(self, relations: Sequence[Relation]) -> None:
        self.clear()
        ordered = sorted(relations[:_MOST], key=lambda one: (rank(one), one.kind.value, one.is_inbound, one.is_partial))
        kinds = groupby(ordered, key=lambda one: (one.kind, one.is_inbound, one.is_partial))
        for (kind, is_inbound, is_partial), members in kinds:
            head = QTreeWidgetItem([relation_words(kind, is_inbound, is_partial)])
            head.setFont(0, font("small_strong"))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addTopLevelItem(head)
            for relation in members:
                head.addChild(self._row(relation))
            head.setExpanded(True)

    def _row(self, relation: Relation) -> QTreeWidgetItem:
        title = " ".join(relation.other_title.split())
        item = QTreeWidgetItem([f"{relation.other_number}  {title}".strip()])
        item.setFont(0, font("small"))
        item.setData(0, _RELATION_ROLE, relation)
        is_held = relation.other_id is not None
        item.setIcon(0, icon("documents" if is_held else "unknown", "accent" if is_held else "muted"))
        item.setForeground(0, colour("accent" if is_held else "muted"))
        told = [relation.other_number, title]
        if relation.provisions:
            told.append(self.tr("Điều khoản: {provisions}").format(provisions=relation.provisions))
        if not is_held:
            told.append(self.tr("Chưa có trong kho"))
        item.setToolTip(0, "\n".join(part for part in told if part))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in told if part))
        return item

    def _pressed(self, item: QTreeWidgetItem) -> None:
        relation = item.data(0, _RELATION_ROLE)
        if relation is not None and relation.other_id is not None:
            self.document_asked.emit(relation.other_id)
