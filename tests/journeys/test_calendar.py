"""The calendar through the running application: a meeting is made with an attendee and a room, on the server once; an
invitation is accepted in its mail, with one reply and one event."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application import RunningDesk
from desktop.demo_ministry import DemoMinistry
from desktop.demo_ministry.mailbox import Correspondent, MeetingRequest
from desktop.demo_ministry.mailbox.events.event import Appointment
from desktop.demo_ministry.mailbox.events.event_mail import KIND, UID
from desktop.tour.steps import Walker
from mail import Answer, Person
from ui.calendar_page.event_block import EventBlock

pytestmark = pytest.mark.whole_program

NAM = Correspondent("Vũ Hoàng Nam", "nam.vh@boldptxh.example")


def events(ministry: DemoMinistry, subject: str) -> list[Appointment]:
    """What the server's calendar has of that name."""
    exchange = ministry.mailbox._exchange
    with exchange.store.lock:
        items = exchange.store.roles["calendar"].items.values()
        return [item.event for item in items if item.event is not None and item.event.subject == subject]


def mailed(ministry: DemoMinistry, uid: str) -> list[tuple[str, tuple[str, ...]]]:
    """(kind, to whom) of every mail of the calendar that left the house about ``uid``."""
    return [
        (mail.extended[KIND][0], tuple(sorted(mail.recipients)))
        for mail in ministry.mailbox.sent
        if KIND in mail.extended and mail.extended.get(UID) == (uid,)
    ]


def test_a_meeting_with_an_attendee_and_a_room_is_made_once(walker: Walker, ministry: DemoMinistry) -> None:
    walker.until(lambda: walker.window.current_page == "mail", "the first page")
    walker.window.activateWindow()
    walker.until(walker.window.isActiveWindow, "the window")
    QTest.keyClick(walker.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = walker.window.page("calendar")
    walker.until(page.grid.sheet.hasFocus, "the calendar page")
    QTest.keyClick(page.grid.sheet, Qt.Key.Key_N)
    editor = walker.until(lambda: page.editing.open_editors, "the editor")[0]
    editor.subject.setText("Họp chuẩn bị sơ kết quý IV")
    start = (datetime.now(page.zone) + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
    editor.when.show_span(start, start + timedelta(hours=1), is_all_day=False)
    editor.required.show_people((Person(NAM.name, NAM.address),))
    editor.place.button.click()
    known = walker.until(lambda: editor.place._known, "the rooms the server names")
    room = next(iter(known.values()))
    editor.place.toggle(Person(room.name, room.address))
    walker.until(lambda: editor.free_busy.isVisible() and editor.free_busy._known, "the server's free and busy times")
    assert "Vũ Hoàng Nam" in editor.told.text() and room.name in editor.told.text()
    editor.save_button.click()
    (event,) = walker.until(lambda: events(ministry, "Họp chuẩn bị sơ kết quý IV"), "the meeting on the server")
    assert {guest.person.address.lower() for guest in event.guests} == {NAM.address, room.address.lower()}
    assert event.location == room.name and event.start == start.astimezone(UTC)
    page.show_day(start.date())

    def settled() -> bool:
        blocks = [block.event_shown for block in page.findChildren(EventBlock) if block.isVisible()]
        shown = [one for one in blocks if one is not None and one.item.subject == "Họp chuẩn bị sơ kết quý IV"]
        return len(shown) == 1 and not shown[0].item.is_pending

    walker.until(settled, "the meeting on the sheet, sent")
    walker.saw("calendar-meeting", "Cuộc họp đã mời, máy chủ có một lần")
    assert len(events(ministry, "Họp chuẩn bị sơ kết quý IV")) == 1
    assert [kind for kind, _ in mailed(ministry, event.uid)] == ["request"]


def test_an_invitation_in_the_mail_is_accepted_once(walker: Walker, ministry: DemoMinistry, desk: RunningDesk) -> None:
    page = walker.window.show_page("mail")
    start = (datetime.now(UTC) + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
    subject = "Mời họp góp ý dự thảo Thông tư"
    owner = Correspondent(ministry.owner, ministry.address)
    meeting = MeetingRequest("moi-gop-y", subject, start, start + timedelta(hours=1), NAM, (owner,), "Phòng họp A201")
    ministry.mailbox.deliver(subject=subject, sender=NAM, meeting=meeting)

    def row() -> int | None:
        messages = page.message_list.messages
        for place in range(min(50, len(messages.ids))):
            summary = messages.summary(place)
            if summary is not None and summary.subject == subject:
                return place
        return None

    walker.until(lambda: row() is not None, "the invitation in the list")
    page.message_list.stand_on(row())
    answers = page.reader.answers
    walker.until(lambda: answers.isVisible() and answers.buttons[Answer.ACCEPT].isVisible(), "the three answers")
    walker.press(answers.buttons[Answer.ACCEPT])
    walker.until(lambda: mailed(ministry, "moi-gop-y"), "the answer leaving the house")
    walker.until(lambda: answers.state.text() == "Đã nhận lời.", "the card saying that it was sent")
    assert mailed(ministry, "moi-gop-y") == [("Accept", (NAM.address,))]
    assert len(events(ministry, subject)) == 1
    walker.press(answers.look)
    calendar = walker.window.page("calendar")
    walker.until(
        lambda: calendar.details.event_shown is not None and calendar.details.event_shown.item.subject == subject,
        "the event in the calendar",
    )
    walker.saw("calendar-accepted", "Giấy mời đã nhận lời, có trong lịch một lần")
    assert calendar.details.event_shown.item.my_response is Answer.ACCEPT
