"""The local copy: pages go in whole, texts stay, errors are ours."""

from __future__ import annotations

import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from docs_archive import schema
from docs_archive.archive import open_archive, set_aside_damaged
from docs_archive.errors import ArchiveDamaged, ArchiveDiskFull, ArchiveStoreError, ArchiveUnknownSchema
from docs_archive.model import (
    ChangeKind,
    DocumentId,
    FeedChange,
    FeedDocument,
    FeedPage,
    LegalStatus,
    Relation,
    RelationKind,
    SearchQuery,
)
from docs_archive.store import ArchiveStore

from .builders import document, many

DAY = date(2026, 11, 22)


def page(*documents: FeedDocument, after: int = 0) -> FeedPage:
    changes = tuple(
        FeedChange(number, ChangeKind.PUT, one.id, document=one) for number, one in enumerate(documents, after + 1)
    )
    return FeedPage(changes, after + len(changes), after + len(changes))


def one_change(sequence: int, kind: ChangeKind, document_id: DocumentId, **more: object) -> FeedPage:
    return FeedPage((FeedChange(sequence, kind, document_id, **more),), sequence, sequence)  # type: ignore[arg-type]


def test_a_page_goes_in_with_its_cursor(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path)
    applied = store.apply(page(*many(3)))
    assert len(applied.new) == 3 and applied.amended == ()
    assert (store.cursor(), store.count()) == (3, 3)
    store.close()
    assert ArchiveStore(tmp_path).cursor() == 3


