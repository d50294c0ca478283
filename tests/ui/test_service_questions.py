"""`ServiceLink.ask`: one answer or one error, on the window's thread, and none for who is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mail import DirectoryEntry, FindPeople, MailError, Offline, Person, ServerBusy
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.page_tools import PageTools
from ui.service_messages import Answer, packed
from ui.sync_status import Feature, SyncActivity, SyncStatus, Unexpected

THANG = DirectoryEntry(Person("Đỗ Đức Thắng", "thang.dd@boldptxh.example"))


class Asker(QObject):
    def __init__(self, tools: PageTools) -> None:
        super().__init__()
        self.tools = tools
        self.answers: list[tuple[DirectoryEntry, ...]] = []
        self.errors: list[Exception] = []

    def ask(self, patience: int | None = None) -> None:
        self.tools.service.ask(self, FindPeople("thang"), self.answers.append, self.errors.append, patience=patience)


@pytest.fixture
def service(qapp: QApplication) -> FakeService:
    return FakeService()


@pytest.fixture
def tools(service: FakeService, tmp_path: Path) -> Iterator[PageTools]:
    made = build_tools(tmp_path, service=service)
    yield made
    close_tools(made)


@pytest.fixture
def asker(tools: PageTools) -> Asker:
    return Asker(tools)


def test_the_answer_comes_home(service: FakeService, asker: Asker) -> None:
    service.replies[FindPeople] = lambda question: (THANG,)
    asker.ask()
    assert asker.answers == []
    wait_until(lambda: asker.answers)
    assert asker.answers == [(THANG,)] and asker.errors == []
    assert service.questions == [FindPeople("thang")]


def test_the_servers_error_comes_home(service: FakeService, asker: Asker) -> None:
    def busy(question: object) -> object:
        raise ServerBusy(7)

    service.replies[FindPeople] = busy
    asker.ask()
    wait_until(lambda: asker.errors)
    assert isinstance(asker.errors[0], ServerBusy) and asker.answers == []


def test_an_owner_that_is_gone_is_not_called(service: FakeService, tools: PageTools, asker: Asker) -> None:
    gone = Asker(tools)
    gone.ask()
    wait_until(lambda: service.questions)
    shiboken6.delete(gone)
    service.say(Answer(1, packed((THANG,))))
    service.replies[FindPeople] = lambda question: (THANG,)
    asker.ask()
    wait_until(lambda: asker.answers)
    assert gone.answers == [] and gone.errors == []


def test_offline_it_fails_at_once_and_the_server_is_not_asked(service: FakeService, asker: Asker) -> None:
    service.say(SyncStatus(Feature.MAIL, SyncActivity.OFFLINE, None, Offline("mail.example")))
    wait_until(lambda: Feature.MAIL in asker.tools.service.statuses)
    asker.ask()
    assert asker.errors == []  # not from within the call
    wait_until(lambda: asker.errors)
    assert isinstance(asker.errors[0], Offline) and service.questions == []


def test_a_service_that_dies_fails_what_was_asked_of_it(service: FakeService, asker: Asker) -> None:
    asker.ask()
    wait_until(lambda: service.questions)
    service.close(0)
    wait_until(lambda: asker.errors)
    assert isinstance(asker.errors[0], MailError)
    asker.ask()
    wait_until(lambda: len(asker.errors) == 2)
    assert len(service.questions) == 1


def test_silence_has_an_end(service: FakeService, asker: Asker) -> None:
    asker.ask(patience=50)
    wait_until(lambda: asker.errors)
    assert isinstance(asker.errors[0], Offline)
    service.say(Answer(1, packed((THANG,))))  # too late
    service.replies[FindPeople] = lambda question: ()
    asker.ask()
    wait_until(lambda: asker.answers)
    assert asker.answers == [()] and len(asker.errors) == 1


def test_an_answer_that_cannot_be_read_fails_its_question_and_nothing_else(service: FakeService, asker: Asker) -> None:
    asker.ask()
    wait_until(lambda: service.questions)
    service.say(Answer(1, b"no pickle"))
    wait_until(lambda: asker.errors)
    assert isinstance(asker.errors[0], Unexpected)
    service.replies[FindPeople] = lambda question: (THANG,)
    asker.ask()
    wait_until(lambda: asker.answers)
