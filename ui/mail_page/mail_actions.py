"""What can be done with mail, as actions with their keys: the buttons, the list's menu and F1 show the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.style import S, icon, px


@dataclass(frozen=True)
class Deed:
    """``keys`` are shortcuts of the whole page; ``list_keys`` are keys the list itself hears, told for F1 only."""

    name: str
    words: str
    icon: str
    keys: tuple[str, ...]
    act: Callable[[], object]
    list_keys: str = ""
    needs_message: bool = True


class MailActions:
    """The actions by name, and the row of buttons over the reader."""

    def __init__(self, page: QWidget, deeds: list[Deed]) -> None:
        self._deeds = deeds
        self.by_name: dict[str, QAction] = {}
        for deed in deeds:
            action = QAction(icon(deed.icon), deed.words, page)
            action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, act=deed.act: act())
            page.addAction(action)
            self.by_name[deed.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def enable(self, has_message: bool) -> None:
        for deed in self._deeds:
            if deed.needs_message:
                self.by_name[deed.name].setEnabled(has_message)

    def shortcuts(self) -> list[tuple[str, str]]:
        """(keys, words) for the sheet behind F1."""
        return [(deed.list_keys or deed.keys[0], deed.words) for deed in self._deeds if deed.list_keys or deed.keys]

    def bar(self, names: list[str]) -> QWidget:
        """Buttons in a row; "" is a gap, a trailing "…" after a name shows its words beside the icon."""
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(px(S), px(S) // 2, px(S), px(S) // 2)
        layout.setSpacing(px(2))
        for name in names:
            if not name:
                layout.addSpacing(px(12))
                continue
            with_words, name = name.endswith("…"), name.rstrip("…")
            button = QToolButton()
            button.setDefaultAction(self.by_name[name])
            button.setIconSize(QSize(px(18), px(18)))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if with_words:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            words = self.by_name[name].text()
            keys = self.by_name[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{words} ({keys})" if keys else words)
            button.setAccessibleName(words)
            layout.addWidget(button)
        layout.addStretch(1)
        bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return bar
