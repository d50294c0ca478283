"""The mail as it came over the wire: its headers, and all of its source, to read and search. A window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from ui import formatting
from ui.style import M, S, font, px
from ui.widgets.screen_room import resize_within_screen

from .preview.text_page import TextPage

MOST_SHOWN = 3_000_000
_HEADERS = 500_000


class SourceWindow(QWidget):
    def __init__(self, subject: str, mime: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mã nguồn: {subject}").format(subject=" ".join(subject.split())[:80]))
        self.headers, self.whole = _Source(), _Source()
        self.words = QLineEdit()
        head = mime[: _header_end(mime)]
        self.headers.show_text(_text(head[:_HEADERS]), self.tr("Phần đầu thư"))
        self.whole.show_text(_text(mime[:MOST_SHOWN]), self.tr("Toàn bộ mã nguồn"))
        self.tabs = QTabWidget()
        self.tabs.addTab(self.headers, self.tr("Phần đầu thư"))
        self.tabs.addTab(self.whole, self.tr("Toàn bộ mã nguồn"))
        self.tabs.currentChanged.connect(lambda _: self._find(self.words.text()))
        self.words.setPlaceholderText(self.tr("Tìm trong mã nguồn (Ctrl+F)"))
        self.words.setAccessibleName(self.tr("Tìm trong mã nguồn"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._find)
        self.words.returnPressed.connect(lambda: self._step(1))
        self.told = QLabel()
        cut = QLabel(self.tr("Mã nguồn rất dài: chỉ hiện phần đầu.") if len(mime) > MOST_SHOWN else "")
        cut.setVisible(len(mime) > MOST_SHOWN)
        for label in (self.told, cut):
            label.setFont(font("small"))
        line = QHBoxLayout()
        line.setSpacing(px(S))
        line.addWidget(self.words, 1)
        line.addWidget(self.told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(M), px(M), px(M), px(M))
        layout.addLayout(line)
        layout.addWidget(cut)
        layout.addWidget(self.tabs, 1)
        for keys, act in (
            ("Escape", self.close),
            ("Ctrl+F", self.words.setFocus),
            ("F3", lambda: self._step(1)),
            ("Shift+F3", lambda: self._step(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        resize_within_screen(self, px(860), px(620))
        self.headers.setFocus()

    @property
    def _shown(self) -> TextPage:
        return self.whole if self.tabs.currentWidget() is self.whole else self.headers

    def _find(self, words: str) -> None:
        self._tell(1, self._shown.find_all(words))

    def _step(self, by: int) -> None:
        place = self._shown.step(by)
        if place:
            self._tell(place, len(self._shown._places))

    def _tell(self, place: int, count: int) -> None:
        if not self.words.text().strip():
            self.told.setText("")
        else:
            self.told.setText(f"{place}/{formatting.number(count)}" if count else self.tr("không thấy"))


class _Source(TextPage):
    """Letters of one width; lines as they came."""

    def refresh(self) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(max(6.0, font("body").pointSizeF() + self._points))
        self.setFont(fixed)
        self.document().setDefaultFont(fixed)
        self._mark()


def _header_end(mime: bytes) -> int:
    ends = [place for mark in (b"\r\n\r\n", b"\n\n", b"\r\r") if (place := mime.find(mark)) >= 0]
    return min(ends, default=len(mime))


def _text(content: bytes) -> str:
    return content.decode("utf-8", "backslashreplace").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "␀")
