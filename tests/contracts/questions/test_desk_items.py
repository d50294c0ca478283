"""What every `ContactsGateway` and `TasksGateway` promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from desktop.demo_ministry.mailbox.services import DemoContact, DemoTask
from mail import (
    Account,
    AddTask,
    CompleteTask,
    DirectoryEntry,
    GetContacts,
    GetTasks,
    ItemGone,
    MailSettings,
    OutcomeUnknown,
    Person,
)
from mail.ews.gateway import EwsMailboxGateway
from tests.mail.builders import HANH
from tests.mail.fake_gateway import FakeMailboxGateway


@dataclass
class World:
    gateway: FakeMailboxGateway | EwsMailboxGateway
    box: DemoMailbox | None


@pytest.fixture(params=["fake", "ews"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "fake":
        yield World(FakeMailboxGateway(), None)
        return
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        yield World(gateway, box)
        gateway.close()


def test_tasks_are_added_told_in_order_ticked_off_and_taken_up_again(world: World) -> None:
    assert GetTasks().put_to(world.gateway) == ()
    AddTask("Viết báo cáo  <quý> & gửi").put_to(world.gateway)
    AddTask("Trình lãnh đạo", date(2026, 12, 5)).put_to(world.gateway)
    tasks = AddTask("Họp giao ban", date(2026, 11, 30)).put_to(world.gateway)
    assert [(one.subject, one.due, one.is_complete) for one in tasks] == [
        ("Họp giao ban", date(2026, 11, 30), False),
        ("Trình lãnh đạo", date(2026, 12, 5), False),
        ("Viết báo cáo <quý> & gửi", None, False),
    ]
    done = CompleteTask(tasks[0].id, True).put_to(world.gateway)
    assert [(one.subject, one.is_complete) for one in done][-1] == ("Họp giao ban", True)
    assert GetTasks().put_to(world.gateway) == done
    assert CompleteTask(tasks[0].id, False).put_to(world.gateway) == tasks


def test_a_task_that_is_gone_is_said_to_be(world: World) -> None:
    with pytest.raises(ItemGone):
        CompleteTask("bm90aGluZyBoZXJl", True).put_to(world.gateway)


def test_her_contacts_are_told_with_every_address(world: World) -> None:
    assert GetContacts().put_to(world.gateway) == ()
    if world.box is not None:
        world.box.services.contacts += [
            DemoContact("Nguyễn Văn Bình", ("SMTP:binh@haiha.example", "binh.nv@gmail.example"), "UBND tỉnh Hải Hà"),
            DemoContact("Nội bộ", ("/o=Demo/cn=Recipients/cn=x",)),
        ]
    else:
        assert isinstance(world.gateway, FakeMailboxGateway)
        world.gateway.contacts.entries = tuple(
            DirectoryEntry(Person("Nguyễn Văn Bình", address), organisation="UBND tỉnh Hải Hà")
            for address in ("binh@haiha.example", "binh.nv@gmail.example")
        )
    found = GetContacts().put_to(world.gateway)
    assert [(one.person.name, one.person.address, one.organisation) for one in found] == [
        ("Nguyễn Văn Bình", "binh@haiha.example", "UBND tỉnh Hải Hà"),
        ("Nguyễn Văn Bình", "binh.nv@gmail.example", "UBND tỉnh Hải Hà"),
    ]


def test_many_come_by_pages_and_a_lost_answer_is_no_success() -> None:
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        for number in range(450):
            box.services.tasks[f"{number:08d}"] = DemoTask(f"Việc {number:03d}", "2026-12-01T00:00:00Z")
        assert len(gateway.tasks.list()) == 450
        assert box.requests.count("FindItem") == 3
        box.cut_after_commit("CreateItem")
        with pytest.raises(OutcomeUnknown):
            gateway.tasks.add("Việc mới", None)
        assert "Việc mới" in [one.subject for one in gateway.tasks.list()]
        gateway.close()
