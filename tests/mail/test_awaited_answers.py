"""Who has not answered is found out here: by thread where the Message-ID held, by topic and person where it did not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mail import Draft, Mailbox, MailboxSync, MailSettings, open_mailbox
from mail.composing import compose, message_id_of
from tests.mail.builders import HANH, KEY, MAI, NAM, a_draft
from tests.mail.fake_gateway import FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
NOW = datetime.now(UTC)


class Desk:
    def __init__(self, path: Path) -> None:
        self.server = FakeMailboxGateway()
        self.mailbox: Mailbox = open_mailbox(path, KEY)
        self.sync = MailboxSync(self.server, path, KEY, SETTINGS)

    def ask(self, subject: str = "Xin số liệu quý IV") -> Draft:
        draft = a_draft(subject, to=(NAM,))
        self.mailbox.awaited_answers.await_answer(
            draft, message_id_of(draft, HANH), NOW + timedelta(days=3), sent_at=datetime(2020, 1, 1, tzinfo=UTC)
        )
        self.mailbox.send(draft)
        list(self.sync.round())
        return draft

    def due(self, days: float) -> list[str]:
        return [one.subject for one in self.mailbox.awaited_answers.due(NOW + timedelta(days=days))]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "mail.db")
    yield desk
    desk.sync.close()
    desk.mailbox.close()


def test_nobody_answered_and_she_is_told_on_the_day(desk: Desk) -> None:
    draft = desk.ask()
    assert desk.due(2) == [] and desk.due(3.1) == ["Xin số liệu quý IV"]
    assert [one.to for one in desk.mailbox.awaited_answers.open()] == [(NAM,)]
    desk.mailbox.awaited_answers.put_off(draft.id, NOW + timedelta(days=5))
    assert desk.due(4) == []
    desk.mailbox.awaited_answers.dismiss(draft.id)
    assert desk.due(9) == [] and desk.mailbox.awaited_answers.listed() == []
    desk.mailbox.awaited_answers.take_up(draft.id)
    assert desk.due(9) == ["Xin số liệu quý IV"] and len(desk.mailbox.awaited_answers.listed()) == 1


def test_an_answer_in_the_thread_settles_it_whatever_its_subject(desk: Desk) -> None:
    draft = desk.ask()
    answer = Draft(a_draft().id, to=(HANH,), subject="Số liệu đây", in_reply_to=message_id_of(draft, HANH), text="x")
    desk.server.deliver("Số liệu đây", mime=compose(answer, NAM), sender=NAM)
    list(desk.sync.round())
    assert desk.due(9) == [] and desk.mailbox.awaited_answers.open() == []


def test_an_answer_under_the_same_subject_counts_from_whom_it_was_asked_only(desk: Desk) -> None:
    desk.ask()
    desk.server.deliver("Re: Xin số liệu quý IV", "của người khác", sender=MAI)
    list(desk.sync.round())
    assert desk.due(9) == ["Xin số liệu quý IV"]
    desk.server.deliver("TL: Re: Xin số liệu quý IV", "đây", sender=NAM)
    list(desk.sync.round())
    assert desk.due(9) == []


def test_what_was_not_sent_yet_is_not_waited_for(desk: Desk) -> None:
    draft = a_draft("Hẹn giờ")
    desk.mailbox.awaited_answers.await_answer(draft, "<a@b>", NOW + timedelta(days=1))
    desk.mailbox.send(draft, NOW + timedelta(days=7), is_scheduled=True)
    list(desk.sync.round())
    assert desk.due(2) == [] and len(desk.mailbox.awaited_answers.open()) == 1
