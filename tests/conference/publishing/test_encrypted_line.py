"""Publishing over TLS (rtsps): only to a receiver whose certificate the ministry vouches for, and with its own name."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from conference import Receiver, SiteCredentials
from conference.publishing import (
    TEST_PICTURE,
    TEST_TONE,
    Begin,
    OwnState,
    PublishRefusal,
    PublishState,
    StateNow,
)
from desktop.bootstrap import publisher
from desktop.demo_ministry.sites.receiver import PUBLISHING_PASSWORD, PUBLISHING_USER, DemoReceiver, SitesUnavailable
from tests.waiting import eventually


def certificate(folder: Path, address: str) -> tuple[Path, Path]:
    """(certificate, certificate with key) of a server at ``address``."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "receiver")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / f"{address}.pem", folder / f"{address}-key.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        public.read_bytes()
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return public, private


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DemoReceiver, Path]]:
    public, private = certificate(tmp_path_factory.mktemp("tls"), "127.0.0.1")
    receiver = DemoReceiver("rtsps", certificate=private)
    try:
        receiver.start()
    except SitesUnavailable:
        pytest.skip("GStreamer speaks no TLS on this PC")
    yield receiver, public
    receiver.stop()


def reached(receiver: Receiver, *wanted: PublishState, then: Callable[[], bool] = lambda: True) -> OwnState:
    """The state, once it is wanted and ``then`` has been seen while she is still sending."""
    desk = publisher()
    state = OwnState()

    def look() -> bool:
        nonlocal state
        while (answer := desk.next_answer(0.02)) is not None:
            if isinstance(answer, StateNow):
                state = answer.state
        return state.state in wanted

    try:
        desk.begin(
            Begin(
                receiver,
                SiteCredentials(PUBLISHING_USER, PUBLISHING_PASSWORD),
                camera=TEST_PICTURE,
                microphone=TEST_TONE,
                size=(640, 360),
            )
        )
        eventually(look)
        eventually(then)
    finally:
        desk.close()
    return state


def test_a_receiver_that_is_vouched_for_is_sent_to(encrypted: tuple[DemoReceiver, Path]) -> None:
    receiver, public = encrypted
    before = receiver.report()["video"]
    reached(
        Receiver("Bộ", receiver.address, str(public)),
        PublishState.ON_AIR,
        PublishState.POOR,
        then=lambda: receiver.report()["video"] > before,
    )


def test_one_that_nobody_vouches_for_is_refused(encrypted: tuple[DemoReceiver, Path]) -> None:
    receiver, _ = encrypted
    state = reached(Receiver("Bộ", receiver.address), PublishState.REFUSED)
    assert state.refusal is PublishRefusal.NOT_TRUSTED


def test_a_certificate_for_another_name_is_refused(encrypted: tuple[DemoReceiver, Path], tmp_path: Path) -> None:
    receiver, public = encrypted
    address = receiver.address.replace("127.0.0.1", "localhost")
    state = reached(Receiver("Bộ", address, str(public)), PublishState.REFUSED)
    assert state.refusal is PublishRefusal.NOT_TRUSTED
