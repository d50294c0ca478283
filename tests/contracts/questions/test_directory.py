"""What every `DirectoryGateway` promises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from desktop.demo_ministry.mailbox import DirectoryEntry as DemoEntry
from mail import Account, DirectoryEntry, FindPeople, MailSettings, Person, ServerBusy
from mail.ews.gateway import EwsMailboxGateway
from tests.mail.builders import HANH
from tests.mail.fake_gateway import FakeMailboxGateway

PEOPLE = (
    ("Nguyễn Thị Minh Hạnh", HANH.address, "Chuyên viên chính", "Văn phòng"),
    ("Đỗ Đức Thắng", "thang.dd@boldptxh.example", "Vụ trưởng", "Vụ Pháp chế"),
    ("Đỗ Thị Thắm", "tham.dt@boldptxh.example", "", ""),
)


@pytest.fixture(params=["fake", "ews"])
def server(request: pytest.FixtureRequest) -> Iterator[FakeMailboxGateway | EwsMailboxGateway]:
    if request.param == "fake":
        fake = FakeMailboxGateway()
        fake.directory.entries = tuple(
            DirectoryEntry(Person(name, address), post, department) for name, address, post, department in PEOPLE
        )
        yield fake
        return
    directory = tuple(DemoEntry(Correspondent(n, a), post, department) for n, a, post, department in PEOPLE)
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address), directory)) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        yield gateway
        gateway.close()


@pytest.mark.parametrize("words", ["Đỗ Đức", "thang.dd", "  Đức   Thắng "])
def test_one_person_is_found_with_post_and_department(server: FakeMailboxGateway, words: str) -> None:
    (found,) = FindPeople(words).put_to(server)
    assert found == DirectoryEntry(
        Person("Đỗ Đức Thắng", "thang.dd@boldptxh.example"), "Vụ trưởng", "Vụ Pháp chế", found.organisation
    )


def test_several_are_all_given(server: FakeMailboxGateway) -> None:
    found = FindPeople("Đỗ").put_to(server)
    assert {one.person.address for one in found} == {"thang.dd@boldptxh.example", "tham.dt@boldptxh.example"}


@pytest.mark.parametrize("words", ["do duc", "Do", "thang", "duc thang", "DO DUC THANG", "đỗ đức"])
def test_marks_need_not_be_typed(server: FakeMailboxGateway, words: str) -> None:
    assert "thang.dd@boldptxh.example" in [one.person.address for one in FindPeople(words).put_to(server)]


@pytest.mark.parametrize("words", ["không ai cả", "", "   "])
def test_nobody_is_no_error(server: FakeMailboxGateway, words: str) -> None:
    assert FindPeople(words).put_to(server) == ()


def test_a_busy_server_says_so() -> None:
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        box.be_busy(7)
        with pytest.raises(ServerBusy):
            gateway.directory.find("Đỗ")
        gateway.close()
