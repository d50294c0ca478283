"""The demo portal's handles do what they say, as the real client sees it; and the story it publishes is whole."""

from __future__ import annotations

import http.client
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.demo_ministry.portal import DemoPortal, PublisherFailed
from desktop.demo_ministry.story_documents import story_documents
from docs_archive.errors import (
    FeedDamaged,
    FeedError,
    FeedExpired,
    FeedNotTrusted,
    FeedOffline,
    FeedRolledBack,
    FeedServerError,
)
from docs_archive.feed import SignedFeedGateway
from docs_archive.model import ChangeKind, FeedChange, LegalStatus
from docs_archive.settings import ArchiveSettings

AMENDED = "12/2024/TT-BLĐPTXH"


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portal")
    DemoPortal(folder).start().stop()
    return folder


@pytest.fixture
def portal(published_once: Path, tmp_path: Path) -> Iterator[DemoPortal]:
    shutil.copytree(published_once, tmp_path / "portal")
    with DemoPortal(tmp_path / "portal") as portal:
        yield portal


@pytest.fixture
def gateway(portal: DemoPortal, tmp_path: Path) -> Iterator[SignedFeedGateway]:
    gateway = SignedFeedGateway(ArchiveSettings(portal.feed_url, portal.trust_root, timeout=5), tmp_path / "state")
    yield gateway
    gateway.close()


def read_on(gateway: SignedFeedGateway, cursor: int = 0) -> list[FeedChange]:
    changes: list[FeedChange] = []
    while (page := gateway.changes(cursor)).changes:
        changes += page.changes
        cursor = page.cursor
    return changes


