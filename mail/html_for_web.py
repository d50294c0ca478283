"""HTML mail made safe for a real web view: an allow-list (nh3) that keeps layout, style sheets and classes.

Used by the reader in `ui` for mails that Qt's rich text cannot show as meant (`mail.html_needs`). No script, form,
frame, link relation or foreign markup is left; pictures are the mail's own parts, or remote ones already fetched with
her consent, handed over beside the document under addresses of ours (``part/3``).
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

import nh3

from .html_cleaning import MAX_HTML, SAFE_IMAGE_TYPES
from .html_text import html_to_text, is_too_deep
from .remote_addresses import looks_like_tracking, remote_address
from .web_css import safe_css

Picture = tuple[str, bytes]
"""Media type and content."""

MOST_PICTURES = 200
MOST_PICTURE_BYTES = 30_000_000
_MOST_STYLE = 20_000

_TAG_NAMES = """
    a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del
    details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main
    mark menu nav ol p pre q rp rt ruby s samp section small span strike strong style sub summary sup table tbody td
    tfoot th thead time tr tt u ul var wbr
"""
_TAGS = set(_TAG_NAMES.split())
_GONE_WITH_CONTENT = {"script", "title", "noscript", "template", "object", "svg", "math", "select", "iframe", "xmp"}
_EVERYWHERE = """
    style class id dir lang align valign title width height bgcolor background hidden color role aria-label aria-hidden
