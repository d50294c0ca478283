"""One request, one answer: how every EWS verb of this folder is asked. Nothing here is ever sent a second time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from exchangelib import errors as ews
from exchangelib.credentials import DELEGATE
from exchangelib.version import Version

from ..errors import NotExchange, OutcomeUnknown, ProxyRefused, Refused, ServerBusy, WrongPassword, password_mark
from ..settings import Account, MailSettings
from .errors import DEFAULT_PATIENCE, AnswerTooLarge, BadAnswer, patience
from .pace import Pace
from .protocol import VERSIONS, MailboxProtocol, require_safe_url

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes of any answer but the bodies: a page of 512 changes is 0.3 MB. exchangelib itself sets no bound
(util.py, `_forgiving_parser`: huge_tree=True)."""
ANSWER_SECONDS = 120.0
"""For a whole answer, however slowly it drips."""
READ_SIZE = 64 * 1024


class Gate:
    """Shut for good by the first 401: a wrong password sent again locks a domain account. Until the first answer
    that is no 401, requests go one by one, so that a wrong password is sent once and not once per connection."""

    def __init__(self, user_name: str, password: str) -> None:
        self._refusal = (user_name, password_mark(password))
        self._first = threading.Lock()
        self._is_proven = False
        self._is_shut = False
        self.version: Version = VERSIONS[0]
        """What is spoken with this server: learned once by all conversations behind the gate."""

    @contextmanager
    def passing(self) -> Iterator[None]:
        if not self._is_proven:
            with self._first:
                self._check()
                yield
            return
        self._check()
        yield

    def _check(self) -> None:
        if self._is_shut:
            raise WrongPassword(*self._refusal)

    def judge(self, status: int) -> None:
        if status == 401:
            self._is_shut = True
            raise WrongPassword(*self._refusal)
        self._is_proven = True


class WholeAnswer:
    """An answer read whole, in the shape exchangelib's services expect.

    They parse `response.iter_content()` (services/common.py, `_get_soap_parts`), whose default chunk in requests is ONE
    byte: 0.17 s of Python per MB. Bytes in its place take the library's path for whole documents (util.py, `to_xml`).
    """

    def __init__(self, content: bytes) -> None:
        self.content = content

    def iter_content(self) -> bytes:
        return self.content

    def close(self) -> None:
        """Nothing is held."""


class Conversation:
    """A set of connections to one mailbox. Stands where exchangelib's services look for their account: its own
    `Account` guesses time zones and folders we do not need."""

    access_type = DELEGATE
    affinity_cookie: str | None = None

    def __init__(
        self, settings: MailSettings, account: Account, password: str, *, sessions: int, gate: Gate | None = None
    ) -> None:
        self.host = require_safe_url(settings.ews_url)
        self.protocol = MailboxProtocol(settings, account, password, sessions=sessions)
        self.primary_smtp_address = account.address
        self.gate = gate or Gate(account.user_name, password)
        self.pace = Pace(chunk=settings.body_chunk, connections=settings.connections)
        self.is_closed = False

    @property
    def version(self) -> Version:
        return self.gate.version

    @property
    def is_2013(self) -> bool:
        """Exchange 2013 or later; else 2010, which knows fewer properties."""
        return bool(self.version.api_version >= "Exchange2013")

    def use_older_version(self, than: Version) -> bool:
        """Ask as the next older Exchange than this from now on; False if there is none."""
        position = VERSIONS.index(than)
        if position + 1 == len(VERSIONS):
            return False
        self.gate.version = VERSIONS[position + 1]
        self.protocol.config.version = self.gate.version
        return True

    @contextmanager
    def posted(
        self, content: bytes, headers: dict[str, str], *, is_send: bool = False, read_timeout: float | None = None
    ) -> Iterator[requests.Response]:
        """POST once; the answer is open for reading inside the block. The session goes back into the pool only if the
        answer was read to its end; sends get a connection of their own, so that none that died in the pool is used."""
        complaints = self.pace.complaints
        session = self.protocol.create_session() if is_send else self.protocol.get_session()
        is_sound = False
        connect, read = self.protocol.TIMEOUT
        try:
            with self.gate.passing():
                try:
                    response = session.post(
                        self.protocol.service_endpoint,
                        data=content,
                        headers=headers,
                        allow_redirects=False,
                        timeout=(connect, read_timeout or read),
                        stream=True,
                    )
                except WrongPassword:  # the domain said so, before anything went to the mail server
                    self.gate.judge(401)
                    raise
                try:
                    self.gate.judge(response.status_code)
                except WrongPassword:
                    response.close()
                    raise
            with response:
                try:
                    self._judge(response, is_send=is_send)
                except ServerBusy:
                    self.pace.busy(complaints)
                    raise
                yield response
                is_sound = True
        finally:
            if is_send:
                session.close()
            elif is_sound:
                self.protocol.release_session(session)
            else:
                self.protocol.retire_session(session)

    def ask(self, content: bytes, headers: dict[str, str], *, is_send: bool = False) -> WholeAnswer:
        """POST once and read the whole answer."""
        with self.posted(content, headers, is_send=is_send) as response:
            return WholeAnswer(b"".join(bounded(response, MAX_ANSWER, ANSWER_SECONDS)))

    def _judge(self, response: requests.Response, *, is_send: bool) -> None:
        """exchangelib calls any failure with ``Connection: close`` busy (protocol.py, `raise_response_errors`); the
        status alone decides here."""
        status = response.status_code
        if status == 200:
            return
        if status == 500 and "xml" in response.headers.get("Content-Type", ""):
            return  # a SOAP fault: the body says more
        if status in (429, 503):
            told = response.headers.get("Retry-After")
            raise ServerBusy(patience(told), told is not None)
        if status >= 500:
            if is_send:
                raise OutcomeUnknown
            raise ServerBusy(DEFAULT_PATIENCE)
        if status == 407:
            raise ProxyRefused(self.host)
        if status in (403, 413, 440, 456):
            raise Refused(f"HTTP{status}")
        raise NotExchange(self.host)

    def close(self) -> None:
        self.is_closed = True
        self.protocol.close()


