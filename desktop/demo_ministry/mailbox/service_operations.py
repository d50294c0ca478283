"""Automatic replies and inbox rules as EWS operations, and the properties that tell how full the mailbox is."""

from __future__ import annotations

import base64
from datetime import datetime

from lxml import etree

from .exchange import Exchange
from .shapes import ExtendedPath
from .soap import MESSAGES, TYPES, EwsError, M, T, child_text, element, text
from .store import Folder

_STATES = ("Disabled", "Enabled", "Scheduled")
_AUDIENCES = ("None", "Known", "All")
_NAMESPACES = f' xmlns:m="{MESSAGES}" xmlns:t="{TYPES}"'
_TEXTS = {
    "ErrorInvalidUserOofSettings": "The out of office settings are not valid.",
    "ErrorRuleNotFound": "The rule was not found.",
    "ErrorInboxRulesValidationError": "A validation error occurred while executing the rule operation.",
    "ErrorOutlookRuleBlobExists": "An Outlook rule blob exists.",
}


def get_user_oof_settings(exchange: Exchange, request: etree._Element) -> bytes:
    operation = "GetUserOofSettings"
    if (refusal := _not_hers(exchange, request)) is not None:
        return _availability_response(operation, refusal)
    replies = exchange.services.replies
    content = (
        b"<t:OofSettings>"
        + element("t:OofState", replies.state)
        + element("t:ExternalAudience", replies.audience)
        + b"<t:Duration>"
        + element("t:StartTime", replies.start)
        + element("t:EndTime", replies.end)
        + b"</t:Duration><t:InternalReply>"
        + element("t:Message", replies.internal)
        + b"</t:InternalReply><t:ExternalReply>"
        + element("t:Message", replies.external)
        + b"</t:ExternalReply></t:OofSettings><m:AllowExternalOof>All</m:AllowExternalOof>"
    )
    return _availability_response(operation, None, content)


def set_user_oof_settings(exchange: Exchange, request: etree._Element) -> bytes:
    operation = "SetUserOofSettings"
    wanted = request.find(f"{T}UserOofSettings")
    if (refusal := _not_hers(exchange, request)) is not None:
        return _availability_response(operation, refusal)
    if wanted is None:
        return _availability_response(operation, "ErrorInvalidUserOofSettings")
    state, audience = child_text(wanted, f"{T}OofState"), child_text(wanted, f"{T}ExternalAudience")
    start, end = child_text(wanted, f"{T}Duration/{T}StartTime"), child_text(wanted, f"{T}Duration/{T}EndTime")
    if state not in _STATES or audience not in _AUDIENCES or (state == "Scheduled" and not _is_span(start, end)):
        return _availability_response(operation, "ErrorInvalidUserOofSettings")
    replies = exchange.services.replies
    replies.state, replies.audience = state, audience
    if start and end:
        replies.start, replies.end = start, end
    replies.internal = child_text(wanted, f"{T}InternalReply/{T}Message")
    replies.external = child_text(wanted, f"{T}ExternalReply/{T}Message")
    return _availability_response(operation, None)


def get_inbox_rules(exchange: Exchange, request: etree._Element) -> bytes:
    services = exchange.services
    rules = b"".join(services.rules.values())
    inner = b"<m:InboxRules>" + rules + b"</m:InboxRules>" if rules else b""
    return _plain_response("GetInboxRules", None, element("m:OutlookRuleBlobExists", services.has_outlook_blob) + inner)


