"""What can be done with a folder: a new one in it, another name, thrown away, all read, emptied. Folders change on the
server there and then, so without a line she is told so and nothing is pretended. Used by `reading_side`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QMessageBox

from mail import Folder, FolderRole, Question, Refused
from ui import formatting
from ui.page_tools import PageTools
from ui.style import icon

from .exporting import Exporting
from .folder_list import FolderList, LocalFolder
from .lanes import LANE
from .triage import Triage

_EXISTS = "ErrorFolderExists"
T = TypeVar("T")


class FolderDeeds(QObject):
    def __init__(self, tools: PageTools, folders: FolderList, triage: Triage, exporting: Exporting) -> None:
        super().__init__(folders)
        self._tools, self._folders, self._triage, self._exporting = tools, folders, triage, exporting
        folders.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        folders.customContextMenuRequested.connect(self.show_menu)
        for keys, act in (("F2", self.ask_new_name), ("Del", self.ask_removal), ("Ins", self.ask_new_folder)):
            shortcut = QShortcut(QKeySequence(keys), folders)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)  # PySide drops it among the arguments
            shortcut.activated.connect(act)

    # --- asked ---

    def show_menu(self, position: QPoint) -> None:
        item = self._folders.itemAt(position)
        if item is not None:
            self._folders.setCurrentItem(item)
        folder = self._current
        if folder is None:
            return
        menu = QMenu(self._folders)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_own = _is_hers(folder)
        menu.addAction(
            icon("add"), self.tr("Thư mục mới trong này…"), QKeySequence("Ins"), self.ask_new_folder
        ).setEnabled(not _is_shared(folder))
        rename = menu.addAction(icon("compose"), self.tr("Đổi tên…"), QKeySequence("F2"), self.ask_new_name)
        remove = menu.addAction(icon("trash"), self.tr("Xoá thư mục…"), QKeySequence("Del"), self.ask_removal)
        rename.setEnabled(is_own)
        remove.setEnabled(is_own)
        menu.addSeparator()
        menu.addAction(icon("read"), self.tr("Đánh dấu cả thư mục đã đọc"), self._triage.mark_folder_read)
        menu.addAction(icon("save"), self.tr("Xuất cả thư mục (mbox)…"), lambda: self.export(folder)).setEnabled(
            folder.total_count > 0
        )
        if folder.role is FolderRole.DELETED:
            menu.addAction(icon("trash"), self.tr("Dọn Thư đã xoá…"), lambda: self._triage.empty(folder))
        elif folder.role is FolderRole.JUNK:
            words = self.tr("Chuyển hết Thư rác vào Thư đã xoá")
            menu.addAction(icon("trash"), words, lambda: self._triage.empty(folder))
        menu.popup(self._folders.viewport().mapToGlobal(position))

    def ask_new_folder(self) -> None:
        folder = self._current
        if folder is not None and not _is_shared(folder) and (name := self._ask_name(self.tr("Thư mục mới"), "")):
            self.create(name, folder)

    def ask_new_name(self) -> None:
        folder = self._current
        if folder is None or not _is_hers(folder):
            return
        name = self._ask_name(self.tr("Đổi tên thư mục"), folder.name)
        if name and name != folder.name:
            self.rename(folder, name)

    def ask_removal(self) -> None:
        folder = self._current
        if folder is None or not _is_hers(folder):
            return
        words = self.tr("Chuyển thư mục “{name}” cùng {count} thư vào Thư đã xoá?").format(
            name=folder.name, count=formatting.number(folder.total_count)
        )
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Xoá thư mục"), "", parent=self._folders)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("Chuyển vào Thư đã xoá"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(self.tr("Giữ lại"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(lambda: self.remove(folder))
        box.open()

    # --- done ---

    def create(self, name: str, parent: Folder) -> None:
        from mail import CreateFolder

        self._put(CreateFolder(name, parent.id), self.tr("Đã tạo thư mục “{name}”.").format(name=name))

    def rename(self, folder: Folder, name: str) -> None:
        from mail import RenameFolder

        def back() -> None:
            self._put(RenameFolder(folder.id, folder.name), self.tr("Đã hoàn tác."))

        self._put(RenameFolder(folder.id, name), self.tr("Thư mục nay tên là “{name}”.").format(name=name), back)

    def remove(self, folder: Folder) -> None:
        from mail import RemoveFolder

        words = self.tr("Đã chuyển thư mục “{name}” vào Thư đã xoá.").format(name=folder.name)
        self._put(RemoveFolder(folder.id), words)

    def export(self, folder: Folder) -> None:
        """All its mails, whatever the list shows of them, as one mbox."""
        desk, name = self._tools.desk, self._folders.full_name_of(folder)
        self._tools.background.run(
            self,
            lambda: desk.mailbox.message_ids(folder.id),
            lambda ids: self._exporting.ask_mbox(ids, name.replace("/", " - ")),
            self._tools.notices.say_error,
            lane=LANE,
        )

    # --- inside ---

    @property
    def _current(self) -> Folder | None:
        key = self._folders.current
        return None if key is None or isinstance(key, LocalFolder) else self._folders.folders.get(key)

    def _ask_name(self, title: str, name: str) -> str:
        typed, ok = QInputDialog.getText(self._folders, title, self.tr("Tên thư mục"), QLineEdit.EchoMode.Normal, name)
        return " ".join(typed.split())[:255] if ok else ""

    def _put(self, question: Question[T], words: str, back: Callable[[], None] | None = None) -> None:
        """Ask the server; the tree follows with the next sync, which begins at once."""

        def done(_: T) -> None:
            self._tools.service.refresh(mail=True, archive=False)
            self._tools.notices.say(words, action_text=self.tr("Hoàn tác") if back else "", action=back)

        def failed(error: Exception) -> None:
            if isinstance(error, Refused) and error.code == _EXISTS:
                self._tools.notices.say(self.tr("Ở đó đã có thư mục tên này. Xin chọn tên khác."))
            else:
                self._tools.notices.say_error(error)

        self._tools.service.ask(self, question, done, failed)


def _is_shared(folder: Folder) -> bool:
    """Of a mailbox that is another's (see `mail.shared.naming`): its folders are left as they are."""
    return folder.id.startswith("@")


def _is_hers(folder: Folder) -> bool:
    return folder.role is FolderRole.OTHER and not _is_shared(folder)
