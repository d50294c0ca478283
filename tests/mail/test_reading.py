"""Reading mail: what well-made mail says, and that no mail, however made, stops it."""

from __future__ import annotations

import base64
import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mail import FolderId, ItemId, Message, MessageSummary, Person
from mail.composing import compose
from mail.reading import (
    MAX_SEARCHABLE,
    STRUCTURE,
    attachment_content,
    preview_of,
    read_message,
    searchable_text,
)
from tests.mail.builders import a_mime, a_moment, a_summary

SUMMARY = a_summary()


def lines(*text: str) -> bytes:
    return "\r\n".join(text).encode("utf-8")


def read(mime: bytes) -> Message:
    return read_message(mime, SUMMARY)


def test_a_plain_vietnamese_mail() -> None:
    message = read(a_mime(text="Kính gửi các đồng chí,\nTrân trọng."))
    assert message.text == "Kính gửi các đồng chí,\nTrân trọng."
    assert message.html is None and message.attachments == () and message.unreadable == ()
    assert message.to == (Person("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example"),)
    assert message.message_id is not None and message.message_id.endswith("@boldptxh.example>")


def test_an_attachment_is_named_measured_and_given_back() -> None:
    mime = a_mime(attachment=b"%PDF-1.7 noi dung")
    (attachment,) = read(mime).attachments
    assert (attachment.name, attachment.media_type, attachment.size) == ("ke_hoach.pdf", "application/pdf", 17)
    assert not attachment.is_inline
    assert attachment_content(mime, 0) == b"%PDF-1.7 noi dung"
    assert attachment_content(mime, 1) == attachment_content(mime, -1) == b""


HTML_WITH_PICTURE = lines(
    "Subject: x",
    'Content-Type: multipart/mixed; boundary="A"',
    "",
    "--A",
    'Content-Type: multipart/related; boundary="B"',
    "",
    "--B",
    'Content-Type: multipart/alternative; boundary="C"',
    "",
    "--C",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Chào",
    "--C",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<p>Chào <img src="cid:logo@x"></p>',
    "--C--",
    "--B",
    "Content-Type: image/png",
    "Content-ID: <logo@x>",
    "Content-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgo=",
    "--B--",
    "--A",
    "Content-Type: text/plain; charset=utf-8; name=ghi_chu.txt",
    "",
    "ghi chú",
    "--A--",
)


def test_text_html_inline_pictures_and_attachments_are_told_apart() -> None:
    message = read(HTML_WITH_PICTURE)
    assert message.text == "Chào"
    assert message.html is not None and message.html.startswith("<p>Chào")
    picture, note = message.attachments
    assert (picture.is_inline, picture.content_id, picture.size) == (True, "logo@x", 8)
    assert (note.is_inline, note.name) == (False, "ghi_chu.txt")


def test_html_alone_is_read_as_text_too() -> None:
    message = read(lines("Content-Type: text/html; charset=utf-8", "", "<p>Kính gửi&nbsp;chị,</p><p>Hai<br>Ba</p>"))
    assert message.text == "Kính gửi chị,\nHai\nBa"


def test_a_mail_within_a_mail_is_an_eml_attachment_as_it_came() -> None:
    inner = a_mime("Thư bên trong", "Nội dung", attachment=b"x" * 10)
    mime = lines('Content-Type: multipart/mixed; boundary="O"', "", "--O", "", "Xem thư kèm.", "--O") + (
        b"\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--O--\r\n"
    )
    message = read(mime)
    assert message.text.strip() == "Xem thư kèm."
    (attachment,) = message.attachments
    assert (attachment.name, attachment.media_type) == ("Thư bên trong.eml", "message/rfc822")
    assert attachment_content(mime, 0) == inner
    assert read(attachment_content(mime, 0)).text == "Nội dung"


def test_winmail_dat_is_an_attachment() -> None:
    mime = lines("Content-Type: application/ms-tnef", "Content-Transfer-Encoding: base64", "", "eJ8+Ig==")
    (attachment,) = read(mime).attachments
    assert (attachment.name, attachment.size) == ("winmail.dat", 4)


INVITATION = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        "UID:hop-1",
        "SUMMARY:Họp giao ban",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T090000",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20261123T103000",
        "URL:https://hop.boldptxh.example/giao-ban",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)


