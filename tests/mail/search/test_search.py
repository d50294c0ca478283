"""Finding mails: without marks, by number, by person, newest first, and whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail import Mailbox, MailboxSync, MailSettings, open_mailbox
from tests.mail.builders import KEY, MAI, a_moment
from tests.mail.fake_gateway import ARCHIVE, INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    path: Path = tmp_path_factory.mktemp("search") / "mail.db"
    server = FakeMailboxGateway()
    server.deliver("Dự thảo Nghị định", "Thông tư 05/2026/TT-BLĐPTXH sửa đổi", received_at=a_moment(1))
    server.deliver("Thuế thu nhập", "gửi kèm bảng kê", received_at=a_moment(3))
    server.deliver("Thuê hội trường", "giá tháng này", received_at=a_moment(2), sender=MAI)
    server.deliver("Nghị định mới", "kèm 05-2026", received_at=a_moment(5), folder_id=ARCHIVE)
    sync = MailboxSync(server, path, KEY, SETTINGS)
    list(sync.round())
    sync.close()
    mailbox = open_mailbox(path, KEY)
    yield mailbox
    mailbox.close()


def found(mailbox: Mailbox, words: str, limit: int = 200) -> list[str]:
    return [one.subject for one in mailbox.summaries(mailbox.search(words, limit=limit))]


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ("nghi dinh", ["Nghị định mới", "Dự thảo Nghị định"]),
        ("NGHỊ ĐỊNH", ["Nghị định mới", "Dự thảo Nghị định"]),
        ("thue", ["Thuế thu nhập", "Thuê hội trường"]),
        ("hoang mai", ["Thuê hội trường"]),
        ("mai.ht@boldptxh.example", ["Thuê hội trường"]),
        ("05/2026/TT-BLĐPTXH", ["Dự thảo Nghị định"]),
        ("2026/05", []),
        ("nghi din", ["Nghị định mới", "Dự thảo Nghị định"]),
        ("din nghi", []),
        ("nghi d", []),
        ("thuế hội", ["Thuê hội trường"]),
        ("dinh du thao", ["Dự thảo Nghị định"]),
        ("không có đâu", []),
        ("", []),
        ('" OR * NOT', []),
    ],
)
def test_words_find_mails_newest_first(mailbox: Mailbox, words: str, subjects: list[str]) -> None:
    assert found(mailbox, words) == subjects


def test_the_limit_keeps_the_newest(mailbox: Mailbox) -> None:
    assert found(mailbox, "thue", limit=1) == ["Thuế thu nhập"]
    assert found(mailbox, "thue", limit=0) == []


def test_a_mail_shown_elsewhere_is_found_and_one_deleted_for_good_is_not(tmp_path: Path) -> None:
    server = FakeMailboxGateway()
    server.deliver("Mật ong rừng")
    sync = MailboxSync(server, tmp_path / "mail.db", KEY, SETTINGS)
    list(sync.round())
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    ids = mailbox.message_ids(INBOX)
    mailbox.delete(ids)
    assert mailbox.search("mat ong") == ids
    mailbox.delete(ids)
    assert mailbox.search("mat ong") == []
    sync.close()
    mailbox.close()


def test_a_rewritten_mail_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    server = FakeMailboxGateway()
    item_id = server.deliver("Bản một", "chim sẻ")
    sync = MailboxSync(server, tmp_path / "mail.db", KEY, SETTINGS)
    list(sync.round())
    server.rewrite(item_id, "Bản hai", "đại bàng")
    list(sync.round())
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    assert found(mailbox, "dai bang") == ["Bản hai"]
    assert found(mailbox, "chim se") == found(mailbox, "ban mot") == []
    sync.close()
    mailbox.close()


@given(st.text(max_size=60))
def test_nothing_typed_is_syntax(mailbox: Mailbox, words: str) -> None:
    assert isinstance(mailbox.search(words), list)
