"""The mailbox over EWS: `mail.gateway.MailboxGateway` on exchangelib. Built by bootstrap, used by the sync.

Each verb lives in the file that bears its name; here they are joined to the connections they use.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import (
    Action,
    ChangeBatch,
    DraftId,
    FolderBatch,
    FolderId,
    ItemId,
    Person,
    RawMessage,
    SendOutcome,
    ServerNotice,
    SyncState,
)
from ..remote_pictures.fetching import PictureFetcher
from ..settings import Account, MailSettings
from . import actions, bodies, changes, drafts
from .calendar import EwsCalendar
from .categories import EwsCategories
from .conversation import Conversation, Gate
from .desk_items import EwsContacts, EwsTasks
from .directory import EwsDirectory
from .folder_changes import EwsFolderChanges
from .folders import FolderVerbs
from .inbox_rules import EwsInboxRules
from .notifications import Stream
from .out_of_office import EwsOutOfOffice
from .proxies import ProxyFinder
from .quota import EwsQuota
from .shared import EwsSharedMailboxes


class EwsMailboxGateway:
    """One mailbox. After one HTTP 401 it sends nothing more and raises `WrongPassword` to every question: whoever has a
    new password builds a new gateway. Raises `ValueError` for an address that is not https (http on loopback only)."""

    def __init__(
        self,
        settings: MailSettings,
        account: Account,
        password: str,
        gate: Gate | None = None,
        *,
        own_address: str | None = None,
    ) -> None:
        """``own_address``: whose sign-in it is, if ``account`` names a mailbox shared with that person."""
        self._settings = settings
        self._account = account
        self._password = password
        self._gate = gate or Gate(account.user_name, password)
        # One connection more than the bodies use: a question asked while they wait to be taken must not wait for them.
        sessions = max(1, settings.connections) + 1
        self._conversation = Conversation(settings, account, password, sessions=sessions, gate=self._gate)
        self._folders = FolderVerbs(self._conversation, account)
        self.directory = EwsDirectory(self._conversation)
        self.calendar = EwsCalendar(self._conversation, settings.page_size)
        self.categories = EwsCategories(self._conversation)
        self.out_of_office = EwsOutOfOffice(self._conversation)
        self.inbox_rules = EwsInboxRules(self._conversation)
        self.quota = EwsQuota(self._conversation)
        self.folder_changes = EwsFolderChanges(self._conversation)
        self.tasks = EwsTasks(self._conversation)
        self.contacts = EwsContacts(self._conversation)
        self.pictures = PictureFetcher(
            settings.picture_hosts,
            ca_file=settings.ca_file,
            proxies_for=ProxyFinder(settings.proxy).proxies_for,
        )
        self._is_shared = own_address is not None
        self.shared = EwsSharedMailboxes(self._conversation, own_address or account.address)
        self._streams: list[Stream] = []
        self._lock = threading.Lock()
        self._is_closed = False

    def check_sign_in(self) -> Person:
        if self._is_shared:
            return self.shared.check(self._account.address).owner
        return self._folders.check_sign_in()

    def folders(self, sync_state: SyncState | None) -> FolderBatch:
        return self._folders.folders(sync_state)

    def changes(self, folder_id: FolderId, sync_state: SyncState | None) -> ChangeBatch:
        return changes.changes(self._conversation, folder_id, sync_state, self._settings.page_size)

    def bodies(self, item_ids: Sequence[ItemId]) -> Iterator[RawMessage]:
        return bodies.bodies(self._conversation, item_ids)

    def perform(self, action: Action) -> ItemId | None:
        return actions.perform(self._conversation, self._folders, action)

    def save_draft(self, draft_id: DraftId, mime: bytes) -> None:
        drafts.save_draft(self._conversation, draft_id, mime)

    def find_draft(self, draft_id: DraftId) -> ItemId:
        return drafts.find_draft(self._conversation, draft_id)

    def send_draft(self, draft_id: DraftId, copy_id: ItemId | None = None) -> None:
        drafts.send_draft(self._conversation, draft_id, copy_id)

    def find_sent(self, draft_id: DraftId) -> SendOutcome:
        return drafts.find_sent(self._conversation, draft_id)

    def discard_draft(self, draft_id: DraftId) -> None:
        drafts.discard_draft(self._conversation, draft_id)

    def notifications(self, folder_ids: Sequence[FolderId]) -> Iterator[ServerNotice | None]:
        conversation = Conversation(self._settings, self._account, self._password, sessions=1, gate=self._gate)
        stream = Stream(conversation, folder_ids)
        with self._lock:
            self._streams.append(stream)
            if self._is_closed:
                stream.close()
        try:
            yield from stream.notices()
        finally:
            stream.close()
            with self._lock:
                self._streams.remove(stream)
            conversation.close()

    def of(self, address: str) -> EwsMailboxGateway:
        account = replace(self._account, address=address, display_name="")
        settings = replace(self._settings, connections=1)
        return EwsMailboxGateway(settings, account, self._password, self._gate, own_address=self._account.address)

    def beside(self) -> EwsMailboxGateway:
        return EwsMailboxGateway(self._settings, self._account, self._password, self._gate)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            streams = list(self._streams)
        for stream in streams:
            stream.close()
        self._conversation.close()
