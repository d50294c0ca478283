"""The master list of categories: "CategoryList" among the calendar folder's configurations [MS-OXOCFG 2.2.5], read with
GetUserConfiguration, written whole with UpdateUserConfiguration: all that others keep in it stays as it was."""

from __future__ import annotations

import base64
import binascii
import uuid
from typing import Any

import lxml.etree
from exchangelib.errors import ErrorItemNotFound
from exchangelib.services import CreateUserConfiguration, GetUserConfiguration, UpdateUserConfiguration
from exchangelib.util import create_element

from ..categories import Categories, Category
from ..categories.model import LONGEST_NAME, lacking
from ..errors import ItemGone, Refused
from .conversation import Conversation, OneShot
from .errors import BadAnswer, ews_errors
from .soap_shapes import T, distinguished, text_of

_LARGEST = 1024 * 1024
_MOST = 500
_CATEGORY, _CATEGORIES = "{CategoryList.xsd}category", "{CategoryList.xsd}categories"
_EMPTY = b'<categories xmlns="CategoryList.xsd"/>'
_NAME, _FOLDER = "CategoryList", "calendar"
_NEVER = "1601-01-01T00:00:00.000"
_USES = ("", "Notes", "Journal", "Contacts", "Tasks", "Calendar", "Mail")


class _GetUserConfiguration(OneShot, GetUserConfiguration):  # type: ignore[misc]
    def xml_of(self, name: str, folder: str) -> bytes:
        payload = create_element("m:GetUserConfiguration")
        named = create_element("m:UserConfigurationName", attrs={"Name": name})
        named.append(distinguished(folder, self.account.primary_smtp_address))
        payload.append(named)
        wanted = create_element("m:UserConfigurationProperties")
        wanted.text = "XmlData"
        payload.append(wanted)
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element
            encoded = text_of(element, f"{T}XmlData")
            if len(encoded) > 2 * _LARGEST:
                raise BadAnswer(f"{len(encoded)} bytes of categories")
            try:
                return base64.b64decode(encoded)
            except binascii.Error as error:
                raise BadAnswer("categories that are no base64") from error
        return b""


class _Writing(OneShot):
    def write(self, name: str, folder: str, content: bytes) -> None:
        payload = create_element(f"m:{self.SERVICE_NAME}")  # type: ignore[attr-defined]
        configuration = create_element("m:UserConfiguration")
        named = create_element("t:UserConfigurationName", attrs={"Name": name})
        named.append(distinguished(folder, self.account.primary_smtp_address))
        configuration.append(named)
        data = create_element("t:XmlData")
        data.text = base64.b64encode(content).decode()
        configuration.append(data)
        payload.append(configuration)
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element


class _UpdateUserConfiguration(_Writing, UpdateUserConfiguration):  # type: ignore[misc]
    """The one that is there."""


class _CreateUserConfiguration(_Writing, CreateUserConfiguration):  # type: ignore[misc]
    """Nobody has made it yet."""


class EwsCategories:
    """`mail.categories.CategoriesGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def master_list(self) -> Categories:
        try:
            with ews_errors(self._conversation.host):
                return categories_in(self._content())
        except ItemGone:  # nobody has made the list yet
            return ()

    def add(self, categories: Categories) -> Categories:
        with ews_errors(self._conversation.host):
            try:
                content, service = self._content(), _UpdateUserConfiguration
            except ErrorItemNotFound:
                content, service = b"", _CreateUserConfiguration
            known = categories_in(content)
            if not (fresh := lacking(known, categories)):
                return known
            if len(known) + len(fresh) > _MOST or len(content) > _LARGEST:
                raise Refused("ErrorInvalidArgument")
            service(account=self._conversation).write(_NAME, _FOLDER, with_categories(content, fresh))
            return categories_in(self._content())  # what is there now, whoever else wrote meanwhile

    def _content(self) -> bytes:
        return _GetUserConfiguration(account=self._conversation).xml_of(_NAME, _FOLDER)


def categories_in(content: bytes) -> Categories:
    """The categories of a CategoryList document. Raises `lxml.etree.LxmlError` for what is none."""
    if not content.strip():
        return ()
    root = _root(content)
    found: dict[str, Category] = {}
    for element in root.iterchildren(_CATEGORY):
        name = " ".join((element.get("name") or "").split())[:LONGEST_NAME]
        if name and len(found) < _MOST:
            found.setdefault(name.casefold(), Category(name, _colour(element)))
    return tuple(found.values())


def _colour(element: Any) -> int:
    text = element.get("color") or ""
    return int(text) if text.isascii() and text.isdigit() and int(text[:6]) <= 24 else -1


def with_categories(content: bytes, fresh: Categories) -> bytes:
    """The document with ``fresh`` at its end, all else as it is. Raises `BadAnswer` for what is no list of categories:
    it is not written over."""
    root = _root(content) if content.strip() else lxml.etree.fromstring(_EMPTY)
    if root.tag != _CATEGORIES:
        raise BadAnswer("no list of categories")
    if not content.strip():
        root.attrib.update({"default": "", "lastSavedSession": "0", "lastSavedTime": _NEVER})
    for one in fresh:
        attributes = {"name": one.name[:LONGEST_NAME], "color": str(one.colour), "keyboardShortcut": "0"}
        attributes |= {"usageCount": "0"} | {f"lastTimeUsed{use}": _NEVER for use in _USES}
        attributes |= {"lastSessionUsed": "0", "guid": f"{{{str(uuid.uuid4()).upper()}}}"}
        lxml.etree.SubElement(root, _CATEGORY, attributes)
    written: bytes = lxml.etree.tostring(root.getroottree(), xml_declaration=True, encoding="utf-8")
    return written


def _root(content: bytes) -> Any:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = lxml.etree.fromstring(content[:_LARGEST], parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadAnswer("categories with a document type")
    return root
