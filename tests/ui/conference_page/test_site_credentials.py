"""A site that refuses for want of a password: it is asked for once, sent once, and remembered if she wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from conference import Conference, ConferenceLauncher, RefusalReason, Site, SiteCredentials, SiteId
from conference.media import MediaEngine
from conference.model import AddressScheme
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine
from tests.conference.fake_engine import FakeMediaEngine
from tests.conference.fake_site_secrets import FakeSiteSecrets
from tests.conference.srt.listener import SrtListener
from tests.conference.srt.made_stream import made_stream
from tests.ui.accessible import nameless
from tests.ui.desk_builder import CONFERENCE, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.site_credentials_dialog import SiteCredentialsDialog

BO, HAIHA = CONFERENCE.sites


@pytest.fixture
def secrets() -> FakeSiteSecrets:
    return FakeSiteSecrets()


@pytest.fixture
def page_on(
    qapp: QApplication, tmp_path: Path, secrets: FakeSiteSecrets
) -> Iterator[Callable[[MediaEngine, Conference], ConferencePage]]:
    opened = []

    def page_on(engine: MediaEngine, conference: Conference = CONFERENCE) -> ConferencePage:
        tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine), conferences=(conference,))
        tools = replace(tools, desk=replace(tools.desk, site_secrets=secrets))
        page = ConferencePage(tools)
        opened.append((tools, page, engine))
        page.resize(1100, 700)
        page.show()
        page.join()
        return page

    yield page_on
    for tools, page, engine in opened:
        page.leave()
        close_tools(tools)
        engine.close_all()
        page.deleteLater()


def asked(page: ConferencePage) -> SiteCredentialsDialog:
    wait_until(lambda: isinstance(page.site_credentials.dialog, SiteCredentialsDialog), what="the question")
    dialog = page.site_credentials.dialog
    assert isinstance(dialog, SiteCredentialsDialog)
    return dialog


def state(page: ConferencePage, number: int) -> str:
    return page.meeting.stage.views[number].state.text()


def test_it_is_asked_for_and_opens_the_site(page_on: Callable[..., ConferencePage], secrets: FakeSiteSecrets) -> None:
    engine = FakeMediaEngine()
    engine.refuse(HAIHA.id, RefusalReason.PASSPHRASE_NEEDED)
    page = page_on(engine)
    dialog = asked(page)
    assert HAIHA.name in dialog.words.text() and not dialog.user.isVisible()
    assert not nameless(dialog)
    assert not dialog.join_button.isEnabled()
    QTest.keyClicks(dialog.secret.edit, "ngan")
    QTest.mouseClick(dialog.join_button, Qt.MouseButton.LeftButton)
    assert "10" in dialog.message.text() and dialog.isVisible()
    engine.move_again(HAIHA.id)
    QTest.keyClicks(dialog.secret.edit, " nhung bay gio thi du")
    QTest.keyClick(dialog.secret.edit, Qt.Key.Key_Return)
    wait_until(lambda: state(page, 1) == "Đang phát trực tiếp")
    assert secrets.credentials(HAIHA) == SiteCredentials(passphrase="ngan nhung bay gio thi du")
    assert secrets.keyring and not page.site_credentials.button.isVisible()


def test_what_was_refused_leaves_the_keyring_and_is_not_sent_again(
    page_on: Callable[..., ConferencePage], secrets: FakeSiteSecrets
) -> None:
    wrong = SiteCredentials(passphrase="sai mat khau nay")
    secrets.give(HAIHA, wrong, True)
    assert secrets.credentials(HAIHA) == wrong  # as the real engine asks, when it opens the site
    engine = FakeMediaEngine()
    engine.refuse(HAIHA.id, RefusalReason.WRONG_PASSPHRASE)
    page = page_on(engine)
    dialog = asked(page)
    wait_until(lambda: not secrets.keyring)
    openings = engine.opened.count(HAIHA.id)
    QTest.keyClicks(dialog.secret.edit, "sai mat khau nay")
    QTest.mouseClick(dialog.join_button, Qt.MouseButton.LeftButton)
    assert "vừa từ chối" in dialog.message.text() and not dialog.secret.text()
    assert engine.opened.count(HAIHA.id) == openings
    dialog.reject()
    wait_until(lambda: page.site_credentials.button.isVisible())
    page.site_credentials.button.click()
    assert asked(page).isVisible()


def test_a_camera_asks_for_name_and_password(page_on: Callable[..., ConferencePage], secrets: FakeSiteSecrets) -> None:
    secrets.has_keyring = False
    engine = FakeMediaEngine()
    engine.refuse(BO.id, RefusalReason.NOT_AUTHORISED)
    page = page_on(engine)
    dialog = asked(page)
    wait_until(lambda: not dialog.remember.isVisible())
    assert dialog.user.isVisible() and "yêu cầu" in dialog.words.text()
    engine.move_again(BO.id)
    QTest.keyClicks(dialog.user, "hop")
    QTest.keyClicks(dialog.secret.edit, "bi mat")
    QTest.mouseClick(dialog.join_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: state(page, 0) == "Đang phát trực tiếp")
    assert secrets.credentials(BO) == SiteCredentials(user="hop", password="bi mat") and not secrets.keyring


def test_a_line_in_the_clear_is_asked_about(page_on: Callable[..., ConferencePage], secrets: FakeSiteSecrets) -> None:
    secrets.give(HAIHA, SiteCredentials(passphrase="mat khau cua diem cau"), True)
    engine = FakeMediaEngine()
    engine.refuse(HAIHA.id, RefusalReason.PASSPHRASE_NOT_EXPECTED)
    page = page_on(engine)
    wait_until(lambda: isinstance(page.site_credentials.dialog, QMessageBox))
    box = page.site_credentials.dialog
    assert isinstance(box, QMessageBox) and "không mã hoá" in box.text()
    engine.move_again(HAIHA.id)
    box.buttons()[0].click()
    wait_until(lambda: state(page, 1) == "Đang phát trực tiếp")
    assert secrets.credentials(HAIHA) is None and not secrets.keyring


def test_rules_of_an_srt_receiver_are_not_asked_about(page_on: Callable[..., ConferencePage]) -> None:
    engine = FakeMediaEngine()
    engine.refuse(HAIHA.id, RefusalReason.NOT_AUTHORISED)
    page = page_on(engine)
    wait_until(lambda: "Bị từ chối" in state(page, 1))
    assert page.site_credentials.dialog is None and not page.site_credentials.button.isVisible()


def test_leaving_takes_the_question_away(page_on: Callable[..., ConferencePage]) -> None:
    engine = FakeMediaEngine()
    engine.refuse(HAIHA.id, RefusalReason.PASSPHRASE_NEEDED)
    page = page_on(engine)
    dialog = asked(page)
    page.leave()
    wait_until(lambda: page.site_credentials.dialog is None)
    assert dialog is not None


def test_from_a_wrong_passphrase_to_the_picture(
    page_on: Callable[..., ConferencePage], secrets: FakeSiteSecrets
) -> None:
    """The whole way, on the real engine and a real SRT listener."""
    with SrtListener("đúng mật khẩu rồi", made_stream()) as listener:
        site = Site(SiteId("haiha"), "Điểm cầu tỉnh Hải Hà", listener.address)
        secrets.give(site, SiteCredentials(passphrase="sai mật khẩu rồi"), True)
        sources = {AddressScheme.SRT: srt_sources(LineMemory())}
        engine = VlcMediaEngine(audio_output="adummy", sources=sources, secrets=secrets.credentials)
        page = page_on(engine, Conference("Họp", (site, Site(SiteId("bo"), "Bộ", "rtsp://127.0.0.1:9/khong"))))
        dialog = asked(page)
        assert state(page, 0) == "Bị từ chối: sai mật khẩu điểm cầu"
        calls = listener.calls
        assert "không nhận" in dialog.words.text()
        dialog.secret.edit.setText("đúng mật khẩu rồi")
        dialog.join_button.click()
        wait_until(lambda: page.meeting.stage.views[0].picture.serial, what="the picture")
        assert listener.calls <= calls + 1
