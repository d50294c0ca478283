"""One event on the sheet: a widget of its own, so that mouse, keyboard and screen reader find it where it is seen."""

from __future__ import annotations

import zlib

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from mail import Answer, FreeBusy, ItemKind
from ui.style import colour, current_theme, font, pixmap, px

from . import words
from .shown_event import ShownEvent

_CATEGORY_LIGHT = ("#b3261e", "#9a5b00", "#7a6a00", "#2f7d32", "#00796b", "#1565a8", "#5b4bb5", "#a1317c")
_CATEGORY_DARK = ("#ff8a80", "#f0b35a", "#e0d060", "#8fd694", "#5fd1c1", "#82bdf5", "#b8aeff", "#f39ad1")
_NAMED = {"red": 0, "đỏ": 0, "orange": 1, "cam": 1, "yellow": 2, "vàng": 2, "green": 3, "xanh lá": 3}
_NAMED |= {"teal": 4, "blue": 5, "xanh": 5, "purple": 6, "tím": 6, "pink": 7, "hồng": 7}


def category_colour(name: str) -> QColor:
    """Always the same for one name; Outlook's own names ("Red category") have the colour they say."""
    first = name.casefold().split(" category")[0].removeprefix("thể loại ").strip()
    place = _NAMED.get(first, zlib.crc32(name.casefold().encode()) % len(_CATEGORY_LIGHT))
    return QColor((_CATEGORY_DARK if current_theme().is_dark else _CATEGORY_LIGHT)[place])


def _roles(event: ShownEvent) -> tuple[str, str, str]:
    """Colour roles of ground, edge and words."""
    item = event.item
    if item.is_cancelled:
        return "surface", "danger", "muted"
    if event.wants_answer:
        return "surface", "accent", "text"
    if item.busy is FreeBusy.OUT_OF_OFFICE:
        return "warning_soft", "warning", "text"
    if item.busy is FreeBusy.FREE:
        return "success_soft", "success", "text"
    if item.busy is FreeBusy.TENTATIVE or item.my_response is Answer.TENTATIVE:
        return "hover", "accent", "text"
    return "selection", "accent", "on_selection"


