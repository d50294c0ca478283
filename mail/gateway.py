"""The port to the mailbox server: what we ask of Exchange, in the order the sync asks it.

Real: `mail.ews.EwsMailboxGateway`. Fake: `tests.mail.fake_gateway.FakeMailboxGateway`. One contract suite holds both
(`tests/contracts`). Every method may raise any `GatewayError` and nothing else of the outside world.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from .model import (
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

if TYPE_CHECKING:
    from .calendar.gateway import CalendarGateway
    from .questions import AskedServer


class MailboxGateway(Protocol):
    """A mailbox on a server. Blocking; used from one sync thread, except `notifications`, which has a connection and a
    thread of its own."""

    def check_sign_in(self) -> Person:
        """Whose mailbox this is. Sends the password once.

        Raises `WrongPassword`, `CertificateNotTrusted`, `NotExchange`, `Offline`.
        """
        ...

    def folders(self, sync_state: SyncState | None) -> FolderBatch:
        """Folders created, changed or gone since ``sync_state`` (None: all). Mail folders only (IPF.Note)."""
        ...

    def changes(self, folder_id: FolderId, sync_state: SyncState | None) -> ChangeBatch:
        """One page of changes in a folder since ``sync_state`` (None: from nothing), with the rows' summaries.

        Raises `SyncStateLost` when the server no longer knows the state, `ItemGone` when the folder is gone.
        """
        ...

    def bodies(self, item_ids: Sequence[ItemId]) -> Iterator[RawMessage]:
        """MIME of these items, in any order, yielded as they arrive; items that are gone are simply not yielded."""
        ...

    def perform(self, action: Action) -> ItemId | None:
        """Do one thing on the server. Returns the item's new id if it has got one (a move). Idempotent but for moves.

        Raises `ItemGone` if there is nothing left to act on, `Refused` when the server will not.
        """
        ...

    def save_draft(self, draft_id: DraftId, mime: bytes) -> None:
        """CreateItem, SaveOnly, into Drafts, with ``draft_id`` in our extended property. Never sent twice by itself.

        Raises `OutcomeUnknown` if the answer was lost.
        """
        ...

    def find_draft(self, draft_id: DraftId) -> ItemId:
        """The item in Drafts that carries ``draft_id`` (one of them). Raises `ItemGone` (no such draft)."""
        ...

    def send_draft(self, draft_id: DraftId, copy_id: ItemId | None = None) -> None:
        """SendItem of the draft that carries ``draft_id``, a copy saved in Sent Items. ``copy_id``: of this very item,
        which can go out only once, however often it is asked for.

        Raises `OutcomeUnknown`, `Refused`, `ItemGone` (no such draft).
        """
        ...

    def find_sent(self, draft_id: DraftId) -> SendOutcome:
        """Where is what carries ``draft_id``: asked before any second try. A sent copy counts in Deleted Items and the
        Outbox, too; a draft thrown away there does not."""
        ...

    def discard_draft(self, draft_id: DraftId) -> None:
        """Take what carries ``draft_id`` out of Drafts, however often it is there; recoverable on the server."""
        ...

    def notifications(self, folder_ids: Sequence[FolderId]) -> Iterator[ServerNotice | None]:
        """Streaming notifications on a connection of their own. Yields None at least once a second while nothing
        happens, so that its user can stop it; ends when the server ends it (at most 30 minutes)."""
        ...

    @property
    def calendar(self) -> CalendarGateway:
        """Her calendar."""
        ...

    def of(self, address: str) -> MailboxGateway:
        """The mailbox of another, shared with this one's owner, over connections of its own and behind the same gate.
        Its `check_sign_in` raises `Refused` unless it is really the owner's mail that comes (see `shared.model`)."""
        ...

    def beside(self) -> AskedServer:
        """The same mailbox over connections of its own, for questions that do not wait for the sync. A password refused
        to one of the two is sent by neither any more. Close it before this one."""
        ...

    def close(self) -> None:
        """End all connections. Nothing is asked after it."""
        ...
