"""MIME in: what a message says, read so that no input makes it fail. Used by the mailbox (a message opened), the sync
(searchable text) and previews. What cannot be read is named in `Message.unreadable`."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from .html_text import html_to_text, with_bounded_entities
from .invitation import parse_invitation, parse_meeting_news
from .mime_headers import decode_words, people, raw_text
from .mime_tree import MimeTree, Part, leaves, parse_tree
from .model import Attachment, Meeting, MeetingNews, Message, MessageSummary, Person

T = TypeVar("T")

MAX_TEXT = 1_000_000
MAX_HTML = 2_000_000
MAX_SEARCHABLE = 200_000
PREVIEW_LENGTH = 160
STRUCTURE = "MIME"
"""Stands in `Message.unreadable` for the message's own structure."""

__all__ = ["attachment_content", "parse_invitation", "preview_of", "read_message", "searchable_text"]


@dataclass
class _Sorted:
    """The leaves of a message by what they are to a reader."""

    texts: list[Part] = field(default_factory=list)
    htmls: list[Part] = field(default_factory=list)
    calendars: list[Part] = field(default_factory=list)
    attached: list[tuple[Part, bool]] = field(default_factory=list)
    """Attachments in order, and whether each is shown inside the text."""


def read_message(mime: bytes, summary: MessageSummary) -> Message:
    """The message whole. Never raises; attachments are listed, not kept (`attachment_content` fetches one)."""
    tree = parse_tree(mime)
    unreadable: list[str] = [] if tree.is_whole else [STRUCTURE]
    parts = _sorted(tree)
    text = _joined(parts.texts, MAX_TEXT, unreadable)
    html = _html(parts.htmls, unreadable) if parts.htmls else None
    if not text.strip() and html:
        text = _try(partial(html_to_text, html), "", unreadable, "text/html")
    attachments = tuple(
        _attachment(index, part, is_inline, unreadable) for index, (part, is_inline) in enumerate(parts.attached)
    )
    root = tree.root
    return Message(
        summary=summary,
        to=_people(root, "to", unreadable),
        cc=_people(root, "cc", unreadable),
        bcc=_people(root, "bcc", unreadable),
        text=text,
        html=html if html and html.strip() else None,
        attachments=attachments,
        meeting=_meeting(parts.calendars),
        meeting_news=_meeting_news(parts.calendars),
        message_id=next(iter(_ids(root, "message-id")), None),
        in_reply_to=next(iter(_ids(root, "in-reply-to")), None),
        references=_ids(root, "references"),
        reply_to=_people(root, "reply-to", unreadable),
        unreadable=tuple(dict.fromkeys(unreadable)),
    )


def attachment_content(mime: bytes, index: int) -> bytes:
    """What attachment ``index`` of `read_message` holds; empty where there is none."""
    attached = _sorted(parse_tree(mime)).attached
    if not 0 <= index < len(attached):
        return b""
    return _try(attached[index][0].content, b"", [], "")


def searchable_text(mime: bytes) -> str:
    """The words of the body and the names of the attachments, without the subject; at most 200,000 characters."""
    parts = _sorted(parse_tree(mime))
    text = _joined(parts.texts, MAX_SEARCHABLE, [])
    if not text.strip() and parts.htmls:
        source = _html(parts.htmls, [])
        text = _try(partial(html_to_text, source), "", [], "")
    names = [_name(part) for part, _ in parts.attached]
    return "\n".join([text, *(name for name in names if name)])[:MAX_SEARCHABLE]


_REPLY_HEAD = re.compile(
    r"^(?:-{2,}\s*(?:Original Message|Forwarded message|Thư gốc|Thư chuyển tiếp|Tin nhắn gốc).*"
    r"|_{10,}"
    r"|(?:On|Vào|Le|Ngày)\b.{0,200}(?:wrote|đã viết|a écrit|viết)\s*:"
    r"|(?:From|Từ)\s*:.*)$",
    re.IGNORECASE,
)


