"""Servers that answer wrongly, half, or not at all: one of our errors, no half truth, no second request."""

from __future__ import annotations

import pytest

from mail import (
    FolderId,
    GatewayError,
    ItemGone,
    MailError,
    NotExchange,
    Offline,
    OutcomeUnknown,
    Refused,
    ServerBusy,
    SyncStateLost,
)
from mail.ews import conversation
from mail.model import MarkRead, SyncState
from tests.mail.builders import a_mime

from .gateways import empty_mailbox, gateway_to, inbox_of
from .raw_server import Answer, RawServer, envelope

HTML = {"Content-Type": "text/html"}
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Envelope>&b;</Envelope>'


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(200, b"<!doctype html><html><body>Outlook</body></html>", HTML), NotExchange),
        (Answer(200, b""), NotExchange),
        (Answer(200, b"\x00\xff" * 100), NotExchange),
        (Answer(200, BOMB), NotExchange),
        (Answer(200, envelope("<nothing/>")), NotExchange),
        (Answer(404, b"not here", HTML), NotExchange),
        (Answer(405, b"", HTML), NotExchange),
        (Answer(403, b"", HTML), Refused),
        (Answer(500, b"oops", HTML), ServerBusy),
        (Answer(502, b"oops", HTML), ServerBusy),
        (Answer(503, b"", {**HTML, "Retry-After": "12", "Connection": "close"}), ServerBusy),
        (Answer(404, b"", {**HTML, "Connection": "close"}), NotExchange),
    ],
)
def test_every_wrong_answer_is_one_of_our_errors_and_asked_for_once(answer: Answer, expected: type[MailError]) -> None:
    with RawServer(answer) as server:
        with pytest.raises(expected):
            gateway_to(server.url).check_sign_in()
        assert len(server.requests) == 1


def test_retry_after_is_told() -> None:
    with RawServer(Answer(503, b"", {"Retry-After": "12"})) as server, pytest.raises(ServerBusy) as caught:
        gateway_to(server.url).check_sign_in()
    assert caught.value.retry_after == 12


PAGE = envelope(
    "<m:SyncFolderItemsResponse><m:ResponseMessages><m:SyncFolderItemsResponseMessage ResponseClass='Success'>"
    "<m:ResponseCode>NoError</m:ResponseCode><m:SyncState>next</m:SyncState>"
    "<m:IncludesLastItemInRange>true</m:IncludesLastItemInRange><m:Changes>"
    "<t:Delete><t:ItemId Id='one'/></t:Delete><t:Delete><t:ItemId Id='two'/></t:Delete>"
    "</m:Changes></m:SyncFolderItemsResponseMessage></m:ResponseMessages></m:SyncFolderItemsResponse>"
)


def test_a_page_cut_off_does_not_pass_for_a_whole_one() -> None:
    with RawServer(Answer(200, PAGE)) as server:
        assert gateway_to(server.url).changes(FolderId("f"), None).deleted == ("one", "two")
    cut = PAGE[: PAGE.index(b"<t:ItemId Id='two'")]
    for has_length in (True, False):
        with RawServer(Answer(200, cut, has_length=has_length)) as server, pytest.raises(Offline):
            gateway_to(server.url).changes(FolderId("f"), None)


def test_an_answer_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "MAX_ANSWER", 100_000)
    with RawServer(Answer(200, PAGE + b" " * 1_000_000)) as server, pytest.raises(Refused):
        gateway_to(server.url).changes(FolderId("f"), None)


def test_a_server_that_is_silent_counts_as_away_after_the_timeout() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url, timeout=0.3)
        folder = inbox_of(gateway)
        box.hang("SyncFolderItems", 30)
        with pytest.raises(Offline):
            gateway.changes(folder, None)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ErrorInvalidSyncStateData", SyncStateLost),
        ("ErrorFolderNotFound", ItemGone),
        ("ErrorServerBusy", ServerBusy),
        ("ErrorInternalServerTransientError", ServerBusy),
        ("ErrorAccessDenied", Refused),
        ("ErrorQuotaExceeded", Refused),
        ("ErrorOfTomorrow", Refused),
    ],
)
def test_response_codes_become_our_errors(code: str, expected: type[MailError]) -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        folder = inbox_of(gateway)
        box.fail_next("SyncFolderItems", code)
        with pytest.raises(expected) as caught:
            gateway.changes(folder, SyncState("state"))
        if expected is Refused:
            assert caught.value.args == (code,)
        assert box.requests.count("SyncFolderItems") == 1


@pytest.mark.parametrize("code", ["ErrorServerBusy", "ErrorAccessDenied", "ErrorIrresolvableConflict"])
def test_an_action_refused_is_not_tried_again(code: str) -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        item_id = box.deliver_mime(a_mime())
        box.fail_next("UpdateItem", code)
        with pytest.raises(GatewayError):
            gateway.perform(MarkRead(item_id, True))  # type: ignore[arg-type]
        assert box.requests.count("UpdateItem") == 1


@pytest.mark.parametrize("operation", ["CreateItem", "SendItem"])
@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        ("cut_before_commit", OutcomeUnknown),
        ("cut_after_commit", OutcomeUnknown),
        ("cut_within_answer", OutcomeUnknown),
        ("ErrorInternalServerTransientError", OutcomeUnknown),
        ("ErrorServerBusy", ServerBusy),
        ("ErrorQuotaExceeded", Refused),
    ],
)
def test_whatever_happens_a_send_is_asked_for_once(operation: str, trouble: str, expected: type[MailError]) -> None:
    from mail import DraftId

    draft_id = DraftId("f" * 32)
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        if operation == "SendItem":
            gateway.save_draft(draft_id, a_mime())
        if trouble.startswith("cut"):
            getattr(box, trouble)(operation)
        else:
            box.fail_next(operation, trouble)
        with pytest.raises(expected):
            if operation == "SendItem":
                gateway.send_draft(draft_id)
            else:
                gateway.save_draft(draft_id, a_mime())
        assert box.requests.count(operation) == 1
        assert len(box.sent) <= 1


def test_an_older_exchange_is_asked_as_an_older_one() -> None:
    fault = (
        "<s:Fault><faultcode>s:Client</faultcode><faultstring>version</faultstring><detail>"
        "<e:ResponseCode xmlns:e='http://schemas.microsoft.com/exchange/services/2006/errors'>"
        "ErrorInvalidServerVersion</e:ResponseCode></detail></s:Fault>"
    )

    def answer(number: int, body: bytes) -> Answer:
        return Answer(500, envelope(fault)) if b"Exchange2013_SP1" in body else Answer(200, PAGE)

    with RawServer(answer) as server:
        gateway = gateway_to(server.url)
        for _ in range(2):
            assert gateway.changes(FolderId("f"), None).sync_state == "next"
        assert len(server.requests) == 3  # refused once, then remembered
        assert b"Exchange2010_SP2" in server.requests[-1][1]
