"""Style sheets of a mail made harmless: what they would fetch is taken out or led to the mail's own parts.

Used by `mail.html_for_web` for style blocks and attributes. The web view fetches nothing whatever stands here (its
policy and its gatekeeper refuse); this pass counts what was blocked and puts allowed pictures in place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

MOST_CSS = 300_000
"""Characters of one style block; what comes after is left out."""

_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_HEX = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n\r\f]?")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_IMPORT = re.compile(r"@import[^;{}]*(?:;|$)|@(?:charset|namespace)[^;{}]*;", re.IGNORECASE)
_FONT_FACE = re.compile(r"@font-face\s*\{[^{}]*\}?", re.IGNORECASE)
_URL = re.compile(r"""url\s*\(\s*(?:"([^"]*)"|'([^']*)'|([^'")]*))\s*\)?""", re.IGNORECASE)
# Further ways to name something to be fetched; a name Chromium does not know makes the declaration void.
_OTHER_FETCHES = re.compile(r"(?:-webkit-)?(?:image-set|cross-fade)\s*\(|\b(?:src|image|element|paint)\s*\(", re.I)
_DARK_WISH = re.compile(r"\(\s*prefers-color-scheme\s*:\s*dark\s*\)", re.IGNORECASE)

Address = Callable[[str], str | None]
"""Where a picture's address leads: to a part of the mail, or None where it may not be shown."""


def safe_css(css: str, address: Address) -> str:
    """``css`` without imports, fonts and remote pictures. Linear in time. What is left may hide and move things, as the
    sender meant; it cannot leave the page."""
    css = _COMMENT.sub(" ", css[:MOST_CSS])
    if "\\" in css:
        css = _ESCAPE.sub(r"\1", _HEX.sub(_letter, css))
    css = _FONT_FACE.sub(" ", _IMPORT.sub(" ", css.replace("<", " ")))
    css = _OTHER_FETCHES.sub("not-fetched(", css)
    # Night is ours (colours turned as one, readable as before); half of a sender's own dark colours would not be.
    css = _DARK_WISH.sub("(max-width: 0)", css)
    return _URL.sub(lambda match: _led(next((one for one in match.groups() if one is not None), ""), address), css)


def _led(url: str, address: Address) -> str:
    found = address(url.strip())
    return f"url({found})" if found is not None else "none"


def _letter(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if 31 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
