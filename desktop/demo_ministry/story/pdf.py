"""A small PDF with Vietnamese text: letters by glyph name in a font of the reader's, and a ToUnicode map so that
the text can be copied and searched."""

from __future__ import annotations

import textwrap

from .document_text import document_lines

_LINES_A_PAGE = 46
_MOST_PAGES = 5


def make_pdf(title: str) -> bytes:
    lines: list[str] = []
    for line in document_lines(title):
        lines.extend(textwrap.wrap(line, 88) or [""])
    lines = lines[: _LINES_A_PAGE * _MOST_PAGES]
    codes = _codes("".join(lines))
    pages = [lines[start : start + _LINES_A_PAGE] for start in range(0, len(lines), _LINES_A_PAGE)]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _font(codes),
        _stream(_to_unicode(codes)),
        b"<< /Producer (Van phong Bo) >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(_page_content(page, codes)))
    return _assembled(objects)


def _codes(text: str) -> dict[str, int]:
    """A byte for each letter: ASCII its own, the rest from 128 on (at most 127 of them; beyond that, "?")."""
    others = sorted({letter for letter in text if ord(letter) > 126})
    return {chr(code): code for code in range(32, 127)} | dict(zip(others, range(128, 255), strict=False))


def _font(codes: dict[str, int]) -> bytes:
    names = " ".join(f"/uni{ord(letter):04X}" for letter, code in codes.items() if code > 127)
    widths = " ".join(["540"] * 224)
    return (
        "<< /Type /Font /Subtype /TrueType /BaseFont /TimesNewRoman /FirstChar 32 /LastChar 255"
        f" /Widths [{widths}] /ToUnicode 4 0 R /FontDescriptor << /Type /FontDescriptor /FontName /TimesNewRoman"
        " /Flags 32 /FontBBox [-200 -220 1000 900] /ItalicAngle 0 /Ascent 890 /Descent -216 /CapHeight 660 /StemV 80 >>"
        f" /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 {names}] >> >>"
    ).encode()


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = [f"<{code:02X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, code in codes.items()]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()


def _page_content(lines: list[str], codes: dict[str, int]) -> bytes:
    shown = [f"<{bytes(codes.get(letter, 63) for letter in line).hex()}> Tj T*" for line in lines]
    return ("BT /F1 11 Tf 16 TL 62 780 Td\n" + "\n".join(shown) + "\nET").encode()


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
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)
