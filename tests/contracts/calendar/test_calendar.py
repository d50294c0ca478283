"""What every `CalendarGateway` promises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mail import (
    Answer,
    AskAvailability,
    AskRoomLists,
    AskRooms,
    FreeBusy,
    ItemGone,
    ItemKind,
    MeetingDraft,
    OutcomeUnknown,
    Refused,
    SyncStateLost,
)
from mail.calendar.gateway import STALE, ByMessage, ByUid, OneOccurrence, ServerItem, WholeItem
from mail.calendar.zones import OWN_ZONE_NAME
from mail.model import SyncState
from tests.contracts.calendar.worlds import PAGE, ROOM, ROOMS, EwsWorld, FakeWorld, World, at
from tests.mail.builders import MAI, NAM

MARK = "0123456789abcdef0123456789abcdef"


@pytest.fixture(params=[FakeWorld, EwsWorld], ids=["fake", "ews"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    world: World = request.param()
    yield world
    world.close()


def all_items(world: World) -> dict[str, ServerItem]:
    found: dict[str, ServerItem] = {}
    state: SyncState | None = None
    while True:
        batch = world.calendar.changes(state)
        assert len(batch.items) <= PAGE
        found.update((item.item_id, item) for item in batch.items)
        state = batch.sync_state
        if batch.is_last:
            return found


def a_draft(**more: object) -> MeetingDraft:
    given = {
        "subject": "Làm việc với Cục Việc làm", "start": at(26, 14), "end": at(26, 15), "location": "Phòng họp A201",
        "text": "Chuẩn bị số liệu quý IV.\nMang theo dự thảo.", "categories": ("Họp",), "reminder_minutes": 30, **more,
    }  # fmt: skip
    return MeetingDraft(**given)  # type: ignore[arg-type]


def test_all_pages_bring_all_items(world: World) -> None:
    for day in range(1, 11):
        world.put(f"Việc {day}", day)
    items = all_items(world)
    assert sorted((item.start, item.subject) for item in items.values()) == [
        (at(day), f"Việc {day}") for day in range(1, 11)
    ]
    assert {item.kind for item in items.values()} == {ItemKind.SINGLE}
    assert {item.zone for item in items.values()} == {OWN_ZONE_NAME}


def test_what_changed_and_went_since_then(world: World) -> None:
    first, second = world.put("Một", 1), world.put("Hai", 2)
    state = world.calendar.changes(None).sync_state
    world.touch(first)
    world.remove(second)
    batch = world.calendar.changes(state)
    assert ([item.item_id for item in batch.items], batch.deleted) == ([first], (second,))
    assert world.calendar.changes(batch.sync_state).items == ()
    world.forget_sync_states()
    with pytest.raises(SyncStateLost):
        world.calendar.changes(batch.sync_state)


def test_a_series_comes_with_its_exceptions(world: World) -> None:
    (series,) = (item for item in all_items_after(world, world.put_series) if item.kind is ItemKind.SERIES)
    assert series.recurrence is not None and series.recurrence.first.isoformat() == "2026-11-03"
    assert [(one.original_start, one.start, one.end) for one in series.exceptions] == [(at(10), at(11, 14), at(11, 15))]
    assert series.deleted == (at(17),)
    assert all(one.item_id for one in series.exceptions)


def all_items_after(world: World, act: object) -> list[ServerItem]:
    act()  # type: ignore[operator]
    return list(all_items(world).values())


def test_an_appointment_of_her_own_is_made_silently_and_found_by_its_key(world: World) -> None:
    made = world.calendar.create("k" * 32, a_draft(), OWN_ZONE_NAME)
    (item,) = all_items(world).values()
    assert (item.item_id, item.own_key, item.subject, item.location) == (
        made.item_id, "k" * 32, "Làm việc với Cục Việc làm", "Phòng họp A201",
    )  # fmt: skip
    assert (item.start, item.end, item.zone) == (at(26, 14), at(26, 15), OWN_ZONE_NAME)
    assert (item.text, item.reminder_minutes) == ("Chuẩn bị số liệu quý IV.\nMang theo dự thảo.", 30)
    assert item.categories == ("Họp",)
    assert item.is_organizer and not item.is_meeting
    assert world.calendar.find_own("k" * 32)[0].item_id == made.item_id
    assert world.calendar.find_own("x" * 32) == ()
    assert world.mails() == []


def test_a_meeting_is_made_silently_then_invited_to(world: World) -> None:
    made = world.calendar.create("k" * 32, a_draft(required=(NAM,), optional=(MAI,)), OWN_ZONE_NAME)
    assert world.mails() == []
    world.calendar.invite(made, MARK)
    assert world.mails() == [("request", (NAM.address, MAI.address), None)]
    found = world.calendar.find(WholeItem(made.item_id))
    assert found.mark == MARK and found.change_key != made.change_key
    with pytest.raises(Refused) as refused:
        world.calendar.invite(made, MARK)  # the first one's answer was lost, say
    assert refused.value.code in STALE
    assert len(world.mails()) == 1


def test_a_change_sets_its_fields_and_no_others(world: World) -> None:
    item_id = world.put_her_meeting()
    found = world.calendar.find(WholeItem(item_id))
    draft = a_draft(subject="Không được đổi", start=at(27, 9), end=at(27, 10), location="Phòng họp B305")
    fields = frozenset({"start", "end", "location"})
    world.calendar.change(found, draft, fields, OWN_ZONE_NAME, mark=MARK, notify=True)
    item = all_items(world)[item_id]
    assert (item.subject, item.start, item.end, item.location) == ("Họp vụ", at(27, 9), at(27, 10), "Phòng họp B305")
    assert {one.person.address for one in item.attendees} == {NAM.address, MAI.address}
    assert [mail[0] for mail in world.mails()] == ["update"]
    with pytest.raises(Refused) as refused:
        world.calendar.change(found, draft, fields, OWN_ZONE_NAME, mark=MARK, notify=True)
    assert refused.value.code in STALE
    assert len(world.mails()) == 1


def test_nobody_is_told_unless_she_wants_it(world: World) -> None:
    item_id = world.put_her_meeting()
    found = world.calendar.find(WholeItem(item_id))
    world.calendar.change(found, a_draft(), frozenset({"location"}), OWN_ZONE_NAME, mark=MARK, notify=False)
    world.calendar.cancel(world.calendar.find(WholeItem(item_id)), notify=False, comment="")
    assert world.mails() == [] and all_items(world) == {}


def test_her_meeting_is_called_off(world: World) -> None:
    found = world.calendar.find(WholeItem(world.put_her_meeting()))
    world.calendar.cancel(found, notify=True, comment="Xin lùi sang tuần sau.")
    assert [(kind, to) for kind, to, _ in world.mails()] == [("cancel", (NAM.address, MAI.address))]
    with pytest.raises(ItemGone):
        world.calendar.find(WholeItem(found.item_id))


@pytest.mark.parametrize("answer", [Answer.ACCEPT, Answer.TENTATIVE, Answer.DECLINE])
def test_an_answer_goes_to_the_organizer_only(world: World, answer: Answer) -> None:
    item_id, _ = world.invite("m1")
    found = world.calendar.find(WholeItem(item_id))
    assert found.my_response is Answer.NONE and found.replied_at is None
    world.calendar.respond(found, answer, comment="Vâng.", tell_organizer=True, proposed=None)
    assert world.mails() == [(answer.value, (NAM.address,), None)]
    if answer is Answer.DECLINE:
        with pytest.raises(ItemGone):
            world.calendar.find(WholeItem(item_id))
        return
    after = world.calendar.find(WholeItem(item_id))
    assert after.my_response is answer and after.replied_at is not None
    with pytest.raises(Refused) as refused:
        world.calendar.respond(found, answer, comment="", tell_organizer=True, proposed=None)
    assert refused.value.code in STALE
    assert len(world.mails()) == 1


def test_another_time_is_proposed_with_the_answer(world: World) -> None:
    found = world.calendar.find(WholeItem(world.invite("m1")[0]))
    times = (at(25, 9), at(25, 10))
    world.calendar.respond(found, Answer.TENTATIVE, comment="", tell_organizer=True, proposed=times)
    assert world.mails() == [("Tentative", (NAM.address,), times)]


def test_nobody_is_told_of_an_answer_she_keeps_to_herself(world: World) -> None:
    item_id, _ = world.invite("m1")
    found = world.calendar.find(WholeItem(item_id))
    world.calendar.respond(found, Answer.ACCEPT, comment="", tell_organizer=False, proposed=None)
    assert world.mails() == [] and world.calendar.find(WholeItem(item_id)).my_response is Answer.ACCEPT


@pytest.mark.parametrize("in_mail_only", [True, False])
def test_the_invitation_in_the_mail_leads_to_the_one_item(world: World, in_mail_only: bool) -> None:
    item_id, message_id = world.invite("m1", in_mail_only=in_mail_only)
    found = world.calendar.find(ByMessage(message_id))
    assert found.in_calendar is not in_mail_only
    assert in_mail_only or found.item_id == item_id
    world.calendar.respond(found, Answer.ACCEPT, comment="", tell_organizer=True, proposed=None)
    (item,) = all_items(world).values()
    assert (item.uid, item.my_response) == ("m1", Answer.ACCEPT)
    assert world.calendar.find(ByUid("m1", at(24))).item_id == item.item_id
    assert len(world.mails()) == 1
    with pytest.raises(ItemGone):
        world.calendar.find(ByUid("khác", at(24)))


def test_her_own_meeting_is_not_hers_to_answer(world: World) -> None:
    found = world.calendar.find(WholeItem(world.put_her_meeting()))
    with pytest.raises(Refused, match="Organizer"):
        world.calendar.respond(found, Answer.ACCEPT, comment="", tell_organizer=True, proposed=None)
    assert world.mails() == []


def test_one_occurrence_is_changed_and_another_taken_out(world: World) -> None:
    series = world.put_series()
    fourth = world.calendar.find(OneOccurrence(series, 4, at(24)))
    draft = a_draft(start=at(25, 9), end=at(25, 10))
    fields = frozenset({"start", "end"})
    world.calendar.change(fourth, draft, fields, OWN_ZONE_NAME, mark=MARK, notify=False)
    world.calendar.cancel(world.calendar.find(OneOccurrence(series, 1, at(3))), notify=False, comment="")
    item = all_items(world)[series]
    assert sorted((one.original_start, one.start) for one in item.exceptions) == [
        (at(10), at(11, 14)), (at(24), at(25, 9)),
    ]  # fmt: skip
    assert sorted(item.deleted) == [at(3), at(17)]
    with pytest.raises(ItemGone):
        world.calendar.find(OneOccurrence(series, 3, at(17)))


def test_a_lost_answer_is_unknown_and_what_happened_can_be_seen(world: World) -> None:
    item_id, _ = world.invite("m1")
    found = world.calendar.find(WholeItem(item_id))
    world.lose_answer("respond")
    with pytest.raises(OutcomeUnknown):
        world.calendar.respond(found, Answer.ACCEPT, comment="", tell_organizer=True, proposed=None)
    after = world.calendar.find(WholeItem(item_id))
    assert (after.my_response, after.replied_at != found.replied_at) == (Answer.ACCEPT, True)
    world.lose_answer("create")
    with pytest.raises(OutcomeUnknown):
        world.calendar.create("k" * 32, a_draft(), OWN_ZONE_NAME)
    assert len(world.calendar.find_own("k" * 32)) == 1


def test_what_is_gone_is_gone(world: World) -> None:
    item_id = world.put("Việc", 5)
    world.remove(item_id)
    with pytest.raises(ItemGone):
        world.calendar.find(WholeItem(item_id))


def test_free_times_rooms_and_strangers(world: World) -> None:
    known, stranger = world.calendar.availability((NAM.address, "ai@noikhac.example"), at(24, 0), at(25, 0))
    assert known.address == NAM.address and known.error is None
    assert all(isinstance(one.status, FreeBusy) and one.end > one.start for one in known.times)
    assert (stranger.error, stranger.times) == ("ErrorMailRecipientNotFound", ())
    assert world.calendar.room_lists() == (ROOMS,)
    assert world.calendar.rooms(ROOMS.address) == (ROOM,)


def test_the_folder_is_always_the_same(world: World) -> None:
    assert world.calendar.folder() == world.calendar.folder() != ""


def test_questions_are_answered_by_the_port(world: World) -> None:
    class Server:
        calendar = world.calendar

    server = Server()
    assert AskRoomLists().put_to(server) == (ROOMS,)  # type: ignore[arg-type]
    assert AskRooms(ROOMS.address).put_to(server) == (ROOM,)  # type: ignore[arg-type]
    (mine,) = AskAvailability((NAM.address,), at(24, 0), at(25, 0)).put_to(server)  # type: ignore[arg-type]
    assert mine.address == NAM.address
