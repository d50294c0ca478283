"""The publisher's verbs, and what a feed looks like after each."""

from __future__ import annotations

import os
import stat
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from docs_archive.model import ChangeKind, LegalStatus
from docs_archive.publisher.feed_folder import FeedFolder
from docs_archive.publisher.keys import PASSPHRASE_VARIABLE
from tests.docs_archive.published_feed import PublishedFeed, document, read_all

ONE = "test:12/2024/TT-BLĐPTXH"


def changes_of(feed: PublishedFeed) -> list[tuple[str, int]]:
    return [(line["change"], line["version"]) for line in feed.log_lines()]


def test_only_what_changed_becomes_a_change(feed: PublishedFeed) -> None:
    feed.publish(document(), document("2/2026/TT-B"))
    feed.publish(document(), document("2/2026/TT-B", text="mới"), document("3/2026/TT-B"))
    assert [(line["document"], line["version"]) for line in feed.log_lines()] == [
        (ONE, 1),
        ("test:2/2026/TT-B", 1),
        ("test:2/2026/TT-B", 2),
        ("test:3/2026/TT-B", 1),
    ]


def test_publishing_the_same_again_signs_nothing(feed: PublishedFeed, capsys: pytest.CaptureFixture[str]) -> None:
    feed.publish(document())
    before = feed.files()
    feed.publish(document())
    assert feed.files() == before
    assert "nothing new" in capsys.readouterr().out


def test_a_quiet_feed_that_is_published_again_does_not_expire(feed: PublishedFeed) -> None:
    feed.publish(document())
    feed.metadata({"timestamp": timedelta(days=3)}).renew(feed.keys)
    feed.publish(document())
    timestamp = feed.metadata().timestamp
    assert timestamp is not None
    assert timestamp.signed.expires > datetime.now(UTC) + timedelta(days=6)
    assert len(feed.log_lines()) == 1


def test_a_published_page_is_only_ever_added_to(feed: PublishedFeed) -> None:
    for count in (100, 350, 800):
        feed.publish(*[document(f"{number}/2026/TT-B") for number in range(count)])
    targets = feed.metadata().target_files
    pages = [targets[f"log/{number:06}.json"].unrecognized_fields["custom"] for number in range(1, 5)]
    assert [(page["first"], page["last"]) for page in pages] == [(1, 250), (251, 500), (501, 750), (751, 800)]
    assert [line["sequence"] for line in feed.log_lines()] == list(range(1, 801))


def test_old_files_stay_for_a_day_and_no_longer(feed: PublishedFeed) -> None:
    feed.publish(document())
    old = feed.files()
    feed.publish(document(text="mới"))
    assert set(old) <= set(feed.files())
    yesterday = time.time() - 25 * 3600
    for name in feed.files():
        os.utime(feed.feed / name, (yesterday, yesterday))
    (feed.feed / "log" / ".new-1-x").write_bytes(b"half")
    feed.publish(document(text="noch neuer"))
    now = {path.relative_to(feed.feed).as_posix() for path in feed.feed.rglob("*") if path.is_file()}
    assert "log/.new-1-x" not in now
    assert not now & {"2.targets.json", "2.snapshot.json"}
    assert {"1.root.json", "4.targets.json", "4.snapshot.json", "timestamp.json"} <= now
    assert {name for name in old if name.startswith("blobs/")} <= now
    assert len(read_all(feed.gateway())) == 3


# --- status and withdrawal ------------------------------------------------------------------


def test_a_given_status_holds_until_the_source_names_one(feed: PublishedFeed) -> None:
    def status_now() -> LegalStatus | None:
        last = read_all(feed.gateway(state=f"state-{len(feed.log_lines())}"))[-1]
        return last.document.status if last.document else last.status

    feed.publish(document())
    assert feed.run("status", "--document", ONE, "--status", "HHL", "--expires", "2026-12-31") == 0
    assert status_now() is LegalStatus.EXPIRED
    feed.publish(document())  # the same record: not a change, the status stays
    assert len(feed.log_lines()) == 2
    feed.publish(document(text="mới"))
    assert status_now() is LegalStatus.EXPIRED
    feed.publish(document(text="mới", status="CHL"))
    assert status_now() is LegalStatus.IN_FORCE
    feed.publish(document(text="noch neuer"))
    assert status_now() is LegalStatus.UNKNOWN


def test_the_same_status_twice_is_one_change(feed: PublishedFeed) -> None:
    feed.publish(document())
    for _ in range(2):
        assert feed.run("status", "--document", ONE, "--status", "HHL") == 0
    assert changes_of(feed) == [("put", 1), ("status", 2)]


