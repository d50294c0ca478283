"""Bad input and faults, through the running application: each says one clear sentence, and what was there is there."""

from __future__ import annotations

import hashlib
import resource
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from conference import Site, SiteId
from desktop import demo_ministry
from desktop.application import RunningDesk
from desktop.demo_ministry import DemoMinistry
from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from desktop.error_words import teach_error_words
from desktop.ministry_profile import read_profile
from mail import Account
from ui.password_dialog import PasswordDialog
from ui.sync_status import Feature, SyncActivity

from .desks import (
    Place,
    PocketStore,
    can_read_mail,
    can_search_documents,
    is_idle,
    said_aloud,
    sees_sentence,
    status_of,
    walker_of,
)
from .line import Line

pytestmark = [
    pytest.mark.whole_program,
    pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning"),
]

NUMBER = "12/2024/TT-BLĐPTXH"


@pytest.fixture(scope="module")
def ministry() -> Iterator[DemoMinistry]:
    folder = Path(tempfile.mkdtemp(prefix="faults-ministry-"))
    ministry = demo_ministry.start(folder, sites=False)
    yield ministry
    ministry.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def line(ministry: DemoMinistry) -> Iterator[Line]:
    line = Line(ministry.mailbox.port)
    yield line
    line.cut()


@pytest.fixture(scope="module")
def office(ministry: DemoMinistry, line: Line) -> Iterator[Place]:
    """Her PC after a first good day: everything synced. Tests break copies of it."""
    teach_error_words()
    folder = Path(tempfile.mkdtemp(prefix="faults-office-"))
    profile = read_profile(ministry.profile)
    url = ministry.mailbox.url.replace(str(ministry.mailbox.port), str(line.port))
    profile = replace(profile, mail=replace(profile.mail, ews_url=url))
    office = Place(profile, folder / "data")
    account = Account(ministry.address, ministry.user_name, ministry.owner)
    with office.open_desk() as first:
        first.sign_in.take(account, ministry.password)
        if first.sign_in_window is not None:
            first._end_sign_in(account)
        walker_of(first).until(lambda: is_idle(first, Feature.MAIL) and is_idle(first, Feature.ARCHIVE), "all synced")
    yield office
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def shared_place(office: Place) -> Iterator[Place]:
    folder = Path(tempfile.mkdtemp(prefix="faults-shared-"))
    yield office.copied(folder / "data")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def desk(shared_place: Place) -> Iterator[RunningDesk]:
    """One desk for the faults that pass by themselves."""
    with shared_place.open_desk() as desk:
        walker_of(desk).until(
            lambda: is_idle(desk, Feature.MAIL) and is_idle(desk, Feature.ARCHIVE), "the desk at rest"
        )
        yield desk


@pytest.fixture
def calm(desk: RunningDesk, ministry: DemoMinistry) -> Iterator[RunningDesk]:
    """The shared desk, with nothing said yet; afterwards the world is whole again."""
    assert desk.window is not None
    _forget_what_was_said(desk)
    yield desk
    ministry.portal.come_back()
    desk.window.refresh()
    walker_of(desk).until(lambda: is_idle(desk, Feature.MAIL) and is_idle(desk, Feature.ARCHIVE), "all well again")


def _forget_what_was_said(desk: RunningDesk) -> None:
    assert desk.window is not None
    for bar in list(desk.window.notice_stack.bars):
        bar.gone.emit()
    for box in desk.window.findChildren(QMessageBox):
        box.close()
    QApplication.processEvents()


# --- the mail server --------------------------------------------------------------------------------------------------


def test_first_start_asks_who_she_is_and_the_second_goes_straight_in(
    office: Place, ministry: DemoMinistry, tmp_path: Path
) -> None:
    place = Place(office.profile, tmp_path / "data")
    failed = ministry.mailbox.failed_sign_ins
    with place.open_desk() as desk:
        sign_in = desk.sign_in_window
        assert sign_in is not None and desk.window is None and sign_in.isVisible()
        sign_in.address.setText(ministry.address)
        sign_in.more_button.setChecked(True)
        sign_in.user_name.setText(ministry.user_name)
        sign_in.password.edit.setText("sai mật khẩu")
        sign_in.sign_in_button.click()
        sees_sentence(desk, "Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu này.")
        assert ministry.mailbox.failed_sign_ins == failed + 1
        assert place.store.kept == {}  # type: ignore[attr-defined]
        sign_in.password.edit.setText(ministry.password)
        sign_in.sign_in_button.click()
        _until(lambda: desk.window is not None and desk.window.isVisible(), "the window")
        assert desk.sign_in_window is None
        assert can_read_mail(desk)
    with place.open_desk() as again:
        assert again.window is not None and again.sign_in_window is None
        assert can_read_mail(again)
        assert again.sign_in_window is None


