"""What the calendar shows after a sync, and what she does in it, offline first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mail import (
    Answer,
    Attendee,
    AttendeeKind,
    CalendarItem,
    CalendarItemId,
    Daily,
    Day,
    FreeBusy,
    ItemKind,
    MeetingDraft,
    Offline,
    Recurrence,
    Refused,
    Room,
    Scope,
    SyncStateLost,
    Weekly,
)
from mail.calendar.gateway import ServerItem
from mail.calendar.zones import OWN_ZONE
from tests.mail.builders import HANH, MAI, NAM
from tests.mail.calendar.desk import CalendarDesk, a_meeting, an_item, at

WEEKLY = Recurrence(Weekly((Day.TUESDAY,)), date(2026, 11, 3))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CalendarDesk]:
    desk = CalendarDesk(tmp_path / "mail.db")
    yield desk
    desk.close()


def weekly(subject: str = "Giao ban tuần", **more: object) -> ServerItem:
    return an_item(subject, day=3, kind=ItemKind.SERIES, recurrence=WEEKLY, **more)


def a_draft(subject: str = "Làm việc với Cục Việc làm", **more: object) -> MeetingDraft:
    given = {"start": at(25, 14), "end": at(25, 15), **more}
    return MeetingDraft(subject, **given)  # type: ignore[arg-type]


# --- what the server says -------------------------------------------------------------------------------------------


def test_a_first_sync_by_pages_brings_everything_once(desk: CalendarDesk) -> None:
    for day in range(1, 29):
        desk.server.put(an_item(f"Việc ngày {day}", day))
    assert not desk.calendar.is_here()
    desk.take()
    assert desk.server.calls.count("changes") == 7
    assert desk.calendar.is_here()
    shown = desk.calendar.items(at(1, 0), at(29, 0))
    assert [one.subject for one in shown] == [f"Việc ngày {day}" for day in range(1, 29)]
    assert desk.take() == []  # nothing new is nothing told


def test_changes_and_ends_come_with_the_next_sync(desk: CalendarDesk) -> None:
    first, second = desk.server.put(an_item("Một")), desk.server.put(an_item("Hai", hour=10))
    desk.take()
    (before,) = (one.id for one in desk.week() if one.subject == "Một")
    desk.server.amend(first, an_item("Một, dời", hour=15))
    desk.server.remove(second)
    assert any(changes.calendar for changes in desk.take())
    assert [(one.id, one.subject, one.start) for one in desk.week()] == [(before, "Một, dời", at(24, 15))]


def test_a_lost_state_is_listed_again_without_emptying_the_screen(desk: CalendarDesk) -> None:
    gone = desk.server.put(an_item("Đi mất"))
    desk.server.put(an_item("Còn lại", 25))
    desk.take()
    kept = {one.subject: one.id for one in desk.week()}
    desk.server.remove(gone)
    desk.server.forget_sync_states()
    for _ in desk.sync.take_pages():
        assert "Còn lại" in desk.subjects()
    assert {one.subject: one.id for one in desk.week()} == {"Còn lại": kept["Còn lại"]}


def test_a_kill_between_pages_costs_a_page_at_most(desk: CalendarDesk) -> None:
    for day in range(1, 29):
        desk.server.put(an_item(f"Việc ngày {day}", day))
    pages = desk.sync.take_pages()
    next(pages)
    next(pages)
    desk.kill_service()
    desk.take()
    assert desk.server.calls.count("changes") == 7
    assert len(desk.calendar.items(at(1, 0), at(29, 0))) == 28


def test_a_server_without_a_calendar_keeps_nobody_from_her_mail(desk: CalendarDesk) -> None:
    def refuse(method: str) -> None:
        raise Refused("ErrorAccessDenied")

    desk.server.before_call = refuse
    assert desk.take() == []

    def lose(method: str) -> None:
        if method == "changes":
            raise SyncStateLost("calendar")

    desk.server.before_call = lose
    with pytest.raises(SyncStateLost):
        desk.take()


# --- recurrences -----------------------------------------------------------------------------------------------------


def test_a_series_with_a_moved_and_a_cancelled_occurrence(desk: CalendarDesk) -> None:
    series = weekly()
    moved = replace(
        an_item("Giao ban tuần, dời", 19, 14), kind=ItemKind.EXCEPTION, original_start=at(17), item_id="moved"
    )
    desk.server.put(replace(series, exceptions=(moved,), deleted=(at(24),)))
    desk.take()
    shown = desk.calendar.items(at(1, 0), at(1, 0, month=12))
    assert [(one.start, one.kind) for one in shown] == [
        (at(3), ItemKind.OCCURRENCE),
        (at(10), ItemKind.OCCURRENCE),
        (at(19, 14), ItemKind.EXCEPTION),
    ]
    assert {one.series_id for one in shown} == {shown[0].id.partition("@")[0]}
    assert all(desk.calendar.item(one.id) == one for one in shown)
    assert desk.calendar.item(CalendarItemId(f"{shown[0].series_id}@20261124")) is None
    assert shown[2].original_start == at(17)


def test_an_occurrence_moved_out_of_the_series_span_is_found_where_it_is(desk: CalendarDesk) -> None:
    ended = Recurrence(Weekly((Day.TUESDAY,)), date(2026, 11, 3), last=date(2026, 11, 17))
    moved = replace(an_item("Muộn", 28), kind=ItemKind.EXCEPTION, original_start=at(17), item_id="moved")
    desk.server.put(replace(weekly(), recurrence=ended, exceptions=(moved,)))
    desk.take()
    assert desk.subjects() == ["Muộn"]


def test_summer_time_keeps_the_hour_of_the_place_it_was_made_in(desk: CalendarDesk) -> None:
    start = datetime(2026, 10, 19, 13, tzinfo=UTC)  # 15:00 in Paris, in summer
    desk.server.put(
        ServerItem(
            "",
            ItemKind.SERIES,
            "paris",
            "Họp với Paris",
            start,
            start + timedelta(hours=1),
            zone="Europe/Paris",
            recurrence=Recurrence(Weekly((Day.MONDAY,)), date(2026, 10, 19)),
        )
    )
    desk.take()
    shown = desk.calendar.items(at(18, 0, month=10), at(4, 0, month=11))
    assert [one.start.hour for one in shown] == [13, 14, 14]
    assert {one.end - one.start for one in shown} == {timedelta(hours=1)}


def test_an_all_day_item_lies_on_its_day(desk: CalendarDesk) -> None:
    start = datetime(2026, 11, 24, tzinfo=UTC)
    desk.server.put(
        ServerItem("", ItemKind.SINGLE, "u", "Nghỉ phép", start, start + timedelta(days=2), is_all_day=True, zone="UTC")
    )
    desk.take()
    (item,) = desk.week()
    assert (item.start, item.end) == (at(24, 0), at(26, 0))
    assert desk.calendar.items(at(26, 0), at(27, 0)) == []
    assert desk.calendar.items(at(23, 0), at(24, 0)) == []


def test_a_hundred_endless_rules_are_bounded(desk: CalendarDesk) -> None:
    for number in range(20):
        desk.server.put(
            an_item(f"Mỗi ngày {number}", kind=ItemKind.SERIES, recurrence=Recurrence(Daily(), date(2001, 1, 1)))
        )
    desk.take()
    shown = desk.calendar.items(datetime(2001, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
    assert len(shown) == 10_000
    assert len({one.id for one in shown}) == 10_000
    assert shown == sorted(shown, key=lambda one: one.start)


# --- her own ---------------------------------------------------------------------------------------------------------


def test_an_appointment_is_there_at_once_and_goes_out_later_to_nobody(desk: CalendarDesk) -> None:
    desk.take()
    made = desk.calendar.create(a_draft())
    (item,) = desk.week()
    assert (item.id, item.subject, item.is_pending) == (made, "Làm việc với Cục Việc làm", True)
    desk.server.lose_request("create", Offline("mail"))
    with pytest.raises(Offline):
        desk.perform()
    assert desk.week() == [item]
    desk.round()
    (synced,) = desk.week()
    assert (synced.id, synced.is_pending) == (made, False)
    assert desk.server.mailed == []
    assert len(desk.server.kept) == 1


def test_a_meeting_invites_everybody_once(desk: CalendarDesk) -> None:
    desk.calendar.create(a_draft(required=(NAM, MAI), rooms=(HANH,)))
    desk.round()
    desk.round()
    (mail,) = desk.server.mailed
    assert (mail.kind, mail.to) == ("request", (NAM.address, MAI.address, HANH.address))
    assert [one.subject for one in desk.week()] == ["Làm việc với Cục Việc làm"]


@pytest.mark.parametrize("method", ["create", "invite"])
@pytest.mark.parametrize("how", ["lose_answer", "lose_request", "be_late"])
@pytest.mark.parametrize("killed", [True, False])
def test_a_meeting_whose_answer_is_lost_is_made_and_told_once(
    desk: CalendarDesk, method: str, how: str, killed: bool
) -> None:
    made = desk.calendar.create(a_draft(required=(NAM, MAI)))
    getattr(desk.server, how)(method)
    desk.rounds_until_settled()
    if killed:
        desk.kill_service()
    desk.rounds_until_settled()
    assert [mail.kind for mail in desk.server.mailed] == ["request"]
    if how == "be_late" and method == "create":
        return  # a silent double may be left by a server that is half a minute late; it invites nobody
    assert [one.id for one in desk.week()] == [made]


def test_what_is_cancelled_before_anybody_heard_of_it_never_was(desk: CalendarDesk) -> None:
    made = desk.calendar.create(a_draft(required=(NAM,)))
    desk.calendar.cancel(made)
    assert desk.week() == []
    desk.round()
    assert desk.server.mailed == [] and desk.server.kept == {}


def test_changes_before_the_first_sync_are_part_of_the_one_invitation(desk: CalendarDesk) -> None:
    made = desk.calendar.create(a_draft(required=(NAM,)))
    draft = desk.calendar.draft_of(made)
    assert draft is not None
    desk.calendar.change(made, replace(draft, subject="Đổi tên", start=at(26, 9), end=at(26, 10)))
    assert [(one.id, one.subject, one.start) for one in desk.week()] == [(made, "Đổi tên", at(26, 9))]
    desk.round()
    assert [(mail.kind) for mail in desk.server.mailed] == ["request"]
    assert [(one.id, one.subject, one.start) for one in desk.week()] == [(made, "Đổi tên", at(26, 9))]
    (kept,) = desk.server.kept.values()
    assert (kept.item.subject, kept.item.start) == ("Đổi tên", at(26, 9))


def attended(subject: str = "Họp vụ", **more: object) -> ServerItem:
    people = (Attendee(NAM, AttendeeKind.REQUIRED, Answer.ACCEPT), Attendee(MAI, AttendeeKind.OPTIONAL))
    return an_item(subject, attendees=people, is_meeting=True, organizer=HANH, my_response=Answer.ORGANIZER, **more)


def test_two_changes_offline_are_one_update(desk: CalendarDesk) -> None:
    desk.server.put(attended())
    desk.take()
    (item,) = desk.week()
    for subject, hour in (("Họp vụ (1)", 9), ("Họp vụ (2)", 10)):
        draft = desk.calendar.draft_of(item.id)
        assert draft is not None
        desk.calendar.change(item.id, replace(draft, subject=subject, start=at(24, hour), end=at(24, hour + 1)))
    assert [(one.subject, one.start) for one in desk.week()] == [("Họp vụ (2)", at(24, 10))]
    desk.round()
    assert [mail.kind for mail in desk.server.mailed] == ["update"]
    (shown,) = desk.week()
    assert (shown.subject, shown.start, shown.attendees) == ("Họp vụ (2)", at(24, 10), item.attendees)


def test_a_change_of_the_hour_does_not_undo_what_the_server_changed_meanwhile(desk: CalendarDesk) -> None:
    event = desk.server.put(an_item("Họp", location="A201"))
    desk.take()
    (item,) = desk.week()
    draft = desk.calendar.draft_of(item.id)
    assert draft is not None
    desk.calendar.change(item.id, replace(draft, start=at(24, 10), end=at(24, 11)))
    desk.server.amend(event, an_item("Họp", location="B305"))
    desk.round()
    (shown,) = desk.week()
    assert (shown.location, shown.start) == ("B305", at(24, 10))


def test_saying_the_same_again_is_no_act(desk: CalendarDesk) -> None:
    desk.server.put(attended())
    desk.take()
    (item,) = desk.week()
    draft = desk.calendar.draft_of(item.id)
    assert draft is not None
    desk.calendar.change(item.id, draft)
    desk.round()
    assert desk.server.mailed == []


@pytest.mark.parametrize("how", ["lose_answer", "lose_request", "be_late"])
def test_an_update_whose_answer_is_lost_is_told_once(desk: CalendarDesk, how: str) -> None:
    desk.server.put(attended())
    desk.take()
    (item,) = desk.week()
    draft = desk.calendar.draft_of(item.id)
    assert draft is not None
    desk.calendar.change(item.id, replace(draft, location="Phòng họp B305"))
    getattr(desk.server, how)("change")
    desk.rounds_until_settled()
    assert [mail.kind for mail in desk.server.mailed] == ["update"]
    assert [one.location for one in desk.week()] == ["Phòng họp B305"]


def test_one_occurrence_is_moved_and_another_called_off(desk: CalendarDesk) -> None:
    desk.server.put(replace(weekly(), attendees=attended().attendees, is_meeting=True, organizer=HANH))
    desk.take()
    month = desk.calendar.items(at(1, 0), at(1, 0, month=12))
    draft = desk.calendar.draft_of(month[1].id)
    assert draft is not None and draft.start == at(10)
    moved = desk.calendar.change(month[1].id, replace(draft, start=at(11, 14), end=at(11, 15)))
    desk.calendar.cancel(month[2].id, comment="Lãnh đạo bận họp Quốc hội.")
    expected = [at(3), at(11, 14), at(24)]
    assert moved == month[1].id
    for _ in range(3):
        shown = desk.calendar.items(at(1, 0), at(1, 0, month=12))
        assert [one.start for one in shown] == expected
        assert shown[1].id == moved
        desk.round()
    assert [(mail.kind, mail.comment) for mail in desk.server.mailed] == [
        ("update", ""), ("cancel", "Lãnh đạo bận họp Quốc hội."),
    ]  # fmt: skip
    (kept,) = desk.server.kept.values()
    assert kept.item.deleted == (at(17),)
    assert [one.start for one in kept.item.exceptions] == [at(11, 14)]


def test_the_whole_series_is_changed_from_one_occurrence(desk: CalendarDesk) -> None:
    desk.server.put(weekly())
    desk.take()
    some = desk.week()[0]
    draft = desk.calendar.draft_of(some.id, Scope.SERIES)
    assert draft is not None and (draft.start, draft.recurrence) == (at(3), WEEKLY)
    desk.calendar.change(
        some.id,
        replace(draft, start=at(4, 9), end=at(4, 10), recurrence=replace(WEEKLY, pattern=Weekly((Day.WEDNESDAY,)))),
        scope=Scope.SERIES,
    )
    for _ in range(2):
        starts = [one.start for one in desk.calendar.items(at(1, 0), at(1, 0, month=12))]
        assert starts == [at(4, 9), at(11, 9), at(18, 9), at(25, 9)]
        desk.round()


def test_a_refusal_is_taken_back_and_told_until_she_has_read_it(desk: CalendarDesk) -> None:
    desk.server.put(attended())
    desk.take()
    (item,) = desk.week()
    desk.calendar.cancel(item.id)
    made = desk.calendar.create(a_draft())
    desk.server.lose_request("cancel", Refused("ErrorAccessDenied"))
    desk.server.lose_request("create", Refused("ErrorQuotaExceeded"))
    desk.perform()
    assert [one.id for one in desk.week()] == [item.id]
    first, second = desk.calendar.refusals()
    assert (first.act, first.subject, first.code) == ("cancel", "Họp vụ", "ErrorAccessDenied")
    assert (second.act, second.code) == ("create", "ErrorQuotaExceeded")
    assert desk.calendar.item(made) is None
    desk.calendar.dismiss(first.id)
    desk.calendar.dismiss(second.id)
    assert desk.calendar.refusals() == []


def test_undo_takes_back_what_has_not_left(desk: CalendarDesk) -> None:
    desk.server.put(an_item())
    desk.take()
    (item,) = desk.week()
    desk.calendar.cancel(item.id)
    made = desk.calendar.create(a_draft())
    assert desk.calendar.undo() and desk.calendar.item(made) is None
    assert desk.calendar.undo() and desk.week() == [item]
    assert not desk.calendar.undo()
    assert desk.perform() == []


def test_an_act_on_something_that_went_away_is_refused_a_cancel_is_not(desk: CalendarDesk) -> None:
    events = [desk.server.put(an_item(name, day)) for name, day in (("Một", 24), ("Hai", 25))]
    desk.take()
    one, two = desk.week()
    draft = desk.calendar.draft_of(one.id)
    assert draft is not None
    desk.calendar.change(one.id, replace(draft, subject="Khác"))
    desk.calendar.cancel(two.id)
    for event in events:
        desk.server.remove(event)
    desk.take()
    desk.perform()
    assert [(refusal.act, refusal.code) for refusal in desk.calendar.refusals()] == [("change", "ErrorItemNotFound")]
    assert desk.week() == []


# --- asking the local copy -------------------------------------------------------------------------------------------


def test_conflicts_are_what_keeps_her_busy(desk: CalendarDesk) -> None:
    for item in (
        an_item("Bận", 24, 8),
        an_item("Trống", 24, 8, busy=FreeBusy.FREE),
        an_item("Đã hủy", 24, 8, is_cancelled=True),
        an_item("Sau đó", 24, 9),
        an_item("Trước đó", 24, 7),
    ):
        desk.server.put(item)
    desk.server.put(weekly())
    desk.take()
    busy = desk.calendar.conflicts(at(24, 8), at(24, 9))
    assert sorted(one.subject for one in busy) == ["Bận", "Giao ban tuần"]
    own = next(one for one in busy if one.subject == "Bận")
    assert [one.subject for one in desk.calendar.conflicts(at(24, 8), at(24, 9), apart_from=own.id)] == [
        "Giao ban tuần"
    ]


def test_it_is_searched_with_or_without_marks(desk: CalendarDesk) -> None:
    desk.server.put(an_item("Thẩm định dự thảo Nghị định", location="Phòng họp A201"))
    desk.server.put(weekly(text="Kiểm điểm công việc"))
    desk.take()

    def hits(words: str) -> list[str]:
        return [one.subject for one in desk.calendar.search(words)]

    assert hits("nghi dinh tham") == ["Thẩm định dự thảo Nghị định"]
    assert hits("A201") == ["Thẩm định dự thảo Nghị định"]
    assert hits("kiểm điểm") == ["Giao ban tuần"]
    assert hits("khong co") == hits("") == hits("%") == []


def test_reminders_come_in_their_order(desk: CalendarDesk) -> None:
    desk.server.put(an_item("Sớm", 24, 8, reminder_minutes=15))
    desk.server.put(an_item("Hôm sau, nhắc trước một ngày", 25, 8, reminder_minutes=1440))
    desk.server.put(an_item("Không nhắc", 24, 8))
    desk.take()
    due = desk.calendar.reminders(at(24, 7), at(24, 9))
    assert [(moment, one.subject) for moment, one in due] == [
        (at(24, 7, 45), "Sớm"), (at(24, 8), "Hôm sau, nhắc trước một ngày"),
    ]  # fmt: skip


def test_people_and_rooms_are_known_offline(desk: CalendarDesk) -> None:
    room = Attendee(replace(NAM, name="Phòng họp A201", address="a201@boldptxh.example"), AttendeeKind.RESOURCE)
    desk.server.put(replace(attended(), attendees=(*attended().attendees, room)))
    desk.server.put(attended("Họp nữa", day=25))
    desk.take()
    assert [one.address for one in desk.calendar.people()] == [NAM.address, MAI.address]
    desk.calendar.remember_rooms((Room("Hội trường tầng 2", "ht2@boldptxh.example"),))
    assert [one.name for one in desk.calendar.rooms()] == ["Hội trường tầng 2", "Phòng họp A201"]
    assert desk.calendar.folder_id() == "calendar"


# --- others' meetings ------------------------------------------------------------------------------------------------


def invited(desk: CalendarDesk, uid: str = "giao-ban") -> CalendarItem:
    desk.server.invite_owner(uid, in_mail_only=False, item=an_item("Họp giao ban"))
    desk.take()
    return desk.week()[0]


@pytest.mark.parametrize("answer", [Answer.ACCEPT, Answer.TENTATIVE, Answer.DECLINE])
def test_one_reply_to_the_organizer(desk: CalendarDesk, answer: Answer) -> None:
    item = invited(desk)
    desk.calendar.respond(item.id, answer, comment="Tôi dự.")
    shown = [(one.id, one.my_response) for one in desk.week()]
    assert shown == ([] if answer is Answer.DECLINE else [(item.id, answer)])
    for _ in range(3):
        desk.round()
        assert [(one.id, one.my_response) for one in desk.week()] == shown
    (mail,) = desk.server.mailed
    assert (mail.kind, mail.to, mail.comment) == (answer.value, (NAM.address,), "Tôi dự.")


def test_nobody_is_told_if_she_does_not_want_it(desk: CalendarDesk) -> None:
    desk.calendar.respond(invited(desk).id, Answer.ACCEPT, tell_organizer=False)
    desk.round()
    assert desk.server.mailed == [] and desk.week()[0].my_response is Answer.ACCEPT


def test_another_time_is_proposed(desk: CalendarDesk) -> None:
    desk.calendar.propose(invited(desk).id, at(25, 9), at(25, 10), comment="Chiều thứ Ba tôi bận.")
    desk.round()
    (mail,) = desk.server.mailed
    assert (mail.kind, mail.proposed, mail.to) == ("Tentative", (at(25, 9), at(25, 10)), (NAM.address,))
    with pytest.raises(ValueError, match="ACCEPT"):
        desk.calendar.propose(desk.week()[0].id, at(25, 9), at(25, 10), answer=Answer.ACCEPT)


def test_changing_her_mind_offline_is_one_reply(desk: CalendarDesk) -> None:
    item = invited(desk)
    desk.calendar.respond(item.id, Answer.ACCEPT)
    desk.calendar.respond(item.id, Answer.TENTATIVE)
    desk.round()
    assert [mail.kind for mail in desk.server.mailed] == ["Tentative"]


def test_the_organizer_does_not_answer_herself(desk: CalendarDesk) -> None:
    desk.server.put(attended())
    desk.take()
    desk.calendar.respond(desk.week()[0].id, Answer.ACCEPT)
    desk.round()
    assert desk.server.mailed == []
    assert [refusal.code for refusal in desk.calendar.refusals()] == ["ErrorCalendarIsOrganizerForAccept"]


def in_the_mail(desk: CalendarDesk, uid: str = "giao-ban") -> int:
    """The invitation's row in the mail; its message id on the server is mail-<uid>."""
    with desk.mailbox._database.write() as connection:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO folders (id, name, role, server_total, server_unread)"
            " VALUES ('inbox', 'inbox', 'inbox', 1, 1)"
        )
        return connection.exec_driver_sql(
            "INSERT INTO messages (item_id, folder, subject, recipients, received_at, is_read, is_flagged,"
            " has_attachments, is_meeting, size, importance, preview, walk)"
            " VALUES (?, 1, 'Họp', '[]', 0, 0, 0, 0, 1, 1, 'Normal', '', 0) RETURNING number",
            (f"mail-{uid}",),
        ).scalar_one()


