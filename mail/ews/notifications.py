"""Streaming notifications: a subscription and one answer that never ends, on connections of their own.

On the pool of the other verbs a stream would starve them (exchangelib issues 1088 and 906). What happened while nobody
listened is not told later (issue 1153): whoever uses this syncs after every (re)connection.
"""

from __future__ import annotations

import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import lxml.etree
import requests
from exchangelib import errors as ews
from exchangelib.services import GetStreamingEvents, SubscribeToStreaming
from exchangelib.services.common import EWSService
from exchangelib.util import create_element

from ..errors import GatewayError, Offline
from ..model import FolderId, ServerNotice
from .conversation import Conversation, OneShot, require_soap
from .errors import AnswerTooLarge, ews_errors
from .hand_over import HandOver
from .soap_shapes import M, T

STREAM_MINUTES = 29
"""Exchange allows 30."""
SILENCE_SECONDS = 150.0
"""Without a heartbeat for this long (Exchange sends one about every 45 s) the line counts as dead."""
LEAST_SILENCE = 3.0
"""However often a server's heart beats."""
KNOWN_BEATS = 3
"""Heartbeats after which we know how often it beats."""
TICK_SECONDS = 0.5
MAX_DOCUMENT = 1024 * 1024
_EVENTS = ("NewMailEvent", "CreatedEvent", "DeletedEvent", "ModifiedEvent", "MovedEvent", "CopiedEvent")
_END = re.compile(rb"</(?:[A-Za-z0-9_]+:)?Envelope\s*>")


class _Subscribe(OneShot, SubscribeToStreaming):  # type: ignore[misc]
    def subscribe(self, folder_ids: Sequence[str]) -> str:
        request = create_element("m:StreamingSubscriptionRequest")
        folders = create_element("t:FolderIds")
        for id_ in folder_ids:
            folders.append(create_element("t:FolderId", attrs={"Id": id_}))
        request.append(folders)
        types = create_element("t:EventTypes")
        for name in _EVENTS:
            event = create_element("t:EventType")
            event.text = name
            types.append(event)
        request.append(types)
        payload = create_element("m:Subscribe")
        payload.append(request)
        for found in self._get_elements(payload):
            if isinstance(found, Exception):
                raise found
            if found is not None and found.text:
                return str(found.text)
        raise ews.ErrorSubscriptionNotFound("no SubscriptionId")


class _GetStreamingEvents(OneShot, GetStreamingEvents):  # type: ignore[misc]
    def __init__(self, account: Conversation) -> None:
        super().__init__(account=account)
        self.streaming = False  # the library's own reading takes the stream byte by byte (util.py, DocumentYielder)

    def request(self, subscription_id: str) -> tuple[bytes, dict[str, str]]:
        payload = self.get_payload(subscription_ids=[subscription_id], connection_timeout=STREAM_MINUTES)
        content: bytes = self.wrap(content=payload, api_version=self.account.version.api_version)
        return content, self._extra_headers()

    def notice(self, document: bytes) -> ServerNotice | None:
        """What one document says; None for a heartbeat. Afterwards `connection_status` is the stream's own word."""
        require_soap(document)
        parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = lxml.etree.fromstring(document, parser)
        changed: dict[str, None] = {}
        body = root.find("{http://schemas.xmlsoap.org/soap/envelope/}Body")
        for message in EWSService._get_soap_messages(self, body=body):  # GetStreamingEvents' own takes a stream
            self._get_element_container(message=message, name=self.element_container_name)
            for notification in message.iterfind(
                f"{M}Notifications/{{*}}Notification"
            ):  # t: in the schema, m: in Microsoft's examples
                for event in notification:
                    for name in ("ParentFolderId", "OldParentFolderId"):
                        folder = event.find(f"{T}{name}") if isinstance(event.tag, str) else None
                        if folder is not None:
                            changed[folder.get("Id")] = None
        return ServerNotice(tuple(FolderId(id_) for id_ in changed)) if changed else None


