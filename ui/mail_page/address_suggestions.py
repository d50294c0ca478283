"""What is offered under an address field while she types: people met before in this mailbox, marks or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from mail import Person
from vietnamese.folding import fold

from .addresses import read_people, write_people

_FEWEST_LETTERS = 2
_MOST_OFFERED = 8
_OURS = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORD = re.compile(r"[^\W_]+")


class AddressSuggestions(QObject):
    """Belongs to ``line``. Enter or Tab takes the one that stands out; Escape takes none."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._people: list[tuple[Person, list[str]]] = []
        self._offered = QStringListModel(self)
        self.completer = QCompleter(self._offered, self)
        self.popup = QListView()
        self.completer.setPopup(self.popup)
        self.completer.setWidget(line)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(_MOST_OFFERED)
        self.completer.activated.connect(self._take)
        self.popup.setAccessibleName(self.tr("Người đã trao đổi thư"))
        line.textEdited.connect(lambda _: self._offer())
        for widget in (self.popup, line):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While people are offered, these keys are theirs: Escape does not close the window, Tab takes."""
        if isinstance(event, QKeyEvent) and event.key() in _OURS and self.popup.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                words = self.popup.currentIndex().data()
                self.popup.hide()
                self._take(str(words))
                return True
        return super().eventFilter(watched, event)

    def know(self, people: Sequence[Person]) -> None:
        """Those met before, most often first."""
        self._people = [(one, _WORD.findall(fold(f"{one.name} {one.address.partition('@')[0]}"))) for one in people]

    def matching(self, typed: str, without: Sequence[str] = ()) -> list[Person]:
        """Whose name or address has a word beginning with each of the words typed."""
        wanted = _WORD.findall(fold(typed))
        if sum(map(len, wanted)) < _FEWEST_LETTERS:
            return []
        there = {address.casefold() for address in without}
        found = [
            one
            for one, words in self._people
            if one.address.casefold() not in there
            and (
                one.address.casefold().startswith(typed.strip().casefold())
                or all(any(word.startswith(start) for word in words) for start in wanted)
            )
        ]
        return found[:_MOST_OFFERED]

    def _piece(self) -> tuple[int, str]:
        """Where the address under the cursor begins, and what of it is typed; nothing inside an address."""
        text, cursor = self._line.text(), self._line.cursorPosition()
        start = max(text.rfind(separator, 0, cursor) for separator in ";,") + 1
        rest = text[cursor:].lstrip()
        return start, "" if rest and rest[0] not in ";," else text[start:cursor]

    def _offer(self) -> None:
        start, typed = self._piece()
        before, _ = read_people(self._line.text()[:start])
        found = self.matching(typed, [one.address for one in before])
        if not found or (len(found) == 1 and typed.strip().casefold() == found[0].address.casefold()):
            self.popup.hide()
            return
        self._offered.setStringList([write_people((one,)) for one in found])
        self.completer.complete()
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _take(self, words: str) -> None:
        start, _ = self._piece()
        text, cursor = self._line.text(), self._line.cursorPosition()
        before, after = text[:start].rstrip(), text[cursor:].lstrip(" ;,")
        taken = f"{before} {words}; " if before else f"{words}; "
        self._line.setText(taken + after)
        self._line.setCursorPosition(len(taken))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