def update_inbox_rules(exchange: Exchange, request: etree._Element) -> bytes:
    operation = "UpdateInboxRules"
    services = exchange.services
    removes_blob = child_text(request, f"{M}RemoveOutlookRuleBlob") == "true"
    if services.has_outlook_blob and not removes_blob:
        return _plain_response(operation, "ErrorOutlookRuleBlobExists")
    changed: dict[str, bytes] = {}
    for rule in request.iterfind(f"{M}Operations/{T}SetRuleOperation/{T}Rule"):
        rule_id = child_text(rule, f"{T}RuleId")
        if rule_id not in services.rules:
            return _plain_response(operation, "ErrorRuleNotFound")
        names = [etree.QName(child).localname for child in rule]
        if "IsNotSupported" in names or "IsInError" in names or not child_text(rule, f"{T}DisplayName"):
            return _plain_response(operation, "ErrorInboxRulesValidationError")
        changed[rule_id] = etree.tostring(rule)
    services.rules.update(changed)
    services.has_outlook_blob = services.has_outlook_blob and not removes_blob
    return _plain_response(operation, None)


def quota_property(exchange: Exchange, path: ExtendedPath) -> bytes:
    """One property of the root folder; b"" for one it does not have."""
    services = exchange.services
    used = services.used
    if used is None:
        used = sum(len(item.mime) for item in exchange.store.items.values()) if path.key[1] == "0x0e08" else 0
    values = {
        "0x0e08": used,
        "0x3ff5": services.warning_quota,
        "0x666e": services.send_quota,
        "0x666a": services.receive_quota,
    }
    value = values.get(path.key[1]) if path.key[0] == "tag" else None
    if value is None:
        return b""
    attributes = "".join(f' {name}="{text(given)}"' for name, given in path.attributes)
    return (
        f"<t:ExtendedProperty><t:ExtendedFieldURI{attributes}/><t:Value>{value}</t:Value></t:ExtendedProperty>".encode()
    )


def store_property(exchange: Exchange, folder: Folder, path: ExtendedPath) -> bytes:
    """PidTagStoreEntryId: in which mailbox a folder lies."""
    if path.key[:2] != ("tag", "0x0ffb"):
        return b""
    stores = {id(access.exchange.store): access.exchange for access in exchange.shared.values()}
    holder = next((one for one in stores.values() if folder.id in one.store.folders), exchange)
    value = base64.b64encode(f"/o=Demo/cn=Recipients/cn={holder.store_owner or holder.owner.address}".encode()).decode()
    attributes = "".join(f' {name}="{text(given)}"' for name, given in path.attributes)
    return (
        f"<t:ExtendedProperty><t:ExtendedFieldURI{attributes}/><t:Value>{value}</t:Value></t:ExtendedProperty>".encode()
    )


def _not_hers(exchange: Exchange, request: etree._Element) -> str | None:
    address = child_text(request, f"{T}Mailbox/{T}Address").lower()
    return None if address == exchange.owner.address.lower() else "ErrorAccessDenied"


def _is_span(start: str, end: str) -> bool:
    try:
        return datetime.fromisoformat(start) < datetime.fromisoformat(end)
    except (ValueError, TypeError):
        return False


def _outcome(error: str | None) -> tuple[str, bytes]:
    if error is None:
        return "Success", b"<m:ResponseCode>NoError</m:ResponseCode>"
    words = EwsError(error, _TEXTS.get(error, "")).text
    return "Error", element("m:MessageText", words) + element("m:ResponseCode", error)


def _availability_response(operation: str, error: str | None, content: bytes = b"") -> bytes:
    """These two answer with one ResponseMessage, and the settings beside it."""
    outcome, inner = _outcome(error)
    return (
        f'<m:{operation}Response{_NAMESPACES}><m:ResponseMessage ResponseClass="{outcome}">'.encode()
        + inner
        + b"</m:ResponseMessage>"
        + content
        + f"</m:{operation}Response>".encode()
    )


def _plain_response(operation: str, error: str | None, content: bytes = b"") -> bytes:
    """The rules' two answer without any list of messages."""
    outcome, inner = _outcome(error)
    return (
        f'<m:{operation}Response{_NAMESPACES} ResponseClass="{outcome}">'.encode()
        + inner
        + content
        + f"</m:{operation}Response>".encode()
    )
