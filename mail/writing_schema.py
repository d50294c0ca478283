"""The tables of what she writes and puts off: sending later, templates, signatures, snoozed mails, awaited answers."""

from __future__ import annotations

WRITING = (
    "ALTER TABLE outgoing ADD COLUMN send_at INTEGER",  # microseconds since 1970; NULL: at once
    "ALTER TABLE outgoing ADD COLUMN is_scheduled INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE draft_files ADD COLUMN content_id TEXT",
    "CREATE TABLE templates (id TEXT PRIMARY KEY, name TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE signatures (address TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE snoozed (
        message INTEGER PRIMARY KEY REFERENCES messages(number) ON DELETE CASCADE,
        until INTEGER NOT NULL,
        is_back INTEGER NOT NULL DEFAULT 0       -- its time has come: it stands in its folder again, on top
    )""",
    """CREATE TABLE awaited_answers (
        draft_id TEXT PRIMARY KEY,
        message_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        recipients TEXT NOT NULL,                -- JSON: [[name, address], …]
        sent_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        is_dismissed INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
)
"""One step of `schema.UPGRADES`."""
