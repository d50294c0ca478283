"""At large text on a small screen a window ends where the screen ends, and its buttons stay in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDialogButtonBox, QPushButton, QScrollArea, QWidget
from shiboken6 import isValid

from tests.ui.waiting import wait_until
from ui.preferences import Preferences
from ui.settings_window import SettingsWindow
from ui.shortcuts_sheet import ShortcutsSheet
from ui.style import apply_style
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.screen_room import resize_within_screen, screen_room


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    apply_style(qapp, theme="light", text_size=200)
    yield
    apply_style(qapp, theme="light")


def buttons_are_in_sight(dialog: QDialog) -> bool:
    foot = dialog.findChild(QDialogButtonBox)
    assert foot is not None
    return dialog.rect().contains(QRect(foot.mapTo(dialog, QPoint(0, 0)), foot.size()))


def test_a_window_is_never_larger_than_its_screen(qapp: QApplication) -> None:
    window = QWidget()
    resize_within_screen(window, 300, 200)
    assert (window.width(), window.height()) == (300, 200)
    resize_within_screen(window, 9000, 8000)
    assert window.size() == screen_room(window)


def test_a_long_list_of_keys_scrolls_by_the_keyboard_over_its_button(large_text: None) -> None:
    sheet = ShortcutsSheet([(f"Ctrl+F{number}", f"Việc thứ {number}") for number in range(1, 35)])
    sheet.show()
    sheet.activateWindow()
    assert sheet.height() <= screen_room(sheet).height()
    assert buttons_are_in_sight(sheet)
    area = sheet.findChild(QScrollArea)
    assert area is not None
    wait_until(area.hasFocus)
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    QTest.keyClick(area, Qt.Key.Key_Escape)
    wait_until(lambda: not isValid(sheet))


def test_no_setting_is_squeezed(large_text: None, preferences: Preferences) -> None:
    window = SettingsWindow(preferences)
    window.show()
    assert window.height() <= screen_room(window).height()
    assert buttons_are_in_sight(window)
    fields = window.findChildren(QComboBox)
    assert len(fields) >= 2
    assert all(field.height() >= field.minimumSizeHint().height() for field in fields)


def test_a_hidden_button_leaves_no_gap(qapp: QApplication) -> None:
    row = QWidget()
    flow = FlowLayout(row, 6)
    hidden, shown = QPushButton("Ẩn"), QPushButton("Hiện")
    flow.addWidget(hidden)
    flow.addWidget(shown)
    hidden.hide()
    row.resize(300, 60)
    row.show()
    assert shown.x() == 0
