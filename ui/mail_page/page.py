"""The mail page: joins folders, list, reader, composer and what the service tells. Used by the main window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QMessageBox, QPushButton, QSplitter, QVBoxLayout, QWidget

from mail import FolderId, FolderRole, ItemId, MailboxChanges, MessageSummary
from ui.page_tools import PageTools
from ui.style import S, icon, primary, px

from .folder_list import FolderKey, FolderList, LocalFolder, ordered
from .list_pane import ListPane
from .mail_actions import Deed, MailActions
from .message_acts import Act, ActKind, MessageActs
from .move_dialog import MoveDialog
from .reader import Reader
from .shown_list import ShownList
from .writing import Writing

_READ_AFTER_MS = 1000
"""She has looked at it: it counts as read."""
_NARROW = 780
"""Narrower than this (at the ordinary size of text), folders, list and mail have no room beside each other."""


class MailPage(QWidget):
    document_asked = Signal(str)
    conference_asked = Signal(object)
    unread_changed = Signal(int)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._opened_once = False
        self.folder_list = FolderList()
        self.list_pane = ListPane(self._ask_for_rows)
        self.message_list = self.list_pane.list
        self.reader = Reader(tools)
        self.acts = MessageActs(tools, self)
        self.writing = Writing(tools, self)
        self.shown = ShownList(tools, self.folder_list, self.list_pane, self)
        self.actions_by_name = MailActions(self, self._deeds())
        self._read_timer = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._read_timer.timeout.connect(self._count_as_read)
        self._build()
        self._join()

    # --- what the main window asks ---

    def activate(self) -> None:
        if not self._opened_once:
            self._opened_once = True
            self.shown.open_first()

    def deactivate(self) -> None:
        self._read_timer.stop()

    def focus_first(self) -> None:
        self.list_pane.focus_list()

    @property
    def shortcuts(self) -> list[tuple[str, str]]:
        return self.actions_by_name.shortcuts()

    # --- reading ---

    def _open(self, item_id: ItemId | None) -> None:
        self._read_timer.stop()
        self.actions_by_name.enable(item_id is not None)
        if item_id is None:
            self.reader.clear()
            return
        summary = self.message_list.messages.held(item_id)
        self.reader.show_message(item_id, summary)
        if summary is None or not summary.is_read:
            self._read_timer.start()

    def _count_as_read(self) -> None:
        item_id = self.reader.item_id
        if item_id is None or not self.isVisible():
            return
        summary = self.message_list.messages.held(item_id)
        if summary is not None and not summary.is_read:
            self.acts.mark_read([item_id], by_itself=True)

    # --- acting ---

    def _chosen(self) -> list[ItemId]:
        return self.message_list.chosen_ids()

    def _delete(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        if self.shown.role != FolderRole.DELETED:
            self.acts.delete(chosen)
            return
        words = self.tr("Xoá hẳn {count} thư? Việc này không hoàn tác được.").format(count=len(chosen))
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Xoá hẳn"), words, parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("Xoá hẳn"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Không xoá"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(lambda: self.acts.delete(chosen, for_good=True))
        box.open()

    def _toggle_read(self) -> None:
        """All to unread if the first is read, and the other way round."""
        summary, chosen = self.message_list.current_summary, self._chosen()
        if summary is not None and chosen:
            self._read_timer.stop()
            self.acts.mark_read(chosen, not summary.is_read)

    def _toggle_flag(self) -> None:
        summary, chosen = self.message_list.current_summary, self._chosen()
        if summary is not None and chosen:
            self.acts.flag(chosen, not summary.is_flagged)

    def _ask_where_to_move(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        folders = list(self.folder_list.folders.values())
        names = [pair for pair in ordered(folders, self.folder_list.name_of) if pair[1] != self.folder_list.current]
        dialog = MoveDialog(names, self)
        dialog.chosen.connect(lambda folder_id: self._move(chosen, folder_id))
        dialog.open()

    def _move(self, item_ids: Sequence[ItemId], folder_id: FolderId) -> None:
        folder = self.folder_list.folders.get(folder_id)
        if folder is not None:
            self.acts.move(item_ids, folder_id, self.folder_list.name_of(folder))

    def _show_act(self, act: Act) -> None:
        """At once, before the store has it."""
        messages = self.message_list.messages
        match act.kind:
            case ActKind.READ:
                messages.patch(act.item_ids, is_read=act.is_on)
            case ActKind.FLAG:
                messages.patch(act.item_ids, is_flagged=act.is_on)
            case _:
                self.shown.take_out(act.item_ids)

    # --- writing ---

    def _reply(self, *, to_all: bool) -> None:
        if self.reader.message is not None:
            self.writing.reply(self.reader.message, to_all=to_all)

    def _forward(self) -> None:
        if self.reader.message is not None:
            self.writing.forward(self.reader.message)

    def _enter(self) -> None:
        """On a draft: go on writing; else to the text."""
        item_id = self.message_list.current_id
        if item_id is not None and self.shown.role == FolderRole.DRAFTS:
            self.writing.edit_server_draft(item_id)
        else:
            self.reader.body.setFocus()

    def _show_outbox(self, draft_id: object) -> None:
        self.folder_list.choose(LocalFolder.OUTBOX)
        self._share_room()
        self.shown.reload_local(lambda: self.list_pane.local.choose(draft_id))  # type: ignore[arg-type]

    # --- the mail as a file ---

    def _save_as_file(self) -> None:
        item_id, message = self.reader.item_id, self.reader.message
        if item_id is None or message is None:
            return
        name = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in message.summary.subject)
        dialog = QFileDialog(self, self.tr("Lưu thư thành tệp"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("eml")
        dialog.setNameFilter(self.tr("Thư (*.eml)"))
        dialog.selectFile(" ".join(name.split())[:80] or "thu")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._write_file(item_id, Path(path)))
        dialog.open()

    def _write_file(self, item_id: ItemId, path: Path) -> None:
        desk = self._tools.desk

        def write() -> None:
            mime = desk.mailbox.mime(item_id)
            if mime is not None:
                path.write_bytes(mime)

        self._tools.background.run(
            self, write, lambda _: self._tools.notices.say(self.tr("Đã lưu “{name}”.").format(name=path.name))
        )

    # --- what the service tells ---

    def _changed(self, changes: MailboxChanges) -> None:
        self.shown.changed(changes)
        if changes.item_ids and self.reader.item_id in changes.item_ids:
            self.reader.look_again()

    # --- inside ---

    def _ask_for_rows(self, item_ids: Sequence[ItemId], take: Callable[[Sequence[MessageSummary]], None]) -> None:
        desk = self._tools.desk
        self._tools.background.run(self, lambda: desk.mailbox.summaries(item_ids), take, lane="mail-rows")

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("reply", "reply_all", "forward", "", "read", "flag", "move", "delete", "", "save_as"):
            if name:
                menu.addAction(self.actions_by_name[name])
            else:
                menu.addSeparator()
        menu.popup(position)

    def _deeds(self) -> list[Deed]:
        acts = self
        return [
            Deed("new", self.tr("Soạn thư"), "compose", ("Ctrl+N",), lambda: self.writing.new(), needs_message=False),
            Deed("reply", self.tr("Trả lời"), "reply", ("Ctrl+R",), lambda: acts._reply(to_all=False)),
            Deed(
                "reply_all", self.tr("Trả lời tất cả"), "reply_all", ("Ctrl+Shift+R",), lambda: acts._reply(to_all=True)
            ),
            Deed("forward", self.tr("Chuyển tiếp"), "forward", ("Ctrl+Shift+F", "Ctrl+L"), self._forward),
            Deed("delete", self.tr("Xoá"), "trash", (), self._delete, "Del"),
            Deed("move", self.tr("Chuyển vào thư mục"), "move", ("Ctrl+Shift+V",), self._ask_where_to_move),
            Deed("flag", self.tr("Đánh dấu cờ"), "flag", (), self._toggle_flag, "Ins"),
            Deed("read", self.tr("Đánh dấu đã đọc, chưa đọc"), "unread", (), self._toggle_read, "U"),
            Deed("undo", self.tr("Hoàn tác"), "undo", ("Ctrl+Z",), lambda: self.acts.undo(), needs_message=False),
            Deed(
                "search",
                self.tr("Tìm trong thư"),
                "search",
                ("Ctrl+F", "/"),
                self.list_pane.start_search,
                needs_message=False,
            ),
            Deed("save_as", self.tr("Lưu thư thành tệp"), "save", ("Ctrl+Shift+S",), self._save_as_file),
        ]

    def _build(self) -> None:
        self.actions_by_name.enable(False)
        self._left = left = QWidget()
        left_layout = QVBoxLayout(left)
        left_layout.setContentsMargins(0, 0, 0, 0)
        left_layout.setSpacing(0)
        self.new_button = primary(QPushButton(icon("compose", "on_fill"), self.tr("Soạn thư")))
        self.new_button.setIconSize(QSize(px(16), px(16)))
        self.new_button.setToolTip(self.tr("Soạn thư (Ctrl+N)"))
        self.new_button.clicked.connect(self.actions_by_name["new"].trigger)
        above = QHBoxLayout()
        above.setContentsMargins(px(S), px(S), px(S), px(S))
        above.addWidget(self.new_button)
        left_layout.addLayout(above)
        left_layout.addWidget(self.folder_list, 1)
        right = QWidget()
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(0, 0, 0, 0)
        right_layout.setSpacing(0)
        names = ["reply…", "reply_all", "forward", "", "delete", "move", "flag", "read"]
        right_layout.addWidget(self.actions_by_name.bar(names))
        right_layout.addWidget(self.reader, 1)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for place, (pane, stretch) in enumerate(((left, 0), (self.list_pane, 0), (right, 1))):
            pane.setMinimumWidth(px(140 if place == 0 else 240))
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(place, stretch)
        self._splitter.setSizes([px(200), px(340), px(700)])
        remembered = self._tools.preferences.remembered("mail_splitter")
        if remembered is not None:
            self._splitter.restoreState(remembered)
        self._splitter.splitterMoved.connect(lambda *_: self._remember_widths())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self, *, folders: bool = False) -> None:
        """Three columns; where there is no room for them, folders and list take turns in one."""
        is_narrow = self.width() < px(_NARROW)
        if is_narrow and not self.list_pane.folders_button.isVisibleTo(self):  # once laid out, the mail gets most of it
            QTimer.singleShot(0, self, lambda: self._splitter.setSizes([px(240), px(260), px(2000)]))
        self._left.setVisible(not is_narrow or folders)
        self.list_pane.setVisible(not is_narrow or not folders)
        self.list_pane.folders_button.setVisible(is_narrow)
        self.list_pane.new_button.setVisible(is_narrow)
        if is_narrow and folders:
            self.folder_list.setFocus()

    def _remember_widths(self) -> None:
        if self._left.isVisibleTo(self) and self.list_pane.isVisibleTo(self):
            self._tools.preferences.remember("mail_splitter", self._splitter.saveState())

    def _leave_folders(self, *_: object) -> None:
        if not self.list_pane.isVisibleTo(self):
            self._share_room()
            self.list_pane.focus_list()

    def _folder_of(self, summary: MessageSummary) -> str:
        folder = self.folder_list.folders.get(summary.folder_id) if self.shown.is_search else None
        return self.folder_list.name_of(folder) if folder is not None else ""

    def _join(self) -> None:
        self.message_list.folder_of = self._folder_of
        self.list_pane.folders_button.clicked.connect(lambda: self._share_room(folders=True))
        self.list_pane.new_button.setDefaultAction(self.actions_by_name["new"])
        self.folder_list.clicked.connect(self._leave_folders)
        self.folder_list.activated.connect(self._leave_folders)
        escape = QShortcut(QKeySequence("Escape"), self._left, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave_folders)
        self.message_list.opened.connect(self._open)
        self.message_list.delete_asked.connect(self._delete)
        self.message_list.flag_asked.connect(self._toggle_flag)
        self.message_list.read_toggle_asked.connect(self._toggle_read)
        self.message_list.menu_asked.connect(self._show_menu)
        self.message_list.window_asked.connect(self._enter)
        self.message_list.reply_asked.connect(lambda to_all: self._reply(to_all=to_all))
        self.folder_list.dropped.connect(self._move)
        self.reader.document_asked.connect(self.document_asked)
        self.reader.conference_asked.connect(self.conference_asked)
        self.reader.write_to_asked.connect(self.writing.new)
        self.acts.begun.connect(self._show_act)
        self.acts.settled.connect(self.shown.reload)
        self.acts.undoing.connect(self.shown.bring_back)
        self.shown.emptied.connect(lambda: self._open(None))
        self.shown.unread_changed.connect(self.unread_changed)
        self.shown.outbox_seen.connect(self.writing.look_at_outbox)
        self.writing.changed.connect(self.shown.reload_local)
        self.writing.show_outbox_asked.connect(self._show_outbox)
        self.writing.sent_from.connect(lambda item_id: self.acts.delete([item_id]))
        local = self.list_pane.local
        local.write_on_asked.connect(self.writing.write_on)
        local.discard_asked.connect(self.writing.discard)
        local.withdraw_asked.connect(self.writing.withdraw)
        service = self._tools.service
        service.mailbox_changed.connect(self._changed)
        service.mail_progress.connect(self.shown.progressed)
        service.archive_changed.connect(lambda _: self.reader.refresh_citations())


__all__ = ["FolderKey", "MailPage"]
