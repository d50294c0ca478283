"""One attachment in place of the mail's body: a bar (back, name, page, zoom, find, save, open elsewhere) over its
pages, picture or words. Made by the reader when the first attachment is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from mail import Attachment, PreviewKind
from ui import formatting
from ui.style import S, colour, font, icon, px
from ui.widgets.elided_label import ElidedLabel

from .picture_page import PicturePage
from .text_page import TextPage

if TYPE_CHECKING:
    from .pdf_pages import PdfPages

_ZOOM_STEP = 1.2


@dataclass(frozen=True)
class Shown:
    """An attachment made ready on a worker. ``content`` for a PDF, ``image`` for a picture, ``text`` for the rest;
    ``remark`` is said over it."""

    attachment: Attachment
    kind: PreviewKind
    content: bytes = b""
    image: QImage | None = None
    text: str = ""
    remark: str = ""


class AttachmentView(QWidget):
    closed = Signal()
    save_asked = Signal(int)
    elsewhere_asked = Signal(int)
    """Open it with another program."""
    failed = Signal(str)
    """It cannot be shown; the words say why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = -1
        self._pdf_content = b""
        self.pdf: PdfPages | None = None
        self.picture = PicturePage()
        self.text = TextPage()
        self.name = ElidedLabel()
        self.place = QLabel()
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Tìm trong tệp"))
        self.words.setAccessibleName(self.tr("Tìm trong tệp"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(px(180))
        self.words.textChanged.connect(self._find)
        self.words.returnPressed.connect(lambda: self._step(1))
        self.found = QLabel()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Mật khẩu của tệp, rồi Enter"))
        self.password.setAccessibleName(self.tr("Mật khẩu của tệp"))
        self.password.setMaximumWidth(px(260))
        self.password.returnPressed.connect(self._try_password)
        self._turn = [
            self._button("chevron_up", self.tr("Trang trước (Ctrl+PgUp)"), lambda: self._turn_page(-1)),
            self._button("chevron_down", self.tr("Trang sau (Ctrl+PgDown)"), lambda: self._turn_page(1)),
        ]
        self.zoom_out = self._button("zoom_out", self.tr("Thu nhỏ (Ctrl+-)"), lambda: self._zoom(1 / _ZOOM_STEP))
        self.zoom_in = self._button("zoom_in", self.tr("Phóng to (Ctrl++)"), lambda: self._zoom(_ZOOM_STEP))
        fit = self._button("fit", self.tr("Vừa khung (Ctrl+0)"), self._fit)
        bar, tools = _line(px(S), px(4), px(S), 0), _line(px(S), 0, px(S), px(4))
        bar.addWidget(self._button("chevron_left", self.tr("Về thư (Esc)"), self.closed.emit))
        bar.addWidget(self.name, 1)
        bar.addWidget(self._button("save", self.tr("Lưu tệp"), lambda: self.save_asked.emit(self.index)))
        bar.addWidget(self._button("open", self.tr("Mở bằng chương trình khác"), self._ask_elsewhere))
        for widget in (self.zoom_out, self.zoom_in, fit, *self._turn, self.place):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.words, 3)
        tools.addWidget(self.found)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.picture)
        self._pages.addWidget(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(tools)
        said = QHBoxLayout()
        said.setContentsMargins(px(16), 0, px(16), 0)
        said.addWidget(self.remark, 1)
        said.addWidget(self.password)
        layout.addLayout(said)
        layout.addWidget(pages, 1)
        self._add_keys()
        self.refresh()

    def show_attachment(self, shown: Shown) -> None:
        self.index = shown.attachment.index
        self.name.setText(shown.attachment.name)
        self.place.setText("")
        self.found.setText("")
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        self.password.hide()
        self._say(shown.remark)
        is_pdf, is_picture = shown.kind is PreviewKind.PDF, shown.kind is PreviewKind.PICTURE
        for widget in (*self._turn, self.place):
            widget.setVisible(is_pdf)
        self.words.setVisible(not is_picture)
        self.found.setVisible(not is_picture)
        if is_pdf:
            self._show_pdf(shown.content, "")
        elif is_picture:
            assert shown.image is not None
            self.picture.show_picture(shown.image, shown.attachment.name)
            self._pages.setCurrentWidget(self.picture)
        else:
            self.text.show_text(shown.text, shown.attachment.name)
            self._pages.setCurrentWidget(self.text)
        self._page.setFocus()

    def forget(self) -> None:
        """Nothing of the attachment stays in memory."""
        self._pdf_content = b""
        self.picture.clear()
        self.text.show_text("", "")
        if self.pdf is not None:
            self.pdf.close_pdf()

    # --- PDF ---

    def _show_pdf(self, content: bytes, password: str) -> None:
        from PySide6.QtPdf import QPdfDocument

        from .pdf_pages import PdfPages

        if self.pdf is None:
            self.pdf = pages = PdfPages()
            pages.moved.connect(self._tell_page)
            pages.counted.connect(self._tell_found)
            pages.refresh()
            self._pages.addWidget(pages)
        self._pages.setCurrentWidget(self.pdf)
        error = self.pdf.show_pdf(content, password)
        if error is QPdfDocument.Error.None_:
            self.password.hide()
            self._pdf_content = b""
            self._say("")
        elif error is QPdfDocument.Error.IncorrectPassword:
            self._pdf_content = content
            self._say(
                self.tr("Mật khẩu chưa đúng.") if password else self.tr("Tệp này có mật khẩu."),
            )
            self.password.clear()
            self.password.show()
            self.password.setFocus()
        else:
            self.failed.emit(self.tr("Tệp PDF này hỏng hoặc không đúng dạng, không xem được."))

    def _try_password(self) -> None:
        self._show_pdf(self._pdf_content, self.password.text())

    def _turn_page(self, by: int) -> None:
        if self.pdf is not None and self._page is self.pdf:
            self.pdf.go_to(self.pdf.page + by)

    def _tell_page(self, page: int, count: int) -> None:
        self.place.setText(self.tr("Trang {page}/{count}").format(page=page, count=formatting.number(count)))

    @property
    def _page(self) -> PdfPages | PicturePage | TextPage:
        shown = self._pages.currentWidget()
        if self.pdf is not None and shown is self.pdf:
            return self.pdf
        return self.picture if shown is self.picture else self.text

    # --- zoom and find ---

    def _zoom(self, factor: float) -> None:
        self._page.zoom_by(factor)

    def _fit(self) -> None:
        self._page.fit()

    def _find(self, words: str) -> None:
        if self.pdf is not None and self._page is self.pdf:
            self.pdf.look_for(words)
        else:
            count = self.text.find_all(words)
            self._tell_found(min(1, count), count)

    def _step(self, by: int) -> None:
        if self.pdf is not None and self._page is self.pdf:
            self.pdf.step(by)
        elif self.text._places:
            self._tell_found(self.text.step(by), len(self.text._places))

    def _tell_found(self, place: int, count: int) -> None:
        if not self.words.text().strip():
            self.found.setText("")
        else:
            self.found.setText(f"{place}/{formatting.number(count)}" if count else self.tr("không thấy"))

    # --- inside ---

    def _ask_elsewhere(self) -> None:
        self.elsewhere_asked.emit(self.index)

    def _say(self, words: str) -> None:
        self.remark.setText(words)
        self.remark.setVisible(bool(words))

    def _add_keys(self) -> None:
        around = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Escape", self.closed.emit),
            ("Ctrl+PgDown", lambda: self._turn_page(1)),
            ("Ctrl+PgUp", lambda: self._turn_page(-1)),
        ):
            QShortcut(QKeySequence(keys), self, context=around).activated.connect(act)

    def _deed_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Keys that the page means for the mail, while an attachment stands in its place."""
        if event.key() == Qt.Key.Key_F3:
            backwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return lambda: self._step(-1 if backwards else 1)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                return lambda: self._zoom(_ZOOM_STEP)
            case Qt.Key.Key_Minus:
                return lambda: self._zoom(1 / _ZOOM_STEP)
            case Qt.Key.Key_0:
                return self._fit
            case Qt.Key.Key_F:
                return self.words.setFocus
            case _:
                return None

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._deed_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed_of(event)
        if deed is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        self.name.setFont(font("strong"))
        for label in (self.place, self.found, self.remark):
            label.setFont(font("small"))
            palette = label.palette()
            palette.setColor(label.foregroundRole(), colour("muted"))
            label.setPalette(palette)
        self.text.refresh()
        self.picture.refresh()
        if self.pdf is not None:
            self.pdf.refresh()

    def _button(self, name: str, words: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(px(18), px(18)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        return button


def _line(left: int, top: int, right: int, bottom: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(left, top, right, bottom)
    line.setSpacing(px(4))
    return line
