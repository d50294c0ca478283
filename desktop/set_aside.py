"""Stores that nobody can open any more are put out of the way, never away: a key may be found again. Used by the
sign-in; `key_recovery` finds the one that a recovered key opens."""

from __future__ import annotations

import json
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_log = logging.getLogger(__name__)
_MARK = ".set-aside-"
_PARTS = ("", "-wal", "-shm", "-key-check", "-unsent")


@dataclass(frozen=True, slots=True)
class SetAside:
    """``unsent`` are the moments (UTC) at which she sent what had not gone out yet; their words are in the store."""

    path: Path
    unsent: tuple[datetime, ...] = ()


def set_aside(path: Path) -> SetAside:
    """The store at ``path``, those of mailboxes shared with her beside it, and the salt of their key."""
    unsent = unsent_moments(path)
    mark = f"{_MARK}{time.strftime('%Y%m%d-%H%M%S')}"
    while path.with_name(path.name + mark).exists():
        mark += "0"
    for store in _stores(path):
        for part in _PARTS:
            _move(store.with_name(store.name + part), store.with_name(store.name + mark + part))
    _move(path.with_name("salt"), path.with_name(path.name + mark + "-salt"))
    _log.warning("a mailbox whose key is gone was set aside")
    return SetAside(path.with_name(path.name + mark), unsent)


def bring_back(aside: Path, path: Path) -> None:
    """What was set aside stands at ``path`` again; what stands there now is set aside in its turn."""
    mark = aside.name.removeprefix(path.name)
    if path.exists():
        set_aside(path)
    for moved in sorted(path.parent.glob(f"*.db{mark}*")):
        name, _, rest = moved.name.partition(mark)
        if rest == "-salt":
            _move(moved, path.with_name("salt"))
        elif rest in _PARTS:
            _move(moved, moved.with_name(name + rest))


def stores_aside(path: Path) -> list[Path]:
    """Newest first."""
    found = [one for one in path.parent.glob(f"{path.name}{_MARK}*") if one.name.partition(_MARK)[2].count("-") == 1]
    return sorted(found, reverse=True)


def unsent_moments(path: Path) -> tuple[datetime, ...]:
    """Of the note that the mailbox keeps beside its store (`mail.unsent_note`)."""
    with suppress(OSError, ValueError, TypeError, OverflowError):
        content = path.with_name(path.name + "-unsent").read_bytes()[:100_000]
        return tuple(datetime.fromtimestamp(one / 1_000_000, UTC) for one in json.loads(content))
    return ()


def _stores(path: Path) -> list[Path]:
    return [path, *(one for one in path.parent.glob("shared-*.db") if one.is_file())]


def _move(source: Path, target: Path) -> None:
    if source.exists() and not target.exists():
        source.rename(target)
