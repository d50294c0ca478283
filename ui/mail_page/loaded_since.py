"""Down to which day the text of her mails is on this PC, in words for the line over the list. Used by `shown_list`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from mail import Mailbox


@dataclass(frozen=True)
class LoadedSince:
    """Every mail received after ``moment`` is here whole. ``is_choice``: she keeps no more than the last months."""

    moment: datetime
    is_choice: bool

    @property
    def short(self) -> str:
        words = QCoreApplication.translate("LoadedSince", "Đã tải đến ngày {day}")
        return words.format(day=self._day)

    @property
    def long(self) -> str:
        if self.is_choice:
            words = QCoreApplication.translate(
                "LoadedSince",
                "Nội dung thư đã tải đến ngày {day}. Thư cũ hơn vẫn có trong danh sách; nội dung được tải khi mở.",
            )
        else:
            words = QCoreApplication.translate(
                "LoadedSince", "Nội dung thư đã tải đến ngày {day}; thư cũ hơn đang được tải tiếp."
            )
        return words.format(day=self._day)

    @property
    def _day(self) -> str:
        return f"{self.moment.astimezone():%d/%m/%Y}"


def loaded_since(mailbox: Mailbox, now: datetime) -> LoadedSince | None:
    """None where there is nothing to say: all is here, or what is missing came today and is here in a moment."""
    moment = mailbox.keeping.here_since()
    if moment is None or moment.astimezone().date() >= now.astimezone().date():
        return None
    return LoadedSince(moment, mailbox.keeping.months > 0)
