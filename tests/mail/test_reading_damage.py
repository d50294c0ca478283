"""Mail as it is found in the wild and as an enemy writes it: never an exception, never a second's wait, and what cannot
be read is said."""

# ruff: noqa: E501 -- one kind of damage is one line

from __future__ import annotations

import base64
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mail import ItemId, MailFile, clean_html
from mail.guards import GuardContext, warnings_of
from mail.reading import attachment_content, read_message, searchable_text
from mail.threads.hints import hint_of_mime
from tests.mail.builders import a_mime, a_summary

SECONDS = 1.0
WORDS = "Kính gửi: Vụ Pháp chế, về việc góp ý dự thảo."
CONTEXT = GuardContext(own_domains=("boldptxh.example",))


def everything(mime: bytes) -> float:
    """All that is done with a mail when it comes and is opened; returns the CPU seconds it took."""
    began = time.process_time()
    message = read_message(mime, a_summary(size=len(mime)))
    assert isinstance(message.text, str)
    for attachment in message.attachments[:50]:
        assert isinstance(attachment_content(mime, attachment.index), bytes)
    assert isinstance(searchable_text(mime), str)
    assert hint_of_mime(ItemId("x"), mime).item_id == "x"
    warnings_of(mime, CONTEXT)
    opened = MailFile(mime)
    assert opened.message(opened.id) is not None
    if message.html is not None:
        clean_html(message.html, {})
    return time.process_time() - began


def mail(*headers: str, body: bytes = b"", end: bytes = b"\r\n") -> bytes:
    return end.join(line.encode("utf-8", "surrogateescape") for line in headers) + end + end + body


def multipart(boundary: str, *parts: bytes, kind: str = "mixed", close: bool = True) -> bytes:
    body = b"".join(f"--{boundary}\r\n".encode() + part + b"\r\n" for part in parts)
    head = mail("From: a@b.example", f'Content-Type: multipart/{kind}; boundary="{boundary}"')
    return head + body + (f"--{boundary}--\r\n".encode() if close else b"")


def part(kind: str, body: bytes, *headers: str) -> bytes:
    return mail(f"Content-Type: {kind}", *headers, body=body)


PLAIN = part("text/plain; charset=utf-8", WORDS.encode())
PDF = base64.encodebytes(b"%PDF-1.7 noi dung tep " * 40)
FILE = ('Content-Disposition: attachment; filename="a.pdf"', "Content-Transfer-Encoding: base64")


def nested(depth: int) -> bytes:
    inner = PLAIN
    for level in range(depth):
        inner = part(f'multipart/mixed; boundary="b{level}"', b"--b%d\r\n" % level + inner + b"\r\n--b%d--\r\n" % level)
    return inner


