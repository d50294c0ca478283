"""A line to a server that can be taken away and given back on the same port: then nobody answers there."""

from __future__ import annotations

import contextlib
import socket
import threading


class Line:
    """Copies bytes between callers and ``inner_port`` on 127.0.0.1."""

    def __init__(self, inner_port: int) -> None:
        self._inner_port = inner_port
        self.port = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self.swallows = False
        """Everything that is sent vanishes, and no connection is closed."""
        self.restore()

    def restore(self) -> None:
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind(("127.0.0.1", self.port))
        self._listener.listen(16)
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def passed(self, data: bytes) -> None:
        """Sees everything that is sent, also what is swallowed: for a test to put something in its place."""

    def cut(self) -> None:
        with self._lock:
            going, self._open = {self._listener, *self._open}, set()
        for one in going:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", self._inner_port))
                with self._lock:
                    self._open |= {caller, server}
                for source, target in ((caller, server), (server, caller)):
                    threading.Thread(target=self._copy, args=(source, target), daemon=True).start()

    def _copy(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self.passed(data)
                if not self.swallows:
                    target.sendall(data)
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            with self._lock:
                self._open.discard(one)
