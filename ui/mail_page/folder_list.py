"""The tree of folders at the left of the mail page, with unread counts. Messages are dropped here to be moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from mail import Folder, FolderId, FolderRole, ItemId
from ui.style import S, colour, font, icon, px

MESSAGES_MIME = "application/x-ban-cong-vu-messages"
"""Ids of dragged messages, one a line."""

_KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_COUNT_ROLE = Qt.ItemDataRole.UserRole + 2

ICONS = {
    FolderRole.INBOX: "inbox",
    FolderRole.DRAFTS: "drafts",
    FolderRole.SENT: "sent",
    FolderRole.DELETED: "trash",
    FolderRole.JUNK: "junk",
    FolderRole.ARCHIVE: "archive",
    FolderRole.OTHER: "folder",
}


_ROOT_LENGTH = 10
"""Of the id of a shared mailbox's root, "@" and its prefix: see `mail.shared.naming`."""


class LocalFolder(Enum):
    """What lies on this PC only and is shown among the folders."""

    OUTBOX = "outbox"
    DRAFTS = "local drafts"
    SNOOZED = "snoozed"
    AWAITED = "awaited answers"


FolderKey = FolderId | LocalFolder


def messages_as_mime(item_ids: Sequence[ItemId]) -> QMimeData:
    data = QMimeData()
    data.setData(MESSAGES_MIME, "\n".join(item_ids).encode())
    return data


def messages_from_mime(data: QMimeData) -> list[ItemId]:
    return [ItemId(line) for line in bytes(data.data(MESSAGES_MIME).data()).decode().split("\n") if line]


class FolderList(QTreeWidget):
    chosen = Signal(object)
    """A `FolderId` or `LocalFolder`."""
    dropped = Signal(object, object)
    """``(list[ItemId], FolderId)``: move these there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[FolderKey, QTreeWidgetItem] = {}
        self._folders: dict[FolderId, Folder] = {}
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(px(14))
        self.setItemDelegate(_FolderRow(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(True)
        self.setAccessibleName(self.tr("Danh sách thư mục"))
        self.currentItemChanged.connect(self._current_changed)

    def show_folders(
        self,
        folders: list[Folder],
        outbox: int | None = None,
        drafts: int | None = None,
        snoozed: int | None = None,
        awaited: int | None = None,
    ) -> None:
        """The folders as they are now; the chosen one and what is unfolded stay. ``outbox`` and ``drafts`` count what
        lies on this PC only; None leaves that row out."""
        self._folders = {folder.id: folder for folder in folders}
        wanted: dict[FolderKey, tuple[FolderKey | None, str, str, int]] = {}
        for folder in folders:
            count = folder.total_count if folder.role == FolderRole.DRAFTS else folder.unread_count
            wanted[folder.id] = (folder.parent_id, self.name_of(folder), _icon_of(folder), count)
            if folder.role == FolderRole.INBOX and snoozed is not None:
                wanted[LocalFolder.SNOOZED] = (None, self.tr("Thư hẹn lại"), "clock", snoozed)
            if folder.role == FolderRole.SENT and awaited is not None:
                wanted[LocalFolder.AWAITED] = (None, self.tr("Chờ trả lời"), "history", awaited)
            if folder.role == FolderRole.DRAFTS and drafts is not None:
                wanted[LocalFolder.DRAFTS] = (None, self.tr("Đang soạn trên máy này"), "compose", drafts)
            if folder.role == FolderRole.SENT and outbox is not None:
                wanted[LocalFolder.OUTBOX] = (None, self.tr("Hộp thư đi"), "outbox", outbox)
        for key in [key for key in self._items if key not in wanted]:
            self._take_out(key)
        tops: dict[QTreeWidgetItem | None, int] = {}
        for key, (parent_key, name, icon_name, count) in wanted.items():
            item = self._items.get(key)
            parent = self._items.get(parent_key) if parent_key is not None else None
            place = tops.get(parent, 0)
            tops[parent] = place + 1
            if item is None:
                item = self._items[key] = QTreeWidgetItem()
                item.setData(0, _KEY_ROLE, key)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
                if isinstance(key, LocalFolder):
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            if item.parent() is not parent or item.treeWidget() is None:
                self._put(item, parent, place)
            if item.text(0) != name:
                item.setText(0, name)
                item.setToolTip(0, name)
                item.setIcon(0, icon(icon_name, "muted"))
            if item.data(0, _COUNT_ROLE) != count:
                item.setData(0, _COUNT_ROLE, count)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._spoken(key, name, count))

    def name_of(self, folder: Folder) -> str:
        """Well-known folders bear the names of the desk's language, whatever the server calls them."""
        match folder.role:
            case FolderRole.INBOX:
                return self.tr("Hộp thư đến")
            case FolderRole.DRAFTS:
                return self.tr("Thư nháp")
            case FolderRole.SENT:
                return self.tr("Thư đã gửi")
            case FolderRole.DELETED:
                return self.tr("Thư đã xoá")
            case FolderRole.JUNK:
                return self.tr("Thư rác")
            case FolderRole.ARCHIVE:
                return self.tr("Lưu trữ")
        return folder.name

    def full_name_of(self, folder: Folder) -> str:
        """In a shared mailbox with its owner's name before it, as the search understands it after ``trong:``."""
        from mail import is_same_mailbox

        root = folder
        while (above := self._folders.get(root.parent_id) if root.parent_id is not None else None) is not None:
            root = above
        is_shared = root is not folder and is_same_mailbox(root.id, folder.id) and not is_same_mailbox(root.id, "")
        return f"{root.name}/{self.name_of(folder)}" if is_shared else self.name_of(folder)

    @property
    def current(self) -> FolderKey | None:
        item = self.currentItem()
        return item.data(0, _KEY_ROLE) if item is not None else None

    @property
    def folders(self) -> dict[FolderId, Folder]:
        return self._folders

    def choose(self, key: FolderKey) -> None:
        if key in self._items:
            self.setCurrentItem(self._items[key])

    def count_of(self, key: FolderKey) -> int | None:
        """The number beside a folder, as shown."""
        return self._items[key].data(0, _COUNT_ROLE) if key in self._items else None

    # --- inside ---

    def _spoken(self, key: FolderKey, name: str, count: int) -> str:
        if not count:
            return name
        folder = self._folders.get(key) if not isinstance(key, LocalFolder) else None
        if folder is None or folder.role == FolderRole.DRAFTS:
            return self.tr("{name}, {count} thư").format(name=name, count=count)
        return self.tr("{name}, {count} thư chưa đọc").format(name=name, count=count)

    def _put(self, item: QTreeWidgetItem, parent: QTreeWidgetItem | None, place: int) -> None:
        was_current = item.treeWidget() is not None and self.currentItem() is item
        if (old_parent := item.parent()) is not None:
            old_parent.removeChild(item)
        elif item.treeWidget() is not None:
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))
        if parent is None:
            self.insertTopLevelItem(place, item)
        else:
            parent.insertChild(min(place, parent.childCount()), item)
            parent.setExpanded(True)
        if was_current:
            self.setCurrentItem(item)

    def _take_out(self, key: FolderKey) -> None:
        item = self._items.pop(key)
        for child in item.takeChildren():  # its folders may live on elsewhere
            self.addTopLevelItem(child)
        if (parent := item.parent()) is not None:
            parent.removeChild(item)
        else:
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))

    def _current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(0, _KEY_ROLE))

    # --- messages are dropped here ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MESSAGES_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._folder_under(event) is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        folder_id = self._folder_under(event)
        if folder_id is None:
            event.ignore()
            return
        # The drag's owner is told it was a copy: rows leave the list when the move is written down, not by the view.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(messages_from_mime(event.mimeData()), folder_id)

    def _folder_under(self, event: QDropEvent) -> FolderId | None:
        item = self.itemAt(event.position().toPoint())
        if item is None or not event.mimeData().hasFormat(MESSAGES_MIME):
            return None
        key = item.data(0, _KEY_ROLE)
        return None if isinstance(key, LocalFolder) or key == self.current else key


