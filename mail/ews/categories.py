"""The master list of categories: GetUserConfiguration of "CategoryList" in the calendar folder [MS-OXOCFG 2.2.5]."""

from __future__ import annotations

import base64
import binascii
from typing import Any

import lxml.etree
from exchangelib.services import GetUserConfiguration
from exchangelib.util import create_element

from ..categories import Categories, Category
from ..categories.model import LONGEST_NAME
from ..errors import ItemGone
from .conversation import Conversation, OneShot
from .errors import BadAnswer, ews_errors
from .soap_shapes import T, distinguished, text_of

_LARGEST = 1024 * 1024
_MOST = 500
_CATEGORY = "{CategoryList.xsd}category"


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


class EwsCategories:
    """`mail.categories.CategoriesGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def master_list(self) -> Categories:
        try:
            with ews_errors(self._conversation.host):
                content = _GetUserConfiguration(account=self._conversation).xml_of("CategoryList", "calendar")
                return categories_in(content)
        except ItemGone:  # nobody has made the list yet
            return ()


def categories_in(content: bytes) -> Categories:
    """The categories of a CategoryList document. Raises `lxml.etree.LxmlError` for what is none."""
    if not content.strip():
        return ()
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = lxml.etree.fromstring(content[:_LARGEST], parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadAnswer("categories with a document type")
    found: dict[str, Category] = {}
    for element in root.iterchildren(_CATEGORY):
        name = " ".join((element.get("name") or "").split())[:LONGEST_NAME]
        if name and len(found) < _MOST:
            found.setdefault(name.casefold(), Category(name, _colour(element)))
    return tuple(found.values())


def _colour(element: Any) -> int:
    text = element.get("color") or ""
    return int(text) if text.isascii() and text.isdigit() and int(text[:6]) <= 24 else -1
