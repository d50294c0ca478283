"""Colours of an HTML mail that can be read: text and ground at least 4.5:1 apart (WCAG 2.1 AA).

Used by `mail.html_cleaning` on nh3's output only: there every tag is closed and every attribute quoted. The page
is white; by night (`night_html`) it is dark and every colour is turned.
"""

from __future__ import annotations

import re

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
LINK: Colour = (0, 0, 238)
LEAST_CONTRAST = 4.5

_TAG = re.compile(r'<(/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+="[^"]*")*)\s*/?>')
_ATTRIBUTE = re.compile(r'\s+([a-zA-Z-]+)="([^"]*)"')
_VOID = frozenset(("br", "hr", "img", "col"))
_NAMED: dict[str, Colour] = {
    "black": (0, 0, 0), "silver": (192, 192, 192), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "white": (255, 255, 255), "maroon": (128, 0, 0), "red": (255, 0, 0), "purple": (128, 0, 128),
    "fuchsia": (255, 0, 255), "magenta": (255, 0, 255), "green": (0, 128, 0), "lime": (0, 255, 0),
    "olive": (128, 128, 0), "yellow": (255, 255, 0), "navy": (0, 0, 128), "blue": (0, 0, 255),
    "teal": (0, 128, 128), "aqua": (0, 255, 255), "cyan": (0, 255, 255), "orange": (255, 165, 0),
    "darkblue": (0, 0, 139), "darkred": (139, 0, 0), "darkgreen": (0, 100, 0), "darkgray": (169, 169, 169),
    "darkgrey": (169, 169, 169), "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211),
    "dimgray": (105, 105, 105), "dimgrey": (105, 105, 105), "whitesmoke": (245, 245, 245), "crimson": (220, 20, 60),
    "brown": (165, 42, 42), "gold": (255, 215, 0), "pink": (255, 192, 203), "tomato": (255, 99, 71),
    "royalblue": (65, 105, 225), "steelblue": (70, 130, 180), "firebrick": (178, 34, 34), "indigo": (75, 0, 130),
    "lightblue": (173, 216, 230), "lightyellow": (255, 255, 224), "beige": (245, 245, 220), "ivory": (255, 255, 240),
    "windowtext": (0, 0, 0), "window": (255, 255, 255), "buttonface": (240, 240, 240),
}  # fmt: skip


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.1 contrast ratio, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def parse_colour(value: str) -> Colour | None:
    """#rgb, #rrggbb, rgb(), rgba() that is not transparent, and the common names; None for anything else."""
    value = value.strip().lower().removesuffix("!important").strip()
    if match := re.fullmatch(r"#?([0-9a-f]{6})(?:[0-9a-f]{2})?", value):
        return int(match[1][:2], 16), int(match[1][2:4], 16), int(match[1][4:], 16)
    if match := re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?", value):
        return int(match[1] * 2, 16), int(match[2] * 2, 16), int(match[3] * 2, 16)
    if match := re.fullmatch(
        r"rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,6})%?\s*)?\)", value
    ):
        if match[4] is not None and _float(match[4]) < 0.5:
            return None
        return min(255, int(match[1])), min(255, int(match[2])), min(255, int(match[3]))
    return _NAMED.get(value)


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0


def night_colour(colour: Colour) -> Colour:
    """What CSS ``filter: invert(.9) hue-rotate(180deg)`` makes of a colour: light and dark change places, hues stay.
    The web view turns its page by that filter, the text view by this: both look alike."""
    red, green, blue = (0.9 - 0.8 * part / 255 for part in colour)
    turned = (
        -0.574 * red + 1.43 * green + 0.144 * blue,
        0.426 * red + 0.43 * green + 0.144 * blue,
        0.426 * red + 1.43 * green - 0.856 * blue,
    )
    red, green, blue = (min(255, max(0, round(part * 255))) for part in turned)
    return red, green, blue


