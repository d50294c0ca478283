"""What the window is given: one desk, its ministry, its person, and the three features behind doors that open late.

Built by `desktop.bootstrap`; pages receive it and open what they need with `ui.background`, after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from conference import Conference, ConferenceCheck, ConferenceLauncher, Recording, SiteSecretStore
    from docs_archive import Archive
    from mail import Account, FirstLook, Mailbox

    from .own_sending import OwnSending
    from .screen_awake import ScreenAwake


@dataclass(frozen=True)
class Desk:
    """``open_mailbox`` and ``open_archive`` load the database libraries: call them (through the properties) on a
    worker, never on the window's thread."""

    ministry: str
    ministry_short: str
    account: Account
    conferences: tuple[Conference, ...]
    open_mailbox: Callable[[], Mailbox]
    open_archive: Callable[[], Archive]
    make_launcher: Callable[[], ConferenceLauncher]
    data_folder: Path
    service_hosts: tuple[tuple[str, str], ...] = ()
    """The ministry's own hosts of outside conference services, as its profile names them: (service, host)."""
    own_domains: tuple[str, ...] = ()
    """The ministry's mail domains, lower case."""
    private_domains: tuple[str, ...] = ()
    """Domains of mailboxes anybody can have."""
    largest_attachment: int = 25_000_000
    """Bytes that one mail may carry."""
    signature_template: str = ""
    """The unit's form of a signature: lines with {name}, {position}, {unit}, {phone}, {address}, {ministry}."""
    seal_key: Callable[[str], bytes] | None = None
    """The recovery copy of the mailbox's key under a passphrase, for a file: call it on a worker."""
    convert_recording: Callable[[Recording], Iterator[tuple[float, Path | None]]] | None = None
    """One MP4 of each site of a recording: how far it is, and each file that is done."""
    own_sending: OwnSending | None = None
    """How one's own picture and sound are sent; None where the profile names no receiver."""
    screen_awake: ScreenAwake | None = None
    """Keeps the screen on while a conference runs, where the system can."""
    make_check: Callable[[], ConferenceCheck] = lambda: _not_on_this_desk()
    """The check before joining, with players of its own: call it on a worker."""
    site_secrets: SiteSecretStore | None = None
    """What opens the sites' streams."""
    first_look: Callable[[bool], FirstLook | None] = lambda wait: None
    """The Inbox's first rows, if the service read them while the window was loading. True waits: on a worker."""

    @cached_property
    def _lock(self) -> Lock:
        return Lock()

    @cached_property
    def _opened(self) -> dict[str, object]:
        return {}

    @property
    def mailbox(self) -> Mailbox:
        """The local mailbox, opened on first use. Raises `mail.StoreError`."""
        with self._lock:
            if "mailbox" not in self._opened:
                self._opened["mailbox"] = self.open_mailbox()
            return self._opened["mailbox"]  # type: ignore[return-value]

    @property
    def archive(self) -> Archive:
        """The local archive, opened on first use. Raises `docs_archive.ArchiveStoreError`."""
        with self._lock:
            if "archive" not in self._opened:
                self._opened["archive"] = self.open_archive()
            return self._opened["archive"]  # type: ignore[return-value]

    def close(self) -> None:
        with self._lock:
            for opened in self._opened.values():
                opened.close()  # type: ignore[attr-defined]
            self._opened.clear()


def _not_on_this_desk() -> NoReturn:
    raise NotImplementedError("this desk was built without it")
