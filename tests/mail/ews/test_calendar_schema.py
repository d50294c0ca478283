"""Every request of the calendar, and every answer of the demo server about it, against Microsoft's own schema."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import lxml.etree
import pytest

from mail import (
    AbsoluteMonthly,
    AbsoluteYearly,
    Answer,
    Daily,
    Day,
    FreeBusy,
    MeetingDraft,
    Recurrence,
    RelativeMonthly,
    RelativeYearly,
    Week,
    Weekly,
)
from mail.calendar.gateway import ByMessage, ByUid, OneOccurrence, WholeItem
from mail.calendar.overlay import FIELDS
from mail.calendar.zones import OWN_ZONE_NAME
from mail.ews.conversation import Conversation
from tests.contracts.calendar.worlds import ROOMS, EwsWorld, at
from tests.mail.builders import MAI, NAM

SCHEMA = Path(os.environ.get("BAN_CONG_VU_TEST_DATA", "")) / "ews_schema" / "messages.xsd"
PATTERNS = (
    Daily(2),
    Weekly((Day.MONDAY, Day.THURSDAY), 2),
    AbsoluteMonthly(31, 3),
    RelativeMonthly(Day.WEEKDAY, Week.LAST),
    AbsoluteYearly(29, 2),
    RelativeYearly(Day.FRIDAY, Week.SECOND, 11),
)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """Everything either side said, in order."""
    collected: list[bytes] = []
    asked = Conversation.ask

    def ask(self: Conversation, content: bytes, headers: dict[str, str], **options: Any) -> Any:
        collected.append(content)
        answer = asked(self, content, headers, **options)
        collected.append(answer.content)
        return answer

    monkeypatch.setattr(Conversation, "ask", ask)
    yield collected


def say_everything() -> set[str]:
    world = EwsWorld()
    try:
        calendar = world.calendar
        series = world.put_series()
        calendar.changes(calendar.changes(None).sync_state)
        for number, pattern in enumerate(PATTERNS):
            limits = ({}, {"last": date(2027, 11, 3)}, {"count": 7})[number % 3]
            draft = MeetingDraft(
                "Họp", at(3), at(3, 9), required=(NAM,), optional=(MAI,), rooms=(NAM,), text="Nội dung",
                categories=("Họp",), reminder_minutes=None if number % 2 else 30, is_private=True,
                busy=FreeBusy.TENTATIVE, recurrence=Recurrence(pattern, date(2026, 11, 3), **limits),  # type: ignore[arg-type]
            )  # fmt: skip
            made = calendar.create(f"{number:032}", draft, OWN_ZONE_NAME)
            calendar.invite(made, "m" * 32)
            (found,) = calendar.find_own(f"{number:032}")
            calendar.change(found, draft, FIELDS, OWN_ZONE_NAME, mark="n" * 32, notify=True)
            calendar.cancel(calendar.find(WholeItem(found.item_id)), notify=number % 2 == 0, comment="Hoãn.")
        bare = MeetingDraft("Trống", at(3), at(3, 9), reminder_minutes=None)
        made = calendar.create("k" * 32, bare, "Etc/Nowhere")
        calendar.change(made, bare, FIELDS, "Europe/Paris", mark="n" * 32, notify=False)
        for number, answer in enumerate((Answer.ACCEPT, Answer.TENTATIVE, Answer.DECLINE)):
            _, message = world.invite(f"m{number}", in_mail_only=number == 0)
            found = calendar.find(ByMessage(message))
            proposed = (at(25), at(25, 9)) if answer is Answer.TENTATIVE else None
            calendar.respond(found, answer, comment="Vâng.", tell_organizer=number != 0, proposed=proposed)
        calendar.find(ByUid("m0", at(24)))
        calendar.find(OneOccurrence(series, 4, at(24)))
        calendar.changes(None)
        calendar.availability((NAM.address, "ai@noikhac.example"), at(24, 0), at(28, 0))
        calendar.rooms(calendar.room_lists()[0].address)
        assert calendar.room_lists() == (ROOMS,)
        return set(world.box.requests)
    finally:
        world.close()


@pytest.mark.skipif(not SCHEMA.exists(), reason="needs the EWS schema, which is not part of the project")
def test_every_request_and_answer_is_valid(said: list[bytes]) -> None:
    schema = lxml.etree.XMLSchema(lxml.etree.parse(str(SCHEMA)))
    operations = say_everything()
    assert operations >= {
        "SyncFolderItems", "GetItem", "CreateItem", "UpdateItem", "DeleteItem", "FindItem", "GetRooms", "GetRoomLists",
        "GetUserAvailabilityRequest",
    }  # fmt: skip
    assert len(said) > 60
    for content in said:
        body = lxml.etree.fromstring(content).find("{*}Body")
        assert body is not None and len(body) == 1
        schema.assertValid(lxml.etree.ElementTree(body[0]))
