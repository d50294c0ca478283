"""The window of a check: rows come in one by one under the verdict; devices are tried in their rows; a rehearsal and a
report are one press away. It may stay open while she works on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from conference import CheckResult, CheckState, CheckStep, Conference, SiteId, verdict

from ..announcing import announce
from ..background import StreamHandle
from ..page_tools import PageTools
from ..spoken_errors import spoken
from ..style import icon, primary, px
from ..widgets.screen_room import resize_within_screen, scrolled_dialog
from .rows import CheckGroup
from .verdict_strip import VerdictStrip
from .words import found, title, verdict_word

if TYPE_CHECKING:
    from .device_tries import _Try

_SETTLED_MS = 60


class CheckWindow(QDialog):
    """`begin` starts the check; closing the window ends it, whatever it is at."""

    def __init__(self, tools: PageTools, conference: Conference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conference = conference
        self._tools = tools
        self._handle: StreamHandle | None = None
        self.checked_at: datetime | None = None
        self.setWindowTitle(self.tr("Kiểm tra điểm cầu"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.strip = VerdictStrip()
        name = QLabel(conference.title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setObjectName("caption")
        self.groups: dict[SiteId | None, CheckGroup] = {site.id: CheckGroup(site.name) for site in conference.sites}
        self.groups[None] = CheckGroup(self.tr("Máy tính này"))
        self.tries: list[_Try] = []
        self.again_button = QPushButton(icon("refresh"), self.tr("Kiểm tra lại"))
        self.again_button.clicked.connect(self._again_or_stop)
        self.rehearse_button = QPushButton(icon("conference"), self.tr("Họp thử"))
        self.rehearse_button.setToolTip(
            self.tr("Vào cả hai điểm cầu trong một phút, không phát tiếng và hình của máy này")
        )
        self.rehearse_button.clicked.connect(self._rehearse)
        self.report_button = QPushButton(icon("save"), self.tr("Lưu báo cáo PDF…"))
        self.report_button.clicked.connect(self._save_report)
        self.close_button = primary(QPushButton(self.tr("Đóng")))
        self.close_button.clicked.connect(self.close)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(px(18))
        column.addWidget(name)
        column.addWidget(self.strip)
        for group in self.groups.values():
            column.addWidget(group)
        column.addStretch(1)
        foot = QWidget()
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(px(8))
        for button in (self.again_button, self.rehearse_button, self.report_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.setMinimumWidth(px(640))
        scrolled_dialog(self, body, foot)
        resize_within_screen(self, px(760), px(820))
        self._show_running(False)
        self.close_button.setFocus()

    # --- the check ----------------------------------------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        return self._handle is not None

    @property
    def results(self) -> tuple[CheckResult, ...]:
        """As they stand, site by site, then this PC."""
        return tuple(result for group in self.groups.values() for result in group.results)

    def begin(self) -> None:
        """Check now; a check under way is ended first."""
        self._end()
        self.checked_at = None
        kept = frozenset(one.row.result.kind for one in self.tries)
        for place, group in self.groups.items():
            group.clear(kept if place is None else frozenset())
        self.strip.show_progress(0, 1)
        self._show_running(True)
        make_check, conference = self._tools.desk.make_check, self.conference
        handle: StreamHandle

        def steps() -> Iterator[CheckStep]:
            return make_check().run(conference)

        handle = self._handle = self._tools.background.stream(
            self, steps, self._take, lambda: self._finished(handle), lambda error: self._failed(handle, error)
        )
        QTimer.singleShot(_SETTLED_MS, self, self._find_devices)

    def _again_or_stop(self) -> None:
        if self.is_running:
            self._end()
            self._conclude()
        else:
            self.begin()

    def _take(self, step: CheckStep) -> None:
        if step.result is not None:
            self.groups[step.result.site].show_result(step.result)
        if step.done < step.expected:
            self.strip.show_progress(step.done, step.expected)
        elif self._handle is not None:
            self._handle = None  # all is said; the players are closed behind it
            self._conclude()

    def _finished(self, handle: StreamHandle) -> None:
        if handle is self._handle:
            self._handle = None
            self._conclude()

    def _failed(self, handle: StreamHandle, error: Exception) -> None:
        if handle is self._handle:
            self._handle = None
            self._conclude()
            self.strip.reason.setText(spoken(error).whole)
            self.strip.reason.setVisible(True)

    def _end(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _conclude(self) -> None:
        self.checked_at = datetime.now(UTC)
        self._show_running(False)
        for group in self.groups.values():
            group.waiting.setVisible(False)
        self._show_verdict()
        announce(self, f"{self.strip.word.text()}. {self.strip.reason.text()}")

    def _show_verdict(self) -> None:
        if self.is_running:
            return
        self.strip.show_verdict(verdict(self.results, (site.id for site in self.conference.sites)), self._reason())

    def _reason(self) -> str:
        """What stands in the way: all that is red, else the first of what is amber."""
        for state, most in ((CheckState.RED, 3), (CheckState.AMBER, 2)):
            rows = [result for result in self.results if result.state is state]
            if rows:
                said = [self._located(result) for result in rows[:most]]
                more = len(rows) - len(said)
                rest = self.tr("Và {count} điều nữa ở dưới.").format(count=more) if more > 0 else ""
                return "\n".join([*said, *([rest] if rest else [])])
        return ""

    def _located(self, result: CheckResult) -> str:
        where = next((site.name for site in self.conference.sites if site.id == result.site), self.tr("Máy tính này"))
        return f"{where} – {title(result.kind)}: {found(result)}"

    def _show_running(self, running: bool) -> None:
        self.again_button.setText(self.tr("Dừng") if running else self.tr("Kiểm tra lại"))
        self.again_button.setIcon(icon("close" if running else "refresh"))
        for button in (self.rehearse_button, self.report_button):
            button.setEnabled(not running)

    # --- the devices of this PC ---------------------------------------------------------------------------------------

    def _find_devices(self) -> None:
        if self.tries:
            return
        from .device_tries import Chosen, first_rows, make_try

        known = self._tools.preferences
        chosen = Chosen(known.word("own_microphone"), known.word("own_camera"))
        for result in first_rows(chosen):
            row = self.groups[None].show_result(result)
            one = make_try(row, chosen)
            if one is not None:
                one.found.connect(lambda _: self._show_verdict())
                self.tries.append(one)
        self._show_verdict()

    def _let_go(self) -> None:
        for one in self.tries:
            one.stop()

    # --- rehearsal and report -----------------------------------------------------------------------------------------

    def _rehearse(self) -> None:
        from .rehearsal import RehearsalWindow

        self._let_go()
        window = RehearsalWindow(self._tools, self.conference, self)
        window.open()
        window.begin()

    def _save_report(self) -> None:
        from .report_saving import save_report

        save_report(self._tools, self, self.conference, self.results, self.checked_at or datetime.now(UTC))

    @property
    def verdict_text(self) -> str:
        return verdict_word(verdict(self.results, (site.id for site in self.conference.sites)))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape closes it; the check ends."""
        self._leave()
        super().reject()

    def give_way(self, running: bool) -> None:
        """A conference has begun: the line, the loudspeaker and the microphone are its own."""
        if running:
            self.close()

    def _leave(self) -> None:
        self._end()
        self._let_go()