def get(portal: DemoPortal, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", int(portal.feed_url.split(":")[2].strip("/")), timeout=5)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


# --- the story --------------------------------------------------------------------------------------------------------


def test_the_story_has_forty_documents_of_every_status() -> None:
    documents = story_documents()
    assert len(documents) == 40
    assert len({document["id"] for document in documents}) == len({each["number"] for each in documents}) == 40
    assert {document.get("status", "unknown") for document in documents} == {status.value for status in LegalStatus}
    assert all(600 <= len(document["text"]) <= 6000 for document in documents)


@pytest.mark.parametrize(
    ("number", "status", "issued"),
    [
        ("12/2024/TT-BLĐPTXH", "CHL", "2024"),
        ("05/2026/TT-BLĐPTXH", "CHL", "2026"),
        ("03/2021/TT-BLĐPTXH", "HHL", "2021"),
        ("18/2023/TT-BLĐPTXH", "HHL1P", "2023"),
        ("21/2026/TT-BLĐPTXH", "CCHL", "2026"),
        ("07/2022/TT-BLĐPTXH", "TNHL", "2022"),
        ("09/2020/TT-BLĐPTXH", "TNHL1P", "2020"),
        ("15/2008/TT-BLĐPTXH", "KCPH", "2008"),
        ("345/QĐ-LĐPTXH", None, "2026-03-12"),
        ("1280/LĐPTXH-VP", None, "2026-11-02"),
        ("88/KH-BLĐPTXH", None, "2026"),
        ("41/2025/NĐ-CP", "CHL", "2025"),
    ],
)
def test_the_documents_that_mails_cite_are_there(number: str, status: str | None, issued: str) -> None:
    (document,) = [each for each in story_documents() if each["number"] == number]
    assert document.get("status") == status
    assert document["issued"].startswith(issued)


def test_every_relation_names_a_title_and_dates_agree() -> None:
    documents = {document["id"]: document for document in story_documents()}
    for document in documents.values():
        assert document.get("effective", "9999") >= document["issued"], document["number"]
        for relation in document.get("relations", []):
            assert relation["title"], (document["number"], relation["number"])
            if relation["kind"] in {"replaces", "amends", "abolishes", "corrects", "consolidates"} and "id" in relation:
                assert documents[relation["id"]]["issued"] < document["issued"], document["number"]
                if relation["kind"] == "replaces":
                    assert documents[relation["id"]]["status"] == "HHL"
                    assert documents[relation["id"]]["expires"] == document["effective"]


def test_the_story_reaches_the_client_whole(portal: DemoPortal, gateway: SignedFeedGateway) -> None:
    arrived = {change.document.number: change.document for change in read_on(gateway) if change.document is not None}
    for document in story_documents():
        found = arrived.pop(document["number"])
        assert found.text == document["text"]
        assert found.title == document["title"]
        assert found.status.value == document.get("status", "unknown")
        assert [(each.kind.value, each.other_number) for each in found.relations] == [
            (each["kind"], each["number"]) for each in document.get("relations", [])
        ]
    assert not arrived


# --- what the ministry does -------------------------------------------------------------------------------------------


def test_an_amended_document_is_one_change(portal: DemoPortal, gateway: SignedFeedGateway) -> None:
    read_on(gateway)
    portal.amend(AMENDED, replace=("gửi chậm nhất là ngày 20 tháng 12", "gửi chậm nhất là ngày 28 tháng 12"))
    assert gateway.has_news()
    (change,) = read_on(gateway, 40)
    assert change.document is not None
    assert "ngày 28 tháng 12" in change.document.text
    portal.amend(AMENDED, new_text="Điều 1. Khác hẳn", title="Tên khác")
    (change,) = read_on(gateway, 41)
    assert change.document is not None
    assert (change.document.text, change.document.title) == ("Điều 1. Khác hẳn", "Tên khác")


def test_what_is_not_said_cannot_be_replaced(portal: DemoPortal) -> None:
    with pytest.raises(ValueError, match="12/2024"):
        portal.amend(AMENDED, replace=("không có câu này", ""))


def test_documents_are_added_withdrawn_and_change_status(portal: DemoPortal, gateway: SignedFeedGateway) -> None:
    portal.add_document(number="99/2026/TT-BLĐPTXH", type="Thông tư", title="Mới", issuer="Bộ", text="Điều 1.")
    portal.withdraw("1280/LĐPTXH-VP")
    portal.set_status(AMENDED, "HHL", "2027-01-01")
    added, withdrawn, changed = read_on(gateway, 40)
    assert added.document is not None
    assert added.document.number == "99/2026/TT-BLĐPTXH"
    assert (withdrawn.kind, withdrawn.document_id) == (ChangeKind.WITHDRAW, portal.documents["1280/LĐPTXH-VP"]["id"])
    assert changed.status is LegalStatus.EXPIRED


def test_a_second_start_goes_on_where_the_first_ended(portal: DemoPortal, gateway: SignedFeedGateway) -> None:
    root = portal.trust_root
    read_on(gateway)
    portal.amend(AMENDED, new_text="Điều 1. Khác hẳn")
    portal.withdraw("1280/LĐPTXH-VP")
    portal.stop()
    with DemoPortal(portal.folder) as again:
        assert again.trust_root == root
        later = SignedFeedGateway(ArchiveSettings(again.feed_url, root, timeout=5), portal.folder / "other-state")
        amended, withdrawn, restored, back = read_on(later, 40)
        assert amended.document_id == restored.document_id
        assert withdrawn.document_id == back.document_id
        assert restored.document is not None
        assert restored.document.text == again.documents[AMENDED]["text"] != portal.documents[AMENDED]["text"]
        later.close()


def test_an_unchanged_start_runs_no_publisher(portal: DemoPortal) -> None:
    portal.stop()
    with DemoPortal(portal.folder, publisher=[sys.executable, "-c", "raise SystemExit(9)"]) as again:
        assert again.trust_root


def test_a_publisher_that_fails_is_told(tmp_path: Path) -> None:
    broken = DemoPortal(tmp_path, publisher=[sys.executable, "-c", "raise SystemExit('no disk today')"])
    with pytest.raises(PublisherFailed, match="no disk today"):
        broken.start()


@pytest.mark.parametrize("left", ["keys/root.pem", "keys/timestamp.pem"])
def test_a_first_start_that_was_killed_is_begun_again(tmp_path: Path, left: str) -> None:
    (tmp_path / left).parent.mkdir(parents=True)
    (tmp_path / left).write_bytes(b"-----BEGIN")
    with DemoPortal(tmp_path, documents=[]) as portal:
        assert portal.trust_root


def test_a_publisher_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PublisherFailed):
        DemoPortal(tmp_path, publisher=[str(tmp_path / "no-such-program")]).start()


