"""Which list the middle column shows (a folder, search results, drafts or outbox of this PC), and keeping it true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mail import FolderRole, ItemId
from ui import formatting
from ui.page_tools import PageTools

from .folder_list import FolderKey, FolderList, LocalFolder
from .lanes import LANE
from .list_pane import ListPane

if TYPE_CHECKING:  # the first list does without what these load
    from mail import (
        AwaitedAnswer,
        Draft,
        FirstLook,
        Folder,
        Mailbox,
        MailboxChanges,
        Outgoing,
        SearchMarks,
        SearchProblem,
        SyncProgress,
    )

    from .local_list import Snoozed

_MOST_HITS = 500
_GATHER_MS = 120
"""News of a first sync come many times a second; the list follows in steps."""
_AFTER_FIRST_LOOK_MS = 150
"""The first rows are on screen before the mailbox takes the processor to load."""


@dataclass(frozen=True)
class _Overview:
    folders: list[Folder]
    outbox: list[Outgoing]
    drafts: list[Draft] | None
    """Without their attachments; None when not asked for: only this window writes drafts."""
    snoozed: list[Snoozed]
    awaited: list[AwaitedAnswer]


@dataclass(frozen=True)
class _Answer:
    """A list's ids; of a search, what was not understood and what to mark as well."""

    ids: Sequence[ItemId]
    problems: tuple[SearchProblem, ...] = ()
    marks: SearchMarks | None = None


