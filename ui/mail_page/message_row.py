"""How one message looks in the list: sender and date, subject, first words; unread, flag, attachment, meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mail import ItemId, MessageSummary
from ui import formatting
from ui.style import M, S, colour, font, pixmap, px

from .category_chips import paint_chips
from .found_marks import paint_line
from .message_model import SUMMARY_ROLE

if TYPE_CHECKING:
    from mail import ConversationRow, SearchMarks

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def row_height() -> int:
    """Three lines in the fonts in force; the same for every row, so that a million rows need no measuring."""
    return 2 * QFontMetrics(font("strong")).height() + QFontMetrics(font("small")).height() + 2 * px(S)


class MessageRow(QStyledItemDelegate):
    """``shows_recipients`` says whether the list is one of sent mails: then the row names whom it went to.
    ``folder_of`` names the folder of a found message, or is ""."""

    def __init__(
        self,
        shows_recipients: Callable[[], bool],
        folder_of: Callable[[MessageSummary], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shows_recipients = shows_recipients
        self._folder_of = folder_of
        self.colour_of: Callable[[str], int] = lambda _: -1
        """Outlook's number for the colour of a category."""
        self.conversations: dict[ItemId, ConversationRow] = {}
        """Of rows that stand for several mails."""
        self.marks: SearchMarks | None = None
        """Of the search whose results are shown."""
        self.places: dict[ItemId, str] = {}
        """Of what was found in a mail's text: the words there, shown in place of its first ones."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        summary: MessageSummary | None = index.data(SUMMARY_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        rect = option.rect
        if selected:
            painter.fillRect(rect, colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        painter.setPen(colour("border"))
        painter.drawLine(rect.bottomLeft() + QPoint(px(M), 0), rect.bottomRight())
        if summary is None:
            self._paint_waiting(painter, rect)
        else:
            self._paint_message(painter, rect, summary, selected)
        if (
            option.state & QStyle.StateFlag.State_HasFocus
            and option.palette.currentColorGroup() != QPalette.ColorGroup.Disabled
        ):
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.restore()

    def _paint_waiting(self, painter: QPainter, rect: QRect) -> None:
        """Pale bars where words will stand: the row's summary is being fetched."""
        left, line = rect.left() + px(24), rect.height() // 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("hover"))
        for place, part in enumerate((0.4, 0.75)):
            top = rect.top() + line // 2 + place * (line + px(4)) + px(4)
            painter.drawRoundedRect(QRect(left, top, int(rect.width() * part), line // 2), px(3), px(3))

    def _paint_message(self, painter: QPainter, rect: QRect, summary: MessageSummary, selected: bool) -> None:
        text = colour("on_selection") if selected else colour("text")
        muted = colour("on_selection") if selected else colour("muted")
        unread = self._is_unread(summary)
        if unread:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            dot = px(8)
            painter.drawEllipse(
                QRect(
                    rect.left() + px(8),
                    rect.top() + px(S) + QFontMetrics(font("strong")).height() // 2 - dot // 2,
                    dot,
                    dot,
                )
            )
        area = rect.adjusted(px(24), px(S), -px(M), -px(S))
        first_height = QFontMetrics(font("strong")).height()

        # first line: who, and when at the right
        first = QRect(area.left(), area.top(), area.width(), first_height)
        painter.setFont(font("small_strong" if unread else "small"))
        painter.setPen(colour("accent") if unread and not selected else muted)
        when = formatting.short_moment(summary.received_at)
        painter.drawText(first, _RIGHT | _MIDDLE, when)
        first.setRight(first.right() - painter.fontMetrics().horizontalAdvance(when) - px(S))
        painter.setFont(font("strong" if unread else "body"))
        painter.setPen(text)
        self._draw_elided(painter, first, self._who(summary))

        # second line: subject, marks at the right
        second = QRect(area.left(), first.top() + first_height, area.width(), first_height)
        second.setRight(self._paint_marks(painter, second, summary) - px(4))
        painter.setFont(font("strong" if unread else "body"))
        painter.setPen(text)
        self._draw_elided(painter, second, summary.subject or self.tr("(không có chủ đề)"))

        # third line: among search results the folder, then the first words
        third = QRect(area.left(), second.top() + first_height, area.width(), area.bottom() - second.bottom())
        painter.setFont(font("small"))
        painter.setPen(muted)
        preview = self._first_words(summary)
        if not preview and not summary.has_body:
            preview = self.tr("Nội dung đang được tải…")
        if folder := self._folder_of(summary):
            painter.setFont(font("small_strong"))
            name = painter.fontMetrics().elidedText(folder, Qt.TextElideMode.ElideRight, third.width() // 2)
            painter.drawText(third, _LEFT | _MIDDLE | Qt.TextFlag.TextSingleLine, name)
            third.setLeft(third.left() + painter.fontMetrics().horizontalAdvance(name) + px(S))
            painter.setFont(font("small"))
        if summary.categories:
            room = QRect(third.left(), third.top(), third.width() * 3 // 5, third.height())
            third.setLeft(paint_chips(painter, room, summary.categories, self.colour_of, text))
        self._draw_elided(painter, third, preview)

    def _paint_marks(self, painter: QPainter, line: QRect, summary: MessageSummary) -> int:
        """Icons from the right edge leftwards; returns where they begin."""
        marks = []
        if summary.is_flagged:
            marks.append(("flag_set", "danger"))
        if summary.is_meeting:
            marks.append(("calendar", "accent"))
        if summary.has_attachments:
            marks.append(("attachment", "muted"))
        if summary.importance == "High":
            marks.append(("important", "danger"))
        elif summary.importance == "Low":
            marks.append(("unimportant", "muted"))
        side, right = px(16), line.right() + 1
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        for name, role in marks:
            right -= side
            painter.drawPixmap(right, line.top() + (line.height() - side) // 2, pixmap(name, role, side, ratio))
            right -= px(4)
        return right

    def _draw_elided(self, painter: QPainter, rect: QRect, words: str) -> None:
        words = " ".join(words[:400].split())
        paint_line(painter, rect, words, self.marks)

    def _first_words(self, summary: MessageSummary) -> str:
        return (self.places.get(summary.id, "") if self.marks else "") or summary.preview

    def _is_unread(self, summary: MessageSummary) -> bool:
        """Also where an older mail of the conversation that it stands for is."""
        conversation = self.conversations.get(summary.id)
        return not summary.is_read or (conversation is not None and conversation.unread > 0)

    def _who(self, summary: MessageSummary) -> str:
        conversation = self.conversations.get(summary.id)
        if conversation is not None:
            names = formatting.people(conversation.people, 3)
            return self.tr("{names} ({count})").format(names=names, count=formatting.number(conversation.count))
        if self._shows_recipients():
            return formatting.people(summary.to, 3) or self.tr("(chưa có người nhận)")
        return formatting.person(summary.sender)

    def spoken(self, summary: MessageSummary) -> str:
        """The row in words, for a screen reader: state first, because it differs most."""
        parts = []
        if self._is_unread(summary):
            parts.append(self.tr("Chưa đọc"))
        if summary.importance == "High":
            parts.append(self.tr("quan trọng"))
        elif summary.importance == "Low":
            parts.append(self.tr("không quan trọng"))
        if summary.is_flagged:
            parts.append(self.tr("có cờ"))
        if summary.is_meeting:
            parts.append(self.tr("giấy mời họp"))
        if summary.has_attachments:
            parts.append(self.tr("có tệp đính kèm"))
        if summary.categories:
            parts.append(self.tr("phân loại {names}").format(names=", ".join(summary.categories)))
        parts += [self._folder_of(summary)]
        parts += [
            self._who(summary),
            summary.subject,
            formatting.full_moment(summary.received_at),
            self._first_words(summary),
        ]
        return ", ".join(part for part in parts if part)