def bounded(response: requests.Response, most: int, seconds: float) -> Iterator[bytes]:
    """The answer in pieces, unpacked, within a size and a time."""
    deadline = time.monotonic() + seconds
    total = 0
    for piece in response.iter_content(READ_SIZE):
        total += len(piece)
        if total > most:
            raise AnswerTooLarge(total)
        if time.monotonic() > deadline:
            raise requests.exceptions.ReadTimeout(f"{seconds} s")
        yield piece


def require_soap(start: bytes) -> None:
    """Refuses what cannot be SOAP before a parser sees it; a DTD could define entities that grow without end."""
    head = start[:4000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"<") or b"<!DOCTYPE" in head.upper() or b"Envelope" not in head:
        raise BadAnswer(head[:80])


class OneShot:
    """Mixed into exchangelib's services in front of theirs: asks once, through our `Conversation`.

    Their own way repeats requests on busy servers, on too many connections and for every API version
    (services/common.py, `_get_elements`, `_get_response_xml`).
    """

    account: Conversation
    is_send = False
    _timezone = None
    """No TimeZoneContext: all moments are UTC."""

    def _get_elements(self, payload: Any) -> Iterator[Any]:
        yield from self._response_generator(payload=payload)  # type: ignore[attr-defined]

    def _get_response_xml(self, payload: Any) -> Any:
        while True:
            version = self.account.version
            answer = self._get_response(payload, version.api_version)
            require_soap(answer.content)
            if not answer.content.rstrip().endswith(b"Envelope>"):
                # The library's parser mends what is cut off (util.py, `_forgiving_parser`: recover=True): half a page
                # of changes would pass for a whole one, and its sync state with it.
                raise requests.exceptions.ChunkedEncodingError("the answer is cut off")
            _, body = self._get_soap_parts(response=answer)  # type: ignore[attr-defined]
            try:
                return self._get_soap_messages(body=body)  # type: ignore[attr-defined]
            except (ews.ErrorInvalidServerVersion, ews.ErrorInvalidSchemaVersionForMailboxVersion):
                # Refused unread, so asking again as an older Exchange repeats nothing, not even a send.
                if not self.account.use_older_version(version):
                    raise

    def _get_response(self, payload: Any, api_version: str) -> WholeAnswer:
        content = self.wrap(content=payload, api_version=api_version)  # type: ignore[attr-defined]
        return self.account.ask(content, self._extra_headers(), is_send=self.is_send)  # type: ignore[attr-defined]

    @staticmethod
    def _get_exception(code: str | None, text: str | None, msg_xml: Any = None, rule_errors: Any = None) -> Exception:
        """The library turns codes it does not know into a transport error; to us they are refusals with a name."""
        known: Any = getattr(ews, code or "", None)
        if isinstance(known, type) and issubclass(known, ews.ResponseMessageError):
            found: Exception = known(text or code)
            return found
        return Refused(code or "NoResponseCode")
