"""The wire between the two processes: what is said arrives, what does not belong is refused."""

from __future__ import annotations

import os
import pickle
import struct
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from docs_archive import ArchiveChanges, ArchiveSettings, DocumentId, FeedRolledBack
from mail import Account, ItemId, MailboxChanges, MailSettings, ServerBusy
from ui.service_messages import Begin, LawEvent, MailEvent, Refresh, StandBack, read_message, write_message
from ui.sync_status import Feature, SyncActivity, SyncStatus

MESSAGES = [
    Begin(
        Path("/data"),
        Account("a@btn.example", "a"),
        MailSettings("https://x.example/EWS/Exchange.asmx", ("btn.example",)),
        ArchiveSettings("https://x.example/", b"{}"),
        "secret",
        bytes(32),
    ),
    Refresh(mail=True, archive=False),
    StandBack(True),
    SyncStatus(Feature.MAIL, SyncActivity.OFFLINE, datetime(2026, 11, 22, tzinfo=UTC)),
    MailEvent(MailboxChanges(folders=True, item_ids=(ItemId("x"),))),
    LawEvent(ArchiveChanges((DocumentId("vbpl:1"),))),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_what_is_said_arrives(message: object) -> None:
    wire = BytesIO()
    write_message(wire, message)
    wire.seek(0)

    assert read_message(wire) == message


@pytest.mark.parametrize("error", [ServerBusy(12.5), FeedRolledBack("timestamp.json")])
def test_errors_arrive_with_their_facts(error: Exception) -> None:
    wire = BytesIO()
    write_message(wire, SyncStatus(Feature.MAIL, SyncActivity.FAILED, None, error))
    wire.seek(0)

    heard = read_message(wire)

    assert isinstance(heard, SyncStatus)
    assert type(heard.error) is type(error) and heard.error.args == error.args


def test_secrets_are_in_no_repr() -> None:
    assert "secret" not in repr(MESSAGES[0])


class Evil:
    def __reduce__(self) -> object:
        return os.system, ("true",)


def test_a_name_from_elsewhere_is_refused() -> None:
    body = pickle.dumps(Evil())
    with pytest.raises(pickle.UnpicklingError):
        read_message(BytesIO(struct.pack(">I", len(body)) + body))


@pytest.mark.parametrize("name", ["os.system", "write_message", "BytesIO"])
def test_a_way_through_our_own_modules_is_refused(name: str) -> None:
    body = b"\x80\x04cui.service_messages\n" + name.encode() + b"\n."
    with pytest.raises(pickle.UnpicklingError):
        read_message(BytesIO(struct.pack(">I", len(body)) + body))


def test_members_of_enumerations_arrive_from_older_pythons() -> None:
    """Debian 12 has Python 3.11.2, which pickles them as getattr(class, name)."""
    body = b"\x80\x04cbuiltins\ngetattr\n(cui.sync_status\nFeature\nVMAIL\ntR."

    assert read_message(BytesIO(struct.pack(">I", len(body)) + body)) is Feature.MAIL


def test_getattr_reaches_nothing_but_enumerations() -> None:
    body = b"\x80\x04cbuiltins\ngetattr\n(cui.service_messages\nRefresh\nV__init__\ntR."
    with pytest.raises(pickle.UnpicklingError):
        read_message(BytesIO(struct.pack(">I", len(body)) + body))


def test_an_endless_message_is_refused_before_it_is_read() -> None:
    with pytest.raises(pickle.UnpicklingError):
        read_message(BytesIO(struct.pack(">I", 2**31)))


def test_the_end_of_the_pipe_is_the_end() -> None:
    wire = BytesIO()
    write_message(wire, MESSAGES[0])

    assert read_message(BytesIO()) is None
    assert read_message(BytesIO(wire.getvalue()[:-1])) is None
