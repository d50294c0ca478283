"""Folders, items and attachments as the demo mailbox gives them, asked in raw SOAP and held against the EWS schema."""

from __future__ import annotations

import base64
import email
import email.policy
from datetime import UTC, datetime, timedelta

import pytest

from desktop.demo_ministry.mailbox import AttachedFile, DemoMailbox, MeetingRequest

from .conftest import HANH, LONG
from .raw_ews import RawEws, field, folder_id, item_ids

EVERY_FIELD = (
    field("item:TextBody")
    + field("item:UniqueBody")
    + field("item:InternetMessageHeaders")
    + field("item:Preview")
    + '<t:IndexedFieldURI FieldURI="item:InternetMessageHeader" FieldIndex="Subject"/>'
    + '<t:ExtendedFieldURI PropertyTag="0x1035" PropertyType="String"/>'
)


def find(client: RawEws, more: str = "", view: str = "", shape: str = "IdOnly", folder: str = "inbox") -> object:
    return client.ask(
        f'<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>{shape}</t:BaseShape>'
        f"<t:AdditionalProperties>{field('item:Subject')}</t:AdditionalProperties></m:ItemShape>{view}{more}"
        f"<m:ParentFolderIds>{folder_id(folder)}</m:ParentFolderIds></m:FindItem>"
    )


@pytest.mark.parametrize("shape", ["IdOnly", "Default", "AllProperties"])
def test_every_kind_of_mail_is_valid_in_every_shape(mailbox: DemoMailbox, client: RawEws, shape: str) -> None:
    at = datetime.now(UTC)
    meeting = MeetingRequest("u1", "Họp; giao, ban", at, at + timedelta(hours=1), LONG, (HANH,), "P. 302", "Một\nhai")
    ids = [
        mailbox.deliver(subject="Chữ lạ \x07 <b>&amp;</b>", text="Thư trơn"),
        mailbox.deliver(
            subject="HTML", html="<p>Chào &amp; chúc</p>", attachments=[AttachedFile("a.csv", "text/csv", b"1")]
        ),
        mailbox.deliver(subject="Họp", meeting=meeting),
        mailbox.deliver_mime(b"\xff\xfe not a mail at all"),
        mailbox.deliver_mime(b""),
    ]
    answer = client.get_items(ids, shape, EVERY_FIELD, mime=True)
    assert answer.codes == ["NoError"] * 5
    assert answer.all(".//t:MeetingRequest/t:ItemId/@Id") == [ids[2]]
    assert base64.b64decode(answer.all(".//t:MimeContent")[3]) == b"\xff\xfe not a mail at all"


def test_a_mail_says_what_its_mime_says(mailbox: DemoMailbox, client: RawEws) -> None:
    item_id = mailbox.deliver(
        subject="Công văn số 1280/LĐPTXH-VP: họp giao ban trực tuyến giữa Bộ và tỉnh Hải Hà tháng này",
        sender=LONG,
        text="Kính gửi chị",
        attachments=[AttachedFile("Số liệu tổng hợp.csv", "text/csv", "Hà Nội".encode())],
    )
    answer = client.get_items([item_id], "AllProperties", mime=True)
    mime = email.message_from_bytes(base64.b64decode(answer.one(".//t:MimeContent")), policy=email.policy.default)
    assert mime["subject"] == answer.one(".//t:Subject")
    assert answer.one(".//t:From/t:Mailbox/t:EmailAddress") == LONG.address == mime["from"].addresses[0].addr_spec
    assert mime["from"].addresses[0].display_name == LONG.name
    assert answer.one(".//t:HasAttachments") == "true"
    assert [part.get_filename() for part in mime.iter_attachments()] == ["Số liệu tổng hợp.csv"]
    assert answer.one(".//t:FileAttachment/t:Name") == "Số liệu tổng hợp.csv"


def test_attachments_are_given_whole(mailbox: DemoMailbox, client: RawEws) -> None:
    inner = b"From: a@b.example\r\nSubject: trong\r\n\r\nxin chao\r\n"
    forwarded = (
        b'From: a@b.example\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/plain\r\n\r\n"
        b"hi\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--x--\r\n"
    )
    ids = [
        mailbox.deliver(attachments=[AttachedFile("ảnh.png", "image/png", bytes(range(256)))]),
        mailbox.deliver_mime(forwarded),
    ]
    attachment_ids = client.get_items(ids, "AllProperties").all(".//t:AttachmentId/@Id")
    listed = "".join(f'<t:AttachmentId Id="{one}"/>' for one in [*attachment_ids, "QUFBQQ==", "???"])
    answer = client.ask(
        "<m:GetAttachment><m:AttachmentShape><t:IncludeMimeContent>true</t:IncludeMimeContent></m:AttachmentShape>"
        f"<m:AttachmentIds>{listed}</m:AttachmentIds></m:GetAttachment>"
    )
    assert answer.codes == ["NoError", "NoError", "ErrorInvalidAttachmentId", "ErrorInvalidAttachmentId"]
    assert base64.b64decode(answer.one(".//t:Content")) == bytes(range(256))
    assert b"xin chao" in base64.b64decode(answer.one(".//t:ItemAttachment/t:Message/t:MimeContent"))


