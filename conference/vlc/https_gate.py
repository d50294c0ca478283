"""The one way out of FFmpeg while it reads a site over HTTPS: a proxy on the loopback that connects to the site's own
host and nowhere else. A playlist's pieces, keys and redirections on other hosts are not reached. Used by `bridge`.

FFmpeg passes its ``http_proxy`` on to everything it opens for a playlist; nothing else bounds where that may be. TLS
goes through untouched, so certificates are checked as ever. Hosts in the environment's ``no_proxy`` pass it by."""

from __future__ import annotations

import contextlib
import re
import socket
import threading

_CONNECT = re.compile(rb"CONNECT ([^ \r\n]{1,300}) HTTP/1\.[01]\r\n")
_LONGEST_REQUEST = 8192
_CONNECT_WITHIN = 6.0
_MOST_CONNECTIONS = 16


class HttpsGate:
    """Open from its making to `close`."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        name = f"[{host}]" if ":" in host else host
        self._permitted = f"{name}:{port}".lower().encode()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._closed = False
        self.refused = 0
        """Attempts to reach something else."""
        threading.Thread(target=self._accept, name=f"gate {host}", daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        with self._lock:
            self._closed = True
            leaving, self._open = self._open, set()
        for one in (self._listener, *leaving):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                caller, _ = self._listener.accept()
            except OSError:
                return
            if self._keep(caller):
                threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller: socket.socket) -> None:
        site: socket.socket | None = None
        try:
            caller.settimeout(_CONNECT_WITHIN)
            asked = _CONNECT.match(_request(caller))
            if asked is None or asked[1].lower() != self._permitted:
                self.refused += 1
                caller.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")
                return
            site = socket.create_connection(self._target, _CONNECT_WITHIN)
            if not self._keep(site):
                return
            for one in (caller, site):
                one.settimeout(None)
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            caller.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_copy, args=(site, caller), daemon=True)
            back.start()
            _copy(caller, site)
            back.join()
        except OSError:
            pass
        finally:
            for end in (caller, site):
                if end is not None:
                    self._let_go(end)

    def _keep(self, one: socket.socket) -> bool:
        with self._lock:
            if not self._closed and len(self._open) < 2 * _MOST_CONNECTIONS:
                self._open.add(one)
                return True
        one.close()
        return False

    def _let_go(self, one: socket.socket) -> None:
        with self._lock:
            self._open.discard(one)
        one.close()


def _request(caller: socket.socket) -> bytes:
    """The request's head. Nothing follows it before the answer."""
    request = b""
    while b"\r\n\r\n" not in request and len(request) < _LONGEST_REQUEST:
        piece = caller.recv(4096)
        if not piece:
            break
        request += piece
    return request


def _copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    for one in (source, target):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
