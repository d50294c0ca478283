"""Subscribe, Unsubscribe and GetStreamingEvents: what happens in the mailbox, told while it happens."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import takewhile

from lxml import etree

from .exchange import Exchange
from .soap import EwsError, M, T, element, envelope, failure, moment, response, success
from .store import Event

_MOST_SUBSCRIPTIONS = 100
_LONGEST_MINUTES = 30


@dataclass(slots=True)
class Subscription:
    """``folder_ids`` None: every folder. ``told``: the number of the last event it has been told. Of one mailbox."""

    id: str
    exchange: Exchange
    folder_ids: frozenset[str] | None
    kinds: frozenset[str]
    told: int


@dataclass(slots=True)
class Notifications:
    exchange: Exchange
    subscriptions: dict[str, Subscription] = field(default_factory=dict)
    _count: int = 0

    def subscribe(self, request: etree._Element) -> bytes:
        operation = "Subscribe"
        wanted = request.find(f"{M}StreamingSubscriptionRequest")
        try:
            if wanted is None:
                raise EwsError("ErrorInvalidSubscriptionRequest", "This server streams notifications only.")
            exchange = self.exchange.meant_by(request)
            if len(self.subscriptions) >= _MOST_SUBSCRIPTIONS:
                raise EwsError("ErrorExceededSubscriptionCount", "Too many subscriptions.")
            folder_ids: frozenset[str] | None = None
            if wanted.get("SubscribeToAllFolders", "false") not in ("true", "1"):
                folders = wanted.iterfind(f"{T}FolderIds/*")
                folder_ids = frozenset(exchange.folder_named(named).id for named in folders)
            kinds = frozenset(kind.text or "" for kind in wanted.iterfind(f"{T}EventTypes/{T}EventType"))
        except EwsError as error:
            return response(operation, [failure(operation, error)])
        self._count += 1
        digest = sha256(f"subscription{self._count}".encode()).digest()
        subscription_id = base64.b64encode(digest).decode()
        told = exchange.store.event_count
        self.subscriptions[subscription_id] = Subscription(subscription_id, exchange, folder_ids, kinds, told)
        return response(operation, [success(operation, element("m:SubscriptionId", subscription_id))])

    def unsubscribe(self, request: etree._Element) -> bytes:
        known = self.subscriptions.pop(request.findtext(f"{M}SubscriptionId") or "", None)
        if known is None:
            return response("Unsubscribe", [failure("Unsubscribe", EwsError("ErrorSubscriptionNotFound"))])
        return response("Unsubscribe", [success("Unsubscribe")])

    def stream(self, request: etree._Element, is_stopping: Callable[[], bool]) -> Iterator[bytes]:
        """Whole envelopes, one at a time: the connection's state at once, then events and heartbeats until its end."""
        operation = "GetStreamingEvents"
        ids = [found.text or "" for found in request.iterfind(f"{M}SubscriptionIds/{T}SubscriptionId")]
        unknown = [some_id for some_id in ids if some_id not in self.subscriptions]
        if unknown or not ids:
            listed = b"".join(element("t:SubscriptionId", some_id) for some_id in unknown)
            error_ids = b"<m:ErrorSubscriptionIds>%s</m:ErrorSubscriptionIds>" % listed if listed else b""
            error = EwsError("ErrorSubscriptionNotFound")
            content = error_ids + b"<m:ConnectionStatus>Closed</m:ConnectionStatus>"
            yield envelope(response(operation, [failure(operation, error, content=content)]))
            return
        try:
            minutes = min(max(int(request.findtext(f"{M}ConnectionTimeout") or "1"), 1), _LONGEST_MINUTES)
        except ValueError:
            minutes = 1
        store = self.exchange.store
        end = time.monotonic() + minutes * self.exchange.seconds_per_minute
        yield self._status("OK")
        while not is_stopping() and (now := time.monotonic()) < end:
            with store.lock:
                store.happened.wait_for(
                    lambda: is_stopping() or self._has_news(ids), min(self.exchange.heartbeat_seconds, end - now)
                )
                notices = [self._notice(some_id) for some_id in ids]
            if is_stopping():
                return
            told = b"".join(notice for notice in notices if notice)
            yield self._message(told or b"".join(self._heartbeat(some_id) for some_id in ids))
        yield self._status("Closed")

    def _has_news(self, ids: list[str]) -> bool:
        return any(self._news(self.subscriptions[some_id]) for some_id in ids if some_id in self.subscriptions)

    def _news(self, subscription: Subscription) -> list[Event]:
        fresh = takewhile(
            lambda numbered: numbered[0] > subscription.told, reversed(subscription.exchange.store.events)
        )
        return [
            event
            for _, event in fresh
            if event.kind in subscription.kinds
            and (
                subscription.folder_ids is None
                or event.folder_id in subscription.folder_ids
                or event.old_folder_id in subscription.folder_ids
            )
        ][::-1]

    def _notice(self, some_id: str) -> bytes:
        subscription = self.subscriptions.get(some_id)
        if subscription is None:
            return b""
        events = self._news(subscription)
        subscription.told = subscription.exchange.store.event_count
        if not events:
            return b""
        return b"<t:Notification><t:SubscriptionId>%s</t:SubscriptionId>%s</t:Notification>" % (
            some_id.encode(),
            b"".join(_event_xml(event) for event in events),
        )

    @staticmethod
    def _heartbeat(some_id: str) -> bytes:
        return (
            f"<t:Notification><t:SubscriptionId>{some_id}</t:SubscriptionId><t:StatusEvent/></t:Notification>".encode()
        )

    @staticmethod
    def _message(notifications: bytes) -> bytes:
        operation = "GetStreamingEvents"
        content = b"<m:Notifications>%s</m:Notifications>" % notifications
        return envelope(response(operation, [success(operation, content)]))

    @staticmethod
    def _status(status: str) -> bytes:
        operation = "GetStreamingEvents"
        return envelope(response(operation, [success(operation, element("m:ConnectionStatus", status))]))


def _event_xml(event: Event) -> bytes:
    old = (
        f'<t:OldItemId Id="{event.old_item_id}"/><t:OldParentFolderId Id="{event.old_folder_id}"/>'
        if event.kind == "MovedEvent"
        else ""
    )
    return (
        f"<t:{event.kind}><t:TimeStamp>{moment(event.at)}</t:TimeStamp>"
        f'<t:ItemId Id="{event.item_id}" ChangeKey="{event.change_key}"/><t:ParentFolderId Id="{event.folder_id}"/>'
        f"{old}</t:{event.kind}>"
    ).encode()
