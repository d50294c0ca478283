"""The words of an HTML body, for previews and for clients that ask for text."""

from __future__ import annotations

from lxml import etree

_BLOCKS = frozenset(
    [
        "address",
        "blockquote",
        "br",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(["head", "noscript", "script", "style", "template", "title"])


def words_of(html: str) -> str:
    """Every block on a line of its own; "" for what cannot be read. Linear in the size of the HTML."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if root is None:
        return ""
    pieces: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += name in _SILENT
            if not silent:
                pieces += ["\n" if name in _BLOCKS else "", element.text or ""]
        else:
            silent -= name in _SILENT
            if not silent:
                pieces += ["\n" if name in _BLOCKS and name != "br" else "", element.tail or ""]
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)