@pytest.mark.parametrize("in_mail_only", [True, False], ids=["server leaves it", "server puts it there"])
@pytest.mark.parametrize("synced_before", [True, False])
def test_accepted_from_the_mail_there_is_one_event(desk: CalendarDesk, in_mail_only: bool, synced_before: bool) -> None:
    message = f"~{in_the_mail(desk)}"
    meeting = a_meeting()
    desk.server.invite_owner("giao-ban", in_mail_only=in_mail_only, item=an_item("Họp giao ban"))
    if synced_before:
        desk.take()
    before = desk.calendar.invitation(message, meeting)  # type: ignore[arg-type]
    assert before.can_answer and before.conflicts == ()
    made = desk.calendar.respond_to_message(message, meeting, Answer.ACCEPT)  # type: ignore[arg-type]
    after = desk.calendar.invitation(message, meeting)  # type: ignore[arg-type]
    assert (after.my_response, after.is_sent) == (Answer.ACCEPT, False)
    for _ in range(3):
        assert [(one.id, one.my_response) for one in desk.week()] == [(made, Answer.ACCEPT)]
        desk.take()
        assert [(one.id, one.my_response) for one in desk.week()] == [(made, Answer.ACCEPT)]
        desk.perform()
    assert [(mail.kind, mail.to) for mail in desk.server.mailed] == [("Accept", (NAM.address,))]
    assert len(desk.server.kept) == 1
    done = desk.calendar.invitation(message, meeting)  # type: ignore[arg-type]
    assert (done.my_response, done.is_sent) == (Answer.ACCEPT, True)


