"""One calm line above a mail whose pictures lie elsewhere: blocked, and the choice to show them now or always."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from mail import FetchedPictures, ItemId
from ui.page_tools import PageTools
from ui.style import XS, L, S, colours, font, px, quiet

from .body_content import BodyContent, Picture


class PicturesBar(QWidget):
    """`Reader` tells it each mail (`offer`); it asks the service and tells what came (`came`)."""

    came = Signal(str, object)
    """The mail's id and what was fetched: ``dict[address, (media type, content)]``."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._item_id: ItemId | None = None
        self._sender = ""
        self._remote: tuple[str, ...] = ()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.once = quiet(QPushButton(self.tr("Hiện lần này")))
        self.always = quiet(QPushButton(self.tr("Luôn hiện từ người gửi này")))
        self._choices = QHBoxLayout()
        self._choices.setSpacing(px(S))
        self._choices.addWidget(self.once)
        self._choices.addWidget(self.always)
        self._choices.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(XS))
        self._rows.addWidget(self.words, 1)
        self._rows.addLayout(self._choices)
        self.once.clicked.connect(self.fetch)
        self.always.clicked.connect(self._always)
        self._dress()
        self.hide()

    def offer(
        self, item_id: ItemId, sender: str, content: BodyContent | None, *, is_trusted: bool, is_junk: bool
    ) -> None:
        """Say what of ``content`` is blocked; fetch it at once where she has said "always", junk apart."""
        self._item_id, self._sender = item_id, sender
        self._remote = content.remote if content is not None else ()
        blocked = content.web.blocked if content is not None else 0
        self.setVisible(blocked > 0)
        self.once.setText(self.tr("Hiện lần này"))
        self.once.setVisible(bool(self._remote))
        self.always.setVisible(bool(self._remote) and bool(sender) and not is_junk and not is_trusted)
        self.always.setToolTip(self.tr("Luôn hiện ảnh trong thư từ {address}").format(address=sender))
        if self._remote:
            self.words.setText(self.tr("Ảnh từ bên ngoài đã được chặn."))
        else:
            self.words.setText(self.tr("Nội dung từ bên ngoài đã được chặn."))
        if is_trusted and not is_junk and self._remote:
            self.fetch()

    def clear(self) -> None:
        self._item_id = None
        self.hide()

    def fetch(self) -> None:
        """She agreed."""
        from mail import FetchPictures

        if self._item_id is None:
            return
        item_id, wanted = self._item_id, self._remote
        self.words.setText(self.tr("Đang tải ảnh…"))
        self.once.hide()
        self.always.hide()
        self._tools.service.ask(
            self,
            FetchPictures(wanted),
            lambda fetched: self._fetched(item_id, fetched),
            lambda _: self._not_fetched(item_id),
        )

    def _fetched(self, item_id: ItemId, fetched: FetchedPictures) -> None:
        if item_id != self._item_id:
            return
        if fetched.is_offline:
            self._not_fetched(item_id)
            return
        if fetched.missing:
            self.words.setText(self.tr("Không tải được {count} ảnh.").format(count=fetched.missing))
        else:
            self.hide()
        pictures: Mapping[str, Picture] = {address: (kind, content) for address, kind, content in fetched.pictures}
        if pictures:
            self.came.emit(item_id, pictures)

    def _not_fetched(self, item_id: ItemId) -> None:
        if item_id == self._item_id:
            self.words.setText(self.tr("Chưa tải được ảnh: không có mạng. Thư vẫn đọc được."))
            self.once.setText(self.tr("Thử lại"))
            self.once.show()

    def _always(self) -> None:
        desk, sender = self._tools.desk, self._sender
        self._tools.background.run(
            self,
            lambda: desk.mailbox.picture_senders.add(sender),
            lambda _: self._tools.notices.say(
                self.tr("Sẽ luôn hiện ảnh từ {address}. Đổi lại trong Cài đặt.").format(address=sender)
            ),
        )
        self.fetch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside the choices; where there is no room for both, above them."""
        super().resizeEvent(event)
        needed = self.words.fontMetrics().horizontalAdvance(self.words.text()) + self._choices.minimumSize().width()
        is_narrow = event.size().width() < needed + px(L)
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _dress(self) -> None:
        for widget in (self.words, self.once, self.always):
            widget.setFont(font("small"))
        self.words.setStyleSheet(f"color: {colours().muted};")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "always"):
            self._dress()
