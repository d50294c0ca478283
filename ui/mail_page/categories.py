"""Categories as she meets them: which there are and in which colours, the menu that sets and clears them.

The names come from the mailbox's own list (asked of the server once a session, remembered for when it is away), from
our defaults where it has none, and from what is on the mails themselves. A name of her own is put into that list, so
that her other programs know it: at once, or when the server is next asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from ui.page_tools import PageTools

from .category_chips import dot_icon

if TYPE_CHECKING:
    from mail import Categories, Category, Mailbox

LONGEST_NAME = 60
_COLOURS = 25
"""Outlook's."""


class KnownCategories(QObject):
    """The names and colours known. One for the mail page."""

    changed = Signal()

    def __init__(self, tools: PageTools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._known: dict[str, Category] = {}
        self._asked = False
        self._is_told = False
        """By the server, in this session."""

    def load(self) -> None:
        """From the store at once, then from the server, once a session."""
        desk = self._tools.desk
        self._tools.background.run(self, lambda: _stored(desk.mailbox), self._take, lambda _: None)

    def add(self, name: str) -> None:
        """One she has named: offered from now on, and told to the server."""
        from mail import Category, default_categories

        if name.casefold() in (self._known or {one.name.casefold(): one for one in default_categories()}):
            return
        taken = {one.colour for one in self.all()}
        category = Category(name, next((colour for colour in range(_COLOURS) if colour not in taken), -1))
        self._known = {one.name.casefold(): one for one in (*self.all(), category)}
        self.changed.emit()
        desk = self._tools.desk

        def keep() -> _Stored:
            desk.mailbox.new_category(category)
            return _stored(desk.mailbox)

        def kept(stored: _Stored) -> None:
            if self._is_told:
                self._tell(stored)
            else:
                self._take(stored)

        self._tools.background.run(self, keep, kept, self._tools.notices.say_error)

    def all(self, also: Sequence[str] = ()) -> list[Category]:
        """What is offered: the mailbox's own, or our defaults; then what else stands on the mails chosen."""
        from mail import Category, default_categories

        offered = {one.name.casefold(): one for one in (self._known.values() or default_categories())}
        for name in also:
            offered.setdefault(name.casefold(), Category(name))
        return list(offered.values())

    def colour_of(self, name: str) -> int:
        found = self._known.get(name.casefold())
        if found is not None:
            return found.colour
        from mail import default_categories

        return next((one.colour for one in default_categories() if one.name.casefold() == name.casefold()), -1)

    def _take(self, stored: _Stored) -> None:
        self._show(stored)
        if not self._asked:
            self._asked = True
            from mail import MasterCategories

            self._tools.service.ask(self, MasterCategories(), self._heard, self._not_heard)

    def _heard(self, categories: Categories) -> None:
        """The mailbox's list; what of hers it lacks is put into it now."""
        self._is_told = True
        if categories:
            self._known = {one.name.casefold(): one for one in categories}
            self.changed.emit()
        self._remember(categories, self._tell)

    def _tell(self, stored: _Stored) -> None:
        from mail import AddCategories, default_categories

        self._show(stored)
        if stored.to_add:
            # A mailbox without a list gets what it is offered here: her own name must not be all that is left.
            is_first = len(stored.known) == len(stored.to_add)
            wanted = (*default_categories(), *stored.to_add) if is_first else stored.to_add
            self._tools.service.ask(self, AddCategories(wanted), self._added, self._not_heard)

    def _added(self, categories: Categories) -> None:
        self._remember(categories, self._show)

    def _remember(self, categories: Categories, then: Callable[[_Stored], None]) -> None:
        desk = self._tools.desk

        def keep() -> _Stored:
            if categories or desk.mailbox.categories_to_add():
                desk.mailbox.remember_categories(categories)
            return _stored(desk.mailbox)

        self._tools.background.run(self, keep, then, lambda _: None)

    def _show(self, stored: _Stored) -> None:
        if not stored.known:
            return
        from mail import default_categories

        nothing_told = len(stored.known) == len(stored.to_add)
        shown = (*default_categories(), *stored.known) if nothing_told else stored.known
        self._known = {one.name.casefold(): one for one in shown}
        self.changed.emit()

    def _not_heard(self, _: Exception) -> None:
        self._asked = self._is_told = False  # offline: when she next opens the menu


@dataclass(frozen=True)
class _Stored:
    """``to_add`` are the last of ``known``: those the mailbox's own list lacks."""

    known: Categories
    to_add: Categories


def _stored(mailbox: Mailbox) -> _Stored:
    return _Stored(mailbox.known_categories(), mailbox.categories_to_add())


class CategoriesMenu(QMenu):
    """Checked is what stands on all of the mails chosen. ``apply(add, remove)`` is called with names."""

    def __init__(
        self,
        known: KnownCategories,
        on_all: set[str],
        on_some: Sequence[str],
        apply: Callable[[Sequence[str], Sequence[str]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Phân loại"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._apply, self._known = apply, known
        folded = {name.casefold() for name in on_all}
        for category in known.all(on_some):
            action = QAction(dot_icon(category.colour), category.name.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(category.name.casefold() in folded)
            action.triggered.connect(lambda is_on, name=category.name: self._chosen(name, is_on))
            self.addAction(action)
        self.addSeparator()
        if on_some:
            clear = self.addAction(self.tr("Bỏ mọi phân loại"))
            clear.triggered.connect(lambda: apply((), tuple(on_some)))
        self.addAction(self.tr("Phân loại khác…")).triggered.connect(self._ask_name)

    def _chosen(self, name: str, is_on: bool) -> None:
        self._apply((name,) if is_on else (), () if is_on else (name,))

    def _ask_name(self) -> None:
        dialog = QInputDialog(self.parentWidget())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Phân loại khác"))
        dialog.setLabelText(self.tr("Tên phân loại:"))
        dialog.setOkButtonText(self.tr("Đặt"))
        dialog.setCancelButtonText(self.tr("Thôi"))
        apply, known = self._apply, self._known

        def named(text: str) -> None:
            name = " ".join(text.split())[:LONGEST_NAME]
            if name:
                known.add(name)
                apply((name,), ())

        dialog.textValueSelected.connect(named)
        dialog.open()
