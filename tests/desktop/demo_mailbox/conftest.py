"""An empty demo mailbox, started, and a raw client of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, DirectoryEntry, MailboxStory

from .raw_ews import RawEws

HANH = Correspondent("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example")
LONG = Correspondent("Phạm Đức Long", "long.pd@boldptxh.example")
DUNG = Correspondent("Trần Thị Dung", "dung.tt@boldptxh.example")


@pytest.fixture
def mailbox() -> Iterator[DemoMailbox]:
    story = MailboxStory(
        HANH, tuple(DirectoryEntry(person, "Chuyên viên", "Văn phòng") for person in (HANH, LONG, DUNG))
    )
    with DemoMailbox(story) as started:
        yield started


@pytest.fixture
def client(mailbox: DemoMailbox) -> Iterator[RawEws]:
    raw = RawEws(mailbox)
    yield raw
    raw.close()
