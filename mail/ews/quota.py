"""How full the mailbox is: properties of its root folder, sizes in bytes and limits in KB [MS-OXPROPS]."""

from __future__ import annotations

from typing import Any

from exchangelib.services import GetFolder
from exchangelib.util import create_element

from ..quota import Quota
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import T, distinguished, shape, text_of

_PROPERTIES = {
    "used": {"PropertyTag": "0x0e08", "PropertyType": "Long"},  # PidTagMessageSizeExtended, bytes
    "warning": {"PropertyTag": "0x3ff5", "PropertyType": "Integer"},  # PidTagStorageQuotaLimit, KB
    "send_limit": {"PropertyTag": "0x666e", "PropertyType": "Integer"},  # PidTagProhibitSendQuota, KB
    "receive_limit": {"PropertyTag": "0x666a", "PropertyType": "Integer"},  # PidTagProhibitReceiveQuota, KB
}


class _GetRoot(OneShot, GetFolder):  # type: ignore[misc]
    def properties(self) -> dict[int, int]:
        payload = create_element("m:GetFolder")
        payload.append(shape("m:FolderShape", (), _PROPERTIES.values()))
        folders = create_element("m:FolderIds")
        folders.append(distinguished("root", self.account.primary_smtp_address))
        payload.append(folders)
        found: dict[int, int] = {}
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element
            for extended in element.iterfind(f"{T}ExtendedProperty"):
                tag, value = _number(extended)
                if tag is not None and value is not None:
                    found[tag] = value
        return found


class EwsQuota:
    """`mail.quota.QuotaGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def get(self) -> Quota:
        with ews_errors(self._conversation.host):
            found = _GetRoot(account=self._conversation).properties()
        values: dict[str, int | None] = {}
        for name, property_ in _PROPERTIES.items():
            value = found.get(int(property_["PropertyTag"], 16))
            if value is not None and name != "used":
                value = value * 1024 if value > 0 else None  # -1: no limit
            values[name] = value
        return Quota(**values)


def _number(extended: Any) -> tuple[int | None, int | None]:
    path = extended.find(f"{T}ExtendedFieldURI")
    try:
        return int(path.get("PropertyTag"), 16), int(text_of(extended, f"{T}Value"))
    except (AttributeError, TypeError, ValueError):
        return None, None
