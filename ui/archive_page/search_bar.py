"""The head of the documents page: what to search for, and by what to narrow it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from docs_archive import LegalStatus, SearchQuery
from ui.legal_status import status_words
from ui.style import M, S, font, icon, px, quiet
from ui.widgets.flow_layout import FlowLayout

from .filter_button import FilterButton

_DEBOUNCE_MS = 120


class SearchBar(QWidget):
    asked = Signal()
    """The question (`query`) is another now."""
    entered = Signal()
    """Enter or Down: to the results."""
    draft_check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Tìm văn bản: số ký hiệu hoặc nội dung, có dấu hay không dấu"))
        self.words.setAccessibleName(self.tr("Tìm văn bản"))
        self.words.setClearButtonEnabled(True)
        self.words.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.installEventFilter(self)
        self.type = FilterButton(self.tr("Loại văn bản"))
        self.issuer = FilterButton(self.tr("Cơ quan ban hành"))
        self.year = FilterButton(self.tr("Năm"))
        self.status = FilterButton(self.tr("Tình trạng hiệu lực"))
        self.no_filters = quiet(QPushButton(self.tr("Bỏ các bộ lọc")))
        self.count = QLabel()
        self.draft_check = quiet(QPushButton(icon("shield"), self.tr("Kiểm tra căn cứ")))
        self.draft_check.setToolTip(
            self.tr("Xem văn bản được viện dẫn trong một dự thảo còn hiệu lực không (Ctrl+Shift+K)")
        )
        self.draft_check.clicked.connect(self.draft_check_asked)
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setAutoRaise(True)
        self.more.setAccessibleName(self.tr("Việc khác với kho văn bản"))
        self.more.setToolTip(self.tr("Việc khác với kho văn bản"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        filters = QWidget()
        flow = FlowLayout(filters, px(6))
        for button in (*self._filters, self.no_filters):
            flow.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(filters, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.draft_check, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(M), px(S), px(M), px(S))
        layout.setSpacing(px(S))
        layout.addWidget(self.words)
        layout.addLayout(row)
        self._pause = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._pause.timeout.connect(self.asked)
        self.words.textChanged.connect(lambda _: self._pause.start())
        for button in self._filters:
            button.changed.connect(self._filtered)
        self.no_filters.clicked.connect(self._clear_filters)
        self.no_filters.hide()
        self._clearing = False

    @property
    def _filters(self) -> tuple[FilterButton, ...]:
        return (self.type, self.issuer, self.year, self.status)

    def query(self, *, offset: int = 0, limit: int = 50) -> SearchQuery:
        return SearchQuery(
            self.words.text().strip(),
            types=self.type.chosen,
            issuers=self.issuer.chosen,
            years=tuple(int(year) for year in self.year.chosen),
            statuses=tuple(LegalStatus(value) for value in self.status.chosen),
            limit=limit,
            offset=offset,
        )

    def show_facets(self, facets: dict[str, list[tuple[str, int]]]) -> None:
        self.type.show_choices([(value, value, count) for value, count in facets.get("type", [])])
        self.issuer.show_choices([(value, value, count) for value, count in facets.get("issuer", [])])
        years = sorted(facets.get("year", []), key=lambda pair: pair[0], reverse=True)
        self.year.show_choices([(value, value, count) for value, count in years if value.isdigit()])
        known = {status.value: status for status in LegalStatus}
        self.status.show_choices(
            [(value, status_words(known[value]), count) for value, count in facets.get("status", []) if value in known]
        )

    def search_for(self, words: str) -> None:
        """As if typed; without a pause."""
        self.words.setText(words)
        self._ask_now()

    def focus_first(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _filtered(self) -> None:
        self.no_filters.setVisible(any(button.chosen for button in self._filters))
        if not self._clearing:
            self._ask_now()

    def _clear_filters(self) -> None:
        self._clearing = True
        for button in self._filters:
            button.choose([])
        self._clearing = False
        self._ask_now()

    def _ask_now(self) -> None:
        self._pause.stop()
        self.asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                if self._pause.isActive():
                    self._ask_now()
                self.entered.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "count"):
            self.count.setFont(font("small"))
