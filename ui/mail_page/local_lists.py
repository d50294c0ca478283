"""The lists of this PC as they were last told: drafts, outbox, mails put off, answers awaited. Used by `shown_list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .folder_list import FolderKey, LocalFolder
from .list_pane import ListPane
from .overview import Overview

if TYPE_CHECKING:  # the first list does without what these load
    from mail import AwaitedAnswer, Draft, Outgoing

    from .local_list import Snoozed


class LocalLists(QObject):
    def __init__(self, pane: ListPane, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._drafts: list[Draft] = []
        self._outbox: list[Outgoing] = []
        self._snoozed: list[Snoozed] = []
        self._awaited: list[AwaitedAnswer] = []

    def take(self, overview: Overview) -> None:
        """Drafts only where they were asked for."""
        if overview.drafts is not None:
            self._drafts = overview.drafts
        self._outbox, self._snoozed, self._awaited = overview.outbox, overview.snoozed, overview.awaited

    def counts(self, key: FolderKey | None) -> tuple[int | None, int | None, int | None, int | None]:
        """Of outbox, drafts, mails put off and answers awaited; None where there are none and the list needs no place.
        She who looks at one of them (``key``) keeps it, also when its last row has gone."""
        from mail import OutgoingState

        on_their_way = sum(one.state != OutgoingState.SENT for one in self._outbox)
        return (
            _shown(on_their_way, key == LocalFolder.OUTBOX),
            _shown(len(self._drafts), key == LocalFolder.DRAFTS),
            _shown(len(self._snoozed), key == LocalFolder.SNOOZED),
            _shown(len(self._awaited), key == LocalFolder.AWAITED),
        )

    def show(self, key: LocalFolder) -> None:
        """This one in the list pane, under its title."""
        if key == LocalFolder.DRAFTS:
            self._pane.local.show_drafts(self._drafts)
            self._pane.show_title(self.tr("Đang soạn trên máy này"))
        elif key == LocalFolder.SNOOZED:
            self._pane.local.show_snoozed(self._snoozed)
            self._pane.show_title(self.tr("Thư hẹn lại"))
        elif key == LocalFolder.AWAITED:
            self._pane.local.show_awaited(self._awaited)
            self._pane.show_title(self.tr("Chờ trả lời"))
        else:
            self._pane.local.show_outbox(self._outbox)
            self._pane.show_title(self.tr("Hộp thư đi"))
        self._pane.show_local()


def _shown(count: int, is_looked_at: bool) -> int | None:
    return count if count or is_looked_at else None
