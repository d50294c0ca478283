"""Điểm danh: the sites and their people, called by single keys: C có mặt, M muộn, V vắng, then the next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from conference import Counts, Presence, SiteId, roll_call_text

from ...formatting import time_of_day
from ...style import colour, font, icon, px
from ...widgets.flow_layout import FlowLayout
from .chair import Chair
from .name_field import NameField
from .rest_of_height import take_the_rest

_PERSON = Qt.ItemDataRole.UserRole
_SITE = Qt.ItemDataRole.UserRole + 1
_KEYS = {Qt.Key.Key_C: Presence.PRESENT, Qt.Key.Key_M: Presence.LATE, Qt.Key.Key_V: Presence.ABSENT}
_LOOK = {
    Presence.PRESENT: ("success", "check"),
    Presence.LATE: ("warning", "clock"),
    Presence.ABSENT: ("danger", "close"),
    Presence.NOT_CALLED: ("muted", "unknown"),
}


class PeopleTree(QTreeWidget):
    """Its letters are acts here, not the meeting's keys ("M" would turn off the sound)."""

    presence_asked = Signal(object)
    forget_asked = Signal()
    remove_asked = Signal()
    other_site_asked = Signal()
    undo_asked = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Z:
            return self.undo_asked.emit
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return None
        if key in _KEYS:
            return partial(self.presence_asked.emit, _KEYS[key])
        match key:
            case Qt.Key.Key_Space:
                return partial(self.presence_asked.emit, Presence.PRESENT)
            case Qt.Key.Key_Backspace:
                return self.forget_asked.emit
            case Qt.Key.Key_Delete:
                return self.remove_asked.emit
            case Qt.Key.Key_X:
                return self.other_site_asked.emit
            case _:
                return None


