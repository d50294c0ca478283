"""The rail at the left: one large button per page, in the order of Ctrl+1, Ctrl+2 …, and settings at its foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from .style import colour, font, icon, px


class RailButton(QAbstractButton):
    """An icon over a word; the page shown has the accent and a bar at its edge. ``badge`` counts what is new there."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._normal, self._chosen = icon(icon_name, "muted"), icon(icon_name, "on_selection")
        self._badge = 0
        self._is_live = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_badge(self, count: int) -> None:
        self._badge = count
        name = self.text() if not count else self.tr("{page}, {count} chưa đọc").format(page=self.text(), count=count)
        self.setAccessibleName(name)
        self.update()

    def set_live(self, live: bool) -> None:
        """Something runs there although another page may be shown."""
        self._is_live = live
        self.setAccessibleName(self.tr("{page}, đang diễn ra").format(page=self.text()) if live else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        width = max(px(72), self.fontMetrics().horizontalAdvance(self.text()) + px(20))
        return QSize(width, px(62))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.rect().adjusted(px(6), px(2), -px(6), -px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse() or self.isDown():
            painter.setBrush(colour("selection" if self.isChecked() else "hover"))
            painter.drawRoundedRect(ground, px(8), px(8))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour("focus"))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), px(8), px(8))
        side = px(24)
        place = QRect((self.width() - side) // 2, ground.top() + px(8), side, side)
        (self._chosen if self.isChecked() else self._normal).paint(painter, place)
        painter.setFont(font("small_strong" if self.isChecked() else "small"))
        painter.setPen(colour("on_selection" if self.isChecked() else "muted"))
        words = QRect(ground.left(), place.bottom() + px(2), ground.width(), ground.bottom() - place.bottom() - px(4))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._is_live:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("danger"))
            painter.drawEllipse(QRect(place.right() - px(3), place.top() - px(3), px(9), px(9)))
        if self._badge:
            self._paint_badge(painter, place)
        painter.end()

    def _paint_badge(self, painter: QPainter, place: QRect) -> None:
        text = str(self._badge) if self._badge < 100 else "99+"
        small = font("small_strong")
        small.setPointSizeF(small.pointSizeF() * 0.88)
        painter.setFont(small)
        height = px(16)
        width = max(height, painter.fontMetrics().horizontalAdvance(text) + px(8))
        mark = QRect(place.right() - px(5), place.top() - px(5), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("fill"))
        painter.drawRoundedRect(mark, height / 2, height / 2)
        painter.setPen(colour("on_fill"))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, text)


class NavigationRail(QWidget):
    """Says which page was chosen; `show_chosen` marks one without saying it again."""

    chosen = Signal(str)
    settings_asked = Signal()

    def __init__(self, entries: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """``entries`` are (page name, icon name, word)."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Các trang"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, RailButton] = {}
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(px(2))
        for place, (page, icon_name, word) in enumerate(entries, start=1):
            button = RailButton(icon_name, word, self)
            button.setCheckable(True)
            button.setAccessibleName(word)
            button.setToolTip(
                f"{word}  ({QKeySequence(f'Ctrl+{place}').toString(QKeySequence.SequenceFormat.NativeText)})"
            )
            button.clicked.connect(lambda _=False, page=page: self.chosen.emit(page))
            self._group.addButton(button)
            self.buttons[page] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self.settings_button = RailButton("settings", self.tr("Cài đặt"), self)
        self.settings_button.setAccessibleName(self.tr("Cài đặt"))
        self.settings_button.setToolTip(f"{self.tr('Cài đặt')}  (Ctrl+,)")
        self.settings_button.clicked.connect(self.settings_asked)
        layout.addWidget(self.settings_button)
        self._measure()

    def show_chosen(self, page: str) -> None:
        self.buttons[page].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour("border"))
        painter.end()

    def _measure(self) -> None:
        self._layout.setContentsMargins(0, px(8), 1, px(8))
        for button in [*self.buttons.values(), self.settings_button]:
            button.updateGeometry()
