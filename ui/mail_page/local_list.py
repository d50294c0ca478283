"""What lies on this PC only: mails being written, on their way out, put off, or waiting for an answer, each with
what is known of it and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QPushButton, QVBoxLayout, QWidget

from mail import AwaitedAnswer, Draft, DraftId, MessageSummary, Outgoing, OutgoingState, Person
from ui import formatting
from ui.style import M, S, icon, px
from ui.widgets.flow_layout import FlowLayout

from .folder_list import LocalFolder
from .moments import MomentDialog, fill_menu
from .sending_off import lateness

Snoozed = tuple[MessageSummary, datetime]

_ID_ROLE = Qt.ItemDataRole.UserRole
_MAY_COME_BACK = (OutgoingState.WAITING, OutgoingState.REFUSED)
_ICONS = {
    OutgoingState.WAITING: ("clock", "muted"),
    OutgoingState.SENDING: ("sync", "accent"),
    OutgoingState.UNKNOWN: ("unknown", "warning"),
    OutgoingState.SENT: ("success", "success"),
    OutgoingState.REFUSED: ("error", "danger"),
}


class LocalList(QWidget):
    write_on_asked = Signal(object)
    """The `DraftId` to go on writing."""
    discard_asked = Signal(object)
    withdraw_asked = Signal(object)
    """The `DraftId` to be taken out of the outbox and edited."""
    deed_asked = Signal(str, object)
    """What else is to be done: ``send_at`` (`DraftId`, moment), ``send_now`` (`DraftId`), ``wake`` and ``open``
    (`ItemId`), ``remind`` and ``dismiss`` (`AwaitedAnswer`), ``later`` (`AwaitedAnswer`, moment)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[DraftId, OutgoingState] = {}
        self._kind = LocalFolder.DRAFTS
        self._held: dict[object, object] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Thư đang soạn trên máy này"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setIconSize(QSize(px(18), px(18)))
        self.list.setSpacing(px(4))
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.later_menu = QMenu(self)
        self.later_menu.aboutToShow.connect(self._fill_later)
        self.write_on = self._button("compose", self.tr("Viết tiếp"))
        self.discard = self._button("trash", self.tr("Bỏ thư nháp"))
        self.withdraw = self._button("undo", self.tr("Lấy lại để sửa"))
        self.send_now = self._button("sent", self.tr("Gửi ngay"))
        self.open = self._button("mail", self.tr("Mở thư"))
        self.wake = self._button("undo", self.tr("Đưa về hộp thư"))
        self.remind = self._button("reply", self.tr("Viết thư nhắc"))
        self.dismiss = self._button("check", self.tr("Thôi chờ"))
        self.later = self._button("clock", self.tr("Đổi giờ"))
        self.later.setMenu(self.later_menu)
        self._of_kind: dict[LocalFolder, tuple[QPushButton, ...]] = {
            LocalFolder.DRAFTS: (self.write_on, self.discard),
            LocalFolder.OUTBOX: (self.withdraw, self.later, self.send_now),
            LocalFolder.SNOOZED: (self.open, self.wake, self.later),
            LocalFolder.AWAITED: (self.remind, self.dismiss, self.later),
        }
        foot = QWidget()
        buttons = FlowLayout(foot, px(S))
        for button in dict.fromkeys(one for of_kind in self._of_kind.values() for one in of_kind):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QVBoxLayout()  # not at the foot, where notices lie
        above.setContentsMargins(px(M), 0, px(M), px(S))
        above.addWidget(foot)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        self.list.currentItemChanged.connect(self._enable)
        self.list.itemActivated.connect(self._activated)
        self.write_on.clicked.connect(lambda: self._emit(self.write_on_asked))
        self.discard.clicked.connect(lambda: self._emit(self.discard_asked))
        self.withdraw.clicked.connect(lambda: self._emit(self.withdraw_asked))
        for name in ("send_now", "open", "wake", "remind", "dismiss"):
            getattr(self, name).clicked.connect(lambda _=False, name=name: self._ask(name))
        shortcut = QShortcut(QKeySequence("Del"), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._delete)

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        self._kind, self._states, self._held = LocalFolder.DRAFTS, {}, {}
        self.list.setAccessibleName(self.tr("Thư đang soạn trên máy này"))
        rows = [
            (draft.id, self._head(draft.subject, draft.to), self._first_words(draft), "drafts", "muted")
            for draft in drafts
        ]
        self._fill(rows)

    def show_outbox(self, outbox: Sequence[Outgoing]) -> None:
        self._kind, self._held = LocalFolder.OUTBOX, {one.draft_id: one for one in outbox}
        self._states = {one.draft_id: one.state for one in outbox}
        self.list.setAccessibleName(self.tr("Hộp thư đi"))
        self._fill(
            [
                (one.draft_id, self._head(one.subject, one.to), self.state_words(one), *_ICONS[one.state])
                for one in outbox
            ]
        )

    def show_snoozed(self, snoozed: Sequence[Snoozed]) -> None:
        self._kind, self._states = LocalFolder.SNOOZED, {}
        self._held = {summary.id: summary.id for summary, _ in snoozed}
        self.list.setAccessibleName(self.tr("Thư hẹn lại"))
        words = self.tr("Trở lại hộp thư lúc {when}")
        self._fill(
            [
                (
                    summary.id,
                    self._head(summary.subject, [summary.sender] if summary.sender else []),
                    words.format(when=formatting.full_moment(until)),
                    "clock",
                    "accent",
                )
                for summary, until in snoozed
            ]
        )

    def show_awaited(self, awaited: Sequence[AwaitedAnswer]) -> None:
        self._kind, self._states = LocalFolder.AWAITED, {}
        self._held = {one.draft_id: one for one in awaited}
        self.list.setAccessibleName(self.tr("Chờ trả lời"))
        now = datetime.now(UTC)
        rows = []
        for one in awaited:
            words = self.tr("Gửi {sent}; quá hạn từ {due}") if one.due_at <= now else self.tr("Gửi {sent}; nhắc {due}")
            sent, due = formatting.short_moment(one.sent_at), formatting.short_moment(one.due_at)
            role = "warning" if one.due_at <= now else "muted"
            rows.append(
                (one.draft_id, self._head(one.subject, one.to), words.format(sent=sent, due=due), "history", role)
            )
        self._fill(rows)

    def state_words(self, one: Outgoing) -> str:
        """What is known, and no more."""
        match one.state:
            case OutgoingState.WAITING if one.is_scheduled and one.send_at is not None:
                return self.tr("Hẹn gửi {when}").format(when=formatting.full_moment(one.send_at))
            case OutgoingState.WAITING if one.send_at is not None and one.send_at > datetime.now(UTC):
                return self.tr("Sắp gửi, còn hoàn tác được")
            case OutgoingState.WAITING:
                return self.tr("Đang chờ gửi, từ {when}").format(when=formatting.short_moment(one.queued_at))
            case OutgoingState.SENDING:
                return self.tr("Đang gửi…")
            case OutgoingState.UNKNOWN:
                return self.tr("Chưa rõ đã đi hay chưa, đang kiểm tra trong Thư đã gửi")
            case OutgoingState.SENT:
                when = formatting.short_moment(one.confirmed_at) if one.confirmed_at else ""
                if late := lateness(one):
                    words = self.tr("Đã gửi trễ, máy chủ xác nhận {when} (hẹn {chosen}; lúc đó máy tắt hoặc mất mạng)")
                    return words.format(when=when, chosen=late)
                return self.tr("Đã gửi, máy chủ xác nhận {when}").format(when=when)
            case OutgoingState.REFUSED:
                return self.tr("Máy chủ không nhận: {reason}").format(reason=self.reason_words(one.reason))

    def reason_words(self, code: str | None) -> str:
        match code:
            case "ErrorInvalidRecipients" | "ErrorInvalidSmtpAddress" | "ErrorInvalidAddress":
                return self.tr("có địa chỉ người nhận không đúng")
            case "ErrorMessageSizeExceeded":
                return self.tr("thư quá lớn")
            case "ErrorQuotaExceeded" | "ErrorSendQuotaExceeded":
                return self.tr("hộp thư đã đầy")
            case "ErrorAccessDenied" | "ErrorSendAsDenied":
                return self.tr("không được phép gửi")
            case None | "":
                return self.tr("không rõ lý do")
        return code or ""

    def choose(self, draft_id: DraftId) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID_ROLE) == draft_id:
                self.list.setCurrentRow(row)

    # --- inside ---

    def _fill(self, rows: Sequence[tuple[object, str, str, str, str]]) -> None:
        chosen = self.list.currentItem().data(_ID_ROLE) if self.list.currentItem() is not None else None
        self.list.clear()
        for draft_id, head, second, icon_name, role in rows:
            item = QListWidgetItem(icon(icon_name, role), f"{head}\n{second}")
            item.setData(_ID_ROLE, draft_id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}, {second}")
            item.setToolTip(second)
            self.list.addItem(item)
            if draft_id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        shown = self._of_kind[self._kind]
        for button in dict.fromkeys(one for of_kind in self._of_kind.values() for one in of_kind):
            button.setVisible(button in shown)
        self._enable()

    def _enable(self, *_: object) -> None:
        key = self._current_key
        for button in self._of_kind[self._kind]:
            button.setEnabled(key is not None)
        if self._kind is LocalFolder.OUTBOX:
            one = self._held.get(key)
            self.withdraw.setEnabled(self._states.get(key) in _MAY_COME_BACK)  # type: ignore[call-overload]
            waits = isinstance(one, Outgoing) and one.state is OutgoingState.WAITING
            self.later.setEnabled(waits)
            self.send_now.setEnabled(waits and isinstance(one, Outgoing) and one.send_at is not None)

    @property
    def _current_key(self) -> object | None:
        item = self.list.currentItem()
        key: object = item.data(_ID_ROLE) if item is not None else None
        return key

    def _activated(self, item: QListWidgetItem) -> None:
        match self._kind:
            case LocalFolder.DRAFTS:
                self.write_on_asked.emit(item.data(_ID_ROLE))
            case LocalFolder.OUTBOX if self.withdraw.isEnabled():
                self.withdraw_asked.emit(item.data(_ID_ROLE))
            case LocalFolder.SNOOZED:
                self._ask("open")
            case LocalFolder.AWAITED:
                self._ask("remind")

    def _delete(self) -> None:
        """Del on a row: the gentle end of it, each with a way back."""
        match self._kind:
            case LocalFolder.DRAFTS:
                self._emit(self.discard_asked)
            case LocalFolder.SNOOZED:
                self._ask("wake")
            case LocalFolder.AWAITED:
                self._ask("dismiss")

    def _ask(self, name: str, *more: object) -> None:
        key = self._current_key
        if key is None:
            return
        held = key if self._kind is LocalFolder.OUTBOX else self._held.get(key, key)
        self.deed_asked.emit(name, (held, *more) if more else held)

    def _fill_later(self) -> None:
        name = {LocalFolder.OUTBOX: "send_at", LocalFolder.SNOOZED: "snooze", LocalFolder.AWAITED: "later"}[self._kind]
        take: Callable[[datetime], None] = lambda moment: self._ask(name, moment)  # noqa: E731
        fill_menu(
            self.later_menu,
            datetime.now(UTC),
            take,
            lambda: MomentDialog(self.tr("Chọn lúc khác"), take, self).open(),
            snooze=self._kind is not LocalFolder.OUTBOX,
        )

    def _button(self, icon_name: str, words: str) -> QPushButton:
        button = QPushButton(icon(icon_name), words)
        button.setIconSize(QSize(px(16), px(16)))
        return button

    def _emit(self, signal: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            signal.emit(item.data(_ID_ROLE))  # type: ignore[attr-defined]

    def _head(self, subject: str, to: Sequence[Person]) -> str:
        people = formatting.people(to, 2) or self.tr("chưa có người nhận")
        return f"{' '.join(subject.split())[:200] or self.tr('(không có chủ đề)')}  ·  {people}"

    def _first_words(self, draft: Draft) -> str:
        return " ".join(draft.text[:300].split())[:120] or self.tr("(chưa viết gì)")
