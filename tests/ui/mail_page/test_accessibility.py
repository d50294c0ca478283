"""The mail page for those who hear it and those who use no mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from tests.ui.accessible import nameless, reached_by_tab
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.waiting import wait_until
from ui.mail_page.folder_list import LocalFolder


def test_every_control_has_a_name(desk: MailDesk) -> None:
    desk.box.add("a", "Thư", html="<p>Theo 12/2024/TT-BLĐPTXH</p>", attachments=(("a.txt", b"a"), ("b.txt", b"b")))
    desk.open()
    desk.stand_on(0)
    wait_until(lambda: desk.page.reader.cited.chips)
    assert nameless(desk.page) == []
    composer = desk.page.writing.new("nam.vh@boldptxh.example")
    composer.more_fields.click()
    assert nameless(composer) == []
    composer.subject.setText("Dở dang")
    composer.close()
    wait_until(lambda: desk.page.folder_list.count_of(LocalFolder.DRAFTS) == 1)
    desk.page.folder_list.choose(LocalFolder.DRAFTS)
    wait_until(lambda: desk.page.list_pane.shows_local)
    assert nameless(desk.page) == []


def test_tab_passes_folders_search_list_buttons_and_text(desk: MailDesk) -> None:
    desk.box.add("a", "Thư")
    desk.open()
    desk.stand_on(0)
    passed = reached_by_tab(desk.page)
    page = desk.page
    for widget in (page.new_button, page.folder_list, page.list_pane.search, page.message_list, page.reader.body.view):
        assert widget in passed


def test_the_sheet_of_keys_tells_every_key_once(desk: MailDesk) -> None:
    keys = [pair[0] for pair in desk.page.shortcuts]
    assert len(keys) == len(set(keys)) and {"Ctrl+N", "Ctrl+R", "Del", "U"} <= set(keys)
    assert all(words for _, words in desk.page.shortcuts)


def test_the_focus_is_seen_on_every_control(desk: MailDesk) -> None:
    """A control that has the focus is drawn otherwise than without it."""
    news = '<p>Theo 12/2024/TT-BLĐPTXH</p><img src="https://a.example/1.png">'
    desk.box.add("a", "Thư", html=news, attachments=(("a.txt", b"a"), ("b.txt", b"b")), is_read=True)
    desk.box.add("b", "Thư sau", minutes_ago=5)
    desk.open()
    page = desk.page
    page.activateWindow()
    desk.stand_on(0)
    wait_until(lambda: page.reader.cited.chips and page.reader.pictures.isVisible())
    unseen = []
    controls = reached_by_tab(page)
    for control in controls:
        control.setFocus()
        wait_until(control.hasFocus, what=type(control).__name__)
        around = QRect(control.mapTo(page, QPoint(0, 0)), control.size()).adjusted(-3, -3, 3, 3)
        focused = page.grab(around).toImage()
        control.clearFocus()
        if page.grab(around).toImage() == focused:
            unseen.append(f"{type(control).__name__} {control.accessibleName()}")
    assert len(controls) > 15 and unseen == []