# --- what goes wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (DemoPortal.damage_next_download, FeedDamaged),
        (DemoPortal.truncate_next_download, FeedDamaged),
        (DemoPortal.go_offline, FeedOffline),
        (lambda portal: portal.fail_with(503), FeedServerError),
        (DemoPortal.roll_back, FeedRolledBack),
        (DemoPortal.sign_by_stranger, FeedNotTrusted),
    ],
    ids=["damaged", "truncated", "offline", "503", "rolled back", "stranger"],
)
def test_a_fault_has_its_error_and_passes(
    portal: DemoPortal, gateway: SignedFeedGateway, fault: Callable[[DemoPortal], None], error: type[FeedError]
) -> None:
    read_on(gateway)
    portal.amend(AMENDED, new_text="Điều 1. Khác hẳn")
    gateway.changes(41)
    fault(portal)
    with pytest.raises(error):
        gateway.changes(40)
    portal.come_back()
    (change,) = read_on(gateway, 40)
    assert change.document is not None
    assert change.document.text == "Điều 1. Khác hẳn"


def test_an_expired_feed_is_told_and_mended(portal: DemoPortal, gateway: SignedFeedGateway) -> None:
    read_on(gateway)
    portal.let_expire()
    with pytest.raises(FeedExpired):
        gateway.changes(40)
    portal.refresh()
    assert gateway.changes(40).changes == ()
    portal.let_expire()
    portal.stop()
    with DemoPortal(portal.folder) as again:  # the next start mends it too
        later = SignedFeedGateway(ArchiveSettings(again.feed_url, again.trust_root, timeout=5), again.folder / "state")
        assert later.changes(40).changes == ()
        later.close()


# --- the server -------------------------------------------------------------------------------------------------------


def test_an_unchanged_file_is_304(portal: DemoPortal) -> None:
    status, headers, body = get(portal, "/timestamp.json")
    assert (status, len(body)) == (200, int(headers["Content-Length"]))
    assert get(portal, "/timestamp.json", If_None_Match=headers["ETag"])[0] == 304
    assert get(portal, "/timestamp.json", If_None_Match='"other"')[0] == 200
    portal.refresh()
    assert get(portal, "/timestamp.json", If_None_Match=headers["ETag"])[0] == 200


@pytest.mark.parametrize(
    ("asked", "status", "begin", "end"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=5-", 206, 5, None),
        ("bytes=-7", 206, -7, None),
        ("bytes=99999999-", 416, 0, 0),
    ],
)
def test_ranges(portal: DemoPortal, asked: str, status: int, begin: int, end: int | None) -> None:
    whole = get(portal, "/1.root.json")[2]
    answer = get(portal, "/1.root.json", Range=asked)
    assert (answer[0], answer[2]) == (status, whole[begin:end])


@pytest.mark.parametrize(
    "path", ["/../keys/root.pem", "/%2e%2e/keys/root.pem", "//etc/passwd", "/.publisher.lock", "/", "/log"]
)
def test_nothing_outside_the_feed_is_served(portal: DemoPortal, path: str) -> None:
    assert get(portal, path)[0] == 404


def test_requests_are_listed(portal: DemoPortal) -> None:
    get(portal, "/timestamp.json")
    get(portal, "/nothing")
    assert [(each.path, each.status) for each in portal.requests] == [("/timestamp.json", 200), ("/nothing", 404)]
