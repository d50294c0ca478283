"""Before a link leaves the desk: where does it lead, and does it pretend to lead elsewhere?"""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.style import L, colours, danger, font, primary, px

from .links import Destination

_LONGEST_SHOWN = 300


class LinkQuestion(QDialog):
    """Opens in the system's browser only when she says so. The safe answer is the one at hand."""

    def __init__(self, where: Destination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self.setWindowTitle(self.tr("Mở liên kết"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(L), px(L), px(L), px(L))
        layout.setSpacing(px(10))
        layout.addWidget(QLabel(self.tr("Liên kết này mở trình duyệt, tới trang:")))
        host = _plain(where.host, "heading")
        layout.addWidget(host)
        shown = where.url if len(where.url) <= _LONGEST_SHOWN else where.url[:_LONGEST_SHOWN] + "…"
        layout.addWidget(_plain(shown, "small"))
        self.warning: QLabel | None = None
        if where.pretended is not None:
            words = self.tr(
                "Xin chú ý: chữ trong thư ghi “{pretended}”, nhưng liên kết dẫn tới nơi khác. Có thể là thư giả mạo."
            )
            self.warning = _plain(words.format(pretended=where.pretended), "strong")
            self.warning.setStyleSheet(
                f"color:{colours().danger}; background:{colours().danger_soft};"
                f"border-radius:{px(6)}px; padding:{px(10)}px;"
            )
            layout.addWidget(self.warning)
        elif where.host.startswith("xn--") or ".xn--" in where.host:
            self.warning = _plain(
                self.tr("Tên trang có chữ cái lạ, dễ nhầm với trang khác. Xin kiểm tra kỹ."), "strong"
            )
            self.warning.setStyleSheet(
                f"color:{colours().warning}; background:{colours().warning_soft};"
                f"border-radius:{px(6)}px; padding:{px(10)}px;"
            )
            layout.addWidget(self.warning)
        buttons = QDialogButtonBox()
        self.open_button = QPushButton(self.tr("Mở trang"))
        self.stay_button = QPushButton(self.tr("Không mở"))
        if self.warning is None:
            primary(self.open_button).setDefault(True)
        else:
            danger(self.open_button).setAutoDefault(False)
            primary(self.stay_button).setDefault(True)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.stay_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(px(420))
        self.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(self._where.url)))


def _plain(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setFont(font(role))
    return label
