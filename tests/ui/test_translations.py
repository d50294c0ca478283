"""No word of the interface is left untranslated, and what is compiled is what is written."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ui.translations import FILES, FOLDER, install
from ui.translations.__main__ import OUR_WORDS, compile_to, unfinished, update

HINT = "run `python -m ui.translations` and translate what it names"


def words(ts_file: Path) -> dict[tuple[str, str], str]:
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message.findtext("translation") or ""
        for context in ElementTree.parse(ts_file).iter("context")
        for message in context.iter("message")
    }


def test_the_translation_file_holds_every_word_of_the_sources(tmp_path: Path) -> None:
    fresh = tmp_path / OUR_WORDS.name
    fresh.write_bytes(OUR_WORDS.read_bytes())
    update(fresh)
    assert set(words(fresh)) == set(words(OUR_WORDS)), HINT
    assert unfinished(fresh) == [], HINT


@pytest.mark.parametrize("name", FILES.values())
def test_every_word_is_translated_and_compiled(name: str, tmp_path: Path) -> None:
    ts_file, fresh = FOLDER / f"{name}.ts", tmp_path / "fresh.qm"
    assert unfinished(ts_file) == []
    compile_to(ts_file, fresh)
    assert fresh.read_bytes() == ts_file.with_suffix(".qm").read_bytes(), HINT


@pytest.mark.parametrize(("key", "translation"), words(OUR_WORDS).items(), ids=lambda value: "")
def test_the_same_facts_stand_in_both_languages(key: tuple[str, str], translation: str) -> None:
    def names(text: str) -> set[str | None]:
        return {field for _, field, _, _ in Formatter().parse(text) if field is not None}

    assert names(key[1]) == names(translation)


def test_qts_own_words_keep_their_places_and_end() -> None:
    for (_, source), translation in words(FOLDER / "qt_vi.ts").items():
        assert set(re.findall(r"%\w", source)) == set(re.findall(r"%\w", translation)), source


def test_contexts_have_names() -> None:
    assert all(context for context, _ in words(OUR_WORDS)), "a bare tr(): give translate() its context"


def test_qts_own_buttons_speak_vietnamese(qapp: QApplication) -> None:
    install(qapp, "vi")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Close)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Huỷ", "Đóng"}


def test_a_class_speaks_the_language_in_force_and_so_does_its_child(qapp: QApplication) -> None:
    class NavigationRail(QObject):
        def said(self) -> str:
            return self.tr("Cài đặt")

    class Child(NavigationRail):
        pass

    install(qapp, "en")
    try:
        assert NavigationRail().said() == "Settings"
        assert Child().said() == "Settings"
    finally:
        install(qapp, "vi")
    assert NavigationRail().said() == "Cài đặt"
