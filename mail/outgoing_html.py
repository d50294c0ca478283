"""HTML that goes out: what she wrote and what she quotes, as one clean letter with its styles inline.

Used by the composer (through `mail`) and by `composing`. Everything passes an allow-list (nh3): no scripts, style
sheets, forms, nothing that is fetched from elsewhere; pictures only as parts of the letter itself (``cid:``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import unquote

import nh3

from .html_text import html_to_text, is_too_deep

MAX_HTML = 2_000_000
"""Characters of HTML taken from a paste or a quoted mail; the rest is left out."""
DEFAULT_FONT = "Times New Roman"
DEFAULT_SIZE = 14
"""Points; Decree 30/2020/NĐ-CP sets the text of official letters in Times New Roman 13 to 14."""

_QUOTED = '<div id="thu-goc">'
_TAG_NAMES = """
    a b blockquote br caption center code col colgroup dd div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre
    s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul
"""
_TAGS = frozenset(_TAG_NAMES.split())
_WITHOUT_CONTENT = {
    "script", "style", "title", "noscript", "template", "object", "svg", "math", "select", "head", "iframe",
}  # fmt: skip
_BOX = {"align", "valign", "width", "height", "bgcolor"}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"style", "dir", "align"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "table": _BOX | {"border", "cellpadding", "cellspacing"},
    "tr": _BOX,
    "td": _BOX | {"colspan", "rowspan", "nowrap"},
    "th": _BOX | {"colspan", "rowspan", "nowrap"},
    "font": {"color", "face", "size"},
    "ol": {"type", "start"},
    "ul": {"type"},
    "hr": {"width", "size", "color"},
    "col": {"width", "span"},
}
_STYLE_NAMES = """
    color background-color font font-family font-size font-style font-weight text-align text-decoration text-indent
    text-transform vertical-align white-space line-height margin margin-top margin-bottom margin-left margin-right
    padding padding-top padding-bottom padding-left padding-right border border-top border-bottom border-left
    border-right border-color border-style border-width border-collapse width height list-style-type
"""
_STYLES = frozenset(_STYLE_NAMES.split())
_WITHOUT_FONTS = _STYLES - {"font", "font-family", "font-size", "line-height", "background-color", "color"}
_NOT_IN_A_STYLE = re.compile(r"url\s*\(|@import|image-set|expression\s*\(|[\\<>]", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:)\S{1,4000}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}%?")
_BEGINNING = re.compile(
    r"<html><head><meta [^<>]*></head><body>\s*<div style=\"font-family:[^\"<>]*;font-size:\d+pt\">"
)
_BODY_END = re.compile(r"\s*</body>\s*</html>\s*$")
_END = re.compile(r"</div>\s*(?:</body>\s*</html>\s*)?$")
_CID = re.compile(r'src="cid:([^"]+)"')
_IMAGE_WITHOUT_SOURCE = re.compile(r'<img(?![^<>]* src=")[^<>]*>')
_NO_MARGINS = re.compile(r"(?:margin-(?:left|right|top|bottom)|text-indent):0px(?:;|$)")
_BARE_SPAN = re.compile(r"<span>((?:(?!</?span)[^<]|<(?!/?span))*)</span>")


def clean_outgoing(source: str, pictures: Iterable[str] | None = None, *, own_fonts: bool = True) -> str:
    """``source`` (from the editor, a paste, a template, a mail) as a fragment that may go out.

    ``pictures``: Content-IDs that stand for pictures of the letter; any other picture leaves its words behind, None
    leaves every ``cid:`` as it is. ``own_fonts``: False takes out fonts, sizes and grounds, so that what is pasted
    takes on the letter's.
    """
    source = source[:MAX_HTML]
    if is_too_deep(source):
        return f"<pre>{html.escape(html_to_text(source))}</pre>"
    known = None if pictures is None else frozenset(pictures)

    def attribute(tag: str, name: str, value: str) -> str | None:
        value = value.strip()
        if name == "src":
            return _picture(value, known)
        if name == "style":
            return _style(value, _STYLES if own_fonts else _WITHOUT_FONTS)
        if not own_fonts and name in ("face", "size", "bgcolor"):
            return None
        if name == "href":
            return value if _LINK.fullmatch(value) else None
        if name in ("width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan", "span", "start"):
            match = _NUMBER.match(value)
            return match[0] if match else None
        return value[:500]

    cleaned = nh3.clean(
        source,
        tags=set(_TAGS),
        clean_content_tags=_WITHOUT_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "cid"},
    )
    cleaned = _IMAGE_WITHOUT_SOURCE.sub(_words_instead, cleaned)
    for _ in range(3):  # spans whose every style was the default say nothing; they may be nested
        cleaned, count = _BARE_SPAN.subn(r"\1", cleaned)
        if not count:
            break
    return cleaned.strip()


def letter(own: str, quoted: str = "", *, font: str = DEFAULT_FONT, size: int = DEFAULT_SIZE) -> str:
    """The whole letter from clean fragments: her own words in the official font, then what she quotes."""
    family = re.sub(r"[^\w .-]", "", font) or DEFAULT_FONT
    families = ",".join(f"'{name}'" for name in dict.fromkeys((family, DEFAULT_FONT)))
    rest = f"\n{_QUOTED}{quoted}</div>" if quoted else ""
    return (
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=utf-8'></head><body>\n"
        f'<div style="font-family:{families},Times,serif;font-size:{size}pt">{own}</div>'
        f"{rest}\n</body></html>"
    )


def split_letter(whole: str) -> tuple[str, str]:
    """(her own words, what is quoted) of a draft's HTML, both as fragments. HTML not made by `letter` is her own."""
    own, mark, rest = whole.partition(_QUOTED)
    quoted = _END.sub("", rest) if mark else ""
    begun = _BEGINNING.match(own)
    if begun is not None:
        own = re.sub(r"</div>\s*$", "", own[begun.end() :] if mark else _BODY_END.sub("", own[begun.end() :]))
    return own, quoted


def pictures_in(fragment: str) -> list[str]:
    """Content-IDs of the pictures that stand in it, each once."""
    return list(dict.fromkeys(unquote(html.unescape(found)) for found in _CID.findall(fragment)))


def text_as_html(text: str) -> str:
    """Plain text as a fragment: a paragraph for each line."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "".join(f'<p style="margin:0">{html.escape(line, quote=False) or "<br>"}</p>' for line in lines)


def _picture(address: str, known: frozenset[str] | None) -> str | None:
    """Only what travels in the letter. A picture from elsewhere would tell its owner who reads it, and when."""
    if not address.lower().startswith("cid:"):
        return None
    content_id = unquote(address[4:])
    return address if known is None or content_id in known or address[4:] in known else None


def _style(value: str, allowed: frozenset[str]) -> str | None:
    kept = []
    for declaration in value[:5_000].split(";"):
        name, colon, content = declaration.partition(":")
        name, content = name.strip().lower(), content.strip()
        if colon and content and name in allowed and not _NOT_IN_A_STYLE.search(content):
            kept.append(f"{name}:{content}")
    style = ";".join(kept)
    if _NO_MARGINS.sub("", style) == "" and style:
        return "margin:0"  # what Qt writes of every paragraph
    return style or None


def _words_instead(match: re.Match[str]) -> str:
    alt = re.search(r'\salt="([^"]*)"', match[0])
    words = html.unescape(alt[1]).strip() if alt else ""
    return f"[{html.escape(words[:200])}]" if words else ""
