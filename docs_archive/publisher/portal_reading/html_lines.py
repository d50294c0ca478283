"""HTML -> lines of text with the structure kept: a line for each paragraph, heading and table row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree, html

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol p pre section table tbody tfoot thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset({"td", "th"})
_UNSEEN_NAMES = "script style noscript template head title select textarea button iframe object svg"
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")  # U+2028, soft hyphens and the like are the source's and stay
_LARGEST = 32 << 20


def parse_html(data: bytes | str) -> etree._Element:
    """The tree of a page, however broken; never fetches anything. Raises ValueError for what holds no element."""
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    if len(text) > _LARGEST:
        raise ValueError(f"a page of more than {_LARGEST >> 20} MB")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).replace("\x00", "")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(text, parser=parser, ensure_head_body=False)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ValueError(f"no HTML: {error}") from error
    return tree


def lines_of(elements: Iterable[etree._Element]) -> str:
    """The text of the elements in order, one line for each block. Cells of a row stand on one line, parted by " | ",
    if none of them holds two lines: a table of figures stays one, a letterhead laid out by a table does not."""
    lines: list[str] = []
    for element in elements:
        lines += _lines(element)
    return "\n".join(lines)


def line_of(element: etree._Element) -> str:
    """All of an element's text on one line."""
    return " ".join(_lines(element))


def _lines(root: etree._Element) -> list[str]:
    out: list[str] = []
    line: list[str] = []
    rows: list[tuple[list[str], list[list[str]]]] = []  # what stands before an open row, and its cells so far
    cells: list[list[str]] = []  # what stood before each open cell
    unseen = 0

    def end_line() -> None:
        text = _SPACES.sub(" ", "".join(line)).strip()
        line.clear()
        if text:
            out.append(text)

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _UNSEEN:
                unseen += 1
            if tag in _BLOCKS:
                end_line()
            if tag == "tr":
                rows.append((out, []))
                out = []
            elif tag in _CELLS:
                end_line()
                cells.append(out)
                out = []
            elif tag == "br":
                end_line()
            if not unseen and element.text:
                line.append(element.text)
            continue
        if tag in _BLOCKS or tag in _CELLS:
            end_line()
        if tag in _CELLS and cells:
            inside, out = out, cells.pop()
            if rows:
                rows[-1][1].append(inside)
            else:
                out.extend(inside)
        elif tag == "tr" and rows:
            loose, (out, row) = out, rows.pop()
            full = [cell for cell in row if cell]
            if all(len(cell) == 1 for cell in full) and full:
                out.append(" | ".join(cell[0] for cell in full))
            else:
                out.extend(text for cell in full for text in cell)
            out.extend(loose)
        if tag in _UNSEEN:
            unseen -= 1
        if not unseen and element is not root and element.tail:
            line.append(element.tail)
    end_line()
    return out
