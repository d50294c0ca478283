"""The two palettes by role, light and dark. No Qt: tests compute every contrast from here.

Text roles keep 4.5:1 on every ground they are used on, outlines of controls 3:1 (WCAG 2.1 AA).
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Colours:
    """``#rrggbb`` by role. One accent, an official deep blue; the other hues carry meaning only, always with a word."""

    window: str
    """Ground of the frame: rail, tool rows, status line."""
    surface: str
    """Ground of what is read: lists, pages, fields."""
    raised: str
    """Ground of cards and menus."""
    hover: str
    border: str
    """Hairlines between panes."""
    outline: str
    """Edges of fields and buttons: 3:1."""
    text: str
    muted: str
    """Second line of a row, captions."""
    disabled: str
    accent: str
    """Links, unread marks, selected icons."""
    fill: str
    """Ground of the one primary button."""
    fill_hover: str
    on_fill: str
    selection: str
    """Ground of selected rows and text."""
    on_selection: str
    focus: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    mark: str
    """Ground of words found by a search."""
    on_mark: str
    video: str
    """Ground behind pictures, the same in both themes."""
    on_video: str


LIGHT = Colours(
    window="#f1f4f8",
    surface="#ffffff",
    raised="#ffffff",
    hover="#e6ecf4",
    border="#d6dde6",
    outline="#7d8a9c",
    text="#18202c",
    muted="#526073",
    disabled="#8d97a5",
    accent="#1b4f91",
    fill="#1b4f91",
    fill_hover="#163f75",
    on_fill="#ffffff",
    selection="#d3e3f6",
    on_selection="#10305a",
    focus="#2a6fc4",
    success="#1a693a",
    success_soft="#e1f3e7",
    warning="#7f4d00",
    warning_soft="#fdf0d8",
    danger="#ab221b",
    danger_soft="#fbe7e5",
    mark="#ffe79c",
    on_mark="#2b2100",
    video="#10141b",
    on_video="#f2f5f9",
)

DARK = Colours(
    window="#151a21",
    surface="#1b212a",
    raised="#222a35",
    hover="#29323f",
    border="#333d4b",
    outline="#77859a",
    text="#e8edf4",
    muted="#a7b3c4",
    disabled="#6d7989",
    accent="#86b6f2",
    fill="#2c68b3",
    fill_hover="#3671bb",
    on_fill="#ffffff",
    selection="#264063",
    on_selection="#e3eefc",
    focus="#6aa5ee",
    success="#74d19b",
    success_soft="#183527",
    warning="#f0ba66",
    warning_soft="#3a2d14",
    danger="#f59a93",
    danger_soft="#43211f",
    mark="#66551a",
    on_mark="#fff4cc",
    video="#10141b",
    on_video="#f2f5f9",
)


def strengthened(colours: Colours) -> Colours:
    """For those who ask their system for high contrast: black and white grounds, letters at 7:1 and more (WCAG
    2.1 AAA), edges as strong as letters. Hues that carry meaning stay, moved towards the letters."""
    is_dark = luminance(colours.surface) < 0.5
    ground, letters = ("#000000", "#ffffff") if is_dark else ("#ffffff", "#000000")
    hues = {
        name: _at_least(getattr(colours, name), ground, letters)
        for name in ("accent", "success", "warning", "danger", "focus")
    }
    softs = dict.fromkeys(("success_soft", "warning_soft", "danger_soft"), ground)
    return replace(
        colours,
        **{**hues, **softs},
        **dict.fromkeys(("window", "surface", "raised"), ground),
        **dict.fromkeys(("text", "muted", "outline", "border"), letters),
        hover="#262626" if is_dark else "#e4e4e4",
        disabled="#a6a6a6" if is_dark else "#595959",
        selection="#10355f" if is_dark else "#c5dcf5",
        on_selection=letters,
        fill="#0b3d7a",
        fill_hover="#082e5c",
        on_fill="#ffffff",
    )


def _at_least(colour: str, ground: str, letters: str, wanted: float = 7.0) -> str:
    """``colour`` moved towards ``letters`` until it stands ``wanted`` from every ground text of it lies on."""
    for step in range(21):
        share = step / 20
        mixed = "#" + "".join(
            f"{round(int(colour[at : at + 2], 16) * (1 - share) + int(letters[at : at + 2], 16) * share):02x}"
            for at in (1, 3, 5)
        )
        if contrast(mixed, ground) >= wanted + 3.0:  # the ground under the pointer is a little nearer
            return mixed
    return letters


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
