"""What is offered under an address field while she types: people met before in this mailbox, marks or not, at once;
then those of the server's directory, when it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from mail import Person
from vietnamese.folding import fold

from .addresses import read_people, write_people

if TYPE_CHECKING:
    from mail import DirectoryEntry
    from ui.page_tools import PageTools

_FEWEST_LETTERS = 2
_MOST_OFFERED = 8
_DIRECTORY_PAUSE_MS = 300
_FEWEST_FOR_DIRECTORY = 3
_PATIENCE_MS = 6000
_OURS = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORD = re.compile(r"[^\W_]+")


class AddressSuggestions(QObject):
    """Belongs to ``line``. Enter or Tab takes the one that stands out; Escape takes none."""

    def __init__(self, line: QLineEdit, tools: PageTools | None = None) -> None:
        super().__init__(line)
        self._line = line
        self._tools = tools
        self._in_directory: dict[str, list[Person]] = {}
        """What the directory answered to each beginning, while this field lives."""
        self._directory_pause = QTimer(self, singleShot=True, interval=_DIRECTORY_PAUSE_MS)
        self._directory_pause.timeout.connect(self._ask_directory)
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
        without = [one.address for one in before]
        found = self.matching(typed, without)
        if len(typed.strip()) >= _FEWEST_FOR_DIRECTORY:
            there = {address.casefold() for address in (*without, *(one.address for one in found))}
            known = self._in_directory.get(fold(typed.strip()))
            found += [one for one in known or () if one.address.casefold() not in there]
            found = found[: _MOST_OFFERED + 4]
            if known is None and self._tools is not None:
                self._directory_pause.start()
        if not found or (len(found) == 1 and typed.strip().casefold() == found[0].address.casefold()):
            self.popup.hide()
            return
        self._offered.setStringList([write_people((one,)) for one in found])
        self.completer.complete()
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _ask_directory(self) -> None:
        """Only what is still being typed; an answer that never comes changes nothing."""
        from mail import FindPeople

        _, typed = self._piece()
        typed = typed.strip()
        if self._tools is None or len(typed) < _FEWEST_FOR_DIRECTORY or "@" in typed:
            return
        self._tools.service.ask(
            self,
            FindPeople(typed),
            lambda entries: self._directory_answered(typed, entries),
            lambda _: None,
            patience=_PATIENCE_MS,
        )

    def _directory_answered(self, typed: str, entries: Sequence[DirectoryEntry]) -> None:
        self._in_directory[fold(typed)] = [one.person for one in entries if one.person.address]
        if entries and self._tools is not None:
            desk, found = self._tools.desk, tuple(entries)  # offered offline too, next time
            self._tools.background.run(self, lambda: desk.mailbox.remember_people(found), None, lambda _: None)
        if self._line.hasFocus() or self.popup.isVisible():
            self._offer()

    def _take(self, words: str) -> None:
        start, _ = self._piece()
        text, cursor = self._line.text(), self._line.cursorPosition()
        before, after = text[:start].rstrip(), text[cursor:].lstrip(" ;,")
        taken = f"{before} {words}; " if before else f"{words}; "
        self._line.setText(taken + after)
        self._line.setCursorPosition(len(taken))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
