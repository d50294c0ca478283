"""The rows of the settings window that belong to writing: the letter's font and size, and the seconds to undo in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from ui.preferences import Preferences
from ui.style import px

from .sending_off import UNDO_KEY, UNDO_SECONDS

FONTS = ("Times New Roman", "Arial", "Calibri", "Tahoma")
SIZES = ("13", "14", "12", "16")
FONT_KEY, SIZE_KEY = "letter_font", "letter_size"
DEFAULT_FONT, DEFAULT_SIZE = "Times New Roman", "14"


def add_writing_settings(form: QFormLayout, preferences: Preferences) -> None:
    """Each takes effect with the next letter."""
    translate = QCoreApplication.translate
    font = _choice(preferences, FONT_KEY, [(name, name) for name in FONTS], DEFAULT_FONT)
    font.setAccessibleName(translate("WritingSettings", "Kiểu chữ của thư"))
    size = _choice(preferences, SIZE_KEY, [(one, one) for one in sorted(SIZES)], DEFAULT_SIZE)
    size.setAccessibleName(translate("WritingSettings", "Cỡ chữ của thư"))
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(8))
    line.addWidget(font, 1)
    line.addWidget(size)
    form.addRow(translate("WritingSettings", "Chữ của thư"), row)
    words = translate("WritingSettings", "{count} giây")
    never = translate("WritingSettings", "Gửi ngay, không chờ")
    choices = [(str(one), words.format(count=one) if one else never) for one in UNDO_SECONDS]
    undo = _choice(preferences, UNDO_KEY, choices, "10")
    undo.setObjectName("undo_send_seconds")
    undo.setAccessibleName(translate("WritingSettings", "Hoàn tác gửi trong"))
    form.addRow(translate("WritingSettings", "Hoàn tác gửi trong"), undo)


def letter_font(preferences: Preferences) -> tuple[str, int]:
    """(family, points) a letter is written in."""
    size = preferences.word(SIZE_KEY, DEFAULT_SIZE)
    return preferences.word(FONT_KEY, DEFAULT_FONT), int(size if size in SIZES else DEFAULT_SIZE)


def _choice(preferences: Preferences, key: str, choices: list[tuple[str, str]], default: str) -> QComboBox:
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    known = box.findData(preferences.word(key, default))
    box.setCurrentIndex(known if known >= 0 else box.findData(default))
    box.currentIndexChanged.connect(lambda index: preferences.remember_word(key, box.itemData(index)))
    return box
