"""The minutes out of the desk: a Word or OpenDocument file, a PDF, paper. Only when she asks: these are in plain."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument, QTextDocumentWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from ...mail_page.letter_editor import LetterEditor
from ...page_tools import PageTools

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_MARGINS = QMarginsF(30, 20, 15, 20)
"""Left, top, right, bottom in millimetres: Decree 30/2020, Phụ lục I (30–35, 20–25, 15–20, 20–25)."""


class MinutesFiles(QObject):
    def __init__(self, tools: PageTools, editor: LetterEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._editor, self._window = tools, editor, parent

    def save_as(self, kind: str, name: str) -> None:
        """``kind`` is docx, odt or pdf. Asks where, then writes on a worker."""
        proposed = f"{_NOT_IN_NAMES.sub(' ', name).strip()[:100] or 'Biên bản'}.{kind}"
        dialog = QFileDialog(self._window, self.tr("Xuất biên bản"), proposed)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilter(f"*.{kind}")
        dialog.selectFile(proposed)
        dialog.fileSelected.connect(lambda path: self.write(kind, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, kind: str, path: Path) -> None:
        content = file_bytes(kind, self._editor.document())

        def done(_: int) -> None:
            self._tools.notices.say(self.tr("Đã xuất biên bản: {name}").format(name=path.name))

        self._tools.background.run(self, lambda: path.write_bytes(content), done, self._tools.notices.say_error)

    def print_it(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(_layout())
        dialog = QPrintDialog(printer, self._window)

        def go() -> None:
            _without_page_numbers(self._editor.document(), printer)

        dialog.accepted.connect(go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()


def file_bytes(kind: str, document: QTextDocument) -> bytes:
    """The document as a file of its ``kind``."""
    if kind == "docx":
        from .docx_file import docx_bytes

        return docx_bytes(document)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if kind == "odt":
        QTextDocumentWriter(buffer, b"ODF").write(document)
    else:
        pdf = QPdfWriter(buffer)
        pdf.setPageLayout(_layout())
        _without_page_numbers(document, pdf)
        del pdf
    buffer.close()
    return bytes(content.data())


def _layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter
    )


def _without_page_numbers(document: QTextDocument, device: QPdfWriter | object) -> None:
    """Qt prints a document that was given a page size without margins and numbers of its own."""
    copy = document.clone()
    copy.setDocumentMargin(0)
    copy.documentLayout().setPaintDevice(device)  # type: ignore[arg-type]
    copy.setPageSize(device.pageLayout().paintRectPixels(device.resolution()).size().toSizeF())  # type: ignore[union-attr]
    copy.print_(device)  # type: ignore[arg-type]
