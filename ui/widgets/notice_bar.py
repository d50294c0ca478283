"""Bars that say one sentence each at the foot of the page, with at most one thing to do about it (e.g. Hoàn tác)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..announcing import announce
from ..notices import Notice
from ..style import colour, icon, px, quiet

STAYS = 8000
"""Milliseconds until a bar goes by itself; what failed stays until it is closed."""
_STAYS_UNDER_POINTER = 30_000
"""A bar may come up under a pointer that only rests there: it must not lie over the page for good."""
_MOST = 3


class NoticeBar(QWidget):
    """One sentence. Waits while the pointer or the focus is on it."""

    gone = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setAccessibleName(notice.text)
        self._role = "danger" if notice.is_failure else "accent"
        mark = QLabel()
        mark.setPixmap(icon("warning" if notice.is_failure else "info", self._role).pixmap(QSize(px(20), px(20))))
        self.text = QLabel(notice.text)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(14), px(8), px(8), px(8))
        layout.setSpacing(px(10))
        layout.addWidget(mark)
        layout.addWidget(self.text, 1)
        self.action_button: QPushButton | None = None
        if notice.action_text and notice.action is not None:
            self.action_button = quiet(QPushButton(notice.action_text))
            self.action_button.clicked.connect(self._act)
            layout.addWidget(self.action_button)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", "muted"))
        self.close_button.setIconSize(QSize(px(16), px(16)))
        self.close_button.setAccessibleName(self.tr("Đóng thông báo"))
        self.close_button.setToolTip(self.tr("Đóng thông báo"))
        self.close_button.clicked.connect(self.gone)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._leave)
        if notice.seconds:
            self._count_down(notice.seconds)
        elif not notice.is_failure:
            self._timer.start()

    def _count_down(self, left: int) -> None:
        """What can be undone for so long says how long, and goes when the time is over."""
        if left <= 0:
            self.gone.emit()
            return
        self.text.setText(self.tr("{text} · còn {left} giây").format(text=self.notice.text, left=left))
        QTimer.singleShot(1000, self, lambda: self._count_down(left - 1))

    def enterEvent(self, event: QEnterEvent) -> None:
        if not self.notice.is_failure and not self.notice.seconds:
            self._timer.start(_STAYS_UNDER_POINTER)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.notice.is_failure and not self.notice.seconds:
            self._timer.start(STAYS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("outline"))
        painter.setBrush(colour("danger_soft" if self.notice.is_failure else "raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.end()

    def _act(self) -> None:
        action: Callable[[], None] | None = self.notice.action
        self.gone.emit()
        if action is not None:
            action()

    def _leave(self) -> None:
        inside = self.focusWidget()
        if inside is not None and inside.hasFocus():
            self._timer.start(STAYS)
        else:
            self.gone.emit()


class NoticeStack(QWidget):
    """Lies over the foot of ``over`` and holds at most three bars; the newest is lowest.

    A page with controls at its foot says how much of it stays free: ``foot_kept_free``.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(self.tr("Thông báo"))
        self.bars: list[NoticeBar] = []
        self._over = over
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(6))
        over.installEventFilter(self)
        if isinstance(over, QStackedWidget):
            over.currentChanged.connect(lambda _: self._place())
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        for old in [bar for bar in self.bars if bar.notice.text == notice.text]:
            self._remove(old)
        while len(self.bars) >= _MOST:
            going = next((bar for bar in self.bars if not bar.notice.is_failure), self.bars[0])
            self._remove(going)
        bar = NoticeBar(notice, self)
        bar.gone.connect(lambda: self._remove(bar))
        self.bars.append(bar)
        self._layout.addWidget(bar)
        self._place()
        announce(bar, notice.text, at_once=notice.is_failure)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.bars:
            self._place()
        return False

    def _remove(self, bar: NoticeBar) -> None:
        if bar in self.bars:
            self.bars.remove(bar)
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            self._place()

    def _place(self) -> None:
        over = self._over
        if not self.bars:
            self.hide()
            return
        width = min(px(640), over.width() - 2 * px(16))
        heights = [bar.heightForWidth(width) for bar in self.bars]
        for bar, one in zip(self.bars, heights, strict=True):
            bar.setFixedHeight(one)
        height = sum(heights) + self._layout.spacing() * (len(self.bars) - 1)
        page = over.currentWidget() if isinstance(over, QStackedWidget) else None
        foot = max(px(16), int(getattr(page, "foot_kept_free", 0)))
        self.setGeometry((over.width() - width) // 2, over.height() - height - foot, width, height)
        self.show()
        self.raise_()