CLASSIC: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "only newlines": lambda: b"\r\n" * 50_000,
    "no header end": lambda: b"Subject: x\r\nFrom: a@b.example",
    "old Mac line ends": lambda: mail("Subject: x", "Content-Type: text/plain", body=b"a\rb\rc", end=b"\r"),
    "lines end anyhow": lambda: b"Subject: x\n\rFrom: a\r\n\nbody\r\r\n",
    "an mbox line first": lambda: b"From someone Mon Jan 1 00:00:00 2026\r\nSubject: x\r\n\r\n" + WORDS.encode(),
    "a byte order mark first": lambda: b"\xef\xbb\xbfSubject: x\r\n\r\nbody",
    "NUL everywhere": lambda: b"\x00".join(bytes([byte]) for byte in PLAIN),
    "raw 8-bit headers": lambda: "Subject: Về việc\r\nFrom: Vũ Nam <a@b.example>\r\n\r\nx".encode(),
    "raw windows-1258": lambda: b"Subject: V\xea vi\xeac\r\n\r\n\xd0\xeac l\xe2p",
    "boundary never closed": lambda: multipart("x", PLAIN, part("application/pdf", PDF, *FILE), close=False),
    "boundary never used": lambda: mail('Content-Type: multipart/mixed; boundary="zzz"', body=WORDS.encode()),
    "no boundary named": lambda: mail("Content-Type: multipart/mixed", body=b"--a\r\n\r\nx\r\n--a--"),
    "empty boundary": lambda: mail('Content-Type: multipart/mixed; boundary=""', body=b"--\r\n\r\nx\r\n----\r\n"),
    "boundary with spaces at its end": lambda: mail('Content-Type: multipart/mixed; boundary="x  "', body=b"--x  \r\n\r\nx"),
    "one boundary inside another": lambda: multipart("x", part('multipart/mixed; boundary="xy"', b"--xy\r\n\r\na\r\n--x\r\n\r\nb")),
    "the same boundary twice": lambda: multipart("x", part('multipart/alternative; boundary="x"', b"--x\r\n\r\na\r\n--x--")),
    "5,000 levels": lambda: nested(5_000),
    "20,000 parts": lambda: multipart("x", *[part("text/plain", b"x")] * 20_000),
    "base64 without padding": lambda: multipart("x", part("application/pdf", PDF.rstrip(b"=\n"), *FILE)),
    "base64 with foreign letters": lambda: multipart("x", part("application/pdf", PDF.replace(b"\n", b"!\n*"), *FILE)),
    "base64 cut": lambda: multipart("x", part("application/pdf", PDF[: len(PDF) // 2 - 1], *FILE)),
    "base64 twice over": lambda: multipart("x", part("application/pdf", PDF + b"==\r\n" + PDF, *FILE)),
    "quoted-printable broken": lambda: mail("Content-Transfer-Encoding: quoted-printable", body=b"=\r\n=ZZ=4=\r\n=E1=BA" * 99),
    "uuencode broken": lambda: mail("Content-Transfer-Encoding: x-uuencode", body=b"begin 644 a\r\nM'%1\r\n`\r\nend" * 9),
    "an encoding nobody knows": lambda: mail("Content-Transfer-Encoding: x-rot13", body=b"uryyb"),
    "a charset nobody knows": lambda: mail("Content-Type: text/plain; charset=klingon", body=WORDS.encode()),
    "a charset that is no text": lambda: mail("Content-Type: text/plain; charset=zlib", body=b"x\x9c"),
    "punycode, quadratic": lambda: mail("Content-Type: text/plain; charset=punycode", body=b"a-" + b"z" * 200_000),
    "utf-7": lambda: mail("Content-Type: text/plain; charset=utf-7", body=b"+ADw-script+AD4-"),
    "utf-16 with half a letter": lambda: mail("Content-Type: text/plain; charset=utf-16", body=b"\xff\xfea"),
    "a header of 3 MB": lambda: mail("Subject: " + "x" * 3_000_000),
    "100,000 headers": lambda: mail(*[f"X-{number}: y" for number in range(100_000)]),
    "endless folding": lambda: b"Subject: a\r\n" + b" b\r\n" * 200_000 + b"\r\nx",
    "encoded words that never end": lambda: mail("Subject: " + "=?utf-8?B?" * 50_000),
    "encoded words by the thousand": lambda: mail("Subject: " + "=?utf-8?Q?=E1=BA?= " * 20_000),
    "an encoded word cut in a letter": lambda: mail("Subject: =?utf-8?B?4bq?= =?utf-8?B?v1?="),
    "addresses without end": lambda: mail("To: " + "a <a@b.example>, " * 100_000),
    "quotes without end": lambda: mail('To: "' * 20_000 + "a@b.example"),
    "brackets without end": lambda: mail("From: " + "<" * 100_000 + "a@b" + "(" * 100_000),
    "comments in comments": lambda: mail("From: " + "(" * 50_000 + ")" * 50_000 + " a@b.example"),
    "groups": lambda: mail("To: nhom: a@b.example, c@d.example;, undisclosed-recipients:;"),
    "several of each header": lambda: mail(*["From: a@b.example", "Subject: x", "Content-Type: text/html"] * 50),
    "parameters continued backwards": lambda: mail(
        "Content-Type: application/pdf; " + "; ".join(f"name*{9999 - n}*=%E1%BA{n}" for n in range(5000))
    ),
    "a file name that turns round": lambda: multipart("x", part('application/x; name="a\u202efdp.exe"', b"MZ" + b"x" * 99)),
    "a mail in a mail in a mail": lambda: multipart("x", part("message/rfc822", multipart("y", part("message/rfc822", PLAIN)))),
    "message/partial": lambda: mail("Content-Type: message/partial; number=1; total=3; id=x", body=PLAIN),
    "message/external-body": lambda: mail("Content-Type: message/external-body; access-type=anon-ftp", body=b"x"),
    "delivery status": lambda: multipart("x", part("message/delivery-status", b"Reporting-MTA: dns;x\r\n\r\nAction: failed")),
    "TNEF": lambda: multipart("x", part("application/ms-tnef", b"\x78\x9f\x3e\x22" + b"\xff" * 5000)),
    "calendar without end": lambda: mail("Content-Type: text/calendar", body=b"BEGIN:VCALENDAR\r\n" * 50_000),
    "calendar folded for ever": lambda: mail("Content-Type: text/calendar", body=b"BEGIN:VEVENT\r\nSUMMARY:a" + b"\r\n b" * 99_999),
    "HTML of open tags": lambda: mail("Content-Type: text/html", body=b"<div>" * 60_000 + WORDS.encode()),
    "HTML of attributes": lambda: mail("Content-Type: text/html", body=b"<p " + b"a=b " * 100_000 + b">x"),
    "HTML of entities": lambda: mail("Content-Type: text/html", body=b"&amp;" * 399_000),
    "HTML comment without end": lambda: mail("Content-Type: text/html", body=b"<!--" * 100_000),
    "style without end": lambda: mail("Content-Type: text/html", body=b"<style>" + b"a{b:c}" * 100_000),
    "one line of 8 MB": lambda: mail("Content-Type: text/plain", body=b"x" * 8_000_000),
    "binary as text": lambda: mail("Content-Type: text/plain", body=random.Random(5).randbytes(300_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", CLASSIC)
def test_the_classic_kinds_of_damage(name: str) -> None:
    mime = CLASSIC[name]()
    took = everything(mime)
    assert took < SECONDS * 4, "eight passes over one mail"
    began = time.process_time()
    read_message(mime, a_summary())
    assert time.process_time() - began < SECONDS, f"{name} holds the reader up"


def test_damaged_transfer_encodings_lose_no_more_than_they_must() -> None:
    whole = base64.b64decode(PDF)
    for name in ("base64 without padding", "base64 with foreign letters", "boundary never closed"):
        message = read_message(CLASSIC[name](), a_summary())
        assert attachment_content(CLASSIC[name](), message.attachments[-1].index) == whole, name


def test_what_was_given_up_is_said() -> None:
    for name in ("5,000 levels", "20,000 parts"):
        assert read_message(CLASSIC[name](), a_summary()).unreadable, name
    cut = read_message(CLASSIC["HTML of entities"](), a_summary())
    assert cut.unreadable == ("text/html",) and cut.html is not None and len(cut.html) > 300_000
    table = mail("Content-Type: text/html", body=b"<td>1&nbsp;</td>" * 100_000)
    honest = read_message(table, a_summary())
    assert honest.unreadable == () and honest.text.count("1") == 100_000
    plain = read_message(a_mime("Một", WORDS), a_summary())
    assert plain.unreadable == () and WORDS in plain.text


_SEEDS = [
    a_mime("Về việc họp giao ban", WORDS, attachment=b"%PDF-1.7 xyz" * 30),
    multipart("x", PLAIN, part("text/html", b"<p style='color:red'>a<b>b</p>"), kind="alternative"),
    multipart("x", PLAIN, part("message/rfc822", multipart("y", PLAIN)), part("application/pdf", PDF, *FILE)),
    mail("Subject: =?utf-8?B?VuG7gSB2aeG7h2M=?=", "To: nhom: a@b.example;", "References: <a@b> <c@d>", body=b"x"),
    mail("Content-Type: text/calendar; method=REQUEST", body=b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT"),
]
_SNIPPETS = [
    b"\r\n--x\r\n", b"--x--", b"=?utf-8?B?", b"?=", b'"', b"<", b">", b"(", b"\x00", b"\xff\xfe", b"\r", b"\n\n", b";",
    b"Content-Type: multipart/mixed; boundary=x\r\n", b"Content-Transfer-Encoding: base64\r\n", b"charset=utf-7",
    b"filename*0*=utf-8''%E1", b"\xe2\x80\xae", b"=", b"%", b"*", b"Content-Type: text/html\r\n", b"\x1b$B", b",:;",
]  # fmt: skip
_EDIT = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 4000), st.sampled_from(_SNIPPETS)),
    st.tuples(st.just("insert"), st.integers(0, 4000), st.binary(max_size=12)),
    st.tuples(st.just("cut"), st.integers(0, 4000), st.integers(1, 400)),
    st.tuples(st.just("repeat"), st.integers(0, 4000), st.integers(1, 200)),
    st.tuples(st.just("flip"), st.integers(0, 4000), st.integers(0, 255)),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.sampled_from(_SEEDS), edits=st.lists(_EDIT, max_size=10))
def test_mails_damaged_anyhow_are_read_as_far_as_they_go(seed: bytes, edits: list[tuple[str, int, object]]) -> None:
    mime = bytearray(seed)
    for kind, at, what in edits:
        at = min(at, len(mime))
        if kind == "insert" and isinstance(what, bytes):
            mime[at:at] = what
        elif kind == "cut" and isinstance(what, int):
            del mime[at : at + what]
        elif kind == "repeat" and isinstance(what, int):
            mime[at:at] = mime[at : at + 40] * what
        elif kind == "flip" and isinstance(what, int) and at < len(mime):
            mime[at] = what
    assert everything(bytes(mime)) < SECONDS
