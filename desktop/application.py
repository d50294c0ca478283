"""One run of the desk, told top to bottom: profile, who sits here, window, service, goodbye."""

from __future__ import annotations

import contextlib
import gc
import logging
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from mail import Account
from ui import translations
from ui.application_style import StyleKeeper
from ui.background import Background
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.page_tools import PageTools
from ui.preferences import Preferences
from ui.service_link import ServiceLink
from ui.style import application_icon

from . import bootstrap
from .command_line import CommandLine, find_profile
from .credential_store import KeyringMissing
from .data_folder import DataFolder, DataFolderError, default_root, open_data_folder
from .early_window import EarlyStart, make_application
from .logs import end_log, start_log
from .ministry_profile import MinistryProfile, ProfileError, ProfileMissing, read_profile
from .prepared_service import PreparedService
from .sign_in import NotSignedIn, SignIn
from .single_instance import AlreadyRunning, SingleInstance

if TYPE_CHECKING:
    from ui.service_messages import Begin
    from ui.sign_in_window import SignInEntry, SignInWindow
    from ui.sync_status import SyncStatus

    from .demo_ministry import DemoMinistry
    from .set_aside import SetAside

_log = logging.getLogger(__name__)
_SETTLED_MS = 500
_KEEPING = "keyring"
_OTHER_DESK_SECONDS = 15.0


def run(command_line: CommandLine, start: EarlyStart | None = None) -> int:
    """Open the desk and stay until it is closed; returns the exit status. ``start`` is what went ahead of it."""
    start = start or EarlyStart()
    application = start.application or make_application()
    if command_line.demo:
        return _run_demo(application, command_line)
    try:
        folder = open_data_folder(command_line.data_folder or default_root())
        path = command_line.profile or find_profile()
        if path is None:
            raise ProfileMissing
        profile = read_profile(path)
    except (ProfileError, ProfileMissing, DataFolderError) as error:
        start.close()
        say_error(error)
        return 2
    return _run_desk(application, RunningDesk(profile, folder, start=start), command_line.tour)


def _run_demo(application: QApplication, command_line: CommandLine) -> int:
    """The demo ministry first, then the very same desk on its profile, signed in."""
    from . import demo_ministry

    temporary = Path(tempfile.mkdtemp(prefix="ban-cong-vu-demo-"))
    ministry = demo_ministry.start(temporary / "ministry")
    try:
        folder = open_data_folder(command_line.data_folder or temporary / "data")
        desk = RunningDesk(read_profile(ministry.profile), folder)
        account = Account(ministry.address, ministry.user_name, ministry.owner)
        desk.sign_in.take(account, ministry.password)
        status = _run_desk(application, desk, command_line.tour, ministry)
        desk.sign_in.forget(account)
        return status
    finally:
        ministry.stop()
        shutil.rmtree(temporary, ignore_errors=True)


def _run_desk(
    application: QApplication, desk: RunningDesk, tour: Path | None, ministry: DemoMinistry | None = None
) -> int:
    try:
        if not desk.is_first():
            return 0
    except AlreadyRunning as error:
        say_error(error)
        return 3
    desk.open()
    if tour is not None and ministry is not None:
        from .tour import walk

        status = walk(desk, ministry, tour)
    else:
        status = application.exec()
    desk.close()
    return status


