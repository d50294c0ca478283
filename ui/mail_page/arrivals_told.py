"""New mail is told to those who hear the desk instead of seeing it. Loaded when the first mail arrives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mail import ItemId, MessageSummary
from ui.announcing import announce
from ui.page_tools import PageTools

translate = QCoreApplication.translate
_NAMED = 3
"""So many arrivals are told one by one; of more, their number."""


def tell_arrivals(tools: PageTools, page: QWidget, arrived: Sequence[ItemId]) -> None:
    """Look the arrivals up and say them, politely."""
    desk = tools.desk
    tools.background.run(
        page,
        lambda: desk.mailbox.summaries(list(arrived[:_NAMED])),
        lambda summaries: announce(page, words_for(summaries, len(arrived))),
        lambda _: None,
        lane="mail-rows",
    )


def words_for(summaries: Sequence[MessageSummary], count: int) -> str:
    """What is said of ``count`` new mails, the first of which are ``summaries``."""
    if count > _NAMED or not summaries:
        return translate("ArrivalsTold", "Có {count} thư mới.").format(count=count) if count else ""
    told = []
    for one in summaries:
        sender = (one.sender.name or one.sender.address) if one.sender is not None else ""
        subject = one.subject or translate("ArrivalsTold", "không có chủ đề")
        told.append(translate("ArrivalsTold", "Thư mới từ {sender}: {subject}.").format(sender=sender, subject=subject))
    return " ".join(told)
