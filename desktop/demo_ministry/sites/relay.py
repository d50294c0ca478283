"""The line between a site and whoever watches it: copies what comes, and can be cut. Standard library only, since it
runs in the process of `site_server`."""

from __future__ import annotations

import heapq
import itertools
import random
import selectors
import socket
import threading
import time


def free_udp_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class UdpRelay:
    """Gives every caller its own way to the server behind, as a router does. While cut, packets are lost. It can be
    made a long and bad line: each packet, either way, is lost by chance, or comes later."""

    def __init__(self, port: int, inner_port: int) -> None:
        self._inner = ("127.0.0.1", inner_port)
        self._outer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._outer.bind(("127.0.0.1", port))
        self.port = int(self._outer.getsockname()[1])
        self._ways: dict[tuple[str, int], socket.socket] = {}
        self._is_cut = False
        self._delay = self._jitter = self._loss = 0.0
        self._chance = random.Random(20)  # noqa: S311 the same losses each time
        self._under_way: list[tuple[float, int, socket.socket, bytes, tuple[str, int] | None]] = []
        self._numbers = itertools.count()
        self._newest: dict[tuple[str, int] | None, float] = {}
        self._watched = selectors.DefaultSelector()
        self._watched.register(self._outer, selectors.EVENT_READ, None)
        threading.Thread(target=self._run, daemon=True).start()

    def cut(self) -> None:
        self._is_cut = True

    def restore(self) -> None:
        self._is_cut = False

    def impair(self, delay: float = 0.0, jitter: float = 0.0, loss: float = 0.0) -> None:
        """From now on: seconds each way, give or take ``jitter``, and a share of packets lost. They keep their order,
        as they do in the queue of one line."""
        self._delay, self._jitter, self._loss = delay, jitter, loss

    def _run(self) -> None:
        while True:
            due = self._under_way[0][0] - time.monotonic() if self._under_way else None
            for key, _ in self._watched.select(None if due is None else max(due, 0.0)):
                try:
                    if key.data is None:
                        self._outwards()
                    else:
                        packet = key.fileobj.recv(65536)  # type: ignore[union-attr]
                        self._carry(self._outer, packet, key.data)
                except OSError:  # a port that nobody listens on any more; UDP knows no end
                    continue
            now = time.monotonic()
            while self._under_way and self._under_way[0][0] <= now:
                _, _, way, packet, caller = heapq.heappop(self._under_way)
                self._hand_over(way, packet, caller)

    def _carry(self, way: socket.socket, packet: bytes, caller: tuple[str, int] | None) -> None:
        if self._is_cut or (self._loss and self._chance.random() < self._loss):
            return
        if not self._delay and not self._under_way:
            self._hand_over(way, packet, caller)
            return
        due = time.monotonic() + self._delay + self._chance.uniform(-self._jitter, self._jitter)
        due = self._newest[caller] = max(due, self._newest.get(caller, 0.0))
        heapq.heappush(self._under_way, (due, next(self._numbers), way, packet, caller))

    def _hand_over(self, way: socket.socket, packet: bytes, caller: tuple[str, int] | None) -> None:
        try:
            if caller is None:
                way.send(packet)
            else:
                way.sendto(packet, caller)
        except OSError:
            return

    def _outwards(self) -> None:
        packet, caller = self._outer.recvfrom(65536)
        way = self._ways.get(caller)
        if way is None:
            while len(self._ways) >= 64:
                oldest = next(iter(self._ways))
                self._watched.unregister(self._ways[oldest])
                self._ways.pop(oldest).close()
            way = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            way.connect(self._inner)
            self._ways[caller] = way
            self._watched.register(way, selectors.EVENT_READ, caller)
        self._carry(way, packet, None)


class TcpRelay:
    """Copies connections both ways. While cut nothing moves, and nothing is closed: a pulled cable, seen from TCP."""

    def __init__(self, port: int, inner_port: int) -> None:
        self._inner = ("127.0.0.1", inner_port)
        self._outer = socket.create_server(("127.0.0.1", port))
        self.port = int(self._outer.getsockname()[1])
        self._flows = threading.Event()
        self._flows.set()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._flows.clear()

    def restore(self) -> None:
        self._flows.set()

    def _accept(self) -> None:
        while True:
            caller, _ = self._outer.accept()
            threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller: socket.socket) -> None:
        self._flows.wait()
        try:
            server = socket.create_connection(self._inner)
        except OSError:
            caller.close()
            return
        for one in (caller, server):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        back = threading.Thread(target=self._copy, args=(server, caller), daemon=True)
        back.start()
        self._copy(caller, server)
        back.join()
        caller.close()
        server.close()

    def _copy(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                self._flows.wait()
                target.sendall(data)
        except OSError:
            pass
        for one in (source, target):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
