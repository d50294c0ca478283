"""Words of plain text, HTML and RTF, in whatever encoding they were written."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from vietnamese.legacy_encodings import from_tcvn3, from_vni

from .collected import Collected

_COMMON = re.compile(
    r"(?<![^\W_])(?:và|của|các|được|trong|với|cho|không|những|người|nghị|định|về|việc|là|này|để|theo|công|từ|đến|quy"
    r"|thủ|tướng|chính|phủ|bộ|ngày|tháng|năm|số|điều|nhà|nước|ủy|hội|đồng|nhân|dân|kính|gửi|báo|cáo|hà|nội)(?![^\W_])",
    re.IGNORECASE,
)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 20_000


def decoded(content: bytes, declared: str | None = None) -> str:
    """Text of bytes: by their mark, as UTF-8, as declared, else whichever of the Vietnamese encodings reads as
    Vietnamese."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return unicodedata.normalize("NFC", content.decode(name, "replace"))
    if content[:200].count(b"\x00") > len(content[:200]) // 4:
        return content.decode("utf-16-le", "replace")
    try:
        return unlegacied(unicodedata.normalize("NFC", content.decode("utf-8")))
    except UnicodeDecodeError:
        pass
    western = "".join(_WESTERN[byte] for byte in content)
    readings = [_as(content, declared), _as(content, "cp1258"), from_tcvn3(western), from_vni(western)]
    known = [unicodedata.normalize("NFC", reading) for reading in readings if reading is not None]
    best = max(known, key=lambda reading: _vietnamese(reading[:_SAMPLE]), default=western)
    return best if _vietnamese(best[:_SAMPLE]) else known[0] if known else western


def unlegacied(text: str) -> str:
    """Text in the letters of an old font shown as Windows-1252 ("NghÞ ®Þnh") made Vietnamese; any other as it is."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return text
    plain = _vietnamese(sample)
    readings = [(from_tcvn3, _vietnamese(from_tcvn3(sample))), (from_vni, _vietnamese(from_vni(sample)))]
    convert, count = max(readings, key=lambda one: one[1])
    return convert(text) if count > 2 * plain + 3 else text


def _vietnamese(text: str) -> int:
    return len(_COMMON.findall(text))


def _as(content: bytes, name: str | None) -> str | None:
    if not name:
        return None
    try:
        if codecs.lookup(name).name in ("punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"):
            return None
        return content.decode(name, "replace")
    except (LookupError, ValueError, UnicodeError):
        return None


_WESTERN = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


def read_text(content: bytes, collected: Collected) -> None:
    collected.add(decoded(content[: collected.limits.text * 4]))


_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|head|noscript|template)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(
    r"<(?:br|/?p|/?div|/?tr|/?li|/?h[1-6]|/?table|/?td|/?th|hr|/?blockquote|/?pre)\b[^<>]*>", re.IGNORECASE
)
_ANY = re.compile(r"<[^<>]*>")


def read_html(content: bytes, collected: Collected) -> None:
    declared = _CHARSET.search(content[:4096])
    source = decoded(content[: collected.limits.text * 20], declared[1].decode("ascii") if declared else None)
    source = re.sub(r"\s+", " ", _without(_COMMENT, _without(_HIDDEN, source)))
    text = html.unescape(_ANY.sub("", _BLOCK.sub("\n", source))).replace("\xa0", " ")
    collected.add(unlegacied(text))


def _without(pattern: re.Pattern[str], source: str) -> str:
    """Removed as long as there are closing tags: a lazy search to the end for each opening one is quadratic."""
    if pattern is _COMMENT and source.count("-->") * 4 < source.count("<!--"):
        return source
    if pattern is _HIDDEN and source.count("</") * 4 < source.lower().count("<s"):
        return source
    return pattern.sub(" ", source)


# --- RTF --------------------------------------------------------------------------------------------------------------

_RTF = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_RTF_DESTINATIONS = frozenset(
    (b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"datastore", b"listtable", b"rsidtbl",
     b"listoverridetable", b"generator", b"xmlnstbl", b"latentstyles", b"fldinst", b"colorschememapping", b"filetbl")
)  # fmt: skip
_RTF_BREAKS = frozenset((b"par", b"line", b"cell", b"row", b"page", b"sect", b"nestcell"))


def read_rtf(content: bytes, collected: Collected) -> None:
    """One pass; groups in a stack that is no deeper than a document's."""
    fonts: dict[int, bytearray] = {}
    stack: list[tuple[bool, int, int, bool]] = []
    skipping, font, unicode_skip, in_fonts = False, -1, 1, False
    page = "cp1252"
    to_skip = 0
    run = bytearray()

    def flush() -> None:
        if not run:
            return
        name = bytes(fonts.get(font, b"")).strip(b"; ").decode("latin-1").lower()
        text = _as(bytes(run), page) or bytes(run).decode("latin-1")
        if name.startswith((".vn", "vni-")):
            text = "".join(_WESTERN[byte] for byte in run)
            text = from_vni(text) if name.startswith("vni-") else from_tcvn3(text, is_capital_font=name.endswith("h"))
        run.clear()
        collected.add(unicodedata.normalize("NFC", text))

    for found in _RTF.finditer(content):
        word, number, hexed, mark, brace, letters = found.groups()
        if brace == b"{":
            flush()
            if len(stack) < 500:
                stack.append((skipping, font, unicode_skip, in_fonts))
            to_skip = 0
        elif brace == b"}":
            flush()
            if stack:
                skipping, font, unicode_skip, in_fonts = stack.pop()
        elif word is not None:
            value = int(number) if number else 0
            if word == b"fonttbl":
                in_fonts = True
            elif word == b"f":
                flush()
                font = value
                if in_fonts and len(fonts) < 1000:
                    fonts[font] = bytearray()
            elif word in _RTF_DESTINATIONS:
                skipping = True
            elif word == b"ansicpg":
                page = f"cp{value}"
            elif word == b"uc":
                unicode_skip = max(0, min(value, 16))
            elif skipping or in_fonts:
                continue
            elif word in _RTF_BREAKS:
                flush()
                collected.add("\n")
            elif word == b"tab":
                run += b"\t"
            elif word == b"u":
                flush()
                code = value & 0xFFFF
                collected.add(chr(code) if not 0xD800 <= code < 0xE000 else "")
                to_skip = unicode_skip
        elif hexed is not None or letters is not None or mark is not None:
            if mark == b"*":
                skipping = True
                continue
            piece = bytes([int(hexed, 16)]) if hexed else letters or (b"\xa0" if mark == b"~" else mark or b"")
            if mark in (b"-", b"|", b":"):
                continue
            dropped = min(to_skip, len(piece))
            to_skip -= dropped
            piece = piece[dropped:]
            if in_fonts:
                if font in fonts and len(fonts[font]) < 100:
                    fonts[font] += piece
            elif not skipping:
                run += piece
    flush()
