"""Lays a report out on one A4 page and gives the PDF's bytes. Needs no window: it runs on a worker."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextOption

from .report_html import Report, report_html

_DPI = 300
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Points, the largest that fits is taken. NĐ 30/2020 asks for 13 to 14 in a document's text; tables may be smaller."""
_MARGINS_MM = QMarginsF(20, 15, 15, 15)
_FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos", "Noto Serif", "DejaVu Serif", "serif")


def report_pdf(report: Report) -> bytes:
    """One page, however much was found; should even the smallest letters not fit, the page is scaled."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setCreator("Bàn Công Vụ")
    writer.setTitle(report.conference.title)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _MARGINS_MM, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(layout)
    room = QRectF(0, 0, writer.width(), writer.height())
    document = QTextDocument()
    for points in _SIZES:
        _fill(document, report, points, writer, room)
        if document.size().height() <= room.height():
            break
    painter = QPainter(writer)
    tall = document.size().height()
    if tall > room.height():
        painter.scale(room.height() / tall, room.height() / tall)
    document.drawContents(painter)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _fill(document: QTextDocument, report: Report, points: float, writer: QPdfWriter, room: QRectF) -> None:
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPointSizeF(points)
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setDefaultTextOption(QTextOption())
    between = round(points * _DPI / 72 * 0.35)
    document.setDefaultStyleSheet(f"p {{ margin-top: {between}px; margin-bottom: {between}px; }}")
    document.setHtml(report_html(report, points, padding=points * _DPI / 72 * 0.18))
    document.setTextWidth(room.width())
