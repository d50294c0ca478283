"""Serves one folder on 127.0.0.1 as any web server would (ETag, 304, Range), and misbehaves when told to."""

from __future__ import annotations

import contextlib
import hashlib
import re
import socket
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it was answered."""

    method: str
    path: str
    status: int
    sent: int


@dataclass
class Faults:
    """What goes wrong, until it is set back. Damage and truncation strike the next file of the feed's content once."""

    status: int | None = None
    damage_next: int = 0
    truncate_next: int = 0
    seconds_per_chunk: float = 0.0
    served: dict[str, bytes] = field(default_factory=dict)
    """Files that are served other than they lie on the disk."""


class StaticServer:
    """A threading HTTP/1.1 server with a fixed port over several starts, so that "offline" is a closed port."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.faults = Faults()
        self.requests: list[Request] = []
        self.port = 0
        self._server: _Server | None = None
        self._released = threading.Event()

    def start(self) -> None:
        if self._server is None:
            self._released.clear()
            self._server = _Server(("127.0.0.1", self.port), self)
            self.port = self._server.server_address[1]
            thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True, name="demo portal")
            thread.start()

    def stop(self) -> None:
        """Close the port and every connection: clients that keep one alive see the end of it too."""
        if self._server is not None:
            server, self._server = self._server, None
            self._released.set()
            server.shutdown()
            server.server_close()
            server.drop_connections()

    def wait(self, seconds: float) -> None:
        """A slow answer's pause; ends at once when the server stops."""
        self._released.wait(seconds)

    def content(self, path: str) -> bytes | None:
        """The file a URL path names; None where there is none, or where it leads out of the folder."""
        name = path.partition("?")[0].lstrip("/")
        if name in self.faults.served:
            return self.faults.served[name]
        file = (self.folder / name).resolve()
        if not name or not file.is_relative_to(self.folder) or any(part.startswith(".") for part in name.split("/")):
            return None
        try:
            return file.read_bytes()
        except OSError:
            return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], portal: StaticServer) -> None:
        self.portal = portal
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        with self._lock:
            for connection in self._connections:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away in the middle is nothing to print."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "demo-portal"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        portal = self.server.portal
        faults = portal.faults
        if faults.status is not None:
            self._send(HTTPStatus(faults.status), b"", with_body=with_body)
            return
        body = portal.content(self.path)
        if body is None:
            self._send(HTTPStatus.NOT_FOUND, b"", with_body=with_body)
            return
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if etag in [each.strip() for each in self.headers.get("If-None-Match", "").split(",")]:
            self._send(HTTPStatus.NOT_MODIFIED, b"", etag=etag, with_body=False)
            return
        status, extra = HTTPStatus.OK, {}
        if found := _RANGE.match(self.headers.get("Range", "")):
            begin, end = _bounds(found, len(body))
            if begin >= end:
                extra = {"Content-Range": f"bytes */{len(body)}"}
                self._send(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", extra, with_body=False)
                return
            status, extra = HTTPStatus.PARTIAL_CONTENT, {"Content-Range": f"bytes {begin}-{end - 1}/{len(body)}"}
            body = body[begin:end]
        cut = len(body)
        if with_body and "/" in self.path.lstrip("/"):  # content: pages, packs, blobs; not the metadata
            if faults.damage_next > 0 and body:
                faults.damage_next -= 1
                middle = len(body) // 2
                body = body[:middle] + bytes([body[middle] ^ 0xFF]) + body[middle + 1 :]
            if faults.truncate_next > 0:
                faults.truncate_next -= 1
                cut = len(body) // 2
        self._send(status, body, extra, etag=etag, with_body=with_body, cut=cut)

    def _send(
        self,
        status: HTTPStatus,
        body: bytes,
        extra: dict[str, str] | None = None,
        *,
        etag: str = "",
        with_body: bool = True,
        cut: int | None = None,
    ) -> None:
        sent = body[:cut] if with_body else b""
        self.server.portal.requests.append(Request(self.command, self.path, int(status), len(sent)))
        self.send_response(status)
        for name, value in (extra or {}).items():
            self.send_header(name, value)
        if etag:
            self.send_header("ETag", etag)
            self.send_header("Accept-Ranges", "bytes")
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Type", "application/octet-stream")
        if len(sent) < len(body):
            self.close_connection = True
        self.end_headers()
        self._write(sent)

    def _write(self, data: bytes) -> None:
        pause = self.server.portal.faults.seconds_per_chunk
        if not pause:
            self.wfile.write(data)
            return
        for byte in data:
            self.wfile.write(bytes([byte]))
            self.server.portal.wait(pause)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are kept in `StaticServer.requests`, not printed."""


def _bounds(found: re.Match[str], length: int) -> tuple[int, int]:
    first, last = found[1], found[2]
    if not first:
        return (max(0, length - int(last)), length) if last else (0, 0)
    return int(first), min(length, int(last) + 1) if last else length
