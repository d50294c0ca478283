"""Asks for a site's password when the site refuses for want of it, and opens the site again with what was typed.
Nothing is sent a second time by itself. Made by the conference page; shows one dialog at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from conference import (
    AddressScheme,
    ConferenceError,
    ConferenceState,
    RefusalReason,
    Site,
    SiteCredentials,
    SiteId,
    SiteState,
    SiteStatus,
    parse_site_address,
)

from ..page_tools import PageTools
from .meeting_view import MeetingView
from .video_button import video_button

if TYPE_CHECKING:
    from .site_credentials_dialog import SiteCredentialsDialog

_OF_PASSPHRASES = (
    RefusalReason.WRONG_PASSPHRASE,
    RefusalReason.PASSPHRASE_NEEDED,
    RefusalReason.PASSPHRASE_NOT_EXPECTED,
)


class SiteCredentialsAsker(QObject):
    """`look` at every state; `end` with the conference. ``open_again`` opens one site anew."""

    def __init__(
        self, page: QWidget, meeting: MeetingView, tools: PageTools, open_again: Callable[[SiteId], None]
    ) -> None:
        super().__init__(page)
        self._page, self._tools, self._open_again = page, tools, open_again
        self._secrets = tools.desk.site_secrets
        self._waiting: dict[SiteId, SiteStatus] = {}
        self._asked_since: dict[SiteId, float] = {}
        self._had_given: set[SiteId] = set()
        self.dialog: SiteCredentialsDialog | QMessageBox | None = None
        self.button = video_button("lock", self.tr("Mật khẩu điểm cầu"))
        self.button.hide()
        self.button.clicked.connect(self._ask_next)
        meeting.add_control(self.button, "middle", stays=True)

    def look(self, state: ConferenceState) -> None:
        if self._secrets is None:
            return
        for status in state.sites:
            if not _asks(status):
                self._waiting.pop(status.site.id, None)
                continue
            self._waiting[status.site.id] = status
            if self._asked_since.get(status.site.id) == status.since:
                continue
            self._asked_since[status.site.id] = status.since
            self._refused(status)
            if self.dialog is None:
                self._ask(status)
        self.button.setVisible(bool(self._waiting))

    def end(self) -> None:
        self._waiting.clear()
        self._asked_since.clear()
        self.button.hide()
        if self.dialog is not None:
            self.dialog.close()

    def _refused(self, status: SiteStatus) -> None:
        assert self._secrets is not None
        site = status.site
        if self._secrets.has_given(site):
            self._had_given.add(site.id)
            if status.reason is not RefusalReason.PASSPHRASE_NOT_EXPECTED:
                self._secrets.was_refused(site)  # the engine may have said so already
                self._tools.background.run(self, self._secrets.tidy, lane="keyring")
        else:
            self._had_given.discard(site.id)

    def _ask_next(self) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        elif self._waiting:
            self._ask(next(iter(self._waiting.values())))

    def _ask(self, status: SiteStatus) -> None:
        assert self._secrets is not None
        if status.reason is RefusalReason.PASSPHRASE_NOT_EXPECTED:
            self._ask_without(status.site)
            return
        from .site_credentials_dialog import SiteCredentialsDialog

        site, secrets = status.site, self._secrets
        dialog = SiteCredentialsDialog(
            self._words(status),
            passphrase_only=status.reason in _OF_PASSPHRASES,
            is_refused=lambda typed: secrets.is_refused(site, typed),
            parent=self._page,
        )
        dialog.entered.connect(lambda typed, remember: self._give(site, typed, remember))
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        self._tools.background.run(dialog, secrets.can_remember, dialog.allow_remembering, lane="keyring")
        dialog.open()

    def _ask_without(self, site: Site) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Bàn Công Vụ", "", parent=self._page)
        box.setText(self.tr("{site} không mã hoá đường truyền.").format(site=site.name))
        box.setInformativeText(
            self.tr(
                "Máy này có mật khẩu của điểm cầu. Vào họp không mật khẩu thì hình và tiếng đi qua mạng không mã hoá."
            )
        )
        without = box.addButton(self.tr("Vào không mật khẩu"), QMessageBox.ButtonRole.AcceptRole)
        without.clicked.connect(lambda: self._give(site, None, False))
        box.addButton(self.tr("Thôi"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(self._closed)
        self.dialog = box
        box.open()

    def _words(self, status: SiteStatus) -> str:
        site = status.site
        if status.reason is RefusalReason.PASSPHRASE_NEEDED:
            return self.tr("{site} yêu cầu mật khẩu đường truyền.").format(site=site.name)
        if status.reason is RefusalReason.WRONG_PASSPHRASE:
            return self.tr("{site} không nhận mật khẩu vừa dùng. Xin nhập mật khẩu khác.").format(site=site.name)
        if site.id in self._had_given:
            return self.tr("{site} không nhận tên đăng nhập hoặc mật khẩu vừa dùng. Xin nhập lại.").format(
                site=site.name
            )
        return self.tr("{site} yêu cầu tên đăng nhập và mật khẩu.").format(site=site.name)

    def _give(self, site: Site, typed: SiteCredentials | None, remember: bool) -> None:
        secrets = self._secrets
        assert secrets is not None

        def given(kept: bool) -> None:
            if not kept:
                self._tools.notices.say_in_status(
                    self.tr("Máy này không ghi nhớ được mật khẩu điểm cầu; mật khẩu chỉ dùng cho lần này.")
                )
            self._open_again(site.id)

        self._tools.background.run(self, lambda: secrets.give(site, typed, remember), given, lane="keyring")

    def _closed(self) -> None:
        self.dialog = None


def _asks(status: SiteStatus) -> bool:
    """Whether a password could help. What an SRT receiver's own rules refuse (1403 …) has none to be asked for."""
    if status.state is not SiteState.REFUSED:
        return False
    if status.reason is not RefusalReason.NOT_AUTHORISED:
        return status.reason in _OF_PASSPHRASES
    try:
        return parse_site_address(status.site.address).scheme is not AddressScheme.SRT
    except ConferenceError:
        return False
