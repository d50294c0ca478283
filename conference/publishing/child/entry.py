"""Where the publishing process begins (``--publish``): ends with whoever started it, takes its pipes over, hears the
first message, serves until the pipe ends."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from typing import BinaryIO

from ..messages import Begin, Level, SelfPicture
from ..process_bond import end_with_parent
from ..wire import NotAMessage, packed, read_message


class Outbox:
    """Answers on their way to the desk. Pictures and levels are news only while they are new: of each the newest waits,
    however slowly the desk reads."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._lock = threading.Condition()
        self._held: deque[object] = deque()
        self._newest: dict[type, object] = {}
        threading.Thread(target=self._write, name="answers", daemon=True).start()

    def say(self, answer: object) -> None:
        with self._lock:
            if isinstance(answer, SelfPicture | Level):
                self._newest[type(answer)] = answer
            else:
                self._held.append(answer)
            self._lock.notify()

    def _write(self) -> None:
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._held or self._newest)
                answers = [*self._held, *self._newest.values()]
                self._held.clear()
                self._newest.clear()
            try:
                for answer in answers:
                    self._pipe.write(packed(answer))
                self._pipe.flush()
            except OSError:
                os._exit(0)  # the desk is gone, and with it everybody who would hear


def main() -> int:
    end_with_parent()
    incoming, outgoing = _take_over_pipes()
    try:
        begin = read_message(incoming)
        if not isinstance(begin, Begin):
            return 2
        from .session import Session

        outbox = Outbox(outgoing)
        session = Session(begin, outbox.say)
        session.start()
        while (ask := read_message(incoming)) is not None:
            session.take(ask)
    except NotAMessage:
        os._exit(2)
    farewell = threading.Thread(target=session.end, daemon=True)
    farewell.start()
    farewell.join(1.5)
    os._exit(0)  # threads that hang in a camera's or a sound server's hands are not waited for


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output carry messages; whatever a library prints goes nowhere."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    sys.stdout = sys.stderr
    return incoming, outgoing
