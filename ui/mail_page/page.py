"""The mail page: folders, list, and the reading side, left to right; the last is made when the list is on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from mail import ItemId, MessageSummary
from ui.page_tools import PageTools
from ui.style import S, icon, primary, px

from .folder_list import FolderKey, FolderList
from .list_pane import ListPane
from .mailbox_menu import MailboxMenu
from .shown_list import ShownList

if TYPE_CHECKING:  # what these load, the first list does not wait for
    from mail import MailboxChanges, SearchMarks

    from .found_places import FoundPlaces
    from .mail_actions import MailActions
    from .message_acts import MessageActs
    from .reader import Reader
    from .reading_side import ReadingSide
    from .writing import Writing

_NARROW = 780
"""Narrower than this (at the ordinary size of text), folders, list and mail have no room beside each other."""
_TIGHT = 1000
"""Narrower than this, folders and list take less, until she draws them wider herself."""
_SIDE_AT_LATEST_MS = 1000
"""Where there are no rows to be painted first."""


class MailPage(QWidget):
    document_asked = Signal(str)
    conference_asked = Signal(object)
    calendar_asked = Signal(object, object)
    unread_changed = Signal(int)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._opened_once = False
        self._side: ReadingSide | None = None
        self._places: FoundPlaces | None = None
        self.folder_list = FolderList()
        self.list_pane = ListPane(self._ask_for_rows)
        self.message_list = self.list_pane.list
        self.shown = ShownList(tools, self.folder_list, self.list_pane, self)
        self._side_timer = QTimer(self, singleShot=True)
        self._side_timer.timeout.connect(lambda: self.side)
        self.setAcceptDrops(True)
        self._build()
        self._join()

    # --- what the main window asks ---

    def activate(self) -> None:
        if not self._opened_once:
            self._opened_once = True
            self._side_timer.start(_SIDE_AT_LATEST_MS)
            self.shown.open_first()

    def deactivate(self) -> None:
        if self._side is not None:
            self._side.stop()

    def focus_first(self) -> None:
        self.list_pane.focus_list()

    @property
    def shortcuts(self) -> list[tuple[str, str]]:
        return self.actions_by_name.shortcuts()

    # --- the reading side ---

    @property
    def side(self) -> ReadingSide:
        """Made when it is first asked for."""
        if self._side is None:
            from .reading_side import ReadingSide

            self.message_list.viewport().removeEventFilter(self)
            self._side = side = ReadingSide(self._tools, self.folder_list, self.list_pane, self.shown)
            side.folders_left.connect(self._share_room)
            side.reader.document_asked.connect(self.document_asked)
            side.reader.conference_asked.connect(self.conference_asked)
            side.reader.answers.calendar_asked.connect(self.calendar_asked)
            self.addActions(list(side.actions_by_name.by_name.values()))  # their keys are the whole page's
            self.list_pane.new_button.setDefaultAction(side.actions_by_name["new"])
            self._right.addWidget(side)
        return self._side

    @property
    def reader(self) -> Reader:
        return self.side.reader

    @property
    def acts(self) -> MessageActs:
        return self.side.acts

    @property
    def writing(self) -> Writing:
        return self.side.writing

    @property
    def actions_by_name(self) -> MailActions:
        return self.side.actions_by_name

    # --- inside ---

    def _ask_for_rows(self, item_ids: Sequence[ItemId], take: Callable[[Sequence[MessageSummary]], None]) -> None:
        self.shown.rows(item_ids, take)

    def _build(self) -> None:
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.mailbox_menu = MailboxMenu(self._tools, self, self._whole)
        self._left = left = QWidget()
        left_layout = QVBoxLayout(left)
        left_layout.setContentsMargins(0, 0, 0, 0)
        left_layout.setSpacing(0)
        self.new_button = primary(QPushButton(icon("compose", "on_fill"), self.tr("Soạn thư")))
        self.new_button.setIconSize(QSize(px(16), px(16)))
        self.new_button.setToolTip(self.tr("Soạn thư (Ctrl+N)"))
        self.new_button.clicked.connect(lambda: self.actions_by_name["new"].trigger())
        above = QHBoxLayout()
        above.setContentsMargins(px(S), px(S), px(S), px(S))
        above.addWidget(self.new_button, 1)
        above.addWidget(self.mailbox_menu.button)
        left_layout.addLayout(above)
        left_layout.addWidget(self.folder_list, 1)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for place, (pane, stretch) in enumerate(((left, 0), (self.list_pane, 0), (right, 1))):
            pane.setMinimumWidth(px((140, 190, 220)[place]))  # the last two still stand in half a small screen
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(place, stretch)
        self._splitter.setSizes([px(200), px(340), px(700)])
        remembered = self._tools.preferences.remembered("mail_splitter")
        self._has_widths = remembered is not None
        if remembered is not None:
            self._splitter.restoreState(remembered)
        self._splitter.splitterMoved.connect(lambda *_: self._remember_widths())
        self._whole.addWidget(self._splitter, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from .dropped_mails import dropped_mails

        if dropped_mails(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Mail files from outside: each opens in a window of its own."""
        from .dropped_mails import dropped_mails

        for path in dropped_mails(event.mimeData()):
            self.side.windows.open_file(path)
        event.acceptProposedAction()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first rows are painted: now the reading side is made."""
        if event.type() == QEvent.Type.Paint and self._side is None and self.message_list.messages.ids:
            self._side_timer.start(0)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        if not self._has_widths and self.width() >= px(_NARROW):  # large text: the mail needs the most of it
            folders, rows = (px(180), px(255)) if self.width() < px(_TIGHT) else (px(200), px(340))
            self._splitter.setSizes([folders, rows, max(px(220), self.width() - folders - rows)])

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
            self._has_widths = True
            self._tools.preferences.remember("mail_splitter", self._splitter.saveState())

    def _tell_arrivals(self, changes: MailboxChanges) -> None:
        if changes.arrived:
            from .arrivals_told import tell_arrivals

            tell_arrivals(self._tools, self, changes.arrived)

    def _leave_folders(self, *_: object) -> None:
        if not self.list_pane.isVisibleTo(self):
            self._share_room()
            self.list_pane.focus_list()

    def _show_places(self, marks: SearchMarks | None) -> None:
        if self._places is None:
            from .found_places import FoundPlaces

            self._places = FoundPlaces(self._tools, self.message_list)
        self._places.search(marks)

    def _folder_of(self, summary: MessageSummary) -> str:
        folder = self.folder_list.folders.get(summary.folder_id) if self.shown.is_search else None
        return self.folder_list.full_name_of(folder) if folder is not None else ""

    def _join(self) -> None:
        self.message_list.folder_of = self._folder_of
        self.shown.marks_changed.connect(self._show_places)
        self.list_pane.folders_button.clicked.connect(lambda: self._share_room(folders=True))
        self.folder_list.clicked.connect(self._leave_folders)
        self.folder_list.activated.connect(self._leave_folders)
        escape = QShortcut(QKeySequence("Escape"), self._left, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave_folders)
        rows = self.message_list
        rows.opened.connect(lambda item_id: self.side.open(item_id))
        rows.clicked.connect(lambda _: self.side.back_to_row())
        rows.delete_asked.connect(lambda: self.side.delete())
        rows.flag_asked.connect(lambda: self.side.toggle_flag())
        rows.read_toggle_asked.connect(lambda: self.side.toggle_read())
        rows.menu_asked.connect(lambda position: self.side.show_menu(position))
        rows.window_asked.connect(lambda: self.side.enter())
        rows.reply_asked.connect(lambda to_all: self.side.reply(to_all=to_all))
        self.folder_list.dropped.connect(lambda item_ids, folder_id: self.side.move_to_folder(item_ids, folder_id))
        self.list_pane.write_on_asked.connect(lambda draft_id: self.writing.write_on(draft_id))
        self.list_pane.discard_asked.connect(lambda draft_id: self.writing.discard(draft_id))
        self.list_pane.withdraw_asked.connect(lambda draft_id: self.writing.withdraw(draft_id))
        self.mailbox_menu.shared_changed.connect(lambda: self.shown.reload_counts())
        rows.viewport().installEventFilter(self)
        self.shown.unread_changed.connect(self.unread_changed)
        self._tools.service.mailbox_changed.connect(self.shown.changed)
        self._tools.service.mailbox_changed.connect(self._tell_arrivals)
        self._tools.service.mail_progress.connect(self.shown.progressed)


__all__ = ["FolderKey", "MailPage"]
