"""How full the mailbox on the server is: a bar and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from mail import Fullness, GetQuota, Quota
from ui import formatting
from ui.page_tools import PageTools
from ui.style import S, px

from .server_dialog import ServerDialog

translate = QCoreApplication.translate


def quota_words(quota: Quota) -> str:
    """What a person should know of it, in one or two sentences."""
    if quota.used is None:
        return translate("Quota", "Máy chủ không cho biết dung lượng hộp thư.")
    used = formatting.size(quota.used)
    if quota.limit is None:
        words = translate("Quota", "Hộp thư đang dùng {used}; máy chủ không đặt giới hạn.").format(used=used)
    else:
        words = translate("Quota", "Hộp thư đang dùng {used} trong {limit}.").format(
            used=used, limit=formatting.size(quota.limit)
        )
    match quota.fullness:
        case Fullness.CANNOT_RECEIVE:
            words += " " + translate("Quota", "Hộp thư đã đầy: không gửi và không nhận được thư nữa.")
        case Fullness.CANNOT_SEND:
            words += " " + translate("Quota", "Hộp thư đã đầy: không gửi được thư nữa.")
        case Fullness.WARNING:
            words += " " + translate("Quota", "Hộp thư sắp đầy.")
    if quota.fullness in (Fullness.CANNOT_RECEIVE, Fullness.CANNOT_SEND, Fullness.WARNING):
        words += " " + translate("Quota", "Hãy xoá bớt thư có tệp lớn rồi dọn Thư đã xoá.")
    return words


class QuotaDialog(ServerDialog):
    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, self.tr("Dung lượng hộp thư"), parent=parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)  # the words above say it; on the bar they would be read on two colours
        self.bar.hide()
        self.words = QLabel()
        self.words.setWordWrap(True)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(S))
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        self.resize(px(420), px(180))
        self.load()

    def load(self) -> None:
        self.ask(GetQuota(), self.show_quota, self.tr("Đang hỏi máy chủ…"), is_load=True)

    def show_quota(self, quota: Quota) -> None:
        self.words.setText(quota_words(quota))
        self.bar.setVisible(quota.used is not None and bool(quota.limit))
        if quota.used is not None and quota.limit:
            self.bar.setValue(min(100, round(100 * quota.used / quota.limit)))
            self.bar.setAccessibleName(self.words.text())