"""
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(_EVERYWHERE.split()),
    "a": {"href", "name"},
    "img": {"src", "alt", "border", "hspace", "vspace", "srcset"},
    "table": {"border", "cellpadding", "cellspacing", "rules", "frame", "bordercolor"},
    "td": {"colspan", "rowspan", "nowrap", "headers", "scope"},
    "th": {"colspan", "rowspan", "nowrap", "headers", "scope"},
    "font": {"face", "size"},
    "ol": {"type", "start", "reversed"},
    "ul": {"type"},
    "li": {"type", "value"},
    "hr": {"size", "noshade"},
    "col": {"span"},
    "colgroup": {"span"},
    "br": {"clear"},
    "style": {"media"},
    "details": {"open"},
    "div": {"text", "link"},
}
_LINK = re.compile(r"(?:https?://|mailto:)[^\s]{1,4000}|#[\w.:-]{1,200}", re.IGNORECASE)
_DATA = re.compile(r"data:(image/(?:png|jpe?g|gif|webp|bmp));base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_BODY = re.compile(r"<body\b([^<>]{0,5000})>", re.IGNORECASE)
_STYLE_BLOCK = re.compile(r"(<style[^<>]*>)(.*?)</style>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WebHtml:
    """A document without head: what stands in ``body``, with the attributes of ``body``.

    ``parts`` are the pictures it names as ``part/N``; ``links`` the addresses and words behind its links ``link/N`` (a
    web view that never sees an address can neither look it up nor connect ahead); ``remote`` the pictures it would
    fetch, https, in order, each once, without what only tells the sender that it was read; ``blocked`` counts all that
    was not shown."""

    html: str
    body_attributes: str = ""
    parts: Mapping[str, Picture] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    remote: tuple[str, ...] = ()
    blocked: int = 0


def web_html(
    source: str, inline: Mapping[str, Picture] | None = None, fetched: Mapping[str, Picture] | None = None
) -> WebHtml:
    """``inline`` are the message's own pictures by Content-ID (no brackets), ``fetched`` remote ones by their address
    as an earlier `WebHtml.remote` gave it. Never raises."""
    source = source[:MAX_HTML]
    if is_too_deep(source):
        return WebHtml(f"<pre>{html.escape(html_to_text(source))}</pre>")
    pictures = _Pictures(inline or {}, fetched or {})
    filtering = _Filter(pictures)
    body = _BODY.search(source)
    attributes = ""
    if body is not None:
        opened = filtering.clean(f"<div{body[1]}></div>")
        attributes = opened[len("<div") : opened.find(">")] if opened.startswith("<div") else ""
    cleaned = filtering.clean(source)
    cleaned = _STYLE_BLOCK.sub(lambda match: f"{match[1]}{safe_css(match[2], pictures.address)}</style>", cleaned)
    cleaned, links = _numbered_links(_with_frames(cleaned))
    return WebHtml(cleaned, attributes, pictures.parts, links, tuple(pictures.remote), pictures.blocked)


class _Pictures:
    """Gives every picture that may be shown an address of ours; notes the others."""

    def __init__(self, inline: Mapping[str, Picture], fetched: Mapping[str, Picture]) -> None:
        self._inline, self._fetched = inline, fetched
        self._names: dict[str, str | None] = {}
        self._room = MOST_PICTURE_BYTES
        self.parts: dict[str, Picture] = {}
        self.remote: dict[str, None] = {}
        self.blocked = 0

    def address(self, url: str) -> str | None:
        key = url if len(url) < 4000 else str(hash(url))
        if key not in self._names:
            self._names[key] = self._placed(url)
        return self._names[key]

    def _placed(self, url: str) -> str | None:
        scheme = url[:5].lower()
        if scheme.startswith("cid:"):
            name = url[4:]
            return self._put(self._inline.get(name) or self._inline.get(unquote(name)))
        if scheme == "data:":
            match = _DATA.fullmatch(url)
            if match is None:
                return None
            try:
                return self._put((match[1].lower(), base64.b64decode(match[2], validate=False)))
            except (binascii.Error, ValueError):
                return None
        if not url:
            return None
        self.blocked += 1
        remote = remote_address(url)
        if remote is None:
            return None
        found = self._put(self._fetched.get(remote))
        if found is not None:
            self.blocked -= 1
        elif remote not in self._fetched and len(self.remote) < MOST_PICTURES:
            self.remote[remote] = None
        return found

    def _put(self, picture: Picture | None) -> str | None:
        if picture is None or picture[0].lower() not in SAFE_IMAGE_TYPES or len(picture[1]) > self._room:
            return None
        if len(self.parts) >= MOST_PICTURES:
            return None
        self._room -= len(picture[1])
        name = f"part/{len(self.parts)}"
        self.parts[name] = (picture[0].lower(), picture[1])
        return name


class _Filter:
    """Decides on every attribute; nh3 calls it for those the allow-list lets through."""

    def __init__(self, pictures: _Pictures) -> None:
        self._pictures = pictures

    def clean(self, source: str) -> str:
        return nh3.clean(
            _without_tracking(source, self._pictures),
            tags=_TAGS,
            clean_content_tags=_GONE_WITH_CONTENT,
            attributes=_ATTRIBUTES,
            attribute_filter=self._attribute,
            link_rel="noopener noreferrer nofollow",
            url_schemes={"http", "https", "mailto", "cid", "data"},
        )

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        if name in ("src", "background"):
            return self._pictures.address(value.strip())
        if name == "srcset":
            return None  # the picture itself is enough
        if name == "style":
            return safe_css(value[:_MOST_STYLE], self._pictures.address) or None
        if name == "href":
            address = value.strip()
            return address if _LINK.fullmatch(address) else None
        if name in ("colspan", "rowspan", "span"):
            return value if value.isdigit() and len(value) < 5 else None
        return value[:500]


_IMAGE_TAG = re.compile(r"<img\b[^<>]{0,8000}>", re.IGNORECASE)


def _without_tracking(source: str, pictures: _Pictures) -> str:
    """Pictures that are there only to report that she has read it go before anybody counts them as pictures."""

    def replaced(match: re.Match[str]) -> str:
        if not looks_like_tracking(match[0]):
            return match[0]
        pictures.blocked += 1
        return ""

    return _IMAGE_TAG.sub(replaced, source)


_PICTURE = re.compile(r"<img\b([^<>]*)>")
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
BLOCKED_CLASS = "vb-blocked"


def _with_frames(cleaned: str) -> str:
    """A picture that may not be shown leaves a frame of its size with its words, so that the layout stays."""

    def framed(match: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        if "src" in attributes:
            return match[0]
        words = attributes.get("alt", "").strip()[:200]
        sizes = [
            f"{name}:{value if value.endswith('%') else value + 'px'}"
            for name in ("width", "height")
            if re.fullmatch(r"\d{1,4}%?", value := attributes.get(name, ""))
        ]
        if not words and len(sizes) < 2:
            return ""
        style = ";".join([*sizes, attributes.get("style", "")]).strip(";")
        return f'<span class="{BLOCKED_CLASS}" style="{style}" title="{words}">{words}</span>'

    return _PICTURE.sub(framed, cleaned)


_ANCHOR = re.compile(r'<a\b([^<>]*?)\shref="([^"#][^"]*)"')
_TO_END = re.compile(r"</a>")
_ANY_TAG = re.compile(r"<[^<>]*>")
MOST_LINKS = 5_000
_LONGEST_WORDS = 2_000


def _numbered_links(cleaned: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Links under numbers, with all the words in the mail that carry the same address: any of them may pretend."""
    found: list[tuple[str, str]] = []
    words: dict[str, list[str]] = {}

    def numbered(match: re.Match[str]) -> str:
        if len(found) == MOST_LINKS:
            return f"<a{match[1]}"
        opened = cleaned.find(">", match.end()) + 1
        end = _TO_END.search(cleaned, opened)
        inside = cleaned[opened : end.start() if end else opened][:20_000]
        address = html.unescape(match[2])
        words.setdefault(address, []).append(html.unescape(_ANY_TAG.sub("", inside)).strip()[:_LONGEST_WORDS])
        found.append((address, ""))
        return f'<a{match[1]} href="link/{len(found) - 1}"'

    numbered_html = _ANCHOR.sub(numbered, cleaned)
    return numbered_html, tuple((url, " ".join(words[url])[: 2 * _LONGEST_WORDS]) for url, _ in found)
