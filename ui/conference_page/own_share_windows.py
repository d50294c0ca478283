"""What can be shown in place of the camera: a screen, a window, a document; the menu that offers them, and the mark
that stands on the screen while it is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from conference.publishing import Shareable, ShareKind

from ..style import DARK, danger, primary, px

translate = QCoreApplication.translate
_EDGE = 5


def screens() -> tuple[Shareable, ...]:
    """The screens of this PC, their places in the system's own pixels."""
    found = QGuiApplication.screens()
    return tuple(
        Shareable(str(number), ShareKind.SCREEN, _screen_name(number, screen, len(found)), _area(screen))
        for number, screen in enumerate(found)
    )


def _screen_name(number: int, screen: QScreen, count: int) -> str:
    _, _, width, height = _area(screen)
    if count == 1:
        return translate("OwnSharing", "Cả màn hình ({width} × {height})").format(width=width, height=height)
    return translate("OwnSharing", "Màn hình {number} ({width} × {height})").format(
        number=number + 1, width=width, height=height
    )


def _area(screen: QScreen) -> tuple[int, int, int, int]:
    """Qt keeps a screen's upper left corner in native pixels and divides its size."""
    place, ratio = screen.geometry(), screen.devicePixelRatio()
    return place.x(), place.y(), round(place.width() * ratio), round(place.height() * ratio)


class WindowChoice(QDialog):
    """One window out of those that are open."""

    chosen = Signal(object)
    """`Shareable`"""

    def __init__(self, windows: tuple[Shareable, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Chia sẻ một cửa sổ"))
        own = {window.title() for window in QGuiApplication.topLevelWindows()}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các cửa sổ đang mở"))
        for window in windows:
            if window.name not in own:
                item = QListWidgetItem(window.name)
                item.setData(Qt.ItemDataRole.UserRole, window)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self._choose())
        hint = QLabel(
            self.tr("Bên kia chỉ thấy cửa sổ này. Đừng thu nhỏ nó trong lúc chia sẻ.")
            if self.list.count()
            else self.tr("Không có cửa sổ nào khác đang mở.")
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.share = primary(buttons.addButton(self.tr("Chia sẻ"), QDialogButtonBox.ButtonRole.AcceptRole))
        self.share.setEnabled(self.list.count() > 0)
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(20), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(px(520), px(420))

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()


class ShareMark(QWidget):
    """A bar at the head of the screen that says it is shared, with one press to stop; a frame around a whole screen."""

    stop_asked = Signal()

    def __init__(self) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Đang chia sẻ"))
        self._edges: list[_Edge] = []
        self.words = QLabel()
        self.words.setStyleSheet(f"color: {DARK.on_video}; font-weight: 600;")
        self.stop = danger(QPushButton(self.tr("Dừng chia sẻ")))
        self.stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(10), px(8))
        row.setSpacing(px(16))
        row.addWidget(self.words)
        row.addWidget(self.stop)

    def show_for(self, what: Shareable) -> None:
        self.words.setText(
            self.tr("Đang chia sẻ màn hình")
            if what.kind is ShareKind.SCREEN
            else self.tr("Đang chia sẻ cửa sổ: {name}").format(name=what.name[:60])
        )
        found = QGuiApplication.screens()
        number = int(what.id) if what.kind is ShareKind.SCREEN and what.id.isdigit() else 0
        screen = found[number] if number < len(found) else QGuiApplication.primaryScreen()
        place = screen.geometry()
        self.adjustSize()
        self.move(place.x() + (place.width() - self.width()) // 2, place.y())
        self.show()
        self._forget_edges()
        if what.kind is ShareKind.SCREEN:
            for rect in _edges_of(place):
                edge = _Edge(rect)
                edge.show()
                self._edges.append(edge)

    def end(self) -> None:
        self._forget_edges()
        self.hide()

    def _forget_edges(self) -> None:
        for edge in self._edges:
            edge.close()
            edge.deleteLater()
        self._edges = []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.raised))
        painter.setPen(QColor(DARK.danger))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Edge(QWidget):
    """One side of the frame: seen, never in the way of the mouse."""

    def __init__(self, rect: QRect) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags | Qt.WindowType.WindowDoesNotAcceptFocus | Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setGeometry(rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.danger))
        painter.end()


def _edges_of(place: QRect) -> tuple[QRect, ...]:
    x, y, width, height = place.x(), place.y(), place.width(), place.height()
    return (
        QRect(x, y, width, _EDGE),
        QRect(x, y + height - _EDGE, width, _EDGE),
        QRect(x, y, _EDGE, height),
        QRect(x + width - _EDGE, y, _EDGE, height),
    )
