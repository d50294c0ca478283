"""Which list the middle column shows (a folder, search results, drafts or outbox of this PC), and keeping it true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mail import FolderRole, ItemId
from ui.page_tools import PageTools

from .folder_list import FolderKey, FolderList, LocalFolder
from .grouping import GROUPED, Take, ask_for_rows
from .lanes import LANE
from .list_answer import ListAnswer, found_by, lying_in
from .list_changes import with_kept
from .list_pane import ListPane
from .list_words import ListWords
from .local_lists import LocalLists
from .overview import Overview, overview_of

if TYPE_CHECKING:  # the first list does without what these load
    from mail import FirstLook, MailboxChanges, SyncProgress

    from .loaded_since import LoadedSince

_GATHER_MS = 120  # news of a first sync come many times a second; the list follows in steps
_AFTER_FIRST_LOOK_MS = 150
"""The first rows are on screen before the mailbox takes the processor to load."""


class ShownList(QObject):
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
        self._is_asking = self._ask_again = self._is_loaded = self._is_first_look = False
        self._taken_out: set[ItemId] = set()
        """Found by the search that is shown, and since deleted or moved by her: not shown among its results."""
        self._progress: SyncProgress | None = None
        self._local = LocalLists(pane, self)
        self._list_words = ListWords(self)
        self._drafts_may_differ = True
        self._loaded: LoadedSince | None = None
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._ask_for_ids)
        self._gather_counts = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather_counts.timeout.connect(self.reload_counts)
        folders.chosen.connect(self.show_folder)
        pane.search_changed.connect(self.search)
        pane.folder_names = lambda: [folders.full_name_of(folder) for folder in folders.folders.values()]
        self._everything: Sequence[ItemId] | None = None
        self._is_regrouped = False
        pane.grouped.setChecked(tools.preferences.word(GROUPED, "no") == "yes")
        pane.unread_only_changed.connect(self._begin)
        pane.grouped_changed.connect(self._group)

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

    @property
    def is_grouped(self) -> bool:
        """One row for each conversation: in folders only, a search shows each mail it found."""
        return self._pane.grouped.isChecked() and not self.is_search and not isinstance(self._key, LocalFolder)

    def _group(self, is_on: bool) -> None:
        """The same list in other rows: what she reads stays."""
        self._tools.preferences.remember_word(GROUPED, "yes" if is_on else "no")
        self._pane.list.row.conversations.clear()
        self._is_regrouped = True
        self._ask_for_ids()

    def rows(self, item_ids: Sequence[ItemId], take: Take) -> None:
        """The rows of these, and what their conversations hold where the list shows one row for each."""
        key = self._key if self.is_grouped and not isinstance(self._key, LocalFolder) else None
        ask_for_rows(self._tools, self, self._pane.list.row, key, item_ids, take)

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
            return
        self._folders.show_folders(list(look.folders))
        self._key, self._is_loaded, self._is_first_look = look.folder_id, True, True
        self._folders.blockSignals(True)
        self._folders.choose(look.folder_id)
        self._folders.blockSignals(False)
        self._pane.list.show_ids(look.item_ids, keep=False)
        self._pane.list.messages.hold(look.summaries)
        self._show()
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
        if self._pane.shows_local:
            return []
        return list(self._everything if self._everything is not None else self._pane.list.messages.ids)

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
        self._is_loaded = self._is_asking = self._ask_again = False
        self._pane.grouped.setVisible(not self.is_search and not isinstance(self._key, LocalFolder))
        self._pane.unread_only.setVisible(not self.is_search and not isinstance(self._key, LocalFolder))
        if isinstance(self._key, LocalFolder) and not self.is_search:
            self._pane.list.show_ids([], keep=False)
            self._pane.list.forget_opened()
            self.emptied.emit()
            self._local.show(self._key)  # what is known of it, at once
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

        def show(overview: Overview) -> None:
            self._show_overview(overview)
            if then is not None:
                then()

        self._tools.background.run(self, lambda: overview_of(desk.mailbox, with_drafts), show, self._failed, lane=LANE)

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
        desk, is_grouped = self._tools.desk, self.is_grouped

        def ask() -> ListAnswer:
            if words:
                return found_by(desk.mailbox, words)
            assert key is not None and not isinstance(key, LocalFolder)
            return lying_in(desk.mailbox, key, unread_only=unread_only, is_grouped=is_grouped)

        self._tools.background.run(
            self,
            ask,
            lambda answer: self._take_ids(turn, answer),
            lambda error: self._no_ids(turn, error),
            lane="mail-search" if words else LANE,
        )

    def _take_ids(self, turn: int, answer: ListAnswer) -> None:
        if turn != self._turn:
            return
        ids, self._everything = answer.ids, answer.everything
        self._show_marks(answer)
        self._is_asking = self._is_first_look = False
        was_loaded, self._is_loaded = self._is_loaded, True
        self._pane.list.shows_recipients = self.role in (FolderRole.SENT, FolderRole.DRAFTS)
        if self._taken_out:
            ids = [item_id for item_id in ids if item_id not in self._taken_out]
        reading = self._pane.list.current_id
        if self._pane.unread_only.isChecked() and was_loaded and reading is not None and reading not in ids:
            ids = with_kept(ids, reading, self._pane.list.messages.ids)
        self._pane.list.show_ids(ids, keep=was_loaded)
        if was_loaded and self._everything is not None:  # how many each stands for may differ
            self._pane.list.messages.refresh(ids if self._is_regrouped else self._pane.list.visible_ids())
        self._is_regrouped = False
        if not was_loaded:
            self._pane.list.forget_opened()
            self.emptied.emit()
        self._show()
        if self._ask_again:
            self._ask_again = False
            self._gather.start()

    def _show_marks(self, answer: ListAnswer) -> None:
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

    def _show_overview(self, overview: Overview) -> None:
        self._local.take(overview)
        self._loaded = overview.loaded
        self._folders.show_folders(overview.folders, *self._local.counts(self._key))
        self.outbox_seen.emit(overview.outbox)
        inbox = next((folder for folder in overview.folders if folder.role == FolderRole.INBOX), None)
        if inbox is not None:
            self.unread_changed.emit(inbox.unread_count)
            if self._folders.current is None:
                self._folders.choose(inbox.id)
        elif not overview.folders:
            self._show()
        if isinstance(self._key, LocalFolder) and not self.is_search:
            self._local.show(self._key)
        elif self._is_loaded:
            self.tell_count()

    def _show(self) -> None:
        self._pane.show_list(empty_words=self._empty_words())
        self.tell_count()

    def tell_count(self) -> None:
        """The title over the list, and how many there are."""
        ids = self._pane.list.messages.ids
        if self.is_search:
            self._pane.show_title(*self._list_words.found(len(ids)))
            return
        folder = self._folders.folders.get(self._key) if not isinstance(self._key, LocalFolder | None) else None
        if folder is None:
            return
        count = folder.total_count if self._is_first_look else len(ids)
        stands_for = self._everything is not None
        words = self._list_words.count_in(
            folder, count, stands_for_conversations=stands_for, is_grouped=self.is_grouped
        )
        loaded = self._loaded if count and not folder.id.startswith("@") else None  # not of a shared mailbox
        self._pane.show_title(self._folders.name_of(folder), words, loaded)
        if not ids:
            self._pane.show_list(empty_words=self._empty_words())

    def _empty_words(self) -> str:
        if self.is_search:  # what her words lack is said over the list
            return "" if self._pane.search_remark.text() else self._list_words.nothing_found(self._words)
        return self._list_words.nothing_in(
            self.role,
            progress=self._progress,
            has_folders=bool(self._folders.folders),
            unread_only=self._pane.unread_only.isChecked(),
        )
