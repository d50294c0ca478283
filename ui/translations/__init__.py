"""The desk's languages. Source strings are Vietnamese; English and Qt's own words in Vietnamese are translation files.

`python -m ui.translations` brings the .ts files up to date with the sources and compiles the .qm files beside them.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

FOLDER = Path(__file__).parent
FILES = {"vi": "qt_vi", "en": "ban_cong_vu_en"}
"""What each language needs: Qt ships no Vietnamese, and its own words are English already."""
_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_installed: list[QTranslator] = []


def install(application: QCoreApplication, language: str) -> None:
    """Speak ``language`` from now on: windows made later use it, with its dates and numbers."""
    for old in _installed:
        application.removeTranslator(old)
    _installed.clear()
    QLocale.setDefault(_LOCALES[language])
    translator = QTranslator(application)
    if translator.load(FILES[language], str(FOLDER)):
        application.installTranslator(translator)
        _installed.append(translator)
