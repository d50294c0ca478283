"""What a search found: number, status, title, issuer, date, words around the hit. More rows come as she scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from docs_archive import DocumentId, DocumentSummary, SearchHit
from ui import formatting
from ui.legal_status import badge_size, paint_badge, status_words
from ui.style import M, S, colour, font, px

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
_LONGEST_SNIPPET = 400
_HEADING_BEFORE = 120


class ResultModel(QAbstractListModel):
    more_asked = Signal()

    def __init__(self, row: ResultRow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self.hits: list[SearchHit] = []
        self.total = 0
        self._asked = False

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.summary.number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._row.spoken(hit)
        return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and len(self.hits) < self.total and not self._asked

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        self._asked = True
        self.more_asked.emit()

    def show(self, hits: Sequence[SearchHit], total: int) -> None:
        self.beginResetModel()
        self.hits, self.total, self._asked = list(hits), total, False
        self.endResetModel()

    def append(self, hits: Sequence[SearchHit], total: int) -> None:
        known = {hit.summary.id for hit in self.hits}
        new = [hit for hit in hits if hit.summary.id not in known]
        self.total = total if new else len(self.hits)
        self._asked = False
        if new:
            self.beginInsertRows(QModelIndex(), len(self.hits), len(self.hits) + len(new) - 1)
            self.hits += new
            self.endInsertRows()

    def row_of(self, document_id: DocumentId) -> int | None:
        return next((row for row, hit in enumerate(self.hits) if hit.summary.id == document_id), None)


class ResultRow(QStyledItemDelegate):
    """Every row of one list has the same height; the snippet's two lines are there when any words were typed."""

    shows_snippets = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        body, small = QFontMetrics(font("strong")).height(), QFontMetrics(font("small")).height()
        lines = max(body, badge_size("X").height()) + 2 * body + small + 2 * px(S) + px(6)
        return QSize(px(220), lines + (2 * small + px(4) if self.shows_snippets else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: SearchHit = index.data(HIT_ROLE)
        summary = hit.summary
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        text, muted = (colour("on_selection"),) * 2 if selected else (colour("text"), colour("muted"))
        painter.save()
        rect = option.rect
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("selection" if selected else "hover"))
        painter.setPen(colour("border"))
        painter.drawLine(rect.left() + px(M), rect.bottom(), rect.right(), rect.bottom())
        area = rect.adjusted(px(M), px(S), -px(M), -px(S))
        body, small = QFontMetrics(font("strong")).height(), QFontMetrics(font("small")).height()

        badge = badge_size(status_words(summary.status))
        first = max(body, badge.height())
        number_room = area.width() - badge.width() - px(S)
        painter.setFont(font("strong"))
        painter.setPen(text if selected else colour("accent"))
        number = summary.number or self.tr("Không có số ký hiệu")
        number = painter.fontMetrics().elidedText(number, Qt.TextElideMode.ElideRight, number_room)
        line = QRect(area.left(), area.top(), area.width(), first)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
        place = QRect(
            line.right() - badge.width() + 1, line.top() + (first - badge.height()) // 2, badge.width(), badge.height()
        )
        paint_badge(painter, place, summary.status)

        top = line.bottom() + px(4)
        painter.setPen(text)
        title = QRect(area.left(), top, area.width(), 2 * body)
        top += self._draw_lines(painter, title, self._title(summary), font("body")) + px(1)
        painter.setPen(muted)
        painter.setFont(font("small"))
        below = painter.fontMetrics().elidedText(
            self._issuer_and_date(summary), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(QRect(area.left(), top, area.width(), small), Qt.AlignmentFlag.AlignLeft, below)
        if self.shows_snippets:
            top += small + px(4)
            snippet, marks = self._snippet(hit)
            self._draw_lines(painter, QRect(area.left(), top, area.width(), 2 * small), snippet, font("small"), marks)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def spoken(self, hit: SearchHit) -> str:
        summary = hit.summary
        parts = [summary.number, status_words(summary.status), self._title(summary), self._issuer_and_date(summary)]
        if hit.article:
            parts.append(hit.article)
        return ", ".join(part for part in parts if part)

    def _title(self, summary: DocumentSummary) -> str:
        title = " ".join(summary.title[:600].split())
        return (
            f"{summary.type}: {title}"
            if summary.type and title
            else title or summary.type or self.tr("(không có trích yếu)")
        )

    def _issuer_and_date(self, summary: DocumentSummary) -> str:
        parts = [summary.issuer]
        if summary.issued is not None:
            parts.append(formatting.day(summary.issued))
        if summary.withdrawn_on is not None:
            parts.append(self.tr("đã gỡ khỏi Cổng"))
        return "  ·  ".join(part for part in parts if part)

    def _snippet(self, hit: SearchHit) -> tuple[str, list[tuple[int, int]]]:
        """The article's name before the words; marks move along. Line breaks become spaces, one for one."""
        snippet = "".join(" " if letter.isspace() else letter for letter in hit.snippet[:_LONGEST_SNIPPET])
        lead, dropped = (f"{hit.article}: " if hit.article else ""), 0
        if hit.article and (place := snippet.find(f"{hit.article}.")) >= 0:
            lead = ""  # the words name their article themselves
            if place < _HEADING_BEFORE:  # what stands before it is a chapter's heading, or the end of another article
                dropped = place
        shift = len(lead) - dropped
        marks = [(start + shift, end + shift) for start, end in hit.marks if dropped <= start and end <= len(snippet)]
        return lead + snippet[dropped:], marks

    def _draw_lines(
        self, painter: QPainter, rect: QRect, words: str, role: QFont, marks: Sequence[tuple[int, int]] = ()
    ) -> int:
        """At most two lines, the second cut with an ellipsis, ``marks`` in bold. The height they took."""
        layout = QTextLayout(words, role)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        ranges = []
        for start, end in marks[:40]:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, end - start
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Bold)
            form.setForeground(
                painter.pen().color() if painter.pen().color() == colour("on_selection") else colour("text")
            )
            one.format = form
            ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        y = 0.0
        for number in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            line.setPosition(QPointF(0, y))
            y += line.height()
            if number == 1 and line.textStart() + line.textLength() < len(words):
                layout.endLayout()
                shown = words[: line.textStart() + line.textLength()].rstrip()
                shown = shown[: max(0, len(shown) - 2)].rstrip()
                return self._draw_lines(painter, rect, f"{shown}…", role, [one for one in marks if one[1] < len(shown)])
        layout.endLayout()
        layout.draw(painter, QPointF(rect.topLeft()))
        return round(y)


class ResultList(QListView):
    opened = Signal(object)
    """The `SearchHit` she stands on."""
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = ResultRow(self)
        self.results = ResultModel(self._row, self)
        self.setModel(self.results)
        self.setItemDelegate(self._row)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Kết quả tìm văn bản"))
        self.results.more_asked.connect(self.more_asked)
        self._settling = QTimer(self, singleShot=True, interval=60)
        self._settling.timeout.connect(self._open_current)
        self._opened: DocumentId | None = None
        self.selectionModel().currentChanged.connect(lambda *_: self._settling.start())
        self.clicked.connect(lambda _: self._open_anew())
        self.activated.connect(lambda _: self._open_anew())

    def show_hits(self, hits: Sequence[SearchHit], total: int, *, with_snippets: bool, keep: bool) -> None:
        """With ``keep`` the same question asked again: she stays where she was."""
        chosen, scrolled = self.current_hit, self.verticalScrollBar().value()
        self._row.shows_snippets = with_snippets
        self._settling.blockSignals(True)
        self.results.show(hits, total)
        row = self.results.row_of(chosen.summary.id) if keep and chosen is not None else None
        if row is not None:
            self.setCurrentIndex(self.results.index(row))
            self.verticalScrollBar().setValue(scrolled)
        elif not keep:
            self.scrollToTop()
        self._settling.stop()
        self._settling.blockSignals(False)

    @property
    def current_hit(self) -> SearchHit | None:
        index = self.currentIndex()
        return index.data(HIT_ROLE) if index.isValid() else None

    def stand_on(self, row: int) -> None:
        self.setCurrentIndex(self.results.index(row))
        self._settling.start()

    def forget_opened(self) -> None:
        self._opened = None

    def _open_current(self) -> None:
        hit = self.current_hit
        if hit is not None and hit.summary.id != self._opened:
            self._opened = hit.summary.id
            self.opened.emit(hit)

    def _open_anew(self) -> None:
        self._opened = None
        self._settling.stop()
        self._open_current()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
