"""In the settings: how much mail is kept on this PC, and down to which day everything is here."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from .page_tools import PageTools
from .style import font, px


class KeepingChoice(QWidget):
    """Reads and writes the store on a worker; the service follows at once."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Giữ thư trên máy"))
        for months, words in (
            (0, self.tr("Tất cả thư")),
            (12, self.tr("Thư 12 tháng gần đây")),
            (3, self.tr("Thư 3 tháng gần đây")),
        ):
            self.choice.addItem(words, months)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setFont(font("small"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.choice)
        layout.addWidget(self.words)
        desk = tools.desk
        tools.background.run(
            self, lambda: (desk.mailbox.keeping.months, desk.mailbox.keeping.here_since()), self._show, lambda _: None
        )
        self.choice.activated.connect(self._chosen)

    def _show(self, kept: tuple[int, datetime | None]) -> None:
        months, since = kept
        self.choice.setCurrentIndex(max(0, self.choice.findData(months)))
        if since is None:
            self.words.setText(self.tr("Đã tải đủ nội dung mọi thư."))
        else:
            self.words.setText(
                self.tr("Đã tải đến ngày {day}. Thư cũ hơn vẫn có trong danh sách; nội dung được tải khi mở.").format(
                    day=f"{since.astimezone():%d/%m/%Y}"
                )
            )

    def _chosen(self, index: int) -> None:
        months, desk = int(self.choice.itemData(index)), self._tools.desk

        def choose() -> tuple[int, datetime | None]:
            desk.mailbox.keeping.choose(months)
            return months, desk.mailbox.keeping.here_since()

        def chosen(kept: tuple[int, datetime | None]) -> None:
            self._show(kept)
            self._tools.service.refresh(archive=False)

        self._tools.background.run(self, choose, chosen)
