"""The buttons over the letter: font, size, bold, lists, alignment, colour, link, table, picture. For the composer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QFont,
    QIcon,
    QKeySequence,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QComboBox, QInputDialog, QLineEdit, QMenu, QToolButton, QWidget

from ui.style import icon, px
from ui.widgets.flow_layout import FlowLayout

from .letter_editor import LetterEditor
from .letter_format import LISTS, LetterFormat

FONTS = ("Times New Roman", "Arial", "Calibri", "Tahoma", "Courier New")
SIZES = (10, 11, 12, 13, 14, 16, 18, 20, 24)
_COLOURS = ("#000000", "#b3261e", "#1b4f91", "#1a693a", "#7f4d00", "#6a1b9a", "#5f6b7a")
_ALIGNMENTS = {
    "align_left": Qt.AlignmentFlag.AlignLeft,
    "align_centre": Qt.AlignmentFlag.AlignHCenter,
    "align_right": Qt.AlignmentFlag.AlignRight,
    "align_justify": Qt.AlignmentFlag.AlignJustify,
}


class FormatBar(QWidget):
    picture_asked = Signal()

    def __init__(self, editor: LetterEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.form = LetterFormat(editor)
        self.form.changed.connect(self.refresh)
        self.actions_by_name: dict[str, QAction] = {}
        self._flow = FlowLayout(self, px(2))
        self.setAccessibleName(self.tr("Định dạng chữ"))
        self.family = QComboBox()
        self.family.addItems(FONTS)
        self.family.setAccessibleName(self.tr("Kiểu chữ"))
        self.family.setToolTip(self.tr("Kiểu chữ"))
        self.family.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.points = QComboBox()
        self.points.addItems([str(size) for size in SIZES])
        self.points.setAccessibleName(self.tr("Cỡ chữ"))
        self.points.setToolTip(self.tr("Cỡ chữ"))
        self.points.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.family.textActivated.connect(self.form.set_family)
        self.points.textActivated.connect(lambda size: self.form.merge(lambda form: form.setFontPointSize(float(size))))
        self._flow.addWidget(self.family)
        self._flow.addWidget(self.points)
        self._build()
        editor.currentCharFormatChanged.connect(lambda _: self.refresh())
        editor.cursorPositionChanged.connect(self.refresh)
        self.refresh()

    # --- what the cursor stands in ---

    def refresh(self) -> None:
        form, cursor = self._editor.currentCharFormat(), self._editor.textCursor()
        default = self._editor.document().defaultFont()
        families = form.fontFamilies()
        family = families[0] if families else default.family()
        if self.family.findText(family) < 0:
            self.family.addItem(family)
        self.family.setCurrentText(family)
        size = str(round(form.fontPointSize() or default.pointSizeF()))
        if self.points.findText(size) < 0:
            self.points.addItem(size)
        self.points.setCurrentText(size)
        names = self.actions_by_name
        names["bold"].setChecked(form.fontWeight() > QFont.Weight.Medium.value)
        names["italic"].setChecked(form.fontItalic())
        names["underline"].setChecked(form.fontUnderline() and not form.isAnchor())
        items = cursor.currentList()
        for name, style in LISTS.items():
            names[name].setChecked(items is not None and items.format().style() == style)
        alignment = self._editor.alignment()
        for name, flag in _ALIGNMENTS.items():
            names[name].setChecked(bool(alignment & flag))
        in_table = cursor.currentTable() is not None
        for name in ("row_add", "row_remove", "column_add", "column_remove"):
            names[name].setEnabled(in_table)

    # --- inside ---

    def _build(self) -> None:
        editor, form = self._editor, self.form
        self._add("bold", self.tr("Chữ đậm"), "Ctrl+B", self.form.bold, checkable=True)
        self._add(
            "italic", self.tr("Chữ nghiêng"), "Ctrl+I", lambda on: form.merge(lambda f: f.setFontItalic(on)), True
        )
        self._add(
            "underline",
            self.tr("Gạch chân"),
            "Ctrl+U",
            lambda on: form.merge(lambda f: f.setFontUnderline(on)),
            True,
        )
        self._button(self._menu("text_colour", self.tr("Màu chữ"), self._colours()))
        self._add(
            "bullets", self.tr("Danh sách dấu đầu dòng"), "Ctrl+Shift+8", lambda on: form.make_list("bullets", on), True
        )
        self._add(
            "numbers", self.tr("Danh sách đánh số"), "Ctrl+Shift+7", lambda on: form.make_list("numbers", on), True
        )
        self._add("outdent", self.tr("Giảm thụt lề"), "Ctrl+[", lambda _: form.indent(-1))
        self._add("indent", self.tr("Tăng thụt lề"), "Ctrl+]", lambda _: form.indent(1))
        words = {
            "align_left": (self.tr("Căn trái"), "Ctrl+Shift+L"),
            "align_centre": (self.tr("Căn giữa"), "Ctrl+E"),
            "align_right": (self.tr("Căn phải"), ""),
            "align_justify": (self.tr("Căn đều hai bên"), "Ctrl+J"),
        }
        group = QActionGroup(self)
        for name, (caption, keys) in words.items():
            flag = _ALIGNMENTS[name]
            group.addAction(self._add(name, caption, keys, partial(self.form.align, flag), True))
        self._add("link", self.tr("Chèn liên kết"), "Ctrl+K", lambda _: self._ask_link())
        self._button(self._menu("table", self.tr("Bảng"), self._tables()))
        self._add("image", self.tr("Chèn ảnh vào thư"), "", lambda _: self.picture_asked.emit())
        self._add("clear_format", self.tr("Bỏ định dạng"), "Ctrl+\\", lambda _: self.form.clear(), shown=False)
        self._add(
            "paste_plain",
            self.tr("Dán chữ không định dạng"),
            "Ctrl+Shift+V",
            lambda _: editor.paste_plain(),
            shown=False,
        )

    def _add(
        self,
        name: str,
        words: str,
        keys: str,
        act: Callable[[bool], object],
        checkable: bool = False,
        shown: bool = True,
    ) -> QAction:
        action = QAction(icon(name) if shown else QIcon(), words, self)
        action.setCheckable(checkable)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._editor.addAction(action)
            action.setToolTip(f"{words} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(act)
        self.actions_by_name[name] = action
        if shown:
            button = QToolButton()
            button.setDefaultAction(action)
            self._button(button)
        return action

    def _button(self, button: QToolButton) -> None:
        button.setIconSize(QSize(px(18), px(18)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._flow.addWidget(button)

    def _menu(self, icon_name: str, words: str, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _colours(self) -> QMenu:
        menu = QMenu(self)
        names = (
            self.tr("Đen"),
            self.tr("Đỏ"),
            self.tr("Xanh dương"),
            self.tr("Xanh lá"),
            self.tr("Nâu"),
            self.tr("Tím"),
            self.tr("Xám"),
        )
        for name, value in zip(names, _COLOURS, strict=True):
            menu.addAction(_swatch(value), name, partial(self.form.colour, value))
        menu.addSeparator()
        menu.addAction(self.tr("Màu khác…"), self._ask_colour)
        return menu

    def _ask_link(self) -> None:
        known = self._editor.textCursor().charFormat().anchorHref()
        address, ok = QInputDialog.getText(
            self, self.tr("Liên kết"), self.tr("Địa chỉ (https://…)"), QLineEdit.EchoMode.Normal, known or "https://"
        )
        if ok:
            self.form.set_link(address.strip())

    def _ask_colour(self) -> None:
        from PySide6.QtWidgets import QColorDialog

        chosen = QColorDialog.getColor(self._editor.textColor(), self, self.tr("Màu chữ"))
        if chosen.isValid():
            self.form.colour(chosen.name())

    def _tables(self) -> QMenu:
        menu = QMenu(self)
        sizes = menu.addMenu(self.tr("Chèn bảng"))
        for rows, columns in ((2, 2), (3, 3), (4, 4), (5, 3), (10, 4)):
            words = self.tr("{rows} hàng, {columns} cột").format(rows=rows, columns=columns)
            sizes.addAction(words, partial(self.form.insert_table, rows, columns))
        menu.addSeparator()
        for name, words, act in (
            ("row_add", self.tr("Thêm hàng dưới"), self.form.add_row),
            ("column_add", self.tr("Thêm cột bên phải"), self.form.add_column),
            ("row_remove", self.tr("Xoá hàng này"), self.form.remove_row),
            ("column_remove", self.tr("Xoá cột này"), self.form.remove_column),
        ):
            self.actions_by_name[name] = menu.addAction(words, act)
        return menu


def _swatch(value: str) -> QIcon:
    picture = QPixmap(px(16), px(16))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(value))
    painter.setPen(QColor("#7d8a9c"))
    painter.drawRoundedRect(1, 1, picture.width() - 2, picture.height() - 2, px(3), px(3))
    painter.end()
    return QIcon(picture)
