"""The right-hand column (what can be done with a mail, and the mail itself), and all that is done with it: reading,
acting, writing. Made by `page` once the list is on screen, so that the list need not wait for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from mail import FolderId, FolderRole, ItemId, MailboxChanges, MessageSummary
from ui.page_tools import PageTools

from .category_deeds import CategoryDeeds
from .conversation_deeds import ConversationDeeds
from .exporting import Exporting
from .folder_deeds import FolderDeeds
from .folder_list import FolderList, LocalFolder, ordered
from .list_pane import ListPane
from .local_deeds import LocalDeeds
from .mail_actions import MailActions
from .mail_files import MailFiles
from .mail_window import MailWindow
from .mail_windows import MailWindows
from .message_acts import Act, ActKind, MessageActs
from .move_dialog import MoveDialog
from .reader import Reader
from .reading_deeds import reading_deeds, show_menu
from .reminders import Reminders
from .shown_list import ShownList
from .triage import Triage
from .writing import Writing

_READ_AFTER_MS = 1000
"""She has looked at it: it counts as read."""
_GATHER_MS = 500
"""News come many times a second during a first sync."""


class ReadingSide(QWidget):
    folders_left = Signal()
    """The list is what she should see now, where there is no room for folders beside it."""

    def __init__(self, tools: PageTools, folders: FolderList, pane: ListPane, shown: ShownList) -> None:
        super().__init__()
        self._tools, self._folders, self._pane, self._shown = tools, folders, pane, shown
        self._list = pane.list
        self._is_beside_list = False
        """The mail shown was reached through its conversation; no row of the list stands for it."""
        self.reader = Reader(tools)
        self.acts = MessageActs(tools, self)
        self.categories = CategoryDeeds(tools, self, pane.list, self.reader, self.acts, self._chosen)
        self.writing = Writing(tools, self)
        self.files = MailFiles(tools, self.reader, self)
        self.exporting = Exporting(tools, self)
        self.windows = MailWindows(tools, self)
        self.triage = Triage(tools, self, folders, pane, shown, self.acts, self._chosen)
        self.conversation_deeds = ConversationDeeds(
            tools,
            self,
            folders,
            self.acts,
            self._chosen,
            lambda: bool((one := self._chosen_summary()) and one.is_flagged),
        )
        self.folder_deeds = FolderDeeds(tools, folders, self.triage, self.exporting)
        self.reminders = Reminders(tools, self)
        self._local_deeds = LocalDeeds(tools, self.acts, self.writing, self._open_woken, shown.reload_local, self)
        self.actions_by_name = MailActions(
            self, [*reading_deeds(self, pane.start_search), *self.triage.deeds(), *self.conversation_deeds.deeds()]
        )
        self.reader.conversation.all_button.setMenu(self.conversation_deeds.menu(self.actions_by_name))
        self.actions_by_name.enable(False)
        self._read_timer = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._read_timer.timeout.connect(self._count_as_read)
        self._conversation_timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._conversation_timer.timeout.connect(self.reader.look_for_conversation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        names = ["reply…", "reply_all", "forward", "", "archive", "delete", "move", "snooze", "flag", "read"]
        layout.addWidget(self.actions_by_name.bar(names))
        layout.addWidget(self.reader, 1)
        self._join()

    def stop(self) -> None:
        """The page is no longer shown: what lies open in it is not being read."""
        self._read_timer.stop()

    # --- reading ---

    def open(self, item_id: ItemId | None) -> None:
        self._read_timer.stop()
        self._is_beside_list = False
        self.actions_by_name.enable(item_id is not None)
        if item_id is None:
            self.reader.clear()
            return
        summary = self._list.messages.held(item_id)
        self.reader.show_message(item_id, summary)
        if summary is None or not summary.is_read:
            self._read_timer.start()

    def _open_in_conversation(self, item_id: ItemId) -> None:
        """Another mail of the conversation: its row where there is one, else beside the list."""
        row = self._list.messages.row_of(item_id)
        if row is not None:
            self._list.stand_on(row)
        self._list.hold_opened()
        self.open(item_id)
        self._is_beside_list = row is None

    def back_to_row(self) -> None:
        """She pressed the row she stood on while she read a mail beside the list."""
        if self._is_beside_list and (current := self._list.current_id) is not None:
            self.open(current)

    def _count_as_read(self) -> None:
        item_id = self.reader.item_id
        if item_id is None or not self.isVisible():
            return
        summary = self._list.messages.held(item_id)
        if summary is None and self._is_beside_list and self.reader.message is not None:
            summary = self.reader.message.summary
        if summary is not None and not summary.is_read:
            self.acts.mark_read([item_id], by_itself=True)

    # --- acting ---

    def _chosen(self) -> Sequence[ItemId]:
        """What she acts on: the rows, or the mail she went to within a conversation."""
        chosen, shown = self._list.chosen_ids(), self.reader.item_id
        if shown is not None and self._is_beside_list and len(chosen) <= 1:
            return [shown]
        return chosen

    def _chosen_summary(self) -> MessageSummary | None:
        """Of the first of them, as it is shown."""
        if self._is_beside_list and self.reader.message is not None:
            return self.reader.message.summary
        return self._list.current_summary

    def delete(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        if self._shown.role != FolderRole.DELETED:
            self.acts.delete(chosen)
            return
        words = self.tr("Xoá hẳn {count} thư? Việc này không hoàn tác được.").format(count=len(chosen))
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Xoá hẳn"), words, parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("Xoá hẳn"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Không xoá"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(lambda: self.acts.delete(chosen, for_good=True))
        box.open()

    def toggle_read(self) -> None:
        """All to unread if the first is read, and the other way round."""
        summary, chosen = self._chosen_summary(), self._chosen()
        if summary is not None and chosen:
            self._read_timer.stop()
            self.acts.mark_read(chosen, not summary.is_read)

    def toggle_flag(self) -> None:
        summary, chosen = self._chosen_summary(), self._chosen()
        if summary is not None and chosen:
            self.acts.flag(chosen, not summary.is_flagged)

    def ask_where_to_move(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        folders = list(self._folders.folders.values())
        names = [pair for pair in ordered(folders, self._folders.name_of) if pair[1] != self._folders.current]
        dialog = MoveDialog(names, self)
        dialog.chosen.connect(lambda folder_id: self.move_to_folder(chosen, folder_id))
        dialog.open()

    def move_to_folder(self, item_ids: Sequence[ItemId], folder_id: FolderId) -> None:
        folder = self._folders.folders.get(folder_id)
        if folder is not None:
            self.acts.move(item_ids, folder_id, self._folders.name_of(folder))

    def _show_act(self, act: Act) -> None:
        """At once, before the store has it."""
        messages = self._list.messages
        match act.kind:
            case ActKind.READ:
                messages.patch(act.item_ids, is_read=act.is_on)
            case ActKind.FLAG:
                messages.patch(act.item_ids, is_flagged=act.is_on)
            case ActKind.CATEGORIES:
                self.categories.show_act(act)
            case ActKind.WAKE:
                pass  # the list it comes back to is asked for anew
            case _:
                self._shown.take_out(act.item_ids)

    # --- writing ---

    def reply(self, *, to_all: bool) -> None:
        if self.reader.message is not None:
            self.writing.reply(self.reader.message, to_all=to_all)

    def forward(self) -> None:
        if self.reader.message is not None:
            self.writing.forward(self.reader.message)

    def enter(self) -> None:
        """On a draft: go on writing; else to the text."""
        item_id = self._list.current_id
        if item_id is not None and self._shown.role == FolderRole.DRAFTS:
            self.writing.edit_server_draft(item_id)
        else:
            self.reader.body.setFocus()

    def _show_outbox(self, draft_id: object) -> None:
        self._folders.choose(LocalFolder.OUTBOX)
        self.folders_left.emit()
        self._shown.reload_local(lambda: self._pane.local.choose(draft_id))  # type: ignore[arg-type]

    def _open_woken(self, item_id: ItemId) -> None:
        """A mail that came back, or is still put off: its row where the list shows it, else beside the list."""
        row = self._list.messages.row_of(item_id)
        if row is not None:
            self._list.stand_on(row)
        else:
            self._is_beside_list = True
            self.reader.show_message(item_id, None)

    # --- mails as files, and windows of their own ---

    def export(self) -> None:
        """The chosen mails as .eml files."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self.files.ask_file()
        elif chosen:
            self.exporting.ask_folder(chosen)

    def export_list(self) -> None:
        """All of the list that is shown, as one mbox."""
        ids = self._shown.all_ids()
        if ids:
            self.exporting.ask_mbox(ids, self._pane.title.text())

    def open_window(self) -> None:
        """The mail she reads, in a window of its own."""
        item_id, message = self.reader.item_id, self.reader.message
        if item_id is not None and message is not None:
            self.windows.show_mail(item_id, message.summary)

    # --- inside ---

    def show_menu(self, position: QPoint) -> None:
        show_menu(self, position)

    def _join(self) -> None:
        self.reader.write_to_asked.connect(self.writing.new)
        self.reader.mail_asked.connect(self._open_in_conversation)
        self.reader.file_opened.connect(self.windows.show_file)
        self.windows.opened.connect(self._join_window)
        self.acts.begun.connect(self._show_act)
        self.acts.settled.connect(self._shown.reload)
        self.acts.undoing.connect(self._shown.bring_back)
        self._shown.emptied.connect(lambda: self.open(None))
        self._shown.outbox_seen.connect(self.writing.sending.look_at_outbox)
        self._shown.marks_changed.connect(self.reader.show_marks)
        self.writing.changed.connect(self._shown.reload_local)
        self.writing.show_outbox_asked.connect(self._show_outbox)
        self._pane.deed_asked.connect(self._local_deeds.do)
        self.reminders.woken.connect(self._shown.reload)
        self.reminders.show_awaited_asked.connect(lambda: self._folders.choose(LocalFolder.AWAITED))
        self.reminders.show_mail_asked.connect(self._open_woken)
        self.writing.sent_from.connect(lambda item_id: self.acts.delete([item_id]))
        self._tools.service.mailbox_changed.connect(self._changed)
        self._tools.service.archive_changed.connect(lambda _: self.reader.refresh_citations())

    def _join_window(self, window: MailWindow) -> None:
        window.reply_asked.connect(lambda message, to_all: self.writing.reply(message, to_all=to_all))
        window.reader.write_to_asked.connect(self.writing.new)
        window.reader.document_asked.connect(self.reader.document_asked)
        window.reader.conference_asked.connect(self.reader.conference_asked)

    def _changed(self, changes: MailboxChanges) -> None:
        if changes.item_ids and self.reader.item_id in changes.item_ids:
            self.reader.look_again()
        if changes.folder_ids or changes.item_ids:
            self._conversation_timer.start()
