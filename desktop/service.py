"""The second process: both syncs and the indexing, so that what holds the interpreter long does not hold the window.

The same executable with ``--service``. Its first message (`Begin`) brings the secrets over the inherited pipe; the end
of that pipe, however the window died, is its own end.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from mail import ItemGone, MailError, Refused, WrongPassword, is_same_mailbox
from ui.service_messages import (
    Ask,
    Begin,
    CheckSignIn,
    LawEvent,
    MailEvent,
    NewPassword,
    ReadFeedFrom,
    Refresh,
    Reindex,
    SignedIn,
    SignInFailed,
    StandBack,
    Stop,
    read_message,
)
from ui.sync_status import Feature, SyncActivity, SyncStatus

from . import bootstrap
from .answering import Answering
from .data_folder import DataFolder
from .file_indexing import FileIndexing
from .logs import start_log
from .mail_listener import MailListener
from .shared_listeners import Folders, SharedListeners
from .sync_loop import SyncLoop

if TYPE_CHECKING:  # what loads the databases loads when it is needed: the window waits for what is prepared
    from docs_archive import ArchiveSync
    from mail import FolderId, JoinedAttachmentIndexer, MailboxGateway, MailboxSync, SharedMailSync

_log = logging.getLogger(__name__)
_GRACE = 3.0
"""Seconds that a round under way gets to end; every store is safe without them."""


class Service:
    """Both loops and the verbs of the window. Runs in-process in tests, as a process in life."""

    def __init__(self, begin: Begin, send: Callable[[object], None]) -> None:
        self._begin = begin
        self._folder = DataFolder(begin.data_folder)
        self._password = begin.password
        self._gateway: MailboxGateway | None = None
        self._gateway_lock = threading.Lock()
        self._discarded: list[MailboxGateway] = []
        self.mail = SyncLoop(Feature.MAIL, self._mail_sync, MailEvent, begin.mail.poll_interval, self._tell_of_mail)
        self.archive = SyncLoop(Feature.ARCHIVE, self._archive_sync, LawEvent, begin.archive.poll_interval, send)
        self._shared = SyncLoop(
            Feature.MAIL, self._shared_mail_sync, MailEvent, begin.mail.poll_interval, self._tell_of_shared
        )
        self._listener = MailListener(self._folder_ids_and_gateway, self.mail.wake, self.mail.news)
        self._shared_listeners = SharedListeners(
            self._shared_folders, self._shared_gateway, self._shared.wake, self._shared.news
        )
        self._shared_gateways: dict[str, tuple[MailboxGateway, MailboxGateway]] = {}
        self._answering = Answering(self._present_gateway, send, self.mail.wake)
        self._send = send
        self._files = FileIndexing(self._file_indexer, lambda: self.mail.is_at_rest)

    def start(self) -> None:
        self.mail.start()
        self.archive.start()
        self._shared.start()
        self._listener.start()
        self._shared_listeners.start()
        self._files.start()

    def handle(self, message: object) -> bool:
        """Do what the window asks. False: it asked to end."""
        match message:
            case Refresh(mail, archive):
                if mail:
                    self.mail.act()
                    self._shared.act()
                if archive:
                    self.archive.act()
            case StandBack(on):
                self.mail.stand_back(on)
                self.archive.stand_back(on)
                self._shared.stand_back(on)
            case Ask():
                self._answering.ask(message)
            case NewPassword(password):
                self._take_password(password)
                self.mail.begin_anew()
                self._shared.begin_anew()
            case ReadFeedFrom(folder):
                self.archive.do(lambda sync: sync.round_from(folder))
            case Reindex():
                self.archive.do(lambda sync: sync.reindex())
            case Stop():
                return False
            case _:
                _log.warning("an unknown message: %s", type(message).__name__)
        return True

    def stop(self) -> None:
        for part in (
            self._answering,
            self._files,
            self.mail,
            self.archive,
            self._shared,
            self._listener,
            self._shared_listeners,
        ):
            part.stop()
        if self._gateway is not None:
            with contextlib.suppress(Exception):  # nothing may keep the process from ending
                self._gateway.close()
        self.mail.join(_GRACE)
        self.archive.join(_GRACE)

    def _mail_sync(self) -> MailboxSync:
        gateway = self._present_gateway()
        while self._discarded:  # here, where no round uses them any more
            self._discarded.pop().close()
        path = self._folder.mail_store(self._begin.account.address)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return bootstrap.mail_sync(
            gateway, self._folder, self._begin.account, self._begin.database_key, self._begin.mail
        )

    def _shared_mail_sync(self) -> SharedMailSync:
        account, key = self._begin.account, self._begin.database_key
        return bootstrap.shared_mail_sync(
            self._present_gateway, self._folder, account, key, self._begin.mail, lambda: bool(self.mail.last_synced)
        )

    def _tell_of_shared(self, message: object) -> None:
        """How it stands with the mail is her own mailbox's to say."""
        if not isinstance(message, SyncStatus):
            self._send(message)
        elif message.activity is SyncActivity.IDLE:
            self._shared_listeners.look()
        elif isinstance(message.error, WrongPassword):
            self.mail.wake()  # it meets the shut gate and says so: a service that starts anew must not send it again

    def _shared_folders(self) -> Folders:
        if not self.mail.last_synced:
            return {}  # hers comes first
        mailbox = bootstrap.mailbox(self._folder, self._begin.account, self._begin.database_key)
        try:
            return mailbox.shared_folders()
        finally:
            mailbox.close()

    def _shared_gateway(self, address: str) -> MailboxGateway:
        """For listening: its streams have connections of their own. Another one after a new password."""
        present = self._present_gateway()
        known = self._shared_gateways.get(address)
        if known is None or known[0] is not present:
            known = self._shared_gateways[address] = (present, present.of(address))
        return known[1]

    def _present_gateway(self) -> MailboxGateway:
        """One for each password: after a refusal it keeps its gate shut, for the sync and for questions alike."""
        with self._gateway_lock:
            if not self._password:  # she works on the local copy: an empty password would count at the server
                raise WrongPassword(self._begin.account.user_name, "")
            if self._gateway is None:
                self._gateway = bootstrap.mailbox_gateway(self._begin.mail, self._begin.account, self._password)
            return self._gateway

    def _take_password(self, password: str) -> None:
        with self._gateway_lock:
            if password == self._password:
                return  # if it was refused, the present gateway's gate is shut and stays so
            self._password = password
            if self._gateway is not None:
                self._discarded.append(self._gateway)
            self._gateway = None

    def _tell_of_mail(self, message: object) -> None:
        self._send(message)
        if isinstance(message, SyncStatus) and message.activity is SyncActivity.IDLE:
            self._files.wake()
            self._shared.wake()

    def _file_indexer(self) -> JoinedAttachmentIndexer:
        return bootstrap.attachment_indexer(self._folder, self._begin.account, self._begin.database_key)

    def _archive_sync(self) -> ArchiveSync:
        return bootstrap.archive_sync(self._folder, self._begin.archive)

    def _folder_ids_and_gateway(self) -> tuple[list[FolderId], MailboxGateway] | None:
        """What there is to listen to, once the folders are known: a first round goes on long after that."""
        if not self.mail.has_begun or self._gateway is None:
            return None
        mailbox = bootstrap.mailbox(self._folder, self._begin.account, self._begin.database_key)
        try:
            folder_ids = [one.id for one in mailbox.folders() if is_same_mailbox(one.id, "")]  # hers: one server call
            with contextlib.suppress(Refused, ItemGone):  # a mailbox without a calendar
                folder_ids.append(mailbox.calendar.folder_id() or self._gateway.calendar.folder())
            return folder_ids, self._gateway
        finally:
            mailbox.close()


def serve(begin: Begin, incoming: BinaryIO, send: Callable[[object], None]) -> int:
    """Until the pipe ends or the window says so; does not return."""
    start_log(DataFolder(begin.data_folder).logs, "service")
    service = Service(begin, send)
    service.start()
    try:
        while (message := read_message(incoming)) is not None and service.handle(message):
            pass
    except pickle.UnpicklingError:
        _log.error("what came is no message; ending")
    service.stop()
    logging.shutdown()
    os._exit(0)  # a request that still waits on the network must not hold the process


def check_sign_in(ask: CheckSignIn) -> SignedIn | SignInFailed:
    """Try the password once."""
    try:
        account = bootstrap.with_endpoint(ask.mail, ask.account, ask.password)
        gateway = bootstrap.mailbox_gateway(ask.mail, account, ask.password)
        try:
            return SignedIn(gateway.check_sign_in(), account.ews_url)
        finally:
            gateway.close()
    except MailError as error:
        return SignInFailed(error)
