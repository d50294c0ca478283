"""The verified view of a feed: python-tuf's client, its metadata on disk, what its targets say of pages and packs."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from tuf.api.metadata import Metadata, TargetFile, Targets  # type: ignore[attr-defined]
from tuf.ngclient.config import UpdaterConfig
from tuf.ngclient.updater import Updater

from docs_archive.errors import FeedDamaged

from .answer import FeedSource
from .feed_sources import FeedFetcher, FeedSources
from .translation import feed_errors

TIMESTAMP_LENGTH = 16 << 10
_DOWNLOAD = "download-"
_MAX_PAGE = 4 << 20
_MAX_PACK = 64 << 20
_MAX_PACK_UNPACKED = 256 << 20
_CONFIG = UpdaterConfig(
    max_root_rotations=64,
    timestamp_max_length=TIMESTAMP_LENGTH,
    snapshot_max_length=64 << 10,
    targets_max_length=4 << 20,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Changes ``first`` to ``last`` in one target: a page of the log, or a pack (``length`` unpacked, 0 for a page)."""

    target: TargetFile
    first: int
    last: int
    length: int = 0

    @property
    def name(self) -> str:
        return self.target.path


@dataclass(frozen=True, slots=True)
class FeedView:
    """One consistent state of the feed."""

    updater: Updater
    pages: tuple[Stretch, ...]
    packs: tuple[Stretch, ...]

    @property
    def newest(self) -> int:
        return self.pages[-1].last if self.pages else 0


class TrustedFeed:
    """Refreshes and downloads through tuf. The folder is named after the trust root: another root starts anew."""

    def __init__(self, base_url: str, sources: FeedSources, trust_root: bytes, state_folder: Path) -> None:
        self.folder = state_folder / hashlib.sha256(trust_root).hexdigest()[:16]
        self._metadata = self.folder / "metadata"
        self._base_url = base_url
        self._sources = sources
        self._trust_root = trust_root
        self._fetcher = FeedFetcher(base_url, sources.portal)

    @property
    def stored_timestamp(self) -> bytes:
        """timestamp.json as last verified; b"" before the first time."""
        return self._stored("timestamp.json")

    def expiry(self) -> datetime | None:
        """When the stored timestamp ends; None if there is none that can be read."""
        return _expiry(self.stored_timestamp)

    def refresh(self) -> FeedView:
        """root, timestamp, snapshot, targets: fetched as far as changed, verified as TUF prescribes."""
        self._sources.renew()
        return self._sources.newest(self._refresh_from)

    def _refresh_from(self, source: FeedSource) -> FeedView:
        self._fetcher.source = source
        with self._errors():
            self._fetcher.current = "root.json"
            self._metadata.mkdir(parents=True, exist_ok=True)
            for left_over in self.folder.glob(f"{_DOWNLOAD}*"):  # by a process that was killed
                shutil.rmtree(left_over, ignore_errors=True)
            updater = Updater(
                str(self._metadata),
                self._base_url,
                target_base_url=self._base_url,
                fetcher=self._fetcher,
                config=_CONFIG,
                bootstrap=self._trust_root,
            )
            updater.refresh()
            # Top-level metadata was verified a line above, just now, by tuf; it offers no list of targets itself.
            targets = Metadata[Targets].from_file(str(self._metadata / "targets.json")).signed.targets
        return FeedView(
            updater,
            _stretches(targets, "log/", _MAX_PAGE),
            _stretches(targets, "base/", _MAX_PACK),
        )

    @contextmanager
    def opened(self, view: FeedView, stretch: Stretch) -> Iterator[BinaryIO]:
        """A target, downloaded to a temporary file and verified against the signed metadata."""
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=_DOWNLOAD) as folder:
            target = Path(folder, "target")

            def download(source: FeedSource) -> None:
                self._fetcher.source = source
                with self._errors():
                    view.updater.download_target(stretch.target, str(target))

            self._sources.content(download)
            with target.open("rb") as file:
                yield file

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with feed_errors(lambda: self._fetcher.current, self._expired):
            yield

    def _expired(self) -> tuple[str, str]:
        """Name and expiry of what tuf found too old: the file in hand, or the root below it."""
        for name, data in ((self._fetcher.current, self._fetcher.metadata), ("root.json", self._stored("root.json"))):
            expiry = _expiry(data)
            if expiry is not None and expiry <= datetime.now(UTC):
                return name, expiry.isoformat()
        return self._fetcher.current, ""

    def _stored(self, name: str) -> bytes:
        try:
            return (self._metadata / name).read_bytes()
        except OSError:
            return b""


def _expiry(data: bytes) -> datetime | None:
    """When a metadata file ends; None if it cannot be read."""
    try:
        expires: datetime = Metadata.from_bytes(data).signed.expires
        return expires.replace(tzinfo=UTC)
    except Exception:  # whatever is wrong with it, it names no day
        return None


def _stretches(targets: dict[str, TargetFile], prefix: str, max_length: int) -> tuple[Stretch, ...]:
    """Targets under a prefix, in order and without a gap from change 1 on."""
    stretches = []
    for path, target in targets.items():
        if path.startswith(prefix):
            custom = target.unrecognized_fields.get("custom")
            numbers = [custom.get(key, 0) for key in ("first", "last", "length")] if isinstance(custom, dict) else []
            if not numbers or not all(type(number) is int for number in numbers) or target.length > max_length:
                raise FeedDamaged("targets.json")
            stretches.append(Stretch(target, *numbers))
    stretches.sort(key=lambda stretch: stretch.first)
    expected = 1
    for stretch in stretches:
        if stretch.first != expected or stretch.last < stretch.first or stretch.length > _MAX_PACK_UNPACKED:
            raise FeedDamaged("targets.json")
        expected = stretch.last + 1
    return tuple(stretches)
