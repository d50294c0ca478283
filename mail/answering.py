"""The drafts that answer or pass on a message: to whom, and with what of it quoted. Used by the composer.

What is quoted keeps the sender's HTML (cleaned: nothing in it fetches) and the pictures that stand in it.
"""

from __future__ import annotations

import html
import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from .composing import OFFICE_ZONE
from .model import Draft, DraftId, Message, NewAttachment, Person
from .outgoing_html import clean_outgoing, letter, pictures_in, text_as_html

_REPLY_PREFIX = re.compile(r"^\s*(?:re|tl|trả lời|aw|sv)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_FORWARD_PREFIX = re.compile(r"^\s*(?:fw|fwd|ct|chuyển tiếp)\s*:", re.IGNORECASE)
_BAR = "margin:0 0 0 6px;padding:0 0 0 10px;border-left:2px solid #b0b7c3"
_RULE = "margin:12px 0 8px 0;padding:8px 0 0 0;border-top:1px solid #b0b7c3"


def new_draft_id() -> DraftId:
    return DraftId(uuid.uuid4().hex)


def reply_draft(
    message: Message, own_address: str, *, to_all: bool = False, pictures: Sequence[NewAttachment] = ()
) -> Draft:
    """An answer: to the sender (or where the sender wants answers), with ``to_all`` to everybody but oneself.

    ``pictures`` are the message's own, each with its Content-ID; those that stand in its text stay there.
    """
    own = own_address.lower()
    sender = message.summary.sender
    to: tuple[Person, ...]
    if sender is not None and sender.address.lower() == own and not message.reply_to:
        to = message.to  # answering one's own sent mail goes on to whom it was written
    else:
        to = message.reply_to or ((sender,) if sender else ())
    cc: tuple[Person, ...] = ()
    if to_all:
        if sender is not None and sender.address.lower() != own:
            to = _without((*to, *message.to), own)
        cc = _without(message.cc, own, *(person.address.lower() for person in to))
    line = f"Vào {_when(message.summary.received_at)}, {_shown(message.summary.sender)} đã viết:"
    draft = Draft(
        id=new_draft_id(),
        to=_without(to, *((own,) if to_all else ())) or to[:1],
        cc=cc,
        subject=_prefixed(message.summary.subject, "Re: ", _REPLY_PREFIX),
        text=f"\n\n{line}\n{quoted_text(message.text)}",
        in_reply_to=message.message_id,
        references=_references(message),
    )
    head = f'<p style="margin:12px 0 6px 0">{html.escape(line, quote=False)}</p>'
    return _with_original(draft, message, head, _BAR, pictures)


def forward_draft(
    message: Message, attachments: Sequence[NewAttachment] = (), *, pictures: Sequence[NewAttachment] = ()
) -> Draft:
    """The message passed on, its head in words, with the ``attachments`` the caller took from it."""
    head = [
        ("Từ", _shown(message.summary.sender)),
        ("Ngày gửi", _when(message.summary.received_at)),
        ("Đến", ", ".join(_shown(person) for person in message.to)),
    ]
    if message.cc:
        head.append(("Đồng gửi", ", ".join(_shown(person) for person in message.cc)))
    head.append(("Chủ đề", message.summary.subject))
    words = ["---------- Thư chuyển tiếp ----------", *(f"{name}: {value}" for name, value in head)]
    draft = Draft(
        id=new_draft_id(),
        subject=_prefixed(message.summary.subject, "Fwd: ", _FORWARD_PREFIX),
        text="\n\n" + "\n".join(words) + "\n\n" + message.text,
        attachments=tuple(attachments),
        references=_references(message),
    )
    rows = "<br>".join(f"<b>{name}:</b> {html.escape(value, quote=False)}" for name, value in head)
    return _with_original(draft, message, f'<p style="{_RULE}">{rows}</p>', "", pictures)


def quoted_text(text: str) -> str:
    return "\n".join(f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in text.rstrip().split("\n"))


def _with_original(draft: Draft, message: Message, head: str, style: str, pictures: Sequence[NewAttachment]) -> Draft:
    named = {one.content_id: one for one in pictures if one.content_id}
    original = clean_outgoing(message.html, named) if message.html else text_as_html(message.text)
    used = [named[content_id] for content_id in pictures_in(original) if content_id in named]
    block = f'<blockquote style="{style}">{original}</blockquote>' if style else f"<div>{original}</div>"
    return replace(draft, html=letter("", head + block), attachments=(*draft.attachments, *used))


def _references(message: Message) -> tuple[str, ...]:
    own = (message.message_id,) if message.message_id else ()
    return tuple(dict.fromkeys((*message.references, *own)))[-20:]


def _without(people: Sequence[Person], *addresses: str) -> tuple[Person, ...]:
    kept: dict[str, Person] = {}
    for person in people:
        if person.address and person.address.lower() not in addresses:
            kept.setdefault(person.address.lower(), person)
    return tuple(kept.values())


def _prefixed(subject: str, prefix: str, known: re.Pattern[str]) -> str:
    return subject if known.match(subject) else prefix + subject


def _shown(person: Person | None) -> str:
    if person is None:
        return "không rõ"
    return f"{person.name} <{person.address}>" if person.name and person.name != person.address else person.address


def _when(moment: datetime) -> str:
    return moment.astimezone(OFFICE_ZONE).strftime("%H:%M ngày %d/%m/%Y")
