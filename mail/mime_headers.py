"""MIME header values made readable whatever their sender did to them: encoded words, charsets, addresses, parameters.

Written for `mail.mime_tree` and `mail.reading` because `email.policy.default` raises on hostile headers (KeyError,
AttributeError on address groups); every function here answers something for any input and takes linear time.
"""

from __future__ import annotations

import binascii
import codecs
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from .model import Person

MAX_HEADER = 200_000
"""Characters of one header that are looked at."""
MAX_PEOPLE = 2_000

_ENCODED_WORD = re.compile(r"=\?([A-Za-z0-9_.:+-]{1,40})(?:\*[A-Za-z-]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_QUADRATIC_OR_NOT_TEXT = frozenset(
    {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "unicode-escape"}
)


def decode_bytes(content: bytes, charset: str | None) -> str:
    """Text of ``content``: by its declared charset if that holds, else UTF-8, else Vietnamese Windows. No errors."""
    for name in (_known_charset(charset), "utf-8", "windows-1258"):
        if name is None or (name == "ascii" and not content.isascii()):
            continue
        try:
            return unicodedata.normalize("NFC", content.decode(name))
        except (UnicodeError, LookupError, ValueError):
            continue
    fallback = _known_charset(charset)
    return unicodedata.normalize(
        "NFC", content.decode(fallback if fallback not in (None, "ascii") else "utf-8", "replace")
    )


