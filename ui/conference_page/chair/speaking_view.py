"""Thứ tự phát biểu: who speaks now and for how long, who waits, and how long each has spoken in all."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from conference import Pace, SpeakingOrder

from ...formatting import duration
from ...style import colours, font, icon, primary, px
from ...widgets.elided_label import ElidedLabel
from .chair import Chair
from .name_field import NameField
from .rest_of_height import take_the_rest

_SPEAKER = Qt.ItemDataRole.UserRole
_ROLES = {Pace.IN_TIME: "text", Pace.NEAR: "warning", Pace.OVER: "danger"}


class WaitingList(QListWidget):
    """Dragged rows, Alt+Up and Alt+Down change the order; Enter calls out of turn, Delete takes out."""

    reordered = Signal()
    step_asked = Signal(int)
    call_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(lambda *_: QTimer.singleShot(0, self, self.reordered.emit))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isalpha():
            event.accept()  # letters look for a name here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if is_alt:
                self.step_asked.emit(-1)
            case Qt.Key.Key_Down if is_alt:
                self.step_asked.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.call_asked.emit()
            case Qt.Key.Key_Delete:
                self.remove_asked.emit()
            case _:
                super().keyPressEvent(event)


class SpeakingView(QWidget):
    def __init__(self, chair: Chair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chair = chair
        self.now_name = ElidedLabel()
        self.now_name.setFont(font("subheading"))
        self.time = QLabel("00:00")
        self.time.setFont(font("title"))
        self.time.setAccessibleName(self.tr("Thời gian phát biểu"))
        self.left = QLabel()
        self.next_button = primary(QPushButton(self.tr("Mời người tiếp theo")))
        self.next_button.clicked.connect(lambda: self._do(lambda order, now: order.next(now)))
        self.pause_button = QPushButton(self.tr("Tạm dừng"))
        self.pause_button.clicked.connect(self._pause)
        self.finish_button = QPushButton(self.tr("Kết thúc lượt"))
        self.finish_button.clicked.connect(lambda: self._do(lambda order, now: order.finished(now)))
        self.limit = QSpinBox()
        self.limit.setRange(0, 120)
        self.limit.setSuffix(self.tr(" phút"))
        self.limit.setSpecialValueText(self.tr("Không giới hạn"))
        self.limit.setAccessibleName(self.tr("Thời gian mỗi lượt"))
        self.limit.valueChanged.connect(self._limited)
        self.waiting = WaitingList()
        take_the_rest(self.waiting, 64)
        self.waiting.setAccessibleName(self.tr("Đang chờ phát biểu"))
        self.waiting.reordered.connect(self._reordered)
        self.waiting.step_asked.connect(self._step)
        self.waiting.call_asked.connect(self._call)
        self.waiting.remove_asked.connect(self._remove)
        self.waiting.itemDoubleClicked.connect(lambda _: self._call())
        self.new_name = NameField(self.tr("Thêm người đăng ký phát biểu, rồi Enter"), self.tr("Tên người phát biểu"))
        self.new_name.returnPressed.connect(self._add)
        self.totals = QLabel()
        self.totals.setWordWrap(True)
        self.totals.setTextFormat(Qt.TextFormat.PlainText)
        self.totals.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._tick)
        chair.begun.connect(self._show_all)
        chair.order_changed.connect(self._fill)
        self._show_all()

    def _build(self) -> None:
        clock = QHBoxLayout()
        clock.addWidget(self.time)
        clock.addWidget(self.left, 1, Qt.AlignmentFlag.AlignBottom)
        buttons = QHBoxLayout()
        buttons.addWidget(self.pause_button)
        buttons.addWidget(self.finish_button)
        limit = QHBoxLayout()
        limit_name = QLabel(self.tr("Mỗi lượt"))
        limit_name.setBuddy(self.limit)
        limit.addWidget(limit_name)
        limit.addWidget(self.limit, 1)
        waiting = QLabel(self.tr("Đang chờ"))
        waiting.setFont(font("strong"))
        hint = QLabel(self.tr("Đổi thứ tự: kéo, hoặc Alt+↑ ↓ · Mời ngay: Enter · Bỏ: Delete"))
        hint.setObjectName("caption")
        hint.setWordWrap(True)
        self._totals_head = QLabel(self.tr("Đã phát biểu"))
        self._totals_head.setFont(font("strong"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addWidget(self.now_name)
        layout.addLayout(clock)
        layout.addWidget(self.next_button)
        layout.addLayout(buttons)
        layout.addLayout(limit)
        layout.addWidget(waiting)
        layout.addWidget(self.waiting, 1)
        layout.addWidget(self.new_name)
        layout.addWidget(hint)
        layout.addWidget(self._totals_head)
        layout.addWidget(self.totals)

    def activate(self) -> None:
        self._chair.look_up()
        self.new_name.know(self._chair.known_names)

    def focus_first(self) -> None:
        order = self._order()
        (self.next_button if order.waiting else self.new_name).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    # --- showing ------------------------------------------------------------------------------------------------------

    def _order(self) -> SpeakingOrder:
        return self._chair.kept.order if self._chair.kept is not None else SpeakingOrder()

    def _show_all(self) -> None:
        kept = self._chair.kept
        self.limit.blockSignals(True)
        self.limit.setValue(kept.limit // 60 if kept is not None else 0)
        self.limit.blockSignals(False)
        self._fill()

    def _fill(self) -> None:
        order, chosen = self._order(), self._chosen()
        self.waiting.clear()
        for place, speaker in enumerate(order.waiting, 1):
            item = QListWidgetItem(f"{place}. {speaker.name}")
            item.setData(_SPEAKER, speaker.id)
            item.setToolTip(speaker.name)
            self.waiting.addItem(item)
            if speaker.id == chosen:
                self.waiting.setCurrentItem(item)
        self.next_button.setEnabled(bool(order.waiting))
        self.next_button.setText(
            self.tr("Mời {name}").format(name=_short(order.waiting[0].name)).replace("&", "&&")
            if order.waiting
            else self.tr("Mời người tiếp theo")
        )
        self.pause_button.setEnabled(order.current is not None)
        self.finish_button.setEnabled(order.current is not None)
        running = order.is_running or order.current is None
        self.pause_button.setText(self.tr("Tạm dừng") if running else self.tr("Tiếp tục"))
        self.pause_button.setIcon(icon("stand_back" if running else "conversation"))
        self._tick()

    def _tick(self) -> None:
        order, now = self._order(), time.monotonic()
        self.now_name.setText(order.current.name if order.current is not None else self.tr("Chưa ai phát biểu"))
        self.time.setText(duration(order.elapsed(now)))
        self.time.setStyleSheet(f"color: {getattr(colours(), _ROLES[order.pace(now)])};")
        left = order.remaining(now)
        if left is None:
            self.left.setText("")
        elif left >= 0:
            self.left.setText(self.tr("còn {time}").format(time=duration(left)))
        else:
            self.left.setText(self.tr("quá {time}").format(time=duration(-left)))
        totals = order.totals(now)
        self._totals_head.setVisible(bool(totals))
        self.totals.setText("\n".join(f"{duration(seconds)}  {name}" for name, seconds in list(totals.items())[-12:]))

    # --- acts ---------------------------------------------------------------------------------------------------------

    def _do(self, act: object) -> None:
        if callable(act):
            self._chair.set_order(act(self._order(), time.monotonic()))

    def _pause(self) -> None:
        order = self._order()
        self._do(lambda order_, now: order_.paused(now) if order.is_running else order_.resumed(now))

    def _add(self) -> None:
        kept = self._chair.kept
        if kept is not None:
            self._chair.set_order(kept.order.with_speaker(self.new_name.text(), limit=kept.limit))
            self.new_name.clear()

    def _limited(self, minutes: int) -> None:
        if self._chair.kept is not None:
            self._chair.kept.limit = 60 * minutes
            self._do(lambda order, now: order.limited(60 * minutes))

    def _chosen(self) -> int | None:
        item = self.waiting.currentItem()
        return int(item.data(_SPEAKER)) if item is not None else None

    def _step(self, step: int) -> None:
        chosen = self._chosen()
        if chosen is not None:
            place = self.waiting.currentRow() + step
            self._do(lambda order, now: order.moved(chosen, place))

    def _reordered(self) -> None:
        """The rows as she dropped them."""
        order = self._order()
        for place in range(self.waiting.count()):
            order = order.moved(int(self.waiting.item(place).data(_SPEAKER)), place)
        self._chair.set_order(order)

    def _call(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do(lambda order, now: order.called(chosen, now))

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do(lambda order, now: order.without(chosen))


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27]}…"