def preview_of(message: Message) -> str:
    """The first words a person wrote: without quoted lines, signature and rules, about 160 characters."""
    words: list[str] = []
    length = 0
    for line in message.text[:20_000].split("\n"):
        stripped = line.strip()
        if stripped == "--" or (words and _REPLY_HEAD.match(stripped[:300])):
            break
        if not stripped or stripped.startswith(">") or not any(character.isalnum() for character in stripped):
            continue
        words.append(re.sub(r"\s+", " ", stripped))
        length += len(stripped) + 1
        if length > PREVIEW_LENGTH:
            break
    preview = " ".join(words) or " ".join(message.text[: PREVIEW_LENGTH * 4].split())
    if len(preview) <= PREVIEW_LENGTH:
        return preview
    cut = preview[:PREVIEW_LENGTH]
    return cut.rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _sorted(tree: MimeTree) -> _Sorted:
    found = _Sorted()
    for part, containers, is_first in leaves(tree.root):
        kind = part.media_type
        name = _name(part)
        is_attached = part.disposition == "attachment"
        is_root = not containers
        if kind == "text/calendar" or kind == "application/ics":
            found.calendars.append(part)
            if is_attached or name:
                found.attached.append((part, False))
        elif kind in ("text/plain", "text/html") and (is_root or (not is_attached and not name)):
            (found.texts if kind == "text/plain" else found.htmls).append(part)
        elif kind.startswith("multipart/") and part.parts == [] and not is_attached and is_root:
            found.texts.append(part)  # announces parts, has none: what is there is better shown than hidden
        else:
            is_related = bool(containers) and containers[-1] == "multipart/related" and not is_first
            is_inline = not is_attached and part.content_id is not None and (is_related or part.disposition == "inline")
            found.attached.append((part, is_inline))
    return found


def _joined(parts: list[Part], limit: int, unreadable: list[str]) -> str:
    pieces: list[str] = []
    room = limit
    for part in parts:
        piece = _try(partial(part.text, room + 1), "", unreadable, part.media_type)
        if len(piece) > room:
            unreadable.append(part.media_type)
            piece = piece[:room]
        pieces.append(piece)
        room -= len(piece)
        if room <= 0:
            break
    return "\n".join(pieces)


def _html(parts: list[Part], unreadable: list[str]) -> str:
    bounded, is_whole = with_bounded_entities(_joined(parts, MAX_HTML, unreadable))
    if not is_whole:
        unreadable.append("text/html")
    return bounded


def _attachment(index: int, part: Part, is_inline: bool, unreadable: list[str]) -> Attachment:
    media_type = part.media_type
    content = _try(part.content, None, [], "")
    name = _attachment_name(index, part, content)
    if content is None:
        unreadable.append(name)
    return Attachment(
        index=index,
        name=name,
        media_type=media_type,
        size=len(content or b""),
        is_inline=is_inline,
        content_id=part.content_id,
    )


def _attachment_name(index: int, part: Part, content: bytes | None) -> str:
    name = _name(part)
    if name:
        return name[:255]
    media_type = part.media_type
    if media_type == "message/rfc822":
        head = parse_tree((content or b"")[:64_000]).root
        subject = _try(head.subject, "", [], "")
        return f"{subject[:120] or f'thu-{index + 1}'}.eml"
    if media_type == "application/ms-tnef":
        return "winmail.dat"
    return f"tep-{index + 1}{mimetypes.guess_extension(media_type) or '.bin'}"


def _name(part: Part) -> str:
    return _try(lambda: part.file_name, "", [], "")


def _meeting(calendars: list[Part]) -> Meeting | None:
    for part in calendars[:5]:
        text = _try(partial(part.text, 500_000), "", [], "")
        meeting = parse_invitation(text)
        if meeting is not None:
            return meeting
    return None


def _meeting_news(calendars: list[Part]) -> MeetingNews | None:
    for part in calendars[:5]:
        if (news := parse_meeting_news(_try(partial(part.text, 500_000), "", [], ""))) is not None:
            return news
    return None


def _people(root: Part, name: str, unreadable: list[str]) -> tuple[Person, ...]:
    found: list[Person] = []
    for value in root.values(name)[:20]:
        found.extend(_try(partial(people, value), (), unreadable, name))
    return tuple(found)


def _ids(root: Part, name: str) -> tuple[str, ...]:
    value = " ".join(raw_text(value) for value in root.values(name)[:5])
    found = re.findall(r"<[^<>\s]{1,990}>", value)
    if not found and value.strip() and " " not in value.strip():
        found = [f"<{decode_words(value)}>"]
    return tuple(found[-100:])


def _try(read: Callable[[], T], otherwise: T, unreadable: list[str], what: str) -> T:
    """The last line of defence: nothing in a message may stop the rest of it from being read."""
    try:
        return read()
    except Exception:
        unreadable.append(what)
        return otherwise
