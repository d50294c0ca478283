"""A lost key: the old store is set aside and its unsent mail named; a recovery copy made beforehand opens it again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.data_folder import open_data_folder
from desktop.key_recovery import (
    LARGEST,
    NotARecoveryCopy,
    NothingToRestore,
    WrongRecoveryPassphrase,
    open_sealed,
    seal,
)
from desktop.set_aside import stores_aside
from desktop.sign_in import SignIn
from mail import Account, MailSettings, OutgoingState, open_mailbox
from tests.journeys.desks import PocketStore
from tests.mail.builders import KEY, a_draft

ACCOUNT = Account("hanh.ntm@boldptxh.example", r"boldptxh\hanh.ntm", "Hạnh")
SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
WORDS = "bốn từ không liên quan"


def test_only_the_right_passphrase_of_the_right_mailbox_opens_it() -> None:
    sealed = seal(KEY, ACCOUNT.address, WORDS)
    assert open_sealed(sealed, ACCOUNT.address.upper(), WORDS) == KEY
    for address, words in ((ACCOUNT.address, "bốn từ khác hẳn nhau"), ("khac@boldptxh.example", WORDS)):
        with pytest.raises(WrongRecoveryPassphrase):
            open_sealed(sealed, address, words)
    assert KEY.hex().encode() not in sealed and ACCOUNT.address.encode() not in sealed
    assert seal(KEY, ACCOUNT.address, WORDS) != sealed


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"\x00" * 100,
        lambda content: content[:-40],
        lambda content: content + b" " * LARGEST,
        lambda content: b"[" * 4000,
        lambda content: json.dumps({**json.loads(content), "version": 2}).encode(),
        lambda content: json.dumps({**json.loads(content), "sealed": "AAAA"}).encode(),
        lambda content: content.replace(b'"n": 131072', b'"n": 1073741824'),
    ],
)
def test_what_is_no_recovery_copy_is_said_and_costs_nothing(damage) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotARecoveryCopy):
        open_sealed(damage(seal(KEY, ACCOUNT.address, WORDS)), ACCOUNT.address, WORDS)


def test_a_lost_key_and_its_way_back(tmp_path: Path) -> None:
    folder = open_data_folder(tmp_path / "data")
    keyring = PocketStore()
    path = folder.mail_store(ACCOUNT.address)
    first = SignIn(folder, SETTINGS, keyring)
    first.take(ACCOUNT, "mật khẩu")
    path.parent.mkdir(parents=True, exist_ok=True)
    mailbox = open_mailbox(path, first.secrets.database_key)
    draft = a_draft("Công văn chưa gửi")
    mailbox.send(draft)
    mailbox.close()
    copy = first.seal_key(ACCOUNT, WORDS)

    keyring.kept.clear()  # another profile of the system, a repaired PC
    second = SignIn(folder, SETTINGS, keyring)
    key = second._key(ACCOUNT, "")
    assert second.set_aside is not None
    (moment,) = second.set_aside.unsent
    assert datetime.now(UTC) - moment < timedelta(minutes=5)
    assert stores_aside(path) == [second.set_aside.path] and not path.exists()
    fresh = open_mailbox(path, key)
    assert fresh.outbox() == []
    fresh.send(a_draft("Của kho mới"))
    fresh.close()

    third = SignIn(folder, SETTINGS, keyring)
    assert third.can_restore_key(ACCOUNT.address)
    with pytest.raises(NothingToRestore):
        third.restore_key(ACCOUNT.address, seal(bytes(32), ACCOUNT.address, WORDS), WORDS)
    third.restore_key(ACCOUNT.address, copy, WORDS)
    restored = open_mailbox(path, third._key(ACCOUNT, ""))
    (unsent,) = restored.outbox()
    assert (unsent.subject, unsent.state) == ("Công văn chưa gửi", OutgoingState.WAITING)
    restored.close()
    (aside,) = stores_aside(path)  # what was begun meanwhile is not lost either
    again = open_mailbox(aside, key)
    assert [one.subject for one in again.outbox()] == ["Của kho mới"]
    again.close()


def test_the_note_of_unsent_mail_holds_moments_only_and_goes_when_all_is_sent(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    mailbox = open_mailbox(path, KEY)
    draft = a_draft("Bí mật")
    mailbox.send(draft)
    note = path.with_name("mail.db-unsent")
    assert [type(one) for one in json.loads(note.read_bytes())] == [int]
    assert mailbox.withdraw(draft.id)
    assert not note.exists()
    mailbox.close()
