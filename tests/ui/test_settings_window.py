"""What she chooses takes effect as it is chosen, and is there the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.accessible import nameless
from ui.application_style import StyleKeeper
from ui.preferences import Preferences
from ui.settings_window import SettingsWindow
from ui.style import DARK, LIGHT, apply_style, colours, current_theme


@pytest.fixture
def keeper(qapp: QApplication, preferences: Preferences) -> Iterator[StyleKeeper]:
    keeper = StyleKeeper(qapp, preferences)
    yield keeper
    keeper.deleteLater()
    apply_style(qapp, theme="light")


def test_the_theme_changes_at_once(keeper: StyleKeeper, preferences: Preferences) -> None:
    window = SettingsWindow(preferences)
    window.theme_buttons["dark"].click()
    assert colours() == DARK
    assert preferences.theme == "dark"
    window.theme_buttons["light"].click()
    assert colours() == LIGHT


def test_the_text_grows_at_once(keeper: StyleKeeper, preferences: Preferences, qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    window = SettingsWindow(preferences)
    window.text_size.setCurrentIndex(window.text_size.findData("150"))
    assert current_theme().text_size == preferences.text_size == 150
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * before)


def test_the_language_says_honestly_when_it_comes(preferences: Preferences) -> None:
    window = SettingsWindow(preferences)
    window.show()
    assert not window.language_note.isVisible()
    window.language.setCurrentIndex(window.language.findData("en"))
    assert preferences.language == "en"
    assert window.language_note.isVisible()
    window.language.setCurrentIndex(window.language.findData("vi"))
    assert not window.language_note.isVisible()


def test_choices_are_there_the_next_time(qapp: QApplication, preferences: Preferences, tmp_path: Path) -> None:
    preferences.choose("text_size", "125")
    preferences.choose("theme", "dark")
    preferences.remember_word("page", "documents")
    again = Preferences(tmp_path)
    assert (again.text_size, again.theme, again.word("page")) == (125, "dark", "documents")


def test_a_damaged_file_of_preferences_means_the_ordinary_ones(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "preferences.ini").write_bytes(
        b"[General]\ntext_size=9999\ntheme=\xff\xfe\nlanguage=@Variant(x)\n[layout\n"
    )
    preferences = Preferences(tmp_path)
    assert (preferences.text_size, preferences.theme, preferences.language) == (100, "system", "vi")


def test_every_control_has_a_name(preferences: Preferences) -> None:
    window = SettingsWindow(preferences)
    window.show()
    assert nameless(window) == []
