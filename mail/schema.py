"""The tables of the local mailbox, and the steps that bring an older file up to date. Used by `database`, the stores.

Mirror tables (folders, messages, bodies) change only on the server's word. What a person does is in pending_actions,
drafts and outgoing. The view shown_messages lays the one over the other. Rows are known here by a number of our own
that survives a move; the server's ids are only columns.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

from .calendar.tables import CALENDAR_ANSWERS, CALENDAR_TABLES
from .categories.store import UPGRADE as CATEGORIES
from .directory.found import DIRECTORY
from .keeping import KEEPING
from .leftover_drafts import LEFTOVERS
from .remote_pictures.trusted import PICTURE_SENDERS
from .search.tables import SEARCH
from .threads.tables import LONELY_BY_SUBJECT, THREADS
from .writing_schema import WRITING

metadata = MetaData()


def _table(name: str, *columns: Column[int] | Column[str] | Column[bytes]) -> Table:
    return Table(name, metadata, *columns)


def _number(name: str) -> Column[int]:
    return Column(name, Integer)


def _text(name: str) -> Column[str]:
    return Column(name, Text)


# For Core expressions only: the statements of UPGRADES make the tables; a test compares the two.
facts = _table("facts", Column("name", Text, primary_key=True), _text("value"))
drafts = _table("drafts", Column("id", Text, primary_key=True), _number("changed_at"), _text("content"))
draft_files = _table(
    "draft_files",
    Column("draft_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("digest"),
    _text("name"),
    _text("media_type"),
    _text("content_id"),
)
file_parts = _table(
    "file_parts",
    Column("digest", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("data", LargeBinary),
)
outgoing = _table(
    "outgoing",
    Column("draft_id", Text, primary_key=True),
    _text("server_id"),
    _text("state"),
    _text("step"),
    _text("subject"),
    _text("content"),
    _number("queued_at"),
    _number("confirmed_at"),
    _text("reason"),
    _number("send_at"),
    _number("is_scheduled"),
    _text("copy_id"),
)

PARTS_PER_BODY = 1024
"""A body's parts have the numbers message * 1024 … message * 1024 + 1023."""