def _known_charset(charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    # Python's punycode and idna decoders take quadratic time; the escapes are no charsets of mail.
    return None if name in _QUADRATIC_OR_NOT_TEXT else name


def raw_text(value: str) -> str:
    """A header value as the parser kept it (undecoded bytes as surrogates), as text; folding undone."""
    value = value[:MAX_HEADER]
    if not value.isascii():
        value = decode_bytes(value.encode("utf-8", "surrogateescape"), None)
    return value.replace("\r\n", "").replace("\n", "").replace("\r", "")


def decode_words(value: str) -> str:
    """RFC 2047 encoded words decoded. Bytes of neighbours with one charset are joined before decoding: many mailers cut
    in the middle of a UTF-8 letter."""
    text = raw_text(value)
    out: list[str] = []
    pending = b""
    pending_charset = ""
    end = 0
    for match in _ENCODED_WORD.finditer(text):
        between = text[end : match.start()]
        charset = match[1].lower()
        content = _word_bytes(match[2], match[3])
        if pending and (between.strip() or charset != pending_charset):
            out.append(decode_bytes(pending, pending_charset))
            pending = b""
        if between.strip() or end == 0:
            out.append(between)
        pending += content
        pending_charset = charset
        end = match.end()
    if pending:
        out.append(decode_bytes(pending, pending_charset))
    out.append(text[end:])
    return without_controls("".join(out)).strip()


def without_controls(text: str) -> str:
    """Control characters and the ones that turn the writing direction (used to disguise names) taken out."""
    return _CONTROLS.sub("", text.replace("\t", " "))


def _word_bytes(encoding: str, content: str) -> bytes:
    raw = content.encode("utf-8", "surrogateescape")
    try:
        if encoding in "qQ":
            return binascii.a2b_qp(raw.replace(b" ", b"_"), header=True)
        return lenient_base64(raw)
    except (binascii.Error, ValueError):
        return raw


_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def lenient_base64(content: bytes) -> bytes:
    """Base64 as found in the wild: wrong padding, foreign characters, several encodings one after the other.

    (`binascii` alone stops at the first padding and refuses a single left-over character.)
    """
    stripped = content.rstrip(b"= \t\r\n")
    if b"=" not in stripped:
        try:
            return binascii.a2b_base64(stripped + b"==")
        except (binascii.Error, ValueError):
            pass
    decoded = []
    for piece in re.split(rb"=+", stripped):
        clean = _NOT_BASE64.sub(b"", piece)
        if len(clean) % 4 == 1:
            clean = clean[:-1]
        decoded.append(binascii.a2b_base64(clean + b"=="))
    return b"".join(decoded)


def people(value: str) -> tuple[Person, ...]:
    """Everybody an address header names; groups are opened, nonsense is left out."""
    found: list[Person] = []
    for name, address in _mailboxes(raw_text(value)):
        address = without_controls(address).strip()
        name = decode_words(name).strip().strip("'") if name else ""
        if address or name:
            found.append(Person(name=name or address, address=address))
        if len(found) >= MAX_PEOPLE:
            break
    return tuple(found)


_QUOTED = r'"((?:[^"\\]|\\.){0,500})"|'
_REST = (
    r"(=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=)"  # an encoded word, which may hold commas
    r"|<([^<>]*)>"  # an address in brackets
    r"|([,;:()])"
    r'|([^"<>,;:()=\s]+|=|[<>"]|\s+)'
)
_TOKEN = re.compile(_QUOTED + _REST, re.DOTALL)
_TOKEN_AFTER_OPEN_QUOTE = re.compile("()(?!)|" + _REST, re.DOTALL)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Once a quotation mark is found that nothing closes, no further ones are tried: that would take quadratic time."""
    pattern, position = _TOKEN, 0
    while match := pattern.match(text, position):
        if match[0] == '"':
            pattern = _TOKEN_AFTER_OPEN_QUOTE
        yield match
        position = match.end()


def _mailboxes(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    words: list[str] = []
    address: str | None = None
    comment = 0
    comment_text: list[str] = []

    def finish() -> None:
        nonlocal address
        phrase = "".join(words).strip().strip('<>"').strip()
        if address is None and "@" in phrase and " " not in phrase:
            address, phrase = phrase, "".join(comment_text).strip()
        if address is not None or phrase:
            found.append((phrase, (address or "").strip()))
        words.clear()
        comment_text.clear()
        address = None

    for match in _tokens(text):
        quoted, encoded, bracketed, mark, other = match.groups()
        if comment:
            comment += (mark == "(") - (mark == ")")
            if comment:
                comment_text.append(match[0])
        elif mark == "(":
            comment = 1
        elif mark in (",", ";"):
            finish()
        elif mark == ":":
            words.clear()  # the name of a group
        elif quoted is not None:
            words.append(re.sub(r"\\(.)", r"\1", quoted))
        elif bracketed is not None:
            address = bracketed
        elif mark is None:
            words.append(encoded or other or "")
    finish()
    return found


_PARAMETER = re.compile(r';\s*([A-Za-z0-9*_.-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|([^;\s]*))', re.DOTALL)


def main_value(value: str) -> str:
    """``multipart/mixed`` of ``Multipart/Mixed; boundary=x``."""
    return raw_text(value).split(";", 1)[0].strip().lower()


def parameters(value: str) -> dict[str, str]:
    """Parameters of a Content-Type or Content-Disposition, RFC 2231 (continued, with charset) and RFC 2047 undone."""
    plain: dict[str, str] = {}
    continued: dict[str, dict[int, tuple[str, bool]]] = {}
    for match in _PARAMETER.finditer(raw_text(value)):
        name = match[1].lower()
        content = re.sub(r"\\(.)", r"\1", match[2]) if match[2] is not None else match[3]
        base, star, rest = name.partition("*")
        if not star:
            plain.setdefault(base, decode_words(content))
            continue
        number = rest.rstrip("*")
        index = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
        continued.setdefault(base, {}).setdefault(index, (content, rest.endswith("*") or rest == ""))
    for base, pieces in continued.items():
        plain[base] = _joined(pieces)  # the RFC 2231 form is the better one where both are given
    return plain


def _joined(pieces: dict[int, tuple[str, bool]]) -> str:
    charset = "utf-8"
    collected = b""
    for position, index in enumerate(sorted(pieces)):
        content, is_extended = pieces[index]
        if is_extended:
            if position == 0 and content.count("'") >= 2:
                charset, _, content = content.split("'", 2)
            collected += unquote_to_bytes(content)
        else:
            collected += content.encode("utf-8", "replace")
    return without_controls(decode_bytes(collected, charset)).strip()
