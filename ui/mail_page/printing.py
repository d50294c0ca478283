"""A mail on paper: a head (unit, Từ, Đến, Ngày, Tiêu đề), the mail below it, looked at before it goes to the printer or
into a PDF. The preview is made in a private file that is gone before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, Qt
from PySide6.QtGui import QKeySequence, QPageLayout, QPageSize, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mail import Attachment, Message, Person
from ui import formatting
from ui.page_tools import PageTools
from ui.style import M, primary, px
from ui.widgets.screen_room import resize_within_screen

from .mail_body import MailBody
from .preview.pdf_pages import PdfPages

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_PEOPLE = 60
_MARGIN_MM = 20.0
_TEXT_MARGIN_MM = 4.0
"""Of the printer, for the text view: Qt's text document leaves 2 cm by itself."""


def head_html(message: Message, ministry: str, attachments: Sequence[Attachment]) -> str:
    """Black on white, everything out of the mail escaped."""
    translate = QCoreApplication.translate
    summary = message.summary
    rows = [
        (translate("Printing", "Từ"), _people([summary.sender] if summary.sender else [])),
        (translate("Printing", "Đến"), _people(message.to)),
        (translate("Printing", "Đồng gửi"), _people(message.cc)),
        (translate("Printing", "Ngày"), formatting.full_moment(summary.received_at)),
        (translate("Printing", "Tiêu đề"), summary.subject or translate("Printing", "(không có chủ đề)")),
        (translate("Printing", "Tệp kèm"), "; ".join(one.name for one in attachments[:50])),
    ]
    lines = "".join(
        f'<tr><td style="padding-right:12px"><b>{escape(name)}:</b></td><td>{escape(words[:4000])}</td></tr>'
        for name, words in rows
        if words
    )
    return (
        f'<div style="color:#000000;background-color:#ffffff"><p><b>{escape(ministry)}</b></p>'
        f'<table cellspacing="2">{lines}</table><hr/></div>'
    )


def _people(people: Iterable[Person]) -> str:
    known = list(people)
    words = [f"{one.name} <{one.address}>" if one.name != one.address else one.address for one in known[:_MOST_PEOPLE]]
    return "; ".join(words) + (" …" if len(known) > _MOST_PEOPLE else "")


def _paper(body: MailBody) -> QPageLayout:
    margin = _MARGIN_MM if body.is_web else _TEXT_MARGIN_MM
    margins = QMarginsF(margin, margin, margin, margin)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


class _PdfMaking(QObject):
    """Keeps the printer alive until the mail is on it; then hands over the bytes, None if that failed."""

    def __init__(self, body: MailBody, head: str, data_folder: Path, done: Callable[[bytes | None], None]) -> None:
        super().__init__(body)
        from mail import PrivateCopies

        self._done = done
        self._private = PrivateCopies(data_folder)
        self._place = self._private.put("ban-in.pdf", b"")
        self._file = self._place.with_name("xem-truoc.pdf")
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self._printer.setPageLayout(_paper(body))
        self._printer.setCreator("Bàn Công Vụ")
        self._printer.setDocName("Thư")
        self._printer.setOutputFileName(str(self._file))
        body.print_to(self._printer, head, self._printed)

    def _printed(self, ok: bool) -> None:
        content: bytes | None = None
        try:
            if ok:
                content = self._file.read_bytes()
        except OSError:
            content = None
        finally:
            for path in (self._file, self._place):
                self._private.remove(path)
        self._done(content)
        self.deleteLater()


def show_preview(
    tools: PageTools, body: MailBody, message: Message, attachments: Sequence[Attachment], parent: QWidget
) -> None:
    """The dialog comes when its pages are made; nothing printable is told."""
    head = head_html(message, tools.desk.ministry, attachments)

    def show(content: bytes | None) -> None:
        if content is None:
            tools.notices.say(QCoreApplication.translate("Printing", "Không dựng được bản in của thư này."))
        else:
            PrintPreview(tools, body, head, message, content, parent).open()

    try:
        _PdfMaking(body, head, tools.desk.data_folder, show)
    except OSError:
        tools.notices.say(QCoreApplication.translate("Printing", "Không đủ chỗ trên máy để dựng bản in."))


class PrintPreview(QDialog):
    def __init__(
        self, tools: PageTools, body: MailBody, head: str, message: Message, content: bytes, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tools, self._body, self._head, self._message, self._content = tools, body, head, message, content
        self.setWindowTitle(self.tr("Xem trước khi in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = PdfPages()
        self.pages.refresh()
        self.place = QLabel()
        self.pages.moved.connect(
            lambda page, count: self.place.setText(self.tr("Trang {page}/{count}").format(page=page, count=count))
        )
        self.print_button = primary(QPushButton(self.tr("In…")))
        self.print_button.clicked.connect(self._choose_printer)
        self.pdf_button = QPushButton(self.tr("Lưu thành PDF…"))
        self.pdf_button.clicked.connect(self._ask_pdf)
        close = QPushButton(self.tr("Đóng"))
        close.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.place, 1)
        for button in (close, self.pdf_button, self.print_button):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(M), px(M), px(M), px(M))
        layout.addWidget(self.pages, 1)
        layout.addLayout(line)
        self.print_button.setDefault(True)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._choose_printer)
        resize_within_screen(self, px(720), px(820))
        self.pages.show_pdf(content)
        self.print_button.setFocus()

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(_paper(self._body))
        printer.setDocName(self._message.summary.subject[:100])
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._print(printer))
        QDialog.open(dialog)

    def _print(self, printer: QPrinter) -> None:
        """``printer`` lives in the closure until the mail is on it."""

        def done(ok: bool, printer: QPrinter = printer) -> None:
            words = self._tools.notices
            words.say(self.tr("Đã gửi thư tới máy in.") if ok else self.tr("Máy in không nhận thư này."))
            self.accept()

        self.print_button.setEnabled(False)
        self._body.print_to(printer, self._head, done)

    def _ask_pdf(self) -> None:
        from mail import eml_stem

        dialog = QFileDialog(self, self.tr("Lưu thành PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.selectFile(eml_stem(self._message.summary) or "thu")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save_pdf(Path(path)))
        dialog.open()

    def save_pdf(self, path: Path) -> None:
        notices = self._tools.notices
        try:
            path.write_bytes(self._content)
        except OSError:
            notices.say(self.tr("Không ghi được tệp vào chỗ đã chọn. Xin chọn chỗ khác."))
        else:
            notices.say(self.tr("Đã lưu “{name}”.").format(name=path.name))
            self.accept()

    def done(self, result: int) -> None:
        self.pages.close_pdf()
        super().done(result)
