"""The portal and the copies of its feed that are nearer: whom to ask for what, and in which order.

What is new is asked of the portal first, since a copy may be old; the large and unchangeable (log, packs, documents) of
the nearest copy first. One that gave anything false is not asked again until the next look at the feed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from docs_archive.errors import FeedDamaged, FeedError, FeedOffline, FeedServerError

from .answer import FeedSource

_log = logging.getLogger(__name__)
T = TypeVar("T")


class FeedSources:
    def __init__(self, portal: FeedSource, nearer: Sequence[FeedSource] = ()) -> None:
        self.portal = portal
        self._nearer = tuple(nearer)
        self._beside: tuple[FeedSource, ...] = ()
        self._false: set[int] = set()

    def use_beside(self, *sources: FeedSource) -> None:
        """Ask these, too, and first; none: no longer."""
        self._beside = sources
        self.renew()

    def renew(self) -> None:
        """Another look at the feed begins: each source has another chance."""
        self._false.clear()

    def close(self) -> None:
        for source in (self.portal, *self._nearer):
            source.close()

    def newest(self, ask: Callable[[FeedSource], T]) -> T:
        """Metadata: of the portal; of a copy only where nobody answers there. Raises what the portal's failure was."""
        try:
            return ask(self.portal)
        except (FeedOffline, FeedServerError):
            for source in self._copies():
                try:
                    return ask(source)
                except FeedError as error:
                    self._distrust(source, error)
            raise

    def content(self, ask: Callable[[FeedSource], T]) -> T:
        """What never changes and is checked by ``ask``: of the nearest that has it."""
        for source in self._copies():
            try:
                return ask(source)
            except FeedServerError:
                continue  # a copy need not have everything
            except FeedError as error:
                self._distrust(source, error)
        return ask(self.portal)

    def _copies(self) -> Iterator[FeedSource]:
        return (source for source in (*self._beside, *self._nearer) if id(source) not in self._false)

    def _distrust(self, source: FeedSource, error: FeedError) -> None:
        _log.info("a copy of the feed (%s) is of no use: %s", source.name, type(error).__name__)
        self._false.add(id(source))


class FeedFetcher(FetcherInterface):
    """tuf's downloads. ``source`` is the one to be asked now; ``current`` names the file in hand, for the error that
    may come of it."""

    def __init__(self, base_url: str, source: FeedSource) -> None:
        self._base_url = base_url
        self.source = source
        self.current = ""
        self.metadata = b""
        """The metadata file in hand, for the expiry that an error is to name."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        if not url.startswith(self._base_url):  # a target's name cannot lead to another host
            raise FeedDamaged(url)
        self.current = url.removeprefix(self._base_url)
        self.metadata = b""
        try:
            for chunk in self.source.stream(self.current):
                if "/" not in self.current:
                    self.metadata += chunk
                yield chunk
        except FeedServerError as error:
            status = int(error.args[0])
            raise DownloadHTTPError(f"status {status}", status) from error
