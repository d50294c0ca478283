"""The line between a site and whoever watches it: copies what comes, and can be cut. Standard library only, since it
runs in the process of `site_server`."""

from __future__ import annotations

import selectors
import socket
import threading


def free_udp_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class UdpRelay:
    """Gives every caller its own way to the server behind, as a router does. While cut, packets are lost."""

    def __init__(self, port: int, inner_port: int) -> None:
        self._inner = ("127.0.0.1", inner_port)
        self._outer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._outer.bind(("127.0.0.1", port))
        self.port = int(self._outer.getsockname()[1])
        self._ways: dict[tuple[str, int], socket.socket] = {}
        self._is_cut = False
        self._watched = selectors.DefaultSelector()
        self._watched.register(self._outer, selectors.EVENT_READ, None)
        threading.Thread(target=self._run, daemon=True).start()

    def cut(self) -> None:
        self._is_cut = True

    def restore(self) -> None:
        self._is_cut = False

    def _run(self) -> None:
        while True:
            for key, _ in self._watched.select():
                try:
                    if key.data is None:
                        self._outwards()
                    else:
                        packet = key.fileobj.recv(65536)  # type: ignore[union-attr]
                        if not self._is_cut:
                            self._outer.sendto(packet, key.data)
                except OSError:  # a port that nobody listens on any more; UDP knows no end
                    continue

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
        if not self._is_cut:
            way.send(packet)


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
