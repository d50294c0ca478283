"""How the client reads an honest feed: what it asks for, what it leaves, where it goes on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from docs_archive.errors import ArchiveDiskFull, FeedOffline, FeedServerError
from docs_archive.model import ChangeKind, FeedChange, FeedDocument, LegalStatus, RelationKind
from tests.docs_archive.published_feed import PublishedFeed, document, read_all


def paths(feed: PublishedFeed) -> list[str]:
    """What was asked since the last time."""
    asked = [each.path for each in feed.server.requests]
    feed.server.requests.clear()
    return asked


def many(count: int, text: str = "Điều 1.") -> list[dict[str, object]]:
    return [document(f"{number:03}/2026/TT-B", text=f"{text} {number}") for number in range(count)]


def state_of(changes: list[FeedChange]) -> dict[str, FeedDocument | None]:
    """What a reader holds after these changes."""
    held: dict[str, FeedDocument | None] = {}
    for change in changes:
        if change.kind is ChangeKind.PUT:
            held[change.document_id] = change.document
        elif change.kind is ChangeKind.WITHDRAW:
            held[change.document_id] = None
    return held


def test_a_document_arrives_with_all_that_was_given(published: PublishedFeed) -> None:
    relation = {
        "kind": "amends",
        "number": "05/2020/TT-B",
        "title": "Cũ",
        "id": "vbpl:5",
        "partial": True,
        "provisions": "Điều 5",
    }
    given = document(
        "07/2026/TT-B",
        text="Điều 1. Một\u2028dòng\nĐiều 2. Hai",
        signer="Trần Quốc Khánh",
        issued="2026-02-03",
        effective="2026-04-01",
        expires="2030-01-01",
        status="HHL1P",
        fields=["Lao động", "Thống kê"],
        relations=[relation],
        source_url="https://vbpl.vn/van-ban/chi-tiet/x--27615",
        text_kind="codified-articles",
    )
    published.publish(given)
    arrived = published.gateway().changes(1).changes[0].document
    assert arrived is not None
    assert (arrived.number, arrived.type, arrived.title, arrived.issuer, arrived.signer) == (
        "07/2026/TT-B",
        "Thông tư",
        "Một thông tư",
        "Bộ",
        "Trần Quốc Khánh",
    )
    assert (arrived.issued, arrived.effective, arrived.expires) == (
        date(2026, 2, 3),
        date(2026, 4, 1),
        date(2030, 1, 1),
    )
    assert arrived.status is LegalStatus.EXPIRED_IN_PART
    assert arrived.fields == ("Lao động", "Thống kê")
    assert arrived.text == "Điều 1. Một\u2028dòng\nĐiều 2. Hai"
    assert arrived.text_kind == "codified-articles"
    assert arrived.source_url.endswith("--27615")
    (found,) = arrived.relations
    assert (found.kind, found.other_number, found.other_id) == (RelationKind.AMENDS, "05/2020/TT-B", "vbpl:5")
    assert (found.is_inbound, found.is_partial, found.provisions) == (False, True, "Điều 5")


def test_an_idle_poll_is_one_small_request(published: PublishedFeed) -> None:
    gateway = published.gateway()
    assert gateway.has_news()
    read_all(gateway)
    assert not gateway.has_news()
    paths(published)
    assert not gateway.has_news()
    assert [(each.path, each.status, each.sent) for each in published.server.requests] == [("/timestamp.json", 304, 0)]


def test_what_was_confirmed_is_remembered_over_a_restart(published: PublishedFeed) -> None:
    read_all(published.gateway())
    assert not published.gateway().has_news()


def test_a_reader_that_was_interrupted_hears_of_the_rest_again(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    published.publish(document(text="hai"), document("9/2026/TT-B"))
    assert len(gateway.changes(1).changes) == 2  # and dies before it has stored them
    assert gateway.has_news()
    assert published.gateway().has_news()
    read_all(gateway, 1)
    assert not gateway.has_news()


def test_a_renewed_timestamp_brings_no_changes(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    assert published.run("refresh") == 0
    assert gateway.has_news()
    paths(published)
    assert gateway.changes(1).changes == ()
    assert paths(published) == ["/2.root.json", "/timestamp.json"]
    assert not gateway.has_news()


def test_once_a_day_the_whole_is_looked_at(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    assert not gateway.has_news()
    seen = next(published.folder.glob("state/*/seen.json"))
    for refreshed in ("1000.0", "99999999999.0"):  # long ago; and by a clock that was ahead
        seen.write_text(json.dumps({**json.loads(seen.read_text()), "refreshed": refreshed}))
        gateway = published.gateway()
        assert gateway.has_news()
        assert gateway.changes(1).changes == ()
        assert not gateway.has_news()


def test_a_newcomer_takes_packs_and_no_single_documents(published: PublishedFeed) -> None:
    published.publish(*many(600))
    gateway = published.gateway()
    assert len(read_all(gateway)) == 601
    asked = paths(published)
    assert sum("/base/" in path for path in asked) == 2
    assert not any("/blobs/" in path or "/log/" in path for path in asked)


def test_who_lacks_a_few_changes_takes_the_page_and_those_documents(published: PublishedFeed) -> None:
    published.publish(*many(600))
    published.publish(*many(3, "Đã sửa"))
    gateway = published.gateway()
    assert [change.sequence for change in read_all(gateway, 602)] == [603, 604]
    asked = paths(published)
    assert sum("/log/" in path for path in asked) == 1
    assert sum("/blobs/" in path for path in asked) == 2
    assert not any("/base/" in path for path in asked)


@pytest.mark.parametrize("cursor", [0, 1, 2, 249, 250, 251, 299, 300, 500, 559, 600, 604, 605])
def test_from_any_cursor_the_rest_comes_once_and_in_order(published: PublishedFeed, cursor: int) -> None:
    published.publish(*many(300))
    published.publish(*many(300, "Đã sửa"))
    published.publish(*many(3, "Lại sửa"))
    assert published.run("withdraw", "--document", "test:000/2026/TT-B") == 0
    gateway = published.gateway()
    rest = read_all(gateway, cursor)
    assert [change.sequence for change in rest] == list(range(cursor + 1, 606))
    whole = read_all(published.gateway(state="other"))
    assert state_of(whole[:cursor] + rest) == state_of(whole)


def test_a_page_is_bounded(published: PublishedFeed) -> None:
    published.publish(*many(1200))
    gateway = published.gateway()
    cursor, sizes = 0, []
    while (page := gateway.changes(cursor)).changes:
        sizes.append(len(page.changes))
        cursor = page.cursor
    assert max(sizes) <= 1000
    assert sum(sizes) == 1201


def test_single_documents_come_in_small_pages(published: PublishedFeed, monkeypatch: pytest.MonkeyPatch) -> None:
    published.publish(*many(200))  # too few for a pack
    gateway = published.gateway()
    assert len(gateway.changes(1).changes) == 100
    monkeypatch.setattr("docs_archive.feed.signed_feed_gateway._BYTES_A_PAGE", 1000)
    assert 1 < len(gateway.changes(1).changes) < 10


def test_a_feed_that_moves_on_meanwhile_is_read_to_its_new_end(published: PublishedFeed) -> None:
    published.publish(*many(300))
    gateway = published.gateway()
    first = gateway.changes(0)
    published.publish(*many(5, "Đã sửa"))
    rest = read_all(gateway, first.cursor)
    assert rest[-1].sequence == 306


def test_a_reader_whose_page_was_swept_looks_again(published: PublishedFeed) -> None:
    published.publish(*many(200))
    gateway = published.gateway()
    cursor = gateway.changes(1).cursor
    old = set(published.feed.glob("log/*"))
    published.publish(*many(1, "Đã sửa"))
    for path in old:
        path.unlink()
    with pytest.raises(FeedServerError):
        gateway.changes(cursor)
    assert read_all(gateway, cursor)[-1].sequence == 202


def test_status_and_withdrawal_come_with_their_days(published: PublishedFeed) -> None:
    one = "test:12/2024/TT-BLĐPTXH"
    status = ("--status", "HHL", "--expires", "2026-12-31", "--on", "2026-11-20")
    assert published.run("status", "--document", one, *status) == 0
    assert published.run("withdraw", "--document", one, "--on", "2026-11-21") == 0
    changed, withdrawn = read_all(published.gateway(), 1)
    assert changed.kind is ChangeKind.STATUS
    assert (changed.status, changed.expires, changed.on) == (
        LegalStatus.EXPIRED,
        date(2026, 12, 31),
        date(2026, 11, 20),
    )
    assert (withdrawn.kind, withdrawn.on, withdrawn.document) == (ChangeKind.WITHDRAW, date(2026, 11, 21), None)


def test_another_mirror_of_the_same_feed_needs_no_new_beginning(published: PublishedFeed) -> None:
    read_all(published.gateway())
    published.server.stop()
    published.server.port = 0
    assert not published.gateway().has_news()


def test_damaged_local_metadata_is_fetched_anew(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    for path in published.folder.glob("state/*/metadata/**/*.json"):
        path.write_bytes(b"\x00\x01 not metadata")
    for path in published.folder.glob("state/*/seen.json"):
        path.write_text("[]")
    gateway = published.gateway()
    assert gateway.has_news()
    assert len(read_all(gateway)) == 1


def test_no_download_is_left_lying_about(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    assert not list(published.folder.glob("state/*/download-*"))
    (state,) = published.folder.glob("state/*")
    (state / "download-killed").mkdir()
    (state / "download-killed" / "target").write_bytes(b"half")
    read_all(gateway)
    assert not list(published.folder.glob("state/*/download-*"))


@pytest.mark.parametrize("status", [301, 302, 403, 404, 500, 503])
def test_an_error_status_is_told(published: PublishedFeed, status: int) -> None:
    gateway = published.gateway()
    read_all(gateway)
    published.server.faults.status = status
    with pytest.raises(FeedServerError) as polled:
        gateway.has_news()
    with pytest.raises(FeedServerError) as read:
        gateway.changes(1)
    assert polled.value.args == read.value.args == (status,)
    published.server.faults.status = None
    assert gateway.changes(1).changes == ()


def test_offline_is_told_and_mends_itself(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    published.server.stop()
    for ask in (gateway.has_news, lambda: gateway.changes(1)):
        with pytest.raises(FeedOffline) as found:
            ask()
        assert found.value.args == (f"127.0.0.1:{published.server.port}",)
    published.server.start()
    assert not gateway.has_news()


def test_a_full_disk_is_told_and_nothing_is_lost(published: PublishedFeed, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway = published.gateway()
    read_all(gateway)
    published.publish(document(text="mới"))
    with monkeypatch.context() as patch:

        def full(source: str, target: str) -> None:
            raise OSError(28, "No space left on device", target)

        patch.setattr("tuf.ngclient.updater.os.replace", full)
        with pytest.raises(ArchiveDiskFull) as found:
            gateway.changes(1)
        assert str(Path(published.folder, "state")) in found.value.args[0]
    assert len(read_all(gateway, 1)) == 1
