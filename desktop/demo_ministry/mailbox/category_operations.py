"""Get-, Create- and UpdateUserConfiguration: the master list of categories, as Outlook keeps it in the calendar
folder."""

from __future__ import annotations

import base64

from lxml import etree

from .exchange import Exchange
from .soap import EwsError, M, T, attribute, child_text, response, success

_NAMESPACE = "{CategoryList.xsd}"


def get_user_configuration(exchange: Exchange, request: etree._Element) -> bytes:
    operation = "GetUserConfiguration"
    named = request.find(f"{M}UserConfigurationName")
    exchange.folder(named)
    name = "" if named is None else named.get("Name", "")
    if name != "CategoryList" or not exchange.master_categories:
        raise EwsError("ErrorItemNotFound")
    wanted = child_text(request, f"{M}UserConfigurationProperties")
    data = f"<t:XmlData>{base64.b64encode(_category_list(exchange)).decode()}</t:XmlData>"
    folder_id = None if named is None else named.find(f"{T}DistinguishedFolderId")
    folder = b"" if folder_id is None else etree.tostring(folder_id)
    content = (
        f"<m:UserConfiguration><t:UserConfigurationName Name={attribute(name)}>".encode()
        + folder
        + b"</t:UserConfigurationName>"
        + (data.encode() if wanted in ("XmlData", "All") else b"")
        + b"</m:UserConfiguration>"
    )
    return response(operation, [success(operation, content)])


def create_user_configuration(exchange: Exchange, request: etree._Element) -> bytes:
    if exchange.master_categories:
        raise EwsError("ErrorItemSave", "The configuration exists already.")
    return _write(exchange, request, "CreateUserConfiguration")


def update_user_configuration(exchange: Exchange, request: etree._Element) -> bytes:
    if not exchange.master_categories:
        raise EwsError("ErrorItemNotFound")
    return _write(exchange, request, "UpdateUserConfiguration")


def _write(exchange: Exchange, request: etree._Element, operation: str) -> bytes:
    configuration = request.find(f"{M}UserConfiguration")
    named = None if configuration is None else configuration.find(f"{T}UserConfigurationName")
    folder = exchange.folder(named)
    is_calendar = folder is exchange.store.roles.get("calendar")
    if not is_calendar or configuration is None or named is None or named.get("Name") != "CategoryList":
        raise EwsError("ErrorItemNotFound")
    try:
        content = base64.b64decode(child_text(configuration, f"{T}XmlData"), validate=True)
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (ValueError, etree.XMLSyntaxError) as error:
        raise EwsError("ErrorInvalidValueForProperty") from error
    if root.tag != f"{_NAMESPACE}categories":
        raise EwsError("ErrorInvalidValueForProperty")
    found = [(one.get("name", ""), one.get("color", ""), one.get("guid", "")) for one in root]
    if not all(name and guid and colour.lstrip("-").isdigit() for name, colour, guid in found):
        raise EwsError("ErrorInvalidValueForProperty")
    exchange.master_categories = tuple((name, int(colour)) for name, colour, _ in found)
    return response(operation, [success(operation)])


def _category_list(exchange: Exchange) -> bytes:
    categories = "".join(
        f'<category name={attribute(name)} color="{colour}" keyboardShortcut="0" usageCount="1"'
        f' guid="{{00000000-0000-0000-0000-{place:012d}}}"/>'
        for place, (name, colour) in enumerate(exchange.master_categories)
    )
    return (
        '<?xml version="1.0"?><categories default="" lastSavedSession="1" xmlns="CategoryList.xsd">'
        f"{categories}</categories>"
    ).encode()
