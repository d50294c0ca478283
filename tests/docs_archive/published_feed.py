"""PublishedFeed: a real feed in a folder, by the real publisher; it also signs what no honest publisher would."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Timestamp

from desktop.demo_ministry.portal.static_server import StaticServer
from docs_archive.feed import SignedFeedGateway
from docs_archive.publisher.__main__ import main
from docs_archive.publisher.feed_folder import FeedFolder
from docs_archive.publisher.keys import KeyFolder
from docs_archive.publisher.metadata import LIFETIMES, FeedMetadata
from docs_archive.settings import ArchiveSettings


def document(
    number: str = "12/2024/TT-BLĐPTXH", text: str = "Điều 1. Phạm vi điều chỉnh", **fields: Any
) -> dict[str, Any]:
    fields.setdefault("id", f"test:{number}")
    return {"number": number, "type": "Thông tư", "title": "Một thông tư", "issuer": "Bộ", "text": text, **fields}


class PublishedFeed:
    """``feed`` and ``keys`` lie under one folder; `gateway` starts a server and gives a client that trusts it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.feed = folder / "feed"
        self.keys = KeyFolder(folder / "keys")
        self.server = StaticServer(self.feed)
        self._gateways: list[SignedFeedGateway] = []

    # --- publishing -------------------------------------------------------------------------------------------------

    def run(self, *verb: str) -> int:
        return main(["--keys", str(self.keys.folder), "--output", str(self.feed), "--no-fsync", *verb])

    def publish(self, *documents: Mapping[str, Any], options: tuple[str, ...] = ()) -> None:
        source = self.folder / "documents.jsonl"
        self.folder.mkdir(parents=True, exist_ok=True)
        source.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in documents), encoding="utf-8")
        assert self.run("publish", "--create", *options, "--documents", str(source)) == 0

    def metadata(self, lifetimes: Mapping[str, timedelta] | None = None) -> FeedMetadata:
        return FeedMetadata.load(FeedFolder(self.feed, durable=False), {**LIFETIMES, **(lifetimes or {})})

    def files(self) -> dict[str, bytes]:
        """The feed as it lies there now, to be served later as an old copy of it."""
        return {
            path.relative_to(self.feed).as_posix(): path.read_bytes()
            for path in self.feed.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }

    def log_lines(self) -> list[dict[str, Any]]:
        targets = self.metadata().target_files
        lines: list[dict[str, Any]] = []
        for path in sorted(path for path in targets if path.startswith("log/")):
            name = f"log/{targets[path].hashes['sha256']}.{path[4:]}"
            lines += [json.loads(line) for line in (self.feed / name).read_bytes().splitlines()]
        return lines

    # --- signing by hand --------------------------------------------------------------------------------------------

    def sign(self, role: str, signed: Signed, *, by: KeyFolder | None = None, name: str = "") -> bytes:
        """Write ``signed`` as the role's next file, signed by the role's key of this feed or of another."""
        metadata: Metadata[Any] = Metadata(signed)
        metadata.sign((by or self.keys).signer(role))
        data = metadata.to_bytes()
        (self.feed / (name or self.name_of(role, signed.version))).write_bytes(data)
        return data

    @staticmethod
    def name_of(role: str, version: int) -> str:
        return "timestamp.json" if role == "timestamp" else f"{version}.{role}.json"

    def forge(
        self, role: str, change: Callable[[Any], None] = lambda signed: None, *, by: KeyFolder | None = None
    ) -> None:
        """The role anew with ``change`` applied and a higher version, and honest metadata above it."""
        now = self.metadata()
        signed: Any = {"timestamp": now.timestamp, "snapshot": now.snapshot, "targets": now.targets}[role]
        signed = type(signed.signed).from_dict(signed.signed.to_dict())
        signed.version += 1
        change(signed)
        data = self.sign(role, signed, by=by)
        above = {"targets": "snapshot", "snapshot": "timestamp"}.get(role)
        while above is not None:
            upper: Any = {"timestamp": now.timestamp, "snapshot": now.snapshot}[above]
            upper = type(upper.signed).from_dict(upper.signed.to_dict())
            upper.version += 1
            meta = MetaFile(signed.version, len(data), {"sha256": _sha256(data)})
            if isinstance(upper, Timestamp):
                upper.snapshot_meta = meta
            else:
                upper.meta["targets.json"] = meta
            data = self.sign(above, upper)
            signed, above = upper, {"snapshot": "timestamp"}.get(above)

    def root(self) -> Root:
        root = self.metadata().root.signed
        return Root.from_dict(root.to_dict())

    # --- serving and reading ----------------------------------------------------------------------------------------

    def gateway(self, *, timeout: float = 5.0, state: str = "state", **settings: Any) -> SignedFeedGateway:
        self.server.start()
        url = settings.pop("feed_url", f"http://127.0.0.1:{self.server.port}/")
        root = settings.pop("trust_root", None) or (self.feed / "1.root.json").read_bytes()
        gateway = SignedFeedGateway(ArchiveSettings(url, root, timeout=timeout, **settings), self.folder / state)
        self._gateways.append(gateway)
        return gateway

    def close(self) -> None:
        for gateway in self._gateways:
            gateway.close()
        self.server.stop()


def read_all(gateway: Any, cursor: int = 0) -> list[Any]:
    """Every change after the cursor, page by page, to the end."""
    changes: list[Any] = []
    while (page := gateway.changes(cursor)).changes:
        assert page.cursor == page.changes[-1].sequence <= page.newest
        changes += page.changes
        cursor = page.cursor
    return changes


def _sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
