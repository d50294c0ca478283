"""Puts the style onto the application: Fusion, our palette, our fonts; and again when she or the system changes it."""

from __future__ import annotations

import os
from functools import lru_cache

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from .colours import DARK, LIGHT, Colours, strengthened
from .stylesheet import stylesheet
from .theme import Theme, current_theme, set_theme

_IS_FUSION = "is_fusion"
_BASE_POINTS = "base_point_size"
_SMALLEST_POINTS = 10.0


def apply_style(application: QApplication, *, theme: str = "system", text_size: int = 100) -> None:
    """``theme`` is system, light or dark; ``text_size`` in percent. May be called again at any time."""
    is_dark = theme == "dark" or (theme == "system" and _system_is_dark())
    colours = DARK if is_dark else LIGHT
    if _system_wants_contrast():
        colours = strengthened(colours)
    # Asking Qt which style it has costs 12 ms (PySide makes QStyle's enumerations then), so a start that has named the
    # style in Qt's own variable is believed.
    if os.environ.get("QT_STYLE_OVERRIDE", "").lower() != "fusion" and not application.property(_IS_FUSION):
        application.setStyle("Fusion")
        application.setProperty(_IS_FUSION, True)
    is_resized = current_theme().text_size != text_size
    _apply_font(application, text_size)
    set_theme(Theme(colours, is_dark, text_size))
    application.setPalette(palette(colours))
    application.setStyleSheet(stylesheet(colours, text_size, is_dark=is_dark))
    if is_resized and application.topLevelWidgets():
        QTimer.singleShot(0, application, lambda: _tell_of_fonts(application))


def _tell_of_fonts(application: QApplication) -> None:
    """A new style sheet gives every widget back the font it had before the old one, after it was told of the new: what
    chooses its own font by its role must choose once more."""
    for widget in application.allWidgets():
        if isValid(widget):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.FontChange))


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


@lru_cache(maxsize=1)
def _hints() -> tuple[QStyleHints, QAccessibilityHints]:
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


def accessibility_hints() -> QAccessibilityHints:
    """Held together with what gave it: PySide 6.11 counts it as deleted once the Python name of that is gone."""
    return _hints()[1]


def _system_wants_contrast() -> bool:
    return accessibility_hints().contrastPreference() == Qt.ContrastPreference.HighContrast


def _apply_font(application: QApplication, text_size: int) -> None:
    """The system's own interface font, at least 10 points, then Noto Sans for what it lacks."""
    base = application.property(_BASE_POINTS)
    if base is None:
        base = max(QFont(application.font()).pointSizeF(), _SMALLEST_POINTS)
        application.setProperty(_BASE_POINTS, base)
    font = QFont(application.font())
    families = [family for family in font.families() if family not in ("Noto Sans", "")]
    font.setFamilies([*families, "Noto Sans"])
    font.setPointSizeF(round(base * text_size / 100, 1))
    application.setFont(font)


def palette(colours: Colours) -> QPalette:
    result = QPalette()
    role = QPalette.ColorRole
    for one, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_fill,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.on_selection,
        role.Accent: colours.fill,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.hover,
        role.Mid: colours.border,
        role.Dark: colours.outline,
        role.Shadow: colours.outline,
    }.items():
        result.setColor(one, QColor(value))
    for one in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.disabled))
    return result