_MIRROR = (
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE folders (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        parent_id TEXT,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        server_total INTEGER NOT NULL,
        server_unread INTEGER NOT NULL,
        local_total INTEGER NOT NULL DEFAULT 0,  -- kept by the triggers below
        local_unread INTEGER NOT NULL DEFAULT 0,
        is_gone INTEGER NOT NULL DEFAULT 0,      -- deleted on the server, its messages are being cleared away
        sync_state TEXT,                         -- belongs to the pages applied so far
        is_complete INTEGER NOT NULL DEFAULT 0,  -- its last page was applied once: local counts are the truth
        walk INTEGER NOT NULL DEFAULT 0,         -- how often it was begun from nothing
        restart TEXT NOT NULL DEFAULT ''         -- 'listing' again from nothing, then 'sweeping' what was not listed
    )""",
    """CREATE TABLE messages (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id TEXT NOT NULL UNIQUE,
        folder INTEGER NOT NULL REFERENCES folders(number),
        subject TEXT NOT NULL,
        sender_name TEXT,
        sender_address TEXT,
        recipients TEXT NOT NULL,                -- JSON: [[name, address], …]
        received_at INTEGER NOT NULL,            -- microseconds since 1970, UTC
        is_read INTEGER NOT NULL,
        is_flagged INTEGER NOT NULL,
        has_attachments INTEGER NOT NULL,
        is_meeting INTEGER NOT NULL,
        size INTEGER NOT NULL,
        importance TEXT NOT NULL,
        preview TEXT NOT NULL,
        walk INTEGER NOT NULL,
        is_ghost INTEGER NOT NULL DEFAULT 0,     -- moved here by us, not yet listed here; 1: nor its new id known
        body_state INTEGER NOT NULL DEFAULT 0,   -- 0 not here, 1 here, 2 here but the server has a newer one
        body_tries INTEGER NOT NULL DEFAULT 0,
        is_indexed INTEGER NOT NULL DEFAULT 0,
        search_key INTEGER UNIQUE                -- rowid in message_words, grows with received_at: newest first is free
    )""",
    "CREATE INDEX messages_by_folder ON messages(folder, received_at)",
    "CREATE INDEX messages_unread ON messages(folder, received_at) WHERE is_read = 0",
    "CREATE INDEX messages_wanting_body ON messages(received_at, number) WHERE body_state <> 1",
    "CREATE INDEX messages_to_index ON messages(received_at) WHERE is_indexed = 0",
    "CREATE INDEX messages_ghosts ON messages(folder) WHERE is_ghost <> 0",
    # Large values in a table of their own, in parts of 1 MB, so that no transaction is long.
    "CREATE TABLE bodies (part INTEGER PRIMARY KEY, encoding INTEGER NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE unneeded_bodies (message INTEGER PRIMARY KEY)",
    """CREATE VIRTUAL TABLE message_words USING fts5(
        subject, people, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN
        UPDATE folders SET local_total = local_total + 1, local_unread = local_unread + 1 - new.is_read
        WHERE number = new.folder;
    END""",
    """CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
        UPDATE folders SET local_total = local_total - 1, local_unread = local_unread - 1 + old.is_read
        WHERE number = old.folder;
        INSERT OR IGNORE INTO unneeded_bodies SELECT old.number WHERE old.body_state <> 0;
        DELETE FROM message_words WHERE rowid = old.search_key;
    END""",
    """CREATE TRIGGER message_changed AFTER UPDATE OF folder, is_read ON messages
    WHEN old.folder <> new.folder OR old.is_read <> new.is_read BEGIN
        UPDATE folders SET local_total = local_total - 1, local_unread = local_unread - 1 + old.is_read
        WHERE number = old.folder;
        UPDATE folders SET local_total = local_total + 1, local_unread = local_unread + 1 - new.is_read
        WHERE number = new.folder;
    END""",
)

_ACTS = (
    """CREATE TABLE pending_actions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        act INTEGER NOT NULL,                    -- what was done with one gesture is undone with one
        message INTEGER NOT NULL REFERENCES messages(number) ON DELETE CASCADE,
        kind TEXT NOT NULL,                      -- read, flag, move, delete
        value INTEGER,                           -- of read and flag
        target INTEGER,                          -- folder of move and delete; NULL: deleted for good
        state TEXT NOT NULL DEFAULT 'waiting',   -- waiting, performing, performed (until the server has said so itself)
        performed INTEGER                        -- order in which they were performed
    )""",
    "CREATE INDEX pending_by_message ON pending_actions(message, kind, id)",
    "CREATE INDEX pending_by_act ON pending_actions(act)",
    "CREATE INDEX pending_to_do ON pending_actions(id) WHERE state <> 'performed'",
    # Ids that moved items had before: an answer that is still on its way may name them.
    """CREATE TABLE former_ids (
        item_id TEXT PRIMARY KEY,
        message INTEGER NOT NULL REFERENCES messages(number) ON DELETE CASCADE
    ) WITHOUT ROWID""",
    "CREATE INDEX former_ids_by_message ON former_ids(message)",
    "CREATE TABLE acts (number INTEGER PRIMARY KEY AUTOINCREMENT)",
    """CREATE TABLE act_steps (
        act INTEGER NOT NULL REFERENCES acts(number) ON DELETE CASCADE,
        message INTEGER NOT NULL REFERENCES messages(number) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        before INTEGER,                          -- is_read, is_flagged or folder as it was shown before
        PRIMARY KEY (act, message, kind)
    ) WITHOUT ROWID""",
    "CREATE INDEX act_steps_by_message ON act_steps(message)",
    # Server truth with what was done laid over it.
    """CREATE VIEW shown_messages AS
    SELECT m.*,
        coalesce((SELECT a.value FROM pending_actions a WHERE a.message = m.number AND a.kind = 'read'
                  ORDER BY a.id DESC LIMIT 1), m.is_read) AS shown_read,
        coalesce((SELECT a.value FROM pending_actions a WHERE a.message = m.number AND a.kind = 'flag'
                  ORDER BY a.id DESC LIMIT 1), m.is_flagged) AS shown_flag,
        coalesce((SELECT coalesce(a.target, -1) FROM pending_actions a
                  WHERE a.message = m.number AND a.kind IN ('move', 'delete')
                  ORDER BY a.id DESC LIMIT 1), m.folder) AS shown_folder  -- -1: nowhere
    FROM messages m""",
    "CREATE TABLE drafts (id TEXT PRIMARY KEY, changed_at INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID",
    # Attachments by content, in parts of 1 MB, so that saving a draft while she types does not write them again.
    """CREATE TABLE draft_files (draft_id TEXT NOT NULL, position INTEGER NOT NULL, digest TEXT NOT NULL,
        name TEXT NOT NULL, media_type TEXT NOT NULL, PRIMARY KEY (draft_id, position)) WITHOUT ROWID""",
    """CREATE TABLE file_parts (digest TEXT NOT NULL, part INTEGER NOT NULL, data BLOB NOT NULL,
        PRIMARY KEY (digest, part))""",
    """CREATE TABLE outgoing (
        draft_id TEXT PRIMARY KEY,
        server_id TEXT NOT NULL,                 -- what the server is told; another one after a refusal
        state TEXT NOT NULL,                     -- model.OutgoingState
        step TEXT NOT NULL,                      -- what was last begun or done: see outbox.py
        subject TEXT NOT NULL,
        content TEXT NOT NULL,                   -- JSON as in drafts
        queued_at INTEGER NOT NULL,
        confirmed_at INTEGER,
        reason TEXT
    ) WITHOUT ROWID""",
)

UPGRADES: tuple[tuple[str, ...], ...] = (
    (*_MIRROR, *_ACTS),
    THREADS,
    WRITING,
    CATEGORIES,
    LEFTOVERS,
    CALENDAR_TABLES,
    SEARCH,
    PICTURE_SENDERS,
    DIRECTORY,
    CALENDAR_ANSWERS,
    KEEPING,
    LONELY_BY_SUBJECT,
)
"""UPGRADES[n] brings user_version n to n + 1. Never change a step that was released: add one."""

SCHEMA_VERSION = len(UPGRADES)
