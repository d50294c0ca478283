"""GetInboxRules and UpdateInboxRules: rules shown in EWS's own names, and one of them switched with all else kept."""

from __future__ import annotations

import copy
from typing import Any

from exchangelib.services import GetFolder
from exchangelib.services.common import EWSAccountService
from exchangelib.util import create_element

from ..errors import ItemGone, Refused
from ..inbox_rules import InboxRule, InboxRules, RuleTerms
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import M, T, flag_of, number_of, shape, text_of

_MOST_RULES = 500
_MOST_VALUES = 20
_LONGEST = 300
_READ_ONLY = (f"{T}IsNotSupported", f"{T}IsInError")
BLOB_EXISTS = "ErrorOutlookRuleBlobExists"


class _GetInboxRules(OneShot, EWSAccountService):  # type: ignore[misc]
    SERVICE_NAME = "GetInboxRules"

    def whole(self) -> Any:
        """The response element: the rules and whether Outlook keeps its own."""
        payload = create_element("m:GetInboxRules")
        address = create_element("m:MailboxSmtpAddress")
        address.text = self.account.primary_smtp_address
        payload.append(address)
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element
            return element
        return None

    @classmethod
    def _get_elements_in_container(cls, container: Any) -> list[Any]:
        return [container]


class _UpdateInboxRules(OneShot, EWSAccountService):  # type: ignore[misc]
    SERVICE_NAME = "UpdateInboxRules"
    returns_elements = False

    def set_rule(self, rule: Any) -> None:
        payload = create_element("m:UpdateInboxRules")
        blob = create_element("m:RemoveOutlookRuleBlob")
        blob.text = "false"  # exchangelib's default of true deletes client-side rules that exist nowhere else
        payload.append(blob)
        operation = create_element("t:SetRuleOperation")
        operation.append(rule)
        operations = create_element("m:Operations")
        operations.append(operation)
        payload.append(operations)
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element


class _GetFolderNames(OneShot, GetFolder):  # type: ignore[misc]
    def names(self, folder_ids: list[Any]) -> list[str]:
        payload = create_element("m:GetFolder")
        payload.append(shape("m:FolderShape", ("folder:DisplayName",)))
        wanted = create_element("m:FolderIds")
        wanted.extend(copy.deepcopy(one) for one in folder_ids)
        payload.append(wanted)
        return [
            "" if isinstance(element, Exception) else text_of(element, f"{T}DisplayName")
            for element in self._get_elements(payload)
        ]


class EwsInboxRules:
    """`mail.inbox_rules.InboxRulesGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def get(self) -> InboxRules:
        with ews_errors(self._conversation.host):
            response = _GetInboxRules(account=self._conversation).whole()
            elements = _rules_in(response)[:_MOST_RULES]
            folders = self._folder_names(elements)
            rules = [_rule(element, folders) for element in elements]
        rules.sort(key=lambda rule: rule.priority)
        return InboxRules(tuple(rules), flag_of(response, f"{M}OutlookRuleBlobExists"))

    def switch(self, rule_id: str, is_enabled: bool) -> None:
        with ews_errors(self._conversation.host, about=rule_id):
            response = _GetInboxRules(account=self._conversation).whole()
            found = next((rule for rule in _rules_in(response) if text_of(rule, f"{T}RuleId") == rule_id), None)
            if found is None:
                raise ItemGone(rule_id)
            if flag_of(response, f"{M}OutlookRuleBlobExists"):
                raise Refused(BLOB_EXISTS)
            rule = copy.deepcopy(found)
            for child in list(rule):
                if child.tag in _READ_ONLY:
                    rule.remove(child)
            rule.find(f"{T}IsEnabled").text = "true" if is_enabled else "false"
            _UpdateInboxRules(account=self._conversation).set_rule(rule)

    def _folder_names(self, rules: list[Any]) -> dict[str, str]:
        """Names of the folders that rules move or copy into; a folder that is gone has none."""
        wanted: dict[str, Any] = {}
        for rule in rules:
            for tag in ("MoveToFolder", "CopyToFolder"):
                for folder in rule.iterfind(f"{T}Actions/{T}{tag}/*"):
                    wanted.setdefault(str(folder.get("Id")), folder)
        if not wanted:
            return {}
        names = _GetFolderNames(account=self._conversation).names(list(wanted.values()))
        return dict(zip(wanted, names, strict=False))


def _rules_in(response: Any) -> list[Any]:
    return [] if response is None else list(response.iterfind(f"{M}InboxRules/{T}Rule"))


def _rule(element: Any, folders: dict[str, str]) -> InboxRule:
    return InboxRule(
        id=text_of(element, f"{T}RuleId"),
        name=" ".join(text_of(element, f"{T}DisplayName").split())[:_LONGEST],
        priority=number_of(element, f"{T}Priority"),
        is_enabled=flag_of(element, f"{T}IsEnabled"),
        conditions=_terms(element.find(f"{T}Conditions"), folders),
        exceptions=_terms(element.find(f"{T}Exceptions"), folders),
        actions=_terms(element.find(f"{T}Actions"), folders),
        is_not_supported=flag_of(element, f"{T}IsNotSupported"),
        is_in_error=flag_of(element, f"{T}IsInError"),
    )


def _terms(holder: Any, folders: dict[str, str]) -> RuleTerms:
    terms: list[tuple[str, tuple[str, ...]]] = []
    for element in [] if holder is None else holder:
        if not isinstance(element.tag, str):
            continue
        name = element.tag.removeprefix(T)
        if not len(element):
            text = (element.text or "").strip()
            if text != "false":
                terms.append((name, () if text == "true" else (text[:_LONGEST],)))
            continue
        values = [value for child in element if (value := _value(child, folders))]
        terms.append((name, tuple(values[:_MOST_VALUES])))
    return tuple(terms)


def _value(child: Any, folders: dict[str, str]) -> str:
    """A string, an address as "name <address>", a bound as "MinimumSize=…", a folder by its name."""
    if child.tag in (f"{T}FolderId", f"{T}DistinguishedFolderId"):
        return folders.get(str(child.get("Id")), "")[:_LONGEST]
    name, address = text_of(child, f"{T}Name"), text_of(child, f"{T}EmailAddress")
    if name or address:
        return (f"{name} <{address}>" if name and address and name != address else name or address)[:_LONGEST]
    text = " ".join((child.text or "").split())[:_LONGEST]
    is_string = child.tag in (f"{T}String", f"{T}Address")
    return text if is_string or not text else f"{child.tag.removeprefix(T)}={text}"
