"""Today's conferences on top of the lobby: when, what, how near, the way in. Reads the calendar while it is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mail import MailboxChanges

from .. import formatting
from ..page_tools import PageTools
from ..style import colour, font, icon, primary, px
from ..upcoming.codes import Codes
from ..upcoming.model import Stage, Upcoming, read_conferences
from ..upcoming.words import facts, nearness, title_of

_LOOK_EVERY_MS = 20_000


class TodayRow(QWidget):
    enter_asked = Signal(object)

    def __init__(self, conference: Upcoming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conference = conference
        self.time = QLabel(formatting.time_of_day(conference.start))
        self.time.setFont(font("heading"))
        self.title, self.state, self.facts = QLabel(title_of(conference)), QLabel(), QLabel(facts(conference))
        for line in (self.title, self.state, self.facts):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
        self.title.setFont(font("strong"))
        self.facts.setObjectName("caption")
        self.enter = QPushButton(icon("conference"), self.tr("Vào họp"))
        self.enter.setIconSize(QSize(px(20), px(20)))
        self.enter.setAccessibleName(self.tr("Vào họp: {title}").format(title=title_of(conference)))
        self.enter.clicked.connect(lambda: self.enter_asked.emit(conference))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        for line in (self.title, self.state, self.facts):
            words.addWidget(line)
        words.addWidget(Codes(conference))
        words.addSpacing(px(4))
        words.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout(self)
        across.setContentsMargins(px(16), px(12), px(16), px(12))
        across.setSpacing(px(12))
        across.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)

    def tell(self, now: datetime) -> None:
        stage = self.conference.stage(now)
        self.state.setText(nearness(self.conference, now))
        role = {Stage.RUNNING: "danger", Stage.OVER: "muted"}.get(stage, "accent")
        palette = self.state.palette()
        palette.setColor(self.state.foregroundRole(), colour(role))
        self.state.setPalette(palette)
        self.enter.setVisible(self.conference.can_enter and stage is not Stage.OVER)
        is_near = stage in (Stage.SOON, Stage.SHORTLY, Stage.RUNNING)
        if is_near != (self.enter.property("kind") == "primary"):
            primary(self.enter) if is_near else self.enter.setProperty("kind", "")
            self.enter.setIcon(icon("conference", "on_fill" if is_near else "text"))
            self.enter.style().unpolish(self.enter)
            self.enter.style().polish(self.enter)
        self.setAccessibleName(f"{title_of(self.conference)}. {self.state.text()}. {self.facts.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("border"))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.end()


class TodayConferences(QWidget):
    enter_asked = Signal(object)
    """A `Conference` of the desk, or an invitation."""

    def __init__(
        self,
        tools: PageTools,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._tools, self.clock = tools, clock
        self.rows: list[TodayRow] = []
        self._is_reading = False
        self.heading = QLabel(self.tr("Hôm nay"))
        self.heading.setFont(font("heading"))
        self.empty = QLabel(self.tr("Hôm nay không còn cuộc họp trực tuyến nào trong lịch."))
        self.empty.setWordWrap(True)
        self.empty.setObjectName("caption")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(8))
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self.empty)
        self.setVisible(False)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        tools.service.mailbox_changed.connect(self._changed)

    def look(self) -> None:
        """Read today anew. A calendar that cannot be read is said by its own page: nothing is shown here."""
        if self._is_reading:
            return
        self._is_reading = True
        desk = self._tools.desk
        begin = formatting.local(self.clock()).replace(hour=0, minute=0, second=0, microsecond=0)
        self._tools.background.run(
            self,
            lambda: read_conferences(desk, begin, begin + timedelta(days=1)),
            self._take,
            lambda _: self._take(None),
            lane="calendar-rows",
        )

    def _take(self, found: Sequence[Upcoming] | None) -> None:
        self._is_reading = False
        now = self.clock()
        there = [one for one in found or () if one.stage(now) is not Stage.OVER]
        if [row.conference for row in self.rows] != there:
            for row in self.rows:
                self._layout.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [TodayRow(one) for one in there]
            for row in self.rows:
                row.enter_asked.connect(lambda one: self.enter_asked.emit(one.conference or one.invitation))
                self._layout.addWidget(row)
        for row in self.rows:
            row.tell(now)
        self.empty.setVisible(not self.rows)
        self.setVisible(found is not None)

    def _changed(self, changes: MailboxChanges) -> None:
        if changes.calendar and self._timer.isActive():
            self.look()

    @property
    def near_button(self) -> QPushButton | None:
        """Of the first conference that is near or on."""
        near = (row.enter for row in self.rows if not row.enter.isHidden() and row.enter.property("kind") == "primary")
        return next(near, None)

    def watch(self, is_seen: bool) -> None:
        """Read while the lobby is on screen."""
        if is_seen:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()
