"""How the tests of the feed say that something is refused."""

from __future__ import annotations

from typing import Any

import pytest

from docs_archive.errors import FeedError
from tests.docs_archive.published_feed import PublishedFeed


def refused(feed: PublishedFeed, error: type[FeedError], gateway: Any = None, cursor: int = 1) -> FeedError:
    """The next reading from ``cursor`` fails with this error, which is returned."""
    with pytest.raises(error) as known:
        (gateway or feed.gateway()).changes(cursor)
    return known.value
