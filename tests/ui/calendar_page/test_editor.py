"""The editor: who is told is said before anything is sent, free and busy times, what is wrong, what would be lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QMessageBox

from mail import (
    AbsoluteMonthly,
    AbsoluteYearly,
    AskAvailability,
    AskRoomLists,
    AskRooms,
    Availability,
    BusyTime,
    Daily,
    Day,
    FreeBusy,
    MeetingDraft,
    Offline,
    Person,
    Recurrence,
    RelativeMonthly,
    Room,
    RoomList,
    Week,
    Weekly,
)
from tests.mail.builders import MAI, NAM
from tests.mail.calendar.desk import an_item, at
from tests.ui.accessible import nameless
from tests.ui.calendar_page.conftest import PageDesk
from tests.ui.waiting import wait_until
from ui.calendar_page.busy_times import busy_at, next_free, without_meeting
from ui.calendar_page.calendar_view import OWN_ZONE
from ui.calendar_page.editor import EventEditor
from ui.calendar_page.recurrence_editor import RecurrenceEditor

ROOM = Room("Phòng họp A201", "a201@boldptxh.example")


def test_the_meeting_that_is_moved_is_not_in_its_own_way() -> None:
    itself, other = (BusyTime(at(25, 9), at(25, 10), FreeBusy.BUSY, name) for name in ("Họp giao ban", "Họp khác"))
    later = BusyTime(at(25, 9, 30), at(25, 10), FreeBusy.BUSY)
    one = Availability(NAM.address, (itself, other, later))
    assert without_meeting(one, (at(25, 9), at(25, 10))).times == (other, later)
    assert without_meeting(one, (at(25, 9), at(25, 9, 30))) is one and without_meeting(one, None) is one


def answering(desk: PageDesk, monkeypatch: pytest.MonkeyPatch, times: dict[str, Availability]) -> list[object]:
    """The service answers questions at once; what was asked. ``times`` empty: there is no line."""
    asked: list[object] = []

    def ask(
        owner: object, question: object, then: Callable[[Any], None], failed: Callable[[Exception], None], **_: object
    ) -> None:
        asked.append(question)
        match question:
            case AskAvailability() if times:
                then(tuple(times.get(address, Availability(address)) for address in question.addresses))
            case AskRoomLists() if times:
                then((RoomList("Trụ sở Bộ", "phonghop@boldptxh.example"),))
            case AskRooms():
                then((ROOM,))
            case _:
                failed(Offline("host"))

    monkeypatch.setattr(desk.tools.service, "ask", ask)
    return asked


def an_editor(desk: PageDesk, **more: Any) -> EventEditor:
    given = {"start": at(25, 9), "end": at(25, 10), **more}
    page = desk.open()
    return page.editing.new(at(25, 9).astimezone(page.zone), at(25, 10), draft=MeetingDraft("Họp", **given))


def test_who_is_mailed_is_said_and_the_button_says_what_it_does(desk: PageDesk) -> None:
    editor = an_editor(desk)
    assert editor.save_button.text() == "Ghi vào lịch" and editor.told.isHidden()
    editor.required.show_people((NAM, MAI))
    assert editor.save_button.text() == "Gửi giấy mời"
    assert editor.told.text() == f"Sẽ gửi thư cho 2 người: {NAM.name}, {MAI.name}."
    assert nameless(editor) == []


def test_busy_people_are_named_and_the_next_free_time_is_taken(desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = Availability(NAM.address, (BusyTime(at(25, 9), at(25, 10, 30), FreeBusy.BUSY),))
    asked = answering(desk, monkeypatch, {NAM.address: busy})
    editor = an_editor(desk, required=(NAM, MAI))
    wait_until(lambda: editor.free_busy.next.isVisible())
    assert editor.free_busy.said.text() == f"Đang bận: {NAM.name}."
    assert f"{NAM.name}: bận" in editor.free_busy.grid.accessibleName()
    assert f"{MAI.name}: rảnh" in editor.free_busy.grid.accessibleName()
    editor.free_busy.next.click()
    assert editor.when.span() == (at(25, 10, 30), at(25, 11, 30))
    wait_until(lambda: editor.free_busy.said.text() == "Mọi người đều rảnh.")
    assert len([one for one in asked if isinstance(one, AskAvailability)]) == 1  # the same day is not asked for twice


def test_without_a_line_the_free_times_are_said_not_to_be_known(
    desk: PageDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(desk, monkeypatch, {})
    editor = an_editor(desk, required=(NAM,))
    wait_until(lambda: "Ngoại tuyến" in editor.free_busy.said.text())
    editor.place.button.click()
    menu = wait_until(QApplication.activePopupWidget)
    assert "Chưa biết phòng họp nào" in menu.actions()[0].text()
    menu.close()


def test_a_room_is_invited_and_names_the_place(desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(desk, monkeypatch, {ROOM.address: Availability(ROOM.address)})
    editor = an_editor(desk)
    editor.place.button.click()
    menu = wait_until(QApplication.activePopupWidget)
    menu.actions()[0].trigger()
    menu.close()
    assert (editor.draft().location, editor.draft().rooms) == (ROOM.name, (Person(ROOM.name, ROOM.address),))
    editor.save()
    wait_until(desk.items)
    desk.round()
    (mail,) = desk.desk.server.mailed
    assert mail.to == (ROOM.address,)
    assert desk.desk.calendar.rooms() == [ROOM]


def test_what_is_wrong_is_said_and_nothing_is_written(desk: PageDesk) -> None:
    editor = an_editor(desk)
    editor.required.line.setText("không phải địa chỉ")
    editor.save()
    assert editor.required.wrong.isVisible() and editor.isVisible()
    editor.required.line.clear()
    editor.when.end_time.setTime(editor.when.start_time.time().addSecs(-3600))
    assert not editor.save_button.isEnabled() and editor.when.said.text() == "Kết thúc phải sau bắt đầu."
    editor.save()
    assert editor.isVisible() and desk.items() == []


def test_a_conflict_of_her_own_is_named(desk: PageDesk) -> None:
    desk.put(an_item("Duyệt dự thảo", day=25, hour=9))
    editor = an_editor(desk)
    wait_until(lambda: editor.conflicts.isVisible())
    assert editor.conflicts.text() == "Trùng giờ với: Duyệt dự thảo (09:00–10:00)."


def test_closing_asks_before_what_was_written_is_lost(desk: PageDesk) -> None:
    editor = an_editor(desk)
    editor.close()
    assert not editor.isVisible()
    again = an_editor(desk)
    again.subject.setText("Khác")
    again.close()
    box = wait_until(lambda: next((one for one in again.findChildren(QMessageBox) if one.isVisible()), None))
    assert again.isVisible()
    next(button for button in box.buttons() if button.text() == "Bỏ").click()
    wait_until(lambda: not desk.page.editing.open_editors)
    assert desk.items() == []


def test_moving_the_start_keeps_the_length_and_all_day_counts_days(desk: PageDesk) -> None:
    editor = an_editor(desk)
    editor.when.start_time.setTime(editor.when.start_time.time().addSecs(5 * 3600))
    assert editor.when.span() == (at(25, 14), at(25, 15))
    editor.when.all_day.setChecked(True)
    assert editor.when.span() == (at(25, 0), at(26, 0))


PATTERNS = st.one_of(
    st.builds(Daily, st.integers(1, 9)),
    st.builds(
        Weekly,
        st.sets(st.sampled_from(list(Day)[:7]), min_size=1).map(lambda days: tuple(d for d in Day if d in days)),
        st.integers(1, 9),
    ),
    st.builds(AbsoluteMonthly, st.integers(1, 31), st.integers(1, 9)),
    st.builds(RelativeMonthly, st.sampled_from(Day), st.sampled_from(Week), st.integers(1, 9)),
    st.builds(AbsoluteYearly, st.integers(1, 28), st.integers(1, 12)),
)


@given(PATTERNS, st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.sampled_from(("never", "until", "count")))
def test_a_recurrence_opened_and_saved_untouched_stays_what_it_was(
    qapp: QApplication, pattern: Any, first: date, ends: str
) -> None:
    editor = RecurrenceEditor()
    last = first + timedelta(days=90) if ends == "until" else None
    given_one = Recurrence(pattern, first, last, 7 if ends == "count" else None)
    editor.show_recurrence(given_one, first)
    assert editor.recurrence() == given_one


TIMES = st.lists(
    st.tuples(st.integers(0, 4 * 96), st.integers(1, 20), st.sampled_from(list(FreeBusy))), max_size=12
).map(
    lambda found: tuple(
        BusyTime(at(23, 0) + timedelta(minutes=15 * a), at(23, 0) + timedelta(minutes=15 * (a + b)), status)
        for a, b, status in found
    )
)


@given(st.lists(TIMES, min_size=1, max_size=4), st.integers(1, 16))
def test_the_time_offered_is_free_for_all_in_office_hours(people: list[tuple[BusyTime, ...]], quarters: int) -> None:
    known = [Availability(f"p{place}@b.example", times) for place, times in enumerate(people)]
    until = datetime(2026, 11, 28, tzinfo=UTC)
    found = next_free(known, 15 * quarters, at(23, 9, 5), OWN_ZONE, until)
    if found is None:
        return
    end = found + timedelta(minutes=15 * quarters)
    assert found >= at(23, 9, 5) and found.weekday() < 5 and (found.hour, found.minute) >= (7, 30)
    assert end.date() == found.date() and (end.hour, end.minute) <= (17, 0)
    fine = (FreeBusy.FREE, FreeBusy.WORKING_ELSEWHERE)
    assert all(busy_at(one, found, end) in fine for one in known)
