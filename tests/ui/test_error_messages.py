"""Every error of the three features has words of its own, in both languages, and never its own inside."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

import conference
import docs_archive
import mail
from ui.error_messages import describe, describe_code
from ui.spoken_errors import spoken
from ui.translations import install
from ui.weight import Weight


def all_below(root: type[Exception]) -> list[type[Exception]]:
    return [root, *(one for child in root.__subclasses__() for one in all_below(child))]


FRONT_DOORS = {door.__name__: door.__all__ for door in (mail, docs_archive, conference)}
ERRORS = [
    error
    for root in (mail.MailError, docs_archive.ArchiveError, conference.ConferenceError)
    for error in all_below(root)
    if error.__name__ in FRONT_DOORS.get(error.__module__.partition(".")[0], ())  # others never leave their feature
]


def test_the_walk_finds_the_errors() -> None:
    assert mail.WrongPassword in ERRORS
    assert docs_archive.FeedRolledBack in ERRORS
    assert conference.PlayerMissing in ERRORS
    assert len(ERRORS) >= 30


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_each_has_words_in_vietnamese(error: type[Exception]) -> None:
    words = describe(error("một", "hai"))
    assert words.title
    assert words.text.endswith((".", "?"))
    assert words.advice.endswith(".")
    assert "{" not in words.whole


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_each_has_words_in_english(qapp: QApplication, error: type[Exception]) -> None:
    vietnamese = describe(error("a", "b"))
    install(qapp, "en")
    try:
        english = spoken(error("a", "b"))
    finally:
        install(qapp, "vi")
    assert (english.title, english.text, english.advice) != (vietnamese.title, vietnamese.text, vietnamese.advice)
    assert english.text != vietnamese.text
    assert english.advice != vietnamese.advice


def test_each_error_has_a_sentence_no_other_has() -> None:
    texts = [describe(error("x", "y")).text for error in ERRORS]
    alike = [error.__name__ for error, text in zip(ERRORS, texts, strict=True) if texts.count(text) > 1]
    assert alike == []


def test_what_mends_itself_is_a_word_in_the_status_line_and_what_needs_her_a_dialog() -> None:
    assert describe(mail.Offline("host")).weight is Weight.STATUS
    assert describe(docs_archive.FeedOffline("host")).weight is Weight.STATUS
    assert describe(mail.WrongPassword("who")).weight is Weight.DIALOG
    assert describe(mail.DiskFull("path")).weight is Weight.DIALOG
    assert describe(docs_archive.FeedNotTrusted("root.json")).weight is Weight.NOTICE


def test_facts_from_outside_are_named_in_one_short_line() -> None:
    text = describe(mail.NotExchange("may\nchu " + "x" * 500)).text
    assert "may chu" in text
    assert "\n" not in text
    assert len(text) < 300


def test_an_error_without_its_facts_still_speaks() -> None:
    assert "?" in describe(mail.UnknownSchema()).text


def test_braces_from_outside_are_taken_as_they_are() -> None:
    assert "{0.__class__}" in describe(mail.NotExchange("{0.__class__}")).text


def test_known_codes_of_the_server_have_their_own_sentence() -> None:
    assert describe_code("ErrorInvalidRecipients") == "Máy chủ không nhận địa chỉ người nhận."
    assert "ErrorSomethingNew" in describe_code("ErrorSomethingNew")


def test_a_subclass_nobody_thought_of_speaks_with_its_parents_words() -> None:
    class Odd(mail.Offline):
        pass

    assert describe(Odd("h")).title == describe(mail.Offline("h")).title


def test_what_nobody_expected_names_only_its_kind() -> None:
    words = describe(ValueError("password=Demo@2026"))
    assert "ValueError" in words.text
    assert "Demo@2026" not in words.whole
