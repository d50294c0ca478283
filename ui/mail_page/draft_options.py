"""What may be said of a mail besides its words: importance, receipt, categories, a reminder, whom it comes from. The
menu “Tuỳ chọn” of the composer and the line that tells what of it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mail import Draft, Person

if TYPE_CHECKING:
    from mail import Mailbox

_REMINDERS = (1, 3, 5, 7, 14)


class DraftOptions(QMenu):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importance = "Normal"
        self._categories: list[str] = []
        self._known: list[str] = []
        self._remind_after = 0
        self.writes_as: Person | None = None
        self.receipt = QAction(self.tr("Yêu cầu báo đã đọc"), self, checkable=True)
        self.receipt.toggled.connect(lambda _: self.changed.emit())
        self.importances: dict[str, QAction] = {}
        group = QActionGroup(self)
        self.addSection(self.tr("Mức quan trọng"))
        for name, words in (("High", self.tr("Cao")), ("Normal", self.tr("Thường")), ("Low", self.tr("Thấp"))):
            action = self._choice(self, group, words, lambda name=name: self._choose("_importance", name))
            self.importances[name] = action
        self.addSeparator()
        self.addAction(self.receipt)
        self.categories_menu = self.addMenu(self.tr("Phân loại"))
        self.senders_menu = self.addMenu(self.tr("Gửi từ"))
        self.senders_menu.menuAction().setVisible(False)
        reminders = self.addMenu(self.tr("Nhắc nếu chưa có trả lời"))
        self.reminders: dict[int, QAction] = {}
        days_group = QActionGroup(self)
        for days in (0, *_REMINDERS):
            words = self.tr("Sau {days} ngày").format(days=days) if days else self.tr("Không nhắc")
            action = self._choice(reminders, days_group, words, lambda days=days: self._choose("_remind_after", days))
            self.reminders[days] = action
        self._fill_categories()

    def show_draft(self, draft: Draft) -> None:
        self._importance, self._remind_after = draft.importance, draft.remind_after
        self._categories = list(draft.categories)
        self.writes_as = draft.sender
        self.receipt.setChecked(draft.wants_receipt)
        self._mark()

    def know_senders(self, own: Person, others: Sequence[Person]) -> None:
        """Whom a letter may come from besides herself: the mailboxes shared with her."""
        self.senders_menu.clear()
        self.senders_menu.menuAction().setVisible(bool(others))
        group = QActionGroup(self.senders_menu)
        for person in (None, *others):
            named = person or own
            words = f"{named.name} <{named.address}>" if named.name else named.address
            action = self._choice(self.senders_menu, group, words, partial(self._choose, "writes_as", person))
            action.setChecked(person == self.writes_as)

    def know_categories(self, names: Sequence[str]) -> None:
        """The mailbox's own list."""
        self._known = list(names)
        self._fill_categories()

    def applied_to(self, draft: Draft) -> Draft:
        return replace(
            draft,
            importance=self._importance,
            wants_receipt=self.receipt.isChecked(),
            categories=tuple(self._categories),
            remind_after=self._remind_after,
            sender=self.writes_as,
        )

    def words(self) -> str:
        """What differs from an everyday mail, in one line; "" for nothing."""
        said = []
        if self.writes_as is not None:
            said.append(self.tr("gửi từ {name}").format(name=self.writes_as.name or self.writes_as.address))
        if self._importance != "Normal":
            said.append(self.tr("Quan trọng") if self._importance == "High" else self.tr("Không quan trọng"))
        if self.receipt.isChecked():
            said.append(self.tr("yêu cầu báo đã đọc"))
        if self._categories:
            said.append(self.tr("phân loại: {names}").format(names=", ".join(self._categories)))
        if self._remind_after:
            said.append(self.tr("nhắc sau {days} ngày nếu chưa có trả lời").format(days=self._remind_after))
        line = " · ".join(said)
        return line[:1].upper() + line[1:]

    # --- inside ---

    def _choice(self, menu: QMenu, group: QActionGroup, words: str, act: object) -> QAction:
        action = menu.addAction(words, act)  # type: ignore[call-overload]
        action.setCheckable(True)
        group.addAction(action)
        return action  # type: ignore[no-any-return]

    def _choose(self, name: str, value: object) -> None:
        setattr(self, name, value)
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        if self._importance in self.importances:
            self.importances[self._importance].setChecked(True)
        if self._remind_after in self.reminders:
            self.reminders[self._remind_after].setChecked(True)
        self._fill_categories()

    def _fill_categories(self) -> None:
        self.categories_menu.clear()
        names = list(dict.fromkeys((*self._known, *self._categories)))
        self.categories_menu.setEnabled(bool(names))
        for name in names:
            action = self.categories_menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name in self._categories)
            action.toggled.connect(lambda on, name=name: self._categorise(name, on))

    def _categorise(self, name: str, on: bool) -> None:
        self._categories = [one for one in self._categories if one != name] + ([name] if on else [])
        self.changed.emit()


def shared_senders(mailbox: Mailbox) -> list[Person]:
    """Whose mailboxes are shared with her and open. On a worker."""
    from mail import MailboxWithShared

    return [one.owner for one in mailbox.shared()] if isinstance(mailbox, MailboxWithShared) else []
