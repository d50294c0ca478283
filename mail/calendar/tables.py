"""The calendar's tables in the mailbox's encrypted file. Appended to `mail.schema.UPGRADES`.

calendar_items is a mirror: only the server's word changes it, but for what she made here and the server does not know
yet (is_local). What she does is in calendar_acts; `overlay` lays the one over the other.
"""

from __future__ import annotations

CALENDAR_TABLES = (
    """CREATE TABLE calendar_items (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id TEXT UNIQUE,                     -- EWS's; NULL while the server has not told it
        own_key TEXT UNIQUE,                     -- ours, which travels to the server; of what she made here
        uid TEXT NOT NULL,
        series INTEGER REFERENCES calendar_items(number) ON DELETE CASCADE,  -- of an exception
        start_at INTEGER NOT NULL,               -- microseconds since 1970, UTC; of a series: of all its occurrences
        end_at INTEGER,                          -- NULL: a series without end
        is_series INTEGER NOT NULL,
        content TEXT NOT NULL,                   -- JSON, see stored_form.py
        words TEXT NOT NULL,                     -- folded, for searching
        is_local INTEGER NOT NULL DEFAULT 0,     -- not listed by the server yet
        walk INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX calendar_by_start ON calendar_items(start_at) WHERE series IS NULL",
    "CREATE INDEX calendar_by_series ON calendar_items(series) WHERE series IS NOT NULL",
    "CREATE INDEX calendar_by_uid ON calendar_items(uid)",
    """CREATE TABLE calendar_acts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item INTEGER REFERENCES calendar_items(number) ON DELETE SET NULL,
        day INTEGER,                             -- of an occurrence, see occurrences.py; NULL: the whole item
        kind TEXT NOT NULL,                      -- create, change, cancel, respond, propose
        value TEXT NOT NULL,                     -- JSON, see acts.py
        mark TEXT NOT NULL,                      -- travels to the server with the act
        message INTEGER,                         -- the invitation's number, if it was answered there
        state TEXT NOT NULL DEFAULT 'waiting',   -- waiting, begun (may have happened), performed, refused
        note TEXT NOT NULL DEFAULT '{}',         -- JSON: what the server had before the first try
        performed INTEGER,                       -- order in which they were performed
        subject TEXT NOT NULL,
        code TEXT                                -- EWS's, of a refusal
    )""",
    "CREATE INDEX calendar_acts_by_item ON calendar_acts(item)",
    "CREATE TABLE calendar_rooms (address TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
)

CALENDAR_ANSWERS = (
    # What she answered last; a declined meeting leaves the calendar, its invitation stays in the mail.
    """CREATE TABLE calendar_answers (uid TEXT NOT NULL, start_at INTEGER NOT NULL, answer TEXT NOT NULL,
        PRIMARY KEY (uid, start_at)) WITHOUT ROWID""",
)
