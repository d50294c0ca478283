"""The port to the portal. Real: `docs_archive.feed.SignedFeedGateway`; fake: `FakePortalGateway` in the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from .model import FeedPage


class PortalGateway(Protocol):
    """The portal's signed feed, as a client sees it. May raise any `FeedError`, nothing else of the outside world."""

    def has_news(self) -> bool:
        """One small conditional request (about 300 bytes): may there be anything new? Checks the stored expiry too.

        Yes until ``changes`` was asked with the newest cursor and so answered empty: an interrupted reader hears of the
        rest again. Who holds nothing yet (cursor 0) does not ask but reads: the answer may be of an archive since lost.
        """
        ...

    def changes(self, cursor: int) -> FeedPage:
        """One verified page of changes after ``cursor`` (0: from the beginning, possibly out of the baseline); an empty
        page when there is nothing newer. Everything in it has been checked against the signed metadata."""
        ...

    def read_beside(self, folder: Path | None) -> None:
        """A copy of the feed in ``folder`` (a USB stick, a share) is asked, too, and first for what is large; None: no
        longer. It is trusted no more than the network. Raises `NoFeedThere`."""
        ...

    def close(self) -> None: ...
