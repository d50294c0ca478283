"""A folder in which to publish, for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs_archive.published_feed import PublishedFeed


@pytest.fixture
def feed(tmp_path: Path) -> Iterator[PublishedFeed]:
    feed = PublishedFeed(tmp_path)
    yield feed
    feed.close()
