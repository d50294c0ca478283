"""FindItem's Restriction and SortOrder over the items in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from lxml import etree

from .shapes import read_extended_path
from .soap import EwsError, T, is_true
from .store import Item

Value = str | int | bool | datetime | tuple[str, ...] | None
_DEEPEST = 32

_VALUES: dict[str, Callable[[Item], Value]] = {
    "item:Subject": lambda item: item.facts.subject,
    "item:ItemClass": lambda item: item.facts.item_class,
    "item:DateTimeReceived": lambda item: item.received_at,
    "item:DateTimeSent": lambda item: item.facts.sent_at,
    "item:DateTimeCreated": lambda item: item.created_at,
    "item:LastModifiedTime": lambda item: item.modified_at,
    "item:Size": lambda item: len(item.mime),
    "item:Importance": lambda item: item.importance,
    "item:HasAttachments": lambda item: item.facts.has_attachments,
    "item:IsDraft": lambda item: item.is_draft,
    "item:InReplyTo": lambda item: item.facts.in_reply_to,
    "item:Categories": lambda item: item.categories,
    "item:DisplayTo": lambda item: "; ".join(person.name for person in item.facts.to),
    "item:Body": lambda item: item.content.text or item.content.html,
    "message:IsRead": lambda item: item.is_read,
    "message:InternetMessageId": lambda item: item.facts.message_id,
    "message:References": lambda item: item.facts.references,
    "message:From": lambda item: str(item.facts.sender or ""),
    "message:Sender": lambda item: str(item.facts.sender or ""),
    "message:ToRecipients": lambda item: tuple(str(person) for person in item.facts.to),
}


def matches(item: Item, restriction: etree._Element) -> bool:
    return all(_matches(item, condition, 0) for condition in _children(restriction))


def sort_items(items: list[Item], order: etree._Element | None) -> list[Item]:
    """As asked, the first field being the strongest; newest first if nothing is asked."""
    if order is None:
        return sorted(items, key=lambda item: item.received_at, reverse=True)
    for by in reversed(_children(order)):
        path = _children(by)[0]
        known = [(_value(item, path), item) for item in items]
        without = [item for value, item in known if value is None]
        with_value = [(value, item) for value, item in known if value is not None]
        with_value.sort(key=lambda pair: pair[0], reverse=by.get("Order") == "Descending")
        items = [item for _, item in with_value] + without
    return items


def _matches(item: Item, condition: etree._Element, depth: int) -> bool:
    if depth > _DEEPEST:
        raise EwsError("ErrorRestrictionTooComplex", "The restriction is too deep.")
    kind = str(condition.tag).removeprefix(T)
    parts = _children(condition)
    if kind == "And":
        return all(_matches(item, part, depth + 1) for part in parts)
    if kind == "Or":
        return any(_matches(item, part, depth + 1) for part in parts)
    if kind == "Not":
        return not _matches(item, parts[0], depth + 1)
    if not parts:
        raise EwsError("ErrorInvalidArgument", "The restriction is empty.")
    value = _value(item, parts[0])
    if kind == "Exists":
        return value not in (None, (), "")
    if kind == "Contains":
        wanted = parts[1].get("Value", "")
        ignores_case = condition.get("ContainmentComparison", "Exact").startswith("IgnoreCase")
        return any(_contains(text, wanted, condition, ignores_case) for text in _texts(value))
    other: Value
    if parts[1].tag == f"{T}FieldURIOrConstant":
        target = _children(parts[1])[0]
        other = target.get("Value", "") if target.tag == f"{T}Constant" else _value(item, target)
    else:
        raise EwsError("ErrorInvalidArgument", f"{kind} is not understood.")
    return _compare(kind, value, other)


def _compare(kind: str, value: Value, other: Value) -> bool:
    if isinstance(value, tuple):
        return any(_compare(kind, each, other) for each in value)
    if value is None:
        return kind == "IsNotEqualTo"
    if isinstance(other, str):
        other = _like(value, other)
    if kind == "IsEqualTo":
        return value == other
    if kind == "IsNotEqualTo":
        return value != other
    try:
        return {
            "IsGreaterThan": lambda: value > other,  # type: ignore[operator]
            "IsGreaterThanOrEqualTo": lambda: value >= other,  # type: ignore[operator]
            "IsLessThan": lambda: value < other,  # type: ignore[operator]
            "IsLessThanOrEqualTo": lambda: value <= other,  # type: ignore[operator]
        }[kind]()
    except (KeyError, TypeError) as error:
        raise EwsError("ErrorInvalidArgument", f"{kind} cannot be applied here.") from error


def _like(value: Value, constant: str) -> Value:
    """The constant as a value of the same kind."""
    try:
        if isinstance(value, bool):
            return is_true(constant)
        if isinstance(value, int):
            return int(constant)
        if isinstance(value, datetime):
            moment = datetime.fromisoformat(constant)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except ValueError as error:
        raise EwsError("ErrorInvalidValueForProperty", "The constant does not fit the property.") from error
    return constant


def _contains(text: str, wanted: str, condition: etree._Element, ignores_case: bool) -> bool:
    if ignores_case:
        text, wanted = text.lower(), wanted.lower()
    mode = condition.get("ContainmentMode", "FullString")
    if mode == "FullString":
        return text == wanted
    return text.startswith(wanted) if mode.startswith("Prefixed") else wanted in text


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value is not None else ()


def _value(item: Item, path: etree._Element) -> Value:
    if path.tag == f"{T}ExtendedFieldURI":
        values = item.extended.get(read_extended_path(path).key)
        return None if not values else values[0] if len(values) == 1 else values
    read = _VALUES.get(path.get("FieldURI", ""))
    if read is None:
        raise EwsError("ErrorUnsupportedPathForQuery", "The property cannot be searched or sorted by.")
    return read(item)


def _children(parent: etree._Element) -> list[etree._Element]:
    return [child for child in parent if isinstance(child.tag, str)]