def _until(look: object, what: str) -> None:
    from desktop.tour.steps import Walker

    Walker(None).until(look, what)  # type: ignore[arg-type]


def test_a_refused_password_is_said_once_and_a_new_one_goes_on(
    office: Place, ministry: DemoMinistry, tmp_path: Path
) -> None:
    place = office.copied(tmp_path / "data")
    assert isinstance(place.store, PocketStore)
    key = f"{ministry.address}/password"
    place.store.kept[key] = "mật khẩu cũ"
    failed = ministry.mailbox.failed_sign_ins
    with place.open_desk() as desk:
        sees_sentence(desk, "Máy chủ thư không nhận mật khẩu đã lưu.")
        assert desk.window is not None
        assert can_read_mail(desk)
        can_search_documents(desk)
        desk.window.refresh()
        assert ministry.mailbox.failed_sign_ins == failed + 1  # a domain account locks
        (bar,) = [bar for bar in desk.window.notice_stack.bars if bar.action_button is not None]
        assert bar.action_button is not None
        bar.action_button.click()
        (dialog,) = desk.window.findChildren(PasswordDialog)
        dialog.field.edit.setText(ministry.password)
        dialog.accept_button.click()
        walker_of(desk).until(lambda: is_idle(desk, Feature.MAIL), "the mail synced with the new password")
        walker_of(desk).until(lambda: place.store.kept.get(key) == ministry.password, "it in the keyring")  # type: ignore[attr-defined]
    assert ministry.mailbox.failed_sign_ins == failed + 1


def test_without_the_mail_server_she_goes_on_and_it_is_caught_up(
    calm: RunningDesk, ministry: DemoMinistry, line: Line
) -> None:
    walker = walker_of(calm)
    window = walker.window
    arrived = ministry.mailbox.deliver(subject="Thu truoc khi mat mang")
    page = window.show_page("mail")
    messages = page.message_list.messages
    window.refresh()
    walker.until(
        lambda: messages.ids and (top := messages.summary(0)) is not None and "mat mang" in top.subject, "the mail"
    )
    walker.until(lambda: is_idle(calm, Feature.MAIL), "its body here")
    line.cut()
    try:
        window.refresh()
        walker.until(lambda: "ngoại tuyến" in status_of(calm, Feature.MAIL), "offline said in the status line")
        assert said_aloud(calm) == []  # a state, no alarm
        index = page.message_list.model().index(0, 0)
        walker.click(page.message_list.viewport(), page.message_list.visualRect(index).center())
        walker.until(lambda: "Em gửi chị thư thử" in page.reader.body.toPlainText(), "the text, offline")
        count = len(messages.ids)
        walker.until(lambda: (top := messages.summary(0)) is not None and top.is_read, "it read here")
        index = page.message_list.model().index(1, 0)
        second = messages.ids[1]
        walker.click(page.message_list.viewport(), page.message_list.visualRect(index).center())
        QTest.keyClick(page.message_list, Qt.Key.Key_Delete)
        walker.until(lambda: len(messages.ids) == count - 1 and second not in messages.ids, "it gone here")
        there = ministry.mailbox.item(arrived)
        assert there is not None and not there.is_read
    finally:
        line.restore()
    window.refresh()
    walker.until(lambda: (item := ministry.mailbox.item(arrived)) is not None and item.is_read, "it read there")
    walker.until(lambda: str(second) not in {item.id for item in ministry.mailbox.items("inbox")}, "it gone there")
    walker.until(lambda: is_idle(calm, Feature.MAIL), "online again")


