"""The append-only log of a feed: what was published, by document, and the pages and packs that carry it (FORMAT.md)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import zstandard
from tuf.api.metadata import TargetFile  # type: ignore[attr-defined]

from docs_archive.model import LegalStatus

from .errors import PublisherError
from .feed_folder import FeedFolder
from .metadata import stored_name, target_file
from .records import Record

PAGE_CHANGES = 250
PACK_CHANGES = 1000
PACK_BYTES = 16 << 20
PACK_AFTER = 250
"""So many changes since the last pack make the next one worth its request."""

Line = dict[str, Any]


@dataclass(slots=True)
class Published:
    """What the log says of one document."""

    version: int
    fingerprint: str = ""
    withdrawn: bool = False
    status: str | None = None
    """The status a ``status`` change gave, and its ``expires``: they hold until the source itself names a status."""
    expires: str | None = None


class FeedLog:
    """Reads the signed pages of a feed, appends to them, and says what the targets are now."""

    def __init__(self, folder: FeedFolder, targets: dict[str, TargetFile]) -> None:
        self._folder = folder
        self.targets = targets
        self.documents: dict[str, Published] = {}
        self.newest = 0
        self._open: list[Line] = []
        self._pages = sum(path.startswith("log/") for path in targets)
        self._packs = sum(path.startswith("base/") for path in targets)
        self._open_is_written = True
        self._compressor = zstandard.ZstdCompressor(level=3, write_content_size=True)
        for line in self.lines():
            self._note(line)
            if len(self._open) == PAGE_CHANGES:
                self._open = []
            self._open.append(line)

    def lines(self, after: int = 0) -> Iterator[Line]:
        """The changes after a sequence number, each page checked against what was signed."""
        for number in range(1, self._pages + 1):
            target = self.targets[_page_path(number)]
            if target.unrecognized_fields["custom"]["last"] > after:
                data = self._folder.read(stored_name(target), target.hashes["sha256"], target.length)
                yield from (line for line in map(json.loads, data.splitlines()) if line["sequence"] > after)

    def put(self, record: Record) -> bool:
        """Publish a document unless it is as before. False: nothing to say."""
        known = self.documents.get(record["id"])
        content = _json(record)
        fingerprint = hashlib.sha256(content).hexdigest()[:16]
        if known is not None and known.fingerprint == fingerprint:
            return False
        names_status = record["status"] != LegalStatus.UNKNOWN.value
        if known is not None and known.status is not None and not names_status:
            content = _json({**record, "status": known.status, "expires": record["expires"] or known.expires})
        blob = self._compressor.compress(content)
        sha256 = hashlib.sha256(blob).hexdigest()
        self._folder.write_content(_blob_name(sha256), blob)
        line = {"change": "put", "document": record["id"], "sha256": sha256, "size": len(blob), "length": len(content)}
        self._append({**line, "record": fingerprint, **({"named": True} if names_status else {})})
        return True

    def withdraw(self, document: str, on: str) -> bool:
        if self._known(document).withdrawn:
            return False
        self._append({"change": "withdraw", "document": document, "on": on})
        return True

    def set_status(self, document: str, status: str, expires: str | None, on: str) -> bool:
        known = self._known(document)
        if (known.status, known.expires) == (status, expires):
            return False
        self._append({"change": "status", "document": document, "status": status, "expires": expires, "on": on})
        return True

    def close(self) -> None:
        """Write the last page as it stands, and a pack where one is due."""
        if not self._open_is_written:
            self._write_page()
        packed = max(
            (t.unrecognized_fields["custom"]["last"] for p, t in self.targets.items() if p[:5] == "base/"), default=0
        )
        if self.newest - packed >= PACK_AFTER or (self.newest and not packed):
            self._pack(packed)

    def _known(self, document: str) -> Published:
        if document not in self.documents:
            raise PublisherError(f"the feed has no document {document}")
        return self.documents[document]

    def _append(self, line: Line) -> None:
        known = self.documents.get(line["document"])
        line = {"sequence": self.newest + 1, **line, "version": known.version + 1 if known else 1}
        if len(self._open) >= PAGE_CHANGES:
            self._open = []
        self._open.append(line)
        if len(self._open) == 1:
            self._pages += 1
        self._open_is_written = False
        self._note(line)
        if len(self._open) == PAGE_CHANGES:
            self._write_page()

    def _note(self, line: Line) -> None:
        if line["sequence"] != self.newest + 1:
            raise PublisherError(f"the feed is damaged: change {self.newest + 1} is not in its log")
        self.newest = line["sequence"]
        known = self.documents.setdefault(line["document"], Published(0))
        known.version = line["version"]
        if line["change"] == "put":
            known.fingerprint, known.withdrawn = line["record"], False
            if line.get("named"):
                known.status = known.expires = None
        elif line["change"] == "withdraw":
            known.withdrawn = True
        else:
            known.status, known.expires = line["status"], line["expires"]

    def _write_page(self) -> None:
        data = b"".join(_json(line) + b"\n" for line in self._open)
        custom = {"first": self._open[0]["sequence"], "last": self._open[-1]["sequence"]}
        target = target_file(_page_path(self._pages), data, custom)
        self._folder.write_content(stored_name(target), data)
        self.targets[target.path] = target
        self._open_is_written = True

    def _pack(self, after: int) -> None:
        """Put the changes after ``after`` into packs, the documents read back from their blobs."""
        unpacker = zstandard.ZstdDecompressor()
        rows: list[bytes] = []
        size, first = 0, after + 1
        for line in self.lines(after):
            row = _json(line)
            if line["change"] == "put":
                blob = self._folder.read(_blob_name(line["sha256"]), line["sha256"], line["size"])
                content = unpacker.decompress(blob, max_output_size=line["length"])
                row = row[:-1] + b',"content":' + content + b"}"
            if rows and (len(rows) == PACK_CHANGES or size + len(row) > PACK_BYTES):
                self._write_pack(rows, first, line["sequence"] - 1)
                rows, size, first = [], 0, line["sequence"]
            rows.append(row + b"\n")
            size += len(rows[-1])
        self._write_pack(rows, first, self.newest)

    def _write_pack(self, rows: list[bytes], first: int, last: int) -> None:
        content = b"".join(rows)
        rows.clear()
        self._packs += 1
        data = zstandard.ZstdCompressor(level=9, write_content_size=True, write_checksum=False).compress(content)
        custom = {"first": first, "last": last, "length": len(content)}
        target = target_file(f"base/{self._packs:06}.pack", data, custom)
        self._folder.write_content(stored_name(target), data)
        self.targets[target.path] = target


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _page_path(number: int) -> str:
    return f"log/{number:06}.json"


def _blob_name(sha256: str) -> str:
    return f"blobs/sha256/{sha256[:2]}/{sha256[2:4]}/{sha256}.zst"
