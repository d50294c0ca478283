"""The files in the story's mails: real PDF, DOCX, PNG, CSV and ZIP, each made from its title."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from xml.sax.saxutils import escape

from ..mailbox.letter import AttachedFile
from .document_text import document_lines
from .pdf import make_pdf

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make_file(kind: str, name: str, title: str) -> AttachedFile:
    """``kind``: pdf, docx, png, csv, zip. The same title gives the same bytes."""
    make, media_type = _KINDS[kind]
    return AttachedFile(name, media_type, make(title))


def make_docx(title: str) -> bytes:
    lines = document_lines(title)
    paragraphs = "".join(_docx_paragraph(line, is_bold=number < 5) for number, line in enumerate(lines))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return _zipped(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_DOCX}.main+xml"/></Types>',
            "_rels/.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'{head}<w:document xmlns:w="{_W}"><w:body>{paragraphs}</w:body></w:document>',
        }
    )


def _docx_paragraph(line: str, *, is_bold: bool) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f'<w:p><w:r>{bold}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'


def make_csv(title: str) -> bytes:
    """A table of the provinces' figures, with the mark by which Excel knows UTF-8."""
    rows = [title, "TT,Huyện/thành phố,Lao động có việc làm mới,Tỷ lệ đúng hạn (%)"]
    for number, place in enumerate(_DISTRICTS, 1):
        figure = sha256(f"{title}{place}".encode()).digest()
        rows.append(f"{number},{place},{400 + int.from_bytes(figure[:2], 'big') % 2600},{82 + figure[2] % 18}")
    return "\ufeff".encode() + "\r\n".join(rows).encode() + b"\r\n"


def make_zip(title: str) -> bytes:
    return _zipped({f"{title}.docx": make_docx(title), "Phụ lục số liệu.csv": make_csv(title)})


def make_png(title: str) -> bytes:
    """A bar chart, 480 × 240."""
    width, height = 480, 240
    bars = [40 + byte % 160 for byte in sha256(title.encode()).digest()[:12]]
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(0, width, 8):
            bar, inside = divmod(x - 24, 36)
            is_bar = x >= 24 and 0 <= bar < len(bars) and inside < 24 and height - 20 - bars[bar] <= y < height - 20
            colour = b"\x1f\x5f\x99" if is_bar else b"\x88\x88\x88" if y == height - 20 else b"\xff\xff\xff"
            rows += colour * 8
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (
        _png_chunk(b"IHDR", header),
        _png_chunk(b"IDAT", zlib.compress(bytes(rows), 6)),
        _png_chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


_DISTRICTS = (
    "Thành phố Hải Hà",
    "Thị xã Vân Đồn Nam",
    "Huyện Đông Sơn",
    "Huyện Tiên Lữ Bắc",
    "Huyện Thanh Khê",
    "Huyện Yên Mỹ Hạ",
    "Huyện Bình Lộc",
    "Huyện Phú Cường",
)
_KINDS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "pdf": (make_pdf, "application/pdf"),
    "docx": (make_docx, _DOCX),
    "png": (make_png, "image/png"),
    "csv": (make_csv, "text/csv"),
    "zip": (make_zip, "application/zip"),
}


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _zipped(files: dict[str, str] | dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