def test_an_untrusted_certificate_gets_no_password(office: Place, tmp_path: Path) -> None:
    story = MailboxStory(owner=Correspondent("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example"))
    with DemoMailbox(story, tls=True) as box, office.copied(tmp_path / "data", mail_url=box.url).open_desk() as desk:
        sees_sentence(desk, "Chứng thư số của máy chủ 127.0.0.1 không được tin cậy, nên mật khẩu chưa được gửi đi.")
        _forget_what_was_said(desk)
        assert can_read_mail(desk)
        can_search_documents(desk)
        assert desk.service is not None
        assert box.sign_in_attempts == 0
        # It is tried again by itself, but not said again by itself.
        statuses = []
        desk.service.status_changed.connect(statuses.append)
        walker_of(desk).until(
            lambda: [s for s in statuses if s.feature is Feature.MAIL and s.activity is SyncActivity.FAILED], "a retry"
        )
        assert said_aloud(desk) == []


# --- the portal -------------------------------------------------------------------------------------------------------


def test_a_damaged_download_is_dropped(calm: RunningDesk, ministry: DemoMinistry) -> None:
    ministry.portal.amend(NUMBER, replace=("Điều 1.", "Điều 1. (một)"))
    ministry.portal.damage_next_download(1000)
    walker_of(calm).window.refresh()

    sees_sentence(calm, "tải về không đúng với chữ ký nên bị bỏ.")
    can_search_documents(calm)


def test_an_older_feed_is_not_taken(calm: RunningDesk, ministry: DemoMinistry) -> None:
    walker = walker_of(calm)
    ministry.portal.amend(NUMBER, replace=("Điều 2.", "Điều 2. (hai)"))
    taken: list[object] = []
    assert calm.service is not None
    calm.service.archive_changed.connect(taken.append)
    walker.window.refresh()
    walker.until(lambda: taken and is_idle(calm, Feature.ARCHIVE), "the amendment taken")
    ministry.portal.roll_back()
    walker.window.refresh()

    sees_sentence(calm, "Cổng văn bản đưa ra một bản cũ hơn bản máy này đã có")
    can_search_documents(calm)


def test_a_feed_signed_by_a_stranger_is_not_taken(calm: RunningDesk, ministry: DemoMinistry) -> None:
    ministry.portal.sign_by_stranger()
    walker_of(calm).window.refresh()

    sees_sentence(calm, "Nguồn văn bản do người lạ ký, không phải cổng đã đăng ký")
    can_search_documents(calm)


def test_without_the_portal_the_archive_is_searched_as_ever(calm: RunningDesk, ministry: DemoMinistry) -> None:
    ministry.portal.go_offline()
    walker_of(calm).window.refresh()

    walker_of(calm).until(lambda: "ngoại tuyến" in status_of(calm, Feature.ARCHIVE), "offline in the status line")
    can_search_documents(calm)
    assert said_aloud(calm) == []


# --- this PC ----------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_room_lets_it_go_on(calm: RunningDesk, ministry: DemoMinistry) -> None:
    """A limit on the size of the service's files, as a quota sets it."""
    walker = walker_of(calm)
    before = can_read_mail(calm)
    connection = calm.service._connection  # type: ignore[union-attr]
    _, most = resource.prlimit(connection.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(connection.pid, resource.RLIMIT_FSIZE, (4096, most))
    try:
        ministry.mailbox.deliver(subject="Thư lớn", text="Nội dung dài. " * 20_000)
        ministry.portal.amend(NUMBER, replace=("Điều 3.", "Điều 3. (ba)"))
        walker.window.refresh()
        sees_sentence(calm, "Đĩa đã đầy, không ghi thêm được vào kho thư.")
        sees_sentence(calm, "Đĩa đã đầy, không ghi thêm được vào kho văn bản.")
        _forget_what_was_said(calm)
        assert can_read_mail(calm) == before
        can_search_documents(calm)
    finally:
        resource.prlimit(connection.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, most))
    walker.window.refresh()
    walker.until(
        lambda: len(walker.window.page("mail").message_list.messages.ids) == before + 1, "the mail, once there was room"
    )


