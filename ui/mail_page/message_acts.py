"""What she does with messages: written down in the store on a worker, shown at once, taken back with one press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QObject, Signal

from mail import FolderId, ItemId
from ui import formatting
from ui.page_tools import PageTools

from .lanes import LANE


class ActKind(Enum):
    READ = "read"
    FLAG = "flag"
    MOVE = "move"
    DELETE = "delete"
    SNOOZE = "snooze"
    WAKE = "wake"
    CATEGORIES = "categories"


@dataclass(frozen=True, slots=True)
class Act:
    """``is_on`` belongs to READ and FLAG, ``folder_id`` to MOVE, ``added`` and ``removed`` to CATEGORIES."""

    kind: ActKind
    item_ids: Sequence[ItemId]
    is_on: bool = True
    folder_id: FolderId | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class MessageActs(QObject):
    begun = Signal(object)
    """An `Act`: show it now."""
    undoing = Signal()
    settled = Signal()
    """The store has it (or has taken it back): counts and lists may be asked for anew."""

    def __init__(self, tools: PageTools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._newest: Act | None = None
        self._latest: Act | None = None

    def mark_read(self, item_ids: Sequence[ItemId], is_read: bool = True, *, by_itself: bool = False) -> None:
        """``by_itself``: because she read it, not because she said so; Ctrl+Z does not take that back."""
        act = Act(ActKind.READ, _kept(item_ids), is_read)
        self._do(act, lambda: self._tools.desk.mailbox.mark_read(act.item_ids, is_read, undoable=not by_itself))

    def flag(self, item_ids: Sequence[ItemId], is_flagged: bool = True) -> None:
        act = Act(ActKind.FLAG, _kept(item_ids), is_flagged)
        self._do(act, lambda: self._tools.desk.mailbox.flag(act.item_ids, is_flagged))

    def categorise(self, item_ids: Sequence[ItemId], add: Sequence[str], remove: Sequence[str]) -> None:
        act = Act(ActKind.CATEGORIES, _kept(item_ids), added=tuple(add), removed=tuple(remove))
        self._do(act, lambda: self._tools.desk.mailbox.categorise(act.item_ids, add=act.added, remove=act.removed))

    def move(self, item_ids: Sequence[ItemId], folder_id: FolderId, folder_name: str, *, note: str = "") -> None:
        """``note`` is said after what was done."""
        act = Act(ActKind.MOVE, _kept(item_ids), folder_id=folder_id)
        self._do(act, lambda: self._tools.desk.mailbox.move(act.item_ids, folder_id))
        words = self.tr("Đã chuyển {count} thư vào “{folder}”").format(count=len(item_ids), folder=folder_name)
        self._offer_undo(act, f"{words}; {note}" if note else words)

    def delete(self, item_ids: Sequence[ItemId], *, for_good: bool = False, note: str = "") -> None:
        """Into Deleted Items; ``for_good`` when they lie there already, which cannot be taken back."""
        act = Act(ActKind.DELETE, _kept(item_ids))
        self._do(act, lambda: self._tools.desk.mailbox.delete(act.item_ids))
        count = len(item_ids)
        if for_good:
            self._newest = None
            self._tools.notices.say(self.tr("Đã xoá hẳn {count} thư").format(count=count))
        else:
            words = self.tr("Đã xoá {count} thư").format(count=count)
            self._offer_undo(act, f"{words}; {note}" if note else words)

    def snooze(self, item_ids: Sequence[ItemId], until: datetime) -> None:
        """Out of the list until then."""
        act = Act(ActKind.SNOOZE, tuple(item_ids))
        self._do(act, lambda: self._tools.desk.mailbox.snoozing.snooze(act.item_ids, until))
        words = self.tr("{count} thư sẽ trở lại lúc {when}")
        self._offer_undo(act, words.format(count=len(item_ids), when=formatting.short_moment(until)))

    def wake(self, item_ids: Sequence[ItemId]) -> None:
        """Back into the list before its time."""
        act = Act(ActKind.WAKE, tuple(item_ids))
        self._do(act, lambda: self._tools.desk.mailbox.snoozing.wake(act.item_ids))
        self._offer_undo(act, self.tr("Đã đưa {count} thư về hộp thư").format(count=len(item_ids)))

    def undo(self) -> None:
        """The newest act back (Ctrl+Z)."""
        self._newest = None
        self.undoing.emit()
        self._tools.background.run(self, lambda: self._tools.desk.mailbox.undo(), self._undone, self._failed, lane=LANE)

    def _undone(self, did: bool) -> None:
        self._tools.notices.say_in_status(
            self.tr("Đã hoàn tác.") if did else self.tr("Không còn việc nào để hoàn tác.")
        )
        self._settle(None)

    def say_done(self, words: str) -> None:
        """Of the act just given: with its way back."""
        if self._latest is not None:
            self._offer_undo(self._latest, words)

    def _offer_undo(self, act: Act, words: str) -> None:
        self._newest = act
        self._tools.notices.say(words, action_text=self.tr("Hoàn tác"), action=lambda: self._undo_if_newest(act))

    def _undo_if_newest(self, act: Act) -> None:
        if self._newest is act:
            self.undo()
        else:
            self._tools.notices.say(self.tr("Sau việc này đã có việc khác. Xin nhấn Ctrl+Z để hoàn tác lần lượt."))

    def _do(self, act: Act, write_down: Callable[[], None]) -> None:
        if not act.item_ids:
            return
        self._latest = act
        self.begun.emit(act)
        self._tools.background.run(self, write_down, self._settle, self._failed, lane=LANE)

    def _settle(self, _: object) -> None:
        self.settled.emit()
        self._tools.service.refresh(mail=True, archive=False)

    def _failed(self, error: Exception) -> None:
        self._newest = None
        self._tools.notices.say_error(error)
        self.settled.emit()


def _kept(item_ids: Sequence[ItemId]) -> Sequence[ItemId]:
    """So that nobody changes it meanwhile; a list of many as small as it was."""
    from mail import ItemIds

    return item_ids.copy() if isinstance(item_ids, ItemIds) else tuple(item_ids)
