"""The minutes as a draft of a mail in the encrypted mailbox on this PC: found again, saved, listed. Works on a worker;
no Qt. Nothing of them is ever in plain on the disk, and she can send them as any draft."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from mail import Draft, DraftId, clean_outgoing, letter, split_letter

from ...formatting import local

if TYPE_CHECKING:
    from conference import Conference
    from mail import Mailbox, NewAttachment

SUBJECT = "Biên bản: "
"""At the head of the subject; the office's language."""
_OURS = uuid.UUID("6a0f6a5e-3e5b-4c6e-9a54-6d1f0c2b7a11")


@dataclass(frozen=True, slots=True)
class OpenedMinutes:
    """``own`` is the clean fragment to be edited; "" where there are no minutes of this meeting yet."""

    draft: Draft
    own: str


def open_minutes(mailbox: Mailbox, conference: Conference, began: datetime) -> OpenedMinutes:
    """Those of this conference and day, or an empty draft for them. Ones that were sent off stay what they were: the
    next are a new draft. Raises `mail.StoreError`."""
    kept = {draft.id: draft for draft in mailbox.drafts()}
    gone = {one.draft_id for one in mailbox.outbox()}
    for number in range(100):
        draft_id = _id_of(conference, began, number)
        if draft_id in kept:
            draft = kept[draft_id]
            return OpenedMinutes(draft, clean_outgoing(split_letter(draft.html)[0]) if draft.html else "")
        if draft_id not in gone:
            return OpenedMinutes(Draft(draft_id, subject=SUBJECT + conference.title), "")
    return OpenedMinutes(Draft(DraftId(uuid.uuid4().hex), subject=SUBJECT + conference.title), "")


def earlier_minutes(mailbox: Mailbox) -> list[OpenedMinutes]:
    """All that are still drafts, the last changed first. Raises `mail.StoreError`."""
    found = [draft for draft in mailbox.drafts() if draft.subject.startswith(SUBJECT)]
    return [OpenedMinutes(one, clean_outgoing(split_letter(one.html)[0]) if one.html else "") for one in found]


def save_minutes(mailbox: Mailbox, draft: Draft, own: str, text: str, pictures: list[NewAttachment]) -> None:
    """As it stands now, with the people and files it may have got as a mail meanwhile. Raises `mail.StoreError`."""
    current = next((one for one in mailbox.drafts() if one.id == draft.id), draft)
    files = tuple(one for one in current.attachments if one.content_id is None)
    mailbox.save_draft(replace(current, html=letter(own), text=text, attachments=(*files, *pictures)))


def _id_of(conference: Conference, began: datetime, number: int) -> DraftId:
    """The same for the same conference on the same day, so that minutes are found again after a crash."""
    name = f"{conference.title}|{local(began):%Y-%m-%d}|{'|'.join(site.id for site in conference.sites)}|{number}"
    return DraftId(uuid.uuid5(_OURS, name).hex)
