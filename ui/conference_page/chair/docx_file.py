"""A QTextDocument as a Word file (ECMA-376, WordprocessingML): paragraphs with alignment, indent and lists, bold,
italic and underlined runs, tables. Written with the standard library; what minutes have, and no more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextFrame, QTextListFormat, QTextTable

FONT = "Times New Roman"
_SIZE = 26
"""Half points: 13, as Decree 30/2020 asks."""
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault>'
    f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/><w:sz w:val="{_SIZE}"/>'
    f'<w:szCs w:val="{_SIZE}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
)
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)


def docx_bytes(document: QTextDocument) -> bytes:
    body = "".join(_content(document.rootFrame()))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_MAIN}"><w:body>'
        f"{body}{_SECTION}</w:body></w:document>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", target="word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", _RELATIONS.format(kind="styles", target="styles.xml"))
        archive.writestr("word/styles.xml", _STYLES)
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


def _content(frame: QTextFrame, table: QTextTable | None = None) -> Iterator[str]:
    """Blocks and tables of a frame, in order."""
    iterator = frame.begin()
    while not iterator.atEnd():
        child = iterator.currentFrame()
        if isinstance(child, QTextTable):
            yield _table(child)
        elif child is not None:
            yield from _content(child)
        elif iterator.currentBlock().isValid():
            yield _paragraph(iterator.currentBlock())
        iterator += 1


def _table(table: QTextTable) -> str:
    rows = []
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if cell.column() != column or cell.row() != row:
                continue  # a part of one that spans
            paragraphs, iterator = [], cell.begin()
            while not iterator.atEnd():
                inner = iterator.currentFrame()
                if isinstance(inner, QTextTable):
                    paragraphs.append(_table(inner))
                elif iterator.currentBlock().isValid():
                    paragraphs.append(_paragraph(iterator.currentBlock()))
                iterator += 1
            span = f'<w:gridSpan w:val="{cell.columnSpan()}"/>' if cell.columnSpan() > 1 else ""
            cells.append(f"<w:tc><w:tcPr>{span}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{9350 // max(1, table.columns())}"/>' for _ in range(table.columns()))
    border = _borders() if table.format().border() > 0 else ""
    look = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/>{border}</w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>"


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "<w:tblBorders>" + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides) + "</w:tblBorders>"


def _paragraph(block: QTextBlock) -> str:
    form = block.blockFormat()
    alignment = form.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
    side = {
        Qt.AlignmentFlag.AlignHCenter: "center",
        Qt.AlignmentFlag.AlignRight: "right",
        Qt.AlignmentFlag.AlignJustify: "both",
    }.get(alignment, "left")
    mark = ""
    items = block.textList()
    if items is not None:
        number = items.itemText(block)
        style = items.format().style()
        mark = number if style not in (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle) else "-"
    indent = form.indent() + (items.format().indent() if items is not None else 0)
    left = f'<w:ind w:left="{indent * 425}"/>' if indent else ""
    properties = f'<w:pPr><w:spacing w:before="0" w:after="120"/>{left}<w:jc w:val="{side}"/></w:pPr>'
    runs = [f'<w:r><w:t xml:space="preserve">{escape(mark)} </w:t></w:r>'] if mark else []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.isValid():
            runs.append(_run(fragment.text(), fragment.charFormat()))
        iterator += 1
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def _run(text: str, form: QTextCharFormat) -> str:
    look = "".join(
        tag
        for tag, is_on in (
            ("<w:b/>", form.fontWeight() >= 600),
            ("<w:i/>", form.fontItalic()),
            ("<w:strike/>", form.fontStrikeOut()),
            ('<w:u w:val="single"/>', form.fontUnderline()),
        )
        if is_on
    )
    clean = "".join(letter for letter in text.replace("\ufffc", "") if letter in "\t\u2028\n" or letter >= " ")
    lines = clean.replace("\u2028", "\n").split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r><w:rPr>{look}</w:rPr>{words}</w:r>"
