"""What every PortalGateway promises its reader: one suite on the fake and on the real client before the demo portal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest

from desktop.demo_ministry.portal import DemoPortal
from docs_archive.errors import FeedOffline, FeedRolledBack, NoFeedThere
from docs_archive.feed import SignedFeedGateway
from docs_archive.gateway import PortalGateway
from docs_archive.model import ChangeKind, DocumentId, FeedDocument, LegalStatus, Relation, RelationKind
from docs_archive.settings import ArchiveSettings
from tests.docs_archive.fake_gateway import FakePortalGateway


def a_document(number: str = "12/2024/TT-BLĐPTXH", text: str = "Điều 1. Phạm vi", **fields: Any) -> FeedDocument:
    plain: dict[str, Any] = {
        "id": DocumentId(f"boldptxh:{number}"),
        "number": number,
        "type": "Thông tư",
        "title": "Hướng dẫn chế độ báo cáo lao động",
        "issuer": "Bộ Lao động và Phát triển Xã hội",
        "signer": "Trần Quốc Khánh",
        "issued": date(2024, 8, 15),
        "effective": date(2024, 10, 1),
        "expires": None,
        "status": LegalStatus.IN_FORCE,
        "fields": ("Lao động",),
        "text": text,
    }
    return FeedDocument(**{**plain, **fields})


class Portal(Protocol):
    """The portal's side, as the suite needs it."""

    def put(self, document: FeedDocument) -> None: ...
    def withdraw(self, document: FeedDocument) -> None: ...
    def set_status(self, document: FeedDocument, status: LegalStatus, expires: date) -> None: ...
    def go_offline(self) -> None: ...
    def come_back(self) -> None: ...
    def gateway(self) -> PortalGateway: ...


class FakePortal:
    def __init__(self) -> None:
        self._gateway = FakePortalGateway(page_size=2)
        self.withdraw = lambda document: self._gateway.withdraw(document.id)
        self.come_back = self._gateway.come_back

    def put(self, document: FeedDocument) -> None:
        self._gateway.put(document)

    def set_status(self, document: FeedDocument, status: LegalStatus, expires: date) -> None:
        self._gateway.set_status(document.id, status, expires=expires)

    def go_offline(self) -> None:
        self._gateway.go_offline(FeedOffline("fake"))

    def gateway(self) -> PortalGateway:
        return self._gateway


class RealPortal:
    def __init__(self, folder: Path) -> None:
        self._portal = DemoPortal(folder, documents=[]).start()
        self._folder = folder
        self.go_offline = self._portal.go_offline
        self.come_back = self._portal.come_back
        self.stop = self._portal.stop

    def put(self, document: FeedDocument) -> None:
        plain = asdict(document)
        plain["status"] = document.status.value
        plain["relations"] = [
            {
                "kind": relation.kind.value,
                "number": relation.other_number,
                "title": relation.other_title,
                "id": relation.other_id,
                "inbound": relation.is_inbound,
                "partial": relation.is_partial,
                "provisions": relation.provisions,
            }
            for relation in document.relations
        ]
        self._portal.add_document(**plain)

    def withdraw(self, document: FeedDocument) -> None:
        self._portal.withdraw(document.number)

    def set_status(self, document: FeedDocument, status: LegalStatus, expires: date) -> None:
        self._portal.set_status(document.number, status.value, expires.isoformat())

    def gateway(self) -> PortalGateway:
        settings = ArchiveSettings(self._portal.feed_url, self._portal.trust_root, timeout=5)
        return SignedFeedGateway(settings, self._folder / "state")


@pytest.fixture(params=["fake", "signed feed"])
def portal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Portal]:
    if request.param == "fake":
        yield FakePortal()
    else:
        real = RealPortal(tmp_path)
        yield real
        real.stop()


@pytest.fixture
def gateway(portal: Portal) -> Iterator[PortalGateway]:
    gateway = portal.gateway()
    yield gateway
    gateway.close()


def read_on(gateway: PortalGateway, cursor: int = 0) -> list[Any]:
    changes: list[Any] = []
    while (page := gateway.changes(cursor)).changes:
        changes += page.changes
        cursor = page.cursor
    assert page.cursor == cursor == page.newest
    return changes


def test_an_empty_portal_has_one_empty_page(gateway: PortalGateway) -> None:
    page = gateway.changes(0)
    assert (page.changes, page.cursor, page.newest) == ((), 0, 0)
    assert not gateway.has_news()