def test_an_invitation_is_a_meeting_and_no_attachment() -> None:
    mime = lines(
        'Content-Type: multipart/alternative; boundary="I"',
        "",
        "--I",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Mời họp",
        "--I",
        "Content-Type: text/calendar; charset=utf-8; method=REQUEST",
        "Content-Transfer-Encoding: base64",
        "",
        base64.encodebytes(INVITATION.encode()).decode(),
        "--I--",
    )
    message = read(mime)
    assert message.meeting is not None
    assert message.meeting.url == "https://hop.boldptxh.example/giao-ban"
    assert message.attachments == () and message.text == "Mời họp"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("=?utf-8?B?S8OtbmggZ+G7?= =?utf-8?B?rWk=?=", "Kính gửi"),  # cut in the middle of a letter
        ("=?UTF-8?Q?Nguy=E1=BB=85n,_V=C4=83n?= <a@b.example>", "Nguyễn, Văn"),
        ("Nguyễn Văn An <a@b.example>", "Nguyễn Văn An"),
        ('"Nguyễn, Văn" <a@b.example>', "Nguyễn, Văn"),
        ("=?nonsense?B?QUJD?= <a@b.example>", "ABC"),
        ("=?punycode?Q?abc?= <a@b.example>", "abc"),
        ("a@b.example (Văn thư (Bộ))", "Văn thư (Bộ)"),
    ],
)
def test_names_in_headers(header: str, expected: str) -> None:
    (person, *_) = read(lines(f"To: {header}", "", "x")).to
    assert person.name == expected


@pytest.mark.parametrize(
    ("header", "addresses"),
    [
        ("Các vụ: a@x.example, B <b@x.example>; c@x.example", ["a@x.example", "b@x.example", "c@x.example"]),
        ("undisclosed-recipients:;", []),
        ("<>,,;:<a@x.example", ["a@x.example"]),
        ("a@x.example,", ["a@x.example"]),
        ('"chưa đóng <a@x.example>', None),
        ("(" * 5000 + "a@x.example", None),
        ('"' + '\\"' * 90_000, None),
    ],
)
def test_address_groups_and_worse(header: str, addresses: list[str] | None) -> None:
    found = [person.address for person in read(lines(f"To: {header}", "", "x")).to]
    if addresses is not None:
        assert [address for address in found if address] == addresses


@pytest.mark.parametrize(
    ("declared", "content", "expected"),
    [
        ("utf-8", "Kính gửi".encode(), "Kính gửi"),
        ("us-ascii", "Kính gửi".encode(), "Kính gửi"),
        ("utf-8", "Kính gửi".encode("windows-1258", "ignore"), None),
        ("windows-1258", "Kính g".encode("windows-1258"), "Kính g"),
        ("không-có", "Kính gửi".encode(), "Kính gửi"),
        ("utf-16", "Kính gửi".encode("utf-16"), "Kính gửi"),
        ("punycode", b"abc", "abc"),
        ("rot13", b"abc", "abc"),
        ("hex", b"abc", "abc"),
    ],
)
def test_charsets_wrongly_or_not_declared(declared: str, content: bytes, expected: str | None) -> None:
    head = f"Content-Type: text/plain; charset={declared}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    text = read(head.encode() + base64.encodebytes(content)).text
    assert text if expected is None else text == expected


@pytest.mark.parametrize(
    "encoded",
    [
        b"S2luaCBndWk=",
        b"S2luaCBndWk",
        b"S2lu\x00aCB!ndWk=",
        b"S2lu\n aCBndWk=\n",
        b"S2luaA==\nIGd1aQ==",
        b"S2luaCBndWk=X",
    ],
)
def test_damaged_base64_is_undone_as_far_as_it_goes(encoded: bytes) -> None:
    mime = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: BASE64 \r\n\r\n" + encoded
    assert read(mime).text.startswith("Kinh gui")


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ("attachment; filename*=utf-8''C%C3%B4ng%20v%C4%83n.pdf", "Công văn.pdf"),
        ("attachment; filename*0*=utf-8''C%C3%B4ng%20; filename*1*=v%C4%83n; filename*2=.pdf", "Công văn.pdf"),
        ('attachment; filename="=?utf-8?B?Q8O0bmcgdsSDbi5wZGY=?="', "Công văn.pdf"),
        ('attachment; filename="Công văn.pdf"', "Công văn.pdf"),
        ("attachment; filename=Cong van.pdf", "Cong"),
        ("attachment; filename*=rubbish''%FF%FE", None),
        ('attachment; filename="ke\u202efdp.exe"', "kefdp.exe"),
    ],
)
def test_attachment_names(disposition: str, name: str | None) -> None:
    (attachment,) = read(
        lines("Content-Type: application/pdf", f"Content-Disposition: {disposition}", "", "x")
    ).attachments
    assert attachment.name if name is None else attachment.name == name


