"""What the reader says beside a mail: who really wrote it, and files in disguise."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail import Finding, FindingKind, GuardContext, Severity, warnings_of
from mail.guards.domains import domain_of, imitation, is_foreign_script
from mail.guards.file_names import look_at

OWN = ("bolaodong.gov.vn",)
CONTEXT = GuardContext(own_domains=OWN)
SUFFIXES = ("gov.vn",)


def a_mail(*heads: str, body: str = "Chào") -> bytes:
    return "\r\n".join([*heads, "Subject: x", "", body]).encode()


def kinds(mime: bytes) -> list[FindingKind]:
    return [finding.kind for finding in warnings_of(mime, CONTEXT)]


def with_file(disposition: str, content: bytes) -> bytes:
    return a_mail(
        "From: a@bolaodong.gov.vn",
        'Content-Type: multipart/mixed; boundary="x"',
        body="\r\n".join(
            [
                "--x", "", "Chào", "--x", "Content-Type: application/x", f"Content-Disposition: {disposition}",
                "Content-Transfer-Encoding: base64", "", base64.b64encode(content).decode(), "--x--",
            ]
        ),
    )  # fmt: skip


def a_zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return out.getvalue()


def test_a_colleagues_mail_needs_no_word() -> None:
    assert kinds(a_mail("From: Nam <nam@bolaodong.gov.vn>", "Reply-To: van.phong@bolaodong.gov.vn")) == []


def test_a_sender_from_outside_is_told() -> None:
    assert kinds(a_mail("From: Nam <nam@example.com>")) == [FindingKind.OUTSIDE_SENDER]


@pytest.mark.parametrize(
    "heads",
    [
        ("From: a@bolaodong.gov.vn, b@bolaodong.gov.vn",),
        ("From: a@bolaodong.gov.vn", "From: b@bolaodong.gov.vn"),
    ],
)
def test_several_senders_are_told(heads: tuple[str, ...]) -> None:
    assert FindingKind.SEVERAL_SENDERS in kinds(a_mail(*heads))


def test_answers_that_go_elsewhere_are_told() -> None:
    found = warnings_of(a_mail("From: a@bolaodong.gov.vn", "Reply-To: a.bolaodong@gmail.com"), CONTEXT)
    assert found == [
        Finding(FindingKind.REPLY_ELSEWHERE, Severity.TELL, ("a@bolaodong.gov.vn", "a.bolaodong@gmail.com"))
    ]


def test_a_name_that_carries_another_address_is_told() -> None:
    found = kinds(a_mail('From: "bo.truong@bolaodong.gov.vn" <x@example.com>'))
    assert found == [FindingKind.NAME_CARRIES_ADDRESS, FindingKind.OUTSIDE_SENDER]


@pytest.mark.parametrize(
    "domain",
    [
        "bolaodong.gov.vn.example.com",
        "bolaodong-gov-vn.com",
        "bolaodong.com",
        "bolaodong.gov.com",
        "bolaod0ng.gov.vn.co",
        "b\u043elaodong.gov.vn",  # Cyrillic о
        "xn--blaodong-nbh.gov.vn",
    ],
)
def test_domains_made_to_look_like_ours_are_known(domain: str) -> None:
    read = domain_of("a@" + domain)
    found = imitation(read, OWN, SUFFIXES)
    assert found is not None
    assert found.like == OWN[0]


@pytest.mark.parametrize(("domain", "like"), [("gmai1.com", "gmail.com"), ("gmial.com", "gmail.com"),
                                             ("rnicrosoft.com", "microsoft.com"), ("yaho.com", "yahoo.com"),
                                             ("outlook.cm", "outlook.com")])  # fmt: skip
def test_well_known_domains_are_imitated_too(domain: str, like: str) -> None:
    found = imitation(domain, OWN, SUFFIXES)
    assert found is not None
    assert found.like == like


@pytest.mark.parametrize(
    "domain",
    ["moha.gov.vn", "molisa.gov.vn", "bolaodong.gov.vn", "mail.bolaodong.gov.vn", "gmail.com", "fpt.com.vn", "vnpt.vn",
     "email.com", "example.com", "hanoi.gov.vn", "vtv.vn", "bộlaođộng.vn", ""],
)  # fmt: skip
def test_honest_domains_pass(domain: str) -> None:
    found = imitation(domain, OWN, SUFFIXES)
    assert found is None or domain == "bộlaođộng.vn"


def test_mixed_script_is_seen_and_vietnamese_is_not_mixed() -> None:
    assert is_foreign_script("b\u043elaodong.vn")
    assert is_foreign_script("сосо.com")
    assert not is_foreign_script("bộnộivụ.vn")
    assert not is_foreign_script("例え.jp")


@given(st.sampled_from(["bolaodong"]), st.integers(0, 8), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_one_letter_off_is_seen(name: str, at: int, letter: str) -> None:
    changed = name[:at] + letter + name[at + 1 :]
    found = imitation(f"{changed}.vn", ("bolaodong.vn",), SUFFIXES)
    assert (found is None) == (changed == name)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("bao cao.pdf.exe", b"MZ" + bytes(100), FindingKind.DISGUISED_PROGRAM),
        ("bao cao.pdf          .exe", b"", FindingKind.DISGUISED_PROGRAM),
        ("bao cao.pdf", b"MZ" + bytes(100), FindingKind.DISGUISED_PROGRAM),
        ("anh.jpg", b"\x7fELF" + bytes(60), FindingKind.DISGUISED_PROGRAM),
        ("van ban.docx", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(80), FindingKind.DISGUISED_PROGRAM),
        ("hoa don.pdf", b"<html><script>x</script>", FindingKind.DISGUISED_PROGRAM),
        ("cong van.lnk", b"", FindingKind.PROGRAM),
        ("x.js", b"", FindingKind.PROGRAM),
        ("x.HTA ", b"", FindingKind.PROGRAM),
        ("x.iso", b"", FindingKind.PROGRAM),
        ("ke hoach.docm", a_zip("word/document.xml"), FindingKind.MACROS),
        ("ke hoach.docx", a_zip("word/document.xml", "word/vbaProject.bin"), FindingKind.MACROS),
        ("bang.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT_CUR".encode("utf-16-le"), FindingKind.MACROS),
        ("ho so.zip", a_zip("bao cao.pdf", "thu muc/chay.scr"), FindingKind.ARCHIVE_WITH_PROGRAM),
        ("ho so.pdf", a_zip("chay.js"), FindingKind.ARCHIVE_WITH_PROGRAM),
        ("ho so.rar", b"Rar!\x1a\x07\x01\x00 bao cao.pdf.exe ", FindingKind.ARCHIVE_WITH_PROGRAM),
        ("bao\u202efdp.exe", b"", FindingKind.REVERSED_NAME),
    ],
)  # fmt: skip
def test_files_in_disguise_are_told(name: str, content: bytes, kind: FindingKind) -> None:
    assert kind in [finding.kind for finding in look_at(name, content)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bao cao.pdf", b"%PDF-1.7"),
        ("1.2.2026 bao cao v1.0.docx", a_zip("word/document.xml")),
        ("so.lieu.xlsx", a_zip("xl/workbook.xml")),
        ("anh.jpg", b"\xff\xd8\xff"),
        ("ghi chu.txt", b"MZ is a city"),
        ("ho so.zip", a_zip("bao cao.pdf", "anh.png")),
        ("thu.eml", b"From: a"),
        ("", b""),
    ],
)
def test_ordinary_files_need_no_word(name: str, content: bytes) -> None:
    assert list(look_at(name, content)) == []


def test_a_reversed_name_is_seen_however_it_is_encoded() -> None:
    plain = "bao\u202efdp.exe"
    for disposition in (
        f'attachment; filename="=?utf-8?b?{base64.b64encode(plain.encode()).decode()}?="',
        "attachment; filename*=utf-8''bao%E2%80%AEfdp.exe",
    ):
        found = warnings_of(with_file(disposition, b"MZ" + bytes(100)), CONTEXT)
        assert FindingKind.REVERSED_NAME in [finding.kind for finding in found]
        assert Finding(FindingKind.PROGRAM, found[0].severity, ("baofdp.exe", "exe")) in found


@given(st.binary(max_size=2000), st.text(max_size=60))
def test_no_mail_makes_it_fail(mime: bytes, name: str) -> None:
    warnings_of(mime, CONTEXT)
    list(look_at(name, mime))
    domain = domain_of(name)
    imitation(domain, OWN, SUFFIXES)
    is_foreign_script(domain)
