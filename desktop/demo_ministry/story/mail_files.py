"""Reads the story's mail files: letters in plain text, a few `key: value` lines, an empty line, the body, `=====`.

Keys: id, from, to, cc (short names of `people`, or addresses), when, subject, folder, re (the id it answers), state
(unread, flagged), importance, categories, attach (kind | file name | title; kind `inline` is
a picture shown in the HTML), look (html, newsletter), meet (start |
minutes | place), url, sign (no: without signature), quote (no: without the answered mail below).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parseaddr
from hashlib import sha256
from pathlib import Path

from ..mailbox.letter import (
    AttachedFile,
    Correspondent,
    Letter,
    MeetingRequest,
    PlacedLetter,
)
from .dates import filled, moment
from .files import make_file
from .html_look import html_letter, newsletter
from .people import ENTRIES, MINISTRY_DOMAIN, OWNER

_END = "====="
_KEYS = frozenset(
    [
        "id",
        "from",
        "to",
        "cc",
        "when",
        "subject",
        "folder",
        "re",
        "state",
        "importance",
        "categories",
        "attach",
        "look",
        "meet",
        "url",
        "sign",
        "quote",
    ]
)


@dataclass(frozen=True, slots=True)
class WrittenMail:
    """One mail as it stands in a file: its keys and its body."""

    keys: dict[str, list[str]]
    body: str

    def one(self, key: str, default: str = "") -> str:
        return self.keys.get(key, [default])[0]


def read_mails(folder: Path) -> list[WrittenMail]:
    return [mail for path in sorted(folder.glob("*.txt")) for mail in written_mails(path.read_text("utf-8"))]


def written_mails(text: str) -> Iterator[WrittenMail]:
    """Raises ValueError for a line that is no `key: value` of ours."""
    for part in text.split(f"\n{_END}\n"):
        head, _, body = part.strip("\n").partition("\n\n")
        if not head:
            continue
        keys: dict[str, list[str]] = {}
        for line in head.splitlines():
            key, colon, value = line.partition(":")
            if not colon or key not in _KEYS:
                raise ValueError(f"not a key of a mail: {line!r}")
            keys.setdefault(key, []).append(value.strip())
        yield WrittenMail(keys, body.strip("\n"))


def place_mails(written: list[WrittenMail], now: datetime) -> list[PlacedLetter]:
    """The letters in their folders, oldest first; answers know what they answer."""
    by_id: dict[str, Letter] = {}
    bodies: dict[str, str] = {}
    placed: list[PlacedLetter] = []
    dated = sorted(((moment(mail.one("when"), now), number) for number, mail in enumerate(written)))
    for at, number in dated:
        mail = written[number]
        mail_id = mail.one("id") or f"mail-{number}"
        answered_id = mail.one("re") or _answered(filled(mail.one("subject"), at), by_id)
        letter, body = _letter(mail, mail_id, at, by_id.get(answered_id), bodies.get(answered_id, ""))
        by_id[mail_id], bodies[mail_id] = letter, body
        state = mail.one("state")
        folder = mail.one("folder") or ("sentitems" if letter.sender == OWNER else "inbox")
        placed.append(
            PlacedLetter(
                letter,
                folder,
                is_read="unread" not in state,
                is_flagged="flagged" in state,
                categories=tuple(name.strip() for name in mail.one("categories").split(",") if name.strip()),
            )
        )
    return placed


def _answered(subject: str, by_id: dict[str, Letter]) -> str:
    """The id of the newest letter that a "RE: …" without `re` answers, by its subject; "" if it answers none."""
    if not subject.startswith("RE: "):
        return ""
    wanted = subject.removeprefix("RE: ")
    ids = (known for known, letter in reversed(by_id.items()) if letter.subject.removeprefix("RE: ").startswith(wanted))
    return next(ids, "")


def _letter(
    mail: WrittenMail, mail_id: str, at: datetime, answered: Letter | None, answered_body: str
) -> tuple[Letter, str]:
    sender = person(mail.one("from"))
    subject = filled(mail.one("subject"), at)
    if answered is not None and (not subject or subject.startswith("RE: ")):
        subject = f"RE: {answered.subject.removeprefix('RE: ')}"
    body = filled(mail.body, at)
    signed = body if mail.one("sign") == "no" else f"{body}\n\n{_signature(sender)}"
    quoted = answered if answered is not None and mail.one("quote") != "no" else None
    text = signed + (f"\n\n{_quotation_head(quoted)}\n\n{answered_body}" if quoted is not None else "") + "\n"
    look = mail.one("look")
    attachments = tuple(_attachment(value, at) for value in mail.keys.get("attach", []))
    html = None
    if look == "newsletter":
        html = newsletter(subject, body)
    elif look == "html":
        quotation = answered_body if quoted is not None else ""
        pictures = tuple(file.content_id for file in attachments if file.content_id)
        html = html_letter(signed, _quotation_head(quoted) if quoted is not None else "", quotation, pictures)
    to = people_of(mail.one("to", "hanh"))
    return (
        Letter(
            subject=subject,
            sender=sender,
            to=to,
            cc=people_of(mail.one("cc")),
            at=at,
            text=text,
            html=html,
            attachments=attachments,
            meeting=_meeting(mail, subject, body, at, sender, to),
            message_id=_message_id(mail_id, at, sender),
            in_reply_to=answered.message_id if answered is not None else "",
            references=(*answered.references, answered.message_id) if answered is not None else (),
            importance=mail.one("importance", "Normal"),
        ),
        body,
    )


def person(written: str) -> Correspondent:
    """A short name of `people`, or an address as in a mail header."""
    if written in ENTRIES:
        return ENTRIES[written].person
    name, address = parseaddr(written)
    if "@" not in address:
        raise ValueError(f"nobody is called {written!r}")
    return Correspondent(name, address)


def people_of(written: str) -> tuple[Correspondent, ...]:
    return tuple(person(one.strip()) for one in written.split(",") if one.strip())


def _message_id(mail_id: str, at: datetime, sender: Correspondent) -> str:
    digest = sha256(f"{mail_id} {at:%Y%m%d%H%M}".encode()).hexdigest()[:24]
    return f"<{digest}@{sender.address.rpartition('@')[2] or MINISTRY_DOMAIN}>"


def _signature(sender: Correspondent) -> str:
    entry = next((entry for entry in ENTRIES.values() if entry.person == sender), None)
    if entry is None:
        return sender.name
    places = [part for part in (entry.department, entry.organisation) if part]
    return "\n".join([sender.name, entry.post, *places])


def _quotation_head(answered: Letter) -> str:
    to = "; ".join(one.name for one in answered.to)
    return (
        f"________________________________\nTừ: {answered.sender}\nĐã gửi: {answered.at:%d/%m/%Y %H:%M}\n"
        f"Tới: {to}\nChủ đề: {answered.subject}"
    )


def _attachment(written: str, at: datetime) -> AttachedFile:
    kind, name, title = (part.strip() for part in written.split("|"))
    if kind == "inline":
        picture = make_file("png", name, filled(title, at))
        return replace(picture, content_id=f"{sha256(title.encode()).hexdigest()[:16]}@{MINISTRY_DOMAIN}")
    return make_file(kind, filled(name, at), filled(title, at))


def _meeting(
    mail: WrittenMail, subject: str, body: str, at: datetime, sender: Correspondent, to: tuple[Correspondent, ...]
) -> MeetingRequest | None:
    """``meet``: ``+3 14:00 | 90 | Phòng họp 302`` from the mail's day on; ``in 60m | …``: so long after the mail."""
    written = mail.one("meet")
    if not written:
        return None
    start_text, minutes, place = (part.strip() for part in written.split("|"))
    if start_text.startswith("in "):
        start = at + timedelta(minutes=int(start_text[3:-1]))
    else:
        start = moment(start_text.removeprefix("+"), at)
    return MeetingRequest(
        uid=_message_id(f"meeting {mail.one('subject')}", at, sender).strip("<>"),
        summary=subject.removeprefix("Giấy mời: "),
        start=start,
        end=start + timedelta(minutes=int(minutes)),
        organizer=sender,
        attendees=to,
        location=place,
        description=body,
        url=mail.one("url") or None,
    )