def test_preview_is_what_a_person_wrote() -> None:
    text = "\n> cũ\nKính gửi chị,\n\n*****\nEm gửi báo cáo quý IV.\n\n-- \nLan Anh\nVụ Pháp chế"
    assert preview_of(read(a_mime(text=text))) == "Kính gửi chị, Em gửi báo cáo quý IV."
    answered = "Đồng ý.\n\nVào 08:00 ngày 02/11/2026, Nam <nam.vh@boldptxh.example> đã viết:\n> hỏi"
    assert preview_of(read(a_mime(text=answered))) == "Đồng ý."
    long = preview_of(read(a_mime(text="chữ " * 200)))
    assert len(long) <= 161 and long.endswith("chữ…")
    assert preview_of(read(b"")) == ""


def test_searchable_text_holds_body_and_attachment_names_but_no_subject() -> None:
    text = searchable_text(a_mime("Tiêu đề riêng", "Nội dung chính", attachment=b"x", attachment_name="bao_cao.pdf"))
    assert "Nội dung chính" in text and "bao_cao.pdf" in text and "Tiêu đề" not in text
    assert len(searchable_text(a_mime(text="dài " * 200_000))) <= MAX_SEARCHABLE


def test_deep_and_wide_mail_is_bounded_and_says_so() -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(400))
    wide = b"Content-Type: multipart/mixed; boundary=w\r\n\r\n" + b"--w\r\n\r\nx\r\n" * 20_000
    for mime in (deep + b"\r\nx", wide):
        started = time.monotonic()
        assert STRUCTURE in read(mime).unreadable
        assert time.monotonic() - started < 20  # a bound, not a measure


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 300_000,
        "<span><div></span></div>" * 100_000,
        "<b></x>" * 100_000,
        "<" * 300_000,
        "<!--" * 100_000,
        "<a " * 200_000,
        "&" * 300_000,
    ],
)
def test_html_made_to_stop_parsers_is_read_in_time(html: str) -> None:
    started = time.monotonic()
    read(b"Content-Type: text/html\r\n\r\n" + html.encode())
    assert time.monotonic() - started < 20  # a bound, not a measure


def check_everything(mime: bytes) -> None:
    message = read_message(mime, MessageSummary(ItemId("i"), FolderId("f"), "", None, (), a_moment(), True, False, 0))
    assert isinstance(message.text, str)
    for attachment in message.attachments:
        assert len(attachment_content(mime, attachment.index)) == attachment.size
    preview_of(message)
    searchable_text(mime)
    "".join([message.text, *(person.name for person in message.to), *(a.name for a in message.attachments)]).encode(
        "utf-8"
    )  # no lone surrogates: SQLite and Qt refuse them


SEEDS = [
    HTML_WITH_PICTURE,
    a_mime(attachment=b"x" * 300),
    lines("Content-Type: text/calendar", "", INVITATION),
    a_mime(text="Kính gửi " * 20),
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.integers(1, 40))
def test_no_mutation_stops_the_reader(seed: bytes, chance: int, times: int) -> None:
    dice = random.Random(chance)
    mime = bytearray(seed)
    for _ in range(times):
        place = dice.randrange(len(mime) or 1)
        match dice.randrange(4):
            case 0:
                mime[place : place + 1] = bytes([dice.randrange(256)])
            case 1:
                del mime[place : place + dice.randrange(30)]
            case 2:
                piece = dice.choice(
                    [b"\r\n\r\n", b"--A", b"=?", b"?=", b"\x00", b'"', b";", b"\xff", b"base64", b"multipart/x"]
                )
                mime[place:place] = piece
            case _:
                other = dice.randrange(len(mime) or 1)
                mime[place:place] = mime[other : other + dice.randrange(200)]
    check_everything(bytes(mime))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_stop_the_reader(mime: bytes) -> None:
    check_everything(mime)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["To", "Cc", "Subject", "Content-Type", "Content-Disposition", "Content-ID",
        "Content-Transfer-Encoding", "References", "Message-ID"]), st.text(max_size=80), max_size=6))  # fmt: skip
def test_no_header_stops_the_reader(headers: dict[str, str]) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    check_everything(head.encode("utf-8", "surrogatepass") + b"\r\nnoi dung")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60), st.text(min_size=1, max_size=30), st.binary(max_size=200))
def test_what_is_composed_is_read_back(text: str, subject: str, name: str, content: bytes) -> None:
    import unicodedata

    from mail import Draft, DraftId, NewAttachment

    clean = "".join(c for c in text if c.isprintable() or c == "\n").encode("utf-8", "ignore").decode()
    draft = Draft(
        DraftId("d"),
        to=(Person("Hạnh", "h@x.example"),),
        subject=subject,
        text=clean,
        attachments=(NewAttachment(name, "application/octet-stream", content),),
    )
    mime = compose(draft, Person("Nam", "n@x.example"))
    message = read(mime)
    assert message.text == unicodedata.normalize("NFC", clean)
    assert attachment_content(mime, 0) == content
