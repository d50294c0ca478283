"""The words over a list and in an empty one: how many mails, how many unread, why there are none. For `shown_list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mail import Folder, FolderRole
from ui import formatting

from .grouping import MOST_GROUPED
from .list_answer import MOST_HITS

if TYPE_CHECKING:
    from mail import SyncProgress


class ListWords(QObject):
    def found(self, count: int) -> tuple[str, str]:
        """Title and count over the results of a search."""
        most = "+" if count >= MOST_HITS else ""
        return self.tr("Kết quả tìm"), self.tr("{count} thư").format(count=formatting.number(count) + most)

    def count_in(self, folder: Folder, count: int, *, stands_for_conversations: bool, is_grouped: bool) -> str:
        """How many rows, and how many unread mails. ``is_grouped``: she wishes so; a very long list is not."""
        words = self.tr("{count} cuộc trao đổi") if stands_for_conversations else self.tr("{count} thư")
        words = words.format(count=formatting.number(count))
        if is_grouped and not stands_for_conversations and count > MOST_GROUPED:
            words += self.tr(" (quá nhiều để gộp)")
        if folder.unread_count and folder.role != FolderRole.DRAFTS:
            words += self.tr(", {count} chưa đọc").format(count=formatting.number(folder.unread_count))
        return words

    def nothing_found(self, words: str) -> str:
        return self.tr("Không tìm thấy thư nào có “{words}”.").format(words=words[:80])

    def nothing_in(
        self, role: FolderRole | None, *, progress: SyncProgress | None, has_folders: bool, unread_only: bool
    ) -> str:
        """Why the folder of this role shows no mail."""
        if progress is not None:
            done, total = formatting.number(progress.done), formatting.number(progress.total)
            return self.tr("Đang tải thư lần đầu… {done}/{total}").format(done=done, total=total)
        if not has_folders:
            return self.tr("Chưa có thư trên máy này. Thư sẽ hiện ra khi tải xong lần đầu.")
        if unread_only:
            return self.tr("Không có thư chưa đọc.")
        return self.tr("Hộp thư trống") if role == FolderRole.INBOX else self.tr("Thư mục này trống")
