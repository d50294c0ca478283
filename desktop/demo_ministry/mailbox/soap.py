"""SOAP in and out: reads a request with a hardened parser, writes envelopes, response messages and faults as bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
TYPES = "http://schemas.microsoft.com/exchange/services/2006/types"
MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages"
ERRORS = "http://schemas.microsoft.com/exchange/services/2006/errors"
S, T, M = f"{{{SOAP}}}", f"{{{TYPES}}}", f"{{{MESSAGES}}}"

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>'
    f'<s:Envelope xmlns:s="{SOAP}"><s:Header>'
    '<h:ServerVersionInfo MajorVersion="15" MinorVersion="1" MajorBuildNumber="2507" MinorBuildNumber="37"'
    f' Version="V2017_07_11" xmlns:h="{TYPES}"/></s:Header><s:Body>'
).encode()
_TAIL = b"</s:Body></s:Envelope>"
_NAMESPACES = f' xmlns:m="{MESSAGES}" xmlns:t="{TYPES}"'
# What XML 1.0 cannot carry, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class EwsError(Exception):
    """One response message's error: an EWS response code and its text. ``element``: further XML of that message."""

    def __init__(self, code: str, text: str = "", message_xml: str = "") -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text or _TEXTS.get(code, "The request failed.")
        self.message_xml = message_xml


class SoapFault(Exception):
    """The whole request failed. ``back_off`` in seconds goes into the fault of ErrorServerBusy."""

    def __init__(self, code: str, text: str = "", *, status: int = 500, back_off: float | None = None) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text or _TEXTS.get(code, "The request failed.")
        self.status = status
        self.back_off = back_off


_TEXTS = {
    "ErrorItemNotFound": "The specified object was not found in the store.",
    "ErrorFolderNotFound": "The specified folder could not be found in the store.",
    "ErrorInvalidIdMalformed": "Id is malformed.",
    "ErrorInvalidSyncStateData": "Synchronization state data is corrupt or otherwise invalid.",
    "ErrorServerBusy": "The server cannot service this request right now. Try again later.",
    "ErrorNameResolutionNoResults": "No results were found.",
    "ErrorNameResolutionMultipleResults": "Multiple results were found.",
    "ErrorInvalidRecipients": "At least one recipient isn't valid.",
    "ErrorChangeKeyRequired": "The change key is required for this operation.",
    "ErrorChangeKeyRequiredForWriteOperations": "A change key is required for this operation.",
    "ErrorIrresolvableConflict": "The send or update operation could not be performed because the change key passed in"
    " the request does not match the current change key for the item.",
    "ErrorStaleObject": "The operation can't be performed because the item is out of date.",
    "ErrorSubscriptionNotFound": "The subscription was not found.",
    "ErrorNonExistentMailbox": "The SMTP address has no mailbox associated with it.",
    "ErrorInternalServerError": "An internal server error occurred. The operation failed.",
    "ErrorSchemaValidation": "The request failed schema validation.",
}


# What the schema wants in a response message even when it is an error.
_EMPTY = {
    **dict.fromkeys(("GetItem", "CreateItem", "UpdateItem", "MoveItem", "CopyItem"), b"<m:Items/>"),
    "GetAttachment": b"<m:Attachments/>",
    "GetServerTimeZones": b"<m:TimeZoneDefinitions/>",
}


@dataclass(frozen=True, slots=True)
class Request:
    """The one element in the SOAP body, its operation's name, and the Exchange the client takes this for."""

    operation: str
    element: etree._Element
    version: str = ""


def read_request(body: bytes) -> Request:
    """Raises SoapFault for anything that is not one EWS operation in a SOAP 1.1 envelope."""
    # huge_tree: a MimeContent is one text node of many MB; the size of the request is bounded before.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True)
    try:
        envelope = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SoapFault("ErrorSchemaValidation", "The request is not well-formed XML.") from error
    if envelope.getroottree().docinfo.internalDTD is not None:
        raise SoapFault("ErrorSchemaValidation", "A document type declaration is not allowed.")
    soap_body = envelope.find(f"{S}Body") if envelope.tag == f"{S}Envelope" else None
    elements = [] if soap_body is None else [child for child in soap_body if isinstance(child.tag, str)]
    if len(elements) != 1 or not elements[0].tag.startswith(M):
        raise SoapFault("ErrorInvalidRequest", "The request has no operation.")
    asked_as = envelope.find(f"{S}Header/{T}RequestServerVersion")
    version = "" if asked_as is None else asked_as.get("Version", "")
    return Request(elements[0].tag.removeprefix(M), elements[0], version)


def envelope(body: bytes) -> bytes:
    return b"".join((_HEAD, body, _TAIL))


def response(operation: str, messages: Iterable[bytes]) -> bytes:
    """The usual shape: <m:XResponse><m:ResponseMessages>…"""
    name = operation.encode()
    return b"".join(
        (
            b"<m:%sResponse%s><m:ResponseMessages>" % (name, _NAMESPACES.encode()),
            *messages,
            b"</m:ResponseMessages></m:%sResponse>" % name,
        )
    )


def success(operation: str, *content: bytes) -> bytes:
    name = operation.encode()
    head = b'<m:%sResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode>' % name
    return b"".join((head, *content, b"</m:%sResponseMessage>" % name))


def failure(operation: str, error: EwsError, response_class: str = "Error", content: bytes = b"") -> bytes:
    message_xml = f"<m:MessageXml>{error.message_xml}</m:MessageXml>" if error.message_xml else ""
    return (
        f'<m:{operation}ResponseMessage ResponseClass="{response_class}"><m:MessageText>{text(error.text)}'
        f"</m:MessageText><m:ResponseCode>{error.code}</m:ResponseCode>"
        f"<m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>{message_xml}"
    ).encode() + b"%s</m:%sResponseMessage>" % (content or _EMPTY.get(operation, b""), operation.encode())


def fault(error: SoapFault) -> bytes:
    """A SOAP fault in Exchange's form; ErrorServerBusy says how long to wait."""
    back_off = ""
    if error.back_off is not None:
        back_off = (
            f'<t:MessageXml xmlns:t="{TYPES}"><t:Value Name="BackOffMilliseconds">{round(error.back_off * 1000)}'
            "</t:Value></t:MessageXml>"
        )
    return envelope(
        (
            f'<s:Fault><faultcode xmlns:a="{TYPES}">a:{error.code}</faultcode>'
            f'<faultstring xml:lang="en-US">{text(error.text)}</faultstring><detail>'
            f'<e:ResponseCode xmlns:e="{ERRORS}">{error.code}</e:ResponseCode>'
            f'<e:Message xmlns:e="{ERRORS}">{text(error.text)}</e:Message>{back_off}</detail></s:Fault>'
        ).encode()
    )


def text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))


def attribute(value: str) -> str:
    return quoteattr(_NOT_XML.sub("", value))


def element(name: str, value: str | int | bool) -> bytes:
    if isinstance(value, bool):
        value = "true" if value else "false"
    return f"<{name}>{text(str(value))}</{name}>".encode()


def moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def child_text(parent: etree._Element, path: str, default: str = "") -> str:
    found = parent.find(path)
    return default if found is None or found.text is None else found.text.strip()


def is_true(value: str | None) -> bool:
    return (value or "").strip().lower() in ("true", "1")
