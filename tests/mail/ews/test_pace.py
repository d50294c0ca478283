"""A throttled server: fewer connections, smaller chunks, nothing lost or doubled, and more again slowly."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.demo_ministry.mailbox import DemoMailbox
from mail import Account, FolderRole, ItemId, MailSettings, ServerBusy, SyncProgress, open_mailbox
from mail.ews.gateway import EwsMailboxGateway
from mail.ews.pace import LEAST_CHUNK, WELL_ANSWERS, Pace
from mail.sync import MailboxSync
from tests.mail.builders import KEY, a_mime
from tests.waiting import eventually

from .gateways import empty_mailbox, gateway_to


@pytest.fixture
def box() -> Iterator[DemoMailbox]:
    with empty_mailbox() as box:
        yield box


def filled(box: DemoMailbox, count: int) -> list[ItemId]:
    return [ItemId(box.deliver_mime(a_mime(text=f"Thư số {number}"))) for number in range(count)]


def test_half_at_each_complaint_and_more_only_slowly() -> None:
    pace = Pace(chunk=32, connections=4)
    assert pace.busy(0) and pace.busy(0), "two requests at once complain of the same thing"
    assert (pace.chunk, pace.connections, pace.complaints) == (16, 2, 1)
    for _ in range(WELL_ANSWERS - 1):
        pace.well(pace.complaints)
    pace.well(0)
    assert pace.chunk == 16, "what was begun before the complaint says nothing"
    pace.well(pace.complaints)
    assert (pace.chunk, pace.connections) == (24, 2)
    while pace.busy(pace.complaints):
        pass
    assert (pace.chunk, pace.connections) == (LEAST_CHUNK, 1)
    grown = []
    for _ in range(2000):
        before = (pace.chunk, pace.connections)
        pace.well(pace.complaints)
        if (pace.chunk, pace.connections) != before:
            grown.append((pace.chunk, pace.connections))
    assert grown == [(12, 1), (20, 1), (28, 1), (32, 1), (32, 2), (32, 3), (32, 4)]


def test_too_many_connections_are_fewer_at_once_and_every_body_comes_once(box: DemoMailbox) -> None:
    ids = filled(box, 120)
    gateway = gateway_to(box.url, connections=4, body_chunk=8)
    gateway.check_sign_in()
    box.load.seconds = 0.02
    assert Counter(raw.item_id for raw in gateway.bodies(ids)) == Counter(ids)
    assert max(one.at_once for one in box.load.requests) == 4, "a server that is well is asked four things at once"
    box.load.most_at_once = 2
    box.load.requests.clear()
    assert Counter(raw.item_id for raw in gateway.bodies(ids)) == Counter(ids)
    asked = list(box.load.requests)
    refused = [place for place, one in enumerate(asked) if one.is_refused]
    assert 1 <= len(refused) <= 2, "those that were under way together; then never again"
    after = asked[refused[-1] + 1 :]
    assert max(one.at_once for one in after) <= 2
    assert max(one.ids for one in after[2:5]) == LEAST_CHUNK
    # All is well again, and it takes its time.
    box.load.most_at_once = None
    box.load.requests.clear()
    assert Counter(raw.item_id for raw in gateway.bodies(ids)) == Counter(ids)
    assert box.load.requests[0].at_once == 1 and box.load.requests[0].ids <= 8
    for _ in range(6):
        assert Counter(raw.item_id for raw in gateway.bodies(ids)) == Counter(ids)
    assert max(one.at_once for one in box.load.requests) == 4 and max(one.ids for one in box.load.requests) == 8


def test_not_even_one_connection_is_said(box: DemoMailbox) -> None:
    ids = filled(box, 30)
    gateway = gateway_to(box.url, connections=2, body_chunk=8)
    gateway.check_sign_in()
    box.load.most_at_once = 0
    with pytest.raises(ServerBusy):
        list(gateway.bodies(ids))
    assert len(box.load.requests) < 10, "it does not hammer"


@pytest.mark.parametrize("trouble", ["503", "fault", "message"])
def test_a_busy_server_in_the_first_sync_costs_time_but_no_mail(box: DemoMailbox, tmp_path: Path, trouble: str) -> None:
    ids = filled(box, 90)
    settings = MailSettings(box.url, ("boldptxh.example",), page_size=30, body_chunk=8, connections=2, timeout=5.0)
    gateway = EwsMailboxGateway(settings, Account(box.address, box.user_name), box.password)
    sync = MailboxSync(gateway, tmp_path / "mail.db", KEY, settings)
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    stored = 0
    with pytest.raises(ServerBusy):
        for event in sync.round():
            if isinstance(event, SyncProgress) and event.done > 0 and not stored:
                stored = event.done
                if trouble == "503":
                    box.answer_with("GetItem", 503, retry_after=1)
                elif trouble == "fault":
                    box.be_busy(1.0, status=500)
                else:
                    box.fail_next("GetItem", "ErrorServerBusy")
    assert stored
    # A request that was being sent when the other one was refused may reach the server a moment later.
    eventually(lambda: not any(one.name.startswith("ews-bodies") for one in threading.enumerate()))
    box.behave()
    box.load.requests.clear()
    list(sync.round())
    sizes = [one.ids for one in box.load.requests if one.operation == "GetItem"]
    assert max(sizes[:WELL_ANSWERS]) == LEAST_CHUNK, "the next round begins with less"
    assert max(one.at_once for one in box.load.requests) == 1
    inbox = next(one for one in mailbox.folders() if one.role is FolderRole.INBOX)
    listed = mailbox.summaries(mailbox.message_ids(inbox.id))
    assert len(listed) == len(ids) and all(one.has_body for one in listed)
    assert len({one.subject + one.preview for one in listed}) == len(ids)
    sync.close()
    gateway.close()
    mailbox.close()
