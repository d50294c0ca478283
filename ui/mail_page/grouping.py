"""One row for each conversation in the list: the rows with what their conversations hold. Used by `shown_list`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mail import FolderId, ItemId, MessageSummary
from ui.page_tools import PageTools

from .message_row import MessageRow

if TYPE_CHECKING:
    from mail import ConversationRow

GROUPED = "mail_grouping"
"""Under which the choice is remembered."""

MOST_GROUPED = 300_000
"""A longer list stays one row per mail (`mail.threads.conversations`), and the title says so."""

Take = Callable[[Sequence[MessageSummary]], None]


def ask_for_rows(
    tools: PageTools,
    owner: QObject,
    row: MessageRow,
    grouped_in: FolderId | None,
    item_ids: Sequence[ItemId],
    take: Take,
) -> None:
    """``grouped_in``: the folder whose rows stand for conversations; None where each stands for a mail."""
    desk = tools.desk

    def ask() -> tuple[list[MessageSummary], dict[ItemId, ConversationRow]]:
        found = desk.mailbox.summaries(item_ids)
        return found, desk.mailbox.conversations.rows(grouped_in, item_ids) if grouped_in is not None else {}

    def show(answer: tuple[list[MessageSummary], dict[ItemId, ConversationRow]]) -> None:
        for item_id in item_ids:
            row.conversations.pop(item_id, None)
        row.conversations.update(answer[1])
        take(answer[0])

    tools.background.run(owner, ask, show, lane="mail-rows")
