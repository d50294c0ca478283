"""In the lobby, after a conference: how it went in one sentence, its incident log, and what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from conference import IncidentLog, Recording

from ..background import StreamHandle
from ..formatting import size
from ..page_tools import PageTools
from ..style import colour, font, icon, px, quiet
from ..widgets.flow_layout import FlowLayout
from .incident_words import log_as_text, summary_words
from .recording_folder import show_folder

Conversion = Callable[[Recording], Iterator[tuple[float, Path | None]]]


class AfterMeeting(QWidget):
    """Hidden until a conference has ended."""

    def __init__(self, tools: PageTools, convert: Conversion | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._convert = convert
        self._log: IncidentLog | None = None
        self._recordings: list[Recording] = []
        self._conversion: StreamHandle | None = None
        self.setAccessibleName(self.tr("Sau cuộc họp"))
        self.heading = _words("subheading")
        self.sum = _words()
        self.recorded = _words("small")
        self.log_button = quiet(QPushButton(icon("history"), self.tr("Nhật ký sự cố")))
        self.log_button.clicked.connect(self.show_log)
        self.copy_button = quiet(QPushButton(icon("copy"), self.tr("Sao chép tóm tắt")))
        self.copy_button.clicked.connect(self._copy)
        self.folder_button = quiet(QPushButton(icon("folder"), self.tr("Mở thư mục ghi hình")))
        self.folder_button.clicked.connect(self._open)
        self.convert_button = quiet(QPushButton(icon("conference"), self.tr("Tạo tệp MP4")))
        self.convert_button.setToolTip(self.tr("Mỗi điểm cầu một tệp, không nén lại; bản ghi gốc được giữ nguyên"))
        self.convert_button.clicked.connect(self._begin_conversion)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Đang tạo tệp MP4"))
        self.progress.setRange(0, 1000)
        self.progress.setMaximumWidth(px(220))
        self.cancel_button = quiet(QPushButton(self.tr("Thôi tạo tệp")))
        self.cancel_button.clicked.connect(self._cancel_conversion)
        buttons = FlowLayout(gap=px(8))
        for button in (self.log_button, self.copy_button, self.folder_button, self.convert_button):
            buttons.addWidget(button)
        buttons.addWidget(self.progress)
        buttons.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(12))
        layout.setSpacing(px(8))
        for label in (self.heading, self.sum, self.recorded):
            layout.addWidget(label)
        layout.addLayout(buttons)
        self.hide()

    def begin_conference(self) -> None:
        """The last one's report makes room; a file that is being made goes on."""
        self._log = None
        if self._conversion is None:
            self._recordings = []
        self.hide()

    def show_conference(self, log: IncidentLog) -> None:
        """A conference has ended: what became of it."""
        self._log = log
        summary = log.end()
        self.heading.setText(self.tr("Cuộc họp vừa rồi: {title}").format(title=summary.title))
        self.sum.setText(summary_words(summary))
        self._write()
        self.show()

    def add_recording(self, recording: Recording) -> None:
        if recording.size:
            self._recordings.append(recording)
        self._write()

    @property
    def is_converting(self) -> bool:
        return self._conversion is not None

    def show_log(self) -> None:
        from .incident_dialog import IncidentDialog

        if self._log is not None:
            IncidentDialog(self._tools, self._log, self).open()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("border"))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(10), px(10))
        painter.end()

    def _write(self) -> None:
        total = sum(recording.size for recording in self._recordings)
        where = self._recordings[-1].folder if self._recordings else ""
        self.recorded.setText(self.tr("Đã ghi hình: {size}, trong {folder}").format(size=size(total), folder=where))
        self.recorded.setVisible(bool(self._recordings))
        self.folder_button.setVisible(bool(self._recordings))
        self.convert_button.setVisible(bool(self._recordings) and self._convert is not None and not self.is_converting)
        self.progress.setVisible(self.is_converting)
        self.cancel_button.setVisible(self.is_converting)

    def _copy(self) -> None:
        if self._log is not None:
            QGuiApplication.clipboard().setText(log_as_text(self._log.summary(), self._log.incidents, self._log.let_go))
            self._tools.notices.say_in_status(self.tr("Đã sao chép nhật ký sự cố."))

    def _open(self) -> None:
        if self._recordings:
            show_folder(self._tools, self._recordings[-1].folder)

    def _begin_conversion(self) -> None:
        if self._convert is None or self._conversion is not None or not self._recordings:
            return
        convert, recordings = self._convert, list(self._recordings)

        def each() -> Iterator[tuple[float, Path | None]]:
            for number, recording in enumerate(recordings):
                for share, path in convert(recording):
                    yield (number + share) / len(recordings), path

        made: list[Path] = []

        def follow(told: tuple[float, Path | None]) -> None:
            self.progress.setValue(round(told[0] * 1000))
            if told[1] is not None:
                made.append(told[1])

        self.progress.setValue(0)
        handle = self._conversion = self._tools.background.stream(
            self, each, follow, lambda: self._converted(handle, made), self._conversion_failed
        )
        self._write()
        self.cancel_button.setFocus()

    def _cancel_conversion(self) -> None:
        if self._conversion is not None:
            self._conversion.cancel()

    def _converted(self, handle: StreamHandle, made: list[Path]) -> None:
        self._conversion = None
        self._write()
        if handle.is_cancelled:
            self._tools.notices.say_in_status(self.tr("Đã thôi tạo tệp MP4; bản ghi gốc còn nguyên."))
        elif made:
            self._tools.notices.say(
                self.tr("Đã tạo {count} tệp MP4.").format(count=len(made)),
                action_text=self.tr("Mở thư mục"),
                action=lambda: show_folder(self._tools, made[0].parent),
            )

    def _conversion_failed(self, error: Exception) -> None:
        self._conversion = None
        self._write()
        if isinstance(error, OSError):
            self._tools.notices.say(
                self.tr("Chưa tạo được tệp MP4: đĩa không đủ chỗ, hoặc bản ghi không đọc được. Bản ghi gốc còn nguyên.")
            )
        else:
            self._tools.notices.say_error(error)


def _words(role: str = "body") -> QLabel:
    label = QLabel()
    label.setFont(font(role))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
