"""Exported mails read back whole, by Python's own mailbox module; what was stopped leaves nothing behind."""

from __future__ import annotations

import mailbox
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mail import ItemId, MessageSummary
from mail.exporting import ExportProgress, export_eml, export_mbox
from tests.mail.builders import a_mime, a_moment, a_summary

TRICKY = (
    b"From: a@b.example\r\nSubject: Thu\r\nContent-Type: text/plain\r\n\r\n"
    b"From day one\r\n>From two\r\n>>From three\r\nFromage\r\n From four\r\nFrom \r\nlast line without an end"
)


class Box:
    def __init__(self, mimes: list[bytes | None]) -> None:
        self.mimes = {ItemId(f"i{number}"): mime for number, mime in enumerate(mimes)}
        self.rows = {
            item_id: replace(a_summary(item_id, subject="Về việc: họp/giao ban"), received_at=a_moment(-number))
            for number, item_id in enumerate(self.mimes)
        }

    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]:
        return [self.rows[one] for one in item_ids]

    def mime(self, item_id: ItemId) -> bytes | None:
        return self.mimes[item_id]


def back(path: Path) -> list[bytes]:
    """The messages of an mbox, mboxrd quoting undone."""
    read = mailbox.mbox(path, create=False)
    found = [re.sub(rb"(?m)^>(>*From )", rb"\1", read.get_bytes(key)) for key in read.keys()]  # noqa: SIM118
    read.close()
    return found


def unix(mime: bytes) -> bytes:
    return mime.replace(b"\r\n", b"\n")


def test_an_mbox_gives_every_mail_back_as_it_was(tmp_path: Path) -> None:
    mimes = [a_mime("Một"), TRICKY, a_mime("Ba", attachment=b"x" * 5000), TRICKY + b"\r\n\r\nFrom end\r\n"]
    box = Box(list(mimes))
    steps = list(export_mbox(box, list(box.mimes), tmp_path / "thu.mbox"))
    assert steps[-1] == ExportProgress(4, 4, 0)
    expected = [unix(mime) for mime in reversed(mimes)]
    assert [one.rstrip(b"\n") for one in back(tmp_path / "thu.mbox")] == [one.rstrip(b"\n") for one in expected]


def test_what_is_not_here_yet_is_counted(tmp_path: Path) -> None:
    box = Box([a_mime("Một"), None])
    assert list(export_mbox(box, list(box.mimes), tmp_path / "a.mbox"))[-1].missing == 1
    assert list(export_eml(box, list(box.mimes), tmp_path))[-1].missing == 1
    assert len(back(tmp_path / "a.mbox")) == 1 and len(list(tmp_path.glob("*.eml"))) == 1


def test_stopping_leaves_no_half_file(tmp_path: Path) -> None:
    box = Box([a_mime("Một"), a_mime("Hai")])
    going = export_mbox(box, list(box.mimes), tmp_path / "a.mbox")
    next(going)
    going.close()  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []


def test_many_mails_become_files_of_their_own_byte_by_byte(tmp_path: Path) -> None:
    box = Box([TRICKY, a_mime("Hai"), TRICKY])
    list(export_eml(box, list(box.mimes), tmp_path))
    files = sorted(tmp_path.iterdir())
    assert sorted(one.read_bytes() for one in files) == sorted(box.mimes.values())  # type: ignore[type-var]
    assert all(one.name.endswith(".eml") and "giao ban" in one.name for one in files)


def test_no_room_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    box = Box([TRICKY])
    with pytest.raises(OSError):
        list(export_mbox(box, list(box.mimes), tmp_path / "khong-co" / "a.mbox"))
