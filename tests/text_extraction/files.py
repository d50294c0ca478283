"""Files for the tests, written by hand so that they do not depend on the code under test."""

from __future__ import annotations

import io
import struct
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_zip(entries: dict[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def a_docx(*paragraphs: str, header: str = "", font: str = "", before: str = "") -> bytes:
    def words(text: str) -> str:
        fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
        return f"<w:p><w:r>{fonts}<w:t>{text}</w:t></w:r></w:p>"

    body = "".join(words(text) for text in paragraphs)
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<?xml version='1.0'?>{before}<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    if header:
        entries["word/header1.xml"] = f"<w:hdr {W}>{words(header)}</w:hdr>"
    return a_zip(entries)


def a_xlsx(shared: list[str], numbers: list[str]) -> bytes:
    strings = "".join(f"<si><r><t>{text}</t></r><rPh><t>phonetic</t></rPh></si>" for text in shared)
    cells = "".join(f'<c t="s"><v>{place}</v></c>' for place in range(len(shared)))
    cells += "".join(f"<c><f>SUM(A1)</f><v>{number}</v></c>" for number in numbers)
    cells += '<c t="inlineStr"><is><t>tại chỗ</t></is></c>'
    return a_zip(
        {
            "xl/workbook.xml": '<workbook><sheets><sheet name="Quý III"/></sheets></workbook>',
            "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>",
        }
    )


def a_pptx(*slides: str) -> bytes:
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    slide = "<p:sld xmlns:p='x' {a}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>"
    return a_zip(
        {"ppt/presentation.xml": "<x/>"}
        | {f"ppt/slides/slide{place}.xml": slide.format(a=a, text=text) for place, text in enumerate(slides, 1)}
    )


def an_odt(*paragraphs: str, header: str = "") -> bytes:
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:o="x"'
    body = "".join(f"<text:p>{text}<text:s text:c='2'/><text:span>!</text:span></text:p>" for text in paragraphs)
    return a_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<o:document {names}><o:style>no</o:style>{body}</o:document>",
            "styles.xml": f"<o:styles {names}><text:p>{header}</text:p></o:styles>",
        }
    )


def a_pdf(text: str) -> bytes:
    """One page with a line of ASCII; no text makes an empty page, as a scan has."""
    stream = f"BT /F1 24 Tf 72 700 Td ({text}) Tj ET".encode() if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def a_doc(wide: str, narrow: str = "", *, is_encrypted: bool = False) -> bytes:
    """Word 97: a compound file with two streams; one piece of UTF-16 and, if given, one of Windows-1252."""
    texts = [wide.encode("utf-16-le"), narrow.encode("cp1252", "replace")]
    places = [0x200, (0x200 + len(texts[0])) | 1]
    body = texts[0].ljust(places[1] - 0x200, b"\0") + texts[1]
    document = bytearray(0x200) + body
    document = document.ljust(4096 + (-len(document) % 512), b"\0") if len(document) < 4096 else document
    struct.pack_into("<H", document, 0, 0xA5EC)
    struct.pack_into("<H", document, 10, 0x0200 | (0x0100 if is_encrypted else 0))
    ends = [0, len(wide), len(wide) + len(narrow)]
    plc = struct.pack("<3I", *ends)
    plc += struct.pack("<HIH", 0, places[0], 0) + struct.pack("<HIH", 0, places[1] * 2 | 0x40000000, 0)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", document, 0x01A2, 0, len(clx))
    streams = [("WordDocument", bytes(document)), ("1Table", clx.ljust(4096, b"\0"))]
    fat, sectors, entries = [0xFFFFFFFD, 0xFFFFFFFE], b"", _entry("Root Entry", 5, 0xFFFFFFFE, 0)
    for name, content in streams:
        entries += _entry(name, 2, len(fat), len(content))
        count = -(-len(content) // 512)
        fat += [*range(len(fat) + 1, len(fat) + count), 0xFFFFFFFE]
        sectors += content.ljust(count * 512, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + b"\xff" * 4 * 108
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    return head.ljust(512, b"\xff") + table + entries.ljust(512, b"\0") + sectors


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, kind, 1)
    return head.ljust(116, b"\0") + struct.pack("<IQ", first, size)
