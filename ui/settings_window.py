"""What can be chosen: language, theme, text size; and about the application. Takes effect as it is chosen."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from .page_tools import PageTools
from .preferences import TEXT_SIZES, Preferences
from .style import application_icon, font, px
from .widgets.screen_room import scrolled_dialog

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


class SettingsWindow(QDialog):
    def __init__(
        self, preferences: Preferences, parent: QWidget | None = None, *, tools: PageTools | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._language_at_start = preferences.language
        self.setWindowTitle(self.tr("Cài đặt"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.language = QComboBox()
        for code, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(preferences.language))
        self.language.setAccessibleName(self.tr("Ngôn ngữ"))
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.language_note = QLabel(self.tr("Ngôn ngữ mới có hiệu lực khi mở lại Bàn Công Vụ."))
        self.language_note.setWordWrap(True)
        self.language_note.setVisible(False)
        self.theme_buttons: dict[str, QRadioButton] = {}
        self.text_size = QComboBox()
        for percent in TEXT_SIZES:
            self.text_size.addItem(f"{percent} %", str(percent))
        self.text_size.setCurrentIndex(self.text_size.findData(str(preferences.text_size)))
        self.text_size.setAccessibleName(self.tr("Cỡ chữ"))
        self.text_size.currentIndexChanged.connect(
            lambda index: preferences.choose("text_size", self.text_size.itemData(index))
        )
        form = QFormLayout()
        form.setHorizontalSpacing(px(24))
        form.setVerticalSpacing(px(14))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Ngôn ngữ"), self.language)
        form.addRow("", self.language_note)
        form.addRow(self.tr("Giao diện"), self._themes())
        form.addRow(self.tr("Cỡ chữ"), self.text_size)
        if tools is not None:
            from .mail_page.writing_settings import add_writing_settings

            add_writing_settings(form, preferences)
            from .keeping_choice import KeepingChoice
            from .picture_senders_list import PictureSendersList

            self.keeping = KeepingChoice(tools)
            form.addRow(self.tr("Giữ thư trên máy"), self.keeping)

            self.picture_senders = PictureSendersList(tools.desk, tools.background)
            form.addRow(self.tr("Luôn hiện ảnh từ"), self.picture_senders)
            if tools.desk.seal_key is not None:
                self.key_copy = QPushButton(self.tr("Tạo bản khôi phục khoá…"))
                self.key_copy.clicked.connect(lambda: self._make_key_copy(tools))
                form.addRow(self.tr("Khoá của kho thư"), self.key_copy)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setSpacing(px(20))
        layout.addLayout(form)
        layout.addWidget(self._about())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.setMinimumWidth(px(480))
        scrolled_dialog(self, body, buttons)
        self.language.setFocus()

    def _make_key_copy(self, tools: PageTools) -> None:
        from .key_copy_dialog import KeyCopyDialog

        assert tools.desk.seal_key is not None
        KeyCopyDialog(tools.background, tools.desk.seal_key, self).open()

    def _themes(self) -> QWidget:
        row = QWidget()
        row.setAccessibleName(self.tr("Giao diện"))
        group = QButtonGroup(row)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(20))
        words = {"system": self.tr("Theo hệ thống"), "light": self.tr("Sáng"), "dark": self.tr("Tối")}
        for name, word in words.items():
            button = QRadioButton(word)
            button.setAccessibleName(word)
            button.setChecked(name == self._preferences.theme)
            button.clicked.connect(lambda _=False, name=name: self._preferences.choose("theme", name))
            group.addButton(button)
            layout.addWidget(button)
            self.theme_buttons[name] = button
        layout.addStretch(1)
        return row

    def _about(self) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(14))
        mark = QLabel()
        mark.setPixmap(application_icon().pixmap(px(48), px(48)))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        name = QLabel("Bàn Công Vụ")
        name.setFont(font("subheading"))
        about = QLabel(
            self.tr(
                "Phiên bản {version}. Giấy phép Apache 2.0; dùng Qt (LGPL), libVLC (LGPL), exchangelib (BSD),"
                " SQLAlchemy (MIT), SQLCipher (BSD), Tantivy (MIT). Danh sách đầy đủ ở THIRD_PARTY.md."
            ).format(version=_version())
        )
        about.setWordWrap(True)
        about.setFont(font("small"))
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(about)
        layout.addWidget(mark)
        layout.addLayout(words, 1)
        return box

    def _language_chosen(self, index: int) -> None:
        self._preferences.choose("language", self.language.itemData(index))
        self.language_note.setVisible(self._preferences.language != self._language_at_start)


def _version() -> str:
    try:
        return version("ban-cong-vu")
    except PackageNotFoundError:  # run from the source tree
        return "0.1.0"
