"""PortalServer: a portal on 127.0.0.1 that answers what a test put there, with ETags, and counts who asks."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class PortalServer:
    """``pages``: path with query -> body, or a status, or an address to be sent to."""

    pages: dict[str, bytes | int | str] = field(default_factory=dict)
    requests: list[tuple[str, int]] = field(default_factory=list)

    def __enter__(self) -> PortalServer:
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                portal._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def asked(self) -> list[str]:
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        page = self.pages.get(handler.path, 404)
        status, body, headers = 200, b"", {}
        if isinstance(page, int):
            status = page
        elif isinstance(page, str):
            status, headers = 302, {"Location": page}
        else:
            headers = {"ETag": f'"{hashlib.sha256(page).hexdigest()[:16]}"'}
            status, body = (304, b"") if handler.headers.get("If-None-Match") == headers["ETag"] else (200, page)
        self.requests.append((handler.path, status))
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
