"""ProcessPublisher: the port on a process of our own, which gets its credentials over its pipe. A process that dies is
started anew, with what was asked of it."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from .messages import (
    Authorise,
    Begin,
    Level,
    SelfPicture,
    ShowPicture,
    StateNow,
    TurnCamera,
    UseDevice,
)
from .model import DeviceKind, OwnState, PublishState
from .port import Publisher
from .process_bond import ProcessBond
from .wire import NotAMessage, packed, read_message

_UNREAD = 128
_ENDS_WITHIN = 2.0
_RESTARTS = (0.5, 2.0, 5.0)
"""Seconds before each new start; a process that lived for a minute begins at the first again."""


class ProcessPublisher:
    """``command`` starts the process; ``folder`` is where it is started (None: here)."""

    def __init__(self, command: Callable[[], Sequence[str]], folder: Path | None = None) -> None:
        self._command = command
        self._folder = folder
        self._lock = threading.Lock()
        self._heard = threading.Condition()
        self._answers: deque[object] = deque()
        self._picture: SelfPicture | None = None
        self._run: _Run | None = None

    def begin(self, begin: Begin) -> None:
        self.close()
        with self._heard:
            self._answers.clear()
        with self._lock:
            self._run = _Run(self._command, self._folder, begin, self._hear)
            self._run.start()

    def ask(self, message: object) -> None:
        with self._lock:
            run = self._run
        if run is not None:
            run.ask(message)

    def next_answer(self, timeout: float) -> object | None:
        with self._heard:
            self._heard.wait_for(lambda: bool(self._answers), timeout)
            return self._answers.popleft() if self._answers else None

    def newest_picture(self) -> SelfPicture | None:
        return self._picture

    @property
    def is_running(self) -> bool:
        return self._run is not None

    @property
    def process_id(self) -> int | None:
        with self._lock:
            return self._run.process_id if self._run is not None else None

    def close(self) -> None:
        with self._lock:
            run, self._run = self._run, None
        if run is not None:
            run.close()
        self._picture = None

    def _hear(self, run: _Run, answer: object) -> None:
        if run is not self._run:
            return
        if isinstance(answer, SelfPicture):
            self._picture = answer
            return
        with self._heard:
            if len(self._answers) >= _UNREAD:  # whoever should listen does not: levels are worth least
                kept = [one for one in self._answers if not isinstance(one, Level)][-_UNREAD // 2 :]
                self._answers = deque(kept)
            self._answers.append(answer)
            self._heard.notify_all()


class _Run:
    """From `begin` to `close`, over as many processes as it takes. Its thread starts them and lives as long as they:
    the system ends them with it."""

    def __init__(
        self,
        command: Callable[[], Sequence[str]],
        folder: Path | None,
        begin: Begin,
        hear: Callable[[_Run, object], None],
    ) -> None:
        self._command, self._folder = command, folder
        self._begin = begin
        self._hear = hear
        self._card: ShowPicture | None = None
        self._asks: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="publishing", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @property
    def process_id(self) -> int | None:
        process = self._process
        return process.pid if process is not None else None

    def ask(self, message: object) -> None:
        """Remembered for a process that must be started anew, where it stays true. Muted is never forgotten."""
        match message:
            case Authorise(credentials):
                self._begin = replace(self._begin, credentials=credentials)
            case TurnCamera(on):
                self._begin = replace(self._begin, camera_on=on)
            case UseDevice(device) if device.kind is DeviceKind.CAMERA:
                self._begin = replace(self._begin, camera=device.id)
            case UseDevice(device):
                self._begin = replace(self._begin, microphone=device.id)
            case ShowPicture(card=True):
                self._card = message
        self._asks.put(message)

    def close(self) -> None:
        self._closing.set()
        self._asks.put(None)
        self._ended.wait(_ENDS_WITHIN + 1.0)

    def _keep(self) -> None:
        deaths = 0
        try:
            while not self._closing.is_set():
                began = time.monotonic()
                self._live()
                if self._closing.is_set():
                    return
                deaths = 0 if time.monotonic() - began > 60 else deaths + 1
                self._hear(self, StateNow(replace(_LOST, attempt=max(1, deaths), camera_on=self._begin.camera_on)))
                self._closing.wait(_RESTARTS[min(max(deaths, 1), len(_RESTARTS)) - 1])
        finally:
            self._ended.set()

    def _live(self) -> None:
        try:
            process = subprocess.Popen(  # noqa: S603 - our own program
                list(self._command()),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return
        bond = ProcessBond(process)
        self._process = process
        ends = threading.Event()
        writer = threading.Thread(
            target=self._write, args=(cast(BinaryIO, process.stdin), ends), name="publishing asks", daemon=True
        )
        writer.start()
        try:
            while (answer := read_message(cast(BinaryIO, process.stdout))) is not None:
                self._hear(self, answer)
        except (NotAMessage, OSError, ValueError):
            pass
        finally:
            ends.set()
            self._asks.put(None)
            try:
                process.wait(_ENDS_WITHIN if self._closing.is_set() else 0.2)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            writer.join()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    cast(BinaryIO, pipe).close()
            self._process = None
            del bond

    def _write(self, pipe: BinaryIO, ends: threading.Event) -> None:
        """The first message, then what is asked; the end of the pipe ends the process."""
        with contextlib.suppress(OSError, ValueError):
            pipe.write(packed(self._begin))
            if self._card is not None:
                pipe.write(packed(self._card))
            pipe.flush()
            while not ends.is_set() and not self._closing.is_set():
                message = self._asks.get()
                if message is not None:
                    pipe.write(packed(message))
                    pipe.flush()
        with contextlib.suppress(OSError):
            pipe.close()


_LOST = OwnState(PublishState.LOST)


def _is_a_publisher(publisher: ProcessPublisher) -> Publisher:
    return publisher