class ShownList(QObject):
    first_shown = Signal()
    """The first rows stand in the list."""
    emptied = Signal()
    """Another list is shown and nothing is chosen in it."""
    unread_changed = Signal(int)
    """Unread mails in the Inbox."""
    outbox_seen = Signal(object)
    marks_changed = Signal(object)
    """`SearchMarks` of what is searched for; None when nothing is."""

    def __init__(self, tools: PageTools, folders: FolderList, pane: ListPane, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folders = folders
        self._pane = pane
        self._key: FolderKey | None = None
        self._words = ""
        self._turn = 0
        """Answers to earlier questions are dropped."""
        self._is_asking = self._ask_again = False
        self._is_loaded = self._is_first_look = False
        self._taken_out: set[ItemId] = set()
        """Found by the search that is shown, and since deleted or moved by her: not shown among its results."""
        self._progress: SyncProgress | None = None
        self._drafts: list[Draft] = []
        self._drafts_may_differ = True
        self._outbox: list[Outgoing] = []
        self._snoozed: list[Snoozed] = []
        self._awaited: list[AwaitedAnswer] = []
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._ask_for_ids)
        self._gather_counts = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather_counts.timeout.connect(self.reload_counts)
        folders.chosen.connect(self.show_folder)
        pane.search_changed.connect(self.search)
        pane.folder_names = lambda: [folders.name_of(folder) for folder in folders.folders.values()]
        pane.unread_only_changed.connect(self._begin)

    # --- which list ---

    @property
    def role(self) -> FolderRole | None:
        """The role of the folder shown; None for search results and this PC's own lists."""
        if self.is_search or self._key is None or isinstance(self._key, LocalFolder):
            return None
        folder = self._folders.folders.get(self._key)
        return folder.role if folder is not None else None

    @property
    def is_search(self) -> bool:
        return bool(self._words)

    def open_first(self) -> None:
        """The folders, and the Inbox in the list."""
        first_look = self._tools.desk.first_look
        if (look := first_look(False)) is not None:
            self._show_first_look(look)
            return
        self._pane.show_list(empty_words=self.tr("Đang mở hộp thư…"))
        self._tools.background.run(self, lambda: first_look(True), self._show_first_look)

    def _show_first_look(self, look: FirstLook | None) -> None:
        """The newest rows of the Inbox, read while the window was still loading; the mailbox itself follows."""
        if look is None or self._key is not None:
            self.reload_counts()
            self.first_shown.emit()
            return
        self._folders.show_folders(list(look.folders))
        self._key, self._is_loaded, self._is_first_look = look.folder_id, True, True
        self._folders.blockSignals(True)
        self._folders.choose(look.folder_id)
        self._folders.blockSignals(False)
        self._pane.list.show_ids(look.item_ids, keep=False)
        self._pane.list.messages.hold(look.summaries)
        self._show()
        self.first_shown.emit()
        QTimer.singleShot(_AFTER_FIRST_LOOK_MS, self, self.reload)

    def show_folder(self, key: FolderKey) -> None:
        if self._words:
            self._words = ""
            self._pane.search.blockSignals(True)
            self._pane.search.clear()
            self._pane.search.blockSignals(False)
        self._key = key
        self._begin()

    def search(self, words: str) -> None:
        if words == self._words:
            return
        self._words = words
        self._begin()

    def all_ids(self) -> list[ItemId]:
        """Of the mails in the list that is shown, newest first; none for this PC's own lists."""
        return [] if self._pane.shows_local else list(self._pane.list.messages.ids)

    def take_out(self, item_ids: Sequence[ItemId]) -> None:
        """She deleted or moved these: they leave the list at once."""
        if self.is_search:
            self._taken_out.update(item_ids)
        self._pane.list.take_out(item_ids)
        self.tell_count()

    def bring_back(self) -> None:
        """She took an act back."""
        self._taken_out.clear()

    def _begin(self, *_: object) -> None:
        """Another list: the old rows go only when the new ones are here."""
        self._turn += 1
        self._taken_out.clear()
        self._is_loaded = False
        self._is_asking = self._ask_again = False
        self._pane.unread_only.setVisible(not self.is_search and not isinstance(self._key, LocalFolder))
        if isinstance(self._key, LocalFolder) and not self.is_search:
            self._pane.list.show_ids([], keep=False)
            self._pane.list.forget_opened()
            self.emptied.emit()
            self.reload_local()
        elif self._key is not None:
            self._ask_for_ids()

    # --- asking ---

    def reload(self) -> None:
        """After an act of hers."""
        self.reload_counts()
        self._ask_for_ids()

    def changed(self, changes: MailboxChanges) -> None:
        if changes.folders or changes.folder_ids or changes.outbox or changes.item_ids:
            self._gather_counts.start()
        if changes.item_ids:
            self._pane.list.messages.refresh(changes.item_ids)
        if self.is_search or (self._key is not None and self._key in changes.folder_ids):
            self._gather.start()

    def progressed(self, progress: SyncProgress) -> None:
        self._progress = progress if progress.done < progress.total else None
        if not self._pane.list.messages.ids and not self._pane.shows_local:
            self._show()

    def reload_counts(self, then: Callable[[], object] | None = None) -> None:
        """Folders with their counts, the outbox, and the drafts if they may differ."""
        desk, with_drafts = self._tools.desk, self._drafts_may_differ
        self._drafts_may_differ = False

        def show(overview: _Overview) -> None:
            self._show_overview(overview)
            if then is not None:
                then()

        self._tools.background.run(self, lambda: _overview(desk.mailbox, with_drafts), show, self._failed, lane=LANE)

    def reload_local(self, then: Callable[[], object] | None = None) -> None:
        """Drafts or outbox were changed by her."""
        self._drafts_may_differ = True
        self.reload_counts(then)

    def _ask_for_ids(self) -> None:
        key, words, turn = self._key, self._words, self._turn
        if isinstance(key, LocalFolder) and not words:
            return
        if self._is_asking:  # one question at a time; the newest answer counts
            self._ask_again = True
            return
        self._is_asking = True
        unread_only = self._pane.unread_only.isChecked()
        desk = self._tools.desk

        def ask() -> _Answer:
            if words:
                from mail import SearchMarks  # loaded on the worker

                found = desk.mailbox.find(words, limit=_MOST_HITS)
                return _Answer(found.ids, found.problems, SearchMarks(words))
            assert key is not None and not isinstance(key, LocalFolder)
            return _Answer(desk.mailbox.message_ids(key, unread_only=unread_only))

        self._tools.background.run(
            self,
            ask,
            lambda answer: self._take_ids(turn, answer),
            lambda error: self._no_ids(turn, error),
            lane="mail-search" if words else LANE,
        )

    def _take_ids(self, turn: int, answer: _Answer) -> None:
        if turn != self._turn:
            return
        ids = answer.ids
        self._show_marks(answer)
        self._is_asking = self._is_first_look = False
        was_loaded, self._is_loaded = self._is_loaded, True
        self._pane.list.shows_recipients = self.role in (FolderRole.SENT, FolderRole.DRAFTS)
        if self._taken_out:
            ids = [item_id for item_id in ids if item_id not in self._taken_out]
        reading = self._pane.list.current_id
        if self._pane.unread_only.isChecked() and was_loaded and reading is not None and reading not in ids:
            ids = _with_kept(ids, reading, self._pane.list.messages.ids)
        self._pane.list.show_ids(ids, keep=was_loaded)
        if not was_loaded:
            self._pane.list.forget_opened()
            self.emptied.emit()
        self._show()
        if self._ask_again:
            self._ask_again = False
            self._gather.start()

    def _show_marks(self, answer: _Answer) -> None:
        if answer.problems:
            from .search_words import problem_words

            self._pane.say_of_search("\n".join(problem_words(problem) for problem in answer.problems[:3]))
        else:
            self._pane.say_of_search("")
        if (answer.marks is None) != (self._pane.list.row.marks is None) or answer.marks is not None:
            self._pane.list.row.marks = answer.marks
            self._pane.list.viewport().update()
            self.marks_changed.emit(answer.marks)

    def _no_ids(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._is_asking = False
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not self._pane.list.messages.ids:
            self._pane.show_list(empty_words=self.tr("Không mở được hộp thư trên máy này."))
        self._tools.notices.say_error(error)

    # --- showing ---

    def _show_overview(self, overview: _Overview) -> None:
        from mail import OutgoingState

        on_their_way = [one for one in overview.outbox if one.state != OutgoingState.SENT]
        if overview.drafts is not None:
            self._drafts = overview.drafts
        self._outbox = overview.outbox
        # she who looks at one of these lists keeps it, also when its last row has gone
        drafts_shown = bool(self._drafts) or self._key == LocalFolder.DRAFTS
        outbox_shown = bool(on_their_way) or self._key == LocalFolder.OUTBOX
        self._snoozed, self._awaited = overview.snoozed, overview.awaited
        self._folders.show_folders(
            overview.folders,
            len(on_their_way) if outbox_shown else None,
            len(self._drafts) if drafts_shown else None,
            len(self._snoozed) if self._snoozed or self._key == LocalFolder.SNOOZED else None,
            len(self._awaited) if self._awaited or self._key == LocalFolder.AWAITED else None,
        )
        self.outbox_seen.emit(overview.outbox)
        inbox = next((folder for folder in overview.folders if folder.role == FolderRole.INBOX), None)
        if inbox is not None:
            self.unread_changed.emit(inbox.unread_count)
            if self._folders.current is None:
                self._folders.choose(inbox.id)
        elif not overview.folders:
            self._show()
        if isinstance(self._key, LocalFolder) and not self.is_search:
            self._show_local()
        elif self._is_loaded:
            self.tell_count()

    def _show_local(self) -> None:
        if self._key == LocalFolder.DRAFTS:
            self._pane.local.show_drafts(self._drafts)
            self._pane.show_title(self.tr("Đang soạn trên máy này"))
        elif self._key == LocalFolder.SNOOZED:
            self._pane.local.show_snoozed(self._snoozed)
            self._pane.show_title(self.tr("Thư hẹn lại"))
        elif self._key == LocalFolder.AWAITED:
            self._pane.local.show_awaited(self._awaited)
            self._pane.show_title(self.tr("Chờ trả lời"))
        else:
            self._pane.local.show_outbox(self._outbox)
            self._pane.show_title(self.tr("Hộp thư đi"))
        self._pane.show_local()

    def _show(self) -> None:
        self._pane.show_list(empty_words=self._empty_words())
        self.tell_count()

    def tell_count(self) -> None:
        """The title over the list, and how many there are."""
        ids = self._pane.list.messages.ids
        if self.is_search:
            most = "+" if len(ids) >= _MOST_HITS else ""
            self._pane.show_title(
                self.tr("Kết quả tìm"), self.tr("{count} thư").format(count=formatting.number(len(ids)) + most)
            )
            return
        folder = self._folders.folders.get(self._key) if not isinstance(self._key, LocalFolder | None) else None
        if folder is None:
            return
        count = folder.total_count if self._is_first_look else len(ids)
        words = self.tr("{count} thư").format(count=formatting.number(count))
        if folder.unread_count and folder.role != FolderRole.DRAFTS:
            words += self.tr(", {count} chưa đọc").format(count=formatting.number(folder.unread_count))
        self._pane.show_title(self._folders.name_of(folder), words)
        if not ids:
            self._pane.show_list(empty_words=self._empty_words())

    def _empty_words(self) -> str:
        if self.is_search:
            return self.tr("Không tìm thấy thư nào có “{words}”.").format(words=self._words[:80])
        if self._progress is not None:
            done, total = formatting.number(self._progress.done), formatting.number(self._progress.total)
            return self.tr("Đang tải thư lần đầu… {done}/{total}").format(done=done, total=total)
        if not self._folders.folders:
            return self.tr("Chưa có thư trên máy này. Thư sẽ hiện ra khi tải xong lần đầu.")
        if self._pane.unread_only.isChecked():
            return self.tr("Không có thư chưa đọc.")
        return self.tr("Hộp thư trống") if self.role == FolderRole.INBOX else self.tr("Thư mục này trống")


def _overview(mailbox: Mailbox, with_drafts: bool) -> _Overview:
    drafts = [replace(draft, attachments=()) for draft in mailbox.drafts()] if with_drafts else None
    asleep = mailbox.snoozing.asleep()
    summaries = {one.id: one for one in mailbox.summaries([item_id for item_id, _ in asleep])} if asleep else {}
    snoozed = [(summaries[item_id], until) for item_id, until in asleep if item_id in summaries]
    return _Overview(mailbox.folders(), mailbox.outbox(), drafts, snoozed, mailbox.awaited_answers.listed())


def _with_kept(ids: Sequence[ItemId], reading: ItemId, before: Sequence[ItemId]) -> list[ItemId]:
    """With only unread mails shown, the one she is reading stays until she leaves it."""
    place = before.index(reading)
    following = set(before[place + 1 :])
    at = next((row for row, item_id in enumerate(ids) if item_id in following), len(ids))
    return [*ids[:at], reading, *ids[at:]]
