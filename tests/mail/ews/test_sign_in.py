"""Passwords and certificates: what is sent, how often, and whom we believe."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import CertificateNotTrusted, FolderId, ItemId, MailError, Offline, Person, WrongPassword
from tests.mail.builders import HANH

from .gateways import empty_mailbox, gateway_to
from .raw_server import Answer, RawServer


def test_a_wrong_password_is_sent_once_and_never_again() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url, password="sai")
        for _ in range(2):
            with pytest.raises(WrongPassword) as caught:
                gateway.check_sign_in()
            assert caught.value.args[0] == r"boldptxh\hanh.ntm"
        with pytest.raises(WrongPassword):
            gateway.folders(None)
        with pytest.raises(WrongPassword):
            list(gateway.bodies([ItemId("a")]))
        with pytest.raises(WrongPassword):
            next(gateway.notifications([FolderId("a")]))
        assert (box.sign_in_attempts, box.failed_sign_ins) == (1, 1)
        gateway.close()


def test_parallel_connections_do_not_multiply_a_wrong_password() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url, password="sai", connections=4, body_chunk=1)
        with pytest.raises(WrongPassword):
            list(gateway.bodies([ItemId(str(number)) for number in range(20)]))
        assert box.failed_sign_ins == 1


def test_the_directory_says_the_name() -> None:
    from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, DirectoryEntry, MailboxStory

    hanh = Correspondent("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example")
    with DemoMailbox(MailboxStory(owner=hanh, directory=(DirectoryEntry(hanh),))) as box:
        assert gateway_to(box.url).check_sign_in() == Person(hanh.name, hanh.address)


def test_a_certificate_nobody_vouches_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with empty_mailbox(tls=True) as box:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(box.ca_file))  # the environment may not widen whom we trust
        with pytest.raises(CertificateNotTrusted) as caught:
            gateway_to(box.url).check_sign_in()
        host, reason = caught.value.args
        assert host == "127.0.0.1" and "certificate" in reason
        assert box.sign_in_attempts == 0


def test_the_ministrys_own_certificate_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    with empty_mailbox(tls=True) as box:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere")  # nor narrow it
        gateway = gateway_to(box.url, ca_file=box.ca_file)
        assert gateway.check_sign_in().address == box.address
        assert gateway.folders(None).folders


@pytest.mark.parametrize("url", ["http://mail.example/EWS", "ftp://127.0.0.1/", "http://127.0.0.1.example/", "x"])
def test_the_password_never_travels_in_the_clear(url: str) -> None:
    with pytest.raises(ValueError):
        gateway_to(url)


def test_a_redirect_is_not_followed() -> None:
    with RawServer(Answer()) as elsewhere, RawServer(Answer(302, headers={"Location": elsewhere.url})) as server:
        with pytest.raises(MailError):
            gateway_to(server.url).check_sign_in()
        assert len(server.requests) == 1 and elsewhere.requests == []


def test_nobody_there_is_offline() -> None:
    with empty_mailbox() as box:
        url = box.url
    with pytest.raises(Offline):
        gateway_to(url).check_sign_in()


def test_a_missing_certificate_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        gateway_to("https://mail.example/EWS", ca_file=tmp_path / "none.pem")


def test_a_password_may_be_vietnamese() -> None:
    box = DemoMailbox(MailboxStory(owner=Correspondent(HANH.name, HANH.address)), password="Mật khẩu có chữ ữ")
    with box:
        assert gateway_to(box.url, password=box.password).check_sign_in().address == HANH.address
        assert box.failed_sign_ins == 0
