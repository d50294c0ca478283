"""The folder ``index/``: which Tantivy index is the current one and how far it has come. A new one is built beside the
old and taken by replacing one small file, so that the window always has a whole one to read."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import tantivy

from ..errors import ArchiveDiskFull, ArchiveStoreError

INDEX_FORMAT = 2
"""Counted up with every change of the fields or of how words are made: an index of another format is built anew."""

FIELDS = ("exact", "folded", "pairs", "title", "title_folded", "title_pairs", "heading_pairs")


class IndexDamaged(ArchiveStoreError):
    """Tantivy cannot read its files. Never reaches a caller: the index is built anew."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """``identity`` is the archive it was made from; everything up to ``sequence`` is in it."""

    folder: str
    format: int
    identity: str
    sequence: int
    tantivy: str = str(tantivy.__version__)


def read_state(folder: Path) -> IndexState | None:
    try:
        state = IndexState(**json.loads((folder / "current.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    is_name = state.folder.startswith("words-") and state.folder[6:].isalnum()
    return state if is_name and state.format == INDEX_FORMAT and state.tantivy == tantivy.__version__ else None


def write_state(folder: Path, state: IndexState) -> None:
    """Whole or not at all. If it is lost after a commit, the documents since are indexed once more, to the same end."""
    temporary = folder / "current.json.new"
    with index_errors(folder):
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(asdict(state), file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / "current.json")


def mark_damaged(folder: Path, name: str) -> None:
    """Told by a reader that could not read index ``name``: the next round builds it anew, if it is still the current
    one (the service may just have put another in its place)."""
    state = read_state(folder)
    if state is not None and state.folder == name:
        with index_errors(folder):
            (folder / "current.json").unlink(missing_ok=True)


def new_folder(folder: Path) -> str:
    """An empty folder with a name not used before."""
    with index_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        used = [int(path.name[6:]) for path in folder.glob("words-*") if path.name[6:].isdigit()]
        name = f"words-{max(used, default=0) + 1}"
        (folder / name).mkdir()
    return name


def remove_others(folder: Path, keep: str) -> None:
    """Old indexes go; where a reader still holds one open (Windows), it goes next time."""
    for path in folder.glob("words-*"):
        if path.name != keep:
            shutil.rmtree(path, ignore_errors=True)


def schema() -> Any:
    builder = tantivy.SchemaBuilder()
    # Old entries are deleted by this field: it must be indexed.
    builder.add_unsigned_field("document", indexed=True, fast=True)
    builder.add_unsigned_field("start", fast=True)
    builder.add_unsigned_field("end", fast=True)
    builder.add_unsigned_field("precedence", fast=True)
    builder.add_bytes_field("place", stored=True)  # the article's label and anchor
    for name in FIELDS:
        # Phrases need positions; pairs are never looked for in a phrase.
        option = "freq" if name.endswith("pairs") else "position"
        builder.add_text_field(name, tokenizer_name="blanks", index_option=option)
    for name in ("type", "issuer", "status"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("year", indexed=True)
    for name in ("effective", "expires"):  # ordinal day, 0 for none
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


def create_index(path: Path) -> Any:
    with index_errors(path):
        return _with_words(tantivy.Index(schema(), str(path)))


def open_index(path: Path) -> Any:
    """Raises `IndexDamaged` when its files are missing or cannot be read."""
    with index_errors(path):
        return _with_words(tantivy.Index.open(str(path)))


def _with_words(index: Any) -> Any:
    index.config_reader("manual")  # no thread that watches the folder: `SearchIndex` sees current.json change
    # Words come folded and joined by blanks: nothing is left for Tantivy to do but split.
    index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


@contextmanager
def index_errors(path: Path) -> Iterator[None]:
    """Tantivy says everything with ValueError, and panics over damaged files (a BaseException)."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ArchiveDiskFull(str(path)) from error
        raise IndexDamaged(str(path)) from error
    except ValueError as error:
        if "No space left" in str(error) or "os error 28" in str(error) or _is_full(path):
            raise ArchiveDiskFull(str(path)) from error
        raise IndexDamaged(str(path)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise (ArchiveDiskFull if _is_full(path) else IndexDamaged)(str(path)) from error
        raise


def _is_full(path: Path) -> bool:
    """The writer's thread keeps its reason to itself ("a worker thread encountered an error")."""
    try:
        return shutil.disk_usage(path if path.exists() else path.parent).free < 1 << 20
    except OSError:
        return False
