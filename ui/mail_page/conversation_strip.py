"""The conversation of the mail being read, folded to one line over it: how many, where this one stands, earlier and
later; unfolded, a short list of all of them. Used by the reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mail import ItemId, MessageSummary
from ui import formatting
from ui.style import S, colour, font, icon, px, quiet

_MOST_LINES = 6
_SUMMARY = Qt.ItemDataRole.UserRole + 1


class ConversationStrip(QWidget):
    asked = Signal(object)
    """The `ItemId` of the mail of this conversation that she wants to read."""
    folded = Signal(bool)
    """She folded or unfolded it: to be remembered."""

    def __init__(self, own_address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own_address.casefold()
        self._ids: list[ItemId] = []
        self._current = self._unread = 0
        self.fold = quiet(QPushButton())
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(self.tr("Hiện các thư trong cuộc trao đổi này"))
        self.place = QLabel()
        self.earlier = self._button("chevron_up", self.tr("Thư trước trong cuộc trao đổi (Alt+↑)"), -1)
        self.later = self._button("chevron_down", self.tr("Thư sau trong cuộc trao đổi (Alt+↓)"), 1)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(4))
        line.addWidget(self.fold)
        line.addStretch(1)
        self.all_button = QToolButton()
        self.all_button.setIcon(icon("more"))
        self.all_button.setIconSize(QSize(px(14), px(14)))
        self.all_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.all_button.setToolTip(self.tr("Làm với cả cuộc trao đổi: lưu trữ, xoá, chuyển, đánh dấu"))
        self.all_button.setAccessibleName(self.tr("Cả cuộc trao đổi"))
        line.addWidget(self.place)
        line.addWidget(self.earlier)
        line.addWidget(self.later)
        line.addWidget(self.all_button)
        self.list = QListWidget()
        self.list.setItemDelegate(_Line(self._own, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Các thư trong cuộc trao đổi này"))
        self.list.itemClicked.connect(self._pressed)
        self.list.itemActivated.connect(self._pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        layout.addLayout(line)
        layout.addWidget(self.list)
        self.fold.toggled.connect(self._show_list)
        self.fold.clicked.connect(lambda _: self.folded.emit(not self.fold.isChecked()))
        self.list.hide()
        self.hide()

    def show_conversation(self, mails: Sequence[MessageSummary], current: ItemId) -> None:
        """``mails`` oldest first. A mail alone is no conversation: nothing is shown."""
        self._ids = [one.id for one in mails]
        if len(mails) < 2 or current not in self._ids:
            self.hide()
            return
        self._current = self._ids.index(current)
        self.list.clear()
        for one in mails:
            item = QListWidgetItem()
            item.setData(_SUMMARY, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(one))
            self.list.addItem(item)
        self.list.setCurrentRow(self._current)
        count = formatting.number(len(mails))
        self._unread = sum(not one.is_read and one.id != current for one in mails)
        self._tell()
        self.place.setText(f"{self._current + 1}/{count}")
        self.earlier.setEnabled(self._current > 0)
        self.later.setEnabled(self._current < len(self._ids) - 1)
        self.show()
        self.refresh()

    def _tell(self) -> None:
        """As much as there is room for."""
        is_narrow = self.width() < px(400)
        words = self.tr("{count} thư") if is_narrow else self.tr("{count} thư trong cuộc trao đổi")
        words = words.format(count=formatting.number(len(self._ids)))
        if self._unread:
            words += self.tr(", {count} chưa đọc").format(count=formatting.number(self._unread))
        self.fold.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def step(self, by: int) -> bool:
        """To the earlier (-1) or later (1) mail. False: there is none."""
        wanted = self._current + by
        if self.isHidden() or not 0 <= wanted < len(self._ids):
            return False
        self._current = wanted  # a second press need not wait until the mail is read
        self.asked.emit(self._ids[wanted])
        return True

    def refresh(self) -> None:
        """After a change of theme, text size or content."""
        self.fold.setFont(font("small_strong"))
        self.fold.setIcon(icon("chevron_down" if self.fold.isChecked() else "chevron_right", "muted"))
        self.fold.setIconSize(QSize(px(14), px(14)))
        self.place.setFont(font("small"))
        palette = self.place.palette()
        palette.setColor(self.place.foregroundRole(), colour("muted"))
        self.place.setPalette(palette)
        lines = min(_MOST_LINES, max(1, self.list.count()))
        self.list.setFixedHeight(lines * _line_height() + px(2))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(px(100), _line_height()))
        self.list.scrollToItem(self.list.item(self._current))

    def _show_list(self, is_open: bool) -> None:
        self.list.setVisible(is_open)
        self.refresh()

    def _pressed(self, item: QListWidgetItem) -> None:
        chosen = item.data(_SUMMARY).id
        if chosen != self._ids[self._current]:
            self.asked.emit(chosen)

    def _spoken(self, one: MessageSummary) -> str:
        words = [] if one.is_read else [self.tr("Chưa đọc")]
        return ", ".join([*words, _who(one, self._own), formatting.full_moment(one.received_at), one.preview])

    def _button(self, name: str, words: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(px(14), px(14)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.step(by))
        return button


def _who(one: MessageSummary, own: str) -> str:
    if one.sender is not None and one.sender.address.casefold() == own:
        return QCoreApplication.translate("ConversationStrip", "Tôi")
    return formatting.person(one.sender)


def _line_height() -> int:
    return QFontMetrics(font("body")).height() + px(8)


class _Line(QStyledItemDelegate):
    """One mail in one line: who, first words, when."""

    def __init__(self, own: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._own = own

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(100), _line_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        one: MessageSummary = index.data(_SUMMARY)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(option.rect, colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour("hover"))
        text = colour("on_selection") if selected else colour("text")
        muted = colour("on_selection") if selected else colour("muted")
        area = option.rect.adjusted(px(S), 0, -px(S), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(font("small"))
        painter.setPen(muted)
        when = formatting.short_moment(one.received_at)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, when)
        area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(when) - px(S))
        painter.setFont(font("body" if one.is_read else "strong"))
        painter.setPen(text)
        room = min(px(190), area.width() * 2 // 5)
        who = painter.fontMetrics().elidedText(_who(one, self._own), Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, middle, who)
        rest = QRect(area)
        rest.setLeft(area.left() + room + px(S))
        painter.setFont(font("small"))
        painter.setPen(muted)
        words = " ".join((one.preview or one.subject)[:300].split())
        painter.drawText(
            rest, middle, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()
