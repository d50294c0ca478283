"""The few XML shapes that all verbs share: ids, item and folder shapes, people, moments. Lean on purpose: exchangelib's
item classes take some 60 fields per message through validation, for rows that need twelve."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from exchangelib.util import MNS, TNS, create_element

from ..model import Person

T = f"{{{TNS}}}"
M = f"{{{MNS}}}"

DRAFT_ID_PROPERTY = {
    # A named property of our own: its GUID keeps it apart from everybody else's names.
    "PropertySetId": "6f2c1d0e-8a57-4c59-9e21-3b7d54a0c8f1",
    "PropertyName": "BanCongVuDraftId",
    "PropertyType": "String",
}
FLAG_STATUS_PROPERTY = {"PropertyTag": "0x1090", "PropertyType": "Integer"}
"""PidTagFlagStatus [MS-OXOFLAG 2.2.1.1]; 2 is flagged. What Exchange 2010 has in place of item:Flag."""
FLAG_ICON_PROPERTY = {"PropertyTag": "0x1095", "PropertyType": "Integer"}
"""PidTagFollowupIcon [MS-OXOFLAG 2.2.1.2]; 6 is red. Outlook shows no flag without it."""
HIDDEN_PROPERTY = {"PropertyTag": "0x10f4", "PropertyType": "Boolean"}
"""PR_ATTR_HIDDEN [MS-OXCFOLD 2.2.2.2.2.5]: folders Exchange keeps for itself."""


def shape(tag: str, field_uris: Iterable[str], extended: Iterable[dict[str, str]] = ()) -> Any:
    """IdOnly, and the properties asked for."""
    element = create_element(tag)
    base = create_element("t:BaseShape")
    base.text = "IdOnly"
    element.append(base)
    properties = create_element("t:AdditionalProperties")
    for uri in field_uris:
        properties.append(create_element("t:FieldURI", attrs={"FieldURI": uri}))
    for attributes in extended:
        properties.append(create_element("t:ExtendedFieldURI", attrs=attributes))
    if len(properties):
        element.append(properties)
    return element


def item_ids(tag: str, ids: Iterable[str]) -> Any:
    element = create_element(tag)
    for item_id in ids:
        element.append(create_element("t:ItemId", attrs={"Id": item_id}))
    return element


def folder_id(tag: str, id_: str) -> Any:
    element = create_element(tag)
    element.append(create_element("t:FolderId", attrs={"Id": id_}))
    return element


def distinguished(name: str, address: str) -> Any:
    """A well-known folder of the mailbox at ``address``. Without the address Exchange takes the signed-in user's own,
    which for a delegate is the wrong one (exchangelib issue 1277)."""
    element = create_element("t:DistinguishedFolderId", attrs={"Id": name})
    mailbox = create_element("t:Mailbox")
    email = create_element("t:EmailAddress")
    email.text = address
    mailbox.append(email)
    element.append(mailbox)
    return element


def text_of(element: Any, path: str) -> str:
    return str(element.findtext(path) or "")


def flag_of(element: Any, path: str) -> bool:
    return text_of(element, path).strip().lower() in ("true", "1")


def number_of(element: Any, path: str) -> int:
    text = text_of(element, path).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def person_of(mailbox: Any) -> Person | None:
    if mailbox is None:
        return None
    name, address = text_of(mailbox, f"{T}Name").strip(), text_of(mailbox, f"{T}EmailAddress").strip()
    return Person(name=name or address, address=address) if name or address else None


def moment_of(element: Any, *paths: str) -> datetime:
    """The first of these moments that is there; 1970 for an item that has none."""
    for path in paths:
        try:
            moment = datetime.fromisoformat(text_of(element, path).strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return datetime.fromtimestamp(0, UTC)
