"""The meeting's controls at its foot, in three groups. Where there is little room words go first, then whole buttons,
into a menu "Thêm"; what may never hide (leaving, a recording's mark) says so when it is added."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ..style import px
from .head_bar import BAR
from .video_button import video_button

Group = Literal["left", "middle", "right"]
_GROUPS: tuple[Group, ...] = ("left", "middle", "right")


@dataclass(eq=False)
class _Control:
    widget: QWidget
    slot: QWidget
    """Hidden by the bar; the widget itself is hidden by its owner."""
    group: Group
    stays: bool
    keeps_words: bool
    in_menu: bool = False


class FootBar(QWidget):
    """Controls keep the order in which they were added to their group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: list[_Control] = []
        self._fitted: tuple[object, ...] = ()
        self.more_button = video_button("more", self.tr("Thêm"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more_button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more_button.setMenu(self._menu)
        self._layouts: dict[Group, QHBoxLayout] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(10))
        row.setSpacing(0)
        for group in _GROUPS:
            inner = self._layouts[group] = QHBoxLayout()
            inner.setSpacing(0)
            row.addLayout(inner)
            if group != "right":
                row.addStretch(1)
        self.add(self.more_button, "right", stays=True)

    def add(self, widget: QWidget, group: Group, *, stays: bool = False, keeps_words: bool = False) -> None:
        """Takes ``widget`` over. One that is no QToolButton always stays (a level meter has no place in a menu)."""
        slot = QWidget(self)
        inner = QHBoxLayout(slot)
        inner.setContentsMargins(px(4), 0, px(4), 0)
        inner.addWidget(widget)
        control = _Control(widget, slot, group, stays or not isinstance(widget, QToolButton), keeps_words)
        self._controls.append(control)
        layout = self._layouts[group]
        first_to_stay = [c for c in self._controls if c.group == group and c is not control and c.keeps_words]
        place = layout.indexOf(first_to_stay[0].slot) if first_to_stay and not keeps_words else layout.count()
        layout.insertWidget(place, slot)
        widget.installEventFilter(self)
        self._order_tabs()
        self._fit(anew=True)

    @property
    def in_menu(self) -> tuple[QWidget, ...]:
        """What stands in "Thêm" now."""
        return tuple(control.widget for control in self._controls if control.in_menu)

    def minimumSizeHint(self) -> QSize:
        """Far less than the buttons with their words: the bar finds a way."""
        return QSize(px(200), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), BAR)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return False

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self, anew: bool = False) -> None:
        """Decide anew if anything it hangs on is other than last time; its own changes raise LayoutRequest again."""
        hangs_on: tuple[object, ...] = (
            self.width(),
            self.font().key(),
            *((c.widget.isHidden(), c.widget.property("text"), _plain_width(c.widget)) for c in self._controls),
        )
        if hangs_on == self._fitted and not anew:
            return
        self._fitted = hangs_on
        shown = [c for c in self._controls if not c.widget.isHidden() and c.widget is not self.more_button]
        room = self.width() - px(24)
        words = [_width(c.widget, with_words=True) for c in shown]
        icons = [_width(c.widget, with_words=c.keeps_words) for c in shown]
        in_menu: set[int] = set()
        bare = _without_words(words, icons, [c.stays for c in shown], room)
        if len(bare) == len(shown):
            room_beside_more = room - _width(self.more_button, with_words=False)
            wanted = sum(icons)
            may_go = [place for place, control in enumerate(shown) if not control.stays]
            if wanted > room:
                while may_go and wanted > room_beside_more:
                    place = may_go.pop()
                    in_menu.add(place)
                    wanted -= icons[place]
        for place, control in enumerate(shown):
            control.in_menu = place in in_menu
            _set_words(control.widget, place not in bare or control.keeps_words)
            control.slot.setVisible(not control.in_menu)
        for control in self._controls:
            if control.widget.isHidden() and control.widget is not self.more_button:
                control.in_menu = False
                control.slot.setVisible(False)
        _set_words(self.more_button, False)
        more = next(c for c in self._controls if c.widget is self.more_button)
        more.slot.setVisible(bool(in_menu))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for widget in self.in_menu:
            assert isinstance(widget, QToolButton)
            inner = widget.menu()
            if inner is not None:
                entry = self._menu.addMenu(inner)
                entry.setText(widget.text())
                continue
            action = QAction(widget.toolTip() or widget.text(), self._menu)
            action.setCheckable(widget.isCheckable())
            action.setChecked(widget.isChecked())
            action.setEnabled(widget.isEnabled())
            action.triggered.connect(widget.click)
            self._menu.addAction(action)

    def _order_tabs(self) -> None:
        by_group = sorted(
            self._controls, key=lambda c: (_GROUPS.index(c.group), self._layouts[c.group].indexOf(c.slot))
        )
        for before, after in pairwise(by_group):
            QWidget.setTabOrder(before.widget, after.widget)


def _plain_width(widget: QWidget) -> int:
    """Of what the bar does not change by itself."""
    return 0 if isinstance(widget, QToolButton) else widget.sizeHint().width()


def _set_words(widget: QWidget, with_words: bool) -> None:
    if not isinstance(widget, QToolButton):
        return
    beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    style = beside if with_words else alone
    if widget.toolButtonStyle() != style:
        widget.setToolButtonStyle(style)


def _width(widget: QWidget, with_words: bool) -> int:
    before = widget.toolButtonStyle() if isinstance(widget, QToolButton) else None
    _set_words(widget, with_words)
    width = max(widget.sizeHint().width(), widget.minimumWidth()) + px(8)
    if isinstance(widget, QToolButton) and before is not None:
        widget.setToolButtonStyle(before)
    return width


def _without_words(words: list[int], icons: list[int], stays: list[bool], room: int) -> set[int]:
    """Whose words go so that the rest fit: the last first, and those that stay after the others; all if need be."""
    order = sorted(range(len(words)), key=lambda place: (stays[place], -place))
    bare: set[int] = set()
    wanted = sum(words)
    for place in order:
        if wanted <= room:
            return bare
        wanted -= words[place] - icons[place]
        bare.add(place)
    return bare
