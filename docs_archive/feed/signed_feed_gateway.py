"""SignedFeedGateway, the real `PortalGateway`: static files over HTTP, trusted only as far as they are signed."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from docs_archive.errors import FeedDamaged, FeedExpired, FeedRolledBack, NoFeedThere
from docs_archive.model import FeedChange, FeedPage
from docs_archive.settings import ArchiveSettings

from .answer import FeedSource
from .documents import change_of, parsed_line, parsed_object
from .feed_http import FeedHttp
from .feed_sources import FeedSources
from .folder_source import FolderSource
from .trusted_feed import TIMESTAMP_LENGTH, FeedView, Stretch, TrustedFeed
from .unpacking import unpacked, unpacked_lines

FULL_REFRESH = 24 * 3600.0
_PACK_FROM = 100
"""So many changes still wanted of a pack, or all of it, make it cheaper than as many single blobs."""
_BLOBS_A_PAGE = 100
_BYTES_A_PAGE = 16 << 20
_MAX_DOCUMENT = 64 << 20


class SignedFeedGateway:
    """Metadata and the state of the polling live in ``state_folder``; several processes must not share one.

    ``has_news`` says yes until ``changes`` has been asked with the newest cursor, so a reader that was interrupted in
    the middle hears of it again. Not thread-safe; every call answers within the timeouts of the settings.
    """

    def __init__(self, settings: ArchiveSettings, state_folder: Path) -> None:
        portal = FeedHttp(settings.feed_url, timeout=settings.timeout, ca_file=settings.ca_file)
        self._sources = FeedSources(portal, [_source(one, settings) for one in settings.mirrors])
        self._feed = TrustedFeed(portal.base_url, self._sources, settings.trust_root, state_folder)
        self._view: FeedView | None = None
        self._seen = self._read_seen()

    def has_news(self) -> bool:
        stored = self._feed.stored_timestamp
        confirmed = bool(stored) and self._seen.get("timestamp") == hashlib.sha256(stored).hexdigest()
        etag = self._seen.get("etag", "") if confirmed else ""
        wanted = {"If-None-Match": etag} if etag else None
        portal = self._sources.portal
        answer = self._sources.newest(
            lambda source: source.get("timestamp.json", TIMESTAMP_LENGTH, wanted if source is portal else None)
        )
        if not confirmed or (answer.status == 200 and answer.body != stored):
            return self._there_is_news()
        expiry = self._feed.expiry()
        if expiry is None:
            return self._there_is_news()
        if expiry <= datetime.now(UTC):
            raise FeedExpired("timestamp.json", expiry.isoformat())
        if answer.status == 200 and answer.etag and answer.etag != etag:
            self._seen["etag"] = answer.etag
            self._write_seen()
        age = time.time() - float(self._seen.get("refreshed", "0"))
        return self._there_is_news() if not 0 <= age < FULL_REFRESH else False

    def changes(self, cursor: int) -> FeedPage:
        view = self._view
        if view is None or cursor >= view.newest:
            view = self._view = self._feed.refresh()
        try:
            page = self._page(view, cursor)
        except BaseException:
            self._view = None  # what it names may be gone: look again next time
            raise
        if page.cursor >= view.newest:
            self._view = None
        return page

    def read_beside(self, folder: Path | None) -> None:
        beside = FolderSource(folder) if folder is not None else None
        if beside is not None and not beside.is_a_feed:
            raise NoFeedThere(str(folder))
        self._view = None
        self._sources.use_beside(*([beside] if beside is not None else []))

    def close(self) -> None:
        self._sources.close()

    # --- one page -------------------------------------------------------------------------------------------------

    def _page(self, view: FeedView, cursor: int) -> FeedPage:
        newest = view.newest
        if cursor > newest:
            raise FeedRolledBack("log")
        if cursor == newest:
            self._confirm()
            return FeedPage((), cursor, newest)
        pack = _stretch_with(view.packs, cursor + 1)
        if pack is not None and (cursor == pack.first - 1 or pack.last - cursor >= _PACK_FROM):
            changes = self._from_pack(view, pack, cursor)
        else:
            page = _stretch_with(view.pages, cursor + 1)
            if page is None:
                raise FeedDamaged("targets.json")
            changes = self._from_log(view, page, cursor)
        return FeedPage(changes, changes[-1].sequence, newest)

    def _from_pack(self, view: FeedView, pack: Stretch, cursor: int) -> tuple[FeedChange, ...]:
        changes = []
        with self._feed.opened(view, pack) as file:
            for raw in unpacked_lines(file, pack.length, pack.name):
                line = parsed_line(raw, pack.name)
                if line["sequence"] > cursor:
                    changes.append(change_of(line, line.get("content"), pack.name))
        if [change.sequence for change in changes] != list(range(cursor + 1, pack.last + 1)):
            raise FeedDamaged(pack.name)
        return tuple(changes)

    def _from_log(self, view: FeedView, page: Stretch, cursor: int) -> tuple[FeedChange, ...]:
        with self._feed.opened(view, page) as file:
            lines = [parsed_line(raw, page.name) for raw in file.read().split(b"\n") if raw]
        if [line["sequence"] for line in lines] != list(range(page.first, page.last + 1)):
            raise FeedDamaged(page.name)
        changes: list[FeedChange] = []
        size = 0
        for line in lines[cursor + 1 - page.first :]:
            content: object = None
            if line.get("change") == "put":
                if len(changes) >= _BLOBS_A_PAGE or size >= _BYTES_A_PAGE:
                    break
                blob = self._blob(line, page.name)
                content = parsed_object(blob, page.name)
                size += len(blob)
            changes.append(change_of(line, content, page.name))
        return tuple(changes)

    def _blob(self, line: dict[str, object], name: str) -> bytes:
        """The document of a put: as long and with the hash that its signed line says, before it is unpacked."""
        sha256, size, length = line.get("sha256"), line.get("size"), line.get("length")
        if not isinstance(sha256, str) or not isinstance(size, int) or not isinstance(length, int):
            raise FeedDamaged(name)
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise FeedDamaged(name)
        if not (0 < size <= _MAX_DOCUMENT and 0 < length <= _MAX_DOCUMENT):
            raise FeedDamaged(name)
        path = f"blobs/sha256/{sha256[:2]}/{sha256[2:4]}/{sha256}.zst"

        def fetched(source: FeedSource) -> bytes:
            body = source.get(path, size).body
            if hashlib.sha256(body).hexdigest() != sha256:
                raise FeedDamaged(path)
            return body

        return unpacked(self._sources.content(fetched), length, path)

    # --- the state of the polling -----------------------------------------------------------------------------------

    def _there_is_news(self) -> bool:
        self._view = None
        return True

    def _confirm(self) -> None:
        """The reader has everything of the stored timestamp: from here on only another one is news."""
        digest = hashlib.sha256(self._feed.stored_timestamp).hexdigest()
        if self._seen.get("timestamp") != digest:
            self._seen = {"timestamp": digest, "etag": ""}
        self._seen["refreshed"] = str(time.time())
        self._write_seen()

    def _read_seen(self) -> dict[str, str]:
        try:
            seen = json.loads((self._feed.folder / "seen.json").read_bytes())
            return {str(key): str(value) for key, value in seen.items()}
        except (OSError, ValueError, AttributeError):
            return {}

    def _write_seen(self) -> None:
        path = self._feed.folder / "seen.json"
        temporary = path.with_suffix(".new")
        try:
            temporary.write_text(json.dumps(self._seen))
            temporary.replace(path)
        except OSError:
            return  # only costs a request more next time


def _source(address: str, settings: ArchiveSettings) -> FeedSource:
    if "://" in address:
        return FeedHttp(address, timeout=settings.timeout, ca_file=settings.ca_file)
    return FolderSource(Path(address))


def _stretch_with(stretches: Sequence[Stretch], sequence: int) -> Stretch | None:
    return next((stretch for stretch in stretches if stretch.first <= sequence <= stretch.last), None)
