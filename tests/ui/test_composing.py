"""No letter that is still being composed is lost when the focus leaves, a mail is sent, saved by key or closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from tests.ui.mail_page.conftest import MailDesk, desk  # noqa: F401  (a fixture)
from tests.ui.waiting import wait_until
from ui.mail_page.composer import Composer
from ui.mail_page.letter_editor import LetterEditor
from ui.widgets.composing import ComposedLine, ComposedText, commit_composing

KINDS: list[Callable[[], QWidget]] = [ComposedLine, ComposedText, LetterEditor]


def words_in(field: QWidget) -> str:
    return field.text() if isinstance(field, ComposedLine) else field.toPlainText()  # type: ignore[attr-defined]


def compose(field: QWidget, words: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(words, []))


@pytest.fixture
def window(qapp: QApplication) -> QWidget:
    box = QWidget()
    QVBoxLayout(box)
    return box


@pytest.mark.parametrize("make", KINDS)
def test_letters_stay_when_the_focus_leaves(window: QWidget, make: Callable[[], QWidget]) -> None:
    field, button = make(), QPushButton("Khác")
    for widget in (field, button):
        window.layout().addWidget(widget)
    window.show()
    window.activateWindow()
    field.setFocus()
    wait_until(field.hasFocus)
    compose(field, "tiế")
    compose(field, "tiếng")
    assert words_in(field) == ""
    button.setFocus()
    assert words_in(field) == "tiếng"
    field.setFocus()
    assert words_in(field) == "tiếng"


@pytest.mark.parametrize("make", KINDS)
def test_what_the_input_method_hands_over_itself_comes_once(window: QWidget, make: Callable[[], QWidget]) -> None:
    field = make()
    window.layout().addWidget(field)
    window.show()
    compose(field, "Việt")
    done = QInputMethodEvent("", [])
    done.setCommitString("Việt")
    QApplication.sendEvent(field, done)
    commit_composing(field)
    assert words_in(field) == "Việt"
    compose(field, " Nam")
    commit_composing(field)
    commit_composing(field)
    assert words_in(field) == "Việt Nam"
    compose(field, "x")
    compose(field, "")  # taken back with Escape or Backspace
    commit_composing(field)
    assert words_in(field) == "Việt Nam"


def new_composer(page_desk: MailDesk) -> Composer:
    page_desk.open()
    composer = page_desk.page.writing.new()
    composer.show()
    return composer


def test_a_draft_saved_by_key_or_closed_keeps_every_letter(desk: MailDesk) -> None:  # noqa: F811
    composer = new_composer(desk)
    compose(composer.subject, "Báo")
    compose(composer.to.line, "nam.vh@boldptxh.example")
    compose(composer.text, "Kính")
    composer.save_asked.emit()
    draft = composer.draft
    assert draft.subject == "Báo" and "Kính" in draft.text
    assert [one.address for one in draft.to] == ["nam.vh@boldptxh.example"]
    compose(composer.subject, " cáo")
    composer.close()
    wait_until(lambda: any(one.subject.replace(" ", "") in ("Báocáo", "cáoBáo") for one in desk.box.drafts()))


def test_a_pressed_button_takes_the_composed_letters_along(desk: MailDesk) -> None:  # noqa: F811
    composer = new_composer(desk)
    composer.to.line.setText("nam.vh@boldptxh.example")
    composer.subject.setText("Thuế")
    compose(composer.text, "Tiền")
    QTest.qWait(0)
    composer.send_button.click()
    draft, _ = wait_until(lambda: list(desk.box.outgoing.values()))[0]
    assert "Tiền" in draft.text
