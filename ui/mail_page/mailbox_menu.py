"""What belongs to the mailbox besides its mails: a menu over the folders, and strips over the page while she is
reported as away or the mailbox is nearly full. Dialogs load when they are opened."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from ui import formatting
from ui.page_tools import PageTools
from ui.style import icon
from ui.sync_status import Feature, SyncActivity, SyncStatus
from ui.widgets.standing_strip import StandingStrip

if TYPE_CHECKING:
    from mail import OutOfOffice, Quota

_ASK_AGAIN_MS = 20 * 60 * 1000
_LOOK_MS = 30 * 1000
"""A time that begins or ends is noticed within half a minute, without asking."""


class MailboxMenu(QObject):
    """``button`` opens it; the strips are put at the top of ``over``."""

    def __init__(self, tools: PageTools, page: QWidget, over: QVBoxLayout) -> None:
        super().__init__(page)
        self._tools, self._page = tools, page
        self._away: OutOfOffice | None = None
        self._has_asked = False
        self.button = QToolButton()
        self.button.setIcon(icon("more"))
        self.button.setToolTip(self.tr("Việc của hộp thư"))
        self.button.setAccessibleName(self.tr("Việc của hộp thư"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        for words, picture, act in (
            (self.tr("Báo vắng mặt…"), "away", self.open_away),
            (self.tr("Quy tắc hộp thư…"), "rules", self.open_rules),
            (self.tr("Dung lượng hộp thư…"), "info", self.open_quota),
        ):
            self.menu.addAction(icon(picture), words).triggered.connect(act)
        self.button.setMenu(self.menu)
        self.away_strip = StandingStrip("away", self.tr("Đổi…"))
        self.away_strip.pressed.connect(self.open_away)
        self.quota_strip = StandingStrip("warning", self.tr("Xem…"))
        self.quota_strip.pressed.connect(self.open_quota)
        over.insertWidget(0, self.away_strip)
        over.insertWidget(1, self.quota_strip)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_away)
        self._again = QTimer(self, interval=_ASK_AGAIN_MS)
        self._again.timeout.connect(self.ask)
        tools.service.status_changed.connect(self._status_changed)

    def ask(self) -> None:
        """How it stands with both; what is not answered is asked again later, without a word."""
        from mail import GetOutOfOffice, GetQuota

        service = self._tools.service
        service.ask(self, GetOutOfOffice(), self.show_away)
        service.ask(self, GetQuota(), self.show_quota)

    def _status_changed(self, status: SyncStatus) -> None:
        """Once the first round is done: the mails come first."""
        if not self._has_asked and status.feature is Feature.MAIL and status.activity is SyncActivity.IDLE:
            self._has_asked = True
            self._look.start()
            self._again.start()
            self.ask()

    # --- what the server said ---

    def show_away(self, away: OutOfOffice) -> None:
        self._away = away
        self._show_away()

    def show_quota(self, quota: Quota) -> None:
        from mail import Fullness

        words = ""
        if quota.fullness in (Fullness.WARNING, Fullness.CANNOT_SEND, Fullness.CANNOT_RECEIVE):
            from ui.mailbox_services.quota_dialog import quota_words

            words = quota_words(quota)
        self.quota_strip.say(words)

    def _show_away(self) -> None:
        away = self._away
        if away is None or not away.is_on(datetime.now(UTC)):
            self.away_strip.say("")
        elif away.end is not None and away.state.value == "Scheduled":
            until = formatting.full_moment(away.end)
            self.away_strip.say(self.tr("Đang báo vắng mặt đến {until}.").format(until=until))
        else:
            self.away_strip.say(self.tr("Đang báo vắng mặt."))

    # --- the dialogs ---

    def open_away(self) -> None:
        from ui.mailbox_services.away_dialog import AwayDialog

        dialog = AwayDialog(self._tools, self._page)
        dialog.told.connect(self.show_away)
        dialog.told.connect(lambda _: self._tools.notices.say(self.tr("Đã lưu việc báo vắng mặt.")))
        dialog.open()

    def open_rules(self) -> None:
        from ui.mailbox_services.rules_dialog import RulesDialog

        RulesDialog(self._tools, self._page).open()

    def open_quota(self) -> None:
        from ui.mailbox_services.quota_dialog import QuotaDialog

        QuotaDialog(self._tools, self._page).open()
