"""Sign-in, TLS, limits and malformed requests."""

from __future__ import annotations

import socket
import ssl

import pytest

from desktop.demo_ministry.mailbox import DemoMailbox, MailboxStory

from .conftest import HANH
from .raw_ews import RawEws, folder_id

GET_INBOX = (
    "<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape>"
    f"<m:FolderIds>{folder_id('inbox')}</m:FolderIds></m:GetFolder>"
)


def test_only_the_right_password_opens_and_every_try_is_counted(mailbox: DemoMailbox) -> None:
    stranger = RawEws(mailbox, password="Sai@2026")
    answer = stranger.post(b"<x/>")
    assert (answer.status, answer.headers["www-authenticate"][:5]) == (401, "Basic")
    stranger.authorization = None
    assert stranger.post(b"<x/>").status == 401
    assert (mailbox.sign_in_attempts, mailbox.failed_sign_ins, mailbox.requests) == (1, 1, [])
    friend = RawEws(mailbox, user="BOLDPTXH\\Hanh.NTM")
    assert friend.ask(GET_INBOX).codes == ["NoError"]
    mailbox.refuse_sign_in()
    assert friend.post(b"<x/>").status == 401
    assert (mailbox.sign_in_attempts, mailbox.failed_sign_ins) == (3, 2)
    mailbox.behave()
    assert friend.ask(GET_INBOX).codes == ["NoError"]
    assert mailbox.requests == ["GetFolder", "GetFolder"]


def test_one_connection_serves_many_requests_and_says_its_version(client: RawEws) -> None:
    first = client.ask(GET_INBOX)
    connection = client.connection.sock
    for _ in range(5):
        client.ask(GET_INBOX)
    assert client.connection.sock is connection
    assert b'MajorVersion="15" MinorVersion="1"' in first.content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<?xml version='1.0'?><a/>",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
        b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
        b"<GetFolder/><GetFolder/></s:Body></s:Envelope>",
    ],
)
def test_what_is_no_request_gets_a_fault(client: RawEws, content: bytes) -> None:
    answer = client.post(content)
    assert answer.status == 500
    assert answer.fault_code in ("ErrorSchemaValidation", "ErrorInvalidRequest")
    assert client.ask(GET_INBOX).codes == ["NoError"]


def test_operations_that_are_not_offered_get_a_fault(client: RawEws) -> None:
    answer = client.ask("<m:GetUserPhoto/>", is_valid=False)
    assert (answer.status, answer.fault_code) == (500, "ErrorInvalidRequest")


def test_sizes_are_bounded(mailbox: DemoMailbox, client: RawEws) -> None:
    client.connection.putrequest("POST", client.path)
    client.connection.putheader("Content-Length", str(1 << 40))
    client.connection.endheaders()
    assert client.connection.getresponse().status == 413
    client.close()
    with socket.create_connection(("127.0.0.1", mailbox.port), timeout=10) as raw:
        raw.sendall(b"POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        assert b" 411 " in raw.recv(200)
    with socket.create_connection(("127.0.0.1", mailbox.port), timeout=10) as raw:
        raw.sendall(
            b"POST /EWS/Exchange.asmx HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(300)) + b"\r\n"
        )
        assert b" 431 " in raw.recv(200)


def test_other_paths_are_not_there(client: RawEws) -> None:
    client.path = "/owa/"
    assert client.post(b"<x/>").status == 404


def test_tls_is_trusted_only_with_the_demo_authority() -> None:
    with DemoMailbox(MailboxStory(HANH), tls=True) as mailbox:
        assert mailbox.url.startswith("https://127.0.0.1:")
        trusting = RawEws(mailbox)
        assert trusting.ask(GET_INBOX).codes == ["NoError"]
        trusting.close()
        context = ssl.create_default_context()
        with (
            pytest.raises(ssl.SSLCertVerificationError),
            socket.create_connection(("127.0.0.1", mailbox.port), timeout=10) as raw,
        ):
            context.wrap_socket(raw, server_hostname="127.0.0.1")


def test_a_stopped_mailbox_ends_its_connections_and_can_start_again(mailbox: DemoMailbox) -> None:
    client = RawEws(mailbox)
    client.ask(GET_INBOX)
    kept = mailbox.deliver(subject="còn đây")
    mailbox.stop()
    with pytest.raises((ConnectionError, OSError)):
        client.ask(GET_INBOX)
    mailbox.start()
    assert RawEws(mailbox).get_items([kept]).codes == ["NoError"]


def test_it_listens_on_this_machine_only(mailbox: DemoMailbox) -> None:
    assert mailbox._server is not None
    assert mailbox._server.server_address[0] == "127.0.0.1"
