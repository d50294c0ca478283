"""The window: pages made when shown, keys, what pages ask of one another, what is remembered, what is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QVBoxLayout, QWidget

import docs_archive
import mail
from tests.ui.accessible import nameless, reached_by_tab
from tests.ui.desk_builder import CONFERENCE, FakeService, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.main_window import MainWindow
from ui.page_tools import PageTools
from ui.password_dialog import PasswordDialog
from ui.service_messages import MailEvent, NewPassword, Refresh, StandBack
from ui.settings_window import SettingsWindow
from ui.shortcuts_sheet import ShortcutsSheet
from ui.sync_status import Feature, SyncActivity, SyncStatus


class FakePage(QWidget):
    """Keeps what it was asked; one button to hold the focus."""

    document_asked = Signal(str)
    conference_asked = Signal(object)
    join_asked = Signal()
    running_changed = Signal(bool)
    immersive_asked = Signal(bool)
    unread_changed = Signal(int)

    def __init__(self, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked: list[object] = []
        self.shortcuts = (("Ctrl+R", "Trả lời"),)
        self.button = QPushButton("Nút", self)
        QVBoxLayout(self).addWidget(self.button)

    def activate(self) -> None:
        self.asked.append("activate")

    def deactivate(self) -> None:
        self.asked.append("deactivate")

    def focus_first(self) -> None:
        self.button.setFocus()

    def open_number(self, number: str) -> None:
        self.asked.append(number)

    def join(self, conference: object = None) -> None:
        self.asked.append(("join", conference))


PAGES = {"mail": FakePage, "conference": FakePage, "documents": FakePage}


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def tools(qapp: object, tmp_path: Path, service: FakeService) -> Iterator[PageTools]:
    tools = build_tools(tmp_path, service=service)
    yield tools
    close_tools(tools)


@pytest.fixture
def window(tools: PageTools) -> MainWindow:
    window = MainWindow(tools.preferences, dict(PAGES))
    window.furnish(tools)
    window.show()
    wait_until(lambda: window.current_page == "mail")
    window.activateWindow()
    wait_until(window.isActiveWindow)
    return window


def test_pages_are_made_after_the_first_paint_and_when_they_are_shown(tools: PageTools) -> None:
    made: list[str] = []

    def maker(name: str) -> object:
        def make(tools: PageTools, parent: QWidget) -> QWidget:
            made.append(name)
            return FakePage(tools, parent)

        return make

    window = MainWindow(tools.preferences, {name: maker(name) for name in PAGES})  # type: ignore[misc]
    window.furnish(tools)
    painted: list[list[str]] = []
    window.painted.connect(lambda: painted.append(list(made)))
    window.show()
    wait_until(lambda: made)
    assert painted == [[]]
    assert made == ["mail"]
    window.show_page("documents")
    assert made == ["mail", "documents"]


def test_keys_choose_the_page_and_the_old_one_hears_of_it(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "documents"
    assert window.page("mail").asked == ["activate", "deactivate"]
    assert window.page("documents").asked == ["activate"]
    assert window.rail.buttons["documents"].isChecked()
    assert window.page("documents").button.hasFocus()


def test_the_rail_chooses_the_page(window: MainWindow) -> None:
    QTest.mouseClick(window.rail.buttons["conference"], Qt.MouseButton.LeftButton)
    assert window.current_page == "conference"


def test_a_number_in_a_mail_opens_the_law(window: MainWindow) -> None:
    window.page("mail").document_asked.emit("12/2024/TT-BLĐPTXH")
    assert window.current_page == "documents"
    assert "12/2024/TT-BLĐPTXH" in window.page("documents").asked


def test_an_invitation_joins_the_conference(window: MainWindow) -> None:
    window.page("mail").conference_asked.emit(CONFERENCE)
    assert window.current_page == "conference"
    window.page("mail").join_asked.emit()
    assert window.page("conference").asked[-2:] == [("join", CONFERENCE), ("join", None)]


def test_a_conference_has_the_line_first(window: MainWindow, service: FakeService) -> None:
    service.say(SyncStatus(Feature.MAIL, SyncActivity.IDLE, datetime.now(UTC)))
    wait_until(lambda: "đồng bộ lúc" in window.status_line.features[Feature.MAIL].text())
    window.page("conference").running_changed.emit(True)
    assert "nhường đường truyền cho cuộc họp" in window.status_line.features[Feature.MAIL].text()
    assert window.rail.buttons["conference"].accessibleName() == "Họp, đang diễn ra"
    window.page("conference").running_changed.emit(False)
    assert "đồng bộ lúc" in window.status_line.features[Feature.MAIL].text()
    assert [asked for asked in service.asked if isinstance(asked, StandBack)] == [StandBack(True), StandBack(False)]


def test_f5_and_the_status_line_sync_now(window: MainWindow, service: FakeService) -> None:
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.mouseClick(window.status_line.features[Feature.ARCHIVE], Qt.MouseButton.LeftButton)
    wait_until(lambda: len(service.asked) == 2)
    assert service.asked == [Refresh(True, True), Refresh(False, True)]


def test_settings_and_shortcuts_open_by_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    settings = wait_until(lambda: window.findChild(SettingsWindow))
    settings.close()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = wait_until(lambda: window.findChild(ShortcutsSheet))
    from PySide6.QtWidgets import QLabel

    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Ctrl+R", "Trả lời", "F5", "Đồng bộ ngay"} <= words


def test_progress_and_state_stand_in_the_status_line(window: MainWindow, service: FakeService) -> None:
    line = window.status_line.features[Feature.MAIL]
    service.say(SyncStatus(Feature.MAIL, SyncActivity.WORKING))
    service.say(MailEvent(mail.SyncProgress(120, 300)))
    wait_until(lambda: line.text() == "Thư: đang đồng bộ… 120/300")
    service.say(SyncStatus(Feature.MAIL, SyncActivity.OFFLINE, datetime(2025, 1, 5, 12, tzinfo=UTC)))
    wait_until(lambda: line.text() == "Thư: ngoại tuyến · bản lưu lúc 05/01/2025")
    assert line.accessibleName() == line.text()


def test_a_refused_password_asks_for_another_and_passes_it_on(window: MainWindow, service: FakeService) -> None:
    renewed: list[str] = []
    window.password_renewed.connect(renewed.append)
    service.say(SyncStatus(Feature.MAIL, SyncActivity.FAILED, error=mail.WrongPassword("hanh.ntm")))
    (bar,) = wait_until(lambda: window.notice_stack.bars)
    assert "mật khẩu" in bar.notice.text
    assert bar.action_button is not None
    bar.action_button.click()
    dialog = wait_until(lambda: window.findChild(PasswordDialog))
    QTest.keyClicks(dialog.field.edit, "Moi@2026")
    dialog.accept_button.click()
    wait_until(lambda: NewPassword("Moi@2026") in service.asked)
    assert renewed == ["Moi@2026"]
    assert dialog.field.text() == ""


def test_the_password_just_refused_is_not_passed_on_again(window: MainWindow, service: FakeService) -> None:
    renewed: list[str] = []
    window.password_renewed.connect(renewed.append)
    window.is_password_refused = lambda password: password == "Cu@2025"
    window.ask_password()
    dialog = wait_until(lambda: window.findChild(PasswordDialog))
    QTest.keyClicks(dialog.field.edit, "Cu@2025")
    dialog.accept_button.click()
    assert dialog.isVisible() and dialog.message.isVisible() and "từ chối" in dialog.message.text()
    assert not renewed and not any(isinstance(one, NewPassword) for one in service.asked)
    QTest.keyClicks(dialog.field.edit, "Moi@2026")
    dialog.accept_button.click()
    assert renewed == ["Moi@2026"] and not dialog.isVisible()


def test_each_error_is_said_where_its_weight_says(window: MainWindow, tools: PageTools) -> None:
    tools.notices.say_error(mail.Offline("host"))
    assert window.status_line.message.text() == "Máy chủ thư không trả lời."
    tools.notices.say_error(docs_archive.FeedRolledBack("snapshot.json"))
    assert window.notice_stack.bars[-1].notice.is_failure
    tools.notices.say_error(mail.DiskFull("/data"))
    tools.notices.say_error(mail.DiskFull("/data"))
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert [box.text() for box in boxes] == ["Đĩa đã đầy, không ghi thêm được vào kho thư."]


def test_an_error_nobody_caught_in_the_background_is_said(window: MainWindow, tools: PageTools) -> None:
    def work() -> None:
        raise docs_archive.FeedDamaged("law.json")

    tools.background.run(window, work)
    wait_until(lambda: window.notice_stack.bars)
    assert "law.json" in window.notice_stack.bars[0].notice.text


def test_the_page_and_the_place_of_the_window_are_remembered(tools: PageTools, window: MainWindow) -> None:
    window.resize(760, 500)
    window.show_page("documents")
    window.close()
    again = MainWindow(tools.preferences, dict(PAGES))
    again.furnish(tools)
    again.show()
    wait_until(lambda: again.current_page == "documents")
    assert (again.width(), again.height()) == (760, 500)


def test_closing_asks_while_a_conference_runs(window: MainWindow) -> None:
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    window.page("conference").running_changed.emit(True)
    window.close()
    assert window.isVisible()
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    leave = next(button for button in box.buttons() if button.text() == "Rời họp và đóng")
    leave.click()
    wait_until(lambda: closed)
    assert not window.isVisible()


def test_the_conference_may_take_the_whole_screen_and_gives_it_back(window: MainWindow) -> None:
    window.page("conference").immersive_asked.emit(True)
    assert window.isFullScreen()
    assert not window.rail.isVisible()
    window.page("conference").immersive_asked.emit(False)
    assert not window.isFullScreen()
    assert window.rail.isVisible()


def test_unread_mail_is_counted_on_the_rail(window: MainWindow) -> None:
    window.page("mail").unread_changed.emit(12)
    assert window.rail.buttons["mail"].accessibleName() == "Thư, 12 chưa đọc"


def test_every_control_has_a_name_and_is_reached_by_tab(window: MainWindow) -> None:
    assert nameless(window) == []
    passed = reached_by_tab(window)
    buttons = window.rail.buttons
    for button in (buttons["mail"], window.rail.settings_button, *window.status_line.features.values()):
        assert button in passed
    buttons["mail"].setFocus()
    QTest.keyClick(buttons["mail"], Qt.Key.Key_Down)  # as among radio buttons
    assert window.current_page == "conference"
