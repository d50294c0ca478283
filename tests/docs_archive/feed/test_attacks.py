"""What an attacker who owns the server or the line can try, named as in the TUF specification (1.5.2) and in
tuf-conformance: each is refused with its own error, and what was read before stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tuf.api.metadata import Metadata, Snapshot, Timestamp

from docs_archive.errors import FeedDamaged, FeedError, FeedExpired, FeedNotTrusted, FeedRolledBack
from docs_archive.publisher.keys import KeyFolder
from tests.docs_archive.feed.refusals import refused
from tests.docs_archive.published_feed import PublishedFeed, document, read_all

PAST = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def stranger(published: PublishedFeed) -> KeyFolder:
    keys = KeyFolder(published.folder / "stranger")
    for role in ("root", "targets", "snapshot", "timestamp"):
        keys.create(role)
    return keys


# --- rollback ------------------------------------------------------------


def test_an_older_timestamp_is_refused(published: PublishedFeed) -> None:
    gateway = published.gateway()
    old = published.files()["timestamp.json"]
    published.publish(document(text="mới"))
    assert len(read_all(gateway)) == 2
    published.server.faults.served["timestamp.json"] = old
    assert gateway.has_news()
    assert refused(published, FeedRolledBack, gateway, 2).args == ("timestamp.json",)
    published.server.faults.served.clear()
    assert gateway.changes(2).changes == ()


def test_a_newer_timestamp_that_names_an_older_snapshot_is_refused(published: PublishedFeed) -> None:
    gateway = published.gateway()
    old = published.metadata().timestamp
    published.publish(document(text="mới"))
    read_all(gateway)
    assert old is not None
    stamp = Timestamp.from_dict(old.signed.to_dict())
    stamp.version = 99
    published.sign("timestamp", stamp)
    refused(published, FeedRolledBack, gateway, 2)


def test_a_newer_snapshot_that_names_older_targets_is_refused(published: PublishedFeed) -> None:
    gateway = published.gateway()
    old = published.metadata().snapshot
    published.publish(document(text="mới"))
    read_all(gateway)
    assert old is not None

    def older_targets(snapshot: Snapshot) -> None:
        snapshot.meta = dict(old.signed.meta)

    published.forge("snapshot", older_targets)
    refused(published, FeedRolledBack, gateway, 2)


def test_a_snapshot_that_forgets_the_targets_is_refused(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    published.forge("snapshot", lambda snapshot: snapshot.meta.clear())
    refused(published, FeedDamaged, gateway)


def test_a_log_shorter_than_what_was_read_is_refused(published: PublishedFeed) -> None:
    assert refused(published, FeedRolledBack, cursor=7).args == ("log",)


# --- freeze ------------------------------------------------------------


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_an_expired_file_is_refused_and_its_day_named(published: PublishedFeed, role: str) -> None:
    gateway = published.gateway()
    read_all(gateway)

    def expire(signed: Any) -> None:
        signed.expires = PAST

    published.forge(role, expire)
    name, day = refused(published, FeedExpired, gateway).args
    assert role in name
    assert day == PAST.isoformat()
    refused(published, FeedExpired, published.gateway(state="newcomer"), 0)


def test_an_expired_root_is_refused(published: PublishedFeed) -> None:
    root = published.root()
    root.version, root.expires = 2, PAST
    published.sign("root", root)
    assert refused(published, FeedExpired).args == ("root.json", PAST.isoformat())


def test_a_server_that_says_not_modified_for_ever_is_noticed_when_the_timestamp_ends(
    published: PublishedFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.metadata({"timestamp": timedelta(hours=1)}).renew(published.keys)
    gateway = published.gateway()
    read_all(gateway)
    assert not gateway.has_news()
    assert not gateway.has_news()
    assert published.server.requests[-1].status == 304
    later = datetime.now(UTC) + timedelta(hours=2)

    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return later

    monkeypatch.setattr("docs_archive.feed.signed_feed_gateway.datetime", Later)
    with pytest.raises(FeedExpired) as found:
        gateway.has_news()
    assert published.server.requests[-1].status == 304
    assert found.value.args[0] == "timestamp.json"


# --- mix and match ------------------------------------------------------------


@pytest.mark.parametrize("name", ["snapshot", "targets"])
def test_files_of_two_states_are_not_put_together(published: PublishedFeed, name: str) -> None:
    old = published.files()
    published.publish(document(text="mới"))
    new = {path for path in published.files() if path.endswith(f".{name}.json")} - set(old)
    assert len(new) == 1
    older = max(path for path in old if path.endswith(f".{name}.json"))
    published.server.faults.served[new.pop()] = old[older]
    refused(published, FeedDamaged, cursor=0)


def test_a_page_of_another_state_is_refused(published: PublishedFeed) -> None:
    gateway = published.gateway()
    old = published.files()
    page = next(path for path in old if path.startswith("log/"))
    published.publish(document(text="mới"))
    newer = next(path for path in published.files() if path.startswith("log/") and path not in old)
    published.server.faults.served[newer] = old[page]
    refused(published, FeedDamaged, gateway, 1)


# --- keys ------------------------------------------------------------


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_file_signed_by_a_stranger_is_refused(published: PublishedFeed, stranger: KeyFolder, role: str) -> None:
    gateway = published.gateway()
    read_all(gateway)
    published.forge(role, by=stranger)
    assert role in refused(published, FeedNotTrusted, gateway).args[0]
    refused(published, FeedNotTrusted, published.gateway(state="newcomer"), 0)


@pytest.mark.parametrize("signer", ["snapshot", "targets", "root"])
def test_a_key_signs_for_its_own_role_only(published: PublishedFeed, signer: str) -> None:
    keys = KeyFolder(published.folder / "wrong")
    keys.folder.mkdir()
    keys.path("timestamp").write_bytes(published.keys.path(signer).read_bytes())
    published.forge("timestamp", by=keys)
    refused(published, FeedNotTrusted)


def test_an_unsigned_file_is_refused(published: PublishedFeed) -> None:
    metadata = Metadata.from_file(str(published.feed / "timestamp.json"))
    metadata.signatures.clear()
    published.server.faults.served["timestamp.json"] = metadata.to_bytes()
    refused(published, FeedNotTrusted)


def test_a_changed_file_under_its_old_signature_is_refused(published: PublishedFeed) -> None:
    metadata = Metadata.from_file(str(published.feed / "timestamp.json"))
    metadata.signed.version += 1
    published.server.faults.served["timestamp.json"] = metadata.to_bytes()
    refused(published, FeedNotTrusted)


def test_a_feed_of_another_ministry_is_refused(published: PublishedFeed) -> None:
    other = PublishedFeed(published.folder / "other")
    other.publish(document())
    root = (other.feed / "1.root.json").read_bytes()
    with pytest.raises(FeedNotTrusted):
        published.gateway(trust_root=root).changes(0)


@pytest.mark.parametrize("root", [b"", b"{}", b"\xff\xfe", b'{"signed": {"_type": "root"}, "signatures": []}'])
def test_a_trust_root_that_is_none_is_an_error_of_ours(published: PublishedFeed, root: bytes) -> None:
    with pytest.raises(FeedError):
        published.gateway(trust_root=root or b" ").changes(0)


# --- root rotation ------------------------------------------------------------


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_new_keys_are_followed_from_the_first_root_on(published: PublishedFeed, role: str) -> None:
    gateway = published.gateway()
    read_all(gateway)
    assert published.run("rotate", "--role", role) == 0
    published.publish(document(text="mới"))
    assert [change.sequence for change in read_all(gateway, 1)] == [2]
    assert len(read_all(published.gateway(state="newcomer"))) == 2


def test_a_revoked_key_no_longer_signs(published: PublishedFeed) -> None:
    gateway = published.gateway()
    read_all(gateway)
    old = KeyFolder(published.folder / "old")
    old.folder.mkdir()
    old.path("timestamp").write_bytes(published.keys.path("timestamp").read_bytes())
    assert published.run("rotate", "--role", "timestamp") == 0
    published.forge("timestamp", by=old)
    refused(published, FeedNotTrusted, gateway)


def test_a_root_that_the_old_root_did_not_sign_is_refused(published: PublishedFeed, stranger: KeyFolder) -> None:
    root = published.root()
    key = stranger.signer("root").public_key
    root.keys[key.keyid] = key
    root.roles["root"].keyids = [key.keyid]
    root.version = 2
    published.sign("root", root, by=stranger)
    assert refused(published, FeedNotTrusted).args == ("2.root.json",)


def test_a_root_that_skips_a_version_is_refused(published: PublishedFeed) -> None:
    root = published.root()
    root.version = 3
    published.sign("root", root, name="2.root.json")
    refused(published, FeedRolledBack)


def test_roots_without_end_come_to_an_end(published: PublishedFeed) -> None:
    root = published.root()
    for version in range(2, 120):
        root.version = version
        published.sign("root", root)
    gateway = published.gateway()
    gateway.changes(0)
    asked = [each.path for each in published.server.requests if each.path.endswith(".root.json")]
    assert len(asked) <= 64
