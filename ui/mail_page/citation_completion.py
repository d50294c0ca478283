"""While she types a document number in a letter, the archive's documents with it are offered; one press cites in full.

Joined here: mail knows nothing of the archive. Ctrl+Space asks, typing asks by itself. Used by the composer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.legal_status import status_words
from ui.page_tools import PageTools
from ui.style import px

if TYPE_CHECKING:
    from docs_archive import Archive, DocumentSummary

    from .letter_editor import LetterEditor

_PAUSE_MS = 200
_MOST = 8
# A serial, a stroke, and at least a year or two capitals: what may become a number; with the words before it.
_TYPED = re.compile(
    r"(?P<words>(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Công văn"
    r"|Kế hoạch|Thông báo|Văn bản)\s+)?(?:số:?\s*)?)"
    r"(?P<number>\d{1,5}/(?:\d{4}(?:/[\wĐđ&-]{0,40})?|[A-ZĐ][\wĐđ&-]{1,40}))$",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(r"(?P<words>)(?P<number>\d{1,5}(?:/[\wĐđ&/-]{0,50})?)$")


class CitationCompletion(QObject):
    def __init__(self, editor: LetterEditor, tools: PageTools) -> None:
        super().__init__(editor)
        self._editor, self._tools = editor, tools
        self._asked = ""
        self._left = ""
        self._found: list[DocumentSummary] = []
        self.popup = QListWidget(editor)
        self.popup.setWindowFlags(Qt.WindowType.ToolTip)
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup.setAccessibleName(self.tr("Văn bản có số này"))
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.popup.itemClicked.connect(lambda _: self._take())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        editor.textChanged.connect(self._typed)
        editor.cursorPositionChanged.connect(self._moved)
        editor.installEventFilter(self)

    # --- asking the archive ---

    def _typed(self) -> None:
        if self._piece(_TYPED) is not None:
            self._pause.start()
        else:
            self._hide()

    def _moved(self) -> None:
        if self.popup.isVisible() and self._piece(_TYPED) is None and self._piece(_ASKED_FOR) is None:
            self._hide()

    def _ask(self, pattern: re.Pattern[str] = _TYPED) -> None:
        match = self._piece(pattern)
        if match is None or match["number"] == self._left:
            return
        self._asked = match["number"]
        asked, open_archive = self._asked, self._tools.desk
        self._tools.background.run(
            self,
            lambda: _documents(asked, lambda: open_archive.archive),
            lambda found: self._show(asked, found),
            lambda _: self._hide(),
            lane="cite",
        )

    def _show(self, asked: str, found: list[DocumentSummary]) -> None:
        match = self._piece(_TYPED) or self._piece(_ASKED_FOR)
        if asked != self._asked or not found or match is None or not self._editor.isVisible():
            self._hide()
            return
        self._found = found
        self.popup.clear()
        for one in found:
            words = f"{one.type} {one.number}  ·  {status_words(one.status)}\n{' '.join(one.title.split())}"
            self.popup.addItem(QListWidgetItem(words))
        self.popup.setCurrentRow(0)
        row = self.popup.sizeHintForRow(0)
        self.popup.resize(px(460), min(len(found), 5) * row + px(6))
        corner = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
        self.popup.move(corner + QPoint(0, px(4)))
        self.popup.show()

    def _hide(self) -> None:
        self._pause.stop()
        self._asked = ""
        self.popup.hide()

    # --- taking one ---

    def _take(self) -> None:
        from ui.archive_page.citation import citation

        match = self._piece(_TYPED) or self._piece(_ASKED_FOR)
        row = self.popup.currentRow()
        self._hide()
        if match is None or not 0 <= row < len(self._found):
            return
        cursor = self._editor.textCursor()
        words = match["words"]
        length = len((words + match["number"]).encode("utf-16-le")) // 2
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, length)
        full = citation(self._found[row])
        cursor.insertText(
            full if not words or words[0].isupper() or words.startswith("số") else full[:1].lower() + full[1:]
        )
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While documents are offered, arrows, Enter, Tab and Escape are theirs."""
        if event.type() == QEvent.Type.FocusOut:
            self._hide()
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._left = ""
                self._ask(_TYPED if self._piece(_TYPED) else _ASKED_FOR)
            return True
        if not self.popup.isVisible():
            return False
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Return: self._take,
            Qt.Key.Key_Enter: self._take,
            Qt.Key.Key_Tab: self._take,
            Qt.Key.Key_Escape: self._leave,
        }
        if key not in acts or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            acts[key]()
        return True

    def _leave(self) -> None:
        self._left = self._asked
        self._hide()

    def _step(self, by: int) -> None:
        self.popup.setCurrentRow(max(0, min(self.popup.count() - 1, self.popup.currentRow() + by)))

    def _piece(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return None
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()].decode("utf-16-le", "ignore")
        match = pattern.search(before[-120:])
        if match is None:
            return None
        earlier = before[-120:][: match.start("number")][-1:]
        return None if earlier.isalnum() or (earlier and earlier in "/-") else match


def _documents(number: str, open_archive: Callable[[], Archive]) -> list[DocumentSummary]:
    from docs_archive import ArchiveError

    try:
        return open_archive().find_by_number(number)[:_MOST]
    except ArchiveError:
        return []
