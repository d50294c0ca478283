"""What tells which conversation a message belongs to, and the keys made of it. Filled by the gateway from the server's
summaries, or from the MIME where the server said nothing."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from hashlib import blake2b

from vietnamese.folding import fold

from ..model import ItemId

MOST_REFERENCES = 16
"""The first and the newest ones: a chain of a thousand, honest or hostile, costs no more than this."""
_HEAD_BYTES = 256_000
_CONVERSATION_BYTES = 22
"""Of a Thread-Index: header and GUID of the conversation; what follows is the reply's place [MS-OXOMSG 2.2.1.3]."""
_ID = re.compile(r"<[^<>\s]{5,990}>")
_PREFIX = re.compile(
    r"\s*(?:re|fw|fwd|tl|trl|tr|ct|aw|wg|sv|vs|trả lời|chuyển tiếp|reply|forward)"
    r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\))?\s*[:：]",
    re.IGNORECASE,
)
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_LEAST_SUBJECT = 6
"""Letters: "ok" and "báo" say nothing of what is answered."""


@dataclass(frozen=True, slots=True)
class ThreadHint:
    """``references`` includes In-Reply-To; ids as they came, brackets kept. ``conversation`` is the server's own idea
    of a conversation (ConversationId) and ``index`` the base64 Thread-Index, both opaque, "" where not known."""

    item_id: ItemId
    message_id: str = ""
    references: tuple[str, ...] = ()
    conversation: str = ""
    index: str = ""


def key_of(kind: str, words: str) -> int:
    """A 64-bit number for one id: what the tables keep instead of a kilobyte of header."""
    digest = blake2b(f"{kind}:{words}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def own_key(hint: ThreadHint) -> int | None:
    """None for no id, and for one too plain to be anybody's own."""
    found = _ID.search(hint.message_id)
    return key_of("m", found[0]) if found and "@" in found[0] else None


def reference_keys(hint: ThreadHint) -> list[int]:
    """In the order given, the oldest first; at most 16 of them."""
    found = list(dict.fromkeys(one for text in hint.references for one in _ID.findall(text) if "@" in one))
    if len(found) > MOST_REFERENCES:
        found = [found[0], *found[1 - MOST_REFERENCES :]]
    return [key_of("m", one) for one in found]


def conversation_keys(hint: ThreadHint) -> list[int]:
    keys = [key_of("c", hint.conversation)] if hint.conversation else []
    try:
        index = binascii.a2b_base64(hint.index[: len(hint.index[:200]) // 4 * 4])[:_CONVERSATION_BYTES]
    except (binascii.Error, ValueError):
        index = b""
    return [*keys, key_of("i", index.hex())] if len(index) == _CONVERSATION_BYTES else keys


def subject_key(subject: str) -> tuple[int | None, bool]:
    """Of the subject without "Re:", "Trả lời:", "FW:" …, marks and case; and whether there was such a prefix."""
    rest = subject[:1000]
    is_answer = False
    for _ in range(12):
        match = _PREFIX.match(rest)
        if match is None:
            break
        rest, is_answer = rest[match.end() :], True
    plain = _BETWEEN_WORDS.sub(" ", fold(rest)).strip()
    return (key_of("s", plain) if len(plain) >= _LEAST_SUBJECT else None), is_answer


def both_ends(references: str) -> str:
    """Of a very long header its beginning and its end: the middle is never looked at."""
    return references if len(references) < 40_000 else f"{references[:2_000]} {references[-20_000:]}"


def hint_of_mime(item_id: ItemId, mime: bytes) -> ThreadHint:
    """From the headers of a message that is here. Never raises."""
    from ..mime_headers import raw_text
    from ..mime_tree import parse_tree

    ends = [place for mark in (b"\r\n\r\n", b"\n\n") if (place := mime[:_HEAD_BYTES].find(mark)) >= 0]
    root = parse_tree(mime[: min(ends, default=_HEAD_BYTES)] + b"\r\n\r\n").root
    return ThreadHint(
        item_id,
        message_id=raw_text(root.value("message-id"))[:1000],
        references=tuple(
            both_ends(raw_text(value)) for name in ("references", "in-reply-to") for value in root.values(name)[:3]
        ),
        index=raw_text(root.value("thread-index")).strip()[:200],
    )
