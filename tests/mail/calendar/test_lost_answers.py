"""Any order of acts, lost answers, requests that come through late, kills and syncs: everybody is told exactly once.

The model is what she last wanted; what counts is the mails that left the house and what is in the calendar at the end.
"""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mail import Answer, Attendee, GatewayError, Offline, OutcomeUnknown
from mail.calendar.performing import SETTLING
from tests.mail.builders import HANH, NAM
from tests.mail.calendar.desk import CalendarDesk, an_item, at

ANSWERS = (Answer.ACCEPT, Answer.TENTATIVE, Answer.DECLINE)
FAULTS = ("lose_answer", "lose_request", "be_late")


@pytest.mark.parametrize("seed", range(20))
def test_each_meeting_is_answered_once(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    desk = CalendarDesk(tmp_path / "mail.db", page_size=3)
    for number in range(6):
        desk.server.invite_owner(f"m{number}", in_mail_only=False, item=an_item(f"Họp {number}", 24, 8 + number))
    desk.take()
    waiting = {one.uid: one for one in desk.week()}
    wanted: dict[str, Answer] = {}
    while waiting or chance.random() < 0.7:
        match chance.choice(("answer", "fault", "perform", "perform", "take", "kill", "later", "forget")):
            case "answer" if waiting:
                uid = chance.choice(sorted(waiting))
                wanted[uid] = chance.choice(ANSWERS)
                desk.calendar.respond(waiting.pop(uid).id, wanted[uid])
            case "fault":
                error = chance.choice((OutcomeUnknown(), Offline("mail")))
                how = chance.choice(FAULTS)
                # A request whose answer was lost is never called unreachable by the gateway.
                if how == "lose_request":
                    desk.server.lose_request("respond", error)
                else:
                    getattr(desk.server, how)("respond")
            case "perform":
                with suppress(GatewayError):
                    for _ in desk.sync.perform():
                        if chance.random() < 0.1:
                            break  # and the process is gone
            case "take":
                desk.take()
            case "kill":
                desk.kill_service()
            case "later":
                desk.now += timedelta(seconds=chance.choice((5, 30, 300)))
            case "forget":
                desk.server.forget_sync_states()
    desk.server._faults.clear()
    desk.rounds_until_settled()
    told = {mail.uid: mail.kind for mail in desk.server.mailed}
    assert len(desk.server.mailed) == len(wanted), desk.server.mailed
    assert told == {uid: answer.value for uid, answer in wanted.items()}
    assert {one.uid: one.my_response for one in desk.week()} == {
        uid: answer for uid, answer in wanted.items() if answer is not Answer.DECLINE
    }
    assert desk.calendar.refusals() == []
    desk.close()


@pytest.mark.parametrize("seed", range(8))
def test_her_own_meetings_are_told_once_of_every_change(tmp_path: Path, seed: int) -> None:
    chance = random.Random(1000 + seed)
    desk = CalendarDesk(tmp_path / "mail.db", page_size=3)
    event = desk.server.put(
        an_item("Họp vụ", attendees=(Attendee(NAM),), is_meeting=True, organizer=HANH, my_response=Answer.ORGANIZER)
    )
    desk.take()
    (item,) = desk.week()
    places: list[str] = []
    for turn in range(4):
        draft = desk.calendar.draft_of(item.id)
        assert draft is not None
        places.append(f"Phòng {turn}")
        desk.calendar.change(item.id, replace(draft, location=places[-1]))
        getattr(desk.server, chance.choice(FAULTS))("change")
        if chance.random() < 0.5:
            with suppress(GatewayError):
                desk.perform()
            desk.kill_service()
        desk.rounds_until_settled()
        assert [one.location for one in desk.week()] == [places[-1]]
        assert desk.server.kept[event].item.location == places[-1]
    assert [mail.kind for mail in desk.server.mailed] == ["update"] * 4
    desk.close()


def test_right_after_a_lost_answer_nothing_is_tried_again(tmp_path: Path) -> None:
    desk = CalendarDesk(tmp_path / "mail.db")
    desk.server.invite_owner("m", in_mail_only=False, item=an_item("Họp"))
    desk.take()
    desk.calendar.respond(desk.week()[0].id, Answer.ACCEPT)
    desk.server.lose_request("respond")
    with pytest.raises(OutcomeUnknown):
        desk.perform()
    desk.perform()
    assert desk.server.calls.count("respond") == 1
    desk.now += SETTLING
    desk.perform()
    assert desk.server.calls.count("respond") == 2
    assert [mail.kind for mail in desk.server.mailed] == ["Accept"]
    desk.close()


def test_what_comes_after_a_doubt_on_the_same_item_waits_for_it(tmp_path: Path) -> None:
    desk = CalendarDesk(tmp_path / "mail.db")
    desk.server.invite_owner("m", in_mail_only=False, item=an_item("Họp"))
    desk.take()
    (item,) = desk.week()
    desk.calendar.respond(item.id, Answer.TENTATIVE)
    desk.server.lose_answer("respond")
    with pytest.raises(OutcomeUnknown):
        desk.perform()
    desk.calendar.respond(item.id, Answer.ACCEPT)
    desk.calendar.create(
        replace(desk.calendar.draft_of(item.id), subject="Khác", required=(), start=at(26), end=at(26, 9))
    )  # type: ignore[type-var]
    desk.perform()
    assert [mail.kind for mail in desk.server.mailed] == ["Tentative"]
    assert "create" in desk.server.calls
    desk.rounds_until_settled()
    assert [mail.kind for mail in desk.server.mailed] == ["Tentative", "Accept"]
    desk.close()
