"""A published feed of one document, served, for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs_archive.published_feed import PublishedFeed, document


@pytest.fixture
def published(tmp_path: Path) -> Iterator[PublishedFeed]:
    feed = PublishedFeed(tmp_path)
    feed.publish(document())
    yield feed
    feed.close()
