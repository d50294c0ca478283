"""The rows of the message list: an array of ids, and the summaries of what is looked at, fetched by pages.

A folder of a million mails opens like one of a hundred: nothing is asked for that is not on screen. For `message_list`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from mail import ItemId, ItemIds, MessageSummary

from .list_changes import Removed, list_changes

PAGE = 256
_MOST_ROWS_HELD = 16 * PAGE
_MOST_PAGES_WANTED = 4
"""Scrolling fast asks for many pages; those that flew by are forgotten."""

SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 1
ITEM_ID_ROLE = Qt.ItemDataRole.UserRole + 2

AskForRows = Callable[[Sequence[ItemId], Callable[[Sequence[MessageSummary]], None]], None]
"""Fetch these summaries in the background, then hand them to the second argument on the window's thread."""
Describe = Callable[[MessageSummary], str]


class MessageModel(QAbstractListModel):
    """``ask`` fetches one page; ``describe`` gives the row's words for a screen reader."""

    def __init__(self, ask: AskForRows, describe: Describe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._describe = describe
        self._ids: list[ItemId] | ItemIds = []
        self._rows: OrderedDict[ItemId, MessageSummary] = OrderedDict()
        self._wanted: list[int] = []
        self._under_way: int | None = None
        self._asked_for: set[ItemId] = set()
        self._generation = 0

    # --- what the view asks ---

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < len(self._ids):
            return None
        if role == ITEM_ID_ROLE:
            return self._ids[row]
        if role == SUMMARY_ROLE:
            return self.summary(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            summary = self.summary(row)
            if summary is None:
                return ""
            return summary.subject if role == Qt.ItemDataRole.DisplayRole else self._describe(summary)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def summary(self, row: int) -> MessageSummary | None:
        """The row's summary if it is here; else it is asked for and the view is told when it comes."""
        found = self._rows.get(self._ids[row])
        if found is None:
            self._want(row // PAGE)
        return found

    def held(self, item_id: ItemId) -> MessageSummary | None:
        return self._rows.get(item_id)

    def item_id(self, row: int) -> ItemId | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, item_id: ItemId) -> int | None:
        try:
            return self._ids.index(item_id)
        except ValueError:
            return None

    @property
    def ids(self) -> Sequence[ItemId]:
        return self._ids

    # --- what the page tells ---

    def show(self, ids: Sequence[ItemId]) -> None:
        """Another list: begin anew."""
        self.beginResetModel()
        self._ids = ids.copy() if isinstance(ids, ItemIds) else list(ids)
        self._rows.clear()
        self._wanted.clear()
        self._asked_for.clear()
        self._under_way = None
        self._generation += 1
        self.endResetModel()

    def update(self, ids: Sequence[ItemId]) -> bool:
        """The same list as it is now: rows come and go, the others stay where they are. False: it had to begin anew."""
        steps = list_changes(self._ids, ids)
        if steps is None:
            kept = dict(self._rows)
            self.show(ids)
            self._rows.update(kept)
            return False
        for step in steps:
            if isinstance(step, Removed):
                self.beginRemoveRows(QModelIndex(), step.first, step.last)
                self._take_out(step.first, step.last)
                self.endRemoveRows()
            else:
                self.beginInsertRows(QModelIndex(), step.first, step.first + len(step.ids) - 1)
                self._put_in(step.first, step.ids)
                self.endInsertRows()
        if steps:
            self._wanted.clear()  # rows have moved: the view asks again for what it shows
        return True

    def remove(self, item_ids: Iterable[ItemId]) -> None:
        """Take rows out at once: she deleted or moved them."""
        gone = set(item_ids)
        if isinstance(self._ids, ItemIds):
            self.update(self._ids.without(gone))
        else:
            self.update([item for item in self._ids if item not in gone])

    def rows_of(self, item_ids: set[ItemId]) -> list[int]:
        """Where these stand, in order."""
        if isinstance(self._ids, ItemIds):
            return self._ids.rows_of(item_ids)
        return [row for row, item_id in enumerate(self._ids) if item_id in item_ids]

    def _take_out(self, first: int, last: int) -> None:
        if isinstance(self._ids, ItemIds):
            self._ids.remove(first, last)
        else:
            del self._ids[first : last + 1]

    def _put_in(self, place: int, item_ids: Sequence[ItemId]) -> None:
        if isinstance(self._ids, ItemIds):
            if self._ids.insert(place, item_ids):
                return
            self._ids = list(self._ids)
        self._ids[place:place] = item_ids

    def patch(self, item_ids: Iterable[ItemId], **changes: Any) -> None:
        """Show an act of hers at once, before the store has answered."""
        # All of a long list: only those are gone through that are held.
        many = item_ids if not isinstance(item_ids, Sequence) or len(item_ids) < len(self._ids) else list(self._rows)
        for item_id in many:
            held = self._rows.get(item_id)
            if held is not None:
                self._rows[item_id] = replace(held, **changes)
        self._say_changed()

    def refresh(self, item_ids: Iterable[ItemId]) -> None:
        """These rows changed in the store: fetch anew those that are held."""
        stale = [item_id for item_id in item_ids if item_id in self._rows]
        for first in range(0, len(stale), PAGE):
            generation = self._generation
            self._ask(stale[first : first + PAGE], lambda rows, g=generation: self._take_fresh(rows, g))  # type: ignore[misc]

    # --- fetching ---

    def _want(self, page: int) -> None:
        if page == self._under_way or page in self._wanted:
            return
        if not self._wanted and self._under_way is None:
            QTimer.singleShot(0, self, self._fetch_next)
        self._wanted.append(page)
        del self._wanted[:-_MOST_PAGES_WANTED]

    def _fetch_next(self) -> None:
        if self._under_way is not None or not self._wanted:
            return
        page = self._under_way = self._wanted.pop()
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        missing = [item for item in ids if item not in self._rows and item not in self._asked_for]
        if not missing:
            self._under_way = None
            self._fetch_next()
            return
        generation = self._generation
        self._ask(missing, lambda rows: self._take_page(missing, rows, generation))

    def _take_page(self, asked: Sequence[ItemId], rows: Sequence[MessageSummary], generation: int) -> None:
        if generation != self._generation:
            return
        self._under_way = None
        # What is gone since is never asked for again in this list: the change notice takes its row away.
        self._asked_for.update(set(asked) - {row.id for row in rows})
        self.hold(rows)
        self._fetch_next()

    def _take_fresh(self, rows: Sequence[MessageSummary], generation: int) -> None:
        if generation == self._generation:
            self.hold(rows)

    def hold(self, rows: Sequence[MessageSummary]) -> None:
        """Keep these rows to show; the oldest beyond what is held go."""
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > _MOST_ROWS_HELD:
            self._rows.popitem(last=False)
        self._say_changed()

    def _say_changed(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