def test_without_a_keyring_it_works_for_the_session_and_nothing_is_written(
    office: Place, ministry: DemoMinistry, tmp_path: Path
) -> None:
    import keyring
    from keyring.backends import fail

    from desktop.credential_store import CredentialStore

    passphrase = "bốn từ chẳng liên quan"
    place = Place(office.profile, tmp_path / "data", CredentialStore())
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        with place.open_desk() as desk:
            sign_in = desk.sign_in_window
            assert sign_in is not None and sign_in.no_keyring.isVisible() and sign_in.passphrase_again.isVisible()
            sign_in.address.setText(ministry.address)
            sign_in.more_button.setChecked(True)
            sign_in.user_name.setText(ministry.user_name)
            sign_in.password.edit.setText(ministry.password)
            sign_in.passphrase.edit.setText(passphrase)
            sign_in.passphrase_again.edit.setText(passphrase)
            sign_in.sign_in_button.click()
            _until(lambda: desk.window is not None, "the window")
            assert can_read_mail(desk)
            key = desk.sign_in.secrets.database_key
        written = b"".join(path.read_bytes() for path in place.root.rglob("*") if path.is_file())
        for secret in (ministry.password, passphrase, key.hex(), "Đề nghị"):
            assert secret.encode() not in written
        assert key not in written

        with place.open_desk() as desk:
            _until(lambda: desk.sign_in_window is not None, "the sign-in")
            sign_in = desk.sign_in_window
            assert sign_in is not None and desk.window is not None and not desk.window.isVisible()
            assert sign_in.user_name.text() == ministry.user_name
            sign_in.password.edit.setText(ministry.password)
            sign_in.passphrase.edit.setText("một cụm khác hẳn")
            sign_in.sign_in_button.click()
            sees_sentence(desk, "Cụm mật khẩu này không mở được hộp thư đã lưu trên máy.")
            sign_in.password.edit.clear()
            sign_in.passphrase.edit.setText(passphrase)
            sign_in.offline_button.click()  # without the server
            _until(lambda: desk.window is not None and desk.window.isVisible(), "the window")
            assert can_read_mail(desk)
    finally:
        keyring.set_keyring(before)


def test_a_store_of_the_keyrings_key_is_not_lost_while_the_keyring_is_away(
    office: Place, ministry: DemoMinistry, tmp_path: Path
) -> None:
    import keyring
    from keyring.backends import fail

    from desktop.credential_store import CredentialStore

    place = office.copied(tmp_path / "data")
    kept, place.store = place.store, CredentialStore()
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        with place.open_desk() as desk:
            _until(lambda: desk.sign_in_window is not None, "the sign-in")
            sign_in = desk.sign_in_window
            assert sign_in is not None
            sign_in.password.edit.setText(ministry.password)
            sign_in.passphrase.edit.setText("bốn từ chẳng liên quan")
            sign_in.sign_in_button.click()
            sees_sentence(desk, "Khoá của kho thư trên máy này nằm trong kho khoá của hệ thống")
    finally:
        keyring.set_keyring(before)
    place.store = kept
    with place.open_desk() as desk:
        assert can_read_mail(desk)
        assert desk.sign_in_window is None


def test_a_locked_keyring_is_said_and_opened_she_goes_on(office: Place, ministry: DemoMinistry, tmp_path: Path) -> None:
    place = office.copied(tmp_path / "data")
    assert isinstance(place.store, PocketStore)
    place.store.is_locked = True
    with place.open_desk() as desk:
        sees_sentence(desk, "Kho khoá của hệ thống đang khoá nên chưa lấy được mật khẩu.")
        sign_in = desk.sign_in_window
        assert sign_in is not None
        place.store.is_locked = False
        sign_in.password.edit.setText(ministry.password)
        sign_in.sign_in_button.click()
        _until(lambda: desk.window is not None and desk.window.isVisible(), "the window")
        assert can_read_mail(desk)


def test_closed_at_the_sign_in_it_ends_quietly(office: Place, tmp_path: Path) -> None:
    place = office.copied(tmp_path / "data")
    assert isinstance(place.store, PocketStore)
    place.store.is_locked = True
    with place.open_desk() as desk:
        sees_sentence(desk, "Kho khoá của hệ thống đang khoá")
        _until(lambda: desk.service is not None, "the service asked for")
        _until(lambda: desk._instance._server is not None, "the desk settled")
    assert desk.sign_in._secrets is None


