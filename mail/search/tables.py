"""The tables of the search. A step of `mail.schema`: an older index is dropped, all is indexed again.

``message_words`` holds no text, only where words stand; its rowids are `messages.search_key`, growing with the moment
of receipt. All but ``exact`` is folded (no marks). ``exact`` has each word with marks once: "thuế" there tells it from
"thuê". ``numbers`` has each document number in one form, its serial after an n: "n9 2015 tt bldtbxh".
"""

from __future__ import annotations

SEARCH = (
    "DROP TABLE message_words",
    """CREATE VIRTUAL TABLE message_words USING fts5(subject, sender, recipients, body, files, exact, numbers,
        content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')""",
    # Every word there is, in the order in which they were first met: the common ones come first.
    "CREATE TABLE search_terms (number INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE)",
    # Messages whose attachments' text is still to be read.
    """CREATE TABLE files_to_read (
        message INTEGER PRIMARY KEY REFERENCES messages(number) ON DELETE CASCADE,
        tries INTEGER NOT NULL DEFAULT 0
    )""",
    "UPDATE messages SET is_indexed = 0 WHERE is_indexed = 1",
)
