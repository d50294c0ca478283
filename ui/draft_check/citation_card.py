"""One cited document of a draft: how it is called, what is the matter with it, and what to cite instead."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from docs_archive import CheckedCitation, DocumentSummary
from ui.style import S, colour, colours, font, px, quiet
from ui.widgets.flow_layout import FlowLayout

from .words import badge, document_line, role, sentences, title


class CitationCard(QWidget):
    """A press shows where it stands in the draft; the next press its next place."""

    place_asked = Signal(object)
    """`CheckedCitation`"""
    open_asked = Signal(object)
    """`DocumentSummary`"""
    copy_asked = Signal(object)
    """`DocumentSummary`: its citation as Nghị định 30/2020 writes it"""

    def __init__(self, citation: CheckedCitation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.citation = citation
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title(citation)}: {badge(citation)}")
        self.setAccessibleDescription(" ".join(sentences(citation)))
        self._name = _label(title(citation))
        self._badge = QLabel(badge(citation))
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(10), px(12), px(10))
        layout.setSpacing(px(4))
        layout.addLayout(head)
        self._small: list[QLabel] = []
        if citation.held is not None and citation.held.title:
            self._small.append(_label(citation.held.title))
        if len(citation.mentions) > 1:
            self._small.append(_label(self.tr("Viện dẫn {count} chỗ").format(count=len(citation.mentions))))
        self._says = [_label(one) for one in sentences(citation)]
        for one in (*self._small, *self._says):
            layout.addWidget(one)
        for caption, documents in (
            (self.tr("Thay bằng:"), citation.replaced_by),
            (self.tr("Được sửa đổi, bổ sung bởi:"), citation.amended_by[:3]),
            (self.tr("Có thể là:"), citation.candidates),
        ):
            if documents:
                layout.addWidget(self._documents(caption, documents))
        if citation.held is not None:
            layout.addWidget(self._acts(citation.held))
        self._dress()

    def _documents(self, caption: str, documents: tuple[DocumentSummary, ...]) -> QWidget:
        place = QWidget()
        flow = FlowLayout(place, px(6))
        flow.addWidget(_label(caption, wrap=False))
        for one in documents:
            button = QPushButton(document_line(one))
            button.setToolTip(one.title)
            button.clicked.connect(lambda _=False, one=one: self.open_asked.emit(one))
            flow.addWidget(button)
            copy = quiet(QPushButton(self.tr("Chép căn cứ")))
            copy.setAccessibleName(self.tr("Chép căn cứ: {document}").format(document=document_line(one)))
            copy.clicked.connect(lambda _=False, one=one: self.copy_asked.emit(one))
            flow.addWidget(copy)
        return place

    def _acts(self, held: DocumentSummary) -> QWidget:
        place = QWidget()
        flow = FlowLayout(place, px(6))
        for words, signal in ((self.tr("Mở văn bản"), self.open_asked), (self.tr("Chép căn cứ"), self.copy_asked)):
            button = quiet(QPushButton(words))
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(held))
            flow.addWidget(button)
        return place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.place_asked.emit(self.citation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.place_asked.emit(self.citation)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_says"):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("focus" if self.hasFocus() else "border"))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(role(self.citation)))
        painter.drawRoundedRect(0, px(8), px(3), self.height() - px(16), px(1), px(1))
        painter.end()

    def _dress(self) -> None:
        text = role(self.citation)
        ground = "hover" if text == "muted" else f"{text}_soft"
        self._name.setFont(font("strong"))
        self._badge.setFont(font("small_strong"))
        self._badge.setStyleSheet(
            f"background:{getattr(colours(), ground)}; color:{getattr(colours(), text)};"
            f"border-radius:{px(4)}px; padding:{px(2)}px {px(7)}px;"
        )
        for one in self._small:
            one.setFont(font("small"))
            one.setStyleSheet(f"color:{colours().muted};")


class CitationList(QWidget):
    """The cards one below the other."""

    place_asked = Signal(object)
    open_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[CitationCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(S), px(S), px(S), px(S))
        self._layout.setSpacing(px(S))
        self._layout.addStretch(1)

    def show_citations(self, citations: tuple[CheckedCitation, ...]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for citation in citations:
            card = CitationCard(citation, self)
            card.place_asked.connect(self.place_asked)
            card.open_asked.connect(self.open_asked)
            card.copy_asked.connect(self.copy_asked)
            self._layout.insertWidget(self._layout.count() - 1, card)
            self.cards.append(card)


def _label(text: str, *, wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label
