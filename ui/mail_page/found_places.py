"""Among search results, where in a mail the words stand: read for the rows on screen, shown in place of the mail's
first words. Made by the page with the first search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.page_tools import PageTools

from .message_list import MessageList

if TYPE_CHECKING:
    from mail import ItemId, SearchMarks, Snippet

_PAUSE_MS = 100
"""She types on, or scrolls by: only where she stays is anything read."""
_MOST_AT_ONCE = 40


class FoundPlaces(QObject):
    def __init__(self, tools: PageTools, rows: MessageList) -> None:
        super().__init__(rows)
        self._tools, self._rows = tools, rows
        self._typed = ""
        self._known: dict[ItemId, Snippet | None] = {}
        self._is_asking = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        rows.verticalScrollBar().valueChanged.connect(self._begin)
        rows.verticalScrollBar().rangeChanged.connect(self._begin)
        rows.messages.dataChanged.connect(self._begin)

    def search(self, marks: SearchMarks | None) -> None:
        """What is searched for now; None: nothing."""
        typed = marks.typed if marks else ""
        if typed != self._typed:
            self._known.clear()
            self._rows.row.places.clear()
        else:  # asked anew because mail came: bodies may be here that were not
            self._known = {item_id: one for item_id, one in self._known.items() if one is not None}
        self._typed = typed
        self._begin()

    def _begin(self, *_: object) -> None:
        if self._typed:
            self._pause.start()

    def _look(self) -> None:
        held = self._rows.messages.held
        asked = [one for one in self._rows.visible_ids() if one not in self._known and held(one)][:_MOST_AT_ONCE]
        if not asked or not self._typed or self._is_asking:
            return
        typed, desk = self._typed, self._tools.desk

        def read() -> dict[ItemId, Snippet | None]:
            from mail import snippets

            return snippets(desk.mailbox, asked, typed)

        self._is_asking = True
        self._tools.background.run(self, read, lambda found: self._show(typed, found), self._failed, lane="mail-places")

    def _show(self, typed: str, found: dict[ItemId, Snippet | None]) -> None:
        self._is_asking = False
        if typed == self._typed:
            self._known.update(found)
            self._rows.row.places.update({item_id: self._words(one) for item_id, one in found.items() if one})
            self._rows.viewport().update()
        self._begin()  # what time did not allow, or what she has scrolled to meanwhile

    def _words(self, one: Snippet) -> str:
        if not one.is_in_file:
            return one.text
        return self.tr("Trong tệp: {name}").format(name=one.text) if one.text else self.tr("Có trong tệp đính kèm")

    def _failed(self, _: Exception) -> None:
        """The rows are complete without; the store says elsewhere what ails it."""
        self._is_asking = False
