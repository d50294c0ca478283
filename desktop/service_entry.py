"""Where the second process begins: takes its pipes over, reads first what the window waits for, then loads the service.

Imports as little as it can: each millisecond here is one before the first mails are on screen.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from ui.service_wire import read_message, write_message


def main(prepare: Path | None = None) -> int:
    """``--service``: take the pipes over, prepare if asked to, hear the first message, serve until the pipe ends."""
    incoming, outgoing = _take_over_pipes()
    lock = threading.Lock()

    def send(message: object) -> None:
        try:
            with lock:
                write_message(outgoing, message)
        except OSError:
            os._exit(0)  # the window is gone, and with it everybody who would hear

    if prepare is not None:
        from .preparing import prepare as prepared

        send(prepared(prepare))
    if hasattr(os, "nice"):
        os.nice(5)  # from here on the window goes first
    from ui.service_messages import Begin, CheckSignIn

    from . import service

    try:
        first = read_message(incoming)
    except pickle.UnpicklingError:
        return 2
    match first:
        case CheckSignIn():
            send(service.check_sign_in(first))
            return 0
        case Begin():
            return service.serve(first, incoming, send)
    return 2


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output carry messages; whatever a library prints goes to standard error instead."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.close(nowhere)
    sys.stdout = sys.stderr
    return incoming, outgoing
