"""The same news in fewer messages: what piled up while the window was busy is told once. Used by the service link."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from docs_archive import ArchiveChanges, ArchiveProgress
from mail import MailboxChanges, SyncProgress

from .service_messages import LawEvent, MailEvent
from .sync_status import SyncStatus

T = TypeVar("T")


def merged(messages: list[object]) -> list[object]:
    """The same news in fewer messages: change notices of one feature become one, of progress and status the last stays.

    Refusals and the end keep their place.
    """
    result: list[object] = []
    places: dict[object, int] = {}
    for message in messages:
        match message:
            case MailEvent(MailboxChanges() as new):
                key: object = MailboxChanges
                if key in places:
                    old = result[places[key]]
                    assert isinstance(old, MailEvent) and isinstance(old.event, MailboxChanges)
                    message = MailEvent(merged_changes(old.event, new))
            case LawEvent(ArchiveChanges() as news):
                key = ArchiveChanges
                if key in places:
                    before = result[places[key]]
                    assert isinstance(before, LawEvent) and isinstance(before.event, ArchiveChanges)
                    message = LawEvent(
                        ArchiveChanges(
                            _union(before.event.document_ids, news.document_ids),
                            _union(before.event.amended, news.amended),
                            before.event.first_sync or news.first_sync,
                        )
                    )
            case MailEvent(SyncProgress()):
                key = SyncProgress
            case LawEvent(ArchiveProgress()):
                key = ArchiveProgress
            case SyncStatus(feature=feature):
                key = feature
            case _:
                result.append(message)
                continue
        if key in places:
            result[places[key]] = message
        else:
            places[key] = len(result)
            result.append(message)
    return result


def merged_changes(old: MailboxChanges, new: MailboxChanges) -> MailboxChanges:
    return replace(
        old,
        folders=old.folders or new.folders,
        folder_ids=_union(old.folder_ids, new.folder_ids),
        item_ids=_union(old.item_ids, new.item_ids),
        arrived=_union(old.arrived, new.arrived),
        outbox=old.outbox or new.outbox,
        calendar=old.calendar or new.calendar,
    )


def _union(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(first + second))
