"""ResolveNames, ConvertId and GetServerTimeZones."""

from __future__ import annotations

import unicodedata

from lxml import etree

from .exchange import Exchange, each
from .item_xml import mailbox_xml
from .letter import DirectoryEntry
from .soap import EwsError, M, T, attribute, element, failure, is_true, response, success, text

_MOST_CANDIDATES = 100
_ZONES = (
    ("SE Asia Standard Time", "(UTC+07:00) Bangkok, Hanoi, Jakarta", "-PT7H"),
    ("UTC", "(UTC) Coordinated Universal Time", "PT0S"),
)


def resolve_names(exchange: Exchange, request: etree._Element) -> bytes:
    operation = "ResolveNames"
    wanted = folded(request.findtext(f"{M}UnresolvedEntry") or "").removeprefix("smtp:").strip()
    is_whole = is_true(request.get("ReturnFullContactData"))
    found = [entry for entry in exchange.directory if wanted and _fits(entry, wanted)]
    if not found:
        return response(operation, [failure(operation, EwsError("ErrorNameResolutionNoResults"))])
    shown = found[:_MOST_CANDIDATES]
    resolutions = "".join(
        f"<t:Resolution>{mailbox_xml(entry.person)}{_contact(entry) if is_whole else ''}</t:Resolution>"
        for entry in shown
    )
    is_last = "true" if len(shown) == len(found) else "false"
    content = (
        f'<m:ResolutionSet TotalItemsInView="{len(found)}" IncludesLastItemInRange="{is_last}">{resolutions}'
        "</m:ResolutionSet>"
    ).encode()
    if len(found) == 1:
        return response(operation, [success(operation, content)])
    several = EwsError("ErrorNameResolutionMultipleResults")
    return response(operation, [failure(operation, several, "Warning", content)])


def convert_id(exchange: Exchange, request: etree._Element) -> bytes:
    """Our ids have one form only: a known one is given back, any other is malformed."""
    wanted_format = request.get("DestinationFormat", "EwsId")

    def act(source: etree._Element) -> bytes:
        some_id = source.get("Id", "")
        if some_id not in exchange.store.items and some_id not in exchange.store.folders:
            raise EwsError("ErrorInvalidIdMalformed")
        converted = (
            f'<m:AlternateId xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:AlternateIdType"'
            f" Format={attribute(wanted_format)} Id={attribute(some_id)} Mailbox={attribute(exchange.owner.address)}/>"
        )
        return success("ConvertId", converted.encode())

    return response("ConvertId", each("ConvertId", request.iterfind(f"{M}SourceIds/*"), act))


def get_server_time_zones(exchange: Exchange, request: etree._Element) -> bytes:
    wanted = {found.text for found in request.iterfind(f"{M}Ids/{T}Id")}
    is_whole = request.get("ReturnFullTimeZoneData", "true") != "false"
    definitions = b"".join(
        _zone(zone_id, name, bias, is_whole) for zone_id, name, bias in _ZONES if not wanted or zone_id in wanted
    )
    return response(
        "GetServerTimeZones",
        [success("GetServerTimeZones", b"<m:TimeZoneDefinitions>", definitions, b"</m:TimeZoneDefinitions>")],
    )


def folded(value: str) -> str:
    """Lower case without marks: "hanh" finds "Hạnh". As to a real directory, đ is another letter than d."""
    plain = unicodedata.normalize("NFD", value.lower())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _fits(entry: DirectoryEntry, wanted: str) -> bool:
    name = folded(entry.person.name)
    return wanted in name or folded(entry.person.address).startswith(wanted)


def _contact(entry: DirectoryEntry) -> str:
    surname, _, rest = entry.person.name.partition(" ")
    middle, _, given = rest.rpartition(" ")
    return (
        b"<t:Contact>"
        + element("t:DisplayName", entry.person.name)
        + element("t:GivenName", given)
        + (element("t:MiddleName", middle) if middle else b"")
        + element("t:CompanyName", entry.organisation)
        + f'<t:EmailAddresses><t:Entry Key="EmailAddress1">SMTP:{text(entry.person.address)}</t:Entry>'.encode()
        + b"</t:EmailAddresses><t:ContactSource>ActiveDirectory</t:ContactSource>"
        + element("t:Department", entry.department)
        + element("t:JobTitle", entry.post)
        + element("t:Surname", surname)
        + b"</t:Contact>"
    ).decode()


def _zone(zone_id: str, name: str, bias: str, is_whole: bool) -> bytes:
    head = f"<t:TimeZoneDefinition Id={attribute(zone_id)} Name={attribute(name)}"
    if not is_whole:
        return f"{head}/>".encode()
    return (
        f'{head}><t:Periods><t:Period Bias="{bias}" Name="Standard" Id="std"/></t:Periods>'
        '<t:TransitionsGroups><t:TransitionsGroup Id="0"><t:Transition><t:To Kind="Period">std</t:To></t:Transition>'
        '</t:TransitionsGroup></t:TransitionsGroups><t:Transitions><t:Transition><t:To Kind="Group">0</t:To>'
        "</t:Transition></t:Transitions></t:TimeZoneDefinition>"
    ).encode()
