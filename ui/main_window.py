"""The one window: rail, pages, status line, notices; and what pages ask of one another, who do not know each other.

It is on screen as bare ground, in the colours it had last time, before the rest is loaded: this file imports next to
nothing, and not Qt's namespace, whose enumerations take PySide 16 ms to make. `furnish` puts everything into it. Pages
are made when they are first shown. A page has `activate()`,
`deactivate()` and `focus_first()`; what it may ask are the signals named in `_join`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from .page_makers import CALENDAR, CONFERENCE, DOCUMENTS, MAIL, PAGES, PageFactory
from .window_ground import ground_words, paint_ground

if TYPE_CHECKING:  # all of this loads after the first paint
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from docs_archive import ArchiveProgress
    from mail import SyncProgress

    from .notices import Notice
    from .page_tools import PageTools
    from .preferences import Preferences
    from .sync_status import Feature, SyncStatus

_REMINDERS_AFTER_MS = 4000
"""Nothing that is due waits for seconds; the first page does."""


class MainWindow(QWidget):
    """``pages`` replaces the makers of pages, for tests. `painted` comes once, after the first paint with everything in
    it: the moment to start the service process."""

    painted = Signal()
    closed = Signal()
    password_renewed = Signal(str)
    """She typed another password after a refusal; it has gone to the service, the keyring is the application's."""

    def __init__(self, preferences: Preferences, pages: dict[str, PageFactory] | None = None) -> None:
        super().__init__()
        self._preferences = preferences
        self._makers = pages or PAGES
        self._pages: dict[str, QWidget] = {}
        self._failures_said: dict[Feature, tuple[type[Exception], tuple[object, ...]]] = {}
        self._current = ""
        self.is_password_refused: Callable[[str], bool] = lambda _: False
        self.has_ground = self._is_furnished = self._has_begun = False
        self._is_immersive = self._conference_runs = self._closes_for_sure = False
        self._ground = preferences.word("ground")
        self.setObjectName("main_window")
        self.setWindowTitle("Bàn Công Vụ")
        geometry = preferences.remembered("window")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 800)
        self.setMinimumSize(720, 480)

    def furnish(self, tools: PageTools) -> None:
        """Everything that the window holds; the first page follows when that is on screen."""
        from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

        from .navigation import NavigationRail
        from .status_line import StatusLine
        from .widgets.notice_bar import NoticeStack

        self._tools = tools
        self.setWindowTitle(f"Bàn Công Vụ · {tools.desk.ministry_short or tools.desk.ministry}")
        words = {
            MAIL: ("mail", self.tr("Thư")),
            CONFERENCE: ("conference", self.tr("Họp")),
            DOCUMENTS: ("documents", self.tr("Văn bản")),
            CALENDAR: ("calendar", self.tr("Lịch")),
        }
        self.rail = NavigationRail([(name, *words[name]) for name in self._makers], self)
        self.stack = QStackedWidget(self)
        account = tools.desk.account
        self.status_line = StatusLine(account.display_name, account.address, self)
        self.notice_stack = NoticeStack(self.stack)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status_line)
        self._connect()
        self._add_shortcuts()
        remembered = self._preferences.word("page", MAIL)
        self._first_page = remembered if remembered in self._makers else next(iter(self._makers))
        self.rail.show_chosen(self._first_page)
        self._is_furnished = True
        if self.has_ground:
            QTimer.singleShot(0, self._begin)

    # --- pages --------------------------------------------------------------------------------------------------------

    def page(self, name: str) -> Any:
        """The page called ``name``, made if it was not yet."""
        if name not in self._pages:
            page = self._makers[name](self._tools, self.stack)
            self._pages[name] = page
            self.stack.addWidget(page)
            self._join(page)
        return self._pages[name]

    def show_page(self, name: str) -> Any:
        """Show a page and give it the keyboard."""
        page = self.page(name)
        if name != self._current:
            if self._current:
                self._pages[self._current].deactivate()  # type: ignore[attr-defined]
            self._current = name
            self.stack.setCurrentWidget(page)
            self.notice_stack.raise_()
            self.rail.show_chosen(name)
            self._preferences.remember_word("page", name)
            page.activate()
        page.focus_first()
        return page

    @property
    def current_page(self) -> str:
        return self._current

    def _join(self, page: QWidget) -> None:
        """What pages ask of one another is answered here, where all of them are in the room."""
        answers: dict[str, Callable[..., object]] = {
            "document_asked": lambda number: self.show_page(DOCUMENTS).open_number(number),
            "conference_asked": lambda conference: self.show_page(CONFERENCE).join(conference),
            "calendar_asked": lambda id_, start: self.show_page(CALENDAR).open_item(id_, start),
            "join_asked": lambda: self.show_page(CONFERENCE).join(),
            "running_changed": self._conference_changed,
            "immersive_asked": self.set_immersive,
            "recording_told": self.status_line.show_recording,
            "unread_changed": lambda count: self.rail.buttons[MAIL].set_badge(count),
        }
        for name, answer in answers.items():
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(answer)
        if page is self._pages.get(CONFERENCE):
            page.destroyed.connect(self._conference_page_gone)

    def _conference_changed(self, runs: bool) -> None:
        """A conference has the line first. It ends with its page, too, however that went."""
        self._conference_runs = runs
        self._tools.service.stand_back(runs)
        self.status_line.set_standing_back(runs)
        if (awake := self._tools.desk.screen_awake) is not None:
            awake.hold(self.tr("Đang họp trực tuyến")) if runs else awake.release()
        self.rail.buttons[CONFERENCE].set_live(runs)

    def _conference_page_gone(self) -> None:
        self._pages.pop(CONFERENCE, None)
        if self._conference_runs:
            self._conference_changed(False)

    # --- what is said -------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        tools = self._tools
        self.rail.chosen.connect(self.show_page)
        self.rail.settings_asked.connect(self.show_settings)
        self.status_line.refresh_asked.connect(self._refresh_one)
        tools.notices.raised.connect(self.show_notice)
        tools.notices.error_raised.connect(self.say_error)
        tools.background.failed.connect(self.say_error)
        tools.service.status_changed.connect(self._status_changed)
        tools.service.mail_progress.connect(self._mail_progress)
        tools.service.archive_progress.connect(self._archive_progress)
        for status in tools.service.statuses.values():
            self.status_line.show_status(status)

    def show_notice(self, notice: Notice) -> None:
        from .weight import Weight

        if notice.weight is Weight.STATUS:
            self.status_line.say(notice.text)
        elif notice.weight is Weight.NOTICE:
            self.notice_stack.show_notice(notice)
        else:
            self._ask(notice.text, "", notice.action_text, notice.action)

    def say_error(self, error: Exception) -> None:
        from mail import WrongPassword

        if isinstance(error, WrongPassword):
            self._ask_password_notice()
            return
        from .notices import Notice
        from .spoken_errors import spoken
        from .weight import Weight

        words = spoken(error)
        if words.weight is Weight.STATUS:
            self.status_line.say(words.text)
        elif words.weight is Weight.NOTICE:
            self.notice_stack.show_notice(Notice(words.whole, is_failure=True))
        else:
            self._ask(words.text, words.advice, "", None)

    def _ask(self, text: str, advice: str, action_text: str, action: Callable[[], None] | None) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        for open_box in self.findChildren(QMessageBox):
            if open_box.text() == text and open_box.isVisible():
                return  # said already, not yet answered
        box = QMessageBox(QMessageBox.Icon.Warning, "Bàn Công Vụ", text, parent=self)
        box.setInformativeText(advice)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if action is not None:
            box.addButton(action_text, QMessageBox.ButtonRole.AcceptRole).clicked.connect(action)
            box.addButton(QMessageBox.StandardButton.Cancel)
        else:
            box.addButton(QMessageBox.StandardButton.Ok)
        box.open()

    def _status_changed(self, status: SyncStatus) -> None:
        """A failure that repeats itself is said once, until it is over or she asks for another try."""
        from .sync_status import SyncActivity

        self.status_line.show_status(status)
        if status.activity is SyncActivity.IDLE:
            self._failures_said.pop(status.feature, None)
        elif status.activity is SyncActivity.FAILED and status.error is not None:
            failure = (type(status.error), status.error.args)
            if self._failures_said.get(status.feature) != failure:
                self._failures_said[status.feature] = failure
                self.say_error(status.error)

    def _mail_progress(self, progress: SyncProgress) -> None:
        from .sync_status import Feature

        self.status_line.show_progress(Feature.MAIL, progress.done, progress.total)

    def _archive_progress(self, progress: ArchiveProgress) -> None:
        from .sync_status import Feature

        self.status_line.show_progress(Feature.ARCHIVE, progress.done, progress.total)

    def _ask_password_notice(self) -> None:
        from .notices import Notice

        self.notice_stack.show_notice(
            Notice(
                self.tr("Máy chủ thư không nhận mật khẩu đã lưu. Thư mới chưa về được."),
                action_text=self.tr("Nhập mật khẩu…"),
                action=self.ask_password,
                is_failure=True,
            )
        )

    def ask_password(self) -> None:
        from .password_dialog import PasswordDialog
        from .sync_status import Feature

        dialog = PasswordDialog(self._tools.desk.account.user_name, self, is_refused=self.is_password_refused)
        dialog.entered.connect(lambda: self._failures_said.pop(Feature.MAIL, None))
        dialog.entered.connect(self._tools.service.new_password)
        dialog.entered.connect(self.password_renewed)
        dialog.open()

    # --- commands -----------------------------------------------------------------------------------------------------

    def _add_shortcuts(self) -> None:
        for place, name in enumerate(self._makers, start=1):
            self._shortcut(f"Ctrl+{place}", partial(self.show_page, name))
        self._shortcut("F5", self.refresh)
        self._shortcut("Ctrl+,", self.show_settings)
        self._shortcut("F1", self.show_shortcuts)
        self._shortcut("Ctrl+Q", self.close)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def refresh(self) -> None:
        """Sync everything now."""
        self._failures_said.clear()
        self._tools.service.refresh()
        self.status_line.say(self.tr("Đang hỏi máy chủ…"))

    def _refresh_one(self, feature: Feature) -> None:
        from .sync_status import Feature

        self._failures_said.pop(feature, None)
        self._tools.service.refresh(mail=feature is Feature.MAIL, archive=feature is Feature.ARCHIVE)
        self.status_line.say(self.tr("Đang hỏi máy chủ…"))

    def show_settings(self) -> None:
        from .settings_window import SettingsWindow

        SettingsWindow(self._preferences, self, tools=self._tools).open()

    def show_shortcuts(self) -> None:
        from .shortcuts_sheet import ShortcutsSheet

        page = self._pages.get(self._current)
        ShortcutsSheet(list(getattr(page, "shortcuts", ())), self).open()

    def set_immersive(self, on: bool) -> None:
        """The conference over the whole screen, nothing else; and back as it was."""
        from PySide6.QtCore import Qt

        if on == self._is_immersive:
            return
        self._is_immersive = on
        self.rail.setVisible(not on)
        self.status_line.setVisible(not on)
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    # --- the window itself --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_furnished:
            paint_ground(self, self._ground)
        if not self.has_ground:
            self.has_ground = True
            if self._is_furnished:
                QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        if self._has_begun:
            return
        self._has_begun = True
        self.painted.emit()
        if not self._current:
            self.show_page(self._first_page)
        if CALENDAR in self._makers:
            QTimer.singleShot(_REMINDERS_AFTER_MS, self, self._start_reminders)

    def _start_reminders(self) -> None:
        from .calendar_page.refusals import Refusals
        from .calendar_page.reminders import Reminders
        from .unfinished_recordings import tell_unfinished
        from .upcoming.at_window import announce_conferences

        tell_unfinished(self._tools)
        self.refusals = Refusals(self._tools, self)
        self.refusals.show_asked.connect(lambda id_: self.show_page(CALENDAR).find_item(id_))
        self.reminders = Reminders(self._tools, self.stack)
        self.reminders.join_asked.connect(lambda conference: self.show_page(CONFERENCE).join(conference))
        self.reminders.open_asked.connect(lambda id_, start: self.show_page(CALENDAR).open_item(id_, start))
        running = lambda: getattr(self._pages.get(CONFERENCE), "conference", None)  # noqa: E731
        self.upcoming = announce_conferences(self, self._tools, self.reminders, running)

    def changeEvent(self, event: QEvent) -> None:
        if self._is_furnished and event.type() == event.Type.FontChange:
            self.status_line.measure()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._conference_runs and not self._closes_for_sure:
            event.ignore()
            self._ask(
                self.tr("Cuộc họp đang diễn ra."),
                self.tr("Đóng Bàn Công Vụ sẽ rời cuộc họp."),
                self.tr("Rời họp và đóng"),
                self._close_for_sure,
            )
            return
        self.set_immersive(False)
        if self._is_furnished:
            places = (self.rail.width(), self.status_line.height())
            self._preferences.remember_word("ground", ground_words(*places))
        self._preferences.remember("window", self.saveGeometry())
        if self._current:
            with contextlib.suppress(RuntimeError):  # a page whose C++ half is gone already
                self._pages[self._current].deactivate()  # type: ignore[attr-defined]
        event.accept()
        self.closed.emit()

    def _close_for_sure(self) -> None:
        self._closes_for_sure = True
        self.close()
