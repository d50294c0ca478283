"""Signing in: what is asked for, what is said to a refusal, and that nothing secret stays in the fields."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import mail
from tests.ui.accessible import nameless, reached_by_tab
from tests.ui.waiting import wait_until
from ui.background import Background
from ui.sign_in_window import SignInEntry, SignInWindow

ADDRESS = "hanh.ntm@boldptxh.example"


class Server:
    """Answers a check as the test wants; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[SignInEntry] = []
        self.refusal: Exception | None = None
        self.may_answer = threading.Event()
        self.may_answer.set()

    def check(self, entry: SignInEntry) -> None:
        self.asked.append(entry)
        assert self.may_answer.wait(20)
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


def open_window(background: Background, server: Server, **options: Any) -> SignInWindow:
    options = {"has_keyring": True, "has_local_copy": False, "needs_passphrase": False, "address": ADDRESS} | options
    window = SignInWindow(background, "Bộ Lao động và Phát triển Xã hội", check=server.check, **options)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    return window


def heard(window: SignInWindow) -> list[SignInEntry]:
    entries: list[SignInEntry] = []
    window.signed_in.connect(entries.append)
    return entries


def test_she_types_her_password_and_is_in(background: Background, server: Server) -> None:
    window = open_window(background, server)
    entries = heard(window)
    QTest.keyClicks(window.password.edit, "Demo@2026")
    QTest.keyClick(window.password.edit, Qt.Key.Key_Return)
    (entry,) = wait_until(lambda: entries)
    assert entry == SignInEntry(ADDRESS, ADDRESS, "Demo@2026", True)
    assert server.asked == [entry]
    assert window.password.text() == ""
    assert "Demo@2026" not in repr(entry)


