"""Before a conference: today's, then a card for each standing one, saying who meets, with one large button to join."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from conference import Conference

from ..page_tools import PageTools
from ..style import colour, font, icon, primary, px, quiet
from ..widgets.flow_layout import FlowLayout
from .remembered_ways import RememberedWays
from .today import TodayConferences


class ConferenceCard(QWidget):
    """One conference: its title, its two sites, "Vào họp", "Kiểm tra điểm cầu"."""

    join_asked = Signal(object)
    check_asked = Signal(object)

    def __init__(self, conference: Conference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conference = conference
        self.setAccessibleName(conference.title)
        title = QLabel(conference.title)
        title.setFont(font("heading"))
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(28), px(24), px(28), px(24))
        layout.setSpacing(px(10))
        layout.addWidget(title)
        for site in conference.sites:
            row = QHBoxLayout()
            row.setSpacing(px(10))
            mark = QLabel()
            mark.setPixmap(icon("building", "muted").pixmap(QSize(px(20), px(20))))
            name = QLabel(site.name)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(True)
            row.addWidget(mark)
            row.addWidget(name, 1)
            layout.addLayout(row)
        self.join_button = primary(QPushButton(icon("conference", "on_fill"), self.tr("Vào họp")))
        self.join_button.setFont(font("subheading"))
        self.join_button.setIconSize(QSize(px(24), px(24)))
        self.join_button.setProperty("size", "large")
        self.join_button.setMinimumWidth(px(220))
        self.join_button.setAccessibleName(self.tr("Vào họp: {title}").format(title=conference.title))
        self.join_button.setAutoDefault(True)
        self.join_button.clicked.connect(lambda: self.join_asked.emit(self.conference))
        layout.addSpacing(px(8))
        self.check_button = QPushButton(icon("rules"), self.tr("Kiểm tra điểm cầu"))
        self.check_button.setProperty("size", "large")
        self.check_button.setAccessibleName(self.tr("Kiểm tra điểm cầu: {title}").format(title=conference.title))
        self.check_button.clicked.connect(lambda: self.check_asked.emit(self.conference))
        buttons = QWidget()
        flow = FlowLayout(buttons, px(10))
        flow.addWidget(self.join_button)
        flow.addWidget(self.check_button)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        layout.addWidget(buttons)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("border"))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(10), px(10))
        painter.end()


class ConferenceLobby(QScrollArea):
    """All conferences of this desk, and a word about the last one."""

    join_asked = Signal(object)
    """`Conference`, or an invitation of today's"""
    check_asked = Signal(object)
    """`Conference`"""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        conferences = tools.desk.conferences
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Các cuộc họp"))
        inside = QWidget()
        column = QVBoxLayout()
        column.setSpacing(px(16))
        heading = QLabel(self.tr("Họp trực tuyến"))
        heading.setFont(font("title"))
        column.addWidget(heading)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setVisible(False)
        column.addWidget(self.message)
        self._reports = QVBoxLayout()
        column.addLayout(self._reports)
        self.today = TodayConferences(tools)
        self.today.enter_asked.connect(self.join_asked)
        column.addWidget(self.today)
        self.standing = QLabel(self.tr("Điểm cầu thường trực"))
        self.standing.setFont(font("heading"))
        if not conferences:
            self.standing.hide()
        column.addWidget(self.standing)
        self.cards = [ConferenceCard(conference) for conference in conferences]
        for card in self.cards:
            card.join_asked.connect(self.join_asked)
            card.check_asked.connect(self.check_asked)
            column.addWidget(card)
        hint = QLabel(
            self.tr("Trong lúc họp, việc đồng bộ thư và văn bản nhường đường truyền cho cuộc họp rồi tự tiếp tục.")
            if conferences
            else self.tr("Hồ sơ của bộ chưa khai báo cuộc họp nào. Bộ phận công nghệ thông tin có thể thêm vào.")
        )
        hint.setWordWrap(True)
        hint.setObjectName("caption")
        column.addWidget(hint)
        self._remembered = RememberedWays(tools.preferences)
        self.forget = quiet(QPushButton(self.tr("Quên các đường vào họp đã chọn")))
        self.forget.setToolTip(self.tr("Giấy mời có nhiều liên kết sẽ được hỏi lại"))
        self.forget.clicked.connect(self._forget)
        column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(px(760))
        row = QHBoxLayout(inside)
        row.setContentsMargins(px(32), px(32), px(32), px(32))
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)
        self.setWidget(inside)

    def add_report(self, widget: QWidget) -> None:
        """Something about the last conference, between what is said and the cards."""
        self._reports.addWidget(widget)

    def say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _forget(self) -> None:
        self._remembered.forget_all()
        self.forget.hide()

    def showEvent(self, event: QShowEvent) -> None:
        self.forget.setVisible(len(self._remembered) > 0)
        self.today.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.today.watch(False)

    def focus_first(self) -> None:
        (self.today.near_button or (self.cards[0].join_button if self.cards else self)).setFocus()
