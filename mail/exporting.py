"""Mails leave the mailbox as files: many .eml into a folder, or a whole list into one mbox. Generators, so that a
window can show progress and a person can stop; a list stopped half-way leaves no half file behind."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from .model import ItemId
from .saving import save_under_free_name
from .summary import MessageSummary

_ROWS_AT_ONCE = 200
_FROM_LINE = re.compile(rb"^(>*From )", re.MULTILINE)
_NOT_IN_ADDRESS = re.compile(r"[^\x21-\x7e]")


class _Source(Protocol):
    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]: ...
    def mime(self, item_id: ItemId) -> bytes | None: ...


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """``missing`` are mails whose body is not on this PC yet: they are not in the files."""

    done: int
    total: int
    missing: int = 0


def export_eml(source: _Source, item_ids: Sequence[ItemId], folder: Path) -> Iterator[ExportProgress]:
    """Each mail as it came, in a file named by date and subject. Raises `OSError`."""
    missing = 0
    for done, summary in enumerate(_summaries(source, item_ids), start=1):
        mime = source.mime(summary.id)
        if mime is None:
            missing += 1
        else:
            save_under_free_name(folder, f"{eml_stem(summary)}.eml", mime)
        yield ExportProgress(done, len(item_ids), missing)
    yield ExportProgress(len(item_ids), len(item_ids), missing)


def export_mbox(source: _Source, item_ids: Sequence[ItemId], path: Path) -> Iterator[ExportProgress]:
    """One mboxrd file (lines that begin with any number of > and "From " get one > more), oldest mail first, written
    under another name until it is whole. Raises `OSError`."""
    unfinished = path.with_name(f"{path.name}.chua-xong")
    missing = 0
    try:
        with unfinished.open("xb") as file:
            for done, summary in enumerate(_summaries(source, list(reversed(item_ids))), start=1):
                mime = source.mime(summary.id)
                if mime is None:
                    missing += 1
                else:
                    _write_one(file, summary, mime)
                yield ExportProgress(done, len(item_ids), missing)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    yield ExportProgress(len(item_ids), len(item_ids), missing)


def eml_stem(summary: MessageSummary) -> str:
    """ "2026-11-20 Về việc họp giao ban": what she looks for in a folder of files."""
    words = " ".join("".join(one if one.isalnum() or one in "-_,()" else " " for one in summary.subject).split())
    return f"{summary.received_at.astimezone():%Y-%m-%d} {words[:80].strip()}".strip()


def _summaries(source: _Source, item_ids: Sequence[ItemId]) -> Iterator[MessageSummary]:
    for start in range(0, len(item_ids), _ROWS_AT_ONCE):
        yield from source.summaries(item_ids[start : start + _ROWS_AT_ONCE])


def _write_one(file: IO[bytes], summary: MessageSummary, mime: bytes) -> None:
    address = _NOT_IN_ADDRESS.sub("", summary.sender.address if summary.sender else "")[:200] or "MAILER-DAEMON"
    moment = time.asctime(summary.received_at.utctimetuple())
    file.write(f"From {address} {moment}\n".encode("ascii"))
    lines = mime.replace(b"\r\n", b"\n")
    file.write(_FROM_LINE.sub(rb">\1", lines))
    file.write(b"\n" if lines.endswith(b"\n") else b"\n\n")