def test_a_page_that_fails_leaves_neither_documents_nor_cursor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ArchiveStore(tmp_path)
    store.apply(page(document("1/2020/TT-A")))
    with monkeypatch.context() as patch:
        patch.setattr("docs_archive.store._set_state", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.apply(page(document("2/2020/TT-A"), after=1))
    assert (store.cursor(), store.count()) == (1, 1)
    store.apply(page(document("2/2020/TT-A"), after=1))
    assert (store.cursor(), store.count()) == (2, 2)


def test_an_amended_text_keeps_the_old_one(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path)
    first = document(text="Điều 1. Cũ")
    store.apply(page(first))
    again = store.apply(page(document(text="Điều 1. Cũ"), after=1))
    assert (again.new, again.amended) == ((), ())  # the same once more is no news
    applied = store.apply(page(document(text="Điều 1. Mới"), after=2))
    assert applied.amended == (first.id,)
    assert [(version, body) for version, _, body in store.revisions(first.id)] == [
        (1, "Điều 1. Cũ"),
        (2, "Điều 1. Mới"),
    ]
    archive = open_archive(tmp_path)
    held = archive.document(first.id)
    assert held is not None and held.text == "Điều 1. Mới"


def test_a_page_taken_twice_changes_nothing(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path)
    store.apply(page(document(text="Một"), document(text="Hai")))
    store.apply(page(document(text="Một"), document(text="Hai")))
    assert [body for _, _, body in store.revisions(document().id)] == ["Một", "Hai"]


def test_a_withdrawal_keeps_the_text(tmp_path: Path) -> None:
    store, one = ArchiveStore(tmp_path), document()
    store.apply(page(one))
    applied = store.apply(one_change(2, ChangeKind.WITHDRAW, one.id, on=date(2026, 11, 1)))
    assert applied.amended == (one.id,)
    held = open_archive(tmp_path).document(one.id)
    assert held is not None and held.text == one.text and held.summary.withdrawn_on == date(2026, 11, 1)
    store.apply(page(one, after=2))  # published again
    held = open_archive(tmp_path).document(one.id)
    assert held is not None and held.summary.withdrawn_on is None


def test_a_status_alone_changes(tmp_path: Path) -> None:
    store, one = ArchiveStore(tmp_path), document()
    store.apply(page(one))
    store.apply(one_change(2, ChangeKind.STATUS, one.id, status=LegalStatus.EXPIRED, expires=date(2026, 12, 1)))
    archive = open_archive(tmp_path)
    (before,) = archive.summaries([one.id], on=DAY)
    (after,) = archive.summaries([one.id], on=date(2026, 12, 1))
    assert (before.status, after.status) == (LegalStatus.IN_FORCE, LegalStatus.EXPIRED)
    assert before.source_status is LegalStatus.EXPIRED
    assert store.apply(one_change(3, ChangeKind.STATUS, DocumentId("nobody"), status=LegalStatus.EXPIRED)).amended == ()


def test_relations_meet_when_the_other_document_comes(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path)
    amends = Relation(RelationKind.AMENDS, "12/2024/TT-BLĐPTXH", is_partial=True, provisions="Điều 5")
    newer = document("05/2026/TT-BLĐPTXH", title="Sửa đổi", relations=(amends,), issued=date(2026, 3, 2))
    store.apply(page(newer))
    archive = open_archive(tmp_path)
    held = archive.document(newer.id)
    assert held is not None and [(one.other_id, one.provisions) for one in held.relations] == [(None, "Điều 5")]
    older = document("12/2024/TT-BLDPTXH")  # typed without Đ: the same number
    store.apply(page(older, after=1))
    held = archive.document(newer.id)
    assert held is not None and held.relations[0].other_id == older.id and held.relations[0].other_title == older.title
    seen_from_there = archive.document(older.id)
    assert seen_from_there is not None
    (relation,) = seen_from_there.relations
    assert (relation.is_inbound, relation.other_id, relation.other_title) == (True, newer.id, "Sửa đổi")


def test_one_number_of_two_documents_is_not_guessed(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path)
    law = document("04/2007/QH12", type="Luật", title="Thuế thu nhập cá nhân")
    resolution = document("04/2007/QH12", type="Nghị quyết", title="Nghị quyết")
    citing = document("1/2008/TT-A", relations=(Relation(RelationKind.GUIDES, "04/2007/QH12"),))
    store.apply(page(law, resolution, citing))
    archive = open_archive(tmp_path)
    assert {one.id for one in archive.find_by_number("04/2007/QH12")} == {law.id, resolution.id}
    held = archive.document(citing.id)
    assert held is not None and held.relations[0].other_id is None


def test_a_long_text_comes_back_letter_by_letter(tmp_path: Path) -> None:
    body = "".join(f"Điều {number}. Tên thứ {number}\n“Nội dung” dài hơn.\n" for number in range(1, 3000))
    one = document(text=body)
    ArchiveStore(tmp_path).apply(page(one))
    held = open_archive(tmp_path).document(one.id)
    assert held is not None and held.text == body and len(held.provisions) == 2999


def test_two_read_while_one_writes(tmp_path: Path) -> None:
    """Readers see whole pages only, and are never kept waiting by the writer."""
    store = ArchiveStore(tmp_path)
    store.apply(page(*many(10)))
    done = threading.Event()
    counts: list[set[int]] = [set(), set()]
    errors: list[BaseException] = []

    def read(seen: set[int]) -> None:
        archive = open_archive(tmp_path)
        try:
            while not done.is_set():
                seen.add(archive.count())
                archive.search(SearchQuery(""))
        except BaseException as error:
            errors.append(error)
        finally:
            archive.close()

    threads = [threading.Thread(target=read, args=(seen,)) for seen in counts]
    for thread in threads:
        thread.start()
    documents = many(410)
    for start in range(10, 410, 50):
        store.apply(page(*documents[start : start + 50], after=start))
    done.set()
    for thread in threads:
        thread.join(60)
    assert not errors and all(count % 50 == 10 for seen in counts for count in seen)


def test_a_second_writer_waits_its_turn(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path)
    other = sqlite3.connect(tmp_path / "archive.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    timer.start()
    store.apply(page(document()))
    timer.join()
    assert store.count() == 1


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"not a database at all" * 500)
    with pytest.raises(ArchiveDamaged):
        open_archive(tmp_path)
    aside = set_aside_damaged(tmp_path)
    assert aside.exists() and open_archive(tmp_path).count() == 0


def test_a_damaged_page(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path)
    store.apply(page(*many(200)))
    store.close()
    whole = sqlite3.connect(tmp_path / "archive.db")
    whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole.close()
    path = tmp_path / "archive.db"
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    path.write_bytes(content)
    with pytest.raises(ArchiveStoreError) as raised:
        archive = open_archive(tmp_path)
        for one in many(200):
            archive.document(one.id)
    assert isinstance(raised.value, ArchiveDamaged)


def test_a_schema_of_tomorrow(tmp_path: Path) -> None:
    ArchiveStore(tmp_path).close()
    database = sqlite3.connect(tmp_path / "archive.db")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(ArchiveUnknownSchema) as raised:
        open_archive(tmp_path)
    assert raised.value.args == (99, len(schema.STEPS))


def test_an_upgrade_is_done_once_and_keeps_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ArchiveStore(tmp_path)
    store.apply(page(document()))
    store.close()
    steps = []

    def step(connection: schema.Connection) -> None:
        steps.append(1)
        connection.execute(text("CREATE TABLE notes_of_tomorrow (x)"))

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))
    opened = [threading.Thread(target=lambda: ArchiveStore(tmp_path).close()) for _ in range(4)]
    for thread in opened:
        thread.start()
    for thread in opened:
        thread.join(30)
    assert steps == [1] and ArchiveStore(tmp_path).count() == 1


def test_a_full_disk_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ArchiveStore(tmp_path)
    store.apply(page(document()))
    with schema.reading(store._engine) as connection:
        pages = connection.scalar(text("PRAGMA page_count")) or 0
    prepare = schema._prepare

    def small(connection: sqlite3.Connection, record: object) -> None:
        prepare(connection, record)
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")

    monkeypatch.setattr(schema, "_prepare", small)
    full = ArchiveStore(tmp_path)
    with pytest.raises(ArchiveDiskFull):
        full.apply(page(*many(300), after=1))
    assert (full.cursor(), full.count()) == (1, 1)
    assert len(store.apply(page(*many(300), after=1)).new) == 300


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveStoreError):
        open_archive(tmp_path / "file" / "archive")
