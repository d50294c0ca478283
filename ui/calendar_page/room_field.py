"""Place and rooms in the editor: a line for any place, and a menu of the ministry's rooms; chosen rooms are invited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mail import AskRoomLists, AskRooms, Person, Room, RoomList
from ui.page_tools import PageTools
from ui.style import icon, px
from ui.widgets.composing import ComposedLine
from ui.widgets.flow_layout import FlowLayout


class RoomField(QWidget):
    changed = Signal()

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._known: dict[str, Room] = {}
        self._asked = False
        self._rooms: list[Person] = []
        self._named = ""
        self.chips: list[QPushButton] = []
        self.place = ComposedLine()
        self.place.setAccessibleName(self.tr("Địa điểm"))
        self.place.setPlaceholderText(self.tr("Địa điểm, hoặc liên kết họp"))
        self.button = QPushButton(icon("building"), self.tr("Phòng họp…"))
        self.button.setIconSize(QSize(px(16), px(16)))
        self.button.clicked.connect(self._open_menu)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, px(6))
        self._chips.hide()
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(self.place, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(row)
        layout.addWidget(self._chips)
        self.setFocusProxy(self.place)
        self.place.textChanged.connect(lambda _: self.changed.emit())
        self._read_known()

    @property
    def rooms(self) -> tuple[Person, ...]:
        return tuple(self._rooms)

    def show_rooms(self, location: str, rooms: Sequence[Person]) -> None:
        self._rooms = list(rooms)
        self._named = "; ".join(room.name or room.address for room in rooms)
        self.place.setText(location)
        self._rebuild()

    def toggle(self, room: Person) -> None:
        """Take a room, or leave it; the place says it as long as she has written nothing else there."""
        there = {one.address.casefold() for one in self._rooms}
        if room.address.casefold() in there:
            self._rooms = [one for one in self._rooms if one.address.casefold() != room.address.casefold()]
        else:
            self._rooms.append(room)
        named = "; ".join(one.name or one.address for one in self._rooms)
        if self.place.text().strip() in ("", self._named):
            self.place.setText(named)
        self._named = named
        self._rebuild()
        self.changed.emit()

    # --- inside ---

    def _rebuild(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.chips = []
        for room in self._rooms:
            chip = QPushButton(icon("close", "muted"), room.name or room.address)
            chip.setIconSize(QSize(px(14), px(14)))
            chip.setToolTip(self.tr("Bỏ phòng {name}").format(name=room.name or room.address))
            chip.setAccessibleName(chip.toolTip())
            chip.clicked.connect(lambda _=False, room=room: self.toggle(room))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        self._chips.setVisible(bool(self._rooms))

    def _read_known(self) -> None:
        desk = self._tools.desk
        self._tools.background.run(self, lambda: desk.mailbox.calendar.rooms(), self._know, lambda _: None)

    def _know(self, rooms: Sequence[Room]) -> None:
        for room in rooms:
            self._known.setdefault(room.address.casefold(), room)

    def _open_menu(self) -> None:
        if not self._asked:  # the list is asked for once; until it comes, what is known is offered
            self._asked = True
            waits = not self._known
            if waits:
                self.button.setEnabled(False)
                self.button.setText(self.tr("Đang hỏi…"))
            self._tools.service.ask(self, AskRoomLists(), self._lists_came, self._no_answer)
            if waits:
                return
        self._show_menu()

    def _lists_came(self, lists: tuple[RoomList, ...]) -> None:
        for one in lists[:20]:
            self._tools.service.ask(
                self,
                AskRooms(one.address),
                self._rooms_came,
                lambda _: self._open_if_waiting(),
            )
        if not lists:
            self._open_if_waiting()

    def _rooms_came(self, rooms: tuple[Room, ...]) -> None:
        self._know(rooms)
        self._open_if_waiting()
        desk = self._tools.desk
        self._tools.background.run(self, lambda: desk.mailbox.calendar.remember_rooms(rooms), None, lambda _: None)

    def _no_answer(self, _: Exception) -> None:
        self._asked = False  # the next press asks again
        self._open_if_waiting()

    def _open_if_waiting(self) -> None:
        if not self.button.isEnabled():
            self.button.setEnabled(True)
            self.button.setText(self.tr("Phòng họp…"))
            self._show_menu()

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Các phòng họp"))
        chosen = {one.address.casefold() for one in self._rooms}
        for room in sorted(self._known.values(), key=lambda one: one.name):
            action = menu.addAction(room.name or room.address)
            action.setCheckable(True)
            action.setChecked(room.address.casefold() in chosen)
            action.triggered.connect(lambda _=False, room=room: self.toggle(Person(room.name, room.address)))
        if not self._known:
            empty = menu.addAction(self.tr("Chưa biết phòng họp nào. Danh sách sẽ có khi có mạng."))
            empty.setEnabled(False)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
