"""Questions are answered beside the sync, bounded, each by itself; a bad one harms no other."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pytest

from desktop.answering import Answering
from mail import AskedServer, DirectoryEntry, FindPeople, Offline, Person, ServerBusy, WrongPassword
from tests.mail.fake_gateway import FakeMailboxGateway
from tests.waiting import eventually
from ui.service_messages import Answer, Ask, Refresh, packed, unpacked
from ui.sync_status import Unexpected

THANG = DirectoryEntry(Person("Đỗ Đức Thắng", "thang.dd@boldptxh.example"))


class Desk:
    """The two ends joined: what goes out is kept."""

    def __init__(self) -> None:
        self.server = FakeMailboxGateway()
        self.server.directory.entries = (THANG,)
        self.error: Exception | None = None
        self.said: list[Answer] = []
        self.answering = Answering(self.gateway, self.said.append)  # type: ignore[arg-type]

    def gateway(self) -> FakeMailboxGateway:
        if self.error is not None:
            raise self.error
        return self.server

    def answer(self, question: object) -> Answer:
        self.said.clear()
        self.answering.ask(Ask(7, packed(question)))
        return eventually(lambda: self.said)[0]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_answer_bears_the_questions_id(desk: Desk) -> None:
    answer = desk.answer(FindPeople("thang"))
    assert (answer.id, answer.error, unpacked(answer.value)) == (7, None, (THANG,))


@pytest.mark.parametrize("error", [Offline("mail.example"), ServerBusy(5)])
def test_the_servers_errors_are_told(desk: Desk, error: Exception) -> None:
    desk.server.directory.error = error
    assert desk.answer(FindPeople("thang")).error is error


def test_without_a_password_nothing_is_asked(desk: Desk) -> None:
    desk.error = WrongPassword("hanh")
    assert isinstance(desk.answer(FindPeople("thang")).error, WrongPassword)


def test_what_is_no_question_fails_alone(desk: Desk) -> None:
    assert isinstance(desk.answer(Refresh()).error, Unexpected)
    desk.said.clear()
    desk.answering.ask(Ask(8, b"no pickle"))
    assert isinstance(eventually(lambda: desk.said)[0].error, Unexpected)
    assert desk.answer(FindPeople("thang")).error is None


def test_a_fault_of_ours_is_named_and_the_next_is_answered(desk: Desk) -> None:
    desk.server.directory.error = KeyError("x")
    error = desk.answer(FindPeople("thang")).error
    assert isinstance(error, Unexpected) and error.args == ("KeyError",)
    desk.server.directory.error = None
    assert desk.answer(FindPeople("thang")).error is None


def test_at_most_three_at_once_and_sixty_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, running, most, lock = threading.Event(), 0, 0, threading.Lock()

    def slow(words: str) -> tuple[DirectoryEntry, ...]:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        assert gate.wait(30)
        with lock:
            running -= 1
        return (THANG,)

    monkeypatch.setattr(desk.server.directory, "find", slow)
    for number in range(65):
        desk.answering.ask(Ask(number, packed(FindPeople("thang"))))
    assert [answer.id for answer in desk.said if isinstance(answer.error, ServerBusy)] == [60, 61, 62, 63, 64]
    gate.set()
    eventually(lambda: len(desk.said) == 65)
    assert most == 3 and sum(answer.error is None for answer in desk.said) == 60


def test_another_password_means_another_server(desk: Desk) -> None:
    assert desk.answer(FindPeople("thang")).error is None
    old = desk.server
    desk.server = FakeMailboxGateway()
    answer = desk.answer(FindPeople("thang"))
    assert unpacked(answer.value) == () and "close" in old.calls


def test_stopped_it_says_nothing_more(desk: Desk) -> None:
    desk.answering.stop()
    desk.answering.ask(Ask(1, packed(FindPeople("thang"))))
    assert desk.said == []


@dataclass(frozen=True, slots=True)
class NotOurs:
    words: str

    def put_to(self, server: AskedServer) -> str:
        return self.words


def test_a_question_from_elsewhere_is_refused(desk: Desk) -> None:
    assert isinstance(desk.answer(NotOurs("x")).error, Unexpected)
