"""Under the people in the editor: their free and busy times, who cannot come, and the next time that suits all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mail import AskAvailability, Availability, FreeBusy, Offline, Person
from ui.page_tools import PageTools
from ui.style import colour, font, px, quiet

from . import words
from .busy_grid import BusyGrid
from .busy_times import DAYS_AHEAD, busy_at, next_free, without_meeting

_ASK_AFTER_MS = 350
_MOST = 40


class FreeBusyPane(QWidget):
    start_asked = Signal(object)
    """The meeting should begin at this moment."""

    def __init__(self, tools: PageTools, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._zone = tools, zone
        self._people: list[tuple[str, str]] = []
        self._span: tuple[datetime, datetime] = (datetime.now(UTC), datetime.now(UTC))
        self._known: dict[str, Availability] = {}
        self._known_for: tuple[tuple[str, ...], datetime] | None = None
        self._known_until = datetime.now(UTC)
        self._asked = 0
        self._itself: tuple[datetime, datetime] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        self.grid = BusyGrid()
        self.grid.start_asked.connect(self.start_asked)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setFont(font("small"))
        self.next = quiet(QPushButton())
        self.next.clicked.connect(lambda: self.start_asked.emit(self.next.property("start")))
        self.next.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.grid)
        layout.addWidget(self.said)
        layout.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_people(self, people: Sequence[Person], start: datetime, end: datetime) -> None:
        """Besides herself."""
        own = self._tools.desk.account
        self._people = [(self.tr("Tôi"), own.address)] + [(one.name or one.address, one.address) for one in people]
        self._people = list({address.casefold(): (name, address) for name, address in self._people[::-1]}.values())
        self._people = self._people[::-1][:_MOST]
        self._span = (start, end)
        self.setVisible(len(self._people) > 1)
        if len(self._people) > 1:
            self._soon.start()
            self._show()

    def leave_out(self, start: datetime, end: datetime) -> None:
        """The meeting that is to be moved: it stands in everybody's time already and is not in its own way."""
        self._itself = (start, end)

    # --- inside ---

    def _ask(self) -> None:
        addresses = tuple(address for _, address in self._people)
        begin = datetime.combine(self._span[0].astimezone(self._zone).date(), time(), self._zone)
        if self._known_for == (addresses, begin):
            return
        self._asked += 1
        mine, until = self._asked, begin + timedelta(days=DAYS_AHEAD)

        def came(answer: tuple[Availability, ...]) -> None:
            if mine != self._asked:
                return
            self._known = {one.address.casefold(): without_meeting(one, self._itself) for one in answer}
            self._known_for, self._known_until = (addresses, begin), until
            self._show()

        def failed(error: Exception) -> None:
            if mine == self._asked:
                self._known, self._known_for = {}, None
                self._show()
                self._say(
                    self.tr("Ngoại tuyến: chưa xem được giờ rảnh của người dự.")
                    if isinstance(error, Offline)
                    else self.tr("Máy chủ chưa cho biết giờ rảnh của người dự."),
                    "muted",
                )

        question = AskAvailability(addresses, begin.astimezone(UTC), until.astimezone(UTC))
        self._tools.service.ask(self, question, came, failed)

    def _show(self) -> None:
        rows = [(name, self._known.get(address.casefold())) for name, address in self._people]
        self.grid.show_times(rows, *self._span, self._zone)
        known = [(name, one) for name, one in rows if one is not None]
        self.next.hide()
        if not known:
            self._say(self.tr("Đang hỏi giờ rảnh…"), "muted")
            return
        in_the_way = (FreeBusy.BUSY, FreeBusy.OUT_OF_OFFICE, FreeBusy.TENTATIVE)
        busy = [name for name, one in known if busy_at(one, *self._span) in in_the_way]
        unknown = [name for name, one in rows if one is None or one.error is not None]
        if not busy:
            if unknown:
                self._say(
                    self.tr("Chưa rõ: {names}. Những người khác đều rảnh.").format(names=", ".join(unknown)), "muted"
                )
            else:
                self._say(self.tr("Mọi người đều rảnh."), "success")
            return
        self._say(self.tr("Đang bận: {names}.").format(names=", ".join(busy)), "warning")
        length = max(15, round((self._span[1] - self._span[0]) / timedelta(minutes=1)))
        not_before = max(self._span[0], datetime.now(UTC))
        found = next_free([one for _, one in known], length, not_before, self._zone, self._known_until)
        if found is not None:
            self.next.setProperty("start", found)
            end = found + timedelta(minutes=length)
            offered = self.tr("Giờ rảnh của người đã rõ: {when}") if unknown else self.tr("Giờ rảnh chung: {when}")
            self.next.setText(offered.format(when=words.full_span(found, end).partition(" (")[0]))
            self.next.show()

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        palette = self.said.palette()
        palette.setColor(self.said.foregroundRole(), colour(role))
        self.said.setPalette(palette)
