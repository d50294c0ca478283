"""The rules the server applies to arriving mail (EWS InboxRules): shown, and switched on and off.

Real: `mail.ews.inbox_rules.EwsInboxRules`. Fake: `tests.mail.fake_services.FakeInboxRules`. The words are the window's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .questions import AskedServer, Question

RuleTerms = tuple[tuple[str, tuple[str, ...]], ...]
"""EWS's own element names with their values in readable form: ``(("FromAddresses", ("Lan <lan@x>",)), …)``. A folder
is told by its name where the server's folder is known, else by nothing; a truth by no value."""


@dataclass(frozen=True, slots=True)
class InboxRule:
    """``is_not_supported``: made with what only Outlook can change. ``is_in_error``: the server cannot apply it."""

    id: str
    name: str
    priority: int
    is_enabled: bool
    conditions: RuleTerms = ()
    exceptions: RuleTerms = ()
    actions: RuleTerms = ()
    is_not_supported: bool = False
    is_in_error: bool = False


@dataclass(frozen=True, slots=True)
class InboxRules:
    """In the order in which they are applied. ``has_outlook_blob``: Outlook keeps rules of its own beside them, which
    any change from elsewhere would delete; so nothing is changed then."""

    rules: tuple[InboxRule, ...]
    has_outlook_blob: bool = False


class InboxRulesGateway(Protocol):
    def get(self) -> InboxRules:
        """Raises `GatewayError`."""
        ...

    def switch(self, rule_id: str, is_enabled: bool) -> None:
        """All else of the rule stays as the server has it. Raises `ItemGone` when there is no such rule, `Refused` with
        ErrorOutlookRuleBlobExists rather than delete Outlook's own."""
        ...


@dataclass(frozen=True, slots=True)
class GetInboxRules(Question[InboxRules]):
    """Which rules are there?"""

    def put_to(self, server: AskedServer) -> InboxRules:
        return server.inbox_rules.get()


@dataclass(frozen=True, slots=True)
class SwitchInboxRule(Question[InboxRules]):
    """On or off. The answer is all rules as they are then."""

    rule_id: str
    is_enabled: bool

    def put_to(self, server: AskedServer) -> InboxRules:
        server.inbox_rules.switch(self.rule_id, self.is_enabled)
        return server.inbox_rules.get()
