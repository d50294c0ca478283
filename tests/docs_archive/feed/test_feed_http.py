"""The feed's HTTP: where it goes, whom it trusts, and that small files cannot become large memory."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
import zstandard
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from docs_archive.errors import FeedCertificateNotTrusted, FeedDamaged, FeedServerError
from docs_archive.feed.feed_http import FeedHttp, checked_base
from docs_archive.feed.feed_sources import FeedFetcher
from docs_archive.feed.unpacking import unpacked, unpacked_lines


@pytest.mark.parametrize(
    "url",
    [
        "http://portal.example/feed/",
        "http://10.0.0.1/feed/",
        "http://127.0.0.1.example/feed/",
        "ftp://127.0.0.1/",
        "file:///etc/",
        "https:///feed/",
        "https://user:secret@portal.example/",
        "https://portal.example/?x=1",
        "",
    ],
)
def test_only_https_or_this_very_machine(url: str) -> None:
    with pytest.raises(ValueError):
        checked_base(url)


@pytest.mark.parametrize(
    "url", ["https://portal.example/feed", "http://127.0.0.1:8080/", "http://[::1]:1/", "http://localhost/"]
)
def test_good_addresses_end_in_a_slash(url: str) -> None:
    assert checked_base(url).rstrip("/") == url.rstrip("/")
    assert checked_base(url).endswith("/")


class Elsewhere(BaseHTTPRequestHandler):
    """Sends everybody on to another place, and remembers who went."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/timestamp.json":
            self.send_response(302)
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")  # type: ignore[attr-defined]
        else:
            self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[HTTPServer]:
    Elsewhere.asked = []
    server = HTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_redirect_is_not_followed(elsewhere: HTTPServer) -> None:
    http = FeedHttp(f"http://127.0.0.1:{elsewhere.server_port}/", timeout=5, ca_file=None)
    with pytest.raises(FeedServerError) as found:
        http.get("timestamp.json", 1000)
    assert found.value.args == (302,)
    assert Elsewhere.asked == ["/timestamp.json"]
    http.close()


def test_a_file_of_another_host_is_not_asked_for(elsewhere: HTTPServer) -> None:
    http = FeedHttp("http://localhost:1/feed/", timeout=5, ca_file=None)
    with pytest.raises(FeedDamaged):
        list(FeedFetcher(http.base_url, http).fetch(f"http://127.0.0.1:{elsewhere.server_port}/x"))
    assert Elsewhere.asked == []


def test_a_certificate_is_checked_against_the_ministrys_own_authority(elsewhere: HTTPServer, tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "portal.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "portal.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    secret = tmp_path / "portal.key"
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, secret)
    elsewhere.socket = context.wrap_socket(elsewhere.socket, server_side=True)
    url = f"https://127.0.0.1:{elsewhere.server_port}/"
    stranger = FeedHttp(url, timeout=5, ca_file=None)
    with pytest.raises(FeedCertificateNotTrusted) as found:
        stranger.get("x", 10)
    assert found.value.args == (f"127.0.0.1:{elsewhere.server_port}",)
    known = FeedHttp(url, timeout=5, ca_file=pem)
    assert known.get("x", 10).status == 200
    stranger.close()
    known.close()


def test_a_small_file_that_unpacks_to_more_than_it_says_is_refused(tmp_path: Path) -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(b"\n" * (200 << 20))
    assert len(bomb) < 100_000
    with pytest.raises(FeedDamaged):
        unpacked(bomb, 1000, "bomb")
    path = tmp_path / "bomb"
    path.write_bytes(bomb)
    with path.open("rb") as file, pytest.raises(FeedDamaged):
        list(unpacked_lines(file, 1000, "bomb"))


@pytest.mark.parametrize("data", [b"", b"not zstd at all", zstandard.ZstdCompressor().compress(b"short")])
def test_what_is_no_frame_or_too_short_is_refused(data: bytes) -> None:
    with pytest.raises(FeedDamaged):
        unpacked(data, 1000, "x")


def test_a_frame_that_wants_a_huge_window_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=27)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    data = compressor.compress(b"a" * 1000) + compressor.flush()
    with pytest.raises(FeedDamaged):
        unpacked(data, 1000, "x")
