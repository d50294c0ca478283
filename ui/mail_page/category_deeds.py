"""Categories of the mails she has chosen: their menu, and how a change shows in the list and over the mail. Part of the
reading side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from mail import ItemId
from ui.page_tools import PageTools

from .categories import CategoriesMenu, KnownCategories
from .message_acts import Act, MessageActs
from .message_list import MessageList
from .reader import Reader


class CategoryDeeds:
    """``chosen`` gives the mails that are acted upon."""

    def __init__(
        self,
        tools: PageTools,
        side: QWidget,
        rows: MessageList,
        reader: Reader,
        acts: MessageActs,
        chosen: Callable[[], Sequence[ItemId]],
    ) -> None:
        self._side, self._rows, self._reader, self._acts, self._chosen = side, rows, reader, acts, chosen
        self.known = KnownCategories(tools, side)
        reader.head.chips.colour_of = rows.row.colour_of = self.known.colour_of
        self.known.changed.connect(self._colours_known)
        self.known.load()

    def menu(self) -> QMenu | None:
        """For what is chosen: checked is what stands on all of it."""
        chosen = self._chosen()
        held = [one for item_id in chosen if (one := self._rows.messages.held(item_id)) is not None]
        if not held:
            return None
        on_all = set.intersection(*(set(one.categories) for one in held))
        on_some = tuple(dict.fromkeys(name for one in held for name in one.categories))
        self.known.load()

        def apply(add: Sequence[str], remove: Sequence[str]) -> None:
            self._acts.categorise(chosen, add, remove)

        return CategoriesMenu(self.known, on_all, on_some, apply, self._side)

    def pop_up(self) -> None:
        """The menu, at the row she stands on."""
        menu = self.menu()
        if menu is not None:
            row = self._rows.visualRect(self._rows.currentIndex())
            menu.popup(self._rows.viewport().mapToGlobal(row.center()))

    def show_act(self, act: Act) -> None:
        """At once, before the store has it."""
        removed = {name.casefold() for name in act.removed}
        for item_id in act.item_ids:
            if (summary := self._rows.messages.held(item_id)) is not None:
                kept = [name for name in summary.categories if name.casefold() not in removed]
                names = tuple(dict.fromkeys((*kept, *act.added)))
                self._rows.messages.patch([item_id], categories=names)
                if item_id == self._reader.item_id:
                    self._reader.head.chips.show_names(names)

    def _colours_known(self) -> None:
        self._rows.viewport().update()
        self._reader.head.chips.update()
