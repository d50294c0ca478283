"""Bodies as EWS gives them: the one asked for, or the best there is, made from the other where it is missing."""

from __future__ import annotations

import html

from .html_words import words_of
from .soap import text
from .store import Item

_NAMES = {"item:Body": "t:Body", "item:TextBody": "t:TextBody", "item:UniqueBody": "t:UniqueBody"}


def body_xml(item: Item, uri: str, body_type: str) -> bytes:
    wanted = "Text" if uri == "item:TextBody" else body_type
    content = item.content
    if wanted == "Best":
        wanted = "HTML" if content.html is not None else "Text"
    if wanted == "HTML":
        body = content.html if content.html is not None else _as_html(content.text or "")
    else:
        body = content.text if content.text is not None else words_of(content.html or "")
    name = _NAMES[uri]
    truncated = ' IsTruncated="false"' if uri == "item:UniqueBody" else ""
    return f'<{name} BodyType="{wanted}"{truncated}>{text(body)}</{name}>'.encode()


def _as_html(body: str) -> str:
    return f'<html><body><div class="PlainText">{html.escape(body).replace(chr(10), "<br>")}</div></body></html>'
