"""Senders whose pictures are always wanted, in a real store."""

from __future__ import annotations

from pathlib import Path

from mail import open_mailbox

KEY = b"k" * 32


def test_a_sender_is_remembered_listed_and_taken_back(tmp_path: Path) -> None:
    mailbox = open_mailbox(tmp_path / "m.db", KEY)
    mailbox.picture_senders.add(" Ban.Tin@Bo.example ")
    mailbox.picture_senders.add("ban.tin@bo.example")
    mailbox.picture_senders.add("")
    mailbox.close()
    again = open_mailbox(tmp_path / "m.db", KEY)
    assert again.picture_senders.all() == ["ban.tin@bo.example"]
    assert again.picture_senders.holds("BAN.TIN@bo.example") and not again.picture_senders.holds("khac@bo.example")
    again.picture_senders.remove("Ban.tin@bo.example")
    assert again.picture_senders.all() == [] and not again.picture_senders.holds("ban.tin@bo.example")
    again.close()
    assert b"ban.tin@bo.example" not in (tmp_path / "m.db").read_bytes()
