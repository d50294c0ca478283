"""The calendar through the real service process: what is pushed, what is asked, what she does."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.data_folder import open_data_folder
from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox
from desktop.demo_ministry.mailbox.events.event import Appointment, Guest
from desktop.demo_ministry.mailbox.events.event_mail import KIND
from mail import Answer as MyAnswer
from mail import AskAvailability, AskRoomLists, FreeBusy, Mailbox, MailboxChanges, MeetingDraft, Person, open_mailbox
from tests.desktop.test_service_process import begin, heard_until, is_mail_idle, mailbox, running
from tests.waiting import eventually
from ui.service_messages import Answer, Ask, Begin, MailEvent, Refresh, packed, unpacked

__all__ = ["begin", "mailbox"]
pytestmark = pytest.mark.whole_program
HANH = Correspondent("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example")
NAM = Correspondent("Vũ Hoàng Nam", "nam.vh@boldptxh.example")
START = datetime(2026, 11, 24, 1, tzinfo=UTC)


def is_calendar_news(message: object) -> bool:
    return isinstance(message, MailEvent) and isinstance(message.event, MailboxChanges) and message.event.calendar


def opened(begin: Begin) -> Mailbox:
    return open_mailbox(open_data_folder(begin.data_folder).mail_store(begin.account.address), begin.database_key)


def test_what_changes_in_the_calendar_is_pushed(begin: Begin, mailbox: DemoMailbox) -> None:
    with running(begin) as process:
        heard_until(process, is_mail_idle)
        eventually(lambda: "GetStreamingEvents" in mailbox.requests)
        mailbox.put_event(Appointment("u", "Họp đột xuất", START, START + timedelta(hours=1), HANH))
        heard_until(process, is_calendar_news)
        local = opened(begin)
        try:
            assert [one.subject for one in local.calendar.items(START, START + timedelta(days=1))] == ["Họp đột xuất"]
        finally:
            local.close()


def test_free_times_and_rooms_are_asked_across_the_process(begin: Begin, mailbox: DemoMailbox) -> None:
    mailbox.put_event(Appointment("u", "Họp", START, START + timedelta(hours=1), HANH))
    here = START.astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
    questions = [AskAvailability((HANH.address, "ai@noikhac.example"), here, here + timedelta(days=1)), AskRoomLists()]
    with running(begin) as process:
        answers = []
        for number, question in enumerate(questions):
            process.send(Ask(number, packed(question)))
            said = heard_until(process, lambda message: isinstance(message, Answer))[-1]
            assert isinstance(said, Answer) and said.error is None
            answers.append(unpacked(said.value))
    (hers, stranger), lists = answers
    assert [(one.start, one.status) for one in hers.times] == [(START, FreeBusy.BUSY)]
    assert stranger.error == "ErrorMailRecipientNotFound"
    assert lists == ()


def test_what_she_does_reaches_everybody_once_though_the_service_is_killed(
    begin: Begin,
    mailbox: DemoMailbox,
) -> None:
    guests = [Guest(HANH), Guest(NAM)]
    mailbox.put_event(Appointment("u", "Mời họp", START, START + timedelta(hours=1), NAM, guests, "NoResponseReceived"))
    with running(begin) as process:
        heard_until(process, is_mail_idle)
        local = opened(begin)
        (item,) = local.calendar.items(START, START + timedelta(days=1))
        local.calendar.respond(item.id, MyAnswer.ACCEPT)
        draft = MeetingDraft("Họp vụ", START, START + timedelta(hours=1), required=(Person(NAM.name, NAM.address),))
        local.calendar.create(draft)
        mailbox.hang("CreateItem", 2)
        process.send(Refresh(mail=True, archive=False))
        eventually(lambda: "CreateItem" in mailbox.requests)
        os.kill(process.pid, signal.SIGKILL)
    mailbox.behave()
    with running(begin) as process:
        eventually(lambda: len(mailbox.sent) >= 2, 90)
        process.send(Refresh(mail=True, archive=False))
        heard_until(process, is_mail_idle)
    told = sorted(mail.extended[KIND][0] for mail in mailbox.sent)
    assert told == ["Accept", "request"]
    assert all(mail.recipients == (NAM.address,) for mail in mailbox.sent)
    shown = sorted((one.subject, one.is_pending) for one in local.calendar.items(START, START + timedelta(days=1)))
    assert shown == [("Họp vụ", False), ("Mời họp", False)]
    local.close()