def test_what_was_declined_is_remembered_when_its_item_is_gone(desk: CalendarDesk) -> None:
    message, meeting = f"~{in_the_mail(desk)}", a_meeting()
    desk.server.invite_owner("giao-ban", in_mail_only=False, item=an_item("Họp giao ban"))
    desk.take()
    desk.calendar.respond_to_message(message, meeting, Answer.DECLINE)  # type: ignore[arg-type]
    for _ in range(3):
        assert desk.calendar.invitation(message, meeting).my_response is Answer.DECLINE  # type: ignore[arg-type]
        desk.round()
    assert desk.week() == []
    moved = replace(meeting, start=at(26), end=at(26, 9))
    assert desk.calendar.invitation(message, moved).my_response is Answer.UNKNOWN  # type: ignore[arg-type]


def test_an_invitation_shows_what_else_she_has_then(desk: CalendarDesk) -> None:
    invited(desk)
    desk.server.put(an_item("Tiếp đoàn công tác", 24, 8, 0.5))
    desk.take()
    card = desk.calendar.invitation("mail", a_meeting())  # type: ignore[arg-type]
    assert [one.subject for one in card.conflicts] == ["Tiếp đoàn công tác"]
    own = replace(a_meeting(), organizer=HANH, uid="của mình")
    assert not desk.calendar.invitation("mail", own).can_answer  # type: ignore[arg-type]


def test_a_stored_zone_is_hers(desk: CalendarDesk) -> None:
    assert desk.calendar.zone is OWN_ZONE
