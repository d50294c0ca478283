"""What is done with a whole conversation at once: archived, deleted, moved, read, flagged; one undo takes it back. What
she wrote herself stays in Sent Items. Used by `reading_side`, offered over the mail and in the list's menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from mail import FolderId, FolderRole, ItemId, is_same_mailbox
from ui import formatting
from ui.page_tools import PageTools

from .folder_list import FolderList, ordered
from .lanes import LANE
from .mail_actions import Deed, MailActions
from .message_acts import MessageActs
from .move_dialog import MoveDialog

_MOST_AT_ONCE = 2_000
"""`Conversations.whole` tells no more than these, the newest."""
Member = tuple[ItemId, FolderId, FolderRole]
_NAMES = ("archive_all", "delete_all", "move_all", "read_all", "flag_all")
_STAYS = (FolderRole.SENT, FolderRole.DRAFTS, FolderRole.DELETED)
"""Not archived, moved or deleted with the rest: what is deleted already would go for good."""


class ConversationDeeds(QObject):
    def __init__(
        self,
        tools: PageTools,
        side: QWidget,
        folders: FolderList,
        acts: MessageActs,
        chosen: Callable[[], Sequence[ItemId]],
        is_flagged: Callable[[], bool],
    ) -> None:
        """``chosen`` gives the mails whose conversations are meant, ``is_flagged`` tells of the first of them."""
        super().__init__(side)
        self._tools, self._side, self._folders, self._acts = tools, side, folders, acts
        self._chosen, self._is_flagged = chosen, is_flagged

    def deeds(self) -> list[Deed]:
        return [
            Deed("archive_all", self.tr("Lưu trữ cả cuộc trao đổi"), "archive", ("Shift+E",), self.archive),
            Deed("delete_all", self.tr("Xoá cả cuộc trao đổi"), "trash", ("Ctrl+Del",), self.delete),
            Deed("move_all", self.tr("Chuyển cả cuộc trao đổi…"), "move", (), self.ask_where_to_move),
            Deed("read_all", self.tr("Đánh dấu đã đọc cả cuộc trao đổi"), "read", ("Ctrl+Shift+U",), self.mark_read),
            Deed("flag_all", self.tr("Đánh dấu cờ cả cuộc trao đổi"), "flag", (), self.toggle_flag),
        ]

    def menu(self, actions: MailActions) -> QMenu:
        menu = QMenu(self.tr("Cả cuộc trao đổi"), self._side)
        for name in _NAMES:
            menu.addAction(actions[name])
        return menu

    def archive(self) -> None:
        chosen = self._chosen()
        folders = self._folders.folders.values()
        archives = (one for one in folders if one.role is FolderRole.ARCHIVE and chosen)
        folder = next((one for one in archives if is_same_mailbox(one.id, chosen[0])), None)
        if folder is not None:
            self._move(chosen, folder.id, self._folders.name_of(folder))
        elif chosen:
            self._tools.notices.say(self.tr("Hộp thư này chưa có thư mục Lưu trữ trên máy chủ."))

    def delete(self) -> None:
        self._with_members(self._chosen(), self._delete)

    def ask_where_to_move(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        names = ordered(list(self._folders.folders.values()), self._folders.name_of)
        dialog = MoveDialog([pair for pair in names if is_same_mailbox(pair[1], chosen[0])], self._side)

        def move(folder_id: FolderId) -> None:
            if (folder := self._folders.folders.get(folder_id)) is not None:
                self._move(chosen, folder_id, self._folders.name_of(folder))

        dialog.chosen.connect(move)
        dialog.open()

    def mark_read(self) -> None:
        def mark(members: Sequence[Member]) -> None:
            self._acts.mark_read([item_id for item_id, _, _ in members])
            words = self.tr("Đã đánh dấu đã đọc cả cuộc trao đổi")
            self._acts.say_done(_joined(words, self._rest(members)))

        self._with_members(self._chosen(), mark)

    def toggle_flag(self) -> None:
        """Off where the mail she stands on has one."""
        is_on = not self._is_flagged()

        def flag(members: Sequence[Member]) -> None:
            self._acts.flag([item_id for item_id, _, _ in members], is_on)
            words = self.tr("Đã đánh dấu cờ cả cuộc trao đổi") if is_on else self.tr("Đã bỏ cờ cả cuộc trao đổi")
            self._acts.say_done(_joined(words, self._rest(members)))

        self._with_members(self._chosen(), flag)

    # --- inside ---

    def _with_members(self, chosen: Sequence[ItemId], then: Callable[[Sequence[Member]], None]) -> None:
        if not chosen:
            return
        desk, wanted = self._tools.desk, list(chosen)
        self._tools.background.run(
            self,
            lambda: desk.mailbox.conversations.whole(wanted),
            then,
            self._tools.notices.say_error,
            lane=LANE,
        )

    def _move(self, chosen: Sequence[ItemId], folder_id: FolderId, name: str) -> None:
        def move(members: Sequence[Member]) -> None:
            ids = [
                item_id
                for item_id, there, role in members
                if role not in _STAYS and there != folder_id and is_same_mailbox(item_id, folder_id)
            ]
            if ids:
                self._acts.move(ids, folder_id, name, note=self._note(members))
            else:
                self._say_nothing_left(self.tr("Cuộc trao đổi này không còn thư nào để chuyển."), members)

        self._with_members(chosen, move)

    def _delete(self, members: Sequence[Member]) -> None:
        ids = [item_id for item_id, _, role in members if role not in _STAYS]
        if ids:
            self._acts.delete(ids, note=self._note(members))
        else:
            self._say_nothing_left(self.tr("Cuộc trao đổi này không còn thư nào để xoá."), members)

    def _note(self, members: Sequence[Member]) -> str:
        has_sent = any(role is FolderRole.SENT for _, _, role in members)
        return _joined(self.tr("thư đã gửi vẫn giữ nguyên") if has_sent else "", self._rest(members))

    def _rest(self, members: Sequence[Member]) -> str:
        """What was left undone, where there are more mails than one act takes; else ""."""
        if len(members) < _MOST_AT_ONCE:
            return ""
        words = self.tr("mỗi lần chỉ làm được {count} thư mới nhất, phần còn lại xin chọn trong danh sách")
        return words.format(count=formatting.number(_MOST_AT_ONCE))

    def _say_nothing_left(self, words: str, members: Sequence[Member]) -> None:
        rest = self._rest(members)
        if rest:
            self._tools.notices.say(f"{words.removesuffix('.')}; {rest}")
        else:
            self._tools.notices.say_in_status(words)


def _joined(*words: str) -> str:
    return "; ".join(one for one in words if one)
