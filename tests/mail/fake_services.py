"""Automatic replies, inbox rules and quota in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from mail import DirectoryEntry, InboxRule, InboxRules, ItemGone, OutOfOffice, Quota, Refused, SharedMailbox, Task
from mail.out_of_office import OofState
from mail.shared.model import NOT_SHARED, NOT_THE_OWNERS, OWN_MAILBOX
from mail.tasks import in_order
from tests.mail.builders import HANH

if TYPE_CHECKING:
    from tests.mail.fake_gateway import FakeMailboxGateway


@dataclass
class FakeOutOfOffice:
    """Implements `mail.out_of_office.OutOfOfficeGateway`."""

    settings: OutOfOffice = field(default_factory=OutOfOffice)

    def get(self) -> OutOfOffice:
        return self.settings

    def set(self, settings: OutOfOffice) -> None:
        if settings.state is OofState.SCHEDULED and not (
            settings.start and settings.end and settings.start < settings.end
        ):
            raise Refused("ErrorInvalidTimeInterval")
        self.settings = settings


@dataclass
class FakeInboxRules:
    """Implements `mail.inbox_rules.InboxRulesGateway`."""

    rules: tuple[InboxRule, ...] = ()
    has_outlook_blob: bool = False

    def get(self) -> InboxRules:
        return InboxRules(tuple(sorted(self.rules, key=lambda rule: rule.priority)), self.has_outlook_blob)

    def switch(self, rule_id: str, is_enabled: bool) -> None:
        if rule_id not in {rule.id for rule in self.rules}:
            raise ItemGone(rule_id)
        if self.has_outlook_blob:
            raise Refused("ErrorOutlookRuleBlobExists")
        self.rules = tuple(replace(rule, is_enabled=is_enabled) if rule.id == rule_id else rule for rule in self.rules)


@dataclass
class FakeQuota:
    """Implements `mail.quota.QuotaGateway`."""

    quota: Quota = field(default_factory=Quota)

    def get(self) -> Quota:
        return self.quota


@dataclass
class FakeSharedMailboxes:
    """Implements `mail.shared.model.SharedMailboxesGateway`. ``mailboxes`` by address are servers of their own;
    ``closed`` are not shared with her; for those in ``gives_own`` another mailbox's mail would come."""

    own_address: str = HANH.address
    mailboxes: dict[str, FakeMailboxGateway] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    gives_own: set[str] = field(default_factory=set)

    def check(self, address: str) -> SharedMailbox:
        wanted = address.strip().lower()
        if wanted == self.own_address.lower():
            raise Refused(OWN_MAILBOX)
        if wanted not in self.mailboxes or wanted in self.closed:
            raise Refused(NOT_SHARED)
        if wanted in self.gives_own:
            raise Refused(NOT_THE_OWNERS)
        return SharedMailbox(self.mailboxes[wanted].owner)


@dataclass
class FakeContacts:
    """Implements `mail.contacts.ContactsGateway`."""

    entries: tuple[DirectoryEntry, ...] = ()

    def list(self) -> tuple[DirectoryEntry, ...]:
        return self.entries


@dataclass
class FakeTasks:
    """Implements `mail.tasks.TasksGateway`."""

    tasks: tuple[Task, ...] = ()

    def list(self) -> tuple[Task, ...]:
        return in_order(self.tasks)

    def complete(self, task_id: str, is_complete: bool) -> None:
        if task_id not in {task.id for task in self.tasks}:
            raise ItemGone(task_id)
        self.tasks = tuple(
            replace(task, is_complete=is_complete) if task.id == task_id else task for task in self.tasks
        )

    def add(self, subject: str, due: date | None) -> None:
        self.tasks = (*self.tasks, Task(f"task-{len(self.tasks) + 1}", " ".join(subject.split()), due=due))
