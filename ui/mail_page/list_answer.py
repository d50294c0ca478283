"""What a list holds, asked of the mailbox on a worker: a folder's mails, its conversations, or what a search found. No
Qt; used by `shown_list`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mail import FolderId, ItemId

from .grouping import MOST_GROUPED

if TYPE_CHECKING:  # the first list does without what these load
    from mail import Mailbox, SearchMarks, SearchProblem

MOST_HITS = 500


@dataclass(frozen=True)
class ListAnswer:
    """A list's ids; of a search, what was not understood and what to mark as well."""

    ids: Sequence[ItemId]
    everything: Sequence[ItemId] | None = None
    """Where ``ids`` stand for conversations: all mails of the list."""
    problems: tuple[SearchProblem, ...] = ()
    marks: SearchMarks | None = None


def found_by(mailbox: Mailbox, words: str) -> ListAnswer:
    from mail import SearchMarks  # loaded on the worker

    found = mailbox.find(words, limit=MOST_HITS)
    return ListAnswer(found.ids, None, found.problems, SearchMarks(words))


def lying_in(mailbox: Mailbox, folder_id: FolderId, *, unread_only: bool, is_grouped: bool) -> ListAnswer:
    ids = mailbox.message_ids(folder_id, unread_only=unread_only)
    if is_grouped:
        grouped = mailbox.conversations.newest_of_each(ids)
        return ListAnswer(grouped, ids if len(ids) <= MOST_GROUPED else None)
    return ListAnswer(ids)
