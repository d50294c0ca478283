"""HTTP Negotiate (RFC 4559) against a server side that is not ours (pyspnego's): the same exchange that Kerberos has,
here with NTLM inside, which needs no domain. Kerberos itself, where this machine has neither GSSAPI nor a domain, is
refused in words."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
import spnego

from mail import Refused
from mail.ews.negotiate import NegotiateAuth


class NegotiateServer:
    """Answers "vào" to whoever has proved the password; counts the steps."""

    def __init__(self) -> None:
        self.steps = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            context: Any = None

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                scheme, _, token = self.headers.get("Authorization", "").partition(" ")
                if scheme != "Negotiate":
                    self.say(401, "Negotiate")
                    return
                outer.steps += 1
                if self.context is None:
                    self.context = spnego.server(protocol="negotiate", options=spnego.NegotiateOptions.use_negotiate)
                try:
                    reply = self.context.step(base64.b64decode(token))
                except spnego.exceptions.SpnegoError:
                    self.say(401, "Negotiate")
                    return
                more = "Negotiate " + base64.b64encode(reply or b"").decode()
                self.say(200 if self.context.complete else 401, more)

            def say(self, status: int, challenge: str) -> None:
                self.send_response(status)
                self.send_header("WWW-Authenticate", challenge)
                self.send_header("Content-Length", "0")
                self.end_headers()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NegotiateServer]:
    users = tmp_path / "users"
    users.write_text("BOLDPTXH:hanh.ntm:Demo@2026\n")
    monkeypatch.setenv("NTLM_USER_FILE", str(users))
    running = NegotiateServer()
    threading.Thread(target=running.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield running
    running.server.shutdown()
    running.server.server_close()


def test_the_conversation_goes_on_until_she_is_in(server: NegotiateServer) -> None:
    with requests.Session() as session:
        session.auth = NegotiateAuth(r"BOLDPTXH\hanh.ntm", "Demo@2026", "negotiate")
        assert session.post(server.url, data=b"x", timeout=10).status_code == 200


def test_a_wrong_password_is_proved_wrong_once(server: NegotiateServer) -> None:
    with requests.Session() as session:
        session.auth = NegotiateAuth(r"BOLDPTXH\hanh.ntm", "sai", "negotiate")
        assert session.post(server.url, data=b"x", timeout=10).status_code == 401
        assert server.steps <= 3


def test_without_a_ticket_nothing_is_sent(server: NegotiateServer) -> None:
    with requests.Session() as session:
        session.auth = NegotiateAuth("hanh.ntm@BOLDPTXH.EXAMPLE", "Demo@2026", "kerberos")
        with pytest.raises(Refused) as caught:
            session.post(server.url, data=b"x", timeout=10)
    assert caught.value.code in ("KerberosMissing", "KerberosNoTicket")
    assert server.steps == 0