def test_unknown_and_malformed_ids_have_their_own_codes(mailbox: DemoMailbox, client: RawEws) -> None:
    gone = mailbox.deliver()
    mailbox.delete(gone)
    assert client.get_items([gone, "không phải id"]).codes == ["ErrorItemNotFound", "ErrorInvalidIdMalformed"]


def test_folders_are_found_by_role_by_id_and_below_the_root(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.add_folder("Dự thảo góp ý/Nghị định")
    mailbox.deliver(folder="Dự thảo góp ý/Nghị định")
    shape = "<m:FolderShape><t:BaseShape>AllProperties</t:BaseShape></m:FolderShape>"
    roles = [
        "root",
        "msgfolderroot",
        "inbox",
        "drafts",
        "sentitems",
        "deleteditems",
        "junkemail",
        "calendar",
        "archive",
    ]
    named = "".join(folder_id(role) for role in roles)
    answer = client.ask(f"<m:GetFolder>{shape}<m:FolderIds>{named}</m:FolderIds></m:GetFolder>")
    assert answer.codes == ["NoError"] * 8 + ["ErrorFolderNotFound"]
    other = (
        '<t:DistinguishedFolderId Id="inbox"><t:Mailbox><t:EmailAddress>khac@boldptxh.example</t:EmailAddress>'
        "</t:Mailbox></t:DistinguishedFolderId>"
    )
    answer = client.ask(f"<m:GetFolder>{shape}<m:FolderIds>{other}</m:FolderIds></m:GetFolder>")
    assert answer.codes == ["ErrorNonExistentMailbox"]

    def below(traversal: str) -> list[str]:
        parents = f"<m:ParentFolderIds>{folder_id('msgfolderroot')}</m:ParentFolderIds>"
        return client.ask(f'<m:FindFolder Traversal="{traversal}">{shape}{parents}</m:FindFolder>').all(
            ".//t:DisplayName"
        )

    assert "Nghị định" in below("Deep")
    assert "Nghị định" not in below("Shallow")
    view = '<m:IndexedPageFolderView MaxEntriesReturned="2" Offset="1" BasePoint="Beginning"/>'
    answer = client.ask(
        f'<m:FindFolder Traversal="Deep">{shape}{view}<m:ParentFolderIds>'
        f"{folder_id('root')}</m:ParentFolderIds></m:FindFolder>"
    )
    assert len(answer.all(".//t:DisplayName")) == 2
    assert answer.one(".//m:RootFolder/@IncludesLastItemInRange") == "false"


def test_a_created_folder_is_there_and_its_name_only_once(mailbox: DemoMailbox, client: RawEws) -> None:
    request = (
        f"<m:CreateFolder><m:ParentFolderId>{folder_id('msgfolderroot')}</m:ParentFolderId>"
        "<m:Folders><t:Folder><t:DisplayName>Lưu năm 2026</t:DisplayName></t:Folder></m:Folders></m:CreateFolder>"
    )
    assert client.ask(request).codes == ["NoError"]
    assert client.ask(request).codes == ["ErrorFolderExists"]
    assert "Lưu năm 2026" in [folder.name for folder in mailbox.folders]


def test_items_are_found_in_pages_sorted_and_restricted(mailbox: DemoMailbox, client: RawEws) -> None:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    ids = [mailbox.deliver(subject=f"Thư {n}", at=start + timedelta(hours=n), is_read=n % 2 == 0) for n in range(7)]
    view = '<m:IndexedPageItemView MaxEntriesReturned="3" Offset="{}" BasePoint="Beginning"/>'
    first = find(client, view=view.format(0))
    last = find(client, view=view.format(6))
    assert first.all(".//t:Subject") == ["Thư 6", "Thư 5", "Thư 4"]
    assert first.one(".//m:RootFolder/@TotalItemsInView") == "7"
    assert (last.all(".//t:Subject"), last.one(".//m:RootFolder/@IncludesLastItemInRange")) == (["Thư 0"], "true")
    order = (
        f'<m:SortOrder><t:FieldOrder Order="Descending">{field("message:IsRead")}</t:FieldOrder>'
        f'<t:FieldOrder Order="Ascending">{field("item:DateTimeReceived")}</t:FieldOrder></m:SortOrder>'
    )
    assert [one[-1] for one in find(client, order).all(".//t:Subject")] == list("0246135")

    def where(condition: str) -> list[str]:
        answer = find(client, f"<m:Restriction>{condition}</m:Restriction>")
        assert answer.codes == ["NoError"]
        return sorted(answer.all(".//t:Subject"))

    def compared(kind: str, uri: str, value: str) -> str:
        constant = f'<t:FieldURIOrConstant><t:Constant Value="{value}"/></t:FieldURIOrConstant>'
        return f"<t:{kind}>{field(uri)}{constant}</t:{kind}>"

    unread = compared("IsEqualTo", "message:IsRead", "false")
    late = compared("IsGreaterThanOrEqualTo", "item:DateTimeReceived", "2026-11-01T03:00:00Z")
    assert where(unread) == ["Thư 1", "Thư 3", "Thư 5"]
    assert where(f"<t:And>{unread}{late}</t:And>") == ["Thư 3", "Thư 5"]
    assert where(f"<t:Not>{late}</t:Not>") == ["Thư 0", "Thư 1", "Thư 2"]
    contains = '<t:Contains ContainmentMode="Substring" ContainmentComparison="IgnoreCase">'
    assert where(f'{contains}{field("item:Subject")}<t:Constant Value="THƯ 4"/></t:Contains>') == ["Thư 4"]
    assert len(ids) == 7


def test_find_item_gives_no_bodies_or_recipients(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.deliver(text="thân thư")
    answer = find(client, shape="AllProperties")
    assert answer.one(".//t:DisplayTo") == HANH.name
    assert answer.all(".//t:Body") == answer.all(".//t:ToRecipients") == []


def test_a_nest_of_restrictions_is_refused(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.deliver()
    nest = "<t:Not>" * 200 + f"<t:Exists>{field('item:Subject')}</t:Exists>" + "</t:Not>" * 200
    answer = find(client, f"<m:Restriction>{nest}</m:Restriction>")
    assert answer.codes == ["ErrorRestrictionTooComplex"]


def test_people_are_found_with_and_without_marks(client: RawEws) -> None:
    def resolve(name: str) -> tuple[list[str], list[str]]:
        answer = client.ask(
            f'<m:ResolveNames ReturnFullContactData="true"><m:UnresolvedEntry>{name}</m:UnresolvedEntry>'
            "</m:ResolveNames>"
        )
        return answer.codes, answer.all(".//t:Mailbox/t:EmailAddress")

    assert resolve("hạnh") == resolve("hanh") == (["NoError"], [HANH.address])
    assert resolve("dung")[1] == ["dung.tt@boldptxh.example"]
    assert resolve("thi")[0] == ["ErrorNameResolutionMultipleResults"]
    assert resolve("không ai")[0] == ["ErrorNameResolutionNoResults"]


def test_time_zones_and_ids_are_answered(mailbox: DemoMailbox, client: RawEws) -> None:
    zones = client.ask('<m:GetServerTimeZones ReturnFullTimeZoneData="true"/>')
    assert "SE Asia Standard Time" in zones.all(".//t:TimeZoneDefinition/@Id")
    known = mailbox.deliver()
    sources = "".join(f'<t:AlternateId Format="EwsId" Id="{one}" Mailbox="x"/>' for one in ("DUMMY", known))
    answer = client.ask(f'<m:ConvertId DestinationFormat="EntryId"><m:SourceIds>{sources}</m:SourceIds></m:ConvertId>')
    assert answer.codes == ["ErrorInvalidIdMalformed", "NoError"]


def test_prepared_answers_are_the_same_answers(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.fill(20, 200_000, seed=3)
    ids = [item.id for item in mailbox.items()]
    before = client.get_items(ids, "AllProperties", mime=True).content
    mailbox.prepare_answers()
    assert client.get_items(ids, "AllProperties", mime=True).content == before
    mailbox.mark_read(ids[0], not mailbox.items()[0].is_read)
    assert client.get_items(ids, "AllProperties", mime=True).content != before
    assert item_ids(ids[0])


def test_text_is_made_of_html_where_there_is_none(mailbox: DemoMailbox, client: RawEws) -> None:
    html = (
        "<html><head><title>ẩn</title><style>p {}</style></head><body><p>Kính gửi&nbsp;chị,</p>Một<br>Hai</body></html>"
    )
    mime = b"Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
    answer = client.get_items([mailbox.deliver_mime(mime)], "IdOnly", field("item:TextBody") + field("item:Preview"))
    assert answer.one(".//t:TextBody").split("\n") == ["Kính gửi chị,", "Một", "Hai"]
    assert answer.one(".//t:Preview") == "Kính gửi chị, Một Hai"


def test_hostile_html_costs_no_time(mailbox: DemoMailbox, client: RawEws) -> None:
    mime = b"Content-Type: text/html\r\n\r\n" + b"<style>" * 200_000
    answer = client.get_items([mailbox.deliver_mime(mime)], "IdOnly", field("item:TextBody"))
    assert answer.all(".//t:TextBody") == [""]