def _icon_of(folder: Folder) -> str:
    is_shared_root = folder.parent_id is None and len(folder.id) == _ROOT_LENGTH and folder.id.startswith("@")
    return "people" if is_shared_root else ICONS[folder.role]


class _FolderRow(QStyledItemDelegate):
    """Icon, name, and the count at the right edge; the names of folders with unread mail are strong."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(120), px(32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        count = index.data(_COUNT_ROLE) or 0
        painter.save()
        if selected or hovered:
            painter.fillRect(option.rect, colour("selection" if selected else "hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        side = px(18)
        area = option.rect.adjusted(px(S) // 2, 0, -px(S), 0)
        index.data(Qt.ItemDataRole.DecorationRole).paint(
            painter, area.x(), area.y() + (area.height() - side) // 2, side, side
        )
        area.setLeft(area.left() + side + px(S))
        painter.setPen(colour("on_selection" if selected else "text"))
        if count:
            painter.setFont(font("small_strong"))
            words = f"{count:,}".replace(",", ".")
            painter.setPen(colour("on_selection" if selected else "accent"))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
            area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(words) - px(S))
            painter.setPen(colour("on_selection" if selected else "text"))
        painter.setFont(font("strong" if count else "body"))
        name = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


def ordered(folders: list[Folder], name_of: Callable[[Folder], str]) -> list[tuple[str, FolderId]]:
    """Every folder with its whole path, for choosing by typing."""
    by_id = {folder.id: folder for folder in folders}
    result = []
    for folder in folders:
        names, one, depth = [name_of(folder)], folder, 0
        while one.parent_id in by_id and depth < 30:
            one, depth = by_id[one.parent_id], depth + 1
            names.append(name_of(one))
        result.append((" › ".join(reversed(names)), folder.id))
    return result
