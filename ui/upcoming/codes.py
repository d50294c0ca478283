"""Number and passcode of a meeting, each with a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ..announcing import announce
from ..conference_page.way_words import grouped
from ..style import font, icon, px
from ..widgets.flow_layout import FlowLayout
from .model import Upcoming

_SAID_MS = 2000


class Codes(QWidget):
    def __init__(self, conference: Upcoming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        flow = FlowLayout(self, px(4))
        number, code = conference.number, conference.passcode
        if number:
            self._add(
                flow, self.tr("ID: {number}").format(number=grouped(number)), number, self.tr("Sao chép ID cuộc họp")
            )
        if code:
            self._add(flow, self.tr("Mật khẩu: {code}").format(code=code), code, self.tr("Sao chép mật khẩu"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not self.buttons:
            self.hide()

    def _add(self, flow: FlowLayout, words: str, value: str, name: str) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font("strong"))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        button = QToolButton()
        button.setIcon(icon("copy", "accent"))
        button.setIconSize(QSize(px(16), px(16)))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._copy(button, value))
        pair = QWidget()
        inside = QHBoxLayout(pair)
        inside.setContentsMargins(0, 0, px(8), 0)
        inside.setSpacing(px(2))
        inside.addWidget(label)
        inside.addWidget(button)
        flow.addWidget(pair)
        self.buttons.append(button)

    def _copy(self, button: QToolButton, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        button.setIcon(icon("check", "success"))
        announce(button, self.tr("Đã sao chép"))
        QTimer.singleShot(_SAID_MS, button, lambda: button.setIcon(icon("copy", "accent")))
