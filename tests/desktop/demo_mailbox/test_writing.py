"""CreateItem, SendItem, UpdateItem, MoveItem, CopyItem, DeleteItem in raw SOAP."""

from __future__ import annotations

import base64
import email
import email.policy

import pytest

from desktop.demo_ministry.mailbox import DemoMailbox, ItemView

from .conftest import HANH
from .raw_ews import Answer, RawEws, field, folder_id, item_ids

PATH = (
    '<t:ExtendedFieldURI DistinguishedPropertySetId="PublicStrings" PropertyName="BanCongVu-Thu"'
    ' PropertyType="String"/>'
)
KEY = ("00020329-0000-0000-c000-000000000046", "name", "BanCongVu-Thu", "String")
MIME = "From: hanh.ntm@boldptxh.example\r\nTo: {to}\r\nBcc: kin@boldptxh.example\r\nSubject: Thử\r\n\r\nChào\r\n"


def draft(client: RawEws, to: str = "long.pd@boldptxh.example", mark: str = "a1", how: str = "SaveOnly") -> Answer:
    mime = base64.b64encode(MIME.format(to=to).encode()).decode()
    return client.ask(
        f'<m:CreateItem MessageDisposition="{how}"><m:Items><t:Message><t:MimeContent CharacterSet="UTF-8">{mime}'
        f"</t:MimeContent><t:ExtendedProperty>{PATH}<t:Value>{mark}</t:Value></t:ExtendedProperty></t:Message>"
        "</m:Items></m:CreateItem>"
    )


def send(client: RawEws, answer: Answer, change_key: str | None = None, save: str = "true") -> Answer:
    key = answer.one(".//t:ItemId/@ChangeKey") if change_key is None else change_key
    key_xml = f' ChangeKey="{key}"' if key else ""
    return client.ask(
        f'<m:SendItem SaveItemToFolder="{save}"><m:ItemIds><t:ItemId Id="{answer.one(".//t:ItemId/@Id")}"{key_xml}/>'
        f"</m:ItemIds></m:SendItem>"
    )


def update(client: RawEws, item: ItemView, changes: str, conflict: str = "AlwaysOverwrite", key: str = "") -> Answer:
    key_xml = f' ChangeKey="{key}"' if key else ""
    return client.ask(
        f'<m:UpdateItem ConflictResolution="{conflict}" MessageDisposition="SaveOnly"><m:ItemChanges><t:ItemChange>'
        f"<t:ItemId Id='{item.id}'{key_xml}/><t:Updates>{changes}</t:Updates></t:ItemChange></m:ItemChanges>"
        "</m:UpdateItem>"
    )


def set_field(uri: str, value: str) -> str:
    return f"<t:SetItemField>{field(uri)}<t:Message>{value}</t:Message></t:SetItemField>"


def test_a_draft_is_sent_in_two_steps_and_keeps_its_mark(mailbox: DemoMailbox, client: RawEws) -> None:
    created = draft(client)
    [kept] = mailbox.items("drafts")
    assert (kept.is_draft, kept.extended) == (True, {KEY: ("a1",)})
    assert send(client, created).codes == ["NoError"]
    assert mailbox.items("drafts") == []
    [copy], [left] = mailbox.items("sentitems"), mailbox.sent
    assert (copy.is_draft, copy.is_read, copy.extended) == (False, True, {KEY: ("a1",)})
    assert left.recipients == ("long.pd@boldptxh.example", "kin@boldptxh.example")
    message = email.message_from_bytes(copy.mime, policy=email.policy.default)
    assert message["Message-ID"] and message["Date"] and message["Bcc"]
    assert copy.id != kept.id
    restriction = (
        f'<m:Restriction><t:IsEqualTo>{PATH}<t:FieldURIOrConstant><t:Constant Value="a1"/></t:FieldURIOrConstant>'
        "</t:IsEqualTo></m:Restriction>"
    )
    found = client.ask(
        '<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>'
        f"{PATH}</t:AdditionalProperties></m:ItemShape>{restriction}<m:ParentFolderIds>{folder_id('sentitems')}"
        f"{folder_id('drafts')}</m:ParentFolderIds></m:FindItem>"
    )
    assert (found.all(".//t:ItemId/@Id"), found.all(".//t:Value")) == ([copy.id], ["a1"])