def night_html(cleaned: str) -> str:
    """The output of `readable_colours` for a dark page: every colour turned, and readable again."""
    return readable_colours(cleaned, night=True)


def readable_colours(cleaned: str, *, night: bool = False) -> str:
    """``cleaned`` with every colour dropped that would make its text hard to read where it stands."""
    page, letters, link = (night_colour(one) if night else one for one in (WHITE, BLACK, LINK))
    stack: list[tuple[str, Colour, Colour]] = [("", letters, page)]
    out: list[str] = []
    end = 0
    for match in _TAG.finditer(cleaned):
        out.append(cleaned[end : match.start()])
        end = match.end()
        closing, tag, attributes = match.groups()
        if closing:
            if len(stack) > 1 and stack[-1][0] == tag:
                stack.pop()
            out.append(match[0])
            continue
        _, text, ground = stack[-1]
        opened = _Opened(tag, attributes)
        if night:
            opened.turn()
        new_text, new_ground = opened.settle(text, ground, link)
        out.append(opened.written())
        if tag not in _VOID:
            stack.append((tag, new_text, new_ground))
    out.append(cleaned[end:])
    return "".join(out)


class _Opened:
    """An opening tag taken apart: its attributes, its declarations, its two colours."""

    def __init__(self, tag: str, attributes: str) -> None:
        self.tag = tag
        self.attributes = {name.lower(): value for name, value in _ATTRIBUTE.findall(attributes)}
        self.text: Colour | None = None
        self.ground: Colour | None = None
        self.text_written: Colour | None = None
        self.others: list[str] = []
        for declaration in self.attributes.pop("style", "").split(";"):
            name, _, value = declaration.partition(":")
            if name == "color":
                self.text = parse_colour(value)
            elif name in ("background", "background-color"):
                self.ground = parse_colour(value) or self._first_colour(value) or self.ground
            elif name:
                self.others.append(declaration)
        if "color" in self.attributes and tag == "font":
            self.text = self.text or parse_colour(self.attributes["color"])
            del self.attributes["color"]
        if "bgcolor" in self.attributes:
            self.ground = self.ground or parse_colour(self.attributes.pop("bgcolor"))

    @staticmethod
    def _first_colour(value: str) -> Colour | None:
        """Of the shorthand ``background: #fff url(…) no-repeat``; a gradient has no one colour."""
        if "gradient" in value.lower():
            return None
        for piece in re.findall(r"rgba?\([^)]*\)|[^\s]+", value)[:10]:
            colour = parse_colour(piece)
            if colour is not None:
                return colour
        return None

    def turn(self) -> None:
        self.text = night_colour(self.text) if self.text is not None else None
        self.ground = night_colour(self.ground) if self.ground is not None else None

    def settle(self, text: Colour, ground: Colour, link: Colour) -> tuple[Colour, Colour]:
        """The pair that will be seen. A text colour that cannot be read is dropped; a ground is kept, and gets black or
        white text until an inner tag says better."""
        inherited = link if self.tag == "a" and "href" in self.attributes else text
        shown_ground = self.ground or ground
        wanted = self.text or inherited
        if contrast(wanted, shown_ground) >= LEAST_CONTRAST:
            return wanted, shown_ground
        if self.ground is None and contrast(inherited, ground) >= LEAST_CONTRAST:
            self.text = None
            return inherited, ground
        # One of black and white always reaches 4.58:1.
        choices = (colour for colour in (text, BLACK, WHITE) if contrast(colour, shown_ground) >= LEAST_CONTRAST)
        self.text = next(choices)
        return self.text, shown_ground

    def written(self) -> str:
        declarations = list(self.others)
        if self.text is not None:
            declarations.insert(0, "color:#{:02x}{:02x}{:02x}".format(*self.text))
        if self.ground is not None:
            declarations.insert(0, "background-color:#{:02x}{:02x}{:02x}".format(*self.ground))
        attributes = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        style = f' style="{";".join(declarations)}"' if declarations else ""
        return f"<{self.tag}{attributes}{style}>"
