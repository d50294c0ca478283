"""Answers the window's questions to the mail server on threads and connections of their own. Used by the service."""

from __future__ import annotations

import contextlib
import logging
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from mail import MailError, Question, Refused, ServerBusy, WrongPassword
from ui.service_messages import Answer, Ask, packed, unpacked
from ui.sync_status import Unexpected

if TYPE_CHECKING:
    from mail import AskedServer, MailboxGateway

_log = logging.getLogger(__name__)
_AT_ONCE = 3
_MOST_WAITING = 60
"""More than a person can ask: what comes beyond is told to come back."""
_LARGEST_ANSWER = 8 * 1024 * 1024
_PATIENCE = 5.0


class Answering:
    """At most three questions are put to the server at once, over connections beside the sync's."""

    def __init__(
        self,
        gateway: Callable[[], MailboxGateway],
        send: Callable[[object], None],
        refused: Callable[[], None] = lambda: None,
    ) -> None:
        """``gateway`` gives the sync's present one (another one after a new password); may raise `MailError`.
        ``refused`` is called when a question met a refusal of the password."""
        self._gateway, self._send, self._refused = gateway, send, refused
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="answering")
        self._lock = threading.Lock()
        self._waiting = 0
        self._server: tuple[MailboxGateway, AskedServer] | None = None
        self._stopped = False

    def ask(self, asked: Ask) -> None:
        """Returns at once; the answer goes out through ``send``."""
        with self._lock:
            if self._stopped:
                return
            is_too_much = self._waiting >= _MOST_WAITING
            self._waiting += 0 if is_too_much else 1
        if is_too_much:
            self._send(Answer(asked.id, error=ServerBusy(_PATIENCE)))
        else:
            self._pool.submit(self._answer, asked)

    def stop(self) -> None:
        """What runs ends with its connections; nobody waits for it."""
        with self._lock:
            self._stopped = True
            beside, self._server = self._server, None
        self._pool.shutdown(wait=False, cancel_futures=True)
        if beside is not None:
            with contextlib.suppress(Exception):
                beside[1].close()

    def _answer(self, asked: Ask) -> None:
        try:
            answer = self._answer_to(asked)
        finally:
            with self._lock:
                self._waiting -= 1
        if not self._stopped:
            self._send(answer)

    def _answer_to(self, asked: Ask) -> Answer:
        try:
            question = unpacked(asked.question)
            if not isinstance(question, Question):
                raise pickle.UnpicklingError(f"{type(question).__name__} is no question")
            value = packed(question.put_to(self._asked_server()))
        except MailError as error:
            if isinstance(error, WrongPassword):
                self._refused()
            return Answer(asked.id, error=error)
        except Exception as error:  # a fault of ours: the log has it, the window says so, the next question is answered
            _log.error("a question failed: %s", type(error).__name__, exc_info=error)
            return Answer(asked.id, error=Unexpected(type(error).__name__))
        if len(value) > _LARGEST_ANSWER:
            return Answer(asked.id, error=Refused("AnswerTooLarge"))
        return Answer(asked.id, value)

    def _asked_server(self) -> AskedServer:
        with self._lock:
            gateway = self._gateway()
            if self._server is None or self._server[0] is not gateway:
                old, self._server = self._server, (gateway, gateway.beside())
                if old is not None:
                    with contextlib.suppress(Exception):
                        old[1].close()
            return self._server[1]
