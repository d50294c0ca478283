"""A small PDF with Vietnamese text: A4, the letters embedded (a subset of Noto Serif, see letters/OFL.txt), and a
ToUnicode map so that the text can be copied and searched."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from .document_text import document_lines

_LETTERS = Path(__file__).parent / "letters"
_SIZE, _LEADING, _LEFT, _TOP, _WIDTH = 12, 18, 72, 770, 451
_LINES_A_PAGE = 38


class Glyph(NamedTuple):
    number: int
    width: int


def make_pdf(title: str) -> bytes:
    lines = [line for paragraph in document_lines(title) for line in _wrapped(paragraph)]
    pages = [lines[start : start + _LINES_A_PAGE] for start in range(0, len(lines), _LINES_A_PAGE)]
    kids = " ".join(f"{9 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+NotoSerif /Encoding /Identity-H /DescendantFonts [4 0 R]"
        b" /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+NotoSerif /CIDToGIDMap /Identity /DW 600"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R"
        b" /W [%s] >>" % _widths(),
        b"<< /Type /FontDescriptor /FontName /AAAAAA+NotoSerif /Flags 6 /FontBBox [-212 -250 1306 1058] /ItalicAngle 0"
        b" /Ascent 1069 /Descent -293 /CapHeight 714 /StemV 80 /FontFile2 6 0 R >>",
        _font_file(),
        _to_unicode(),
        b"<< /Producer (Van phong Bo) >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {10 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(_page_content(page)))
    return _assembled(objects)


@cache
def _glyphs() -> dict[str, Glyph]:
    rows = (line.split("\t") for line in (_LETTERS / "glyphs.tsv").read_text("ascii").splitlines())
    return {chr(int(code, 16)): Glyph(int(number), int(width)) for code, number, width in rows}


@lru_cache(512)
def _wrapped(paragraph: str) -> tuple[str, ...]:
    lines, line, used = [], "", 0.0
    for word in paragraph.split():
        width = sum(_glyph(letter).width for letter in f" {word}") * _SIZE / 1000
        if line and used + width > _WIDTH:
            lines.append(line)
            line, used = "", 0.0
        line, used = f"{line} {word}".strip(), used + width
    return (*lines, line)


def _glyph(letter: str) -> Glyph:
    return _glyphs().get(letter) or _glyphs()["?"]


@cache
def _widths() -> bytes:
    return " ".join(f"{glyph.number} [{glyph.width}]" for glyph in _glyphs().values()).encode()


@cache
def _font_file() -> bytes:
    font = (_LETTERS / "noto_serif_vietnamese.ttf").read_bytes()
    packed = zlib.compress(font, 6)
    return b"<< /Length %d /Length1 %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (
        len(packed),
        len(font),
        packed,
    )


@cache
def _to_unicode() -> bytes:
    pairs = [
        f"<{glyph.number:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, glyph in _glyphs().items()
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return _stream(
        (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n"
            "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        ).encode()
    )


def _page_content(lines: list[str]) -> bytes:
    return (f"BT /F1 {_SIZE} Tf {_LEADING} TL {_LEFT} {_TOP} Td\n" + "\n".join(map(_shown, lines)) + "\nET").encode()


@lru_cache(1024)
def _shown(line: str) -> str:
    return f"<{''.join(f'{_glyph(letter).number:04x}' for letter in line)}> Tj T*"


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _assembled(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 8 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)
