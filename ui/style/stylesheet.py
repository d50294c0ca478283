# ruff: noqa: E501 (a rule is one line)
"""The little that Fusion's palette cannot say: quiet buttons, one primary button, fields with a visible focus.

Kept short: every rule costs at the first paint. Lists and pages paint themselves with `colour` and `font`.
"""

from __future__ import annotations

from pathlib import Path

from .colours import Colours

_IMAGES = Path(__file__).parent / "images"
"""The three drawings a style sheet can only take from files."""

_SHEET = """
QPushButton {{ background: {raised}; color: {text}; border: 1px solid {outline}; border-radius: {r}px;
  padding: {p4}px {p14}px; min-height: {p20}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {selection}; }}
QPushButton:checked {{ background: {selection}; color: {on_selection}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: {p3}px {p13}px; }}
QPushButton:disabled {{ color: {disabled}; border-color: {border}; background: {window}; }}
QPushButton[kind="primary"] {{ background: {fill}; color: {on_fill}; border: 1px solid {fill}; font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{ background: {fill_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[kind="primary"]:disabled {{ background: {border}; border-color: {border}; color: {muted}; }}
QPushButton[size="large"] {{ min-height: {p32}px; }}
QPushButton[kind="danger"] {{ color: {danger}; border-color: {danger}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {accent}; }}
QPushButton[kind="quiet"]:hover {{ background: {hover}; }}
QPushButton[kind="quiet"]:focus {{ border-color: {focus}; }}
QToolButton {{ background: transparent; color: {text}; border: 2px solid transparent; border-radius: {r}px; padding: {p4}px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {selection}; color: {on_selection}; }}
QToolButton:focus {{ border-color: {focus}; }}
QToolButton:disabled {{ color: {disabled}; }}
QToolButton[kind="video"], QToolButton[kind="leave"] {{ color: {on_video}; background: #27303c; padding: {p6}px {p12}px; }}
QToolButton[kind="caption"] {{ padding: {p3}px; }}
QToolButton[kind="caption"]:hover, QToolButton[kind="caption"]:checked {{ background: #27303c; }}
QToolButton[kind="caption"]:focus {{ border-color: {on_video}; }}
QToolButton[kind="video"]:hover {{ background: #364252; }}
QToolButton[kind="video"]:checked {{ background: #364252; color: {on_video}; border-color: #6b7a8f; }}
QToolButton[kind="leave"] {{ background: #b3261e; font-weight: 600; }}
QToolButton[kind="leave"]:hover {{ background: #96201a; }}
QToolButton[kind="video"]:focus, QToolButton[kind="leave"]:focus {{ border-color: {on_video}; }}
QLabel#caption {{ color: {muted}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit {{ background: {surface}; color: {text}; border: 1px solid {outline}; border-radius: {r}px;
  padding: {p4}px {p7}px; min-height: {p20}px; selection-background-color: {selection}; selection-color: {on_selection}; }}
QLineEdit:focus {{ border: 2px solid {focus}; padding: {p3}px {p6}px; }}
ServerDialog QPlainTextEdit, ServerDialog QListWidget, ServerDialog QAbstractSpinBox {{ background: {surface}; color: {text};
  border: 1px solid {outline}; border-radius: {r}px; padding: {p3}px; }}
ServerDialog QPlainTextEdit:focus, ServerDialog QListWidget:focus, ServerDialog QAbstractSpinBox:focus {{ border: 1px solid {focus}; }}
ServerDialog QDateTimeEdit::drop-down {{ border: none; width: {p20}px; }}
ServerDialog QDateTimeEdit::down-arrow {{ image: url({images}/chevron_{shade}.svg); width: {p12}px; height: {p12}px; }}
ServerDialog QListWidget::item {{ padding: {p4}px {p3}px; }}
ServerDialog QListWidget::indicator {{ width: {p16}px; height: {p16}px; border: 1px solid {outline}; background: {surface}; border-radius: {p3}px; }}
ServerDialog QListWidget::indicator:checked {{ background: {fill}; border-color: {fill}; image: url({images}/check.svg); }}
ServerDialog QPlainTextEdit:disabled, ServerDialog QAbstractSpinBox:disabled {{ background: {window}; color: {disabled}; }}
QLineEdit:disabled, QLineEdit:read-only {{ background: {window}; }}
QCheckBox, QRadioButton {{ spacing: {p8}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {p16}px; height: {p16}px; border: 1px solid {outline}; background: {surface}; }}
QCheckBox::indicator {{ border-radius: {p3}px; }}
QRadioButton::indicator {{ border-radius: {p8r}px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {focus}; width: {p14}px; height: {p14}px; }}
QCheckBox::indicator:checked {{ background: {fill}; border-color: {fill}; image: url({images}/check.svg); }}
QRadioButton::indicator:checked {{ border: {p4}px solid {fill}; width: {p10}px; height: {p10}px; background: {on_fill}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {border}; background: {window}; }}
QComboBox {{ background: {raised}; color: {text}; border: 1px solid {outline}; border-radius: {r}px; padding: {p4}px {p7}px; min-height: {p20}px; }}
QComboBox:hover {{ background: {hover}; }}
QComboBox:focus {{ border: 2px solid {focus}; padding: {p3}px {p6}px; }}
QComboBox::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow {{ image: url({images}/chevron_{shade}.svg); width: {p12}px; height: {p12}px; }}
QListWidget#choices::indicator {{ width: {p13}px; height: {p13}px; border: 1px solid {outline}; border-radius: {p3}px; background: {surface}; }}
QListWidget#choices::indicator:checked {{ background: {fill}; border-color: {fill}; image: url({images}/check.svg); }}
QTextEdit#letter {{ background: #ffffff; color: #18202c; border: 1px solid {outline}; border-radius: {r}px; padding: {p3}px {p4}px; }}
QTextEdit#letter:focus {{ border-color: {focus}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QFrame#refusal {{ background: {danger_soft}; border: 1px solid {danger}; border-radius: {r}px; }}
QProgressBar {{ background: {border}; border: none; border-radius: 2px; }}
QProgressBar::chunk {{ background: {fill}; border-radius: 2px; }}
QSplitter::handle {{ background: {border}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {outline}; padding: {p4}px; }}
QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p12}px; margin: 0; }}
QScrollBar::handle {{ background: {outline}; border-radius: {p3}px; margin: {p3}px; }}
QScrollBar::handle:vertical {{ min-height: {p32}px; }}
QScrollBar::handle:horizontal {{ min-width: {p32}px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def stylesheet(colours: Colours, text_size: int, *, is_dark: bool) -> str:
    lengths = {f"p{n}": round(n * text_size / 100) for n in (3, 4, 6, 7, 8, 10, 12, 13, 14, 16, 20, 24, 32)}
    roles = {role: getattr(colours, role) for role in Colours.__slots__}
    return _SHEET.format(
        **roles,
        **lengths,
        r=round(6 * text_size / 100),
        p8r=round(16 * text_size / 100) // 2 + 1,
        images=_IMAGES.as_posix(),
        shade="dark" if is_dark else "light",
    )
