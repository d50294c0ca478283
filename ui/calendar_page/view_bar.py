"""The row over the sheet: today, back, forward, what is shown, and the four views."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui.style import S, font, icon, px
from ui.widgets.elided_label import ElidedLabel

DAY, WEEK, MONTH, AGENDA = "day", "week", "month", "agenda"
VIEWS = (DAY, WEEK, MONTH, AGENDA)


class ViewBar(QWidget):
    today_asked = Signal()
    step_asked = Signal(int)
    view_chosen = Signal(str)
    new_asked = Signal()
    jump_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_button = self._tool("add", self.tr("Lịch mới (N)"))
        self.new_button.clicked.connect(self.new_asked)
        self.today = QPushButton(self.tr("Hôm nay"))
        self.today.setToolTip(self.tr("Về hôm nay (T)"))
        self.today.clicked.connect(self.today_asked)
        self.back = self._tool("chevron_left", self.tr("Trước (Alt+←)"))
        self.forward = self._tool("chevron_right", self.tr("Sau (Alt+→)"))
        self.back.clicked.connect(lambda: self.step_asked.emit(-1))
        self.forward.clicked.connect(lambda: self.step_asked.emit(1))
        self.jump = self._tool("calendar", self.tr("Đến ngày… (G)"))
        self.jump.clicked.connect(self.jump_asked)
        self.search = self._tool("search", self.tr("Tìm trong lịch (Ctrl+F)"))
        self.title = ElidedLabel()
        self.title.setFont(font("heading"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(S), px(S), px(S), px(S))
        layout.setSpacing(px(4))
        for widget in (self.new_button, self.today, self.back, self.forward, self.jump, self.search):
            layout.addWidget(widget)
        layout.addSpacing(px(4))
        layout.addWidget(self.title, 1)
        words = {
            DAY: (self.tr("Ngày"), "1"),
            WEEK: (self.tr("Tuần"), "2"),
            MONTH: (self.tr("Tháng"), "3"),
            AGENDA: (self.tr("Danh sách"), "4"),
        }
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.views: dict[str, QToolButton] = {}
        for name, (word, key) in words.items():
            button = QToolButton()
            button.setText(word)
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Xem theo: {view}").format(view=word.lower()))
            button.setToolTip(f"{word} ({key})")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: self.view_chosen.emit(name))
            self._group.addButton(button)
            self.views[name] = button
            layout.addWidget(button)
        self.one = QToolButton()
        self.one.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.one.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.one.setIcon(icon("chevron_down", "muted"))
        self.one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.one)
        for name, (word, _) in words.items():
            menu.addAction(word).triggered.connect(lambda _=False, name=name: self.view_chosen.emit(name))
        self.one.setMenu(menu)
        layout.addWidget(self.one)
        self.one.hide()

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(px(18), px(18)))
        button.setAccessibleName(words.partition(" (")[0])
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_compact(self, on: bool) -> None:
        """Where there is no room for four buttons, one has them in a menu."""
        for button in self.views.values():
            button.setVisible(not on)
        self.one.setVisible(on)

    def show_state(self, view: str, title: str) -> None:
        self.views[view].setChecked(True)
        self.one.setText(self.views[view].text())
        self.one.setAccessibleName(self.tr("Xem theo: {view}, đổi cách xem").format(view=self.one.text().lower()))
        self.title.setText(title)
        self.title.setAccessibleName(title)

    def refresh(self) -> None:
        self.title.setFont(font("heading"))
