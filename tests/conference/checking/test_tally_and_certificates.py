"""What a player said becomes a sample; and the certificate of a real TLS server is judged by real handshakes."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from conference import LineHealth, MediaEvent, MediaEventKind, RefusalReason, SiteId
from conference.checking.line_calls import answered_induction, call_tcp, induction
from conference.checking.model import Finding
from conference.checking.names_and_ports import Shaken, connect, resolve, shake_hands
from conference.checking.stream_tally import ClipKeeper, StreamTally, WatchTimes

BO = SiteId("bo")
TIMES = WatchTimes(first_picture_within=9, watch_for=4, settles_within=1)


def event(at: float, frames: int, kind: MediaEventKind = MediaEventKind.PROGRESS, **more: object) -> MediaEvent:
    return MediaEvent(BO, kind, at, frames_displayed=frames, bytes_read=frames * 1000, **more)  # type: ignore[arg-type]


def test_pictures_are_counted_after_the_line_has_settled() -> None:
    tally = StreamTally(BO, 100.0, TIMES)
    tally.hear(event(101.0, 40))  # what the line had kept comes at once
    for tick in range(1, 51):
        tally.hear(event(101.0 + tick * 0.1, 40 + round(tick * 2.5)))
    assert not tally.is_over(105.9)
    assert tally.is_over(106.0)
    sample = tally.sample(106.0)
    assert sample.first_picture == 1.0
    assert sample.pictures / sample.watched == pytest.approx(25, abs=1)
    assert sample.longest_still == pytest.approx(0.1, abs=0.01)
    assert sample.bits_per_second == pytest.approx(25_000 * 8, rel=0.05)


def test_a_stream_that_stops_stands_still_until_it_is_judged() -> None:
    tally = StreamTally(BO, 100.0, TIMES)
    for tick in range(30):
        tally.hear(event(101.0 + tick * 0.1, tick + 1))
    tally.hear(event(104.0, 30))
    assert tally.sample(106.0).longest_still == pytest.approx(106.0 - 103.9)


def test_nothing_and_a_refusal() -> None:
    tally = StreamTally(BO, 100.0, TIMES)
    assert not tally.is_over(108.9)
    assert tally.is_over(109.0)
    assert tally.sample(109.0).first_picture is None
    tally = StreamTally(BO, 100.0, TIMES)
    tally.hear(event(100.5, 0, MediaEventKind.REFUSED, reason=RefusalReason.NOT_FOUND))
    assert tally.is_over(100.5)
    assert tally.sample(100.5).refusal is RefusalReason.NOT_FOUND


def test_the_lines_own_figures_are_kept() -> None:
    tally = StreamTally(BO, 100.0, TIMES)
    tally.hear(event(101.0, 1, line=LineHealth(100.0, loss=0.02)))
    tally.hear(event(101.1, 2))
    line = tally.sample(101.2).line
    assert line is not None and line.loss == 0.02


def test_a_kept_clip_is_bounded() -> None:
    keeper = ClipKeeper(largest=10)
    for _ in range(5):
        keeper.take(b"1234")
    assert keeper.clip() == b"123412341234"


def test_an_answer_to_an_induction_is_told_from_anything_else() -> None:
    call = induction(77, 5)
    assert len(call) == 64
    assert answered_induction(call) is None, "one's own call is no answer"
    answer = bytearray(call)
    answer[12:16] = (77).to_bytes(4, "big")
    answer[16:20] = (5).to_bytes(4, "big")
    answer[22:24] = (0x4A17).to_bytes(2, "big")
    assert answered_induction(bytes(answer)) == 77
    assert answered_induction(bytes(answer[:-1])) is None
    assert answered_induction(b"") is None


# --- certificates


def certificate(folder: Path, days: float, host: str = "127.0.0.1") -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hop.boldptxh.example")])
    now = datetime.datetime.now(datetime.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=400))
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{host}{days}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + built.public_bytes(serialization.Encoding.PEM))
    return file


@contextmanager
def secure_server(file: Path) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            try:
                caller, _ = server.accept()
                with caller:
                    caller.settimeout(10)
                    with context.wrap_socket(caller, server_side=True) as secure:
                        secure.recv(1)
            except OSError:
                return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(10)


def shaken_with(file: Path, roots: Path) -> Shaken:
    never = threading.Event()
    with secure_server(file) as port:
        opened = connect(resolve("127.0.0.1", port, 5, never), port, 10, never)
        assert opened.connection is not None
        shaken = shake_hands(opened.connection, "127.0.0.1", str(roots), 20, never)
        if shaken.connection is not None:
            shaken.connection.close()
    return shaken


def test_certificates_by_real_handshakes(tmp_path: Path) -> None:
    good, other, old = certificate(tmp_path, 30), certificate(tmp_path, 30, "127.0.0.2"), certificate(tmp_path, -1)
    found = shaken_with(good, good)
    assert found.problem is None
    assert found.days_left == pytest.approx(30, abs=0.1)
    assert shaken_with(good, other).problem is Finding.NOT_TRUSTED
    assert shaken_with(other, other).problem is Finding.OTHER_NAME
    assert shaken_with(old, old).problem is Finding.EXPIRED


def test_what_is_cancelled_ends_at_once_and_a_closed_port_is_told() -> None:
    over = threading.Event()
    over.set()
    assert resolve("diem-cau.invalid", 1, 60, over).seconds is None
    never = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        there = resolve("127.0.0.1", port, 5, never)
        assert connect(there, port, 60, over).connection is None
        assert len(call_tcp(there, port, never, calls=3).round_trips) == 3
    opened = connect(there, port, 10, never)
    assert (opened.connection, opened.closed) == (None, True)
