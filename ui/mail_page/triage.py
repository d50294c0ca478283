"""Going through many mails by keyboard: archive, put off, the next unread one; whole folders read or emptied. Each act
chooses the mail that follows and can be undone. Used by `reading_side`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from mail import Folder, FolderId, FolderRole, ItemId, is_same_mailbox
from ui import formatting
from ui.page_tools import PageTools

from .folder_list import FolderList, LocalFolder
from .lanes import LANE
from .list_pane import ListPane
from .mail_actions import Deed
from .message_acts import MessageActs
from .moments import MomentDialog, fill_menu
from .shown_list import ShownList

_PREFIX_LENGTH = 10


class Triage(QObject):
    def __init__(
        self,
        tools: PageTools,
        side: QWidget,
        folders: FolderList,
        pane: ListPane,
        shown: ShownList,
        acts: MessageActs,
        chosen: Callable[[], Sequence[ItemId]],
    ) -> None:
        """``chosen`` gives what she acts on now."""
        super().__init__(side)
        self._tools, self._side, self._folders, self._pane = tools, side, folders, pane
        self._shown, self._acts, self._chosen = shown, acts, chosen

    def deeds(self) -> list[Deed]:
        """With their keys, for the page and the sheet behind F1."""
        return [
            Deed("archive", self.tr("Lưu trữ"), "archive", ("E",), self.archive),
            Deed("snooze", self.tr("Hẹn xem lại"), "clock", ("H",), self.ask_until),
            Deed(
                "next_unread",
                self.tr("Thư chưa đọc kế tiếp"),
                "chevron_down",
                ("N",),
                lambda: self.to_unread(1),
                "",
                False,
            ),
            Deed(
                "last_unread",
                self.tr("Thư chưa đọc phía trên"),
                "chevron_up",
                ("P",),
                lambda: self.to_unread(-1),
                "",
                False,
            ),
            Deed(
                "all_read",
                self.tr("Đánh dấu cả thư mục đã đọc"),
                "read",
                ("Shift+U",),
                self.mark_folder_read,
                needs_message=False,
            ),
            Deed("empty", self.tr("Dọn Thư đã xoá"), "trash", (), self.empty_deleted, needs_message=False),
        ]

    # --- the mails chosen ---

    def archive(self) -> None:
        chosen = self._chosen()
        archives = [one for one in self._folders.folders.values() if one.role is FolderRole.ARCHIVE]
        folder = next((one for one in archives if chosen and is_same_mailbox(one.id, chosen[0])), None)
        if chosen and folder is None:
            self._tools.notices.say(self.tr("Hộp thư này chưa có thư mục Lưu trữ trên máy chủ."))
        elif folder is not None and self._folders.current != folder.id:
            self._acts.move(chosen, folder.id, self._folders.name_of(folder))

    def ask_until(self) -> None:
        """The menu of moments, at the row she stands on."""
        menu = QMenu(self._side)
        self.fill(menu)
        row = self._pane.list.visualRect(self._pane.list.currentIndex())
        menu.popup(self._pane.list.viewport().mapToGlobal(row.center() if row.isValid() else QPoint(0, 0)))
        menu.aboutToHide.connect(menu.deleteLater)

    def fill(self, menu: QMenu) -> None:
        chosen = self._chosen()
        take: Callable[[datetime], None] = lambda moment: self.snooze(chosen, moment)  # noqa: E731
        ask = lambda: MomentDialog(self.tr("Hẹn xem lại"), take, self._side).open()  # noqa: E731
        fill_menu(menu, datetime.now(UTC), take, ask, snooze=True)

    def snooze(self, item_ids: Sequence[ItemId], until: datetime) -> None:
        own = [one for one in item_ids if not _mailbox_of(one)]
        if own:
            self._acts.snooze(own, until)
        if len(own) < len(item_ids):  # several people look at those: they would miss it
            self._tools.notices.say(self.tr("Thư trong hộp thư dùng chung không hẹn xem lại được."))

    # --- from unread to unread ---

    def to_unread(self, step: int) -> None:
        """Down (1) or up (-1) the list, then on from its other end."""
        key, rows = self._folders.current, self._pane.list.messages
        if key is None or isinstance(key, LocalFolder) or not rows.ids:
            return
        desk, is_search, shown = self._tools.desk, self._shown.is_search, tuple(rows.ids)

        def ask() -> set[ItemId]:
            if is_search:
                return {one.id for one in desk.mailbox.summaries(shown[:500]) if not one.is_read}
            return set(desk.mailbox.message_ids(key, unread_only=True))

        def go(unread: set[ItemId]) -> None:
            count, here = len(rows.ids), self._pane.list.currentIndex().row()
            start = here if here >= 0 else (-1 if step > 0 else 0)
            for distance in range(1, count + 1):
                row = (start + step * distance) % count
                if rows.ids[row] in unread and row != here:
                    self._pane.list.stand_on(row)
                    self._pane.list.setFocus()
                    return
            self._tools.notices.say_in_status(self.tr("Không còn thư chưa đọc nào khác ở đây."))

        self._tools.background.run(self, ask, go, self._tools.notices.say_error, lane=LANE)

    # --- whole folders ---

    def mark_folder_read(self) -> None:
        """All of the folder shown; one undo takes it back."""
        key = self._folders.current
        if key is None or isinstance(key, LocalFolder):
            return
        desk = self._tools.desk

        def take(unread: Sequence[ItemId]) -> None:
            if not unread:
                self._tools.notices.say_in_status(self.tr("Thư mục này không có thư chưa đọc."))
                return
            self._acts.mark_read(unread)
            self._acts.say_done(
                self.tr("Đã đánh dấu {count} thư là đã đọc").format(count=formatting.number(len(unread)))
            )

        self._tools.background.run(
            self,
            lambda: desk.mailbox.message_ids(key, unread_only=True),
            take,
            self._tools.notices.say_error,
            lane=LANE,
        )

    def empty_deleted(self) -> None:
        """For good, after a question: every mail in her own Deleted Items."""
        own = (one for one in self._folders.folders.values() if not _mailbox_of(one.id))
        folder = next((one for one in own if one.role is FolderRole.DELETED), None)
        if folder is None:
            self._tools.notices.say_in_status(self.tr("Thư đã xoá đang trống."))
        else:
            self.empty(folder)

    def empty(self, folder: Folder) -> None:
        """Deleted Items: for good, after a question. Junk: into Deleted Items, which one undo takes back."""
        name = self._folders.name_of(folder)
        if not folder.total_count:
            self._tools.notices.say_in_status(self.tr("{folder} đang trống.").format(folder=name))
            return
        if folder.role is not FolderRole.DELETED:
            self._empty(folder.id, for_good=False)
            return
        words = self.tr("Xoá hẳn {count} thư trong {folder}? Việc này không hoàn tác được.")
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Dọn Thư đã xoá"),
            words.format(count=formatting.number(folder.total_count), folder=name),
            parent=self._side,
        )
        yes = box.addButton(self.tr("Xoá hẳn"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Không xoá"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(lambda: self._empty(folder.id, for_good=True))
        box.finished.connect(box.deleteLater)
        box.open()

    def _empty(self, folder_id: FolderId, *, for_good: bool) -> None:
        desk = self._tools.desk

        def gone(item_ids: Sequence[ItemId]) -> None:
            if item_ids:
                self._acts.delete(item_ids, for_good=for_good)

        self._tools.background.run(
            self, lambda: desk.mailbox.message_ids(folder_id), gone, self._tools.notices.say_error, lane=LANE
        )


def _mailbox_of(some_id: str) -> str:
    """ "" for her own; the prefix of a shared mailbox's messages and folders (`mail.shared.naming`)."""
    return some_id[:_PREFIX_LENGTH] if some_id.startswith("@") else ""
