"""Every trouble that a tester can wish for happens as wished, and is over when it is over."""

from __future__ import annotations

import http.client
import threading
import time

import pytest

from desktop.demo_ministry.mailbox import DemoMailbox

from .raw_ews import RawEws
from .test_http import GET_INBOX
from .test_writing import draft, send

CUT = (http.client.RemoteDisconnected, http.client.IncompleteRead, ConnectionError, http.client.BadStatusLine)


def until(condition: object, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


@pytest.mark.parametrize("status", [503, 500])
def test_a_busy_server_says_how_long(mailbox: DemoMailbox, client: RawEws, status: int) -> None:
    mailbox.be_busy(30, status)
    answer = client.ask(GET_INBOX)
    assert (answer.status, answer.fault_code) == (status, "ErrorServerBusy")
    left = int(answer.one(".//t:Value[@Name='BackOffMilliseconds']"))
    assert 0 < left <= 30_000
    assert abs(int(answer.headers["retry-after"]) * 1000 - left) <= 1000, "the same in whole seconds"
    mailbox.behave()
    assert client.ask(GET_INBOX).codes == ["NoError"]


def test_busy_ends_by_itself(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.be_busy(0.2)
    assert client.ask(GET_INBOX).status == 503
    until(lambda: client.ask(GET_INBOX).status == 200)


def test_the_connection_is_cut_after_so_many_requests_once(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.cut_connection_after(2)
    client.ask(GET_INBOX)
    client.ask(GET_INBOX)
    with pytest.raises(CUT):
        client.ask(GET_INBOX)
    client.close()
    assert client.ask(GET_INBOX).codes == ["NoError"]


def test_cut_after_commit_sends_and_does_not_say_so(mailbox: DemoMailbox, client: RawEws) -> None:
    created = draft(client)
    mailbox.cut_after_commit("SendItem")
    with pytest.raises(CUT):
        send(client, created)
    assert len(mailbox.sent) == len(mailbox.items("sentitems")) == 1


def test_cut_before_commit_does_nothing(mailbox: DemoMailbox, client: RawEws) -> None:
    created = draft(client)
    mailbox.cut_before_commit("SendItem")
    client.ask(GET_INBOX)
    with pytest.raises(CUT):
        send(client, created)
    assert mailbox.sent == []
    client.close()
    assert send(client, created).codes == ["NoError"]


def test_cut_within_the_answer(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.cut_within_answer("GetFolder")
    with pytest.raises(CUT):
        client.ask(GET_INBOX)


def test_operations_fail_so_often_with_the_wished_code(mailbox: DemoMailbox, client: RawEws) -> None:
    ids = [mailbox.deliver(subject=str(number)) for number in range(3)]
    mailbox.fail_next("GetItem", "ErrorInternalServerTransientError", times=2)
    for _ in range(2):
        assert client.get_items(ids).codes == ["ErrorInternalServerTransientError"] * 3
    assert client.get_items(ids).codes == ["NoError"] * 3


@pytest.mark.parametrize(
    "operation",
    ["SyncFolderItems", "SyncFolderHierarchy", "FindItem", "CreateItem", "SendItem", "UpdateItem", "MoveItem"],
)
def test_a_wished_failure_is_valid_for_every_operation(mailbox: DemoMailbox, client: RawEws, operation: str) -> None:
    mailbox.fail_next(operation, "ErrorAccessDenied")
    answer = client.ask(f"<m:{operation}/>", is_valid=False)
    assert answer.codes == ["ErrorAccessDenied"]


def test_a_hanging_operation_answers_late_and_others_do_not_wait(mailbox: DemoMailbox) -> None:
    mailbox.hang("GetFolder", 60)
    answers: list[int] = []

    def ask() -> None:
        try:
            answers.append(RawEws(mailbox).ask(GET_INBOX).status)
        except CUT:
            answers.append(0)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    until(lambda: mailbox.requests == ["GetFolder"])
    assert RawEws(mailbox).sync().codes == ["NoError"]
    assert answers == []
    mailbox.stop()
    thread.join(10)
    assert answers == [0]


def test_a_short_hang_is_answered(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.hang("GetFolder", 0.1)
    start = time.monotonic()
    assert client.ask(GET_INBOX).codes == ["NoError"]
    assert time.monotonic() - start >= 0.1