def test_sending_needs_the_draft_as_it_is_and_somebody_to_send_to(mailbox: DemoMailbox, client: RawEws) -> None:
    created = draft(client)
    assert send(client, created, change_key="").codes == ["ErrorChangeKeyRequired"]
    assert send(client, created, change_key="AAAA").codes == ["ErrorStaleObject"]
    assert send(client, draft(client, to="không có ai")).codes == ["ErrorInvalidRecipients"]
    nobody = base64.b64encode(b"Subject: x\r\n\r\n").decode()
    answer = client.ask(
        '<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message>'
        f"<t:MimeContent>{nobody}</t:MimeContent></t:Message></m:Items></m:CreateItem>"
    )
    assert answer.codes == ["ErrorInvalidRecipients"]
    assert len(mailbox.items("drafts")) == 2
    assert mailbox.sent == []


def test_what_she_writes_to_herself_arrives_without_its_bcc(mailbox: DemoMailbox, client: RawEws) -> None:
    assert draft(client, to=HANH.address, how="SendAndSaveCopy").codes == ["NoError"]
    [arrived] = mailbox.items("inbox")
    assert not arrived.is_read
    assert b"kin@" not in arrived.mime
    assert arrived.extended == {}
    assert b"kin@" in mailbox.items("sentitems")[0].mime


def test_a_copy_is_kept_only_if_asked_for(mailbox: DemoMailbox, client: RawEws) -> None:
    draft(client, how="SendOnly")
    send(client, draft(client), save="false")
    assert len(mailbox.sent) == 2
    assert mailbox.items("sentitems") == mailbox.items("drafts") == []


def test_the_server_may_give_a_message_id_of_its_own(mailbox: DemoMailbox, client: RawEws) -> None:
    mime = base64.b64encode(b"Message-ID: <mine@x>\r\nTo: a@b.example\r\n\r\n").decode()
    request = (
        '<m:CreateItem MessageDisposition="SendAndSaveCopy"><m:Items><t:Message>'
        f"<t:MimeContent>{mime}</t:MimeContent></t:Message></m:Items></m:CreateItem>"
    )
    client.ask(request)
    mailbox.rewrites_message_ids = True
    client.ask(request)
    first, second = (item.mime for item in mailbox.items("sentitems"))
    assert b"<mine@x>" in first
    assert b"<mine@x>" not in second
    assert b"Message-ID:" in second


def test_a_message_is_made_from_its_properties(mailbox: DemoMailbox, client: RawEws) -> None:
    content = base64.b64encode("nội dung".encode()).decode()
    answer = client.ask(
        '<m:CreateItem MessageDisposition="SaveOnly"><m:SavedItemFolderId>'
        f"{folder_id('drafts')}</m:SavedItemFolderId><m:Items><t:Message><t:Subject>Góp ý</t:Subject>"
        '<t:Body BodyType="HTML">&lt;p&gt;Kính gửi&lt;/p&gt;</t:Body><t:Attachments><t:FileAttachment>'
        f"<t:Name>tệp.txt</t:Name><t:Content>{content}</t:Content></t:FileAttachment></t:Attachments>"
        "<t:Importance>High</t:Importance><t:ToRecipients><t:Mailbox><t:Name>Phạm Đức Long</t:Name>"
        "<t:EmailAddress>long.pd@boldptxh.example</t:EmailAddress></t:Mailbox></t:ToRecipients></t:Message>"
        "</m:Items></m:CreateItem>"
    )
    assert answer.codes == ["NoError"]
    [item] = mailbox.items("drafts")
    message = email.message_from_bytes(item.mime, policy=email.policy.default)
    assert (message["subject"], item.importance) == ("Góp ý", "High")
    assert message["to"].addresses[0].display_name == "Phạm Đức Long"
    assert [part.get_filename() for part in message.iter_attachments()] == ["tệp.txt"]


