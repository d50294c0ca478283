"""Reads the documents to publish, one at a time: JSON lines (.jsonl, .jsonl.zst) or a folder of .toml and .json."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import zstandard

from .errors import PublisherError
from .records import Record, record_of

MAX_LINE = 64 << 20


def records(path: Path) -> Iterator[Record]:
    """The records in a file or folder; two different documents never share an id."""
    seen: dict[str, int] = {}
    for place, source in _documents(path):
        try:
            record = record_of(source)
        except ValueError as error:
            raise PublisherError(f"{place}: {error}") from error
        # Number, type, issuer and date are nearly a key, not quite: a second one in the same source gets its own.
        count = seen[record["id"]] = seen.get(record["id"], 0) + 1
        if count > 1:
            record["id"] += f"~{count}"
        yield record


def _documents(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.suffix in {".toml", ".json"}:
                yield file.name, _one(file)
        return
    try:
        with path.open("rb") as raw:
            if path.suffix == ".zst":
                with zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True) as unpacked:
                    yield from _lines(path.name, unpacked)
            else:
                yield from _lines(path.name, raw)
    except (OSError, zstandard.ZstdError) as error:
        raise PublisherError(f"{path} cannot be read: {error}") from error


def _one(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        document = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except (OSError, ValueError) as error:
        raise PublisherError(f"{file} cannot be read: {error}") from error
    if not isinstance(document, dict):
        raise PublisherError(f"{file} does not hold a document")
    return document


def _lines(name: str, stream: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Split at LF only: texts hold U+2028 and others that ``splitlines`` would take for an end."""
    rest = b""
    number = 0
    while True:
        chunk = stream.read(1 << 20)
        *lines, rest = (rest + chunk).split(b"\n")
        if not chunk and rest:
            lines, rest = [rest], b""
        if len(rest) > MAX_LINE:
            raise PublisherError(f"{name}: line {number + 1} is longer than {MAX_LINE >> 20} MB")
        for line in lines:
            number += 1
            if line.strip():
                try:
                    document = json.loads(line)
                except ValueError as error:
                    raise PublisherError(f"{name}: line {number} is not JSON: {error}") from error
                if not isinstance(document, dict):
                    raise PublisherError(f"{name}: line {number} does not hold a document")
                yield f"{name}: line {number}", document
        if not chunk:
            return
