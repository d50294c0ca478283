"""Categories as she meets them: which there are and in which colours, the menu that sets and clears them.

The names come from the mailbox's own list (asked of the server once a session, remembered for when it is away), from
our defaults where it has none, and from what is on the mails themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from ui.page_tools import PageTools

from .category_chips import dot_icon

if TYPE_CHECKING:
    from mail import Category

LONGEST_NAME = 60


class KnownCategories(QObject):
    """The names and colours known. One for the mail page."""

    changed = Signal()

    def __init__(self, tools: PageTools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._known: dict[str, Category] = {}
        self._asked = False

    def load(self) -> None:
        """From the store at once, then from the server, once a session."""
        desk = self._tools.desk
        self._tools.background.run(self, lambda: desk.mailbox.known_categories(), self._take, lambda _: None)

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

    def _take(self, categories: Sequence[Category]) -> None:
        if categories:
            self._known = {one.name.casefold(): one for one in categories}
            self.changed.emit()
        if not self._asked:
            self._asked = True
            from mail import MasterCategories

            self._tools.service.ask(self, MasterCategories(), self._heard, self._not_heard)

    def _heard(self, categories: Sequence[Category]) -> None:
        if not categories:
            return
        desk = self._tools.desk
        known = tuple(categories)
        self._known = {one.name.casefold(): one for one in known}
        self.changed.emit()
        self._tools.background.run(self, lambda: desk.mailbox.remember_categories(known), None, lambda _: None)

    def _not_heard(self, _: Exception) -> None:
        self._asked = False  # offline: when she next opens the menu


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
        self._apply = apply
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
        apply = self._apply

        def named(text: str) -> None:
            name = " ".join(text.split())[:LONGEST_NAME]
            if name:
                apply((name,), ())

        dialog.textValueSelected.connect(named)
        dialog.open()
