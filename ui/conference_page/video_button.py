"""A button of the meeting screen: an icon with its word, light on the dark ground, and the key that presses it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from ..style import DARK, px, tinted_icon


def video_button(
    icon_name: str, text: str, keys: str = "", owner: QWidget | None = None, kind: str = "video"
) -> QToolButton:
    """``keys`` press it from anywhere below ``owner``, also while the button itself stands in the "Thêm" menu; ``kind``
    is "video", or "leave" for what ends the conference."""
    button = QToolButton()
    button.setProperty("kind", kind)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(px(20), px(20)))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("keys", keys)
    name_button(button, icon_name, text)
    if keys and owner is not None:
        shortcut = QShortcut(QKeySequence(keys), owner, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
    return button


def name_button(button: QToolButton, icon_name: str, text: str) -> None:
    """What it does now; its key stays."""
    keys = button.property("keys")
    button.setIcon(tinted_icon(icon_name, DARK.on_video))
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(f"{text}  ({keys})" if keys else text)