class RunningDesk(QObject):
    """The parts of one run, and their order. Journeys in tests drive this very object."""

    def __init__(
        self,
        profile: MinistryProfile,
        folder: DataFolder,
        sign_in: SignIn | None = None,
        start: EarlyStart | None = None,
    ) -> None:
        super().__init__()
        start = start or EarlyStart()
        self._prepared = PreparedService(start.service)
        self._log = start_log(folder.logs, "desk")
        self.profile, self.folder = profile, folder
        self.background = Background(self)
        self.preferences = start.preferences or Preferences(folder.root, self)
        self.sign_in = sign_in or SignIn(folder, profile.mail, bootstrap.credential_store())
        self.notices = Notices(self)
        self.window: MainWindow | None = start.window
        self.sign_in_window: SignInWindow | None = None
        self.service: ServiceLink | None = None
        self.desk: Desk | None = None
        self._instance = start.instance or SingleInstance(folder.root, self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        translations.install(application, self.preferences.language)  # another language is for the next start
        self._style = StyleKeeper(application, self.preferences)

    def is_first(self) -> bool:
        """Whether no other desk runs on this data folder; if one does, it comes to the front. One that is just
        starting or ending is waited for. Raises `AlreadyRunning` if it does neither."""
        ends = time.monotonic() + _OTHER_DESK_SECONDS
        while not self._instance.is_first():
            if self._instance.ask_first_to_show():
                return False
            if time.monotonic() > ends:
                raise AlreadyRunning
            time.sleep(0.2)
        return True

    def open(self) -> None:
        """The window at once if we know who sits here, else the sign-in."""
        self._wipe_copies()
        account = self.sign_in.remembered_account()
        if account is None:
            self._ask_sign_in(None)
            return
        self._open_window(account)

    def _open_window(self, account: Account) -> None:
        self.desk = bootstrap.desk(
            self.profile,
            self.folder,
            account,
            lambda: self.sign_in.secrets.database_key,
            self._prepared.first_look,
            lambda passphrase: self.sign_in.seal_key(account, passphrase),
        )
        self.service = ServiceLink(lambda: self._prepared.begin(self._begin(account)), self)
        self.window = self.window or MainWindow(self.preferences)
        self.window.furnish(PageTools(self.desk, self.background, self.service, self.preferences, self.notices))
        self.window.painted.connect(self._after_first_paint)
        self.service.status_changed.connect(lambda status: self._heard_status(account, status))
        self.window.closed.connect(QApplication.quit)
        self.window.is_password_refused = lambda password: self.sign_in.is_refused(account, password)
        self.window.password_renewed.connect(
            lambda password: self.background.run(
                self, lambda: self.sign_in.renew_password(account, password), lane=_KEEPING
            )
        )
        self.window.show()

    def _heard_status(self, account: Account, status: SyncStatus) -> None:
        if status.error is None:
            return
        from mail import WrongPassword

        if isinstance(status.error, WrongPassword) and self.sign_in.password_was_refused(account, status.error):
            self.background.run(self, lambda: self.sign_in.forget_refused(account), lane=_KEEPING)

    def _after_first_paint(self) -> None:
        """What the first paint does not need."""
        assert self.service is not None and self.desk is not None
        account = self.desk.account
        if not self.sign_in.secrets_ready.is_set():
            self.background.run(
                self,
                lambda: self._take_secrets(account),
                lambda found: None if found else self._ask_sign_in(account),
                lambda error: self._ask_sign_in(account, error),
            )
        QTimer.singleShot(_SETTLED_MS, self, self._after_first_page)

    def _take_secrets(self, account: Account) -> bool:
        """From the service that read them early, else from the keyring. False: she has to type."""
        early = self._prepared.prepared()
        if early is not None and self.sign_in.take_prepared(early.password, early.database_key):
            return True
        return self.sign_in.from_keyring(account)

    def _after_first_page(self) -> None:
        """What her first page should not have to share the processor with."""
        assert self.service is not None
        gc.enable()
        QApplication.setWindowIcon(application_icon())
        _teach_words()
        self._listen()
        self.service.start()

    def _begin(self, account: Account) -> Begin:
        """Waits (on the link's thread) until she has signed in. Raises `OSError` when nobody will any more."""
        from ui.service_messages import Begin

        try:
            secrets = self.sign_in.secrets
        except NotSignedIn as error:
            raise ConnectionAbortedError("nobody signed in") from error
        kept = self.sign_in.remembered_account()  # she may have signed in with another user name
        if kept is not None and kept.address == account.address:
            account = kept
        return Begin(
            self.folder.root, account, self.profile.mail, self.profile.archive, secrets.password, secrets.database_key
        )

    def _listen(self) -> None:
        """To later starts of the program, which want this one to come to the front."""
        if self._instance.listen():
            self._instance.asked_to_show.connect(lambda: _bring_to_front(self.sign_in_window or self.window))

    # --- signing in ---

    def _ask_sign_in(self, account: Account | None, error: Exception | None = None) -> None:
        """``error`` is why the keyring did not do."""
        from ui.sign_in_window import SignInWindow

        gc.enable()

        has_keyring = self.sign_in.has_keyring()
        address = account.address if account else ""
        self.sign_in_window = window = SignInWindow(
            self.background,
            self.profile.name,
            has_keyring=has_keyring,
            has_local_copy=self.sign_in.has_local_copy(address),
            needs_passphrase=not has_keyring or self.sign_in.has_passphrase(address),
            address=address,
            restore_key=self.sign_in.restore_key if has_keyring else None,
            check=self._check,
        )
        window.signed_in.connect(self._signed_in)
        window.offline_chosen.connect(self._work_offline)
        if account is not None:
            window.address.setReadOnly(True)  # the desk behind this window is hers
            if account.user_name != account.address:
                window.more_button.setChecked(True)
                window.user_name.setText(account.user_name)
                window.password.edit.setFocus()
        _teach_words()
        window.show()
        if self.window is not None:
            self.window.hide()
        if error is not None and not isinstance(error, KeyringMissing):  # the window says that one in its own words
            window.show_refusal(error)
        self._listen()

    def _check(self, entry: SignInEntry) -> None:
        self.sign_in.enter(_account(entry), entry.password, remember=entry.remember, passphrase=entry.passphrase)

    def _signed_in(self, entry: SignInEntry) -> None:
        self._end_sign_in(_account(entry))

    def _work_offline(self, entry: SignInEntry) -> None:
        account = _account(entry)
        self.background.run(
            self,
            lambda: self.sign_in.work_offline(account, entry.passphrase),
            lambda _nothing: self._end_sign_in(account),
            lambda error: self.sign_in_window.show_refusal(error) if self.sign_in_window is not None else None,
        )

    def _end_sign_in(self, account: Account) -> None:
        if self.window is not None and self.desk is not None:
            self.window.show()
        else:
            self._open_window(self.sign_in.remembered_account() or account)
        if self.sign_in_window is not None:
            self.sign_in_window.close()
            self.sign_in_window.deleteLater()
            self.sign_in_window = None
        if self.sign_in.set_aside is not None:
            self._say_what_was_set_aside(self.sign_in.set_aside)
            self.sign_in.set_aside = None

    def _say_what_was_set_aside(self, aside: SetAside) -> None:
        from ui.lost_key_notice import lost_key_words

        self.notices.say(lost_key_words(str(aside.path), aside.unsent))

    # --- goodbye ---

    def _wipe_copies(self) -> None:
        """Attachments that other programs were given, of this run and of one that was killed."""
        from mail import PrivateCopies

        if not PrivateCopies(self.folder.root).wipe():
            _log.warning("some private copies are still open elsewhere; the next start wipes them")

    def close(self) -> None:
        """End the service, wait for what is being written, release the folder."""
        self._instance.stop_listening()  # a desk started from now on waits for the folder
        self.sign_in.give_up()
        self._prepared.close()
        if self.sign_in_window is not None:
            self.sign_in_window.deleteLater()
        if self.service is not None:
            self.service.close()
        self.background.close()
        if self.desk is not None:
            with contextlib.suppress(Exception):
                self.desk.close()
        if self.window is not None:
            self.window.deleteLater()
        self._wipe_copies()
        self._instance.release()
        end_log(self._log)


def _teach_words() -> None:
    from .error_words import teach_error_words

    teach_error_words()


def _account(entry: SignInEntry) -> Account:
    return Account(entry.address, entry.user_name or entry.address)


def _bring_to_front(window: QWidget | None) -> None:
    if window is not None:
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()


def say_error(error: Exception) -> None:
    """A fault before there is a window: one dialog, in words."""
    from ui.spoken_errors import spoken

    _teach_words()
    words = spoken(error)
    box = QMessageBox(QMessageBox.Icon.Critical, "Bàn Công Vụ", words.text)
    box.setInformativeText(words.advice)
    box.exec()
