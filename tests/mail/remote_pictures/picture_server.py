"""An https server on loopback that gives pictures, and the ways of bad ones: redirects, drips, lies. For tests."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def png(width: int, height: int, colour: tuple[int, int, int] = (26, 105, 58)) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    rows = (b"\0" + bytes(colour) * width) * height
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class PictureServer:
    """``pages`` maps a path to (status, headers, body); a body of None never ends. ``asked`` are the requests seen."""

    def __init__(self, folder: Path) -> None:
        from desktop.demo_ministry.mailbox.certificates import make_tls

        self.pages: dict[str, tuple[int, dict[str, str], bytes | None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                status, headers, body = outer.pages.get(self.path.partition("?")[0], (404, {}, b""))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    if body is None:
                        while not outer._ended.wait(0.05):
                            self.wfile.write(b"\x89")
                    else:
                        self.wfile.write(body)
                except OSError:
                    pass

            def log_message(self, *_: object) -> None:
                pass

        self._ended = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port
        context, authority = make_tls(folder)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.ca_file = authority
        self.trust = ssl.create_default_context(cafile=str(authority))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def address(self, path: str) -> str:
        return f"https://{self.host}{path}"

    def close(self) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def picture_server(folder: Path) -> Iterator[PictureServer]:
    server = PictureServer(folder)
    try:
        yield server
    finally:
        server.close()


class Tunnel:
    """A proxy that leads every CONNECT to one port of this machine; ``asked`` are the places named."""

    def __init__(self, to_port: int) -> None:
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_CONNECT(self) -> None:
                outer.asked.append(self.path)
                with socket.create_connection(("127.0.0.1", to_port), 10) as onward:
                    self.send_response(200)
                    self.end_headers()
                    there = threading.Thread(target=_pass_on, args=(self.connection, onward), daemon=True)
                    there.start()
                    _pass_on(onward, self.connection)
                    there.join(10)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_port


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while content := source.recv(65536):
            target.sendall(content)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@contextmanager
def tunnel(to_port: int) -> Iterator[Tunnel]:
    running = Tunnel(to_port)
    threading.Thread(target=running.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield running
    finally:
        running.server.shutdown()
        running.server.server_close()
