"""The encrypted file under trouble: wrong key, newer version, damage, no room, two writers. Nothing there is lost."""

from __future__ import annotations

import multiprocessing
import random
import resource
import shutil
import threading
from pathlib import Path

import pytest

from mail import (
    DiskFull,
    Mailbox,
    MailboxSync,
    MailSettings,
    StoreBusy,
    StoreDamaged,
    UnknownSchema,
    WrongKey,
    open_mailbox,
)
from mail import database as database_module
from mail.database import Database
from mail.schema import SCHEMA_VERSION, metadata
from tests.mail.builders import KEY, a_draft
from tests.mail.fake_gateway import ARCHIVE, INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
OTHER_KEY = bytes(32)


def filled(path: Path, mails: int = 40) -> FakeMailboxGateway:
    server = FakeMailboxGateway()
    for number in range(mails):
        server.deliver(f"Thư {number}", random.Random(number).randbytes(5000).hex())
    sync(server, path)
    return server


def sync(server: FakeMailboxGateway, path: Path) -> None:
    one = MailboxSync(server, path, KEY, SETTINGS)
    list(one.round())
    one.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if not path.name.endswith("-shm")}


def test_a_wrong_key_is_told_and_nothing_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    filled(path, 3)
    before = contents(tmp_path)
    with pytest.raises(WrongKey):
        open_mailbox(path, OTHER_KEY)
    with pytest.raises(WrongKey):
        MailboxSync(FakeMailboxGateway(), path, OTHER_KEY, SETTINGS)
    with pytest.raises(WrongKey):
        open_mailbox(path, b"short")
    (tmp_path / "mail.db-key-check").unlink()
    with pytest.raises(WrongKey):
        open_mailbox(path, OTHER_KEY)
    del before["mail.db-key-check"]
    assert contents(tmp_path) == before
    mailbox = open_mailbox(path, KEY)
    assert len(mailbox.message_ids(INBOX)) == 3
    mailbox.close()


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    filled(path, 3)
    database = Database(path, KEY)
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    database.close()
    before = contents(tmp_path)
    with pytest.raises(UnknownSchema) as error:
        open_mailbox(path, KEY)
    assert error.value.args == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert contents(tmp_path) == before


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mail.db"
    filled(path, 3)
    steps = (*database_module.UPGRADES, ("CREATE TABLE fresh (a)", "DROP TABLE messages", "not SQL at all"))
    monkeypatch.setattr(database_module, "UPGRADES", steps)
    monkeypatch.setattr(database_module, "SCHEMA_VERSION", len(steps))
    with pytest.raises(Exception, match="SQLITE_ERROR"):
        open_mailbox(path, KEY)
    monkeypatch.setattr(database_module, "UPGRADES", (*steps[:-1], ("CREATE TABLE fresh (a)",)))
    mailbox = open_mailbox(path, KEY)
    assert len(mailbox.message_ids(INBOX)) == 3
    mailbox.close()


def test_the_tables_are_as_the_expressions_believe(tmp_path: Path) -> None:
    database = Database(tmp_path / "mail.db", KEY)
    with database.read() as connection:
        for table in metadata.sorted_tables:
            rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").all()
            assert [row[1] for row in rows] == [column.name for column in table.columns]
            keys = [row[1] for row in sorted(rows, key=lambda row: row[5]) if row[5]]
            assert keys == [column.name for column in table.primary_key.columns]
    database.close()


@pytest.mark.parametrize("damage", ["cut in half", "cut to a stump", "emptied", "first page", "in the middle"])
def test_damage_is_told_and_nothing_is_thrown_away(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "mail.db"
    filled(path)
    raw = path.read_bytes()
    assert len(raw) > 60 * 4096
    middle = len(raw) // 2
    damaged = {
        "cut in half": raw[:middle],
        "cut to a stump": raw[:100],
        "emptied": b"",
        "first page": b"\xff" * 300 + raw[300:],
        "in the middle": raw[: 20 * 4096] + b"\xff" * 40 * 4096 + raw[60 * 4096 :],
    }[damage]
    path.write_bytes(damaged)
    with pytest.raises(StoreDamaged):
        mailbox = open_mailbox(path, KEY)
        try:
            for folder in mailbox.folders():
                for item_id in mailbox.message_ids(folder.id):
                    mailbox.summaries([item_id])
                    mailbox.message(item_id)
        finally:
            mailbox.close()
    assert path.read_bytes() == damaged
    path.write_bytes(raw)  # as from a backup
    mailbox = open_mailbox(path, KEY)
    assert len(mailbox.message_ids(INBOX)) == 40
    mailbox.close()


def test_nothing_of_a_mail_stands_in_any_file_in_plain(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    canary = "CANARY-lương-tháng-mười-một"
    server = FakeMailboxGateway()
    server.deliver(canary, f"{canary} trong thư")
    mailbox = open_mailbox(path, KEY)
    one = MailboxSync(server, path, KEY, SETTINGS)
    list(one.round())
    mailbox.save_draft(a_draft(canary, text=canary))
    mailbox.mark_read(mailbox.message_ids(INBOX))
    assert mailbox.search("canary luong")
    names = set()
    for file in tmp_path.rglob("*"):
        names.add(file.name)
        content = file.read_bytes().lower()
        for plain in (
            canary.lower().encode(),
            b"canary",
            b"boldptxh.example",
            b"sqlite format",
            KEY,
            KEY.hex().encode(),
        ):
            assert plain not in content, (file.name, plain)
    assert {"mail.db", "mail.db-wal"} <= names
    one.close()
    mailbox.close()


def test_a_full_disk_stops_the_sync_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mail.db"
    server = filled(path, 20)
    connect = Database._connect

    def cramped(self: Database) -> object:
        connection = connect(self)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 40}")
        return connection

    for number in range(30):
        server.deliver(f"Lớn {number}", "chữ " * 20_000)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "_connect", cramped)
        with pytest.raises(DiskFull):
            sync(server, path)
        mailbox = open_mailbox(path, KEY)
        assert len(mailbox.message_ids(INBOX)) == 50  # the page of ids still had room
        mailbox.close()
    sync(server, path)
    mailbox = open_mailbox(path, KEY)
    assert all(summary.has_body for summary in mailbox.summaries(mailbox.message_ids(INBOX)))
    mailbox.close()