def test_properties_are_set_and_deleted(mailbox: DemoMailbox, client: RawEws) -> None:
    item_id = mailbox.deliver(subject="Cũ", text="thân")
    item = mailbox.items()[0]
    extended = f"<t:ExtendedProperty>{PATH}<t:Value>m</t:Value></t:ExtendedProperty>"
    changes = (
        set_field("message:IsRead", "<t:IsRead>true</t:IsRead>")
        + set_field("item:Flag", "<t:Flag><t:FlagStatus>Flagged</t:FlagStatus></t:Flag>")
        + set_field("item:Importance", "<t:Importance>Low</t:Importance>")
        + set_field("item:Categories", "<t:Categories><t:String>Gấp</t:String></t:Categories>")
        + set_field("item:Subject", "<t:Subject>Mới</t:Subject>")
        + f"<t:SetItemField>{PATH}<t:Message>{extended}</t:Message></t:SetItemField>"
    )
    answer = update(client, item, changes)
    assert answer.codes == ["NoError"]
    changed = mailbox.item(item_id)
    assert changed is not None
    assert answer.one(".//t:ItemId/@ChangeKey") == changed.change_key != item.change_key
    assert (changed.is_read, changed.flag, changed.categories) == (True, "Flagged", ("Gấp",))
    assert (changed.importance, changed.subject, changed.extended) == ("Low", "Mới", {KEY: ("m",)})
    undone = f"<t:DeleteItemField>{PATH}</t:DeleteItemField><t:DeleteItemField>{field('item:Flag')}</t:DeleteItemField>"
    update(client, item, undone)
    again = mailbox.item(item_id)
    assert again is not None
    assert (again.extended, again.flag) == ({}, "NotFlagged")
    assert update(client, item, set_field("item:Size", "<t:Size>1</t:Size>")).codes == ["ErrorInvalidPropertySet"]


def test_conflicts_are_refused_as_exchange_refuses_them(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.deliver()
    [item] = mailbox.items()
    read = set_field("message:IsRead", "<t:IsRead>true</t:IsRead>")
    assert update(client, item, read, "AutoResolve").codes == ["ErrorChangeKeyRequiredForWriteOperations"]
    mailbox.mark_read(item.id)
    assert update(client, item, read, "NeverOverwrite", item.change_key).codes == ["ErrorIrresolvableConflict"]
    assert update(client, item, read, "AutoResolve", item.change_key).codes == ["NoError"]


def test_moved_and_copied_items_have_new_ids(mailbox: DemoMailbox, client: RawEws) -> None:
    item_id = mailbox.deliver(subject="đi")
    target = f"<m:ToFolderId>{folder_id('junkemail')}</m:ToFolderId>"
    moved = client.ask(f"<m:MoveItem>{target}<m:ItemIds>{item_ids(item_id)}</m:ItemIds></m:MoveItem>")
    new_id = moved.one(".//t:ItemId/@Id")
    assert new_id != item_id
    assert mailbox.item(item_id) is None
    again = client.ask(f"<m:MoveItem>{target}<m:ItemIds>{item_ids(item_id)}</m:ItemIds></m:MoveItem>")
    assert again.codes == ["ErrorItemNotFound"]
    client.ask(f"<m:CopyItem>{target}<m:ItemIds>{item_ids(new_id)}</m:ItemIds></m:CopyItem>")
    assert [item.subject for item in mailbox.items("junkemail")] == ["đi", "đi"]


@pytest.mark.parametrize(("how", "left"), [("HardDelete", 0), ("SoftDelete", 0), ("MoveToDeletedItems", 1)])
def test_deleting(mailbox: DemoMailbox, client: RawEws, how: str, left: int) -> None:
    item_id = mailbox.deliver()
    request = f'<m:DeleteItem DeleteType="{how}"><m:ItemIds>{item_ids(item_id)}</m:ItemIds></m:DeleteItem>'
    assert client.ask(request).codes == ["NoError"]
    assert mailbox.items() == []
    assert len(mailbox.items("deleteditems")) == left
    assert client.ask(request).codes == ["ErrorItemNotFound"]


def test_a_mail_without_a_sender_gets_hers_whatever_its_line_ends(mailbox: DemoMailbox, client: RawEws) -> None:
    mime = base64.b64encode(b"To: a@b.example\nSubject: x\n\nFrom: in the text\n").decode()
    client.ask(
        '<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message>'
        f"<t:MimeContent>{mime}</t:MimeContent></t:Message></m:Items></m:CreateItem>"
    )
    message = email.message_from_bytes(mailbox.sent[0].mime, policy=email.policy.default)
    assert message["from"].addresses[0].addr_spec == HANH.address
    assert message.get_content() == "From: in the text\n"
