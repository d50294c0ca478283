"""The head of the open document: number, kind, title, who and when, and whether it is in force, honestly."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from docs_archive import LegalDocument, LegalStatus
from ui import formatting
from ui.legal_status import StatusBadge, status_words
from ui.style import L, S, colour, colours, font, icon, px
from ui.widgets.flow_layout import FlowLayout

_LONGEST_TITLE = 600
_WORDS_ON_BUTTON, _NARROW = 600, 440


class DocumentHead(QWidget):
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = _label("heading", wraps=False)
        self.badge = StatusBadge()
        self.title = _label("subheading")
        self.remark = _label("small")
        self.notice = _label("small_strong")
        self.copy = QPushButton(icon("copy"), self.tr("Chép trích dẫn"))
        self.copy.setAccessibleName(self.tr("Chép trích dẫn"))
        self.copy.setToolTip(self.tr("Chép câu trích dẫn đầy đủ (Ctrl+Shift+C)"))
        self.copy.clicked.connect(self.copy_asked)
        self.copy.setIconSize(QSize(px(16), px(16)))
        self.copy.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.number.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.number.setMinimumWidth(px(110))
        self.facts: dict[str, QLabel] = {}
        self._captions: list[QLabel] = []
        names = QWidget()
        flow = FlowLayout(names, px(6))
        flow.addWidget(self.number)
        flow.addWidget(self.badge)
        self.tools = tools = QHBoxLayout()
        """The view puts its buttons before the one that copies."""
        tools.setSpacing(px(6))
        tools.addWidget(self.copy)
        tools.addStretch(0)
        self._first = first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        first.setSpacing(px(6))
        first.addWidget(names, 1)
        first.addLayout(tools)
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(px(S))
        grid.setVerticalSpacing(px(2))
        for name, caption in (
            ("issuer", self.tr("Cơ quan ban hành")),
            ("issued", self.tr("Ngày ban hành")),
            ("signer", self.tr("Người ký")),
            ("effective", self.tr("Ngày có hiệu lực")),
            ("fields", self.tr("Lĩnh vực")),
            ("expires", self.tr("Ngày hết hiệu lực")),
        ):
            words, value = _label("small", wraps=False), _label("small")
            words.setText(f"{caption}:")
            value.setAccessibleName(caption)
            value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._captions.append(words)
            self.facts[name] = value
        self._is_narrow: bool | None = None
        self._arrange(is_narrow=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(L), px(S), px(L), px(S))
        layout.setSpacing(px(6))
        layout.addLayout(first)
        layout.addWidget(self.title)
        layout.addLayout(grid)
        layout.addWidget(self.remark)
        layout.addWidget(self.notice)
        self._dress()

    def show_document(self, document: LegalDocument) -> None:
        summary = document.summary
        self.number.setText(" ".join(summary.number.split()) or self.tr("Không có số ký hiệu"))
        self.number.setToolTip(self.number.text())
        title = " ".join(summary.title.split())
        shown = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rstrip() + "…"
        self.title.setText(f"{summary.type}: {shown}" if summary.type and shown else shown or summary.type)
        self.title.setToolTip(title if shown != title else "")
        self.title.setVisible(bool(self.title.text()))
        self.badge.show_status(summary.status)
        unknown = self.tr("không rõ")
        self.facts["issuer"].setText(summary.issuer or unknown)
        self.facts["signer"].setText(document.signer or unknown)
        self.facts["fields"].setText(", ".join(document.fields[:4]) or unknown)
        self.facts["issued"].setText(_day(summary.issued, unknown))
        self.facts["effective"].setText(_day(summary.effective, unknown))
        self.facts["expires"].setText(_day(summary.expires, self.tr("chưa có")))
        if summary.expires is None and summary.status in (LegalStatus.EXPIRED, LegalStatus.UNKNOWN):
            self.facts["expires"].setText(unknown)
        self._remark(document)

    def _remark(self, document: LegalDocument) -> None:
        summary = document.summary
        remarks = []
        if summary.source_status != summary.status:
            words = self.tr("Nguồn ghi: {source}. Tính theo ngày hiệu lực, hôm nay là: {today}.")
            remarks.append(
                words.format(source=status_words(summary.source_status), today=status_words(summary.status).lower())
            )
        if summary.status == LegalStatus.UNKNOWN:
            remarks.append(self.tr("Nguồn không ghi tình trạng hiệu lực; xin kiểm tra trước khi áp dụng."))
        if document.text_kind == "codified-articles":
            remarks.append(
                self.tr("Toàn văn theo Bộ pháp điển: các điều còn hiệu lực, không có phần mở đầu và chữ ký.")
            )
        if document.synced_at is not None:
            remarks.append(self.tr("Bản trên máy: {when}.").format(when=formatting.short_moment(document.synced_at)))
        self.remark.setText(" ".join(remarks))
        self.remark.setVisible(bool(remarks))
        withdrawn = summary.withdrawn_on
        self.notice.setVisible(withdrawn is not None)
        if withdrawn is not None:
            self.notice.setText(
                self.tr("Văn bản này đã gỡ khỏi Cổng ngày {day}.").format(day=formatting.day(withdrawn))
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.copy.setText(self.tr("Chép trích dẫn") if width >= px(_WORDS_ON_BUTTON) else "")
        self._arrange(is_narrow=width < px(_NARROW))

    def _arrange(self, *, is_narrow: bool) -> None:
        """Where there is little room: the buttons under the number, one fact a line."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        direction = QBoxLayout.Direction
        self._first.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.tools.setStretch(self.tools.count() - 1, 1 if is_narrow else 0)
        for place, (words, value) in enumerate(zip(self._captions, self.facts.values(), strict=True)):
            row, column = (place, 0) if is_narrow else (place // 2, place % 2 * 2)
            self._grid.addWidget(words, row, column, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, column + 1)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 0 if is_narrow else 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "notice"):
            self._dress()

    def _dress(self) -> None:
        self.number.setFont(font("heading"))
        self.title.setFont(font("subheading"))
        for label in (*self._captions, self.remark):
            label.setFont(font("small"))
            palette = label.palette()
            if palette.color(label.foregroundRole()) != colour("muted"):
                palette.setColor(label.foregroundRole(), colour("muted"))
                label.setPalette(palette)
        for label in self.facts.values():
            label.setFont(font("small"))
        self.badge.refresh()
        sheet = (
            f"color:{colours().warning}; background:{colours().warning_soft};"
            f"border-radius:{px(6)}px; padding:{px(6)}px {px(10)}px;"
        )
        if self.notice.styleSheet() != sheet:
            self.notice.setStyleSheet(sheet)


def _day(day: date | None, otherwise: str) -> str:
    return formatting.day(day) if day is not None else otherwise


def _label(role: str, *, wraps: bool = True) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(wraps)
    label.setFont(font(role))
    return label
