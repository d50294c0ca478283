"""The calendar for those who hear it and those who use no mouse: every event is read, every control has a name."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from mail import Answer, FreeBusy
from tests.mail.builders import NAM
from tests.mail.calendar.desk import an_item
from tests.ui.accessible import nameless, reached_by_tab
from tests.ui.calendar_page.conftest import PageDesk
from ui.calendar_page.agenda_list import EVENT_ROLE
from ui.calendar_page.questions_before import AnswerDialog, CancelDialog
from ui.calendar_page.view_bar import AGENDA, DAY, MONTH, WEEK

INVITED = {"is_meeting": True, "is_organizer": False, "organizer": NAM, "my_response": Answer.NONE}


def read_out(widget: QWidget) -> list[str]:
    """The names a screen reader finds below ``widget``, depth first."""
    found = []

    def walk(interface: object) -> None:
        found.append(interface.text(QAccessible.Text.Name))  # type: ignore[attr-defined]
        for place in range(interface.childCount()):  # type: ignore[attr-defined]
            child = interface.child(place)  # type: ignore[attr-defined]
            if child is not None and child.isValid() and not child.state().invisible:
                walk(child)

    walk(QAccessible.queryAccessibleInterface(widget))
    return found


def test_every_event_is_read_with_all_that_is_seen_of_it_in_every_view(desk: PageDesk) -> None:
    desk.put(
        an_item("Họp giao ban", hour=9, location="Phòng A201", **INVITED),
        an_item("Đi công tác", day=26, hour=0, hours=48, is_all_day=True, busy=FreeBusy.OUT_OF_OFFICE),
        an_item("Duyệt dự thảo", hour=9),
    )
    for view in (WEEK, DAY, MONTH, AGENDA):
        page = desk.open(view)
        page.show_view(view)
        desk.settle()
        read = read_out(page.views.currentWidget())
        meeting = next(words for words in read if words.startswith("Họp giao ban"))
        for part in ("Thứ Ba, 24/11/2026, 09:00–10:00", "Phòng A201", "chưa trả lời", "trùng giờ"):
            assert part in meeting, view
        if view != DAY:
            assert any(words.startswith("Đi công tác") and "cả ngày" in words for words in read), view


def test_an_event_may_be_pressed_by_a_screen_reader(desk: PageDesk) -> None:
    desk.put(an_item("Họp giao ban", hour=9, **INVITED))
    page = desk.open()
    block = desk.block("Họp giao ban")
    interface = QAccessible.queryAccessibleInterface(block)
    assert interface.role() == QAccessible.Role.Button
    block.click()  # what the accessible "press" does
    assert page.details.accept.hasFocus()


def test_the_hours_say_where_the_cursor_stands(desk: PageDesk) -> None:
    page = desk.open()
    page.focus_first()
    assert page.grid.sheet.accessibleName() == "Lịch theo giờ: Thứ Ba, 24/11/2026, hôm nay, 08:00–08:30"


def test_every_control_has_a_name(desk: PageDesk) -> None:
    desk.put(an_item("Họp giao ban", hour=9, **INVITED))
    for view in (WEEK, MONTH, AGENDA):
        page = desk.open(view)
        page.show_view(view)
        desk.settle()
        page.view.focus_event(page.view.events[0].id)
        assert nameless(page) == [], view
    item = page.view.events[0].item
    for dialog in (
        AnswerDialog(item, Answer.DECLINE, lambda *_: None, page),
        CancelDialog(item, lambda *_: None, page),
    ):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()


def test_tab_passes_the_small_month_the_bar_the_hours_an_event_and_its_details(desk: PageDesk) -> None:
    desk.put(an_item("Họp giao ban", hour=9, **INVITED), an_item("Khác", hour=15))
    page = desk.open()
    page.view.focus_event(desk.block("Họp giao ban").event_shown.id)  # type: ignore[union-attr]
    passed = reached_by_tab(page)
    wanted = [page.side.new_button, page.side.month.table, page.bar.today, page.grid.sheet, page.details.accept]
    for widget in (*wanted, desk.block("Họp giao ban")):
        assert widget in passed
    assert desk.block("Khác") not in passed  # one stop for all events: the arrows go among them


def test_the_agenda_reads_its_rows(desk: PageDesk) -> None:
    desk.put(an_item("Họp giao ban", hour=9, **INVITED))
    page = desk.open(AGENDA)
    rows = [page.agenda.model().index(row, 0) for row in range(page.agenda.model().rowCount())]
    assert [index.data(EVENT_ROLE) is None for index in rows] == [True, False]
    assert rows[0].data() == "Thứ Ba, 24/11/2026, hôm nay"


def test_the_sheet_of_keys_tells_every_key_once(desk: PageDesk) -> None:
    keys = [pair[0] for pair in desk.page.shortcuts]
    assert len(keys) == len(set(keys)) and {"N", "T", "1", "2", "3", "4", "Del", "Ctrl+Z"} <= set(keys)
    assert all(words for _, words in desk.page.shortcuts)