class Pulse:
    """How often this server's heart beats, learned as it does: a line on which packets vanish, behind something that
    keeps the connection up, is told by nothing else."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()
        self._beats = 0
        self._longest = 0.0

    def was_late(self, *, is_heartbeat: bool) -> bool:
        """Something came. True: so late that what came before it may have been lost."""
        now = self._clock()
        silence, self._last = now - self._last, now
        is_late = self._beats >= KNOWN_BEATS and silence > max(self._longest * 1.4, LEAST_SILENCE)
        if is_heartbeat and not is_late:
            self._beats += 1
            self._longest = max(self._longest, silence)
        return is_late

    def is_lost(self) -> bool:
        if self._beats < KNOWN_BEATS:
            return False  # until then the socket's own SILENCE_SECONDS hold
        return self._clock() - self._last > max(self._longest * 1.8, LEAST_SILENCE)


class Stream:
    """One subscription, followed by a thread of its own that only reads; `notices` yields on the caller's."""

    def __init__(self, conversation: Conversation, folder_ids: Sequence[FolderId]) -> None:
        self._conversation = conversation
        self._folder_ids = folder_ids
        self._descriptor: int | None = None
        self._is_closed = False
        self._lock = threading.Lock()
        self._hand_over: HandOver[bytes] = HandOver(4 * MAX_DOCUMENT, givers=1)

    def notices(self) -> Iterator[ServerNotice | None]:
        """Until either side ends it. What breaks after `close`, as a question under way then may, is no error."""
        try:
            yield from self._notices()
        except GatewayError:
            if not self._is_closed:
                raise

    def _notices(self) -> Iterator[ServerNotice | None]:
        if not self._folder_ids or self._is_closed:
            return
        host = self._conversation.host
        with ews_errors(host):
            subscription_id = _Subscribe(account=self._conversation).subscribe(self._folder_ids)
            service = _GetStreamingEvents(self._conversation)
        threading.Thread(
            target=self._read, args=(service.request(subscription_id),), name="ews-stream", daemon=True
        ).start()
        pulse = Pulse()
        try:
            while not self._hand_over.is_over:
                document = self._hand_over.take(TICK_SECONDS)
                if document is None:
                    if pulse.is_lost():
                        raise Offline(host)
                    yield None
                    continue
                try:
                    with ews_errors(host):
                        notice = service.notice(document)
                except GatewayError as error:
                    if _subscription_is_over(error):
                        return
                    raise
                if pulse.was_late(is_heartbeat=notice is None):
                    yield ServerNotice(())
                yield notice
                if service.connection_status == service.CLOSED:
                    return
        finally:
            self.close()

    def close(self) -> None:
        """Ends the reading thread, which waits in the socket: only shutting that down wakes it."""
        self._is_closed = True
        self._hand_over.stop()
        with self._lock:
            descriptor, self._descriptor = self._descriptor, None
            if descriptor is None:
                return
            line = socket.socket(fileno=descriptor)
        try:
            line.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        finally:
            line.close()

    def _read(self, request: tuple[bytes, dict[str, str]]) -> None:
        try:
            with ews_errors(self._conversation.host):
                content, headers = request
                with self._conversation.posted(content, headers, read_timeout=SILENCE_SECONDS) as response:
                    self._remember(response)
                    self._documents(response)
        except GatewayError as error:
            self._hand_over.fail(error)
        finally:
            self._hand_over.finish()

    def _remember(self, response: requests.Response) -> None:
        with self._lock:
            if not self._hand_over.is_stopped:
                self._descriptor = os.dup(response.raw.fileno())

    def _documents(self, response: requests.Response) -> None:
        waiting = b""
        # chunk_size None gives data as it arrives (requests, `iter_content`).
        for piece in response.iter_content(None):
            waiting += piece
            while end := _END.search(waiting):
                document, waiting = waiting[: end.end()].lstrip(), waiting[end.end() :]
                if not self._hand_over.give(document, len(document)):
                    return
            if len(waiting) > MAX_DOCUMENT:
                raise AnswerTooLarge(len(waiting))


def _subscription_is_over(error: GatewayError) -> bool:
    return str(error.args[:1]).find("Subscription") >= 0
