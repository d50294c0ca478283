"""The way through a proxy: a real one on loopback, named by the profile or by a PAC file."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest

from mail import Account, MailSettings, ProxyRefused
from mail.ews.gateway import EwsMailboxGateway
from mail.ews.proxies import ProxyFinder
from tests.mail.builders import HANH

from .gateways import empty_mailbox

PAC = b"""function FindProxyForURL(url, host) {
  if (dnsDomainIs(host, ".boldptxh.example")) return "PROXY proxy.boldptxh.example:3128";
  return "DIRECT";
}"""


class Proxy:
    """Passes requests on (absolute form, RFC 9112 3.2.2), serves a PAC file, or wants a sign-in of its own."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.passed: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

            def do_GET(self) -> None:
                self.say(200, PAC, "application/x-ns-proxy-autoconfig")

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if refuses:
                    self.say(407, b"", "text/plain")
                    return
                outer.passed.append(self.path)
                parts = urlsplit(self.path)
                onward = http.client.HTTPConnection(parts.hostname or "", parts.port or 80, timeout=10)
                onward.request("POST", parts.path, body, dict(self.headers))
                answer = onward.getresponse()
                self.say(answer.status, answer.read(), answer.headers["Content-Type"])
                onward.close()

            def do_CONNECT(self) -> None:
                self.say(407, b"", "text/plain")

            def say(self, status: int, body: bytes, kind: str) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"


@contextmanager
def proxy(*, refuses: bool = False) -> Iterator[Proxy]:
    running = Proxy(refuses=refuses)
    thread = threading.Thread(target=running.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        running.server.shutdown()
        running.server.server_close()


def gateway_through(wish: str, url: str) -> EwsMailboxGateway:
    settings = MailSettings(ews_url=url, own_domains=("boldptxh.example",), proxy=wish, timeout=10)
    return EwsMailboxGateway(settings, Account(HANH.address, r"boldptxh\hanh.ntm", HANH.name), "Demo@2026")


def test_the_profiles_proxy_is_gone_through() -> None:
    with empty_mailbox() as box, proxy() as between:
        assert gateway_through(between.url, box.url).check_sign_in().address == HANH.address
        assert between.passed and set(between.passed) == {box.url}


@pytest.mark.parametrize("url", ["https://mail.boldptxh.example/EWS", "http://127.0.0.1:9/EWS"])
def test_a_proxy_that_wants_a_sign_in_of_its_own_is_told_apart(url: str) -> None:
    with proxy(refuses=True) as between, pytest.raises(ProxyRefused):
        gateway_through(between.url, url).check_sign_in()


def test_a_pac_file_says_the_way() -> None:
    with proxy() as between:
        finder = ProxyFinder("pac+" + between.url + "/proxy.pac")
        found = finder.proxies_for("https://mail.boldptxh.example/EWS/Exchange.asmx")
        assert found["https"] == "http://proxy.boldptxh.example:3128"
        assert finder.proxies_for("https://elsewhere.example/") == {}  # each host its own way, the file read once
        assert finder.proxies_for("https://mail.boldptxh.example/EWS/Exchange.asmx") == found
        between.server.shutdown()
        assert finder.proxies_for("https://anh.boldptxh.example/") == found


def test_a_pac_file_that_is_not_there_leaves_the_straight_way() -> None:
    assert ProxyFinder("pac+http://127.0.0.1:9/proxy.pac").proxies_for("https://mail.boldptxh.example/") == {}


def test_the_systems_own_settings_count_unless_the_profile_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.boldptxh.example:8080")
    monkeypatch.setenv("no_proxy", ".noi-bo.example")
    assert ProxyFinder("system").proxies_for("https://mail.boldptxh.example/")["https"].endswith(":8080")
    assert ProxyFinder("system").proxies_for("https://mail.noi-bo.example/") == {}
    assert ProxyFinder("system").proxies_for("https://127.0.0.1/") == {}
    assert ProxyFinder("none").proxies_for("https://mail.boldptxh.example/") == {}
