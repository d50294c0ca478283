"""One line over the pictures that says what she must know of her own picture or sound, with one button to mend it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ..style import DARK, px, tinted_pixmap
from .own_words import OwnAct, OwnWords


class OwnNotice(QWidget):
    """Lies at the foot of ``stage``, in the middle."""

    act_asked = Signal(object)
    """`OwnAct`"""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self.words: OwnWords | None = None
        self.beside: QWidget | None = None
        """What it gives room to: the self-view."""
        self._mark = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setStyleSheet(f"color: {DARK.on_video};")
        self.button = QPushButton()
        self.button.clicked.connect(lambda: self.words is not None and self.act_asked.emit(self.words.act))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(8), px(10), px(8))
        row.setSpacing(px(10))
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()
        stage.installEventFilter(self)

    def say(self, words: OwnWords | None) -> None:
        if words == self.words:
            return
        self.words = words
        self.setVisible(words is not None)
        if words is None:
            return
        side = px(20)
        mark = tinted_pixmap(words.icon, getattr(DARK, words.role), side, self.devicePixelRatioF())
        self._mark.setPixmap(mark)
        self._mark.setFixedSize(QSize(side, side))
        self._text.setText(words.text)
        self.button.setText(self._act_words(words.act))
        self.button.setVisible(words.act is not OwnAct.NONE)
        self.setAccessibleName(words.text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._place()

    def _act_words(self, act: OwnAct) -> str:
        match act:
            case OwnAct.SIGN_IN:
                return self.tr("Nhập mật khẩu…")
            case OwnAct.DEVICES:
                return self.tr("Chọn thiết bị…")
            case OwnAct.UNMUTE:
                return self.tr("Bật micrô")
            case OwnAct.STOP_SHARING:
                return self.tr("Dừng chia sẻ")
            case OwnAct.NONE:
                return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(DARK.raised)
        ground.setAlpha(240)
        painter.setBrush(ground)
        painter.setPen(QColor(DARK.border))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.end()

    def _place(self) -> None:
        """Beside the self-view where that stands at the head."""
        left, right = px(16), self._stage.width() - px(16)
        beside = self.beside
        if beside is not None and not beside.isHidden() and beside.y() < self._stage.height() // 3:
            if beside.x() > self._stage.width() // 2:
                right = beside.x() - px(8)
            else:
                left = beside.geometry().right() + px(8)
        width = min(right - left, max(px(280), self.sizeHint().width()), px(640))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        middle = max(left, min((self._stage.width() - width) // 2, right - width))
        self.setGeometry(middle, px(12), width, height)
        self.raise_()