def test_a_store_of_another_key_is_left_alone(office: Place, ministry: DemoMinistry, tmp_path: Path) -> None:
    place = office.copied(tmp_path / "data")
    assert isinstance(place.store, PocketStore)
    place.store.kept[f"{ministry.address}/database-key"] = "ab" * 32
    store = place.folder.mail_store(ministry.address)
    before = hashlib.sha256(store.read_bytes()).digest()
    with place.open_desk() as desk:
        sees_sentence(desk, "Kho thư trên máy này không mở được bằng khoá hiện có.")
        _forget_what_was_said(desk)
        can_search_documents(desk)
    assert hashlib.sha256(store.read_bytes()).digest() == before


def test_a_damaged_mailbox_is_said_and_left_alone(office: Place, ministry: DemoMinistry, tmp_path: Path) -> None:
    place = office.copied(tmp_path / "data")
    store = place.folder.mail_store(ministry.address)
    _damage(store)
    before = hashlib.sha256(store.read_bytes()).digest()
    with place.open_desk() as desk:
        sees_sentence(desk, "Tệp kho thư trên máy này bị hỏng.")
        _forget_what_was_said(desk)
        can_search_documents(desk)
    assert hashlib.sha256(store.read_bytes()).digest() == before


def test_a_damaged_archive_is_said_and_mail_goes_on(office: Place, tmp_path: Path) -> None:
    place = office.copied(tmp_path / "data")
    (store,) = [path for path in place.folder.archive.iterdir() if path.suffix in (".db", ".sqlite")]
    _damage(store)
    with place.open_desk() as desk:
        walker_of(desk).window.show_page("documents")
        sees_sentence(desk, "Tệp kho văn bản trên máy này bị hỏng.")
        _forget_what_was_said(desk)
        assert can_read_mail(desk)


def _damage(store: Path) -> None:
    for beside in (store.with_name(store.name + "-wal"), store.with_name(store.name + "-shm")):
        beside.unlink(missing_ok=True)
    content = bytearray(store.read_bytes())
    content[16 : len(content) // 2] = bytes(byte ^ 0x5A for byte in content[16 : len(content) // 2])
    store.write_bytes(content)


# --- the conference ---------------------------------------------------------------------------------------------------


def test_without_libvlc_everything_else_works(calm: RunningDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "vlc", None)
    page = walker_of(calm).window.show_page("conference")
    page.join()

    sees_sentence(calm, "Máy này chưa có thư viện VLC (libVLC), nên chưa xem được cuộc họp.")
    assert not page.is_running and "VLC" in page.lobby.message.text()
    _forget_what_was_said(calm)
    assert can_read_mail(calm)
    can_search_documents(calm)


def test_a_stream_of_another_scheme_is_not_opened(calm: RunningDesk) -> None:
    page = walker_of(calm).window.show_page("conference")
    conference = calm.profile.conferences[0]
    page.join(replace(conference, sites=(conference.sites[0], Site(SiteId("x"), "Điểm cầu lạ", "file:///etc/passwd"))))

    strange = page.meeting.stage.views[1]
    walker_of(calm).until(lambda: strange.state.text().startswith("Bị từ chối: "), "the refusal at its site")
    page.leave()
    assert not page.is_running


# --- before there is a window -----------------------------------------------------------------------------------------


def test_a_damaged_profile_names_line_and_key(ministry: DemoMinistry, tmp_path: Path) -> None:
    from desktop.application import say_error
    from desktop.ministry_profile import ProfileError, ProfileMissing

    assert QApplication.instance() or QApplication(["faults"])
    text = ministry.profile.read_text(encoding="utf-8").replace("poll_seconds = 5", 'poll_seconds = "năm"')
    broken = tmp_path / "ministry.toml"
    broken.write_text(text, encoding="utf-8")
    (tmp_path / "root.json").write_bytes(ministry.portal.trust_root)
    line = 1 + text[: text.index("poll_seconds")].count("\n")
    with pytest.raises(ProfileError) as caught:
        read_profile(broken)
    heard: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        heard.append(f"{box.text()} {box.informativeText()}")
        box.accept()

    for error in (caught.value, ProfileMissing()):
        QTimer.singleShot(0, answer)
        say_error(error)

    assert f"dòng {line}, khoá “archive.poll_seconds”: sai kiểu giá trị" in heard[0]
    assert "Máy này chưa có hồ sơ của bộ" in heard[1]
