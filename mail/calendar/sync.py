"""The calendar's part of a round: performs what she did, then takes what changed. Used by `mail.sync`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime

from ..database import Database
from ..errors import ItemGone, NotExchange, Refused, SyncStateLost
from ..model import FolderId, MailboxChanges
from .acts import performed_so_far
from .gateway import CalendarGateway
from .performing import Performing
from .store import CalendarStore

_log = logging.getLogger(__name__)


class CalendarSync:
    """State is saved with what it describes, so a kill at any moment costs at most one page."""

    def __init__(
        self,
        database: Database,
        gateway: CalendarGateway,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._store = CalendarStore(database)
        self._performing = Performing(database, gateway, now)

    def is_waiting(self) -> bool:
        return self._performing.is_waiting()

    def perform(self) -> Iterator[MailboxChanges]:
        """What she did. Raises `GatewayError`."""
        yield from self._performing.perform()

    def take_pages(self) -> Iterator[MailboxChanges]:
        """What the server says. A calendar that it does not give (no right, no such folder, an answer that makes no
        sense) keeps nobody from her mail: the next round asks again."""
        try:
            self._store.remember_folder(self._gateway.folder())
            yield from self._walk()
        except (ItemGone, Refused, NotExchange) as error:
            _log.warning(
                "the calendar was not given: %s", error.args[:1] if isinstance(error, Refused) else type(error)
            )

    def take_news(self, folder_ids: Collection[FolderId]) -> Iterator[MailboxChanges]:
        """Something changed in these folders: if the calendar is among them, what."""
        if self._store.fact("folder") in folder_ids:
            yield from self.take_pages()

    def _walk(self) -> Iterator[MailboxChanges]:
        with self._database.read() as connection:
            walk_began = performed_so_far(connection)
        state = self._store.sync_state()
        while True:
            try:
                batch = self._gateway.changes(state)
            except SyncStateLost:
                if state is None:
                    raise
                self._store.begin_again()
                state = None
                continue
            changes = self._store.apply_page(batch, walk_began=walk_began)
            if changes.calendar:
                yield changes
            state = batch.sync_state
            if batch.is_last:
                return
