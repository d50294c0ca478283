"""What belongs to the mailbox besides its mails: a menu over the folders, and strips over the page while she is
reported as away or the mailbox is nearly full. Dialogs load when they are opened."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from ui import formatting
from ui.page_tools import PageTools
from ui.style import icon
from ui.sync_status import Feature, SyncActivity, SyncStatus
from ui.widgets.standing_strip import StandingStrip

from .lanes import LANE

if TYPE_CHECKING:
    from mail import Fullness, OutOfOffice, Quota, SharedMailbox, SharedMailboxFailed

_ASK_AGAIN_MS = 20 * 60 * 1000
_LOOK_MS = 30 * 1000
"""A time that begins or ends is noticed within half a minute, without asking."""


class MailboxMenu(QObject):
    """``button`` opens it; the strips are put at the top of ``over``."""

    shared_changed = Signal()
    """A shared mailbox was opened or closed: the folders may be asked for anew."""

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
            (self.tr("Việc cần làm…"), "check", self.open_tasks),
            (self.tr("Báo vắng mặt…"), "away", self.open_away),
            (self.tr("Quy tắc hộp thư…"), "rules", self.open_rules),
            (self.tr("Dung lượng hộp thư…"), "info", self.open_quota),
            (self.tr("Mở hộp thư dùng chung…"), "people", self.open_shared),
        ):
            self.menu.addAction(icon(picture), words).triggered.connect(act)
        self._fullness: Fullness | None = None
        self._shared: list[SharedMailbox] = []
        self._closings: list[QAction] = []
        self.menu.aboutToShow.connect(self._fill)
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
        tools.service.shared_mailbox_failed.connect(self._shared_failed)
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
            self._look_for_shared()
            self._take_contacts()

    def _take_contacts(self) -> None:
        """Once a session: her contacts are offered under address fields, offline too."""
        from mail import DirectoryEntry, GetContacts

        desk, background = self._tools.desk, self._tools.background

        def keep(entries: tuple[DirectoryEntry, ...]) -> None:
            if entries:
                background.run(self, lambda: desk.mailbox.remember_people(entries), None, lambda _: None)

        self._tools.service.ask(self, GetContacts(), keep)

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
            if quota.fullness is not self._fullness:  # on whatever page she is
                self._tools.notices.say_in_status(words)
        self._fullness = quota.fullness
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

    # --- shared mailboxes ---

    def _look_for_shared(self) -> None:
        desk = self._tools.desk

        def look() -> list[SharedMailbox]:
            from mail import MailboxWithShared

            return desk.mailbox.shared() if isinstance(desk.mailbox, MailboxWithShared) else []

        def seen(shared: list[SharedMailbox]) -> None:
            self._shared = shared

        self._tools.background.run(self, look, seen, lambda _: None, lane=LANE)

    def _fill(self) -> None:
        for action in self._closings:
            self.menu.removeAction(action)
        self._closings = []
        for shared in self._shared:
            name = shared.owner.name or shared.owner.address
            action = self.menu.addAction(self.tr("Đóng hộp thư của {name}").format(name=name.replace("&", "&&")))
            action.triggered.connect(lambda _=False, shared=shared: self.close_shared(shared))
            self._closings.append(action)

    def open_shared(self) -> None:
        from ui.mailbox_services.shared_dialog import SharedDialog

        dialog = SharedDialog(self._tools, self._page)
        dialog.opened.connect(self._shared_opened)
        dialog.open()

    def _shared_opened(self, shared: SharedMailbox) -> None:
        name = shared.owner.name or shared.owner.address
        self._tools.notices.say(self.tr("Đã mở hộp thư của {name}. Thư đang được tải về.").format(name=name))
        self._shared_settled(None)

    def close_shared(self, shared: SharedMailbox) -> None:
        """Its store stays on this PC, encrypted: opened again, it is here at once."""
        desk = self._tools.desk

        def close() -> None:
            from mail import MailboxWithShared

            if isinstance(desk.mailbox, MailboxWithShared):
                desk.mailbox.close_shared(shared.address)

        self._tools.background.run(self, close, self._shared_settled, self._tools.notices.say_error, lane=LANE)

    def _shared_settled(self, _: object) -> None:
        self.shared_changed.emit()
        self._tools.service.refresh(mail=True, archive=False)
        self._look_for_shared()

    def _shared_failed(self, failure: SharedMailboxFailed) -> None:
        from ui.spoken_errors import spoken

        name = failure.mailbox.owner.name or failure.mailbox.owner.address
        words = spoken(failure.error).text
        self._tools.notices.say(self.tr("Hộp thư của {name}: {words}").format(name=name, words=words))

    # --- the dialogs ---

    def open_away(self) -> None:
        from ui.mailbox_services.away_dialog import AwayDialog

        dialog = AwayDialog(self._tools, self._page)
        dialog.told.connect(self.show_away)
        dialog.told.connect(lambda _: self._tools.notices.say(self.tr("Đã lưu việc báo vắng mặt.")))
        dialog.open()

    def open_tasks(self) -> None:
        from ui.mailbox_services.tasks_dialog import TasksDialog

        TasksDialog(self._tools, self._page).open()

    def open_rules(self) -> None:
        from ui.mailbox_services.rules_dialog import RulesDialog

        RulesDialog(self._tools, self._page).open()

    def open_quota(self) -> None:
        from ui.mailbox_services.quota_dialog import QuotaDialog

        QuotaDialog(self._tools, self._page).open()
