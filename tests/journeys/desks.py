"""Desks for the tests of faults: opened on a folder, looked at, asked what they say."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.application import RunningDesk
from desktop.credential_store import CredentialStore, KeyringLocked
from desktop.data_folder import DataFolder, open_data_folder
from desktop.ministry_profile import MinistryProfile
from desktop.sign_in import SignIn
from desktop.tour.steps import Walker
from tests.ui.waiting import delete_now
from ui.sync_status import Feature, SyncActivity


class PocketStore(CredentialStore):
    """A keyring in memory, that can be locked."""

    def __init__(self, kept: dict[str, str] | None = None, *, is_locked: bool = False) -> None:
        self.kept = kept if kept is not None else {}
        self.is_locked = is_locked

    def is_there(self) -> bool:
        return True

    def _get(self, name: str) -> str | None:
        self._check()
        return self.kept.get(name)

    def _set(self, name: str, value: str) -> None:
        self._check()
        self.kept[name] = value

    def _forget(self, name: str) -> None:
        self._check()
        self.kept.pop(name, None)

    def _check(self) -> None:
        if self.is_locked:
            raise KeyringLocked


@dataclass
class Place:
    """One person's PC: the folder and the keyring. `open_desk` runs a desk there."""

    profile: MinistryProfile
    root: Path
    store: CredentialStore = field(default_factory=PocketStore)

    @property
    def folder(self) -> DataFolder:
        return open_data_folder(self.root)

    def copied(self, root: Path, *, mail_url: str | None = None) -> Place:
        """The same PC once more, for a test to break."""
        assert isinstance(self.store, PocketStore)
        shutil.copytree(self.root, root)
        profile = self.profile
        if mail_url is not None:
            profile = replace(profile, mail=replace(profile.mail, ews_url=mail_url))
        return Place(profile, root, PocketStore(dict(self.store.kept)))

    @contextlib.contextmanager
    def open_desk(self) -> Iterator[RunningDesk]:
        assert QApplication.instance() or QApplication(["faults"])
        folder = self.folder
        desk = RunningDesk(self.profile, folder, SignIn(folder, self.profile.mail, self.store))
        try:
            assert desk.is_first()
            desk.open()
            yield desk
        finally:
            desk.close()
            delete_now()


def walker_of(desk: RunningDesk) -> Walker:
    assert desk.window is not None
    return Walker(desk.window)


def said_aloud(desk: RunningDesk) -> list[str]:
    """Every sentence that stands in a notice, in a dialog or in the sign-in's message, each place once."""
    said: list[str] = []
    if desk.window is not None:
        said += [bar.notice.text for bar in desk.window.notice_stack.bars if bar.isVisible()]
        said += [
            f"{box.text()} {box.informativeText()}" for box in desk.window.findChildren(QMessageBox) if box.isVisible()
        ]
    if desk.sign_in_window is not None and desk.sign_in_window.message_box.isVisible():
        said.append(desk.sign_in_window.message.text())
    return said


def sees_sentence(desk: RunningDesk, words: str) -> None:
    """Waits until exactly one place says it."""
    look = Walker(desk.window) if desk.window is not None else Walker(None)  # type: ignore[arg-type]
    look.until(lambda: any(words in text for text in said_aloud(desk)), f"“{words}”")
    found = [text for text in said_aloud(desk) if words in text]
    assert len(found) == 1, found


def status_of(desk: RunningDesk, feature: Feature) -> str:
    assert desk.window is not None
    return desk.window.status_line.features[feature].text()


def is_idle(desk: RunningDesk, feature: Feature) -> bool:
    assert desk.service is not None
    status = desk.service.statuses.get(feature)
    return status is not None and status.activity is SyncActivity.IDLE


def can_read_mail(desk: RunningDesk) -> int:
    """Her mails are listed, and one she opens has its text. Returns how many are listed."""
    walker = walker_of(desk)
    page = walker.window.show_page("mail")
    messages = page.message_list.messages
    walker.until(lambda: len(messages.ids) > 0, "mails in the list")
    walker.until(lambda: messages.summary(0) is not None and messages.summary(1) is not None, "their rows")
    for row in (1, 0):
        index = page.message_list.model().index(row, 0)
        page.message_list.scrollTo(index)
        walker.click(page.message_list.viewport(), page.message_list.visualRect(index).center())
    walker.until(lambda: page.reader.body.toPlainText().strip(), "the mail's text")
    return len(messages.ids)


def can_search_documents(
    desk: RunningDesk, words: str = "thong tu 12/2024", number: str = "12/2024/TT-BLĐPTXH"
) -> None:
    walker = walker_of(desk)
    page = walker.window.show_page("documents")
    page.search_bar.words.clear()
    walker.type(page.search_bar.words, words)
    walker.until(
        lambda: page.result_list.results.hits and page.result_list.results.hits[0].summary.number == number,
        f"{number} found",
    )
