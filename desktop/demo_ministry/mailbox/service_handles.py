"""The part of `DemoMailbox` with which a tester sees and sets what a mailbox has besides mail: categories and so on."""

from __future__ import annotations

from datetime import UTC, datetime

from .desk_items import add_task
from .exchange import Exchange, SharedAccess, plant_folders
from .letter import Correspondent, DirectoryEntry, Letter
from .mime_building import build_mime
from .services import DemoTask, Services
from .soap import TYPES
from .soap import text as escaped
from .store import MailStore


class ServiceHandles:
    """Mixed into `DemoMailbox`, which has the state. ``services`` may be read and set as it stands."""

    _exchange: Exchange

    @property
    def master_categories(self) -> tuple[tuple[str, int], ...]:
        """Names and Outlook's colours (0 to 24)."""
        return self._exchange.master_categories

    @master_categories.setter
    def master_categories(self, categories: tuple[tuple[str, int], ...]) -> None:
        with self._exchange.store.lock:
            self._exchange.master_categories = categories

    @property
    def services(self) -> Services:
        """Automatic replies, inbox rules, quotas."""
        return self._exchange.services

    def add_rule(
        self, name: str, conditions: str = "", actions: str = "", *, is_enabled: bool = True, more: str = ""
    ) -> str:
        """A rule after all others; ``conditions``, ``actions`` and ``more`` (which stands before) are EWS's XML with
        the prefix t:. Returns its id."""
        with self._exchange.store.lock:
            rules = self._exchange.services.rules
            rule_id = f"rule-{len(rules) + 1}"
            rules[rule_id] = (
                f'<t:Rule xmlns:t="{TYPES}"><t:RuleId>{rule_id}</t:RuleId>'
                f"<t:DisplayName>{escaped(name)}</t:DisplayName>"
                f"<t:Priority>{len(rules) + 1}</t:Priority><t:IsEnabled>{str(is_enabled).lower()}</t:IsEnabled>{more}"
                f"<t:Conditions>{conditions}</t:Conditions><t:Exceptions/><t:Actions>{actions}</t:Actions></t:Rule>"
            ).encode()
            return rule_id

    def add_task(self, task: DemoTask) -> str:
        """Returns its id."""
        return add_task(self._exchange, task)

    def folder_id(self, role: str) -> str:
        """Of a well-known folder, for a rule's action."""
        return self._exchange.store.roles[role].id

    def share(self, owner: Correspondent, *, may_read: bool = True, gives_own: bool = False) -> SharedHandle:
        """Another mailbox on this server that she may open (or may not: ``may_read``), with the usual folders.

        ``gives_own``: the server answers for it with her own mailbox, as some do to a delegate.
        """
        exchange = Exchange(owner, self._exchange.directory, MailStore(owner.address))
        exchange.store.lock = self._exchange.store.lock
        exchange.store.happened = self._exchange.store.happened
        plant_folders(exchange.store)
        access = SharedAccess(exchange, may_read, gives_own)
        with self._exchange.store.lock:
            self._exchange.shared[owner.address.lower()] = access
            if owner.address not in {entry.person.address for entry in self._exchange.directory}:
                self._exchange.directory = (*self._exchange.directory, DirectoryEntry(owner))
        return SharedHandle(access)


class SharedHandle:
    """What happens in a shared mailbox; ``access`` may be changed while it is served."""

    def __init__(self, access: SharedAccess) -> None:
        self.access = access

    def deliver(
        self, subject: str, text: str = "Kính gửi.", *, folder: str = "inbox", at: datetime | None = None
    ) -> str:
        """A new mail for its owner; returns its item id."""
        exchange = self.access.exchange
        at = at or datetime.now(UTC)
        letter = Letter(
            subject=subject,
            sender=Correspondent("Lý Thị Hồng Nhung", "nhung.lth@boldptxh.example"),
            to=(exchange.owner,),
            at=at,
            text=text,
            message_id=f"<{at.timestamp()}.{exchange.store.event_count}@shared.example>",
        )
        store = exchange.store
        return store.add_item(store.roles[folder], build_mime(letter), received_at=at, is_new_mail=True).id

    def items(self, folder: str = "inbox") -> list[tuple[str, bool, tuple[str, ...]]]:
        """Subject, whether read, and categories of each, oldest first."""
        store = self.access.exchange.store
        with store.lock:
            return [(one.facts.subject, one.is_read, one.categories) for one in store.roles[folder].items.values()]
