"""HTML mail made safe to show: an allow-list (nh3), nothing remote, no forms, scripts, style sheets.

Used by the mail reader in `ui`, which shows the result on a WHITE page in Qt's rich text: that subset has no gradients
and no background pictures, so colours chosen for them (pale on dark) are checked here and dropped where they could not
be read (`mail.html_colours`).
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import nh3

from .html_colours import readable_colours
from .html_text import html_to_text, is_too_deep
from .remote_addresses import remote_address

MAX_HTML = 2_000_000
MAX_INLINE_IMAGES = 20_000_000
"""Characters of data: addresses in one mail."""

_TAG_NAMES = """
    a abbr address b big blockquote br caption center cite code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6
    hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var
"""
_TAGS = frozenset(_TAG_NAMES.split())
_GONE_WITH_CONTENT = frozenset(("script", "style", "title", "noscript", "template", "object", "svg", "math", "select"))
_LAYOUT = {"align", "valign", "width", "height", "bgcolor", "style", "dir"}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"style", "dir", "align", "title"},
    "a": {"href"},
    # `src`, `background` and `poster` are let through to the filter, which counts and drops what is remote.
    "img": {"src", "srcset", "alt", "width", "height"},
    "table": _LAYOUT | {"border", "cellpadding", "cellspacing", "background"},
    "tr": _LAYOUT | {"background"},
    "td": _LAYOUT | {"colspan", "rowspan", "nowrap", "background"},
    "th": _LAYOUT | {"colspan", "rowspan", "nowrap", "background"},
    "div": _LAYOUT | {"background"},
    "font": {"color", "face", "size"},
    "ol": {"type", "start"},
    "ul": {"type"},
    "hr": {"width", "size", "color"},
    "col": {"width", "span"},
}
_STYLE_NAMES = """
    color background background-color font font-family font-size font-style font-weight text-align text-decoration
    text-indent text-transform vertical-align white-space line-height margin margin-top margin-bottom margin-left
    margin-right padding padding-top padding-bottom padding-left padding-right border border-top border-bottom
    border-left border-right border-color border-style border-width border-collapse width height list-style-type
    display