class RollCallView(QWidget):
    def __init__(self, chair: Chair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chair = chair
        self._is_filling = False
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.tree = PeopleTree()
        take_the_rest(self.tree)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Người dự, theo điểm cầu"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setIndentation(px(14))
        self.tree.setUniformRowHeights(True)
        self.tree.setStyleSheet(f"QTreeView::item {{ padding: {px(3)}px 0; }}")
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.presence_asked.connect(self._mark)
        self.tree.forget_asked.connect(lambda: self._mark(Presence.NOT_CALLED))
        self.tree.remove_asked.connect(self._remove)
        self.tree.other_site_asked.connect(self._other_site)
        self.tree.undo_asked.connect(chair.undo_roll_call)
        self.tree.itemChanged.connect(self._renamed)
        self.new_name = NameField(self.tr("Thêm người, rồi Enter"), self.tr("Tên người dự"))
        self.new_name.returnPressed.connect(self._add)
        self.site = QComboBox()
        self.site.setAccessibleName(self.tr("Điểm cầu của người thêm"))
        self.site.setMinimumContentsLength(8)
        self.site.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        acts = FlowLayout(gap=px(6))
        self.buttons: dict[Presence, QPushButton] = {}
        for presence, words in (
            (Presence.PRESENT, self.tr("Có mặt (C)")),
            (Presence.LATE, self.tr("Muộn (M)")),
            (Presence.ABSENT, self.tr("Vắng (V)")),
        ):
            button = self.buttons[presence] = QPushButton(words)
            button.clicked.connect(lambda _=False, presence=presence: self._mark(presence))
            acts.addWidget(button)
        self.invited = QPushButton(icon("people"), self.tr("Thêm người được mời"))
        self.invited.clicked.connect(self._add_invited)
        self.copy = QPushButton(icon("copy"), self.tr("Chép kết quả"))
        self.copy.clicked.connect(self._copy)
        acts.addWidget(self.invited)
        acts.addWidget(self.copy)
        hint = QLabel(
            self.tr("Xoá dấu: Backspace · Bỏ tên: Delete · Sửa tên: F2 · Sang điểm cầu kia: X · Hoàn tác: Ctrl+Z")
        )
        hint.setWordWrap(True)
        hint.setObjectName("caption")
        self._hint = hint
        add = QHBoxLayout()
        add.addWidget(self.new_name, 1)
        add.addWidget(self.site, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.tree, 1)
        layout.addLayout(acts)
        layout.addLayout(add)
        layout.addWidget(hint)
        chair.begun.connect(self._show_all)
        chair.roll_call_changed.connect(self._fill)
        chair.context_changed.connect(self._show_invited)
        self._show_all()

    def activate(self) -> None:
        self._chair.look_up()

    def focus_first(self) -> None:
        kept = self._chair.kept
        (self.tree if kept is not None and kept.roll_call.people else self.new_name).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the names have the room: every act has its key."""
        is_low = event.size().height() < px(340)
        self._hint.setVisible(not is_low)
        for widget in (*self.buttons.values(), self.copy):
            widget.setVisible(not is_low)

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        self.site.clear()
        kept = self._chair.kept
        for site in kept.conference.sites if kept is not None else ():
            self.site.addItem(site.name, site.id)
        self._fill()
        self._show_invited()

    def _show_invited(self) -> None:
        kept = self._chair.kept
        known = {one.name.casefold() for one in kept.roll_call.people} if kept is not None else set()
        new = [name for name in kept.context.attendees if name.casefold() not in known] if kept is not None else []
        self.invited.setVisible(bool(new))
        self.invited.setText(self.tr("Thêm {count} người được mời").format(count=len(new)))
        self.new_name.know(self._chair.known_names)

    def _fill(self) -> None:
        kept = self._chair.kept
        chosen = self._chosen()
        self._is_filling = True
        self.tree.clear()
        if kept is not None:
            call = kept.roll_call
            self.summary.setText(self._counts_words(call.counts()))
            for site in call.sites:
                head = QTreeWidgetItem([site.name, self._short_counts(call.counts(site.id))])
                head.setData(0, _SITE, site.id)
                head.setFont(0, font("strong"))
                head.setToolTip(0, site.name)
                self.tree.addTopLevelItem(head)
                for one in call.of_site(site.id):
                    row = QTreeWidgetItem([one.name, self._presence_words(one.presence, one.at)])
                    row.setData(0, _PERSON, one.id)
                    row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
                    role, picture = _LOOK[one.presence]
                    row.setIcon(0, icon(picture, role))
                    row.setForeground(1, colour(role))
                    row.setToolTip(0, one.name)
                    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.name}, {row.text(1)}")
                    head.addChild(row)
                    if one.id == chosen:
                        self.tree.setCurrentItem(row)
                head.setExpanded(True)
            if self.tree.currentItem() is None and call.people:
                self._choose(self._next_after(None))
        self._is_filling = False
        self._show_invited()

    def _counts_words(self, counts: Counts) -> str:
        if not counts.all:
            return self.tr("Chưa có ai trong danh sách. Gõ tên rồi Enter, hoặc thêm người được mời.")
        return self.tr("Có mặt {there}/{all} · muộn {late} · vắng {absent} · chưa gọi {waiting}").format(
            there=counts.there, all=counts.all, late=counts.late, absent=counts.absent, waiting=counts.not_called
        )

    def _short_counts(self, counts: Counts) -> str:
        return f"{counts.there}/{counts.all}" if counts.all else ""

    def _presence_words(self, presence: Presence, at: datetime | None) -> str:
        when = f" {time_of_day(at)}" if at is not None else ""
        match presence:
            case Presence.PRESENT:
                return self.tr("Có mặt") + when
            case Presence.LATE:
                return self.tr("Muộn") + when
            case Presence.ABSENT:
                return self.tr("Vắng")
            case Presence.NOT_CALLED:
                return self.tr("Chưa gọi")

    # --- acts ---------------------------------------------------------------------------------------------------------

    def _chosen(self) -> int | None:
        item = self.tree.currentItem()
        person = item.data(0, _PERSON) if item is not None else None
        return int(person) if person is not None else None

    def _chosen_site(self) -> SiteId | None:
        item = self.tree.currentItem()
        site = item.data(0, _SITE) if item is not None else None
        return SiteId(str(site)) if site is not None else None

    def _mark(self, presence: Presence) -> None:
        """The one chosen, then on to the next who was not called; on a site's line, all of it who were not called."""
        kept, now = self._chair.kept, datetime.now(UTC)
        if kept is None:
            return
        person, site = self._chosen(), self._chosen_site()
        if person is not None:
            following = self._next_after(person)
            self._chair.set_roll_call(kept.roll_call.marked(person, presence, now))
            if presence is not Presence.NOT_CALLED:
                self._choose(following)
        elif site is not None:
            self._chair.set_roll_call(kept.roll_call.site_marked(site, presence, now))

    def _next_after(self, person: int | None) -> int | None:
        """Who is to be called next: below first, then from the top; the same one if nobody is left."""
        kept = self._chair.kept
        if kept is None:
            return None
        shown = [one for site in kept.roll_call.sites for one in kept.roll_call.of_site(site.id)]
        place = next((n for n, one in enumerate(shown) if one.id == person), -1)
        turned = shown[place + 1 :] + shown[: max(place, 0)]
        waiting = [one.id for one in turned if one.presence is Presence.NOT_CALLED]
        return waiting[0] if waiting else person

    def _choose(self, person: int | None) -> None:
        rows = QTreeWidgetItemIterator(self.tree)
        while (item := rows.value()) is not None:
            if item.data(0, _PERSON) == person:
                self.tree.setCurrentItem(item)
                return
            rows += 1

    def _add(self) -> None:
        kept, name = self._chair.kept, self.new_name.text()
        if kept is not None:
            self._chair.set_roll_call(kept.roll_call.with_person(name, self.site.currentData()))
            self.new_name.clear()

    def _add_invited(self) -> None:
        kept = self._chair.kept
        if kept is not None:
            self._chair.set_roll_call(kept.roll_call.with_people(kept.context.attendees))
            self.tree.setFocus()

    def _remove(self) -> None:
        kept, person = self._chair.kept, self._chosen()
        if kept is not None and person is not None:
            self._chair.set_roll_call(kept.roll_call.without(person))

    def _other_site(self) -> None:
        kept, person = self._chair.kept, self._chosen()
        if kept is None or person is None:
            return
        one = next(one for one in kept.roll_call.people if one.id == person)
        other = next(site.id for site in kept.conference.sites if site.id != one.site_id)
        self._chair.set_roll_call(kept.roll_call.at_site(person, other))

    def _renamed(self, item: QTreeWidgetItem) -> None:
        kept, person = self._chair.kept, item.data(0, _PERSON)
        if kept is not None and person is not None and not self._is_filling:
            self._chair.set_roll_call(kept.roll_call.renamed(int(person), item.text(0)))

    def _copy(self) -> None:
        if self._chair.kept is not None:
            QGuiApplication.clipboard().setText(roll_call_text(self._chair.kept.roll_call))
