"""Where the words stand in a mail that was found: shown where its row alone would not say why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from mail import ItemId, Mailbox, MailboxSync, MailSettings, Snippet, open_mailbox, snippets
from mail.search.snippets import MOST_AT_ONCE
from tests.mail.builders import KEY, a_mime, a_moment
from tests.mail.fake_gateway import FakeMailboxGateway
from tests.text_extraction.files import a_docx

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
LONG = "Kính gửi các đồng chí trong đơn vị, xin báo cáo tình hình thực hiện nhiệm vụ. " * 12


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    path: Path = tmp_path_factory.mktemp("snippets") / "mail.db"
    server = FakeMailboxGateway()
    server.deliver("Báo cáo", LONG + "Riêng việc thuế tàu bay\nthì hỏi chị Mai. " + LONG, received_at=a_moment(1))
    server.deliver("Thuế thu nhập", LONG, received_at=a_moment(2))
    server.deliver("Hai chỗ", LONG + "Tàu điện. " + LONG + "Mua tàu, sửa bay.", received_at=a_moment(3))
    file = a_docx("Phụ lục về kinh phí sơn sửa")
    for minute, name in ((4, "tep.docx"), (5, "son sua tru so.docx")):
        mime = a_mime("Có tệp", "Kính gửi", attachment=file, attachment_name=name)
        server.deliver(mime=mime, received_at=a_moment(minute))
    sync = MailboxSync(server, path, KEY, SETTINGS)
    list(sync.round())
    sync.close()
    mailbox = open_mailbox(path, KEY)
    yield mailbox
    mailbox.close()


def shown(mailbox: Mailbox, subject: str, typed: str) -> list[Snippet | None]:
    inbox = next(one.id for one in mailbox.folders() if one.role.value == "inbox")
    rows = mailbox.summaries(mailbox.message_ids(inbox))
    ids = [row.id for row in rows if row.subject == subject]
    found = snippets(mailbox, ids, typed)
    return [found[one] for one in ids]


@pytest.mark.parametrize("typed", ["thue tau bay", "Thuế tàu", "bay tau", '"tàu bay"', "bao cao tau ba"])
def test_the_place_in_the_text_is_shown(mailbox: Mailbox, typed: str) -> None:
    (one,) = shown(mailbox, "Báo cáo", typed)
    assert one is not None and not one.is_in_file and "tàu bay thì hỏi" in one.text[:60]
    assert one.text.startswith("… ") and len(one.text) < 200


def test_where_the_most_of_the_words_stand_together_is_taken(mailbox: Mailbox) -> None:
    (one,) = shown(mailbox, "Hai chỗ", "tau bay")
    assert one is not None and "Mua tàu, sửa bay." in one.text


@pytest.mark.parametrize("typed", ["thu nhap", "thuế", "hoàng nam", "kinh gui", "", "tiêu-đề:thuế", "-mai", "có:tệp"])
def test_a_row_that_says_it_already_is_left_as_it_is(mailbox: Mailbox, typed: str) -> None:
    assert shown(mailbox, "Thuế thu nhập", typed) == [None]


def test_what_stands_in_a_file_is_said(mailbox: Mailbox) -> None:
    assert shown(mailbox, "Có tệp", "son sua") == [Snippet("son sua tru so.docx", True), Snippet("", True)]
    assert shown(mailbox, "Có tệp", "09/2015/TT-BLĐTBXH") == [None, None]


def test_time_and_number_are_bounded(mailbox: Mailbox) -> None:
    inbox = next(one.id for one in mailbox.folders() if one.role.value == "inbox")
    ids = list(mailbox.message_ids(inbox))
    ticks = count(0, 10)
    assert len(snippets(mailbox, ids, "tau", lambda: float(next(ticks)))) == 1
    many = [ItemId(f"m{number}") for number in range(100)]
    assert len(snippets(mailbox, many, "tau")) == MOST_AT_ONCE
