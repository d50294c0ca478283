"""exchangelib used directly, without the project's gateway, against the demo mailbox; its requests and their answers
are held against the EWS schema where that is at hand."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from exchangelib import BASIC, DELEGATE, Account, Configuration, Credentials, Message
from exchangelib.errors import ErrorServerBusy, UnauthorizedError
from exchangelib.extended_properties import ExtendedProperty
from exchangelib.protocol import BaseProtocol
from lxml import etree

from desktop.demo_ministry.mailbox import DemoMailbox

from .raw_ews import check


class CheckedAdapter(requests.adapters.HTTPAdapter):
    """Holds what passes against the schema."""

    def send(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        _check_body(request.body)
        response = super().send(request, *args, **kwargs)
        if response.status_code == 200 and not kwargs.get("stream"):
            _check_body(response.content)
        return response


def _check_body(content: bytes) -> None:
    body = etree.fromstring(content).find("{http://schemas.xmlsoap.org/soap/envelope/}Body")
    assert body is not None
    check(body[0])


class OurMark(ExtendedProperty):
    distinguished_property_set_id = "PublicStrings"
    property_name = "BanCongVu-Thu"
    property_type = "String"


@pytest.fixture
def account(mailbox: DemoMailbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Account]:
    monkeypatch.setattr(BaseProtocol, "HTTP_ADAPTER_CLS", CheckedAdapter)
    credentials = Credentials(mailbox.user_name, mailbox.password)
    configuration = Configuration(service_endpoint=mailbox.url, credentials=credentials, auth_type=BASIC)
    opened = Account(mailbox.address, config=configuration, autodiscover=False, access_type=DELEGATE)
    yield opened
    opened.protocol.close()


def test_it_lists_folders_and_reads_mails(mailbox: DemoMailbox, account: Account) -> None:
    mailbox.add_folder("Dự thảo góp ý/Nghị định")
    mailbox.fill(30, 200_000, seed=5)
    assert {"Hộp thư đến", "Nghị định"} <= {folder.name for folder in account.msg_folder_root.walk()}
    assert account.inbox.total_count == account.inbox.all().count() == 30
    newest = list(account.inbox.all().order_by("-datetime_received").only("subject", "mime_content", "body")[:5])
    ours = sorted(mailbox.items(), key=lambda item: item.received_at, reverse=True)[:5]
    assert [(mail.subject, mail.mime_content) for mail in newest] == [(item.subject, item.mime) for item in ours]
    attached = next(mail for mail in account.inbox.all() if mail.attachments)
    assert len(attached.attachments[0].content) == attached.attachments[0].size
    assert account.inbox.filter(subject__icontains="THÔNG TƯ").count() == sum(
        "thông tư" in item.subject.lower() for item in mailbox.items()
    )


def test_it_syncs_folders_and_items(mailbox: DemoMailbox, account: Account) -> None:
    mailbox.fill(12, 50_000, seed=5)
    assert len([change for change, _ in account.inbox.sync_items(max_changes_returned=5)]) == 12
    first = mailbox.items()[0]
    mailbox.mark_read(first.id, not first.is_read)
    mailbox.move(mailbox.items()[1].id, "junkemail")
    assert [change for change, _ in account.inbox.sync_items()] == ["read_flag_change", "delete"]
    names = [folder.name for change, folder in account.root.sync_hierarchy() if change == "create"]
    assert "Thư rác" in names


def test_it_writes_sends_moves_and_deletes(mailbox: DemoMailbox, account: Account) -> None:
    Message.register("our_mark", OurMark)
    try:
        written = Message(
            account=account,
            folder=account.drafts,
            mime_content=b"To: long.pd@boldptxh.example\r\nSubject: x\r\n\r\nhi",
            our_mark="mot-hai",
        )
        written.save()
        assert [mail.id for mail in account.drafts.filter(our_mark="mot-hai")] == [written.id]
        written.send()
        assert [mail.subject for mail in account.sent.filter(our_mark="mot-hai")] == ["x"]
        assert mailbox.sent[0].recipients == ("long.pd@boldptxh.example",)
    finally:
        Message.deregister("our_mark")
    edited = Message(account=account, folder=account.drafts, subject="a", body="b", to_recipients=["c@d.example"])
    edited.save()
    edited.subject = "Đã sửa"
    edited.save()
    assert [item.subject for item in mailbox.items("drafts")] == ["Đã sửa"]
    mailbox.deliver(subject="đến")
    arrived = account.inbox.get(subject="đến")
    arrived.is_read = True
    arrived.save(update_fields=["is_read"])
    arrived.move(account.junk)
    assert mailbox.items("junkemail")[0].is_read
    arrived.move_to_trash()
    assert [item.subject for item in mailbox.items("deleteditems")] == ["đến"]


def test_it_streams_notifications(mailbox: DemoMailbox, account: Account) -> None:
    mailbox.heartbeat_seconds, mailbox.seconds_per_minute = 0.2, 1.0
    delivered: list[str] = []
    with account.inbox.streaming_subscription() as subscription:
        threading.Timer(0.1, lambda: delivered.append(mailbox.deliver())).start()
        told = [
            event.item_id.id
            for notification in account.inbox.get_streaming_events(subscription, connection_timeout=1)
            for event in notification.events
            if event.ELEMENT_NAME == "NewMailEvent"
        ]
    assert told == delivered


def test_it_understands_our_troubles(mailbox: DemoMailbox, account: Account) -> None:
    assert account.inbox.total_count == 0
    mailbox.be_busy(20, status=500)
    with pytest.raises(ErrorServerBusy) as busy:
        account.inbox.refresh()
    assert 19 < busy.value.back_off <= 20
    mailbox.behave()
    mailbox.refuse_sign_in()
    with pytest.raises(UnauthorizedError):
        account.inbox.refresh()
