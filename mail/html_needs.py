"""Which HTML mails need a real web view: those whose layout or look Qt's rich text would lose. Pure; used by `ui`.

Most mail between colleagues is words, lists and a table, also when Outlook wrote 20 kB of style sheet around them: it
is shown at once by the text view. Newsletters, forms of portals and designed notices need more.
"""

from __future__ import annotations

import re

LOOKED_AT = 600_000
"""Characters of the source that are looked at; a mail longer than that needs the web view for its length alone."""
LONG = 400_000
LONG_PARAGRAPH = 40_000

_STYLE_BLOCK = re.compile(r"<style\b[^<>]*>(.*?)(?:</style|$)", re.IGNORECASE | re.DOTALL)
_STYLE_VALUE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
# What Word, Outlook, Exchange and Gmail write around plain text: fonts and distances, nothing that makes a layout.
_OFFICE = re.compile(
    r"mso|@font-face|@page|@list|wordsection|emailstyle|a:(?:link|visited)|apple-|gmail_|^\s*(?:ol|ul|pre|code|p|body|"
    r"html|\*|a|li|table|td|div|span|h[1-6])(?:\s*,\s*(?:ol|ul|pre|code|p|body|a|li|td|div|span|h[1-6]))*\s*$",
    re.IGNORECASE,
)
# Declarations that the text view cannot show.
_LAYOUT = re.compile(
    r"(?<![-\w])(?:display\s*:\s*(?:inline-)?(?:flex|grid|block|table)|display\s*:\s*inline-block|position\s*:\s*"
    r"(?:absolute|relative|fixed|sticky)|float\s*:\s*(?:left|right)|background(?:-image)?\s*:[^;]{0,500}?(?:url\s*\(|"
    r"gradient)|border-(?:top-|bottom-)?(?:left-|right-)?radius\s*:\s*[1-9]|box-shadow\s*:\s*(?!none)|columns?(?:-count)?"
    r"\s*:\s*[2-9]|max-width\s*:\s*\d{3,4}px|margin\s*:\s*0(?:px)?\s+auto|opacity\s*:\s*0?\.\d|transform\s*:)",
    re.IGNORECASE,
)
# In a style attribute "display:block" alone says little (every Gmail signature has it).
_HARMLESS_INLINE = re.compile(r"display\s*:\s*(?:inline-)?block\b", re.IGNORECASE)
_BACKGROUND = re.compile(r"<(?:body|table|tr|td|th|div)\b[^<>]{0,2000}?\sbackground\s*=", re.IGNORECASE)
_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|br|tr|td|th|li|h[1-6]|table|blockquote|pre|hr|center|dd|dt)\b", re.IGNORECASE)
_PICTURE_DATA = re.compile(r"data:image/[^\"'>]*")


def needs_web_view(source: str) -> bool:
    """Whether the text view would lose what the sender of this HTML meant. Linear in time."""
    looked_at = _without(source[:LOOKED_AT], "<!--[if", "<![endif]-->")
    if _BACKGROUND.search(looked_at) or _has_nested_tables(looked_at):
        return True
    for block in _STYLE_BLOCK.finditer(looked_at):
        css = _without(block[1], "/*", "*/").replace("<!--", " ").replace("-->", " ")
        if "@media" in css.lower():
            return True
        rules = [rule.partition("{") for rule in css.split("}")]
        if any(_LAYOUT.search(body) for _, _, body in rules):
            return True
        if sum(1 for name, _, body in rules if body.strip() and not _OFFICE.search(name[-300:])) >= 2:
            return True
    body = _STYLE_BLOCK.sub(" ", looked_at)
    if any(_LAYOUT.search(_HARMLESS_INLINE.sub(" ", one or other)) for one, other in _STYLE_VALUE.findall(body)):
        return True
    return is_heavy(source)


def is_heavy(source: str) -> bool:
    """Qt's rich text lays a paragraph out whole: tens of thousands of letters in one, or very much of everything, take
    seconds there."""
    words = _PICTURE_DATA.sub("", source)
    return len(words) > LONG or any(len(piece) > LONG_PARAGRAPH for piece in _BLOCK.split(words))


def _without(text: str, opening: str, closing: str) -> str:
    """``text`` without what stands between the two; linear, also where many open and none closes."""
    kept: list[str] = []
    at = 0
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        kept.append(text[at:start])
        at = end + len(closing)
    return " ".join([*kept, text[at:]])


def _has_nested_tables(source: str) -> bool:
    depth = 0
    for match in _TABLE.finditer(source):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth >= 2:
            return True
    return False
