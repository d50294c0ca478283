"""MIME of many messages, as fast as the line allows: chunks of GetItem on a few connections, each answer read by a pull
parser while it arrives, so that one message at a time is in memory and Python touches nothing of it but its end."""

from __future__ import annotations

import binascii
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import lxml.etree
from exchangelib import errors as ews
from exchangelib.services import GetItem
from exchangelib.util import SOAPNS, create_element

from ..errors import GatewayError, ServerBusy
from ..mime_headers import lenient_base64
from ..model import ItemId, RawMessage
from .conversation import Conversation, OneShot, bounded, require_soap
from .errors import DEFAULT_PATIENCE, AnswerTooLarge, BadAnswer, ews_errors
from .hand_over import HandOver
from .soap_shapes import M, T, item_ids

MAX_ITEM = 220 * 1024 * 1024
"""Bytes of answer for one message: Exchange's own limit is 150 MB of MIME."""
MAX_BODIES_ANSWER = 2 * 1024 * 1024 * 1024
BODIES_SECONDS = 1800.0
QUEUED_BYTES = 16 * 1024 * 1024
"""Of MIME fetched and not yet taken: a slow store slows the line down instead of filling the memory."""

_ENDS = [f"{M}GetItemResponseMessage", f"{{{SOAPNS}}}Fault"]
_OF_ONE_ITEM = (
    ews.ErrorItemNotFound,
    ews.ErrorInvalidIdMalformed,
    ews.ErrorMimeContentConversionFailed,
    ews.ErrorItemCorrupt,
    ews.ErrorCorruptData,
    ews.ErrorMessageSizeExceeded,
    ews.ErrorAccessDenied,
)


class _GetMime(OneShot, GetItem):  # type: ignore[misc]
    def request(self, ids: Sequence[str]) -> tuple[bytes, dict[str, str]]:
        payload = create_element("m:GetItem")
        item_shape = create_element("m:ItemShape")
        for name, value in (("t:BaseShape", "IdOnly"), ("t:IncludeMimeContent", "true")):
            element = create_element(name)
            element.text = value
            item_shape.append(element)
        payload.append(item_shape)
        payload.append(item_ids("m:ItemIds", ids))
        content: bytes = self.wrap(content=payload, api_version=self.account.version.api_version)
        return content, self._extra_headers()

    def error_of(self, message: Any) -> BaseException | None:
        """What a response message says went wrong, if anything."""
        try:
            found = self._get_element_container(message=message, name=self.element_container_name)
        except Exception as error:
            return error
        return found if isinstance(found, BaseException) else None

    def fault(self, element: Any) -> None:
        self._raise_soap_errors(fault=element)


def bodies(conversation: Conversation, ids: Sequence[ItemId]) -> Iterator[RawMessage]:
    """Every message that is still there, chunks in the order asked for, as many at once as the server bears (`pace`).
    Closing it ends the connections it uses."""
    waiting = _Waiting(conversation, ids)
    hand_over: HandOver[RawMessage] = HandOver(QUEUED_BYTES, givers=waiting.workers)

    def work() -> None:
        try:
            for message in waiting.fetched(lambda: hand_over.is_stopped):
                if not hand_over.give(message, len(message.mime)):
                    return
        except GatewayError as error:
            hand_over.fail(error)
        finally:
            hand_over.finish()

    if waiting.workers <= 1:
        yield from waiting.fetched(lambda: False)
        return
    for number in range(waiting.workers):
        threading.Thread(target=work, name=f"ews-bodies-{number}", daemon=True).start()
    try:
        yield from hand_over.taken()
    finally:
        hand_over.stop()


