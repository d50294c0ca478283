"""What the index holds of one message, made from its row and its MIME. For the index and the attachments' reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vietnamese.document_numbers import find_numbers
from vietnamese.folding import fold

from ..mime_thinning import thinned
from ..model import MessageSummary, Person
from ..reading import MAX_SEARCHABLE, preview_of, read_message
from .matching import marked_words

_KEY_STEP = 1 << 31
_FOLDED_WORD = re.compile(r"[^\W_]+")
_MAY_BE_NUMBER = re.compile(r"\d\s{0,2}[/_\-\u2010-\u2015]\s{0,2}[\w]")
_MOST_NUMBERS = 2_000
_LONGEST_TERM = 40
_READ_FILES = re.compile(r"\.(?:docx?|xlsx|pptx|docm|xlsm|odt|ods|odp|pdf|rtf|txt|csv|html?|zip)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    number: int
    key: int
    columns: tuple[str, str, str, str, str, str, str]
    """subject, sender, recipients, body, files, exact, numbers"""
    preview: str = ""
    files: tuple[int, ...] = ()
    """Attachments whose text is worth reading."""
    terms: frozenset[str] = field(default_factory=frozenset)


def search_key(number: int, received_at: int) -> int:
    """Grows with the moment of receipt (microseconds): newest first costs nothing."""
    return max(0, received_at // 1_000_000) * _KEY_STEP + number % _KEY_STEP


def entry(
    summary: MessageSummary, number: int, received_at: int, mime: bytes | None, file_texts: Iterable[str] = ()
) -> Entry:
    text, preview, names = "", "", ""
    cc: Sequence[Person] = ()
    files: tuple[int, ...] = ()
    if mime is not None:
        message = read_message(thinned(mime), summary)
        text, cc = message.text[:MAX_SEARCHABLE], (*message.cc, *message.bcc)
        names = "\n".join(one.name for one in message.attachments)
        preview = preview_of(message) if not summary.preview else ""
        files = tuple(one.index for one in message.attachments if not one.is_inline and may_be_read(one.name))
    attached = "\n".join((names, *file_texts)) if names or file_texts else ""
    sender = _named([summary.sender] if summary.sender else [])
    recipients = _named([*summary.to, *cc])
    whole = "\n".join((summary.subject, sender, recipients, text, attached))
    folded = [fold(part) for part in (summary.subject, sender, recipients, text, attached)]
    exact = marked_words(whole)
    terms = {word for part in folded for word in _FOLDED_WORD.findall(part)}
    terms.update(exact)
    return Entry(
        number=number,
        key=search_key(number, received_at),
        columns=(folded[0], folded[1], folded[2], folded[3], folded[4], " ".join(exact), _numbers(whole)),
        preview=preview,
        files=files,
        terms=frozenset(term for term in terms if 2 <= len(term) <= _LONGEST_TERM),
    )


def may_be_read(name: str) -> bool:
    """Whether an attachment of this name is one whose text is read."""
    return _READ_FILES.search(name) is not None


def _named(people: Sequence[Person]) -> str:
    return " ".join(f"{person.name} {person.address}" for person in people)


def _numbers(text: str) -> str:
    """Each document number once: "n9 2015 tt bldtbxh"."""
    if not _MAY_BE_NUMBER.search(text):
        return ""
    keys = dict.fromkeys(found.number.key for found in find_numbers(text)[:_MOST_NUMBERS])
    return " ".join(f"n{key}" for key in keys)
