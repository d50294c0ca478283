"""Exchange 2010 SP2 as this server can be wished to be: refuses what was not known then, and says so in its headers.

What came with Exchange 2013 is marked so in Microsoft's reference, "EWS XML elements in Exchange".
"""

from __future__ import annotations

import re

from lxml import etree

from .soap import M, Request, SoapFault, T

_VERSIONS = frozenset({"Exchange2007", "Exchange2007_SP1", "Exchange2010", "Exchange2010_SP1", "Exchange2010_SP2"})
_OPERATIONS = frozenset(
    {
        "ArchiveItem", "CreateUnifiedMailbox", "FindPeople", "GetAppManifests", "GetAppMarketplaceUrl",
        "GetClientAccessToken", "GetDiscoverySearchConfiguration", "GetHoldOnMailboxes", "GetPersona",
        "GetUserPhoto", "GetUserRetentionPolicyTags", "MarkAllItemsAsRead", "MarkAsJunk", "SearchMailboxes",
    }
)  # fmt: skip
_FIELDS = frozenset(
    {
        "item:ArchiveTag", "item:BlockStatus", "item:EntityExtractionResult", "item:Flag", "item:HasBlockedImages",
        "item:InstanceKey", "item:NormalizedBody", "item:PolicyTag", "item:Preview", "item:RetentionDate",
        "item:TextBody", "item:ReminderNextTime", "folder:ArchiveTag", "folder:DistinguishedFolderId",
        "folder:PolicyTag", "folder:ReplicaList", "calendar:EndTimeZoneId", "calendar:EndWallClock",
        "calendar:EnhancedLocation", "calendar:JoinOnlineMeetingUrl", "calendar:OnlineMeetingSettings",
        "calendar:StartTimeZoneId", "calendar:StartWallClock",
    }
)  # fmt: skip
_ELEMENTS = (f"{T}Flag", f"{T}Preview", f"{T}ProposedStart", f"{T}ProposedEnd")
_GIVEN_UNASKED = re.compile(
    rb"<t:(Flag|Preview|DistinguishedFolderId|InstanceKey)(?:/>|>.*?</t:\1>)", re.DOTALL
)  # of AllProperties and Default
_VERSION_TOLD = re.compile(rb"<h:ServerVersionInfo [^>]*?( xmlns:h=)")
_VERSION = (
    rb'<h:ServerVersionInfo MajorVersion="14" MinorVersion="2" MajorBuildNumber="247" MinorBuildNumber="5"'
    rb' Version="Exchange2010_SP2"\1'
)


def require_understood(request: Request) -> None:
    """Raises `SoapFault` for a version, an operation or a shape that Exchange 2010 SP2 does not know."""
    if request.version and request.version not in _VERSIONS:
        raise SoapFault("ErrorInvalidServerVersion", "The specified server version is invalid.")
    if request.operation in _OPERATIONS:
        raise SoapFault("ErrorInvalidRequest", f"The operation {request.operation} is not offered.")
    root = request.element
    fields = {str(path.get("FieldURI")) for path in root.iter(f"{T}FieldURI")} & _FIELDS
    unknown = sorted(fields) + [str(found.tag).rpartition("}")[2] for found in root.iter(*_ELEMENTS)]
    if root.get("SuppressReadReceipts") is not None:
        unknown.append("SuppressReadReceipts")
    if unknown:
        raise SoapFault("ErrorSchemaValidation", f"The request failed schema validation: {unknown[0]}.")


def spoken(document: bytes, request: etree._Element | None = None) -> bytes:
    """An answer as Exchange 2010 writes it."""
    told = _VERSION_TOLD.sub(_VERSION, document, count=1)
    shape = None if request is None else request.findtext(f".//{T}BaseShape")
    is_asked_by_name = shape == "IdOnly" or (request is not None and request.tag == f"{M}CreateItem")
    return told if request is None or is_asked_by_name else _GIVEN_UNASKED.sub(b"", told)
