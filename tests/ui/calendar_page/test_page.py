"""What a person does on the calendar page, with keys and mouse, on a real store with a sync and a server in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from mail import Answer, Attendee, Day, ItemKind, Recurrence, Refused, Weekly
from mail.calendar.gateway import ServerItem
from tests.mail.builders import HANH, MAI, NAM
from tests.mail.calendar.desk import an_item, at
from tests.ui.accessible import nameless
from tests.ui.calendar_page.conftest import PageDesk
from tests.ui.waiting import wait_until
from ui.calendar_page.event_search import EventSearch
from ui.calendar_page.questions_before import AnswerDialog, CancelDialog
from ui.calendar_page.refusals import Refusals
from ui.calendar_page.view_bar import AGENDA, DAY, MONTH, WEEK

WEEKLY = Recurrence(Weekly((Day.TUESDAY,)), date(2026, 11, 3))


def invited(subject: str = "Họp giao ban", **more: object) -> ServerItem:
    given = {"is_meeting": True, "is_organizer": False, "organizer": NAM, "my_response": Answer.NONE, **more}
    return an_item(subject, **given)  # type: ignore[arg-type]


def own_meeting(subject: str = "Họp của tôi", **more: object) -> ServerItem:
    people = (Attendee(NAM), Attendee(MAI))
    return an_item(subject, is_meeting=True, organizer=HANH, attendees=people, **more)  # type: ignore[arg-type]


def answer_box(desk: PageDesk, words: str) -> None:
    """Press the button of the open question that says ``words``."""
    box = wait_until(lambda: next((one for one in desk.page.findChildren(QMessageBox) if one.isVisible()), None))
    next(button for button in box.buttons() if button.text() == words).click()


# --- seeing ---------------------------------------------------------------------------------------------------------


def test_the_week_shows_what_the_store_has_and_what_comes(desk: PageDesk) -> None:
    desk.put(an_item("Duyệt dự thảo"))
    desk.open()
    assert desk.block("Duyệt dự thảo").accessibleName().startswith("Duyệt dự thảo, Thứ Ba, 24/11/2026, 08:00–09:00")
    assert desk.page.bar.title.text() == "23–29/11/2026"
    desk.desk.server.put(an_item("Mới đến", hour=14))
    desk.round()
    desk.block("Mới đến")


def test_keys_choose_the_view_and_it_is_remembered(desk: PageDesk) -> None:
    desk.open()
    page = desk.page
    for key, view, title in (
        (Qt.Key.Key_D, DAY, "Thứ Ba, 24/11/2026"),
        (Qt.Key.Key_M, MONTH, "Tháng 11/2026"),
        (Qt.Key.Key_4, AGENDA, "24/11 – 23/12/2026"),
        (Qt.Key.Key_2, WEEK, "23–29/11/2026"),
    ):
        page.focus_first()
        QTest.keyClick(page.focusWidget(), key)
        assert (page.view_name, page.bar.title.text()) == (view, title)
        assert desk.tools.preferences.word("calendar_view") == view


def test_forward_back_today_and_the_small_month(desk: PageDesk) -> None:
    desk.open()
    page = desk.page
    page.focus_first()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_PageDown)
    assert page.bar.title.text() == "30/11 – 06/12/2026"
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_T)
    assert page.bar.title.text() == "23–29/11/2026"
    page.side.month.turn(1)
    page.side.month.table.setCurrentCell(2, 3)  # the third week from 30/11 on: Thursday 17/12
    QTest.keyClick(page.side.month.table, Qt.Key.Key_Return)
    assert page.day == date(2026, 12, 17) and page.grid.sheet.cursor_slot[0] == date(2026, 12, 17)


def test_a_working_week_has_five_days_and_is_remembered(desk: PageDesk) -> None:
    desk.open()
    desk.page.side.working_week.click()
    assert [day.weekday() for day in desk.page.grid.days] == [0, 1, 2, 3, 4]
    assert desk.tools.preferences.word("calendar_working_week") == "yes"


def test_arrows_walk_over_the_edge_of_the_week(desk: PageDesk) -> None:
    desk.open()
    page = desk.page
    page.focus_first()
    for _ in range(6):
        QTest.keyClick(page.grid.sheet, Qt.Key.Key_Right)
    assert page.grid.sheet.cursor_slot[0] == date(2026, 11, 30)
    assert page.bar.title.text() == "30/11 – 06/12/2026"


def test_arrows_walk_among_events_and_escape_returns_to_the_hours(desk: PageDesk) -> None:
    desk.put(an_item("Sáng", hour=8), an_item("Chiều", hour=14), an_item("Hôm sau", day=25, hour=13))
    desk.open()
    page = desk.page
    page.view.focus_event(desk.block("Sáng").event_shown.id)  # type: ignore[union-attr]
    QTest.keyClick(desk.block("Sáng"), Qt.Key.Key_Down)
    assert desk.block("Chiều").hasFocus()
    QTest.keyClick(desk.block("Chiều"), Qt.Key.Key_Right)
    assert desk.block("Hôm sau").hasFocus()
    assert page.details.event_shown is not None and page.details.event_shown.item.subject == "Hôm sau"
    QTest.keyClick(desk.block("Hôm sau"), Qt.Key.Key_Escape)
    assert page.grid.sheet.hasFocus() and page.grid.sheet.cursor_slot == (date(2026, 11, 25), 13 * 60)


def test_a_full_day_of_the_month_counts_what_it_hides_and_opens_the_day(desk: PageDesk) -> None:
    desk.put(*(an_item(f"Việc {hour}", hour=hour, hours=0.5) for hour in range(7, 18)))
    desk.open(MONTH)
    more = wait_until(lambda: next((button for button in desk.page.month._more if button.isVisible()), None))
    shown = sum(block.isVisible() for block in desk.page.month.blocks)
    assert more.text() == f"+{11 - shown} nữa"
    more.click()
    assert desk.page.view_name == DAY and desk.page.day == date(2026, 11, 24)


# --- making, moving, calling off -------------------------------------------------------------------------------------


def test_n_makes_an_appointment_where_the_cursor_stands_offline(desk: PageDesk) -> None:
    desk.open()
    page = desk.page
    page.grid.sheet.set_cursor(date(2026, 11, 25), 10 * 60)
    page.focus_first()
    QTest.keyClick(page.grid.sheet, Qt.Key.Key_N)
    (editor,) = page.editing.open_editors
    wait_until(editor.isActiveWindow)
    editor.subject.setText("Đọc hồ sơ")
    QTest.keyClick(editor.subject, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    block = desk.block("Đọc hồ sơ")
    assert "sẽ gửi khi có mạng" in block.accessibleName()
    (item,) = desk.items()
    assert (item.start, item.end) == (at(25, 10), at(25, 10, 30)) and not item.is_meeting
    desk.round()
    assert [one.item.subject for one in desk.desk.server.kept.values()] == ["Đọc hồ sơ"]
    assert desk.desk.server.mailed == []
    wait_until(lambda: "sẽ gửi khi có mạng" not in desk.block("Đọc hồ sơ").accessibleName())


def test_dragging_over_empty_hours_opens_a_new_event_there(desk: PageDesk) -> None:
    desk.open()
    sheet = desk.page.grid.sheet
    x = sheet.column(3).center().x()
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=QPoint(x, sheet.y_of(13 * 60) + 3))
    QTest.mouseMove(sheet, QPoint(x, sheet.y_of(14 * 60)))
    QTest.mouseMove(sheet, QPoint(x, sheet.y_of(15 * 60)))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=QPoint(x, sheet.y_of(15 * 60)))
    (editor,) = desk.page.editing.open_editors
    assert editor.when.span() == (at(26, 13), at(26, 15))


def drag(block: QWidget, start: QPoint, by: QPoint) -> None:
    QTest.mousePress(block, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(block, start + by / 2)
    QTest.mouseMove(block, start + by)
    QTest.mouseRelease(block, Qt.MouseButton.LeftButton, pos=start + by)


def test_an_appointment_is_dragged_to_another_day_and_undone(desk: PageDesk) -> None:
    desk.put(an_item("Tiếp dân", hour=9))
    page = desk.open()
    sheet = page.grid.sheet
    block = desk.block("Tiếp dân")
    across = sheet.column(3).left() - sheet.column(1).left()
    drag(block, block.rect().center(), QPoint(across, sheet.y_of(90)))
    wait_until(lambda: [(one.start, one.end) for one in desk.items()] == [(at(26, 10, 30), at(26, 11, 30))])
    wait_until(lambda: desk.said and desk.said[-1].text == "Đã dời lịch.")
    QTest.keyClick(page.grid.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: [one.start for one in desk.items()] == [at(24, 9)])


def test_undo_after_the_server_has_it_puts_it_back(desk: PageDesk) -> None:
    desk.put(an_item("Tiếp dân", hour=9))
    page = desk.open()
    block = desk.block("Tiếp dân")
    drag(block, block.rect().center(), QPoint(0, page.grid.sheet.y_of(60)))
    wait_until(lambda: [one.start for one in desk.items()] == [at(24, 10)])
    desk.round()
    assert [one.item.start for one in desk.desk.server.kept.values()] == [at(24, 10)]
    page.acts.undo()
    wait_until(lambda: [one.start for one in desk.items()] == [at(24, 9)])
    desk.round()
    assert [one.item.start for one in desk.desk.server.kept.values()] == [at(24, 9)]


def test_an_all_day_event_is_dragged_over_the_hours_to_another_day(desk: PageDesk) -> None:
    desk.put(an_item("Trực lãnh đạo", day=24, hour=0, hours=24, is_all_day=True))
    page = desk.open()
    block = desk.block("Trực lãnh đạo")
    across = page.grid.sheet.column(3).left() - page.grid.sheet.column(1).left()
    drag(block, block.rect().center(), QPoint(across, 0))
    wait_until(lambda: [(one.start, one.end) for one in desk.items()] == [(at(26, 0), at(27, 0))])
    assert desk.items()[0].is_all_day


def test_pulling_the_lower_edge_makes_it_longer(desk: PageDesk) -> None:
    desk.put(an_item("Đọc hồ sơ", hour=9))
    page = desk.open()
    block = desk.block("Đọc hồ sơ")
    drag(block, QPoint(block.width() // 2, block.height() - 2), QPoint(0, page.grid.sheet.y_of(60)))
    wait_until(lambda: [(one.start, one.end) for one in desk.items()] == [(at(24, 9), at(24, 11))])


def test_a_meeting_is_dragged_only_after_she_says_who_is_told(desk: PageDesk) -> None:
    desk.put(own_meeting(hour=9))
    page = desk.open()
    block = desk.block("Họp của tôi")
    drag(block, block.rect().center(), QPoint(0, page.grid.sheet.y_of(120)))
    box = wait_until(lambda: next((one for one in page.findChildren(QMessageBox) if one.isVisible()), None))
    assert "2 người sẽ nhận thư báo" in box.informativeText()
    assert [one.start for one in desk.items()] == [at(24, 9)]
    answer_box(desk, "Dời và báo")
    wait_until(lambda: [one.start for one in desk.items()] == [at(24, 11)])
    desk.round()
    assert {mailed.kind for mailed in desk.desk.server.mailed} and len(desk.desk.server.mailed) == 1


def test_others_meetings_are_not_dragged(desk: PageDesk) -> None:
    desk.put(invited())
    desk.open()
    block = desk.block("Họp giao ban")
    drag(block, block.rect().center(), QPoint(0, 100))
    assert [one.start for one in desk.items()] == [at(24, 8)] and not desk.said


def test_delete_asks_and_a_whole_series_goes_with_one_answer(desk: PageDesk) -> None:
    desk.put(an_item("Tập thể dục", day=3, kind=ItemKind.SERIES, recurrence=WEEKLY))
    page = desk.open()
    page.view.focus_event(desk.block("Tập thể dục").event_shown.id)  # type: ignore[union-attr]
    QTest.keyClick(desk.block("Tập thể dục"), Qt.Key.Key_Delete)
    dialog = wait_until(lambda: page.findChild(CancelDialog))
    dialog.series.setChecked(True)
    assert desk.items()
    dialog.yes.click()
    wait_until(lambda: not desk.items())
    page.acts.undo()
    desk.block("Tập thể dục")


def test_one_occurrence_is_edited_and_the_others_stay(desk: PageDesk) -> None:
    desk.put(an_item("Giao ban tuần", day=3, kind=ItemKind.SERIES, recurrence=WEEKLY))
    page = desk.open()
    page.handling.open_event(desk.block("Giao ban tuần").event_shown)
    answer_box(desk, "Sửa buổi này")
    editor = wait_until(lambda: page.editing.open_editors)[0]
    assert not editor.repeats.isVisible()
    editor.place.place.setText("Phòng B305")
    editor.save()
    wait_until(lambda: [one.location for one in desk.items()] == ["Phòng B305"])
    others = desk.desk.calendar.items(at(30, 0), at(14, 0, month=12))
    assert [one.location for one in others] == ["", ""]


def test_a_series_is_made_in_the_editor(desk: PageDesk) -> None:
    page = desk.open()
    editor = page.editing.new(at(24, 8).astimezone(page.zone), at(24, 9).astimezone(page.zone))
    editor.subject.setText("Giao ban")
    editor.repeats.kind.setCurrentIndex(editor.repeats.kind.findText("Hằng tuần"))
    editor.repeats.ends.setCurrentIndex(2)
    editor.repeats.count.setValue(3)
    assert editor.repeats.words.text() == "Thứ Ba hằng tuần, 3 lần"
    editor.save()
    wait_until(desk.items)
    later = desk.desk.calendar.items(at(24, 0), at(30, 0, month=12))
    assert [one.start for one in later] == [at(24), at(1, month=12), at(8, month=12)]


# --- others' meetings ------------------------------------------------------------------------------------------------


def test_an_invitation_is_accepted_with_one_reply(desk: PageDesk) -> None:
    desk.put(invited())
    page = desk.open()
    page.handling.open_event(desk.block("Họp giao ban").event_shown)
    assert page.details.accept.hasFocus()
    page.details.accept.click()
    dialog = wait_until(lambda: page.findChild(AnswerDialog))
    dialog.comment.setText("Tôi sẽ dự.")
    dialog.yes.click()
    wait_until(lambda: [one.my_response for one in desk.items()] == [Answer.ACCEPT])
    desk.round()
    desk.round()
    (reply,) = desk.desk.server.mailed
    assert reply.to == (NAM.address,) and reply.comment == "Tôi sẽ dự."
    assert len(desk.items()) == 1


def test_a_series_is_answered_whole_at_first_and_by_the_day_once_she_has_answered(desk: PageDesk) -> None:
    series = {"day": 3, "kind": ItemKind.SERIES, "recurrence": WEEKLY}
    desk.put(invited("Giao ban mới", **series), invited("Giao ban cũ", my_response=Answer.ACCEPT, **series))
    page = desk.open()
    for subject, whole in (("Giao ban mới", True), ("Giao ban cũ", False)):
        dialog = AnswerDialog(desk.block(subject).event_shown.item, Answer.DECLINE, lambda *_: None, page)  # type: ignore[union-attr]
        assert dialog.series.isChecked() is whole, subject
        assert dialog.this.isChecked() is not whole, subject
        dialog.close()


def test_another_time_is_proposed_to_the_organiser(desk: PageDesk) -> None:
    desk.put(invited())
    page = desk.open()
    page.editing.propose(desk.block("Họp giao ban").event_shown)  # type: ignore[arg-type]
    (dialog,) = page.editing.open_proposals
    assert not dialog.yes.isEnabled()
    dialog.when.show_span(at(24, 14), at(24, 15), is_all_day=False)
    dialog.yes.click()
    wait_until(lambda: [one.my_response for one in desk.items()] == [Answer.TENTATIVE])
    desk.round()
    (reply,) = desk.desk.server.mailed
    assert reply.proposed == (at(24, 14), at(24, 15)) and reply.to == (NAM.address,)


def test_a_conference_is_joined_from_the_details(desk: PageDesk) -> None:
    desk.put(invited("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà"), invited("Họp thường", hour=15))
    page = desk.open()
    page.view.focus_event(desk.block("Họp thường").event_shown.id)  # type: ignore[union-attr]
    assert page.details.join.isHidden()
    page.view.focus_event(desk.block("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà").event_shown.id)  # type: ignore[union-attr]
    page.details.join.click()
    assert [asked.summary for asked in desk.joined] == ["Họp giao ban trực tuyến Bộ – tỉnh Hải Hà"]


def test_a_conflict_is_seen_and_said(desk: PageDesk) -> None:
    desk.put(an_item("Một", hour=9), an_item("Hai", hour=9), an_item("Ba", hour=10))
    desk.open()
    assert "trùng giờ" in desk.block("Một").accessibleName() and "trùng giờ" in desk.block("Hai").accessibleName()
    assert "trùng giờ" not in desk.block("Ba").accessibleName()


def test_the_focus_stays_on_its_event_when_the_sheet_is_laid_out_anew(desk: PageDesk) -> None:
    desk.put(*(an_item(f"Việc {hour}", hour=hour) for hour in range(8, 14)))
    page = desk.open()
    page.view.focus_event(desk.block("Việc 10").event_shown.id)  # type: ignore[union-attr]
    page.resize(1000, 700)
    desk.desk.server.put(an_item("Chen vào", hour=9))
    desk.round()
    desk.block("Chen vào")
    assert desk.block("Việc 10").hasFocus() and desk.block("Việc 10").is_chosen


def test_what_the_server_refused_is_said_once_with_a_way_to_it(desk: PageDesk) -> None:
    desk.put(own_meeting(hour=9))
    page = desk.open()
    refusals = Refusals(desk.tools, page)
    asked: list[object] = []
    refusals.show_asked.connect(asked.append)
    item = desk.items()[0]
    desk.desk.server.lose_request("change", Refused("ErrorAccessDenied"))
    page.acts.move(item, at(24, 15), at(24, 16), notify=True)
    wait_until(lambda: [one.start for one in desk.items()] == [at(24, 15)])
    desk.round()
    notice = wait_until(lambda: next((one for one in desk.said if one.is_failure), None))
    assert notice.text == "Máy chủ không nhận thay đổi của “Họp của tôi”; lịch giữ như cũ. Không có quyền với lịch này."
    wait_until(lambda: desk.desk.calendar.refusals() == [])
    assert notice.action is not None
    notice.action()
    assert asked == [item.id] and [one.start for one in desk.items()] == [at(24, 9)]


def test_a_notice_that_changes_nothing_lays_nothing_out(desk: PageDesk) -> None:
    desk.put(an_item("Duyệt dự thảo"))
    page = desk.open()
    desk.block("Duyệt dự thảo")
    laid: list[int] = []
    lay_out = page.grid._lay_out
    page.grid._lay_out = lambda: (laid.append(1), lay_out())[1]  # type: ignore[method-assign]
    loaded: list[object] = []
    page.loader.loaded.connect(loaded.append)
    page.reload()
    wait_until(lambda: loaded)
    assert laid == []


def test_as_time_goes_by_what_is_over_looks_so_and_another_day_is_today(desk: PageDesk) -> None:
    desk.put(an_item("Sắp xong", hour=9))
    page = desk.open()
    assert not desk.block("Sắp xong").is_over and page.grid.heads.today == date(2026, 11, 24)
    page._clock = lambda: at(25, 0, 1)
    page.grid._tick()
    assert desk.block("Sắp xong").is_over and page.grid.heads.today == date(2026, 11, 25)


def test_the_sheet_keeps_its_width_between_two_presses(desk: PageDesk) -> None:
    desk.put(invited(hour=9))
    page = desk.open()
    block = desk.block("Họp giao ban")
    width = page.grid.sheet.width()
    QTest.mouseClick(block, Qt.MouseButton.LeftButton)
    assert page.view.chosen_event is not None and page.details.event_shown is None
    assert page.grid.sheet.width() == width
    QTest.mouseDClick(block, Qt.MouseButton.LeftButton)
    assert page.details.event_shown is not None and page.details.accept.hasFocus()


def test_one_press_shows_the_details_a_moment_later(desk: PageDesk) -> None:
    desk.put(invited(hour=9))
    page = desk.open()
    QTest.mouseClick(desk.block("Họp giao ban"), Qt.MouseButton.LeftButton)
    wait_until(lambda: page.details.isVisible())


def test_in_the_agenda_page_down_is_a_page_of_the_list_and_alt_right_the_next_days(desk: PageDesk) -> None:
    desk.put(*(an_item(f"Việc {day}", day=day) for day in range(24, 31)))
    page = desk.open(AGENDA, height=300)
    page.focus_first()
    assert page.agenda.hasFocus()
    QTest.keyClick(page.agenda, Qt.Key.Key_PageDown)
    assert page.day == date(2026, 11, 24) and page.agenda.currentIndex().row() > 2
    QTest.keyClick(page.agenda, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.day == date(2026, 12, 24)


def test_an_event_is_found_by_words_without_marks_and_shown_where_it_lies(desk: PageDesk) -> None:
    desk.put(invited("Họp giao ban", hour=9), invited("Tiếp đoàn công tác tỉnh Hải Hà", hour=15))
    page = desk.open()
    page.step(5)
    page.actions_by_name["search"].trigger()
    dialog = wait_until(lambda: page.findChild(EventSearch))
    assert nameless(dialog) == []
    dialog.typed.setText("khong co")
    wait_until(lambda: "Không tìm thấy" in dialog.told.text())
    dialog.typed.setText("tiep doan hai ha")
    wait_until(lambda: dialog.list.count() == 1)
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    wait_until(lambda: page.day == at(24, 15).date() and page.view.chosen_event is not None)
    assert page.view.chosen_event is not None
    assert page.view.chosen_event.item.subject == "Tiếp đoàn công tác tỉnh Hải Hà"


def test_a_day_with_too_many_all_day_events_says_how_many_more_and_shows_them(desk: PageDesk) -> None:
    desk.put(
        *(
            replace(invited(f"Công tác {number}"), start=at(24, 0), end=at(25, 0), is_all_day=True)
            for number in range(9)
        )
    )
    page = desk.open()
    (more,) = wait_until(lambda: [one for one in page.grid.band.more if one.isVisible()])
    assert more.text() == "+3 nữa" and page.grid.band.rect().contains(more.geometry())
    more.click()
    wait_until(lambda: page.view_name == DAY and len([one for one in page.grid.blocks if one.isVisible()]) == 9)
    assert not any(one.isVisible() for one in page.grid.band.more)