"""
_STYLES = frozenset(_STYLE_NAMES.split())
_IMAGE_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)
SAFE_IMAGE_TYPES = frozenset(("image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/bmp"))
_LINK = re.compile(r"(?:https?://|mailto:)[^\s]{1,4000}", re.IGNORECASE)
_REMOTE_STYLE = re.compile(r"url\s*\(|@import|image-set|expression\s*\(|\\", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}%?")


@dataclass(frozen=True, slots=True)
class CleanHtml:
    """``blocked_remote`` counts the pictures and backgrounds that would have been fetched from somewhere."""

    html: str
    blocked_remote: int = 0


def clean_html(
    source: str,
    inline_images: Mapping[str, tuple[str, bytes]] | None = None,
    fetched: Mapping[str, tuple[str, bytes]] | None = None,
) -> CleanHtml:
    """``source`` without anything that acts, fetches or hides. ``inline_images`` maps Content-IDs (no brackets) to the
    media type and content of the message's own pictures; they are put into the text as data: addresses. So are those of
    ``fetched``, remote ones she has agreed to, by their `remote_address`."""
    source = source[:MAX_HTML]
    if is_too_deep(source):
        return CleanHtml(f"<pre>{html.escape(html_to_text(source))}</pre>")
    filtering = _Filter(inline_images or {}, fetched or {})
    cleaned = nh3.clean(
        source,
        tags=set(_TAGS),
        clean_content_tags=set(_GONE_WITH_CONTENT),
        attributes=_ATTRIBUTES,
        attribute_filter=filtering.attribute,
        link_rel="noopener noreferrer nofollow",
        url_schemes={"http", "https", "mailto", "cid", "data"},
    )
    return CleanHtml(readable_colours(_without_empty_images(cleaned)), filtering.blocked)


class _Filter:
    """Decides on every attribute; nh3 calls it for those the allow-list lets through."""

    def __init__(self, images: Mapping[str, tuple[str, bytes]], fetched: Mapping[str, tuple[str, bytes]]) -> None:
        self._images, self._fetched = images, fetched
        self._room = MAX_INLINE_IMAGES
        self.blocked = 0

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        if name == "src":
            return self._image(value.strip())
        if name in ("background", "srcset"):
            self.blocked += name == "background"
            return None
        if name == "style":
            return self._style(value)
        if name == "href":
            address = value.strip()
            return address if _LINK.fullmatch(address) else None
        if name in ("width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan", "span", "start"):
            return self._number(name, value.strip())
        return value[:500]

    def _number(self, name: str, value: str) -> str | None:
        match = _NUMBER.match(value)
        if match is None:
            return None
        # A cell over 1,000 columns makes Qt lay out as many.
        most = {"colspan": 100, "rowspan": 1000, "span": 100, "border": 20}.get(name, 4000)
        number = match[0]
        return number if number.endswith("%") else str(min(int(number), most))

    def _image(self, address: str) -> str | None:
        scheme = address[:5].lower()
        found: str | None = None
        if scheme.startswith("cid:"):
            found = self._inline(address[4:])
        elif scheme == "data:":
            found = "".join(address.split()) if _IMAGE_DATA.fullmatch(address) else None
        elif address:
            found = _as_data(self._fetched.get(remote_address(address) or ""))
            self.blocked += found is None
        if found is None or len(found) > self._room:
            return None
        self._room -= len(found)
        return found

    def _inline(self, content_id: str) -> str | None:
        return _as_data(self._images.get(content_id) or self._images.get(unquote(content_id)))

    def _style(self, value: str) -> str | None:
        kept: list[str] = []
        for declaration in _declarations(value[:5_000]):
            name, colon, content = declaration.partition(":")
            name, content = name.strip().lower(), content.strip()
            if not colon or not content:
                continue
            if name == "mso-hide" and content.lower().startswith("all"):
                kept.append("display:none")
            if name.startswith(("background", "list-style", "border-image")) and re.search(r"url\s*\(", content, re.I):
                self.blocked += not re.search(r"url\s*\(\s*['\"]?\s*(?:data:|cid:)", content, re.I)
                content = re.sub(r"url\s*\([^)]*\)?", " ", content, flags=re.I).strip()
            if name not in _STYLES or not content or _REMOTE_STYLE.search(content):
                continue
            if name == "display" and content.lower().split("!")[0].strip() != "none":
                continue
            if name == "font-size" and _is_tiny(content):
                continue
            kept.append(f"{name}:{content}")
        return ";".join(kept) or None


def _as_data(image: tuple[str, bytes] | None) -> str | None:
    if image is None or image[0].lower() not in SAFE_IMAGE_TYPES:
        return None
    return f"data:{image[0].lower()};base64,{base64.b64encode(image[1]).decode('ascii')}"


def _declarations(style: str) -> list[str]:
    """Split at semicolons outside brackets: data: addresses hold some."""
    found, depth, start = [], 0, 0
    for position, character in enumerate(style):
        if character == ";" and depth == 0:
            found.append(style[start:position])
            start = position + 1
        else:
            depth = max(0, depth + (character == "(") - (character == ")"))
    return [*found, style[start:]]


def _is_tiny(size: str) -> bool:
    """Text nobody can read: hidden words for filters, and 1 px pre-headers."""
    match = re.match(r"(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})\s*(px|pt|em|rem|%)?", size)
    if match is None:
        return False
    number = float(match[1])
    return number < {"px": 8.0, "pt": 6.0, "em": 0.5, "rem": 0.5, "%": 50.0, None: 1.0}[match[2]]


_IMAGE = re.compile(r'<img((?:\s+[a-zA-Z-]+="[^"]*")*)\s*/?>')
_ALT = re.compile(r'\salt="([^"]*)"')


def _without_empty_images(cleaned: str) -> str:
    """A picture that may not be shown leaves its words behind instead of a broken-picture sign."""

    def replaced(match: re.Match[str]) -> str:
        if ' src="' in match[1]:
            return match[0]
        alt = _ALT.search(match[1])
        words = html.unescape(alt[1]).strip() if alt else ""
        return f"[{html.escape(words[:200])}]" if words else ""

    return _IMAGE.sub(replaced, cleaned)
