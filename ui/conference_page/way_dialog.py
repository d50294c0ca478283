"""Asks once which of several links of an invitation she takes, and whether to keep that for this organiser."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from conference import MeetingLink

from ..style import primary, px
from ..widgets.screen_room import scrolled_dialog
from .way_words import way_words


class WayDialog(QDialog):
    chosen = Signal(object, bool)
    """The `MeetingLink`, and whether it is to be remembered."""

    def __init__(
        self, title: str, organiser: str, links: tuple[MeetingLink, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Chọn đường vào họp"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setSpacing(px(8))
        asking = QLabel(
            self.tr("Giấy mời “{title}” có {count} liên kết. Mời chọn một.").format(title=title, count=len(links))
        )
        asking.setWordWrap(True)
        asking.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(asking)
        self._group = QButtonGroup(self)
        self.choices = [QRadioButton(way_words(link)) for link in links]
        for place, choice in enumerate(self.choices):
            self._group.addButton(choice, place)
            layout.addWidget(choice)
        self.choices[0].setChecked(True)
        self.keeps = QCheckBox(self.tr("Lần sau cũng vào theo cách này với giấy mời của {who}").format(who=organiser))
        self.keeps.setChecked(bool(organiser))
        if not organiser:
            self.keeps.hide()
        layout.addSpacing(px(4))
        layout.addWidget(self.keeps)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.enter = buttons.addButton(self.tr("Vào họp"), QDialogButtonBox.ButtonRole.AcceptRole)
        primary(self.enter)
        self.enter.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(links[self._group.checkedId()], self.keeps.isChecked()))
        self.setMinimumWidth(px(420))
        scrolled_dialog(self, body, buttons)
        self.choices[0].setFocus()
