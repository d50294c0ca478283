"""What the web view is given: the mail's cleaned HTML under a policy that forbids whatever is not in it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mail import WebHtml

SCHEME = "banthu"
"""Of our own addresses: ``banthu://<token>/`` is a mail, ``banthu://<token>/part/3`` a picture of it."""

POLICY = (
    f"default-src 'none'; img-src {SCHEME}: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'; sandbox"
)
NIGHT_GROUND = "#191919"
"""What the night filter makes of a white page."""
_NIGHT = """
@media screen {
  html { background: #fff; filter: invert(.9) hue-rotate(180deg); min-height: 100vh; }
  body { min-height: calc(100vh - 64px); }
  img { filter: invert(1) hue-rotate(180deg); }
}
"""
_CALM = "*, *::before, *::after { animation: none !important; transition: none !important; }"
_SHEET = """
html {{ color: #000; font: {size}px {family}; line-height: 1.4; overflow-wrap: break-word; }}
body {{ margin: {margin}px; }}
img {{ max-width: 100%; }}
.vb-blocked {{ display: inline-block; box-sizing: border-box; max-width: 100%; overflow: hidden; padding: 2px 4px;
  border: 1px dashed #8d97a5; color: #526073; font-size: 80%; vertical-align: top; }}
pre {{ white-space: pre-wrap; }}
:focus-visible {{ outline: 2px solid {focus}; outline-offset: 1px; }}
::selection {{ background: {selection}; color: {on_selection}; }}
::-webkit-scrollbar {{ width: 12px; height: 12px; }}
::-webkit-scrollbar-thumb {{ background: {outline}; border-radius: 6px; border: 3px solid {ground}; }}
::-webkit-scrollbar-track, ::-webkit-scrollbar-corner {{ background: {ground}; }}
.vb-citation {{ text-decoration: underline !important; cursor: pointer; }}
@media print {{ html {{ filter: none !important; }} }}
"""


@dataclass(frozen=True, slots=True)
class Look:
    """Lengths in CSS pixels, colours ``#rrggbb``."""

    is_night: bool
    is_calm: bool
    family: str
    size: float
    margin: int
    focus: str
    selection: str
    on_selection: str
    outline: str


def document(mail: WebHtml, look: Look, head: str = "") -> str:
    """The page. ``head`` is HTML of ours put before the mail: what stands above it on paper."""
    family = ", ".join(f'"{one.strip()}"' for one in look.family.replace('"', "").split(",") if one.strip())
    sheet = _SHEET.format(
        size=look.size,
        family=family or "sans-serif",
        margin=look.margin,
        focus=look.focus,
        selection=look.selection,
        on_selection=look.on_selection,
        outline=look.outline,
        ground=NIGHT_GROUND if look.is_night else "#ffffff",
    )
    sheet += (_NIGHT if look.is_night else "") + (_CALM if look.is_calm else "")
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY.partition("; frame-ancestors")[0]}">'
        '<meta name="referrer" content="no-referrer"><meta http-equiv="x-dns-prefetch-control" content="off">'
        f"<style>{sheet}</style></head><body{mail.body_attributes}>{head}{mail.html}</body></html>"
    )
