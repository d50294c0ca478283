"""What the composer is told before a mail leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mail import (
    AttachedText,
    Draft,
    DraftId,
    Finding,
    FindingKind,
    GuardContext,
    NewAttachment,
    Person,
    Severity,
    attached_text,
    check_before_sending,
)
from tests.text_extraction.files import a_docx

CONTEXT = GuardContext(own_domains=("bolaodong.gov.vn",))
DRAFT = Draft(DraftId("a" * 32), to=(Person("Nam", "nam@bolaodong.gov.vn"),), subject="Họp", text="Chào anh.")


def kinds(draft: Draft, context: GuardContext = CONTEXT) -> list[FindingKind]:
    return [finding.kind for finding in check_before_sending(draft, context)]


def to(*addresses: str, **changes: object) -> Draft:
    return replace(DRAFT, to=tuple(Person("", address) for address in addresses), **changes)  # type: ignore[arg-type]


def test_an_ordinary_mail_passes() -> None:
    assert check_before_sending(DRAFT, CONTEXT) == []


def test_a_mark_in_the_html_alone_blocks() -> None:
    draft = replace(
        DRAFT, html="<table><tr><td><b>TỐI</b> <b>MẬT</b></td><td>BỘ NỘI VỤ</td></tr></table><p>Chào anh.</p>"
    )
    found = check_before_sending(draft, CONTEXT)
    assert found[0] == Finding(FindingKind.SECRECY_MARK, Severity.BLOCK, ("TỐI MẬT", "text", "TỐI MẬT"))


def test_a_mark_in_an_attachments_text_and_name_blocks() -> None:
    context = replace(CONTEXT, text_of=lambda content, name: AttachedText(content.decode()))
    draft = replace(DRAFT, attachments=(NewAttachment("a.docx", "application/x", "BỘ\nMẬT\nSố".encode()),))
    assert check_before_sending(draft, context) == [
        Finding(FindingKind.SECRECY_MARK, Severity.BLOCK, ("MẬT", "file text", "a.docx"))
    ]
    named = replace(DRAFT, attachments=(NewAttachment("TUYỆT MẬT.docx", "application/x", b"x"),))
    assert check_before_sending(named, CONTEXT)[0].facts == ("TUYỆT MẬT", "file name", "TUYỆT MẬT.docx")


def test_an_attachment_that_cannot_be_read_is_said() -> None:
    context = replace(CONTEXT, text_of=lambda content, name: AttachedText("", is_complete=False))
    draft = replace(DRAFT, attachments=(NewAttachment("a.docx", "application/x", b"x"),))
    assert check_before_sending(draft, context) == [
        Finding(FindingKind.UNCHECKED_ATTACHMENT, Severity.TELL, ("a.docx",))
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"},
        {"text": "BỘ LAO ĐỘNG\nSố: 123/BC-BLĐ\nKính gửi: Sở"},
        {"text": "V/v báo cáo quý III\n\nKính gửi: Các đơn vị"},
        {"subject": "123/BC-BLĐ về việc báo cáo quý III"},
        {"attachments": (NewAttachment("123-BC-BLĐ.pdf", "application/pdf", b"%PDF"),)},
    ],
)
def test_official_text_to_a_private_mailbox_is_asked(changes: dict[str, object]) -> None:
    found = check_before_sending(to("nam.vh@gmail.com", "nam@bolaodong.gov.vn", **changes), CONTEXT)
    assert Finding(FindingKind.OFFICIAL_TO_PRIVATE, Severity.ASK, ("nam.vh@gmail.com",)) in found
    assert FindingKind.OFFICIAL_TO_PRIVATE not in kinds(to("nam@moha.gov.vn", **changes))


def test_a_word_to_a_friend_is_not_official() -> None:
    assert kinds(to("ban@gmail.com", text="Chiều nay đi ăn nhé, theo Nghị định 30/2020/NĐ-CP :)")) == [
        FindingKind.OUTSIDE_RECIPIENTS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Xin gửi kèm theo báo cáo quý III.",
        "Em gửi đính kèm danh sách.",
        "Tài liệu đính kèm, xin anh xem.",
        "Gui anh file dinh kem.",
        "Em xin gửi anh bản dự thảo kèm theo.",
        "Please find attached the report.",
        "Danh sách kèm theo thư này.",
    ],
)
def test_a_forgotten_attachment_is_asked(text: str) -> None:
    draft = replace(DRAFT, text=text)
    assert kinds(draft) == [FindingKind.FORGOTTEN_ATTACHMENT]
    assert kinds(replace(draft, attachments=(NewAttachment("a.pdf", "application/pdf", b"%PDF"),))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quy chế ban hành kèm theo Quyết định số 12/QĐ-BLĐ.",
        "Thư này không đính kèm gì.",
        "Đồng ý.\n\nVào 08:00, Nam đã viết:\n> Xin gửi kèm theo báo cáo.",
        "Đã nhận.\n\n---------- Thư chuyển tiếp ----------\nTừ: Nam\n\nXin gửi kèm theo báo cáo.",
        "Anh gửi kém quá.",
    ],
)
def test_what_announces_nothing_is_not_asked(text: str) -> None:
    assert kinds(replace(DRAFT, text=text)) == []


def test_recipients_outside_are_told_and_look_alikes_asked() -> None:
    assert kinds(to("a@moha.gov.vn")) == [FindingKind.OUTSIDE_RECIPIENTS]
    assert kinds(to("a@mail.bolaodong.gov.vn")) == []
    found = check_before_sending(to("a@bolaod0ng.com"), CONTEXT)
    assert found[0] == Finding(FindingKind.LOOK_ALIKE_DOMAIN, Severity.ASK, ("a@bolaod0ng.com", "bolaodong.gov.vn"))


def test_the_gravest_comes_first() -> None:
    draft = to("a@gmail.com", text="MẬT\nSố: 1/BC-BLĐ\nXin gửi kèm theo")
    weights = [finding.severity for finding in check_before_sending(draft, CONTEXT)]
    assert weights == [Severity.BLOCK, Severity.ASK, Severity.ASK, Severity.TELL]


def test_the_words_of_real_attachments_are_read() -> None:
    context = replace(CONTEXT, text_of=attached_text)
    marked = NewAttachment("kế hoạch.docx", "application/x", a_docx("Về việc", header="TỐI MẬT"))
    draft = replace(DRAFT, attachments=(marked, NewAttachment("anh.png", "image/png", b"\x89PNG")))
    assert check_before_sending(draft, context) == [
        Finding(FindingKind.SECRECY_MARK, Severity.BLOCK, ("TỐI MẬT", "file text", "kế hoạch.docx"))
    ]
    old = replace(DRAFT, attachments=(NewAttachment("cu.doc", "application/msword", b"\xd0\xcf\x11\xe0" + bytes(50)),))
    assert check_before_sending(old, context) == [Finding(FindingKind.UNCHECKED_ATTACHMENT, Severity.TELL, ("cu.doc",))]
    program = NewAttachment("cong cu.bin", "application/x", b"\x00\x01")
    assert check_before_sending(replace(DRAFT, attachments=(program,)), context) == []
