"""What is said beside a mail that is read: who really wrote it, where answers would go, and files in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..mime_headers import decode_words, people, raw_text
from ..mime_tree import Part, leaves, parse_tree
from ..model import Person
from .before_sending import _for_machines
from .domains import domain_of, imitation, is_foreign_script, is_within
from .file_names import look_at
from .findings import Finding, FindingKind, GuardContext, Severity

_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_RAW_NAME = re.compile(r"(?:file)?name\*?(?:0\*?)?\s*=\s*(\"(?:[^\"\\]|\\.){0,1000}\"|[^;\r\n]{1,1000})", re.IGNORECASE)
_MOST_FILES = 100


def warnings_of(mime: bytes, context: GuardContext) -> list[Finding]:
    """What she should know of this mail before she believes it; all TELL. Never raises; about as fast as reading it."""
    try:
        root = parse_tree(mime).root
        found = [*_senders(root, context), *_files(root)]
    except Exception:  # as everywhere in reading: nothing in a mail may stop the rest of it from being shown
        return []
    return list(dict.fromkeys(found))


def _senders(root: Part, context: GuardContext) -> Iterator[Finding]:
    senders = _people_of(root, "from")
    real = [person for person in senders if "@" in person.address]
    if len({person.address.lower() for person in real}) > 1 or len(root.values("from")) > 1:
        yield Finding(FindingKind.SEVERAL_SENDERS, Severity.TELL, tuple(person.address for person in real[:10]))
    for person in real[:5]:
        yield from _sender(person, context)
    if real:
        yield from _replies(root, real, context)


def _sender(person: Person, context: GuardContext) -> Iterator[Finding]:
    domain = domain_of(person.address)
    named = _ADDRESS.search(person.name)
    if named is not None and named[0].lower() != person.address.lower():
        yield Finding(FindingKind.NAME_CARRIES_ADDRESS, Severity.TELL, (named[0], person.address))
    alike = imitation(domain, context.own_domains, context.registered_suffixes)
    if alike is not None:
        yield Finding(FindingKind.LOOK_ALIKE_DOMAIN, Severity.TELL, (person.address, alike.like))
    elif is_foreign_script(domain):
        yield Finding(FindingKind.MIXED_SCRIPT_DOMAIN, Severity.TELL, (person.address, _for_machines(domain)))
    elif domain and not is_within(domain, context.own_domains):
        yield Finding(FindingKind.OUTSIDE_SENDER, Severity.TELL, (person.address,))


def _replies(root: Part, senders: list[Person], context: GuardContext) -> Iterator[Finding]:
    own = {domain_of(person.address) for person in senders}
    for person in _people_of(root, "reply-to")[:5]:
        domain = domain_of(person.address)
        if not domain or domain in own:
            continue
        # Within the ministry a secretary's address is usual; leaving it, or going to a private mailbox, is not.
        if is_within(domain, context.own_domains) and all(is_within(one, context.own_domains) for one in own):
            continue
        yield Finding(FindingKind.REPLY_ELSEWHERE, Severity.TELL, (senders[0].address, person.address))
        return


def _people_of(root: Part, name: str) -> list[Person]:
    return [person for value in root.values(name)[:10] for person in people(value)]


def _files(root: Part) -> Iterator[Finding]:
    for count, (part, _, _) in enumerate(leaves(root)):
        if count >= _MOST_FILES:
            return
        if part.media_type in ("text/plain", "text/html") and part.disposition != "attachment" and not part.file_name:
            continue
        name = _raw_name(part)
        if name:
            yield from look_at(name, part.content())


def _raw_name(part: Part) -> str:
    """The name with what turns the writing direction still in it (`Part.file_name` takes that out)."""
    clean = part.file_name
    for header in ("content-disposition", "content-type"):
        for found in _RAW_NAME.findall(part.value(header)):
            raw = raw_text(found.strip().strip('"'))
            if any(mark in _undone(raw) for mark in ("\u202e", "\u202b", "\u2067", "\u202d")):
                return "\u202e" + (clean or raw)
    return clean


def _undone(raw: str) -> str:
    """Percent and word encodings undone without cleaning: only to see whether such a letter is in it."""
    from urllib.parse import unquote

    plain = unquote(raw, errors="replace")
    if "=?" in plain:
        import base64
        import binascii
        import quopri

        for charset, how, words in re.findall(r"=\?([^?]{1,40})\?([bBqQ])\?([^?]*)\?=", plain):
            try:
                content = base64.b64decode(words + "==") if how in "bB" else quopri.decodestring(words, header=True)
                plain += content.decode(charset, "replace")
            except (binascii.Error, LookupError, ValueError):
                plain += decode_words(words)
    return plain