class EventBlock(QAbstractButton):
    """``is_line``: one line in a band or a month's cell. Starts no drag itself: it says what the mouse does."""

    opened = Signal(object)
    """Double click or Enter: the `ShownEvent`."""
    chosen = Signal(object)
    menu_asked = Signal(object, QPoint)
    key_pressed = Signal(object, QKeyEvent)
    """A key that is not its own; the view moves on from here."""
    drag_began = Signal(object, QPoint)
    """The `EventBlock` and where in it the mouse took hold."""
    drag_moved = Signal(QPoint)
    """Global position."""
    drag_ended = Signal(bool)
    """False: given up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.event_shown: ShownEvent | None = None
        self.is_line = False
        self.cut_before = self.cut_after = False
        self.is_chosen = self.is_over = False
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)

    def show_event(
        self, event: ShownEvent, *, is_line: bool, cut_before: bool = False, cut_after: bool = False, is_over: bool
    ) -> None:
        """``cut_before``, ``cut_after``: it goes on at the other side of the edge. ``is_over``: it is past."""
        self.event_shown = event
        self.is_line, self.cut_before, self.cut_after, self.is_over = is_line, cut_before, cut_after, is_over
        spoken = words.spoken(event)
        self.setText(words.title(event).replace("&", "&&"))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def choose(self, chosen: bool) -> None:
        if self.is_chosen != chosen:
            self.is_chosen = chosen
            self.setAccessibleDescription(self.tr("đang chọn") if chosen else "")
            self.update()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.event_shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, text = _roles(shown)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -0.5)
        radius = px(4)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        painter.fillPath(path, colour("surface"))
        painter.fillPath(path, colour(ground))
        if shown.item.my_response is Answer.TENTATIVE or shown.item.busy is FreeBusy.TENTATIVE:
            hatch = QColor(colour(edge))
            hatch.setAlpha(60)
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.fillPath(path, _hatched(hatch))
        if self.underMouse():
            veil = QColor(colour("text"))
            veil.setAlpha(14)
            painter.fillPath(path, veil)
        pen_width = 2 if (self.is_chosen or self.hasFocus()) else 1
        rim = QColor(colour("focus" if self.is_chosen or self.hasFocus() else edge))
        if not (self.is_chosen or self.hasFocus()) and not shown.wants_answer:
            rim.setAlpha(110)
        pen = painter.pen()
        pen.setColor(rim)
        pen.setWidthF(pen_width)
        pen.setStyle(Qt.PenStyle.DashLine if shown.wants_answer and pen_width == 1 else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = pen_width / 2
        painter.drawRoundedRect(box.adjusted(inset - 0.5, inset - 0.5, 0.5 - inset, 0.5 - inset), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        categories = shown.item.categories
        painter.setBrush(category_colour(categories[0]) if categories else colour(edge))
        bar = px(4)
        if not self.cut_before:
            painter.drawRoundedRect(QRectF(box.left(), box.top(), bar, box.height()), bar / 2, bar / 2)
        role = "muted" if self.is_over and text == "text" else text
        self._paint_words(painter, shown, role)
        painter.end()

    def _marks(self, shown: ShownEvent) -> list[tuple[str, str]]:
        item = shown.item
        found = []
        if item.is_pending:
            found.append(("sync", "muted"))
        if shown.has_conflict:
            found.append(("warning", "warning"))
        if item.is_private:
            found.append(("lock", "muted"))
        if item.kind is not ItemKind.SINGLE:
            found.append(("repeat", "muted"))
        if item.link:
            found.append(("conference", "accent"))
        return found

    def _paint_words(self, painter: QPainter, shown: ShownEvent, role: str) -> None:
        strong, small = font("small_strong"), font("small")
        for one in (strong, small):
            one.setStrikeOut(shown.item.is_cancelled)
        if self.is_over:
            strong.setWeight(small.weight())
        area = self.rect().adjusted(px(8) if not self.cut_before else px(4), px(1), -px(4), -px(1))
        if area.width() < px(10):
            return
        line = QFontMetrics(strong).height()
        marks = self._marks(shown)
        side = px(13)
        if marks and area.width() > px(56) and area.height() >= side:
            ratio = self.devicePixelRatioF()
            most = 3 if area.width() > px(110) else 1
            x = area.right()
            for name, tint in marks[:most]:
                x -= side + px(2)
                top = area.top() + max(0, (min(line, area.height()) - side) // 2)
                painter.drawPixmap(QPoint(x, top), pixmap(name, tint, side, ratio))
            first_width = x - area.left() - px(2)
        else:
            first_width = area.width()
        title = words.title(shown)
        item = shown.item
        is_thin = first_width < px(44)
        if is_thin:  # as many letters as there is room for say more than one and an ellipsis
            painter.setClipRect(self.rect().adjusted(0, 0, -px(2), 0))
        painter.setPen(colour(role))
        painter.setFont(strong)
        metrics = QFontMetrics(strong)
        if self.is_line or area.height() < 2 * line + px(2):
            prefix = "" if shown.is_band or self.cut_before else f"{words.clock(shown.start)} "
            if not self.is_line:
                prefix = ""
            text = prefix + title
            if not is_thin:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, first_width)
            where = QRect(area.left(), area.top(), first_width, area.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            return
        top = area.top() + px(1)
        rest = [words.times(shown)]
        if item.location:
            rest.append(" ".join(item.location.split()))
        if (answer := words.my_answer(shown)) and item.is_meeting and not item.is_organizer:
            rest.append(answer)
        lines_there = max(1, (area.bottom() - top) // line)
        title_lines = max(1, min(3, lines_there - min(len(rest), lines_there - 1)))
        flow = QRect(area.left(), top, first_width, title_lines * line)
        wrapped = _wrapped(title, metrics, first_width, title_lines) if not is_thin else title.split()[:title_lines]
        for place, words_of_line in enumerate(wrapped):
            painter.drawText(flow.left(), flow.top() + place * line + metrics.ascent(), words_of_line)
        top += len(wrapped) * line
        painter.setFont(small)
        metrics = QFontMetrics(small)
        for words_of_line in rest:
            if top + metrics.height() > area.bottom() + px(2):
                break
            if not is_thin:
                words_of_line = metrics.elidedText(words_of_line, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area.left(), top + metrics.ascent(), words_of_line)
            top += metrics.height()

    def sizeHint(self) -> QSize:
        return QSize(px(80), line_height())

    # --- mouse and keys ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if not self._is_dragging and moved >= QApplication.startDragDistance():
            self._is_dragging = True
            self.drag_began.emit(self, self._pressed_at)
        if self._is_dragging:
            self.drag_moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        if was_dragging:
            self.drag_ended.emit(True)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.event_shown is not None:
            self._pressed_at = None
            self.opened.emit(self.event_shown)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.event_shown is not None:
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                at = self.mapToGlobal(self.rect().center())
            self.menu_asked.emit(self.event_shown, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._is_dragging, self._pressed_at = False, None
            self.drag_ended.emit(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.opened.emit(self.event_shown)
        else:
            event.ignore()
            self.key_pressed.emit(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.event_shown)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def line_height() -> int:
    """Of an event in one line."""
    return QFontMetrics(font("small_strong")).height() + px(4)


def _hatched(tint: QColor) -> QBrush:
    return QBrush(tint, Qt.BrushStyle.BDiagPattern)


def _wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """``text`` on at most ``most`` lines, the last one elided."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        line = rest.pop(0)
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}") <= width:
            line = f"{line} {rest.pop(0)}"
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    if rest:
        lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return lines
