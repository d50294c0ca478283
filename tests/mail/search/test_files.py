"""Attachments' text in the search: read in the background, bounded, begun again where it was left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mail import AttachmentIndexer, Mailbox, MailboxSync, MailSettings, open_mailbox
from mail.search.files import MOST_TRIES
from tests.mail.builders import KEY, a_mime, a_moment
from tests.mail.fake_gateway import FakeMailboxGateway
from tests.text_extraction.files import a_docx
from text_extraction import Extracted, FileKind, Limits

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Three mails, synced; two with a file."""
    server = FakeMailboxGateway()
    for place, file in enumerate((a_docx("Phụ lục về thuế tàu bay"), a_docx("Danh sách giám đốc"), None)):
        subject, name = f"Thư {place}", f"tep {place}.docx"
        mime = a_mime(subject, "Kính gửi", attachment=file, attachment_name=name)
        server.deliver(subject, "Kính gửi", received_at=a_moment(place), mime=mime)
    sync = MailboxSync(server, tmp_path / "mail.db", KEY, SETTINGS)
    list(sync.round())
    sync.close()
    return tmp_path / "mail.db"


def found(path: Path, words: str) -> list[str]:
    mailbox: Mailbox = open_mailbox(path, KEY)
    try:
        return [one.subject for one in mailbox.summaries(mailbox.search(words))]
    finally:
        mailbox.close()


def catch_up(path: Path, read: object = None) -> int:
    indexer = AttachmentIndexer(path, KEY, read) if read else AttachmentIndexer(path, KEY)  # type: ignore[arg-type]
    try:
        return len(list(indexer.catch_up()))
    finally:
        indexer.close()


def test_words_of_attachments_are_found_once_they_were_read(path: Path) -> None:
    assert found(path, "tau bay") == []
    assert found(path, "tep 0.docx") == ["Thư 0"]
    assert catch_up(path) == 2
    assert found(path, "tau bay") == ["Thư 0"]
    assert found(path, "tệp:thuế") == ["Thư 0"]
    assert found(path, "kinh gui") == ["Thư 2", "Thư 1", "Thư 0"]
    assert catch_up(path) == 0


def test_it_goes_on_where_it_was_stopped(path: Path) -> None:
    indexer = AttachmentIndexer(path, KEY)
    steps = indexer.catch_up()
    next(steps)
    indexer.close()
    assert found(path, "giam doc") == ["Thư 1"]  # the newest first
    assert catch_up(path) == 1
    assert found(path, "tau bay") == ["Thư 0"]


def test_a_mail_whose_files_end_us_twice_is_left(path: Path) -> None:
    class Killed(BaseException):
        pass

    def kill(files: Sequence[tuple[bytes, str]], limits: Limits) -> list[Extracted]:
        if "1" in files[0][1]:
            raise Killed
        return [Extracted("đọc được", FileKind.DOCX) for _ in files]

    for _ in range(MOST_TRIES):
        with pytest.raises(Killed):
            catch_up(path, kill)
    assert catch_up(path, kill) == 1
    assert found(path, "doc duoc") == ["Thư 0"]
    assert found(path, "kinh gui") == ["Thư 2", "Thư 1", "Thư 0"]


def test_what_a_hostile_file_says_is_bounded(path: Path) -> None:
    def endless(files: Sequence[tuple[bytes, str]], limits: Limits) -> list[Extracted]:
        return [Extracted("thỏ ngọc " * 200_000 + "cuối cùng", FileKind.TEXT) for _ in files]

    catch_up(path, endless)
    assert found(path, "tho ngoc") == ["Thư 1", "Thư 0"]
    assert found(path, "cuoi cung") == []
