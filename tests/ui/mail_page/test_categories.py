"""Categories on the page: seen in the row and over the mail, set and cleared from the menu, taken back with Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from mail import AddCategories, Category, MasterCategories, Offline
from mail.model import SetCategories
from tests.mail.fake_categories import FakeCategories
from tests.mail.fake_gateway import INBOX
from tests.ui.mail_page.conftest import RealDesk
from tests.ui.waiting import wait_until
from ui.mail_page.categories import CategoriesMenu
from ui.style import LIGHT, contrast
from ui.style.category_colours import DARK as DARK_DOTS
from ui.style.category_colours import LIGHT as LIGHT_DOTS
from ui.style.colours import DARK


def menu_of(real: RealDesk) -> CategoriesMenu:
    """The menu as the right button opens it, its part for categories."""
    for old in QApplication.topLevelWidgets():
        if isinstance(old, QMenu):
            old.close()
    real.page.side.show_menu(QPoint(10, 10))
    menus = [one for one in real.page.side.findChildren(CategoriesMenu) if one.menuAction() in _shown(real)]
    return menus[-1]


def _shown(real: RealDesk) -> list[object]:
    menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    return [action for menu in menus for action in menu.actions()]


def choose(menu: CategoriesMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def on_server(real: RealDesk) -> list[tuple[str, ...]]:
    return [real.server.items[one].summary.categories for one in real.server.ids_in(INBOX)]


def shown(real: RealDesk) -> list[tuple[str, ...]]:
    held = [real.page.message_list.messages.summary(row) for row in range(len(real.ids))]
    return [one.categories for one in held if one is not None]


def stored(real: RealDesk) -> list[tuple[str, ...]]:
    """What the list shows at once is written down a moment later."""
    return [one.categories for one in real.mailbox.summaries(real.mailbox.message_ids(INBOX))]


@pytest.fixture
def two(real: RealDesk) -> RealDesk:
    real.server.deliver(subject="Thư một")
    other = real.server.deliver(subject="Thư hai")
    real.server.perform(SetCategories(other, ("Việc của vụ",)))
    real.round()
    wait_until(lambda: real.subjects() == ["Thư hai", "Thư một"])
    real.page.message_list.stand_on(0)
    wait_until(lambda: real.page.reader.message is not None)
    return real


def test_they_are_seen_and_spoken(two: RealDesk) -> None:
    assert two.page.reader.head.chips.names == ("Việc của vụ",)
    assert two.page.reader.head.chips.isVisibleTo(two.page)
    spoken = two.page.message_list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "phân loại Việc của vụ" in spoken


def test_she_sets_and_clears_them_and_takes_it_back(two: RealDesk) -> None:
    menu = menu_of(two)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Việc của vụ"]
    choose(menu, "Khẩn")
    assert two.page.reader.head.chips.names == ("Việc của vụ", "Khẩn")  # at once
    wait_until(lambda: stored(two)[0] == ("Việc của vụ", "Khẩn"))
    two.round()
    assert on_server(two)[0] == ("Việc của vụ", "Khẩn")
    two.page.message_list.selectAll()
    choose(menu_of(two), "Bỏ mọi phân loại")
    wait_until(lambda: stored(two) == [(), ()])
    two.round()
    assert on_server(two) == [(), ()]
    QTest.keyClick(two.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: two.mailbox.summaries(two.mailbox.message_ids(INBOX))[0].categories == ("Việc của vụ", "Khẩn"))
    two.round()
    assert on_server(two) == [("Việc của vụ", "Khẩn"), ()]
    wait_until(lambda: shown(two) == on_server(two))


def test_a_name_of_her_own(two: RealDesk) -> None:
    choose(menu_of(two), "Phân loại khác…")
    dialog = wait_until(lambda: two.page.side.findChildren(QInputDialog))[0]
    dialog.setTextValue("  Hội nghị   tháng 12 ")
    dialog.accept()
    wait_until(lambda: shown(two)[0] == ("Việc của vụ", "Hội nghị tháng 12"))


def name_one(real: RealDesk, name: str) -> None:
    for old in real.page.side.findChildren(QInputDialog):
        old.setParent(None)
    choose(menu_of(real), "Phân loại khác…")
    dialog = wait_until(lambda: real.page.side.findChildren(QInputDialog))[0]
    dialog.setTextValue(name)
    dialog.accept()


def test_a_name_of_her_own_goes_into_the_mailboxs_list_too(two: RealDesk) -> None:
    there = FakeCategories((Category("Đỏ của Sở", 0),))
    two.service.replies[MasterCategories] = lambda _: there.master_list()
    two.service.replies[AddCategories] = lambda question: there.add(question.categories)
    two.page.side.categories.known._not_heard(Offline("x"))
    menu_of(two)
    wait_until(lambda: two.mailbox.known_categories() == there.categories)
    name_one(two, "Hội nghị")
    wait_until(lambda: there.categories == (Category("Đỏ của Sở", 0), Category("Hội nghị", 1)))
    wait_until(lambda: two.mailbox.categories_to_add() == ())
    assert two.mailbox.known_categories() == there.categories
    assert [action.text() for action in menu_of(two).actions()][:2] == ["Đỏ của Sở", "Hội nghị"]
    name_one(two, "hội nghị")  # known already: only set
    wait_until(lambda: [one for one in shown(two) if "hội nghị" in [name.casefold() for name in one]])
    assert sum(isinstance(one, AddCategories) for one in two.service.questions) == 1


def test_named_while_the_server_is_away_it_is_told_later(two: RealDesk) -> None:
    there = FakeCategories()
    away = [True]

    def asked(answer: Callable[[], object]) -> object:
        if away[0]:
            raise Offline("x")
        return answer()

    two.service.replies[MasterCategories] = lambda _: asked(there.master_list)
    two.service.replies[AddCategories] = lambda question: asked(lambda: there.add(question.categories))
    two.page.side.categories.known._not_heard(Offline("x"))
    name_one(two, "Hội nghị")
    wait_until(lambda: two.mailbox.categories_to_add())
    words = [action.text() for action in menu_of(two).actions()]
    assert "Khẩn" in words and "Hội nghị" in words  # the offered ones stay
    wait_until(lambda: not two.page.side.categories.known._asked)
    away[0] = False
    menu_of(two)
    wait_until(lambda: [one.name for one in there.categories][-1:] == ["Hội nghị"])
    assert len(there.categories) == 7  # a mailbox without a list gets what it was offered
    wait_until(lambda: two.mailbox.categories_to_add() == () and len(two.mailbox.known_categories()) == 7)


def test_the_mailboxs_own_list_is_asked_for_and_remembered(two: RealDesk) -> None:
    answers: list[object] = [Offline("x"), (Category("Đỏ của Sở", 0), Category("Xanh & trắng", 7))]

    def reply(question: object) -> object:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    wait_until(lambda: MasterCategories() in two.service.questions)  # unanswered when the page opened
    two.page.side.categories.known._not_heard(Offline("x"))
    two.service.replies[MasterCategories] = reply
    assert "Khẩn" in [action.text() for action in menu_of(two).actions()]
    wait_until(lambda: len(answers) == 1)
    wait_until(lambda: not two.page.side.categories.known._asked)
    menu_of(two)
    wait_until(lambda: two.mailbox.known_categories())
    assert two.page.side.categories.known.colour_of("đỏ của sở") == 0
    words = [action.text() for action in menu_of(two).actions()]
    assert words[:3] == ["Đỏ của Sở", "Xanh && trắng", "Việc của vụ"] and "Khẩn" not in words


def test_importance_is_seen_and_spoken(real: RealDesk) -> None:
    from dataclasses import replace

    for importance in ("Low", "High"):
        item = real.server.deliver(subject=importance)
        real.server.items[item].summary = replace(real.server.items[item].summary, importance=importance)
    real.round()
    wait_until(lambda: real.subjects() == ["High", "Low"])
    model = real.page.message_list.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert "quan trọng" in spoken[0] and "không quan trọng" in spoken[1]
    real.page.message_list.stand_on(0)
    wait_until(lambda: real.page.reader.head.importance.text() == "Quan trọng")


def test_every_dot_stands_out_on_its_ground() -> None:
    assert len(LIGHT_DOTS) == len(DARK_DOTS) == 25
    assert all(contrast(dot, LIGHT.surface) >= 3 and contrast(dot, LIGHT.selection) >= 3 for dot in LIGHT_DOTS)
    assert all(contrast(dot, DARK.surface) >= 3 and contrast(dot, DARK.selection) >= 3 for dot in DARK_DOTS)
