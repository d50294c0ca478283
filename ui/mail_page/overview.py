"""Folders with their counts, and this PC's own lists, as they are now: asked on a worker by `shown_list`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .loaded_since import LoadedSince, loaded_since

if TYPE_CHECKING:  # the first list does without what these load
    from mail import AwaitedAnswer, Draft, Folder, Mailbox, Outgoing

    from .local_list import Snoozed


@dataclass(frozen=True)
class Overview:
    folders: list[Folder]
    outbox: list[Outgoing]
    drafts: list[Draft] | None
    """Without their attachments; None when not asked for: only this window writes drafts."""
    snoozed: list[Snoozed]
    awaited: list[AwaitedAnswer]
    loaded: LoadedSince | None = None
    """None where all is here."""


def overview_of(mailbox: Mailbox, with_drafts: bool) -> Overview:
    drafts = [replace(draft, attachments=()) for draft in mailbox.drafts()] if with_drafts else None
    asleep = mailbox.snoozing.asleep()
    summaries = {one.id: one for one in mailbox.summaries([item_id for item_id, _ in asleep])} if asleep else {}
    snoozed = [(summaries[item_id], until) for item_id, until in asleep if item_id in summaries]
    loaded = loaded_since(mailbox, datetime.now(UTC))
    return Overview(mailbox.folders(), mailbox.outbox(), drafts, snoozed, mailbox.awaited_answers.listed(), loaded)
