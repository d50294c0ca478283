"""The part of `DemoMailbox` with which a tester sees and sets what a mailbox has besides mail: categories and so on."""

from __future__ import annotations

from .exchange import Exchange
from .services import Services
from .soap import TYPES, text


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
                f'<t:Rule xmlns:t="{TYPES}"><t:RuleId>{rule_id}</t:RuleId><t:DisplayName>{text(name)}</t:DisplayName>'
                f"<t:Priority>{len(rules) + 1}</t:Priority><t:IsEnabled>{str(is_enabled).lower()}</t:IsEnabled>{more}"
                f"<t:Conditions>{conditions}</t:Conditions><t:Exceptions/><t:Actions>{actions}</t:Actions></t:Rule>"
            ).encode()
            return rule_id

    def folder_id(self, role: str) -> str:
        """Of a well-known folder, for a rule's action."""
        return self._exchange.store.roles[role].id
