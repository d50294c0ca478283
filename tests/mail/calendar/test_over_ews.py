"""Lost answers over real EWS: whatever the line does to a request, everybody is told exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory, MeetingRequest
from desktop.demo_ministry.mailbox.events.event import Appointment, Guest
from desktop.demo_ministry.mailbox.events.event_mail import KIND
from mail import Answer, CalendarItem, GatewayError, MeetingDraft, open_mailbox
from mail.calendar.sync import CalendarSync
from mail.database import Database
from tests.mail.builders import HANH, KEY, MAI, NAM
from tests.mail.calendar.desk import at
from tests.mail.ews.gateways import gateway_to

CUTS: list[Callable[[DemoMailbox, str], None]] = [
    lambda box, operation: box.cut_before_commit(operation),
    lambda box, operation: box.cut_after_commit(operation),
    lambda box, operation: box.cut_within_answer(operation),
    lambda box, operation: box.answer_with(operation, 500),
    lambda box, operation: box.answer_with(operation, 500, is_carried_out=True),
    lambda box, operation: box.answer_with(operation, 503, retry_after=1),
]
NAMES = ["cut before", "cut after", "cut within", "500", "500 but done", "503"]


def _correspondent(person: object) -> Correspondent:
    return Correspondent(person.name, person.address)  # type: ignore[attr-defined]


class Desk:
    def __init__(self, path: Path) -> None:
        self.path, self.now = path, datetime(2026, 11, 22, tzinfo=UTC)
        self.box = DemoMailbox(MailboxStory(_correspondent(HANH))).start()
        self.mailbox = open_mailbox(path, KEY)
        self.database = Database(path, KEY)
        self.start()

    def start(self) -> None:
        self.gateway = gateway_to(self.box.url, timeout=5)
        self.sync = CalendarSync(self.database, self.gateway.calendar, lambda: self.now)

    def rounds(self, count: int = 4) -> None:
        for _ in range(count):
            self.now += timedelta(minutes=1)
            with suppress(GatewayError):
                for _ in self.sync.perform():
                    pass
                for _ in self.sync.take_pages():
                    pass
            self.gateway.close()
            self.start()

    def week(self) -> list[CalendarItem]:
        return self.mailbox.calendar.items(at(23, 0), at(30, 0))

    def told(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(mail.extended[KIND][0], mail.recipients) for mail in self.box.sent]

    def close(self) -> None:
        self.gateway.close()
        self.database.close()
        self.mailbox.close()
        self.box.stop()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "mail.db")
    yield desk
    desk.close()


@pytest.mark.parametrize("cut", CUTS, ids=NAMES)
@pytest.mark.parametrize("answer", [Answer.ACCEPT, Answer.DECLINE])
def test_an_answer(desk: Desk, cut: Callable[[DemoMailbox, str], None], answer: Answer) -> None:
    nam = _correspondent(NAM)
    desk.box.deliver("Mời họp", nam, meeting=MeetingRequest("m1", "Mời họp", at(24), at(24, 9), nam))
    desk.rounds(1)
    (item,) = desk.week()
    desk.mailbox.calendar.respond(item.id, answer)
    cut(desk.box, "CreateItem")
    desk.rounds()
    assert desk.told() == [(answer.value, (NAM.address,))]
    assert [one.my_response for one in desk.week()] == ([] if answer is Answer.DECLINE else [answer])
    assert desk.mailbox.calendar.refusals() == []


@pytest.mark.parametrize("cut", CUTS, ids=NAMES)
@pytest.mark.parametrize("operation", ["CreateItem", "UpdateItem"])
def test_a_new_meeting(desk: Desk, cut: Callable[[DemoMailbox, str], None], operation: str) -> None:
    made = desk.mailbox.calendar.create(MeetingDraft("Họp vụ", at(25), at(25, 9), required=(NAM, MAI)))
    cut(desk.box, operation)
    desk.rounds()
    assert desk.told() == [("request", (NAM.address, MAI.address))]
    assert [(one.id, one.is_pending) for one in desk.week()] == [(made, False)]
    assert len(desk.box.items("calendar")) == 1


@pytest.mark.parametrize("cut", CUTS, ids=NAMES)
@pytest.mark.parametrize("act", ["change", "cancel"])
def test_her_own_meeting_changed_or_called_off(desk: Desk, cut: Callable[[DemoMailbox, str], None], act: str) -> None:
    guests = [Guest(_correspondent(NAM))]
    desk.box.put_event(Appointment("u", "Họp vụ", at(25), at(25, 9), _correspondent(HANH), guests, "Organizer"))
    desk.rounds(1)
    (item,) = desk.week()
    if act == "change":
        draft = desk.mailbox.calendar.draft_of(item.id)
        assert draft is not None
        desk.mailbox.calendar.change(item.id, replace(draft, start=at(26), end=at(26, 9)))
    else:
        desk.mailbox.calendar.cancel(item.id, comment="Lãnh đạo bận.")
    cut(desk.box, "UpdateItem" if act == "change" else "CreateItem")
    desk.rounds()
    assert [kind for kind, _ in desk.told()] == ["update" if act == "change" else "cancel"]
    assert [one.start for one in desk.week()] == ([at(26)] if act == "change" else [])
    assert desk.mailbox.calendar.refusals() == []


def test_a_lost_sync_state_doubles_nothing(desk: Desk) -> None:
    for number in range(12):
        desk.box.put_event(Appointment(f"u{number}", f"Việc {number}", at(25), at(25, 9), _correspondent(HANH)))
    desk.rounds(1)
    before = {one.id for one in desk.week()}
    desk.box.forget_sync_states()
    desk.rounds(2)
    assert {one.id for one in desk.week()} == before and len(before) == 12


def test_the_address_a_conference_program_wrote_beside_the_words_is_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "mail.db")
    link = "https://teams.microsoft.com/meet/4231567890123?p=aBcDeF"
    organizer = _correspondent(NAM)
    event = Appointment("u1", "Họp Teams", at(24, 9), at(24, 10), organizer, [Guest(_correspondent(HANH))], "Accept")
    event.conference_url = link
    desk.box.put_event(event)
    desk.box.put_event(Appointment("u2", "Họp tại phòng", at(24, 9), at(24, 10), organizer, [], "Accept"))
    desk.rounds(1)
    found = desk.mailbox.calendar.items(at(24, 0), at(25, 0))
    assert {one.subject: one.conference_data for one in found} == {"Họp Teams": (link,), "Họp tại phòng": ()}
    desk.close()