def test_before_the_first_reading_there_is_news(portal: Portal, gateway: PortalGateway) -> None:
    portal.put(a_document())
    assert gateway.has_news()


def test_a_document_comes_as_it_was_published(portal: Portal, gateway: PortalGateway) -> None:
    whole = a_document(
        text="Điều 1. Một\u2028dòng\n\nĐiều 2. Hai",
        expires=date(2030, 1, 1),
        status=LegalStatus.EXPIRED_IN_PART,
        relations=(
            Relation(RelationKind.REPLACES, "03/2021/TT-BLĐPTXH", "Cũ", DocumentId("boldptxh:3"), provisions="Điều 1"),
            Relation(RelationKind.AMENDS, "05/2026/TT-BLĐPTXH", is_inbound=True, is_partial=True),
        ),
        source_url="https://boldptxh.example/van-ban/1",
        text_kind="codified-articles",
    )
    bare = a_document("88/KH-BLĐPTXH", "", title="", issued=None, effective=None, status=LegalStatus.UNKNOWN, fields=())
    portal.put(whole)
    portal.put(bare)
    first, second = read_on(gateway)
    assert (first.kind, first.sequence, first.document) == (ChangeKind.PUT, 1, whole)
    assert (second.kind, second.sequence, second.document) == (ChangeKind.PUT, 2, bare)


def test_news_end_when_all_was_read_and_begin_again(portal: Portal, gateway: PortalGateway) -> None:
    portal.put(a_document())
    read_on(gateway)
    assert not gateway.has_news()
    assert not gateway.has_news()
    portal.put(a_document(text="mới"))
    assert gateway.has_news()
    (change,) = read_on(gateway, 1)
    assert change.document.text == "mới"
    assert not gateway.has_news()


def test_an_interrupted_reading_is_still_news(portal: Portal, gateway: PortalGateway) -> None:
    for number in range(3):
        portal.put(a_document(f"{number}/2026/TT-B"))
    gateway.changes(0)
    assert gateway.has_news()
    assert [change.sequence for change in read_on(gateway, 2)] == [3]


def test_pages_hang_together_from_any_cursor(portal: Portal, gateway: PortalGateway) -> None:
    for number in range(5):
        portal.put(a_document(f"{number}/2026/TT-B"))
    for cursor in range(6):
        assert [change.sequence for change in read_on(gateway, cursor)] == list(range(cursor + 1, 6))


def test_status_and_withdrawal_are_changes_in_order(portal: Portal, gateway: PortalGateway) -> None:
    document = a_document()
    portal.put(document)
    portal.set_status(document, LegalStatus.EXPIRED, date(2026, 12, 31))
    portal.withdraw(document)
    portal.put(a_document(text="trở lại"))
    put, status, withdrawn, again = read_on(gateway)
    assert (put.document_id, status.document_id, withdrawn.document_id) == (document.id,) * 3
    assert (status.kind, status.status, status.expires) == (
        ChangeKind.STATUS,
        LegalStatus.EXPIRED,
        date(2026, 12, 31),
    )
    assert status.document is None
    assert isinstance(status.on, date)
    assert withdrawn.kind is ChangeKind.WITHDRAW
    assert isinstance(withdrawn.on, date)
    assert again.document.text == "trở lại"


def test_a_cursor_beyond_the_log_means_it_was_rolled_back(portal: Portal, gateway: PortalGateway) -> None:
    portal.put(a_document())
    with pytest.raises(FeedRolledBack):
        gateway.changes(2)


def test_offline_is_an_error_of_both_calls_and_passes(portal: Portal, gateway: PortalGateway) -> None:
    portal.put(a_document())
    read_on(gateway)
    portal.go_offline()
    with pytest.raises(FeedOffline):
        gateway.has_news()
    with pytest.raises(FeedOffline):
        gateway.changes(1)
    portal.come_back()
    assert not gateway.has_news()


def test_a_folder_that_is_no_feed_is_refused_and_changes_nothing(portal: Portal, tmp_path: Path) -> None:
    portal.put(a_document())
    gateway = portal.gateway()
    with pytest.raises(NoFeedThere):
        gateway.read_beside(tmp_path / "nowhere")
    gateway.read_beside(None)
    assert gateway.changes(0).changes
