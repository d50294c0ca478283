"""The nouns of the guards: what was found, how much it weighs, and what they must know to find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ..settings import PRIVATE_MAILBOXES


class Severity(Enum):
    BLOCK = "block"
    """The mail does not leave. No button sends it all the same: the lawful way is another one."""
    ASK = "ask"
    """She is asked once, and may send."""
    TELL = "tell"
    """Said beside the mail; nothing to answer."""


class FindingKind(Enum):
    """Beside each: what `Finding.facts` holds."""

    SECRECY_MARK = "mark of secrecy"
    """(mark, the place as `WHERE_…`, the line or name it stands in)"""
    UNCHECKED_ATTACHMENT = "unchecked attachment"
    """(name): its text could not be read, so nothing was looked for in it."""
    OFFICIAL_TO_PRIVATE = "official to private"
    """(address, …): private mailboxes among those it goes to."""
    FORGOTTEN_ATTACHMENT = "forgotten attachment"
    """(the words that announce one)"""
    OUTSIDE_RECIPIENTS = "outside recipients"
    """(address, …)"""
    LOOK_ALIKE_DOMAIN = "look-alike domain"
    """(address, the domain it looks like)"""
    MIXED_SCRIPT_DOMAIN = "mixed script domain"
    """(address, the domain as it is written for machines)"""
    OUTSIDE_SENDER = "outside sender"
    """(address)"""
    SEVERAL_SENDERS = "several senders"
    """(address, …)"""
    REPLY_ELSEWHERE = "reply elsewhere"
    """(sender's address, address that answers would go to)"""
    NAME_CARRIES_ADDRESS = "name carries address"
    """(address in the name, real address)"""
    REVERSED_NAME = "reversed name"
    """(name as it really reads)"""
    DISGUISED_PROGRAM = "disguised program"
    """(name, what it pretends to be, what it is)"""
    PROGRAM = "program"
    """(name, extension): opening it runs it."""
    MACROS = "macros"
    """(name)"""
    ARCHIVE_WITH_PROGRAM = "archive with program"
    """(archive's name, name inside)"""


WHERE_SUBJECT = "subject"
WHERE_TEXT = "text"
WHERE_FILE_NAME = "file name"
WHERE_FILE_TEXT = "file text"


@dataclass(frozen=True, slots=True)
class Finding:
    """``facts`` are named at each `FindingKind`; taken from the mail, so they may hold anything: show them as text."""

    kind: FindingKind
    severity: Severity
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachedText:
    """The words of an attachment; ``is_complete`` is False where not all of it could be read."""

    text: str
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class GuardContext:
    """``own_domains`` are the ministry's mail domains, ``private_domains`` those of mailboxes anybody can have.

    ``registered_suffixes`` are given out by the State alone: there one letter more or less is another office, no trick.
    ``text_of`` reads an attachment's text (content, name); None where attachments' text is not to be looked at.
    """

    own_domains: tuple[str, ...]
    private_domains: tuple[str, ...] = PRIVATE_MAILBOXES
    registered_suffixes: tuple[str, ...] = ("gov.vn",)
    text_of: Callable[[bytes, str], AttachedText | None] | None = None