def under_a_size_limit(path: Path, server: FakeMailboxGateway, results: multiprocessing.Queue[str]) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, resource.RLIM_INFINITY))
    try:
        sync(server, path)
        results.put("no error")
    except Exception as error:
        results.put(type(error).__name__)


def test_a_quota_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    server = filled(path, 20)
    for number in range(30):
        server.deliver(f"Lớn {number}", random.Random(number).randbytes(30_000).hex())
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[str] = context.Queue()
    process = context.Process(target=under_a_size_limit, args=(path, server, results))
    process.start()
    assert results.get(timeout=60) == "DiskFull"
    process.join(30)
    sync(server, path)
    mailbox = open_mailbox(path, KEY)
    assert all(summary.has_body for summary in mailbox.summaries(mailbox.message_ids(INBOX)))
    assert not [file for file in tmp_path.iterdir() if "probe" in file.name]
    mailbox.close()


def write(path: Path, is_window: bool, results: multiprocessing.Queue[int]) -> None:
    """Sixty small writes of a person, or of a sync, one after the other."""
    if is_window:
        mailbox: Mailbox = open_mailbox(path, KEY)
        ids = mailbox.message_ids(INBOX)
        for turn in range(30):
            mailbox.mark_read(ids[:5], turn % 2 == 0)
            mailbox.save_draft(a_draft(text="x" * 5000))
        results.put(len(mailbox.drafts()))
        mailbox.close()
    else:
        server = FakeMailboxGateway()
        one = MailboxSync(server, path, KEY, SETTINGS)
        for turn in range(12):
            for number in range(20):
                server.deliver(f"Thêm {turn} {number}", "chữ " * 3000, folder_id=ARCHIVE)
            list(one.round())
        results.put(len(server.ids_in(ARCHIVE)))
        one.close()


def test_two_processes_write_at_once_and_both_get_through(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    filled(path, 30)
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[int] = context.Queue()
    writers = [context.Process(target=write, args=(path, is_window, results)) for is_window in (True, False)]
    for writer in writers:
        writer.start()
    assert sorted(results.get(timeout=100) for _ in writers) == [30, 240]
    for writer in writers:
        writer.join(30)
        assert writer.exitcode == 0
    database = Database(path, KEY)
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
    database.close()


def test_a_writer_that_never_ends_is_told_after_five_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.2)
    path = tmp_path / "mail.db"
    filled(path, 3)
    mailbox = open_mailbox(path, KEY)
    other = Database(path, KEY)
    with other.write() as connection:
        connection.exec_driver_sql("DELETE FROM facts WHERE name = 'nothing'")
        assert len(mailbox.message_ids(INBOX)) == 3  # reading goes on
        with pytest.raises(StoreBusy):
            mailbox.mark_read(mailbox.message_ids(INBOX))
    mailbox.mark_read(mailbox.message_ids(INBOX))
    other.close()
    mailbox.close()


def test_many_may_make_the_same_store_at_once(tmp_path: Path) -> None:
    for turn in range(5):
        path = tmp_path / str(turn) / "mail.db"
        opened: list[Database] = []
        barrier = threading.Barrier(4)

        def make(path: Path = path, opened: list[Database] = opened, barrier: threading.Barrier = barrier) -> None:
            barrier.wait()
            opened.append(Database(path, KEY))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(opened) == 4
        for database in opened:
            database.close()


def test_a_mailbox_may_be_used_from_many_threads(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    filled(path, 20)
    mailbox = open_mailbox(path, KEY)
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(15):
                ids = mailbox.message_ids(INBOX)
                mailbox.mark_read(ids[number : number + 2], turn % 2 == 0)
                assert len(mailbox.summaries(ids)) == 20
                mailbox.search("thu")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    mailbox.close()


def test_a_copied_store_opens_elsewhere(tmp_path: Path) -> None:
    filled(tmp_path / "mail.db", 3)
    (tmp_path / "copy").mkdir()
    shutil.copy(tmp_path / "mail.db", tmp_path / "copy" / "mail.db")
    mailbox = open_mailbox(tmp_path / "copy" / "mail.db", KEY)
    assert len(mailbox.message_ids(INBOX)) == 3
    mailbox.close()
