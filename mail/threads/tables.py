"""The tables of conversations: which message lies in which, and which ids lead there. A step of `mail.schema`."""

from __future__ import annotations

THREADS = (
    """CREATE TABLE thread_members (
        message INTEGER PRIMARY KEY REFERENCES messages(number) ON DELETE CASCADE,
        thread INTEGER NOT NULL,                 -- the number of the message it began with here
        own_key INTEGER,                         -- of its Message-ID: one mail may lie in two folders
        subject_key INTEGER,
        is_lonely INTEGER NOT NULL               -- an answer by its subject that names nothing it answers
    )""",
    "CREATE INDEX thread_members_by_thread ON thread_members(thread)",
    "CREATE INDEX thread_members_by_subject ON thread_members(subject_key) WHERE subject_key IS NOT NULL",
    "CREATE INDEX thread_members_joined ON thread_members(message, thread) WHERE thread <> message",
    # Ids that were seen, of messages here and of those they name: an answer may come before what it answers.
    "CREATE TABLE thread_keys (key INTEGER PRIMARY KEY, thread INTEGER NOT NULL)",
    "CREATE INDEX thread_keys_by_thread ON thread_keys(thread)",
    # Of which the server's summary did not tell: grouped when their body is here.
    "CREATE TABLE thread_waiting (message INTEGER PRIMARY KEY REFERENCES messages(number) ON DELETE CASCADE)",
    "INSERT INTO thread_waiting SELECT number FROM messages",
)

# Most newcomers only look for answers that name nothing; of a subject there may be a thousand others.
LONELY_BY_SUBJECT = (
    "CREATE INDEX thread_members_lonely ON thread_members(subject_key) WHERE is_lonely = 1 AND subject_key IS NOT NULL",
)