class _Waiting:
    """The ids nobody has fetched yet, shared by a few workers."""

    def __init__(self, conversation: Conversation, ids: Sequence[ItemId]) -> None:
        self._conversation = conversation
        self._pace = conversation.pace
        self._ids = deque(ids)
        self._lock = threading.Lock()
        self.workers = min(self._pace.connections, -(-len(ids) // self._pace.chunk))

    def fetched(self, is_over: Callable[[], bool]) -> Iterator[RawMessage]:
        """What one worker fetches. It leaves when nothing waits, or when there are more of them than the server bears;
        the last one stays. Raises `GatewayError`; a busy server's, unless fewer connections are all it asks for."""
        while not is_over() and (some := self._taken()):
            since = self._pace.complaints
            missing = dict.fromkeys(some)
            try:
                for message in _fetch(self._conversation, some):
                    missing.pop(message.item_id, None)
                    yield message
            except _TooManyConnections:
                if not self._pace.busy(since):
                    raise
                with self._lock:
                    self._ids.extendleft(reversed(missing))
            except ServerBusy:
                self._pace.busy(since)
                raise
            else:
                self._pace.well(since)

    def _taken(self) -> list[ItemId]:
        """Empty: this worker is to leave. Under one lock with giving back, so that what is given back has a taker."""
        with self._lock:
            if self._ids and (self.workers <= self._pace.connections or self.workers == 1):
                return [self._ids.popleft() for _ in range(min(self._pace.chunk, len(self._ids)))]
            self.workers -= 1
            return []


class _TooManyConnections(ServerBusy):
    """The server bears fewer requests at a time than it was sent. Nobody needs to wait for that."""


def _fetch(conversation: Conversation, ids: list[ItemId]) -> Iterator[RawMessage]:
    """One GetItem. What arrived before a cut is kept."""
    with ews_errors(conversation.host), _connections_counted():
        while True:
            version = conversation.version
            try:
                yield from _answered(conversation, ids)
                return
            except (ews.ErrorInvalidServerVersion, ews.ErrorInvalidSchemaVersionForMailboxVersion):
                if not conversation.use_older_version(version):  # the whole request was refused: nothing came of it
                    raise


def _answered(conversation: Conversation, ids: list[ItemId]) -> Iterator[RawMessage]:
    service = _GetMime(account=conversation)
    content, headers = service.request(ids)
    parser = lxml.etree.XMLPullParser(
        events=("end",), tag=_ENDS, resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True
    )
    events = parser.read_events()
    since_item = 0
    is_first = True
    with conversation.posted(content, headers) as response:
        for piece in bounded(response, MAX_BODIES_ANSWER, BODIES_SECONDS):
            if is_first:
                require_soap(piece)
                is_first = False
            since_item += len(piece)
            if since_item > MAX_ITEM:
                raise AnswerTooLarge(since_item)
            parser.feed(piece)
            for _, element in events:
                since_item = 0
                message = _message(service, element)
                _forget(element)
                if message is not None:
                    yield message
        parser.close()
    if is_first:
        raise BadAnswer(b"")


@contextmanager
def _connections_counted() -> Iterator[None]:
    try:
        yield
    except ews.ErrorExceededConnectionCount as error:
        raise _TooManyConnections(DEFAULT_PATIENCE) from error


def _message(service: _GetMime, element: Any) -> RawMessage | None:
    if element.tag == f"{{{SOAPNS}}}Fault":
        service.fault(element)
    error = service.error_of(element)
    if isinstance(error, _OF_ONE_ITEM):
        return None
    if error is not None:
        raise error
    items = element.find(f"{M}Items")
    if items is None or not len(items):
        return None
    item = items[0]
    mime = item.find(f"{T}MimeContent")
    if mime is None:
        return None
    return RawMessage(ItemId(item.find(f"{T}ItemId").get("Id")), _decoded(mime.text or ""))


def _decoded(text: str) -> bytes:
    try:
        return binascii.a2b_base64(text)
    except (binascii.Error, ValueError):
        return lenient_base64(text.encode("ascii", "ignore"))


def _forget(element: Any) -> None:
    """Free what was read: the element, and its finished neighbours."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
