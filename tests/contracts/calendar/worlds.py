"""A calendar on a server as the contract sees it, twice: in memory, and the demo mailbox server behind EWS."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, DirectoryEntry, MailboxStory, MeetingRequest
from desktop.demo_ministry.mailbox.events.event import Appointment, Guest, Rule
from desktop.demo_ministry.mailbox.events.event_mail import KIND, PROPOSED
from desktop.demo_ministry.mailbox.letter import RoomList as DemoRoomList
from mail import (
    Account,
    Answer,
    Attendee,
    Availability,
    BusyTime,
    FreeBusy,
    ItemKind,
    MailSettings,
    Recurrence,
    Room,
    RoomList,
    Weekly,
)
from mail.calendar.gateway import CalendarGateway, ServerItem
from mail.calendar.model import Day
from mail.calendar.zones import OWN_ZONE
from mail.ews.gateway import EwsMailboxGateway
from mail.model import ItemId
from tests.mail.builders import HANH, MAI, NAM
from tests.mail.calendar.fake_calendar import FakeCalendar

PAGE = 4
ROOMS = RoomList("Phòng họp trụ sở Bộ", "phonghop@boldptxh.example")
ROOM = Room("Phòng họp A201", "a201@boldptxh.example")
Mail = tuple[str, tuple[str, ...], tuple[datetime, datetime] | None]


def at(day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=OWN_ZONE).astimezone(UTC)


class World(Protocol):
    calendar: CalendarGateway

    def put(self, subject: str, day: int) -> str: ...
    def put_series(self) -> str:
        """Tuesdays at eight from 3 November: that of the 10th moved to the 11th at two, that of the 17th gone."""
        ...

    def put_her_meeting(self) -> str: ...
    def invite(self, uid: str, *, in_mail_only: bool = False) -> tuple[str, ItemId]:
        """Her item in the calendar, on the 24th at eight, and the mail; of Vũ Hoàng Nam."""
        ...

    def touch(self, item_id: str) -> None: ...
    def remove(self, item_id: str) -> None: ...
    def forget_sync_states(self) -> None: ...
    def lose_answer(self, verb: str) -> None: ...
    def mails(self) -> list[Mail]: ...
    def close(self) -> None: ...


class FakeWorld:
    def __init__(self) -> None:
        self.fake = FakeCalendar(page_size=PAGE)
        self.calendar: CalendarGateway = self.fake
        self.fake.lists = {ROOMS: (ROOM,)}
        self.fake.busy = {NAM.address: Availability(NAM.address, (BusyTime(at(24), at(24, 9), FreeBusy.BUSY, "Bận"),))}

    def put(self, subject: str, day: int) -> str:
        start = at(day)
        item = ServerItem(
            "", ItemKind.SINGLE, f"u{subject}", subject, start, start + timedelta(hours=1), zone=OWN_ZONE.key
        )
        return self.fake.put(item)

    def put_series(self) -> str:
        series = ServerItem(
            "", ItemKind.SERIES, "giao-ban", "Giao ban", at(3), at(3, 9), zone=OWN_ZONE.key,
            recurrence=Recurrence(Weekly((Day.TUESDAY,)), date(2026, 11, 3)), deleted=(at(17),),
            exceptions=(
                ServerItem(
                    "moved", ItemKind.EXCEPTION, "giao-ban", "Giao ban", at(11, 14), at(11, 15),
                    zone=OWN_ZONE.key, original_start=at(10),
                ),
            ),
        )  # fmt: skip
        return self.fake.put(series)

    def put_her_meeting(self) -> str:
        return self.fake.put(
            ServerItem(
                "", ItemKind.SINGLE, "hers", "Họp vụ", at(25), at(25, 9), zone=OWN_ZONE.key, organizer=HANH,
                attendees=(Attendee(NAM), Attendee(MAI)), is_meeting=True, my_response=Answer.ORGANIZER,
            )
        )  # fmt: skip

    def invite(self, uid: str, *, in_mail_only: bool = False) -> tuple[str, ItemId]:
        item = ServerItem("", ItemKind.SINGLE, uid, "Giấy mời họp", at(24), at(24, 9), zone=OWN_ZONE.key, organizer=NAM)
        return self.fake.invite_owner(uid, in_mail_only=in_mail_only, item=item), ItemId(f"mail-{uid}")

    def touch(self, item_id: str) -> None:
        self.fake.amend(item_id, self.fake.kept[item_id].item)

    def remove(self, item_id: str) -> None:
        self.fake.remove(item_id)

    def forget_sync_states(self) -> None:
        self.fake.forget_sync_states()

    def lose_answer(self, verb: str) -> None:
        self.fake.lose_answer(verb)

    def mails(self) -> list[Mail]:
        return [(mail.kind, mail.to, mail.proposed) for mail in self.fake.mailed]

    def close(self) -> None:
        pass


def _correspondent(person: object) -> Correspondent:
    return Correspondent(person.name, person.address)  # type: ignore[attr-defined]


class EwsWorld:
    def __init__(self) -> None:
        owner = _correspondent(HANH)
        rooms = DemoRoomList(_correspondent(ROOMS), (_correspondent(ROOM),))
        directory = (DirectoryEntry(_correspondent(NAM)),)
        self.box = DemoMailbox(MailboxStory(owner, directory, room_lists=(rooms,))).start()
        settings = MailSettings(self.box.url, ("boldptxh.example",), page_size=PAGE, timeout=10)
        self.gateway = EwsMailboxGateway(settings, Account(HANH.address, self.box.user_name), self.box.password)
        self.calendar: CalendarGateway = self.gateway.calendar

    def put(self, subject: str, day: int) -> str:
        return self.box.put_event(Appointment(f"u{subject}", subject, at(day), at(day, 9), _correspondent(HANH)))

    def put_series(self) -> str:
        series = Appointment("giao-ban", "Giao ban", at(3), at(3, 9), _correspondent(HANH))
        series.rule = Rule("Weekly", date(2026, 11, 3), days=("Tuesday",))
        moved = series.occurrence(date(2026, 11, 10))
        moved.start, moved.end, moved.is_changed = at(11, 14), at(11, 15), True
        series.exceptions = {date(2026, 11, 10): moved}
        series.deleted = {date(2026, 11, 17)}
        return self.box.put_event(series)

    def put_her_meeting(self) -> str:
        guests = [Guest(_correspondent(NAM)), Guest(_correspondent(MAI))]
        meeting = Appointment("hers", "Họp vụ", at(25), at(25, 9), _correspondent(HANH), guests, "Organizer")
        return self.box.put_event(meeting)

    def invite(self, uid: str, *, in_mail_only: bool = False) -> tuple[str, ItemId]:
        self.box.puts_invitations = not in_mail_only
        request = MeetingRequest(uid, "Giấy mời họp", at(24), at(24, 9), _correspondent(NAM), (_correspondent(HANH),))
        message = self.box.deliver("Giấy mời họp", _correspondent(NAM), meeting=request)
        return self.box.event_of(message) or "", ItemId(message)

    def touch(self, item_id: str) -> None:
        self.box.change(item_id, categories=("Họp",))

    def remove(self, item_id: str) -> None:
        self.box.delete(item_id)

    def forget_sync_states(self) -> None:
        self.box.forget_sync_states()

    def lose_answer(self, verb: str) -> None:
        operation = {"respond": "CreateItem", "create": "CreateItem", "invite": "UpdateItem", "change": "UpdateItem"}
        self.box.cut_after_commit(operation[verb])

    def mails(self) -> list[Mail]:
        found: list[Mail] = []
        for mail in self.box.sent:
            times = mail.extended.get(PROPOSED)
            proposed = (datetime.fromisoformat(times[0]), datetime.fromisoformat(times[1])) if times else None
            found.append((mail.extended[KIND][0], mail.recipients, proposed))
        return found

    def close(self) -> None:
        self.gateway.close()
        self.box.stop()
