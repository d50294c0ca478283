"""A note beside the store of when she sent what has not gone out yet: the one thing that is still known of it should
the store's key be lost. Moments only: neither words nor people."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from .model import OutgoingState

_SETTLED = OutgoingState.SENT.value


def note_unsent(path: Path, connection: Connection) -> None:
    """After a change in `outgoing`, within its transaction. A note that cannot be written costs nothing else."""
    moments = connection.exec_driver_sql(
        "SELECT queued_at FROM outgoing WHERE state <> ? ORDER BY queued_at", (_SETTLED,)
    ).scalars()
    content = json.dumps(list(moments)).encode()
    note = path.with_name(path.name + "-unsent")
    with suppress(OSError):
        if content == b"[]":
            note.unlink(missing_ok=True)
        elif not note.exists() or note.read_bytes() != content:
            note.write_bytes(content)
