"""What a server can do without any key: send without end, drip, fall silent, and change, cut or leave out content."""

from __future__ import annotations

import json

import pytest
import zstandard
from tuf.api.metadata import Root, Targets

from docs_archive.errors import FeedDamaged, FeedOffline
from docs_archive.publisher.metadata import stored_name, target_file
from tests.docs_archive.feed.refusals import refused
from tests.docs_archive.published_feed import PublishedFeed, document

# --- endless data, slow retrieval ------------------------------------------------------------


@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json", "2.root.json"])
def test_endless_metadata_is_cut(published: PublishedFeed, name: str) -> None:
    """Blanks after the end leave JSON and its signature valid: only the bound on the length refuses them."""
    published.server.faults.served[name] = published.files().get(name, b"") + b" " * (8 << 20)
    assert refused(published, FeedDamaged, cursor=0).args == (name,)


def test_an_endless_answer_to_the_poll_is_cut(published: PublishedFeed) -> None:
    published.server.faults.served["timestamp.json"] = b" " * (8 << 20)
    with pytest.raises(FeedDamaged):
        published.gateway().has_news()


@pytest.mark.parametrize("kind", ["log/", "base/", "blobs/"])
def test_endless_content_is_cut(published: PublishedFeed, kind: str) -> None:
    published.publish(document(text="mới"))
    for path, data in published.files().items():
        if path.startswith(kind):
            published.server.faults.served[path] = data + b" " * (8 << 20)
    refused(published, FeedDamaged, cursor=0 if kind == "base/" else 1)


def test_a_dripping_server_is_left(published: PublishedFeed) -> None:
    published.server.faults.seconds_per_chunk = 0.02  # 50 bytes a second, never silent for long
    gateway = published.gateway(timeout=0.3)
    with pytest.raises(FeedOffline):
        gateway.has_news()
    with pytest.raises(FeedOffline):
        gateway.changes(0)


def test_a_silent_server_is_left(published: PublishedFeed) -> None:
    published.server.faults.seconds_per_chunk = 30.0
    with pytest.raises(FeedOffline):
        published.gateway(timeout=0.2).changes(0)


# --- arbitrary content ------------------------------------------------------------


@pytest.mark.parametrize("kind", ["log/", "base/", "blobs/"])
def test_content_that_was_not_signed_is_refused(published: PublishedFeed, kind: str) -> None:
    published.publish(document(text="mới"))
    gateway = published.gateway()
    published.server.faults.damage_next = 0
    for path, data in published.files().items():
        if path.startswith(kind):
            published.server.faults.served[path] = bytes([data[0] ^ 1]) + data[1:]
    cursor = 0 if kind == "base/" else 1
    assert refused(published, FeedDamaged, gateway, cursor).args[0].startswith(kind)
    published.server.faults.served.clear()
    assert gateway.changes(cursor).changes


@pytest.mark.parametrize("kind", ["log/", "base/", "blobs/"])
def test_truncated_content_is_refused_and_read_the_next_time(published: PublishedFeed, kind: str) -> None:
    published.publish(document(text="mới"))
    gateway = published.gateway()
    cursor = 0 if kind == "base/" else 1
    gateway.changes(2)
    published.server.faults.truncate_next = 1
    if kind == "blobs/":
        for path, data in published.files().items():
            if path.startswith("blobs/"):
                published.server.faults.served[path] = data[:-3]
        published.server.faults.truncate_next = 0
    refused(published, FeedDamaged, gateway, cursor)
    published.server.faults.served.clear()
    assert gateway.changes(cursor).changes


def test_targets_that_leave_a_gap_are_refused(published: PublishedFeed) -> None:
    def gap(targets: Targets) -> None:
        targets.targets["log/000001.json"].unrecognized_fields["custom"]["first"] = 2

    published.forge("targets", gap)
    assert refused(published, FeedDamaged, cursor=0).args == ("targets.json",)


@pytest.mark.parametrize("kind", ["log/000001.json", "base/000001.pack"])
@pytest.mark.parametrize("sequences", [[1, 3], [2, 1], [1], [1, 2, 3], [2, 3]])
def test_content_that_is_signed_but_leaves_changes_out_is_refused(
    published: PublishedFeed, kind: str, sequences: list[int]
) -> None:
    lines = [{"sequence": n, "change": "withdraw", "document": "a", "version": n, "on": None} for n in sequences]
    raw = "".join(json.dumps(line) + "\n" for line in lines).encode()
    data = zstandard.ZstdCompressor().compress(raw) if kind.endswith(".pack") else raw

    def replace(targets: Targets) -> None:
        targets.targets["log/000001.json"].unrecognized_fields["custom"]["last"] = 2
        target = target_file(kind, data, {"first": 1, "last": 2, "length": len(raw)})
        targets.targets[kind] = target
        (published.feed / stored_name(target)).write_bytes(data)
        if not kind.endswith(".pack"):
            del targets.targets["base/000001.pack"]

    published.forge("targets", replace)
    assert refused(published, FeedDamaged, cursor=0).args == (kind,)


def test_a_root_of_another_type_is_refused(published: PublishedFeed) -> None:
    published.server.faults.served["2.root.json"] = published.files()["timestamp.json"]
    refused(published, FeedDamaged)
    assert isinstance(published.root(), Root)


def test_a_well_formed_document_that_the_log_does_not_name_is_refused(published: PublishedFeed) -> None:
    published.publish(document(text="Mức phạt: 10.000.000 đồng"))
    line = published.log_lines()[-1]
    path = f"blobs/sha256/{line['sha256'][:2]}/{line['sha256'][2:4]}/{line['sha256']}.zst"
    honest = zstandard.ZstdDecompressor().decompress((published.feed / path).read_bytes())
    fines = (zstandard.ZstdCompressor().compress(honest.replace(b"10.000", b"%d.000" % n)) for n in range(11, 100))
    forged = next(data for data in fines if len(data) == line["size"])
    published.server.faults.served[path] = forged
    assert refused(published, FeedDamaged, cursor=1).args == (path,)
