"""Lines that are slow or lose packets, between a check and a real site: small relays on 127.0.0.1 that do the same to
every packet, so that what a test sees does not hang on chance."""

from __future__ import annotations

import heapq
import select
import socket
import threading
import time
from types import TracebackType


class _Line:
    def __init__(self) -> None:
        self.port = 0
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def __enter__(self):  # type: ignore[no-untyped-def]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        for thread in self._threads:
            thread.join(5)


class BadUdpLine(_Line):
    """Each packet takes ``delay`` seconds each way; every ``drops``-th back to the caller is lost (0: none)."""

    def __init__(self, port: int, delay: float = 0.0, drops: int = 0) -> None:
        super().__init__()
        self._to = ("127.0.0.1", port)
        self._delay, self._drops, self._count = delay, drops, 0
        self._outer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._outer.bind(("127.0.0.1", 0))
        self.port = self._outer.getsockname()[1]
        self._start(self._run)

    def _run(self) -> None:
        ways: dict[tuple[str, int], socket.socket] = {}
        callers: dict[socket.socket, tuple[str, int]] = {}
        waiting: list[tuple[float, int, bytes, socket.socket, tuple[str, int] | None]] = []
        order = 0
        with self._outer:
            while not self._closing.is_set():
                due = waiting[0][0] - time.monotonic() if waiting else 0.05
                readable, _, _ = select.select([self._outer, *callers], [], [], min(0.05, max(0.0, due)))
                for one in readable:
                    order += 1
                    try:
                        data, sender = one.recvfrom(65536)
                    except OSError:
                        continue
                    if one is self._outer:
                        if sender not in ways:
                            way = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                            way.connect(self._to)
                            ways[sender], callers[way] = way, sender
                        entry = (time.monotonic() + self._delay, order, data, ways[sender], None)
                    else:
                        self._count += 1
                        if self._drops and self._count % self._drops == 0:
                            continue
                        entry = (time.monotonic() + self._delay, order, data, self._outer, callers[one])
                    heapq.heappush(waiting, entry)
                while waiting and waiting[0][0] <= time.monotonic():
                    _, _, data, through, to = heapq.heappop(waiting)
                    try:
                        through.sendto(data, to) if to is not None else through.send(data)
                    except OSError:
                        continue
            for way in callers:
                way.close()


class SlowTcpLine(_Line):
    """What is said takes ``delay`` seconds each way; opening a connection takes none, as behind any proxy."""

    def __init__(self, port: int, delay: float) -> None:
        super().__init__()
        self._inner, self._delay = port, delay
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.1)
        self.port = self._server.getsockname()[1]
        self._start(self._accept)

    def _accept(self) -> None:
        with self._server:
            while not self._closing.is_set():
                try:
                    caller, _ = self._server.accept()
                except TimeoutError:
                    continue
                self._start(self._serve, caller)

    def _serve(self, caller: socket.socket) -> None:
        waiting: list[tuple[float, socket.socket, bytes]] = []
        with caller, socket.create_connection(("127.0.0.1", self._inner)) as server:
            other = {caller: server, server: caller}
            while not self._closing.is_set():
                readable, _, _ = select.select([caller, server], [], [], 0.005)
                try:
                    for one in readable:
                        data = one.recv(65536)
                        if not data:
                            return
                        waiting.append((time.monotonic() + self._delay, other[one], data))
                    while waiting and waiting[0][0] <= time.monotonic():
                        _, to, data = waiting.pop(0)
                        to.sendall(data)
                except OSError:
                    return
