"""Streaming notifications: told soon, ended cleanly from either side, beside everything else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from mail import FolderId, GatewayError, Offline
from mail.model import ServerNotice

from .gateways import empty_mailbox, gateway_to, inbox_of


def first_notice(stream: Iterator[ServerNotice | None], seconds: float = 10.0) -> ServerNotice:
    deadline = time.monotonic() + seconds
    for notice in stream:
        if notice is not None:
            return notice
        assert time.monotonic() < deadline, "nothing was told"
    raise AssertionError("the stream ended")


def until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.01)


def stream_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "ews-stream"]


def test_a_new_mail_is_told_while_other_questions_are_asked() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url, connections=1)
        folder = inbox_of(gateway)
        stream = gateway.notifications([folder])
        next(stream)
        box.deliver(subject="Mới")
        assert first_notice(stream) == ServerNotice((folder,))
        assert len(gateway.changes(folder, None).items) == 1  # a pool of one would deadlock here
        stream.close()  # type: ignore[attr-defined]
        until(lambda: not stream_threads())


def test_silence_is_told_at_least_once_a_second() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        stream = gateway.notifications([inbox_of(gateway)])
        next(stream)
        started = time.monotonic()
        assert [next(stream), next(stream)] == [None, None]
        assert time.monotonic() - started < 10  # two ticks; generous, for a busy machine
        gateway.close()


def test_a_move_tells_both_folders() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        item_id = box.deliver(subject="Đi")
        folders = {folder.role.value: folder.id for folder in gateway.folders(None).folders}
        stream = gateway.notifications([folders["inbox"], folders["deleteditems"]])
        next(stream)
        box.move(item_id, "deleteditems")
        assert set(first_notice(stream).folder_ids) == {folders["inbox"], folders["deleteditems"]}
        stream.close()  # type: ignore[attr-defined]


def test_it_ends_when_the_server_ends_it() -> None:
    with empty_mailbox() as box:
        box.seconds_per_minute = 0.01
        gateway = gateway_to(box.url)
        assert set(gateway.notifications([inbox_of(gateway)])) <= {None}
        until(lambda: not stream_threads())


def test_a_server_that_goes_away_is_said() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        stream = gateway.notifications([inbox_of(gateway)])
        next(stream)
        box.stop()
        # A server that is shut down in order ends its stream; whoever listens again is told that nobody is there.
        assert set(stream) <= {None}
        with pytest.raises(Offline):
            next(gateway.notifications([FolderId("a")]))
        until(lambda: not stream_threads())


def test_closing_the_gateway_ends_the_stream() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        stream = gateway.notifications([inbox_of(gateway)])
        next(stream)
        gateway.close()
        assert set(stream) <= {None}
        until(lambda: not stream_threads())


def test_closing_the_gateway_while_it_subscribes_is_no_error() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url, timeout=1.0)
        folder = inbox_of(gateway)
        box.hang("Subscribe", 30)
        closer = threading.Thread(target=lambda: (until(lambda: "Subscribe" in box.requests), gateway.close()))
        closer.start()
        assert list(gateway.notifications([folder])) == []
        closer.join()
        box.behave()


def test_a_closed_gateway_follows_nothing() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        folder = inbox_of(gateway)
        gateway.close()
        assert list(gateway.notifications([folder])) == []
        assert "Subscribe" not in box.requests


def test_a_folder_that_is_gone_cannot_be_followed() -> None:
    with empty_mailbox() as box, pytest.raises(GatewayError):
        next(gateway_to(box.url).notifications([FolderId("AAAA")]))
