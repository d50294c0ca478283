"""What is sent: read back by Python's own modern parser, which is not the one we read with."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import cast

import pytest

from mail import Draft, DraftId, Message, NewAttachment, Person
from mail.answering import forward_draft, reply_draft
from mail.composing import compose
from mail.outgoing_html import pictures_in, split_letter
from mail.reading import read_message
from tests.mail.builders import HANH, MAI, NAM, a_moment, a_summary

LONG_NAME = Person("Nguyễn Hoàng Phương Uyên Thảo My, Trung tâm Công nghệ thông tin và Chuyển đổi số", "uyen@x.example")


def a_draft(**changes: object) -> Draft:
    values: dict[str, object] = {
        "id": DraftId("ab" * 16),
        "to": (NAM,),
        "subject": "Về việc họp giao ban trực tuyến Bộ – tỉnh Hải Hà, quý IV năm 2026, và các việc kèm theo",
        "text": "Kính gửi đồng chí,\n\nTrân trọng.",
    }
    return Draft(**(values | changes))  # type: ignore[arg-type]


def parsed(draft: Draft, sender: Person = HANH) -> EmailMessage:
    mime = compose(draft, sender, now=datetime(2026, 11, 22, 3, 0, tzinfo=UTC))
    return email.message_from_bytes(mime, policy=email.policy.default)


def test_headers_are_ascii_short_and_say_what_was_meant() -> None:
    mime = compose(a_draft(to=(NAM, LONG_NAME), cc=(MAI,), bcc=(HANH,)), HANH)
    head = mime.split(b"\r\n\r\n")[0]
    assert head.isascii() and all(len(line) <= 100 for line in head.split(b"\r\n"))
    assert b"\n" not in mime.replace(b"\r\n", b"")
    message = parsed(a_draft(to=(NAM, LONG_NAME), cc=(MAI,), bcc=(HANH,)))
    assert message["Subject"] == a_draft().subject
    nam, other = message["To"].addresses
    assert (nam.display_name, nam.addr_spec) == (NAM.name, NAM.address)
    # Python 3.11 keeps the space between two encoded words of a name (gh-92081); RFC 2047 says it is none.
    assert other.display_name.replace(" ", "") == LONG_NAME.name.replace(" ", "")
    assert other.addr_spec == LONG_NAME.address
    assert read_message(mime, a_summary()).to == (NAM, LONG_NAME)
    assert message["From"].addresses[0].addr_spec == HANH.address
    assert message["Bcc"].addresses[0].addr_spec == HANH.address
    assert message["Date"].datetime == datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def test_the_message_id_comes_from_the_draft() -> None:
    assert parsed(a_draft())["Message-ID"] == parsed(a_draft())["Message-ID"] == f"<{'ab' * 16}@boldptxh.example>"


def test_answers_carry_their_thread() -> None:
    message = parsed(a_draft(in_reply_to="<b@x>", references=("<a@x>", "<b@x>")))
    assert message["In-Reply-To"] == "<b@x>"
    assert message["References"].split() == ["<a@x>", "<b@x>"]


def test_text_and_html_are_alternatives_beside_the_attachments() -> None:
    files = (
        NewAttachment("Công văn số 12.pdf", "application/pdf", b"%PDF" * 5_000),
        NewAttachment("a b.txt", "text/plain", b"\xff\x00tep"),
        NewAttachment("thu.eml", "message/rfc822", b"Subject: x\r\n\r\nx"),
    )
    message = parsed(a_draft(html="<p>Kính gửi</p>", attachments=files))
    body = message.get_body(("html",))
    assert body is not None and cast(EmailMessage, body).get_content().strip() == "<p>Kính gửi</p>"
    plain = message.get_body(("plain",))
    assert plain is not None and plain.get_content().replace("\r\n", "\n") == a_draft().text
    found = [(part.get_filename(), part.get_payload(decode=True)) for part in message.iter_attachments()]
    assert found == [(file.name, file.content) for file in files]


@pytest.mark.parametrize("evil", ["x\r\nBcc: ke.gian@x.example", "x\nX: y", "x\x00y"])
def test_no_line_break_gets_into_a_header(evil: str) -> None:
    message = parsed(
        a_draft(
            subject=evil,
            to=(Person(evil, "a@x.example"),),
            in_reply_to=evil,
            references=(evil,),
            attachments=(NewAttachment(evil, "application/pdf", b""),),
        )
    )
    assert message["Bcc"] is None and message["X"] is None


@pytest.mark.parametrize(
    "address", ["", "khong co", "a@", "@x", "a b@x.example", "a@x.example>, <b@x.example", "ă@x.vn"]
)
def test_an_address_that_cannot_be_written_is_refused_not_changed(address: str) -> None:
    with pytest.raises(ValueError):
        compose(a_draft(to=(Person("A", address),)), HANH)


def a_message(**changes: object) -> Message:
    values: dict[str, object] = {
        "summary": a_summary(subject="Góp ý dự thảo", sender=NAM, received_at=a_moment()),
        "to": (HANH, MAI),
        "cc": (LONG_NAME,),
        "bcc": (),
        "text": "Kính gửi chị,\n> cũ\n",
        "html": None,
        "attachments": (),
        "message_id": "<m@x>",
        "references": ("<a@x>",),
    }
    return Message(**(values | changes))  # type: ignore[arg-type]


def test_a_reply_goes_to_the_sender_and_quotes() -> None:
    draft = reply_draft(a_message(), HANH.address)
    assert (draft.to, draft.cc, draft.subject) == ((NAM,), (), "Re: Góp ý dự thảo")
    assert (draft.in_reply_to, draft.references) == ("<m@x>", ("<a@x>", "<m@x>"))
    assert draft.text.endswith(
        "Vào 08:00 ngày 02/11/2026, Vũ Hoàng Nam <nam.vh@boldptxh.example> đã viết:\n> Kính gửi chị,\n>> cũ"
    )
    assert draft.id != reply_draft(a_message(), HANH.address).id


def test_a_reply_to_all_leaves_oneself_out_and_doubles_nobody() -> None:
    draft = reply_draft(a_message(cc=(LONG_NAME, MAI)), HANH.address.upper(), to_all=True)
    assert (draft.to, draft.cc) == ((NAM, MAI), (LONG_NAME,))


def test_a_reply_goes_where_answers_are_wanted_and_on_to_whom_one_wrote_oneself() -> None:
    assert reply_draft(a_message(reply_to=(MAI,)), HANH.address).to == (MAI,)
    own = a_message(summary=a_summary(sender=HANH), to=(NAM,), cc=())
    assert reply_draft(own, HANH.address).to == (NAM,)
    assert reply_draft(own, HANH.address, to_all=True).to == (NAM,)


@pytest.mark.parametrize("subject", ["Re: x", "RE: x", "TL: x", "Trả lời: x"])
def test_a_reply_to_a_reply_stays_one(subject: str) -> None:
    assert reply_draft(a_message(summary=a_summary(subject=subject)), HANH.address).subject == subject


def test_a_forwarded_mail_keeps_its_head_text_and_files() -> None:
    file = NewAttachment("a.pdf", "application/pdf", b"x")
    draft = forward_draft(a_message(), [file])
    assert (draft.to, draft.subject, draft.attachments) == ((), "Fwd: Góp ý dự thảo", (file,))
    for words in ("Thư chuyển tiếp", "Từ: Vũ Hoàng Nam <nam.vh@boldptxh.example>", "Đồng gửi:", "Kính gửi chị,"):
        assert words in draft.text


def test_what_is_sent_is_read_by_ourselves_too() -> None:
    draft = a_draft(attachments=(NewAttachment("Dự thảo.docx", "application/msword", b"abc"),))
    message = read_message(compose(draft, HANH), a_summary())
    assert (message.text, message.to) == (draft.text, draft.to)
    assert [(one.name, one.size) for one in message.attachments] == [("Dự thảo.docx", 3)]


@pytest.mark.parametrize(
    ("importance", "headers"), [("High", ("high", "1")), ("Low", ("low", "5")), ("Normal", (None, None))]
)
def test_importance_is_said_the_way_every_server_reads_it(
    importance: str, headers: tuple[str | None, str | None]
) -> None:
    message = parsed(a_draft(importance=importance))
    assert (message["Importance"], message["X-Priority"]) == headers


PICTURE = NewAttachment("dau.png", "image/png", b"\x89PNG....", content_id="p1@bo")


def test_pictures_of_the_letter_stand_in_it_and_files_beside_it() -> None:
    file = NewAttachment("a.pdf", "application/pdf", b"x")
    left_over = NewAttachment("khong dung.png", "image/png", b"y", content_id="p2@bo")
    draft = a_draft(html='<p>Xem <img src="cid:p1@bo"></p>', attachments=(PICTURE, file, left_over))
    message = parsed(draft)
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
    ]
    picture = next(part for part in message.walk() if part.get_content_type() == "image/png")
    assert picture["Content-ID"] == "<p1@bo>" and picture.get_content_disposition() == "inline"
    ours = read_message(compose(draft, HANH), a_summary())
    assert [(one.content_id, one.is_inline) for one in ours.attachments] == [("p1@bo", True), (None, False)]


def test_importance_receipt_categories_and_another_sender_stand_in_the_head() -> None:
    shared = Person("Văn thư Cục Việc làm", "vanthu.cvl@boldptxh.example")
    message = parsed(a_draft(importance="High", wants_receipt=True, categories=("Gấp", "Báo cáo"), sender=shared))
    assert message["Importance"] == "high" and message["X-Priority"] == "1"
    assert message["From"].addresses[0].addr_spec == shared.address
    assert shared.address in str(message["Disposition-Notification-To"])
    assert message["Keywords"] == "Gấp, Báo cáo"
    plain = parsed(a_draft())
    assert plain["Importance"] is None and plain["Disposition-Notification-To"] is None


def test_a_reply_keeps_the_html_and_the_pictures_that_stand_in_it() -> None:
    source = (
        "<html><head><style>p{color:red}</style><script>x()</script></head><body onload=x()>"
        '<table bgcolor="#ffeeee"><tr>'
        '<td style="color:#123456;background:url(http://x.example/a.png)">Số liệu</td></tr>'
        '</table><img src="cid:p1@bo"><img src="http://x.example/theo-doi.gif" alt="Ảnh ngoài">'
        '<img src="cid:khong-co"></body></html>'
    )
    other = NewAttachment("x.png", "image/png", b"z", content_id="khong-dung")
    draft = reply_draft(a_message(html=source), HANH.address, pictures=(PICTURE, other))
    own, quoted = split_letter(draft.html or "")
    assert own == ""
    assert "Vũ Hoàng Nam &lt;nam.vh@boldptxh.example&gt; đã viết:" in quoted
    assert "Số liệu" in quoted and "color:#123456" in quoted and 'bgcolor="#ffeeee"' in quoted
    assert "http://x.example" not in quoted and "script" not in quoted and "onload" not in quoted
    assert "[Ảnh ngoài]" in quoted and pictures_in(quoted) == ["p1@bo"]
    assert draft.attachments == (PICTURE,)
    forwarded = forward_draft(a_message(html=source), pictures=(PICTURE,))
    assert forwarded.attachments == (PICTURE,) and "<b>Chủ đề:</b> Góp ý dự thảo" in (forwarded.html or "")


def test_a_reply_to_plain_text_quotes_it_in_both_forms() -> None:
    draft = reply_draft(a_message(text="1 < 2 & 3\nDòng hai"), HANH.address)
    assert "1 &lt; 2 &amp; 3" in (draft.html or "") and "> Dòng hai" in draft.text
