"""Which properties a client asks for: reads ItemShape, FolderShape, FieldURI and ExtendedFieldURI."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .soap import EwsError, M, T, child_text, is_true

# Property sets by the GUIDs that stand behind their names (MS-OXPROPS 1.3.2).
_SETS = {
    "Meeting": "6ed8da90-450b-101b-98da-00aa003f1305",
    "Appointment": "00062002-0000-0000-c000-000000000046",
    "Common": "00062008-0000-0000-c000-000000000046",
    "PublicStrings": "00020329-0000-0000-c000-000000000046",
    "Address": "00062004-0000-0000-c000-000000000046",
    "InternetHeaders": "00020386-0000-0000-c000-000000000046",
    "CalendarAssistant": "11000e07-b51b-40d6-af21-caa85edab1d0",
    "UnifiedMessaging": "4442858e-a9e3-4e80-b900-317a210cc15b",
    "Task": "00062003-0000-0000-c000-000000000046",
    "Sharing": "00062040-0000-0000-c000-000000000046",
}
_EXTENDED_ATTRIBUTES = (
    "DistinguishedPropertySetId",
    "PropertySetId",
    "PropertyTag",
    "PropertyName",
    "PropertyId",
    "PropertyType",
)

PropertyKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExtendedPath:
    """An extended property as it was asked for (``attributes``) and as it is kept (``key``)."""

    key: PropertyKey
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """``base`` is IdOnly, Default or AllProperties; ``fields`` are FieldURIs asked for beside it."""

    base: str
    fields: frozenset[str] = frozenset()
    extended: tuple[ExtendedPath, ...] = ()
    mime: bool = False
    body_type: str = "Best"
    headers: tuple[str, ...] = ()


def read_shape(request: etree._Element, name: str) -> Shape:
    found = request.find(f"{M}{name}")
    if found is None:
        return Shape("Default" if name == "AttachmentShape" else "AllProperties")
    fields: set[str] = set()
    headers: list[str] = []
    extended: list[ExtendedPath] = []
    for path in found.iterfind(f"{T}AdditionalProperties/*"):
        if path.tag == f"{T}FieldURI":
            fields.add(path.get("FieldURI", ""))
        elif path.tag == f"{T}ExtendedFieldURI":
            extended.append(read_extended_path(path))
        elif path.tag == f"{T}IndexedFieldURI" and path.get("FieldURI") == "item:InternetMessageHeader":
            headers.append(path.get("FieldIndex", ""))
    return Shape(
        base=child_text(found, f"{T}BaseShape", "AllProperties"),
        fields=frozenset(fields),
        extended=tuple(extended),
        mime=is_true(child_text(found, f"{T}IncludeMimeContent")) or "item:MimeContent" in fields,
        body_type=child_text(found, f"{T}BodyType", "Best"),
        headers=tuple(headers),
    )


def read_extended_path(path: etree._Element) -> ExtendedPath:
    attributes = tuple((name, value) for name in _EXTENDED_ATTRIBUTES if (value := path.get(name)) is not None)
    given = dict(attributes)
    property_type = given.get("PropertyType", "")
    if not property_type:
        raise EwsError("ErrorInvalidExtendedProperty", "The extended property has no type.")
    if "PropertyTag" in given:
        tag = given["PropertyTag"]
        try:
            number = int(tag, 16) if tag.lower().startswith("0x") else int(tag)
        except ValueError as error:
            raise EwsError("ErrorInvalidExtendedProperty", "The property tag is not a number.") from error
        return ExtendedPath(("tag", f"{number:#06x}", property_type), attributes)
    property_set = _SETS.get(given.get("DistinguishedPropertySetId", ""), given.get("PropertySetId", "").lower())
    if "PropertyName" in given:
        # Named properties of InternetHeaders are headers, and headers have no case.
        name = given["PropertyName"]
        name = name.lower() if property_set == _SETS["InternetHeaders"] else name
        return ExtendedPath((property_set, "name", name, property_type), attributes)
    if "PropertyId" in given and property_set:
        return ExtendedPath((property_set, "id", given["PropertyId"], property_type), attributes)
    raise EwsError("ErrorInvalidExtendedProperty", "The extended property has neither tag, name nor id.")
