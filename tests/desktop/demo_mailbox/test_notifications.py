"""Streaming: what happens is told at once, silence is told by heartbeats, and the stream ends in time."""

from __future__ import annotations

import http.client
import threading

import pytest
from lxml import etree

from desktop.demo_ministry.mailbox import DemoMailbox

from .raw_ews import Answer, RawEws, check, folder_id
from .test_trouble import CUT


def subscribe(client: RawEws, kinds: str = "NewMailEvent", folder: str | None = "inbox") -> Answer:
    events = "".join(f"<t:EventType>{kind}</t:EventType>" for kind in kinds.split())
    folders = f"<t:FolderIds>{folder_id(folder)}</t:FolderIds>" if folder else ""
    all_folders = "" if folder else ' SubscribeToAllFolders="true"'
    return client.ask(
        f"<m:Subscribe><m:StreamingSubscriptionRequest{all_folders}>{folders}<t:EventTypes>{events}</t:EventTypes>"
        "</m:StreamingSubscriptionRequest></m:Subscribe>"
    )


class Stream:
    """An open GetStreamingEvents on a connection of its own; `next` gives one envelope's answer."""

    def __init__(self, mailbox: DemoMailbox, *ids: str) -> None:
        self.client = RawEws(mailbox)
        listed = "".join(f"<t:SubscriptionId>{one}</t:SubscriptionId>" for one in ids)
        request = (
            f"<m:GetStreamingEvents><m:SubscriptionIds>{listed}</m:SubscriptionIds><m:ConnectionTimeout>1"
            "</m:ConnectionTimeout></m:GetStreamingEvents>"
        )
        head = (
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'"
            " xmlns:m='http://schemas.microsoft.com/exchange/services/2006/messages'"
            " xmlns:t='http://schemas.microsoft.com/exchange/services/2006/types'><s:Body>"
        )
        body = f"{head}{request}</s:Body></s:Envelope>".encode()
        check(etree.fromstring(body)[0][0])
        headers = {"Authorization": self.client.authorization or ""}
        self.client.connection.request("POST", self.client.path, body=body, headers=headers)
        self.response = self.client.connection.getresponse()

    def next(self) -> Answer:
        content = b""
        while not content.endswith(b"</s:Envelope>"):
            part = self.response.read1(1)
            if not part:
                raise http.client.IncompleteRead(content)
            content += part
        answer = Answer(200, {}, content)
        check(answer.body)
        return answer


@pytest.fixture
def subscription(mailbox: DemoMailbox, client: RawEws) -> str:
    return subscribe(client).one(".//m:SubscriptionId")


def test_a_new_mail_is_told(mailbox: DemoMailbox, subscription: str) -> None:
    stream = Stream(mailbox, subscription)
    assert stream.next().one(".//m:ConnectionStatus") == "OK"
    mailbox.deliver(folder="junkemail")
    item_id = mailbox.deliver()
    told = stream.next()
    assert told.all(".//t:NewMailEvent/t:ItemId/@Id") == [item_id]
    assert told.one(".//t:SubscriptionId") == subscription


def test_every_kind_of_event_is_told(mailbox: DemoMailbox, client: RawEws) -> None:
    kinds = "CreatedEvent ModifiedEvent MovedEvent DeletedEvent NewMailEvent"
    stream = Stream(mailbox, subscribe(client, kinds, folder=None).one(".//m:SubscriptionId"))
    stream.next()
    first = mailbox.deliver()
    second = mailbox.deliver(subject="hai")
    mailbox.mark_read(first)
    moved = mailbox.move(first, "junkemail")
    mailbox.delete(second)
    seen: list[str] = []
    while "DeletedEvent" not in seen:
        answer = stream.next()
        events = answer.body.xpath(".//*[local-name()='Notification']/*[contains(local-name(), 'Event')]")
        seen += [event.tag.rpartition("}")[2] for event in events]
        if "MovedEvent" in answer.content.decode():
            assert moved in answer.all(".//t:MovedEvent/t:ItemId/@Id")
            assert first in answer.all(".//t:MovedEvent/t:OldItemId/@Id")
    assert set(kinds.split()) == set(seen)


def test_silence_is_filled_with_heartbeats_and_ends_in_time(mailbox: DemoMailbox, subscription: str) -> None:
    mailbox.heartbeat_seconds, mailbox.seconds_per_minute = 0.05, 0.3
    stream = Stream(mailbox, subscription)
    answers = [stream.next()]
    while answers[-1].all(".//m:ConnectionStatus") != ["Closed"]:
        answers.append(stream.next())
    assert answers[0].one(".//m:ConnectionStatus") == "OK"
    assert all(len(answer.all(".//t:StatusEvent")) == 1 for answer in answers[1:-1])
    assert len(answers) > 3
    assert stream.response.read() == b""


def test_a_subscription_that_is_not_there_is_refused(mailbox: DemoMailbox, client: RawEws, subscription: str) -> None:
    def unsubscribe() -> list[str]:
        return client.ask(f"<m:Unsubscribe><m:SubscriptionId>{subscription}</m:SubscriptionId></m:Unsubscribe>").codes

    assert unsubscribe() == ["NoError"]
    assert unsubscribe() == ["ErrorSubscriptionNotFound"]
    answer = Stream(mailbox, subscription).next()
    assert (answer.codes, answer.one(".//m:ConnectionStatus")) == (["ErrorSubscriptionNotFound"], "Closed")


def test_events_between_two_connections_are_told_at_the_next(mailbox: DemoMailbox, subscription: str) -> None:
    item_id = mailbox.deliver()
    stream = Stream(mailbox, subscription)
    stream.next()
    assert stream.next().all(".//t:NewMailEvent/t:ItemId/@Id") == [item_id]


def test_a_stopping_server_ends_its_streams(mailbox: DemoMailbox, subscription: str) -> None:
    stream = Stream(mailbox, subscription)
    stream.next()
    threading.Timer(0.05, mailbox.stop).start()
    with pytest.raises((*CUT, OSError)):
        stream.next()
