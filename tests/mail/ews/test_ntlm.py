"""Signing in by NTLM, against a server side of it that is not ours (pyspnego's)."""

from __future__ import annotations

import base64
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import spnego

from mail import FolderId, WrongPassword

from .gateways import gateway_to
from .test_bad_answers import PAGE


class NtlmServer:
    """Answers PAGE to whoever has proved the password on this connection."""

    def __init__(self) -> None:
        self.proofs = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            context: Any = None
            is_proven = False

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                header = self.headers.get("Authorization", "")
                if self.is_proven:
                    self.answer(200, PAGE)
                elif not header.startswith("NTLM "):
                    self.answer(401, b"", "NTLM")
                else:
                    self.step(base64.b64decode(header[5:]))

            def step(self, token: bytes) -> None:
                if token[8] == 1:
                    self.context = spnego.server(protocol="ntlm", options=spnego.NegotiateOptions.use_ntlm)
                else:
                    outer.proofs += 1
                try:
                    reply = self.context.step(token)
                except spnego.exceptions.SpnegoError:
                    self.answer(401, b"", "NTLM")
                    return
                if self.context.complete:
                    self.is_proven = True
                    self.answer(200, PAGE)
                else:
                    self.answer(401, b"", "NTLM " + base64.b64encode(reply or b"").decode())

            def answer(self, status: int, body: bytes, challenge: str = "") -> None:
                self.send_response(status)
                if challenge:
                    self.send_header("WWW-Authenticate", challenge)
                self.send_header("Content-Type", "text/xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/EWS/Exchange.asmx"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    users = tmp_path / "users"
    users.write_text("boldptxh:hanh.ntm:Demo@2026\n")
    monkeypatch.setenv("NTLM_USER_FILE", str(users))
    made = NtlmServer()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_the_password_is_proved_once_per_connection(server: NtlmServer) -> None:
    gateway = gateway_to(server.url, auth="ntlm", connections=1)
    for _ in range(3):
        assert gateway.changes(FolderId("f"), None).sync_state == "next"
    assert server.proofs == 1


def test_a_wrong_password_is_tried_once(server: NtlmServer) -> None:
    gateway = gateway_to(server.url, auth="ntlm", password="sai")
    for _ in range(2):
        with pytest.raises(WrongPassword):
            gateway.changes(FolderId("f"), None)
    assert server.proofs == 1