def test_a_withdrawn_document_comes_back_when_changed_or_asked_for(feed: PublishedFeed) -> None:
    feed.publish(document())
    assert feed.run("withdraw", "--document", ONE) == 0
    assert feed.run("withdraw", "--document", ONE) == 0
    feed.publish(document())
    assert changes_of(feed) == [("put", 1), ("withdraw", 2)]
    feed.publish(document(), options=("--restore",))
    assert changes_of(feed)[2:] == [("put", 3)]
    assert feed.run("withdraw", "--document", ONE) == 0
    feed.publish(document(text="mới"))
    assert [change.kind for change in read_all(feed.gateway())][-2:] == [ChangeKind.WITHDRAW, ChangeKind.PUT]


def test_an_unknown_document_is_named(feed: PublishedFeed, capsys: pytest.CaptureFixture[str]) -> None:
    feed.publish(document())
    assert feed.run("withdraw", "--document", "test:none") == 2
    assert "test:none" in capsys.readouterr().err
    assert changes_of(feed) == [("put", 1)]


# --- signing --------------------------------------------------------------------------------


def test_refresh_renews_the_timestamp_alone_while_the_rest_is_young(feed: PublishedFeed) -> None:
    feed.publish(document())
    before = feed.files()
    assert feed.run("refresh") == 0
    changed = {name for name, data in feed.files().items() if before.get(name) != data}
    assert changed == {"timestamp.json"}


def test_refresh_renews_what_is_past_half_its_life(feed: PublishedFeed) -> None:
    feed.publish(document())
    old = feed.metadata({"targets": timedelta(days=100), "snapshot": timedelta(days=10)})
    old.publish(old.target_files, feed.keys)
    assert feed.run("refresh") == 0
    now = feed.metadata()
    assert now.targets is not None
    assert now.snapshot is not None
    assert now.targets.signed.expires > datetime.now(UTC) + timedelta(days=300)
    assert now.snapshot.signed.expires > datetime.now(UTC) + timedelta(days=25)


def test_refresh_needs_the_timestamp_key_only(feed: PublishedFeed) -> None:
    feed.publish(document())
    for role in ("root", "targets", "snapshot"):
        feed.keys.path(role).unlink()
    assert feed.run("refresh") == 0
    assert len(read_all(feed.gateway())) == 1


def test_publishing_without_the_key_of_the_documents_says_so(
    feed: PublishedFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    feed.publish(document())
    before = feed.files()
    feed.keys.path("targets").unlink()
    assert feed.run("withdraw", "--document", ONE) == 2
    assert "targets" in capsys.readouterr().err
    assert feed.files()["timestamp.json"] == before["timestamp.json"]


def test_a_key_that_the_root_does_not_name_signs_nothing(feed: PublishedFeed) -> None:
    feed.publish(document())
    feed.keys.create("targets", replace=True)
    assert feed.run("withdraw", "--document", ONE) == 2
    assert len(read_all(feed.gateway())) == 1


def test_keys_are_for_their_owner_and_never_overwritten(
    feed: PublishedFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert feed.run("create") == 0
    modes = {stat.S_IMODE(feed.keys.path(role).stat().st_mode) for role in ("root", "targets", "snapshot", "timestamp")}
    assert modes == {0o600}
    before = feed.keys.path("root").read_bytes()
    assert feed.run("create") == 2
    assert feed.keys.path("root").read_bytes() == before
    assert "already" in capsys.readouterr().err


def test_a_passphrase_locks_the_keys(feed: PublishedFeed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "một câu dài")
    locked = PublishedFeed(feed.folder / "locked")
    locked.publish(document())
    assert all(b"ENCRYPTED" in locked.keys.path(role).read_bytes() for role in ("root", "targets"))
    assert PublishedFeed(feed.folder / "locked").run("refresh") == 0
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "sai")
    assert PublishedFeed(feed.folder / "locked").run("refresh") == 2
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    assert PublishedFeed(feed.folder / "locked").run("refresh") == 2


# --- a feed that somebody touched -----------------------------------------------------------


@pytest.mark.parametrize("pattern", ["log/*.json", "[0-9]*.targets.json", "[0-9]*.snapshot.json", "timestamp.json"])
@pytest.mark.parametrize("how", ["changed", "removed"])
def test_what_was_tampered_with_is_not_signed_anew(feed: PublishedFeed, pattern: str, how: str) -> None:
    feed.publish(document())
    path = max(feed.feed.glob(pattern), key=lambda path: path.name)
    if how == "changed":
        path.write_bytes(path.read_bytes().replace(b'"version":', b'"version":7', 1))
    else:
        path.unlink()
    before = feed.files()
    assert feed.run("withdraw", "--document", ONE) == 2
    assert feed.files() == before


def test_one_publisher_at_a_time(feed: PublishedFeed, capsys: pytest.CaptureFixture[str]) -> None:
    feed.publish(document())
    with FeedFolder(feed.feed).locked():
        assert feed.run("refresh") == 2
    assert "another publisher" in capsys.readouterr().err
    assert feed.run("refresh") == 0


def test_where_there_is_no_feed_one_is_asked_to_create_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert PublishedFeed(tmp_path).run("refresh") == 2
    assert "create" in capsys.readouterr().err
