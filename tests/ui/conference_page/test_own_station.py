"""Being seen and heard through the real page, with the real process and a real receiver; the sites themselves are the
fake engine's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QPoint, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from conference import ConferenceLauncher, Receiver, SiteCredentials
from conference.publishing import (
    TEST_PICTURE,
    TEST_TONE,
    Device,
    DeviceKind,
    DeviceTrouble,
    OwnState,
    PublishRefusal,
    PublishState,
    Shareable,
    ShareKind,
)
from desktop.bootstrap import publisher
from desktop.demo_ministry.sites.receiver import PUBLISHING_PASSWORD, PUBLISHING_USER, DemoReceiver
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.accessible import nameless
from tests.ui.desk_builder import build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.own_document import NotShowable, render_page
from ui.conference_page.own_picture import CORNERS, OwnPicture
from ui.conference_page.own_share_windows import ShareMark, WindowChoice, screens
from ui.conference_page.own_station import OwnStation
from ui.conference_page.own_words import OwnAct, device_name, refusal_words, state_words, trouble_words
from ui.own_sending import OwnSending
from ui.page_tools import PageTools
from ui.style import DARK, Colours, icon_names

ON_AIR = (PublishState.ON_AIR, PublishState.POOR)


class Keyring:
    """What `desktop.own_sending` does with the real one."""

    def __init__(self) -> None:
        self.kept = SiteCredentials()

    def get(self) -> SiteCredentials:
        return self.kept

    def remember(self, credentials: SiteCredentials) -> None:
        self.kept = credentials

    def forget(self) -> None:
        self.kept = SiteCredentials()


@pytest.fixture(scope="module")
def receiver() -> Iterator[DemoReceiver]:
    with DemoReceiver("rtsp") as receiver:
        yield receiver


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, receiver: DemoReceiver, keyring: Keyring) -> Iterator[PageTools]:
    sending = OwnSending(
        Receiver("Máy chủ họp của Bộ", receiver.address), publisher, keyring.get, keyring.remember, keyring.forget
    )
    engine = FakeMediaEngine()
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine), own_sending=sending)
    tools.preferences.remember_word("own_camera", TEST_PICTURE)
    tools.preferences.remember_word("own_microphone", TEST_TONE)
    yield tools
    close_tools(tools)


@pytest.fixture
def page(tools: PageTools) -> ConferencePage:
    page = ConferencePage(tools)
    page.resize(1280, 760)
    page.show()
    page.activateWindow()
    wait_until(page.isActiveWindow)
    return page


def joined(page: ConferencePage) -> OwnStation:
    page.lobby.cards[0].join_button.click()
    assert page.own is not None
    return page.own


def on_air(page: ConferencePage, keyring: Keyring) -> OwnStation:
    keyring.kept = SiteCredentials(PUBLISHING_USER, PUBLISHING_PASSWORD)
    own = joined(page)
    wait_until(lambda: own.state.state in ON_AIR, what="on the air")
    return own


def test_without_a_receiver_there_is_nothing_of_it(qapp: QApplication, tmp_path: Path) -> None:
    engine = FakeMediaEngine()
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine))
    page = ConferencePage(tools)
    page.show()
    page.lobby.cards[0].join_button.click()
    assert page.own is None
    close_tools(tools)


def test_she_is_asked_once_who_she_is_and_then_remembered(page: ConferencePage, keyring: Keyring) -> None:
    own = joined(page)
    wait_until(lambda: own.state.refusal is PublishRefusal.CREDENTIALS_WANTED)
    wait_until(own.notice.isVisible)
    assert own.notice.button.text() == "Nhập mật khẩu…"
    dialog = own.sign_in()
    assert not nameless(dialog)
    dialog.user.setText(PUBLISHING_USER)
    dialog.secret.edit.setText(PUBLISHING_PASSWORD)
    dialog.send.click()
    wait_until(lambda: own.state.state in ON_AIR, what="on the air")
    wait_until(lambda: keyring.kept.password == PUBLISHING_PASSWORD, what="remembered")
    wait_until(lambda: own.notice.words is None or own.notice.words.act is not OwnAct.SIGN_IN)


def test_a_password_that_was_refused_is_forgotten(page: ConferencePage, keyring: Keyring) -> None:
    keyring.kept = SiteCredentials(PUBLISHING_USER, "wrong")
    own = joined(page)
    wait_until(lambda: own.state.refusal is PublishRefusal.NOT_AUTHORISED)
    wait_until(lambda: not keyring.kept.password)


def test_she_sees_herself_and_begins_muted(page: ConferencePage, keyring: Keyring) -> None:
    own = on_air(page, keyring)
    wait_until(lambda: own.picture.has_picture)
    assert own.picture.isVisible()
    assert own.state.muted
    assert own.controls.microphone.text() == "Bật micrô"
    wait_until(lambda: own.controls.meter.level > 0.05)
    wait_until(lambda: own.notice.words is not None and own.notice.words.act is OwnAct.UNMUTE)
    own.notice.button.click()
    wait_until(lambda: own.controls.microphone.text() == "Tắt micrô")
    QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: own.state.muted)


def test_held_space_speaks_and_a_short_one_presses_as_ever(page: ConferencePage, keyring: Keyring) -> None:
    own = on_air(page, keyring)
    button = page.meeting.mute_button
    button.setFocus()
    QTest.keyPress(button, Qt.Key.Key_Space)
    wait_until(lambda: own.talk_key.speaks)
    wait_until(lambda: not own.state.muted)
    QTest.keyRelease(button, Qt.Key.Key_Space)
    wait_until(lambda: own.state.muted)
    assert not button.isChecked()
    QTest.keyPress(button, Qt.Key.Key_Space)
    QTest.keyRelease(button, Qt.Key.Key_Space)
    assert button.isChecked()


def test_the_camera_is_off_when_she_says_so_and_remembered(
    page: ConferencePage, keyring: Keyring, tools: PageTools
) -> None:
    own = on_air(page, keyring)
    own.controls.camera.click()
    wait_until(lambda: not own.state.camera_on)
    assert own.controls.camera.text() == "Bật camera"
    assert tools.preferences.word("own_camera_on") == "0"
    own.controls.camera.click()
    wait_until(lambda: own.state.camera_on)


def test_devices_have_names_and_are_changed_at_once(page: ConferencePage, keyring: Keyring, tools: PageTools) -> None:
    own = on_air(page, keyring)
    dialog = own.choose_devices()
    wait_until(lambda: dialog.microphone.count() > 0)
    assert not nameless(dialog)
    assert dialog.camera.currentText() == "Hình thử (không dùng camera)"
    assert dialog.microphone.currentText() == "Âm thử (không dùng micrô)"
    own.use_device(Device("no-such-source", DeviceKind.MICROPHONE, "Micrô đã rút"))
    wait_until(lambda: own.state.microphone_trouble is not DeviceTrouble.NONE)
    wait_until(lambda: own.notice.words is not None and own.notice.words.act is OwnAct.DEVICES)
    assert tools.preferences.word("own_microphone") == "no-such-source"
    dialog.reject()


def test_a_document_is_shown_page_by_page(page: ConferencePage, keyring: Keyring, tmp_path: Path) -> None:
    own = on_air(page, keyring)
    own.sharing.share_document(pdf(tmp_path / "nghi-dinh.pdf", 3))
    bar = own.sharing.document
    wait_until(lambda: bar.isVisible() and own.state.sharing_pictures)
    assert bar.place.text() == "Trang 1/3"
    assert not bar.back.isEnabled()
    bar.on.click()
    wait_until(lambda: bar.place.text() == "Trang 2/3")
    assert own.controls.share.text() == "Dừng chia sẻ"
    wait_until(lambda: (held := own.publisher.newest_picture()) is not None and not held.from_camera)
    own.controls.share.click()
    wait_until(lambda: not own.state.sharing_pictures)
    assert not bar.isVisible()


def test_what_is_no_document_is_said_and_nothing_is_shared(
    page: ConferencePage, keyring: Keyring, tools: PageTools, tmp_path: Path
) -> None:
    said: list[str] = []
    tools.notices.raised.connect(lambda notice: said.append(notice.text))
    own = on_air(page, keyring)
    (tmp_path / "hong.pdf").write_bytes(b"no document at all")
    own.sharing.share_document(tmp_path / "hong.pdf")
    wait_until(lambda: said)
    assert not own.state.sharing_pictures


def test_leaving_ends_everything(page: ConferencePage, keyring: Keyring) -> None:
    own = on_air(page, keyring)
    page.leave()
    wait_until(lambda: not own.publisher.is_running, what="the process ended")
    assert not own.picture.isVisible()
    assert not own.controls.microphone.isVisibleTo(page)


def test_the_self_view_goes_to_the_corner_it_is_dragged_to(qapp: QApplication, page: ConferencePage) -> None:
    stage = page.meeting.stage
    picture = OwnPicture(stage)
    page._layout.setCurrentWidget(page.meeting)
    picture.show()
    chosen: list[str] = []
    picture.corner_chosen.connect(chosen.append)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    picture.move(5, 5)
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert chosen == ["top-left"]
    assert picture.corner == "top-left"
    picture.use_corner("nonsense")
    assert picture.corner == CORNERS[0]


def test_every_state_has_words_an_icon_and_a_colour() -> None:
    said = set()
    for state in PublishState:
        for refusal in PublishRefusal if state is PublishState.REFUSED else (None,):
            words = state_words(OwnState(state, refusal))
            assert words.icon in icon_names()
            assert words.role in Colours.__dataclass_fields__
            assert getattr(DARK, words.role)
            said.add(words.text)
    assert len(said) >= 14
    for trouble in DeviceTrouble:
        for name in ("camera_trouble", "microphone_trouble", "sharing_trouble"):
            found = trouble_words(OwnState(**{name: trouble}))  # type: ignore[arg-type]
            assert (found is None) == (trouble is DeviceTrouble.NONE)
    assert refusal_words(None)
    assert device_name(Device("x", DeviceKind.CAMERA, "Logitech")) == "Logitech"


def test_screens_and_windows_are_offered_by_name(qapp: QApplication) -> None:
    found = screens()
    assert found
    assert all(one.kind is ShareKind.SCREEN and one.area[2] > 0 for one in found)
    choice = WindowChoice((Shareable("0x1", ShareKind.WINDOW, "Trình chiếu"),))
    chosen: list[Shareable] = []
    choice.chosen.connect(chosen.append)
    choice.share.click()
    assert [one.name for one in chosen] == ["Trình chiếu"]
    assert not WindowChoice(()).share.isEnabled()


def test_the_mark_says_what_is_shared_and_stops_it(qapp: QApplication) -> None:
    mark = ShareMark()
    stopped: list[bool] = []
    mark.stop_asked.connect(lambda: stopped.append(True))
    mark.show_for(screens()[0])
    assert mark.words.text() == "Đang chia sẻ màn hình"
    mark.stop.click()
    assert stopped
    mark.end()
    assert not mark.isVisible()


def test_pages_are_rendered_in_the_size_that_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    page = render_page(pdf(tmp_path / "a.pdf", 2), 1)
    assert (page.image.width(), page.image.height(), page.number, page.count) == (1280, 720, 1, 2)
    with pytest.raises(NotShowable):
        render_page(tmp_path / "missing.pdf", 0)


def pdf(path: Path, pages: int) -> Path:
    writer = QPdfWriter(str(path))
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        painter.drawText(1000, 1000, f"Trang {number + 1}")
    painter.end()
    return path


def test_only_what_is_true_is_said_of_being_seen_and_heard() -> None:
    on_air = OwnState(PublishState.ON_AIR, camera_on=True, muted=False)
    assert state_words(on_air).text == "Đang được thấy và nghe"
    assert state_words(replace(on_air, muted=True)).text == "Đang được thấy"
    without = replace(on_air, camera_trouble=DeviceTrouble.MISSING)
    assert state_words(without).text == "Đang được nghe"
    assert state_words(replace(without, muted=True)).text == "Đã nối, chưa gửi hình và tiếng"
    assert state_words(replace(without, sharing=ShareKind.SCREEN)).text == "Đang được thấy và nghe"
