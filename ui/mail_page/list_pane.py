"""The middle column: the folder's name, search, the unread filter, and the list, or words where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.style import M, S, font, icon, px
from ui.widgets.composing import ComposedLine
from ui.widgets.elided_label import ElidedLabel

from .message_list import MessageList
from .message_model import AskForRows

if TYPE_CHECKING:
    from .loaded_since import LoadedSince
    from .local_list import LocalList
    from .search_helper import SearchHelper

_DEBOUNCE_MS = 200


class ListPane(QWidget):
    search_changed = Signal(str)
    """Words to search for, once she pauses; "" is the end of searching."""
    unread_only_changed = Signal(bool)
    grouped_changed = Signal(bool)
    """One row for each conversation, or one for each mail."""
    write_on_asked = Signal(object)
    discard_asked = Signal(object)
    withdraw_asked = Signal(object)
    deed_asked = Signal(str, object)
    """A `DraftId`, of one of this PC's own lists: see `local_list`."""

    def __init__(self, ask_for_rows: AskForRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.count = ElidedLabel()
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.loaded = ElidedLabel()
        """Down to which day the text of mails is here, while it is not all."""
        self.loaded.hide()
        self.folders_button = QToolButton()
        """Shows the folders in place of the list, where there is no room for both."""
        self.folders_button.setIcon(icon("folder"))
        self.folders_button.setToolTip(self.tr("Các thư mục"))
        self.folders_button.setAccessibleName(self.tr("Các thư mục"))
        self.folders_button.hide()
        self.new_button = QToolButton()
        """Stands in for the one over the folders while they are not shown."""
        self.new_button.hide()
        self.search = ComposedLine()
        self.search.setPlaceholderText(self.tr("Tìm trong thư (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Tìm trong thư"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self.search_remark = QLabel()
        """What was not understood of the words searched for."""
        self.search_remark.setWordWrap(True)
        self.search_remark.setTextFormat(Qt.TextFormat.PlainText)
        self.search_remark.hide()
        self.folder_names: Callable[[], Sequence[str]] = lambda: ()
        """For completing trong: in the search."""
        self.helper: SearchHelper | None = None
        self.unread_only = QToolButton()
        self.unread_only.setIcon(icon("filter"))
        self.unread_only.setCheckable(True)
        self.unread_only.setToolTip(self.tr("Chỉ hiện thư chưa đọc"))
        self.unread_only.setAccessibleName(self.tr("Chỉ hiện thư chưa đọc"))
        self.unread_only.toggled.connect(self.unread_only_changed)
        self.grouped = QToolButton()
        self.grouped.setIcon(icon("conversation"))
        self.grouped.setCheckable(True)
        self.grouped.setToolTip(self.tr("Gộp các thư của một cuộc trao đổi thành một dòng"))
        self.grouped.setAccessibleName(self.tr("Gộp theo cuộc trao đổi"))
        self.grouped.toggled.connect(self.grouped_changed)
        self.list = MessageList(ask_for_rows)
        self._local: LocalList | None = None
        self.nothing = QLabel()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(px(24))
        self.nothing.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.setSpacing(px(S))
        head.addWidget(self.folders_button)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        head.addWidget(self.grouped)
        head.addWidget(self.unread_only)
        head.addWidget(self.new_button)
        top = QVBoxLayout()
        top.setContentsMargins(px(M), px(S), px(M), px(S))
        top.setSpacing(px(S))
        top.addLayout(head)
        top.addWidget(self.loaded)
        top.addWidget(self.search)
        top.addWidget(self.search_remark)
        lists = QWidget()
        self._lists = QStackedLayout(lists)
        for one in (self.list, self.nothing):
            self._lists.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(lists, 1)
        self._pause = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._pause.timeout.connect(lambda: self.search_changed.emit(self.search.text().strip()))
        self.search.textChanged.connect(self._typed)
        self.setAutoFillBackground(True)
        self._dress()

    def show_title(self, title: str, count: str = "", loaded: LoadedSince | None = None) -> None:
        self.title.setText(title)
        self.count.setText(count)
        self.loaded.setText(loaded.short if loaded else "")
        self.loaded.setToolTip(loaded.long if loaded else "")
        self.loaded.setAccessibleDescription(loaded.long if loaded else "")
        self.loaded.setVisible(loaded is not None)

    def show_list(self, *, empty_words: str) -> None:
        """The list of messages; ``empty_words`` in its place while it has no row."""
        self.nothing.setText(empty_words)
        had_focus = self.nothing.hasFocus()
        self._lists.setCurrentWidget(self.list if self.list.messages.ids else self.nothing)
        if had_focus and self._lists.currentWidget() is self.list:
            self.list.setFocus()

    @property
    def local(self) -> LocalList:
        """This PC's own lists, made when they are first asked for."""
        if self._local is None:
            from .local_list import LocalList

            self._local = LocalList()
            self._local.write_on_asked.connect(self.write_on_asked)
            self._local.discard_asked.connect(self.discard_asked)
            self._local.withdraw_asked.connect(self.withdraw_asked)
            self._local.deed_asked.connect(self.deed_asked)
            self._lists.addWidget(self._local)
        return self._local

    def say_of_search(self, words: str) -> None:
        self.search_remark.setText(words)
        self.search_remark.setVisible(bool(words))

    def show_local(self) -> None:
        self._lists.setCurrentWidget(self.local)

    @property
    def shows_local(self) -> bool:
        return self._local is not None and self._lists.currentWidget() is self._local

    def focus_list(self) -> None:
        shown = self._lists.currentWidget()
        if self.shows_local:
            self.local.list.setFocus()
        elif shown is self.list:
            self.list.setFocus()
        else:
            self.nothing.setFocus()  # the list takes it over when it has rows

    def start_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _typed(self, words: str) -> None:
        if words.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.search_changed.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape ends the search, Down and Enter go to what was found."""
        if watched is self.search and event.type() == QEvent.Type.FocusIn and self.helper is None:
            from .search_helper import SearchHelper

            self.helper = SearchHelper(self.search, self, lambda: self.folder_names())  # hears what follows before us
            self.helper.offer()
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.focus_list()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self._pause.stop()
                    self.search_changed.emit(self.search.text().strip())
                elif self.list.messages.ids:
                    self.list.setFocus()
                    if not self.list.currentIndex().isValid():
                        self.list.stand_on(0)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lists"):
            self._dress()

    def _dress(self) -> None:
        self.title.setFont(font("subheading"))
        self.count.setFont(font("small"))
        self.loaded.setFont(font("small"))
        self.search_remark.setFont(font("small"))
        for button in (self.grouped, self.unread_only, self.folders_button, self.new_button):
            button.setIconSize(QSize(px(18), px(18)))