def test_a_user_name_of_its_own_is_behind_one_press(background: Background, server: Server) -> None:
    window = open_window(background, server)
    entries = heard(window)
    assert not window.user_name.isVisible()
    window.more_button.click()
    QTest.keyClicks(window.user_name, "boldptxh\\hanh.ntm")
    QTest.keyClicks(window.password.edit, "x")
    window.remember.setChecked(False)
    window.sign_in_button.click()
    (entry,) = wait_until(lambda: entries)
    assert entry.user_name == "boldptxh\\hanh.ntm"
    assert not entry.remember


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (mail.WrongPassword("h"), "không nhận tên đăng nhập hoặc mật khẩu"),
        (mail.CertificateNotTrusted("mail.boldptxh.example", "self-signed"), "không được tin cậy"),
        (mail.Offline("h"), "Lần đăng nhập đầu tiên cần có mạng"),
        (mail.NotExchange("portal.example"), "không phải là máy chủ thư Exchange"),
        (mail.ServerBusy(30), "Hãy thử lại sau ít phút"),
        (mail.WrongKey("db"), "không mở được bằng khoá"),
        (RuntimeError("secret inside"), "lỗi ngoài dự kiến (RuntimeError)"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_refusal_is_said_in_words_and_nothing_is_tried_again(
    background: Background, server: Server, refusal: Exception, words: str
) -> None:
    server.refusal = refusal
    window = open_window(background, server)
    entries = heard(window)
    QTest.keyClicks(window.password.edit, "sai")
    window.sign_in()
    wait_until(window.message_box.isVisible)
    assert words in window.message.text()
    assert "secret" not in window.message.text()
    assert window.sign_in_button.isEnabled()
    assert len(server.asked) == 1
    assert not entries


def test_while_the_server_is_asked_nothing_can_be_pressed_twice(background: Background, server: Server) -> None:
    server.may_answer.clear()
    window = open_window(background, server)
    entries = heard(window)
    QTest.keyClicks(window.password.edit, "x")
    window.sign_in()
    assert window.progress.isVisible()
    assert not window.sign_in_button.isEnabled()
    QTest.keyClick(window.password.edit, Qt.Key.Key_Return)
    server.may_answer.set()
    wait_until(lambda: entries)
    assert len(server.asked) == 1
    assert not window.progress.isVisible()


@pytest.mark.parametrize("address", ["", "hanh", "hanh@", "@bo.vn", "hanh ntm@bo.vn", "hanh@bo"])
def test_an_address_that_is_none_is_not_sent_anywhere(background: Background, server: Server, address: str) -> None:
    window = open_window(background, server, address=address)
    QTest.keyClicks(window.password.edit, "x")
    window.sign_in()
    assert "địa chỉ thư" in window.message.text()
    assert window.address.hasFocus()
    assert server.asked == []


def test_without_a_keyring_it_says_so_and_offers_no_remembering(background: Background, server: Server) -> None:
    window = open_window(background, server, has_keyring=False)
    entries = heard(window)
    assert "không có kho khoá" in window.no_keyring.text()
    assert window.no_keyring.isVisible()
    assert not window.remember.isVisible()
    QTest.keyClicks(window.password.edit, "x")
    window.sign_in()
    (entry,) = wait_until(lambda: entries)
    assert not entry.remember


def type_vietnamese(edit: QLineEdit, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)


def test_a_new_passphrase_is_asked_twice_and_must_be_long(background: Background, server: Server) -> None:
    window = open_window(background, server, has_keyring=False, needs_passphrase=True)
    entries = heard(window)
    QTest.keyClicks(window.password.edit, "x")
    type_vietnamese(window.passphrase.edit, "ngắn quá")
    window.sign_in()
    assert "ít nhất 12 ký tự" in window.message.text()
    window.passphrase.edit.clear()
    type_vietnamese(window.passphrase.edit, "sông núi gạo thuyền")
    type_vietnamese(window.passphrase_again.edit, "sông núi gạo thuyề")
    window.sign_in()
    assert "không giống nhau" in window.message.text()
    type_vietnamese(window.passphrase_again.edit, "n")
    window.sign_in()
    (entry,) = wait_until(lambda: entries)
    assert entry.passphrase == "sông núi gạo thuyền"
    assert window.passphrase.text() == window.passphrase_again.text() == ""


def test_a_known_passphrase_is_asked_once_and_opens_the_desk_offline(background: Background, server: Server) -> None:
    window = open_window(background, server, has_keyring=False, has_local_copy=True, needs_passphrase=True)
    chosen: list[SignInEntry] = []
    window.offline_chosen.connect(chosen.append)
    assert not window.passphrase_again.isVisible()
    window.offline_button.click()
    assert "cụm mật khẩu" in window.message.text()
    QTest.keyClicks(window.passphrase.edit, "mat khau cua kho")
    window.offline_button.click()
    assert chosen == [SignInEntry(ADDRESS, ADDRESS, "", False, "mat khau cua kho")]
    assert server.asked == []


def test_offline_work_is_offered_only_where_there_is_a_copy(background: Background, server: Server) -> None:
    assert not open_window(background, server).offline_button.isVisible()
    server.refusal = mail.Offline("h")
    window = open_window(background, server, has_local_copy=True)
    QTest.keyClicks(window.password.edit, "x")
    window.sign_in()
    wait_until(window.message_box.isVisible)
    assert "làm việc ngoại tuyến" in window.message.text()
    assert window.offline_button.hasFocus()


def test_the_eye_shows_the_password(background: Background, server: Server) -> None:
    window = open_window(background, server)
    assert window.password.edit.echoMode() == QLineEdit.EchoMode.Password
    QTest.mouseClick(window.password.eye, Qt.MouseButton.LeftButton)
    assert window.password.edit.echoMode() == QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("has_keyring", [True, False])
def test_every_control_has_a_name_and_is_reached_by_tab(
    background: Background, server: Server, has_keyring: bool
) -> None:
    window = open_window(background, server, has_keyring=has_keyring, needs_passphrase=not has_keyring)
    assert nameless(window) == []
    passed = reached_by_tab(window)
    assert {window.address, window.password.edit, window.password.eye, window.sign_in_button} <= set(passed)
    assert passed.index(window.address) < passed.index(window.password.edit) < passed.index(window.sign_in_button)
