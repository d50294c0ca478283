"""What lies on this PC only: mails being written and mails on their way out, each with what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from mail import Draft, DraftId, Outgoing, OutgoingState, Person
from ui import formatting
from ui.style import S, icon, px

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[DraftId, OutgoingState] = {}
        self._holds_drafts = True
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Thư đang soạn trên máy này"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setIconSize(QSize(px(18), px(18)))
        self.list.setSpacing(px(4))
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.write_on = QPushButton(icon("compose"), self.tr("Viết tiếp"))
        self.discard = QPushButton(icon("trash"), self.tr("Bỏ thư nháp"))
        self.withdraw = QPushButton(icon("undo"), self.tr("Lấy lại để sửa"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(S), px(S), px(S), px(S))
        buttons.setSpacing(px(S))
        for button in (self.write_on, self.discard, self.withdraw):
            button.setIconSize(QSize(px(16), px(16)))
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.list.currentItemChanged.connect(self._enable)
        self.list.itemActivated.connect(self._activated)
        self.write_on.clicked.connect(lambda: self._emit(self.write_on_asked))
        self.discard.clicked.connect(lambda: self._emit(self.discard_asked))
        self.withdraw.clicked.connect(lambda: self._emit(self.withdraw_asked))

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        self._holds_drafts, self._states = True, {}
        self.list.setAccessibleName(self.tr("Thư đang soạn trên máy này"))
        rows = [
            (draft.id, self._head(draft.subject, draft.to), self._first_words(draft), "drafts", "muted")
            for draft in drafts
        ]
        self._fill(rows)

    def show_outbox(self, outbox: Sequence[Outgoing]) -> None:
        self._holds_drafts = False
        self._states = {one.draft_id: one.state for one in outbox}
        self.list.setAccessibleName(self.tr("Hộp thư đi"))
        self._fill(
            [
                (one.draft_id, self._head(one.subject, one.to), self.state_words(one), *_ICONS[one.state])
                for one in outbox
            ]
        )

    def state_words(self, one: Outgoing) -> str:
        """What is known, and no more."""
        match one.state:
            case OutgoingState.WAITING:
                return self.tr("Đang chờ gửi, từ {when}").format(when=formatting.short_moment(one.queued_at))
            case OutgoingState.SENDING:
                return self.tr("Đang gửi…")
            case OutgoingState.UNKNOWN:
                return self.tr(
                    "Chưa rõ đã đi hay chưa: mất liên lạc khi đang gửi. Sẽ hỏi lại máy chủ trước khi gửi lần nữa."
                )
            case OutgoingState.SENT:
                when = formatting.short_moment(one.confirmed_at) if one.confirmed_at else ""
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

    def _fill(self, rows: Sequence[tuple[DraftId, str, str, str, str]]) -> None:
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
        self.write_on.setVisible(self._holds_drafts)
        self.discard.setVisible(self._holds_drafts)
        self.withdraw.setVisible(not self._holds_drafts)
        self._enable()

    def _enable(self, *_: object) -> None:
        item = self.list.currentItem()
        draft_id = item.data(_ID_ROLE) if item is not None else None
        self.write_on.setEnabled(draft_id is not None)
        self.discard.setEnabled(draft_id is not None)
        self.withdraw.setEnabled(draft_id is not None and self._states.get(draft_id) in _MAY_COME_BACK)

    def _activated(self, item: QListWidgetItem) -> None:
        if self._holds_drafts:
            self.write_on_asked.emit(item.data(_ID_ROLE))
        elif self.withdraw.isEnabled():
            self.withdraw_asked.emit(item.data(_ID_ROLE))

    def _emit(self, signal: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            signal.emit(item.data(_ID_ROLE))  # type: ignore[attr-defined]

    def _head(self, subject: str, to: Sequence[Person]) -> str:
        people = formatting.people(to, 2) or self.tr("chưa có người nhận")
        return f"{' '.join(subject.split())[:200] or self.tr('(không có chủ đề)')}  ·  {people}"

    def _first_words(self, draft: Draft) -> str:
        return " ".join(draft.text[:300].split())[:120] or self.tr("(chưa viết gì)")
