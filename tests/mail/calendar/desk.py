"""The window's calendar and the service's sync of it on one store, with a server in memory and a clock of our own."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mail import CalendarItem, GatewayError, ItemKind, Meeting, Person, open_mailbox
from mail.calendar.gateway import ServerItem
from mail.calendar.sync import CalendarSync
from mail.calendar.zones import OWN_ZONE
from mail.database import Database
from mail.model import MailboxChanges
from tests.mail.builders import HANH, KEY, NAM
from tests.mail.calendar.fake_calendar import FakeCalendar


def at(day: int, hour: int = 8, minute: int = 0, month: int = 11) -> datetime:
    """A moment of 2026 by the clock in Hà Nội."""
    return datetime(2026, month, day, hour, minute, tzinfo=OWN_ZONE).astimezone(UTC)


def a_meeting(uid: str = "giao-ban", day: int = 24, hour: int = 8) -> Meeting:
    return Meeting(uid, "Họp giao ban", at(day, hour), at(day, hour + 1), "Phòng họp A201", organizer=NAM)


def an_item(subject: str = "Họp", day: int = 24, hour: int = 8, hours: float = 1, **more: object) -> ServerItem:
    start = at(day, hour)
    given = {"uid": f"uid-{subject}-{day}", "zone": "Asia/Ho_Chi_Minh", "kind": ItemKind.SINGLE, **more}
    return ServerItem("", subject=subject, start=start, end=start + timedelta(hours=hours), **given)  # type: ignore[arg-type]


class CalendarDesk:
    def __init__(self, path: Path, page_size: int = 4) -> None:
        self.path = path
        self.server = FakeCalendar(page_size=page_size)
        self.mailbox = open_mailbox(path, KEY)
        self.calendar = self.mailbox.calendar
        self.now = datetime(2026, 11, 22, tzinfo=UTC)
        with self.mailbox._database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO facts VALUES ('owner', ?)", (f'[["{HANH.name}", "{HANH.address}"]]',)
            )
        self.start_service()

    def start_service(self) -> None:
        self.database = Database(self.path, KEY)
        self.sync = CalendarSync(self.database, self.server, lambda: self.now)

    def kill_service(self) -> None:
        self.database.close()
        self.start_service()

    def perform(self) -> list[MailboxChanges]:
        return list(self.sync.perform())

    def take(self) -> list[MailboxChanges]:
        return list(self.sync.take_pages())

    def round(self) -> list[MailboxChanges]:
        return self.perform() + self.take()

    def rounds_until_settled(self) -> None:
        for _ in range(6):
            self.now += timedelta(minutes=1)
            with suppress(GatewayError):
                self.round()
        self.server.settle()
        self.round()
        assert not self.sync.is_waiting()

    def week(self) -> list[CalendarItem]:
        return self.calendar.items(at(23, 0), at(30, 0))

    def subjects(self) -> list[str]:
        return [one.subject for one in self.week()]

    def close(self) -> None:
        self.database.close()
        self.mailbox.close()


ORGANIZER = Person(NAM.name, NAM.address)
