"""`icon(name)`: our drawings as QIcons that take the theme's colours when painted, at any size, sharp on any screen.

QtSvg loads with the first icon that is painted; a drawing is rendered once per colour and size.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from .icon_shapes import SHAPES
from .theme import colours, current_theme

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" stroke-width="{width}" '
    'stroke-linecap="round" stroke-linejoin="round">{shape}</svg>'
)

APPLICATION_ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">
<rect x="12" y="12" width="232" height="232" rx="52" fill="#1b4f91"/>
<path d="M52 166h152" stroke="#ffffff" stroke-width="16" stroke-linecap="round"/>
<path d="M72 166v38M184 166v38" stroke="#ffffff" stroke-width="16" stroke-linecap="round"/>
<rect x="66" y="62" width="124" height="78" rx="12" fill="#ffffff"/>
<path d="M76 76l52 36 52-36" fill="none" stroke="#1b4f91" stroke-width="12"
 stroke-linecap="round" stroke-linejoin="round"/>
</svg>
"""
"""The desk with a letter on it. The installer renders the same drawing."""


def icon(name: str, role: str = "text") -> QIcon:
    """The icon ``name`` (a key of `icon_shapes.SHAPES`) in the colour ``role`` (a field of `Colours`).

    Checked buttons show it in the accent, disabled ones dimmed; after a change of theme it repaints by itself.
    """
    if name not in SHAPES:
        raise KeyError(f"no icon is called {name!r}")
    return QIcon(_IconEngine(name, role))


def pixmap(name: str, role: str = "text", size: int = 20, ratio: float = 1.0) -> QPixmap:
    """The same, as a picture of ``size`` logical pixels for delegates that paint (cached; ask again at every paint)."""
    return _rendered(name, getattr(colours(), role), round(size * ratio), ratio)


def tinted_icon(name: str, colour: str) -> QIcon:
    """An icon in a colour of its own, for grounds that do not follow the theme."""
    result = QIcon()
    for size in (16, 20, 24, 32, 40, 48, 64):
        result.addPixmap(_rendered(name, colour, size, 1.0))
    return result


def tinted_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    return _rendered(name, colour, round(size * ratio), ratio)


def application_icon() -> QIcon:
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_drawn(APPLICATION_ICON, size, 1.0))
    return result


@lru_cache(maxsize=512)
def _rendered(name: str, colour: str, device_size: int, ratio: float) -> QPixmap:
    shape = SHAPES[name].replace('class="f"', f'fill="{colour}" stroke="none"')
    width = 1.9 if device_size <= 20 else 1.7
    return _drawn(_SVG.format(colour=colour, width=width, shape=shape), device_size, ratio)


def _drawn(svg: str, device_size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(device_size, device_size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, device_size, device_size))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class _IconEngine(QIconEngine):
    """Looks the colour up at every painting, so icons follow the theme without being set again."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def clone(self) -> QIconEngine:
        return _IconEngine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        side = min(rect.width(), rect.height())
        picture = _rendered(self._name, self._colour(mode, state), max(1, round(side * ratio)), ratio)
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks in device pixels
        return _rendered(self._name, self._colour(mode, state), max(1, min(size.width(), size.height())), scale)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        palette = current_theme().colours
        if mode == QIcon.Mode.Disabled:
            return palette.disabled
        if state == QIcon.State.On and self._role in ("text", "muted"):
            return palette.accent
        return str(getattr(palette, self._role))
