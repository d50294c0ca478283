"""An HTML invitation as text in which every link stands as "words <target>": so a link's words and where it leads are
judged together. One pass, linear for any input, nothing executed or fetched."""

from __future__ import annotations

import html
import re

from .scanning import LONGEST_TEXT

_LONGEST_HTML = 3 * LONGEST_TEXT
_MOST_LINKS = 500
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,30})((?:[^<>\"']|\"[^\"]{0,8000}\"|'[^']{0,8000}')*)>")
_LOOSE_TAG = re.compile(r"</?[a-zA-Z!?][^<>]{0,4000}>")
_HREF = re.compile(r"(?:^|\s)href\s*=\s*(?:\"([^\"]{0,8000})\"|'([^']{0,8000})'|([^\s>\"']{1,8000}))", re.IGNORECASE)
_HIDDEN = frozenset({"script", "style", "title", "head", "template", "noscript", "textarea", "xml"})
# fmt: off
_INLINE = frozenset({
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "big", "sub", "sup", "code", "o:p", "abbr",
    "mark", "wbr", "img", "label",
})
# fmt: on
_SOURCE = re.compile(r"<(?:a|p|br|div|span|html|body|table|td|tr|b|font|li|ul|ol)\b[^<>]{0,2000}>", re.IGNORECASE)
_SHOWN = re.compile(
    r"(?:https?://|(?<![\w@/.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,10}(?:/|$))[^\s<>]{0,2000}", re.IGNORECASE
)
_TARGET = re.compile(
    r"(?!(?:mailto|tel|javascript|vbscript|data|file|cid|about):)[a-z][a-z0-9+.-]{1,20}:[^<>\s]+", re.IGNORECASE
)


def is_html(text: str) -> bool:
    return "<" in text and _SOURCE.search(text[:_LONGEST_HTML]) is not None


def text_of_html(source: str) -> str:
    source = source[:_LONGEST_HTML]
    lower = source.lower()
    out: list[str] = []
    target: str | None = None
    link_from = links = place = 0
    while True:
        opened = source.find("<", place)
        if opened < 0:
            out.append(_words(source[place:]))
            break
        out.append(_words(source[place:opened]))
        if source.startswith("<!--", opened):
            closed = source.find("-->", opened)
            if closed < 0:
                break
            place = closed + 3
            continue
        tag = _TAG.match(source, opened) or _LOOSE_TAG.match(source, opened)
        if tag is None:
            out.append("<")
            place = opened + 1
            continue
        place = tag.end()
        if tag.re is _LOOSE_TAG:
            continue
        is_end, name = bool(tag[1]), tag[2].lower()
        if name == "a":
            if target is not None:
                out[link_from:] = [_link("".join(out[link_from:]), target)]
                target = None
            if not is_end and links < _MOST_LINKS and (found := _HREF.search(tag[3])) is not None:
                links += 1
                written = next(part for part in found.groups() if part is not None)
                target, link_from = re.sub(r"\s+", "", _unescaped(written)), len(out)
        elif name in _HIDDEN and not is_end:
            closed = lower.find(f"</{name}", place)
            if closed < 0:
                break
            place = closed
        elif name not in _INLINE:
            out.append("\t" if name in ("td", "th") else "\n")
    if target is not None:
        out[link_from:] = [_link("".join(out[link_from:]), target)]
    return "".join(out)


def _link(words: str, target: str) -> str:
    """``words <target>``; an address among the words stands directly before the target, as its label."""
    words = words.strip()
    if not _TARGET.fullmatch(target):
        return f" {_SHOWN.sub(' ', words)} "  # its words may show an address, which is not where it leads
    shown = _SHOWN.search(words[:4_000])
    if shown is None:
        return f" {words} <{target}> "
    label = shown[0] if "://" in shown[0] else f"https://{shown[0]}"
    return f" {_SHOWN.sub(' ', words)} {label}<{target}> "


def _words(text: str) -> str:
    return _unescaped(re.sub(r"[\n\t ]+", " ", text)) if text else ""


def _unescaped(text: str) -> str:
    """Long numeric entities are no letters; Python refuses to count beyond 4,300 digits."""
    return html.unescape(re.sub(r"&#[xX]?[0-9a-fA-F]{9,};?", "", text)) if "&" in text else text
