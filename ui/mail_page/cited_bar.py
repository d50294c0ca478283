"""The legal documents a mail cites, as chips under its head: number and status in words; a press opens the document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from ui.legal_status import badge_size, paint_badge, status_words
from ui.style import colour, font, px, quiet
from ui.widgets.flow_layout import FlowLayout

from .citations import Citation

_FEW = 4


class CitedBar(QWidget):
    document_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(self.tr("Văn bản nhắc đến:"))
        self._caption.setFixedHeight(QFontMetrics(font("small_strong")).height() + px(10))
        self._flow = FlowLayout(self, px(6))
        self._flow.addWidget(self._caption)
        self.setAccessibleName(self.tr("Văn bản được nhắc đến trong thư"))
        self.chips: list[CitedChip] = []
        self.hide()

    def show_citations(self, citations: Sequence[Citation], *, all_of_them: bool = False) -> None:
        while (item := self._flow.takeAt(1)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.chips = []
        shown = citations if all_of_them else citations[:_FEW]
        for citation in shown:
            chip = CitedChip(citation, self)
            chip.clicked.connect(lambda _=False, number=citation.number: self.document_asked.emit(number))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        if len(shown) < len(citations):
            more = quiet(QPushButton(self.tr("và {count} văn bản khác").format(count=len(citations) - len(shown))))
            more.clicked.connect(lambda: self.show_citations(citations, all_of_them=True))
            self._flow.addWidget(more)
            more.show()
        self.setVisible(bool(citations))


class CitedChip(QAbstractButton):
    def __init__(self, citation: Citation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.citation = citation
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(citation.number)
        self.setAccessibleName(f"{citation.number}, {self.status_words}")
        self.setToolTip(citation.held.title if citation.held is not None else self.status_words)

    @property
    def status_words(self) -> str:
        if not self.citation.is_known:
            return ""
        if self.citation.held is None:
            return self.tr("chưa có trong kho")
        return status_words(self.citation.held.status)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small_strong"))
        width = metrics.horizontalAdvance(self.citation.number) + px(16)
        if self.status_words:
            width += badge_size(self.status_words).width() + px(4)
        return QSize(width, metrics.height() + px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("focus" if self.hasFocus() else "border"))
        painter.setBrush(colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(6), px(6))
        painter.setFont(font("small_strong"))
        painter.setPen(colour("accent"))
        area = self.rect().adjusted(px(8), 0, -px(8), 0)
        if self.status_words:
            area.setRight(area.right() - badge_size(self.status_words).width())
        number = painter.fontMetrics().elidedText(self.citation.number, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number)
        if self.status_words:
            size = badge_size(self.status_words)
            badge = QRect(
                self.width() - size.width() - px(5), (self.height() - size.height()) // 2, size.width(), size.height()
            )
            if self.citation.held is not None:
                paint_badge(painter, badge, self.citation.held.status)
            else:
                painter.setFont(font("small"))
                painter.setPen(colour("muted"))
                painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.status_words)
        painter.end()
