"""The 3,993 collected documents, where they are present: published whole and read back whole, dirt and all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docs_archive.model import LegalStatus
from docs_archive.publisher.sources import records
from tests.docs_archive.published_feed import PublishedFeed

DATA = Path(os.environ.get("BAN_CONG_VU_TEST_DATA", "")) / "legal" / "documents.jsonl.zst"


@pytest.mark.skipif(not DATA.is_file(), reason="BAN_CONG_VU_TEST_DATA does not name the collected documents")
def test_the_collected_documents_are_published_and_read_back(feed: PublishedFeed) -> None:
    assert feed.run("publish", "--create", "--documents", str(DATA)) == 0
    gateway = feed.gateway()
    given = records(DATA)
    cursor = count = known = 0
    while (page := gateway.changes(cursor)).changes:
        for change in page.changes:
            record = next(given)
            assert change.document is not None
            assert (change.document.id, change.document.number) == (record["id"], record["number"])
            assert change.document.text == record["text"]
            assert len(change.document.relations) == len(record["relations"])
            known += change.document.status is not LegalStatus.UNKNOWN
            count += 1
        cursor = page.cursor
    assert (count, known) == (3993, 1)
    requests = [each for each in feed.server.requests if each.path.startswith(("/base", "/log", "/blobs"))]
    assert len(requests) <= 10
    assert max(each.sent for each in requests) < 8 << 20
    assert feed.metadata().target_files["log/000016.json"].unrecognized_fields["custom"]["last"] == 3993
