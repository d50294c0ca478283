"""What is said over a mail that may be a trap: through the real page, on the real store, from the bytes that came."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from mail import Person
from tests.ui.mail_page.conftest import RealDesk
from tests.ui.waiting import wait_until

COLLEAGUE = "Vũ Hoàng Nam <nam.vh@boldptxh.example>"
OUTSIDER = "Trần Bình <binh@congty.example>"
LOGIN = '<p>Kính gửi <a href="{target}">{words}</a></p>'


def a_mail(sender: str, *, html: str = "<p>Kính gửi</p>", file: tuple[str, bytes] | None = None) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, "Nguyễn Thị Minh Hạnh <hanh.ntm@boldptxh.example>"
    mail["Subject"] = "Xác nhận hộp thư"
    mail.set_content("Kính gửi")
    mail.add_alternative(html, subtype="html")
    if file is not None:
        mail.add_attachment(file[1], maintype="application", subtype="octet-stream", filename=file[0])
    return mail.as_bytes()


def with_macros() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in ("xl/workbook.xml", "xl/vbaProject.bin"):
            archive.writestr(name, b"x")
    return content.getvalue()


def read(real: RealDesk, mime: bytes) -> None:
    real.server.deliver(mime=mime)
    real.round()
    wait_until(lambda: len(real.ids) == 1)
    real.page.message_list.stand_on(0)
    wait_until(lambda: real.page.reader.message is not None)


@pytest.mark.parametrize(
    ("mime", "words"),
    [
        (
            a_mail("Phòng CNTT <quantri@b0ldptxh.example>", file=("cap_nhat.pdf.exe", b"MZ" + bytes(100))),
            ("quantri@b0ldptxh.example trông giống boldptxh.example", "“cap_nhat.pdf.exe” giả dạng"),
        ),
        (a_mail(COLLEAGUE, file=("bang luong.xlsm", with_macros())), ("“bang luong.xlsm” có macro",)),
        (
            a_mail(OUTSIDER, html=LOGIN.format(target="https://xau.example/x", words="mail.boldptxh.example")),
            ("binh@congty.example", "ghi “mail.boldptxh.example” nhưng dẫn tới xau.example"),
        ),
    ],
    ids=["look-alike sender and program", "macros", "false link to the ministry"],
)
def test_a_trap_is_named_in_red_over_the_mail(real: RealDesk, mime: bytes, words: tuple[str, ...]) -> None:
    read(real, mime)
    warning = real.page.reader.warning
    assert warning.isVisible() and warning.is_grave
    for one in words:
        assert one in warning.text()
    real.server.deliver(mime=a_mail(COLLEAGUE))
    real.round()
    wait_until(lambda: len(real.ids) == 2)
    real.page.message_list.stand_on(0)
    wait_until(lambda: real.page.reader.message is not None and real.page.reader.item_id == real.ids[0])
    assert not warning.isVisible(), "a colleague's mail needs no word"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Kính gửi</p>",
        LOGIN.format(target="https://dem.example/1", words="www.baolaodong.example"),  # through a newsletter's counter
    ],
)
def test_what_is_usual_is_said_quietly(real: RealDesk, html: str) -> None:
    read(real, a_mail(OUTSIDER, html=html))
    warning = real.page.reader.warning
    assert warning.isVisible() and not warning.is_grave
    assert "binh@congty.example" in warning.text()
    assert ("dẫn tới dem.example" in warning.text()) == ("baolaodong" in html)


def test_a_link_that_is_what_it_says_needs_no_word(real: RealDesk) -> None:
    read(real, a_mail(COLLEAGUE, html=LOGIN.format(target="https://vbpl.vn/a", words="https://vbpl.vn/a")))
    assert not real.page.reader.warning.isVisible()


def test_where_there_is_little_room_the_senders_domain_stays_in_sight(real: RealDesk) -> None:
    sender = Person("Nguyễn Thị Minh Hạnh", "mot.dia.chi.rat.dai.de.giau.ten.mien.that.cua.no@xau.example")
    real.server.deliver(sender=sender)
    real.round()
    wait_until(lambda: len(real.ids) == 1)
    real.page.resize(900, 600)
    real.page.message_list.stand_on(0)
    address = real.page.reader.head.address
    wait_until(lambda: "…" in address.shown)
    assert address.shown.endswith("xau.example>") and address.toolTip() == sender.address
