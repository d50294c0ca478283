"""Bodies: every byte of them, kept as far as they came, without one-byte reading, without threads left behind."""

from __future__ import annotations

import base64
import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from mail import ItemId, NotExchange, Offline
from mail.ews import bodies as bodies_module
from mail.ews.hand_over import HandOver
from tests.mail.builders import a_mime

from .gateways import empty_mailbox, gateway_to
from .raw_server import Answer, RawServer, envelope


def until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.01)


def worker_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("ews-bodies")]


def test_bytes_arrive_as_they_are() -> None:
    with empty_mailbox() as box:
        mimes = [b"From: a@b\r\n\r\n" + os.urandom(size) for size in (0, 1, 2, 3, 5_000, 70_000)]
        ids = [ItemId(box.deliver_mime(mime)) for mime in mimes]
        found = {raw.item_id: raw.mime for raw in gateway_to(box.url).bodies(ids)}
        assert found == dict(zip(ids, mimes, strict=True))


def test_one_message_of_20_mb_is_read() -> None:
    """libxml2 refuses text over 10 MB unless told otherwise."""
    mime = a_mime(attachment=os.urandom(15_000_000))
    assert len(mime) > 20_000_000
    with empty_mailbox() as box:
        (raw,) = gateway_to(box.url).bodies([ItemId(box.deliver_mime(mime))])
        assert raw.mime == mime


def test_nothing_is_read_byte_by_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """requests' default chunk is one byte, and exchangelib uses it: 18 s of CPU for 108 MB."""
    sizes: list[int | None] = []
    original = requests.Response.iter_content

    def counted(self: requests.Response, chunk_size: int | None = 1, decode_unicode: bool = False) -> Iterator[Any]:
        sizes.append(chunk_size)
        assert not decode_unicode
        return original(self, chunk_size)

    monkeypatch.setattr(requests.Response, "iter_content", counted)
    with empty_mailbox() as box:
        item_id = ItemId(box.deliver_mime(a_mime()))
        gateway = gateway_to(box.url)
        gateway.folders(None)
        assert list(gateway.bodies([item_id]))
    assert sizes and all(size is None or size >= 16_384 for size in sizes)


@pytest.mark.parametrize("connections", [1, 3])
def test_what_came_before_a_cut_is_kept(connections: int) -> None:
    with empty_mailbox() as box:
        ids = [ItemId(box.deliver_mime(a_mime(text="x" * 50_000))) for _ in range(8)]
        gateway = gateway_to(box.url, connections=connections, body_chunk=8)
        box.cut_within_answer("GetItem")
        found = []
        with pytest.raises(Offline):
            for raw in gateway.bodies(ids):
                found.append(raw.item_id)
        assert 0 < len(found) < 8
        rest = [item_id for item_id in ids if item_id not in found]
        assert {raw.item_id for raw in gateway.bodies(rest)} == set(rest)


def test_a_busy_server_in_one_chunk_ends_them_all_and_leaves_no_thread() -> None:
    from mail import ServerBusy

    with empty_mailbox() as box:
        ids = [ItemId(box.deliver_mime(a_mime())) for _ in range(20)]
        gateway = gateway_to(box.url, connections=2, body_chunk=2)
        box.fail_next("GetItem", "ErrorServerBusy")
        with pytest.raises(ServerBusy):
            list(gateway.bodies(ids))
        until(lambda: not worker_threads())


def test_leaving_early_lets_the_threads_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies_module, "QUEUED_BYTES", 1)
    with empty_mailbox() as box:
        ids = [ItemId(box.deliver_mime(a_mime())) for _ in range(20)]
        bodies = gateway_to(box.url, connections=2, body_chunk=2).bodies(ids)
        next(bodies)
        assert worker_threads()
        bodies.close()  # type: ignore[attr-defined]
        until(lambda: not worker_threads())


def an_item(item_id: str, content: str) -> str:
    return (
        "<m:GetItemResponseMessage ResponseClass='Success'><m:ResponseCode>NoError</m:ResponseCode><m:Items><t:Message>"
        f"<t:MimeContent>{content}</t:MimeContent><t:ItemId Id='{item_id}'/></t:Message></m:Items>"
        "</m:GetItemResponseMessage>"
    )


def test_base64_as_servers_write_it() -> None:
    plain = base64.b64encode(b"Kinh gui cac dong chi").decode()
    lines = "\n".join(plain[start : start + 7] for start in range(0, len(plain), 7))
    content = an_item("a", lines) + an_item("b", plain.rstrip("=")) + an_item("c", "") + an_item("d", "a")
    answer = envelope(f"<m:GetItemResponse><m:ResponseMessages>{content}</m:ResponseMessages></m:GetItemResponse>")
    with RawServer(Answer(200, answer)) as server:
        found = {raw.item_id: raw.mime for raw in gateway_to(server.url).bodies([ItemId("a")])}
    assert found == {"a": b"Kinh gui cac dong chi", "b": b"Kinh gui cac dong chi", "c": b"", "d": b""}


@pytest.mark.parametrize("body", [b"<html>", b"", b"<?xml version='1.0'?><!DOCTYPE a><s:Envelope/>", envelope("")[:-3]])
def test_no_bodies_in_what_is_no_answer(body: bytes) -> None:
    with RawServer(Answer(200, body)) as server, pytest.raises(NotExchange):
        list(gateway_to(server.url).bodies([ItemId("a")]))


def test_a_hand_over_waits_for_room_and_tells_errors_last() -> None:
    hand_over: HandOver[int] = HandOver(10, givers=1)
    given: list[int] = []

    def give() -> None:
        for number in range(5):
            hand_over.give(number, 10)
            given.append(number)
        hand_over.fail(OSError("end"))
        hand_over.finish()

    thread = threading.Thread(target=give)
    thread.start()
    until(lambda: given == [0])
    taken = []
    with pytest.raises(OSError, match="end"):
        for value in hand_over.taken():
            taken.append(value)
    thread.join(5)
    assert taken == [0, 1, 2, 3, 4]
