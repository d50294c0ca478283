"""A fetched page as its selectors see it: HTML or XML by XPath, a JSON answer by dotted paths; never evaluated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, Self

from lxml import etree

from .html_lines import line_of, lines_of, parse_html

_MOST = 5000  # of anything that one selector finds


class PageContent(Protocol):
    """What is selected from, whatever the page is made of. ``html`` values are text with its lines kept."""

    def items(self, selector: str) -> list[Self]: ...
    def values(self, selector: str) -> list[str]: ...
    def text(self, selectors: Sequence[str]) -> str: ...
    def labelled(self, selector: str, label: str, cell: int) -> list[str]: ...


class TreeContent:
    """An element of a page and what stands under it."""

    def __init__(self, element: etree._Element) -> None:
        self._element = element

    def items(self, selector: str) -> list[TreeContent]:
        return [TreeContent(each) for each in self._found(selector) if isinstance(each, etree._Element)]

    def values(self, selector: str) -> list[str]:
        found = (line_of(each) if isinstance(each, etree._Element) else str(each) for each in self._found(selector))
        return [" ".join(each.split()) for each in found]

    def text(self, selectors: Sequence[str]) -> str:
        elements = [each for each in self._found(" | ".join(selectors)) if isinstance(each, etree._Element)]
        return lines_of(elements)

    def labelled(self, selector: str, label: str, cell: int) -> list[str]:
        for each in self.items(selector):
            if plain(each.values(".")[0]) == plain(label):
                return each.values(f"following-sibling::*[{cell}]")
        return []

    def _found(self, selector: str) -> list[Any]:
        found = self._element.xpath(selector)
        if not isinstance(found, list):
            return [found] if found not in (None, False, "") else []
        return found[:_MOST]


class JsonContent:
    """A value of a JSON answer."""

    def __init__(self, value: object) -> None:
        self._value = value

    def items(self, selector: str) -> list[JsonContent]:
        found = list(self._found(selector))
        lists = [each for value in found for each in (value if isinstance(value, list) else [value])]
        return [JsonContent(each) for each in lists[:_MOST]]

    def values(self, selector: str) -> list[str]:
        leaves = (each for each in self._found(selector) if isinstance(each, str | int) and not isinstance(each, bool))
        return [" ".join(str(each).split()) for each, _ in zip(leaves, range(_MOST), strict=False)]

    def text(self, selectors: Sequence[str]) -> str:
        for selector in selectors:
            for found in self._found(selector):
                if isinstance(found, str) and found.strip():
                    return lines_of([parse_html(found)])
        return ""

    def labelled(self, selector: str, label: str, cell: int) -> list[str]:
        return []

    def _found(self, selector: str) -> Iterator[Any]:
        """``a.b`` is a member, ``a.0`` an item, ``a.*`` each item or member, ``a.@`` each with its name."""
        values: list[Any] = [self._value]
        for step in [step for step in selector.split(".") if step]:
            values = [inner for value in values for inner in _step(value, step)][:_MOST]
        return (value for value in values if value is not None)


def _step(value: object, step: str) -> Iterable[Any]:
    if step == "*":
        return value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    if step == "@":
        return [{"name": name, "items": items} for name, items in value.items()] if isinstance(value, dict) else ()
    if isinstance(value, dict):
        return [value[step]] if step in value else ()
    if isinstance(value, list) and step.isdigit():
        return value[int(step) : int(step) + 1]
    return ()


def plain(words: str) -> str:
    """A label as it is compared: case, colons and spaces around strokes vary between a portal's pages."""
    return " ".join(words.lower().replace("/", " / ").rstrip(" :").split())


def open_page(data: bytes) -> tuple[str, PageContent]:
    """(format, content). Raises ValueError for what can be read as nothing."""
    text = data.decode("utf-8-sig", "replace").lstrip()
    if text.startswith(("{", "[")):
        try:
            return "json", JsonContent(json.loads(text))
        except (ValueError, RecursionError) as error:
            raise ValueError(f"no JSON: {error}") from error
    if text.startswith(("<?xml", "<rss", "<urlset", "<sitemapindex")) and "<html" not in text[:2000].lower():
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return "xml", TreeContent(etree.fromstring(text.encode(), parser))
        except etree.XMLSyntaxError as error:
            raise ValueError(f"no XML: {error}") from error
    if "<" not in text:
        raise ValueError("neither HTML nor JSON")
    return "html", TreeContent(parse_html(text))
