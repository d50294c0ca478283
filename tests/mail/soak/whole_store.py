"""The checks that every store must pass, also after a kill: integrity of the file, of the pages, of the counts."""

from __future__ import annotations

from pathlib import Path

from mail.database import Database


def check_whole(path: Path, key: bytes) -> None:
    """On connections of its own: one that was open while another process wrote the index checks it against what it
    remembers, and FTS5 3.53 then speaks of corruption where there is none (its searches are right)."""
    database = Database(path, key)
    try:
        _check(database)
        _check_pages(database)
    finally:
        database.close()


def _check_pages(database: Database) -> None:
    """SQLCipher's check reads the file past its log: a checkpoint that a reader held up, or a kill cut off, leaves
    pages there that only the log has yet. So the log goes into the file first; where another connection is in the way,
    the next check sees it."""
    connection = database._connect()
    try:
        (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not is_busy:
            damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            assert damaged == [], damaged
    finally:
        connection.close()


def _check(database: Database) -> None:
    with database.read() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        assert said == ["ok"], said
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        counts = connection.exec_driver_sql(
            "SELECT count(*) FROM folders f WHERE local_total <>"
            " (SELECT count(*) FROM messages m WHERE m.folder = f.number) OR local_unread <>"
            " (SELECT count(*) FROM messages m WHERE m.folder = f.number AND m.is_read = 0)"
        ).scalar_one()
        assert counts == 0
