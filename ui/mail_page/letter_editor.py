"""The sheet a letter is written on: rich text in the official font, pictures that travel in the letter, clean pastes.

It shows nothing but what is in the letter and fetches nothing. Used by the composer; the buttons over it are
`format_bar`.
"""

from __future__ import annotations

import base64
import binascii
import re
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextListFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from mail import NewAttachment
from ui.style import LIGHT, palette, px
from ui.widgets.composing import KeepsComposing

from .draft_fields import local_files

_WIDEST_PICTURE = 600
"""Pixels at which a picture is first shown; the file goes out as it is."""
_MOST_PIXELS = 60_000_000
_DATA_PICTURE = re.compile(
    r"""src\s*=\s*(["'])data:(image/(?:png|jpe?g|gif|webp|bmp));base64,([^"']{1,20000000})\1""", re.I
)
_LONGEST_PASTE = 1_000_000


class LetterEditor(KeepsComposing, QTextEdit):
    files_dropped = Signal(list)
    """Paths, to be attached."""
    pictures_refused = Signal()
    """A picture could not be read, or is too large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[str, NewAttachment] = {}
        self._images: dict[str, QImage] = {}
        self.setAcceptRichText(True)
        self.setTabChangesFocus(False)
        self.setTabStopDistance(px(36))
        self.document().setDocumentMargin(px(18))
        self.setPalette(palette(LIGHT))  # a letter is paper, also at night: colours are chosen for the reader's page
        self.viewport().setPalette(palette(LIGHT))
        self.setAccessibleName(self.tr("Nội dung thư"))

    # --- the letter as values ---

    def set_official_font(self, family: str, size: int) -> None:
        font = QFont(family, size)
        font.setStyleHint(QFont.StyleHint.Serif)
        self.document().setDefaultFont(font)

    def show_letter(self, fragment: str, pictures: Iterable[NewAttachment]) -> None:
        """``fragment`` comes from `mail.clean_outgoing`."""
        self.hold(pictures)
        self.setHtml(fragment)
        self.document().setModified(False)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def hold(self, pictures: Iterable[NewAttachment]) -> None:
        """These may stand in the letter."""
        for one in pictures:
            if one.content_id:
                self._pictures[one.content_id] = one

    def fragment(self) -> str:
        """What she wrote, clean; "" when there is nothing."""
        from mail import clean_outgoing

        if self.document().isEmpty():
            return ""
        return clean_outgoing(self.toHtml(), self._pictures)

    def plain_text(self) -> str:
        """The same as text: list items with their marks, cells of a row on one line."""
        lines: list[str] = []
        block = self.document().begin()
        row: tuple[int, int] | None = None
        while block.isValid():
            text = block.text().replace("\ufffc", "").replace("\u2028", "\n").replace("\xa0", " ")
            if (items := block.textList()) is not None:
                mark = items.itemText(block) if items.format().style() == QTextListFormat.Style.ListDecimal else "-"
                text = f"{'  ' * (items.format().indent() - 1)}{mark if mark.strip('•◦▪') else '-'} {text}"
            place = _row_of(block)
            if place is not None and place == row:
                lines[-1] += f"\t{text}"
            else:
                lines.append(text)
            row = place
            block = block.next()
        return "\n".join(lines).rstrip()

    def pictures_used(self) -> list[NewAttachment]:
        from mail import pictures_in

        return [self._pictures[one] for one in pictures_in(self.fragment()) if one in self._pictures]

    # --- pictures ---

    def insert_picture(self, name: str, media_type: str, content: bytes) -> bool:
        """Into the text where the cursor stands. False: it is no picture, or too large."""
        picture = self.take_picture(name, media_type, content)
        if picture is None or picture.content_id is None:
            self.pictures_refused.emit()
            return False
        form = QTextImageFormat()
        form.setName(f"cid:{picture.content_id}")
        form.setProperty(QTextFormat.Property.ImageAltText, name)
        image = self._image(picture.content_id)
        if image.width() > _WIDEST_PICTURE:
            form.setWidth(_WIDEST_PICTURE)
            form.setHeight(round(image.height() * _WIDEST_PICTURE / image.width()))
        self.textCursor().insertImage(form)
        self.ensureCursorVisible()
        return True

    def take_picture(self, name: str, media_type: str, content: bytes) -> NewAttachment | None:
        if not media_type.startswith("image/") or _read_image(content).isNull():
            return None
        picture = NewAttachment(name, media_type, content, content_id=f"{uuid.uuid4().hex}@thu")
        self._pictures[picture.content_id or ""] = picture
        return picture

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only the letter's own pictures; nothing is looked for anywhere else."""
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return None
        address = name if isinstance(name, str) else name.toString(QUrl.ComponentFormattingOption.FullyDecoded)
        return self._image(address.removeprefix("cid:")) if address.startswith("cid:") else None

    def _image(self, content_id: str) -> QImage:
        if content_id not in self._images:
            picture = self._pictures.get(content_id)
            self._images[content_id] = _read_image(picture.content) if picture is not None else QImage()
        return self._images[content_id]

    # --- paste and drop ---

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (
            source.hasImage() or source.hasHtml() or bool(local_files(source)) or super().canInsertFromMimeData(source)
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Files are attached, a bare picture stands in the text, HTML comes in clean and in the letter's own font."""
        if files := local_files(source):
            self.files_dropped.emit(files)
        elif source.hasHtml():
            self.insert_html(source.html(), own_fonts=False)
        elif source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.insert_picture(self.tr("anh-dan.png"), "image/png", _as_png(image))
        elif source.hasText():
            self.textCursor().insertText(source.text()[:_LONGEST_PASTE])
            self.ensureCursorVisible()

    def paste_plain(self) -> None:
        """What the clipboard has as text, without any dress."""
        from PySide6.QtGui import QGuiApplication

        text = QGuiApplication.clipboard().text()[:_LONGEST_PASTE]
        if text:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def insert_html(self, source: str, *, own_fonts: bool = True) -> None:
        """Cleaned; pictures that stand in it as data become the letter's own."""
        from mail import clean_outgoing

        source = _DATA_PICTURE.sub(self._adopt_data_picture, source[: 4 * _LONGEST_PASTE])
        cleaned = clean_outgoing(source, self._pictures, own_fonts=own_fonts)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertHtml(cleaned)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _adopt_data_picture(self, match: re.Match[str]) -> str:
        try:
            content = base64.b64decode(match[3])
        except (binascii.Error, ValueError):
            return 'src=""'
        picture = self.take_picture(self.tr("anh-dan.png"), match[2].lower(), content)
        return f'src="cid:{picture.content_id}"' if picture is not None else 'src=""'

    # --- typing ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if step is not None and self._next_cell(step):
            return
        if event.key() == Qt.Key.Key_Backtab:
            self.focusPreviousChild()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def _next_cell(self, step: int) -> bool:
        """In a table, Tab goes from cell to cell; False outside of one, and at its ends."""
        cursor = self.textCursor()
        table = cursor.currentTable()
        if table is None:
            return False
        cell = table.cellAt(cursor)
        place = cell.row() * table.columns() + cell.column() + step
        if not 0 <= place < table.rows() * table.columns():
            return False
        self.setTextCursor(table.cellAt(*divmod(place, table.columns())).firstCursorPosition())
        return True


def picture_file(path: Path) -> tuple[str, str, bytes] | None:
    """(name, media type, content) of a picture's file; None if it is none. On a worker."""
    import mimetypes

    media_type = mimetypes.guess_type(path.name)[0] or ""
    try:
        return (path.name, media_type, path.read_bytes()) if media_type.startswith("image/") else None
    except OSError:
        return None


def _row_of(block: QTextBlock) -> tuple[int, int] | None:
    """Which row of which table a paragraph stands in; None outside of tables."""
    table = QTextCursor(block).currentTable()
    return (table.firstPosition(), table.cellAt(block.position()).row()) if table is not None else None


def _read_image(content: bytes) -> QImage:
    """Null for what is no picture, and for one whose size would fill the memory."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = QSizeF(reader.size())
    if size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    return reader.read()


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
