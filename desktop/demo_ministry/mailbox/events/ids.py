"""Ids of calendar items: occurrences have ids of their own, made of their series' and the day."""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lxml import etree

from ..soap import EwsError, T
from ..store import Item
from .rules import day_number, falls_on

if TYPE_CHECKING:
    from ..exchange import Exchange

_OCCURRENCE = b"occ"


def occurrence_id(series_id: str, day: date) -> str:
    raw = base64.b64decode(series_id)
    return base64.b64encode(raw[:8] + _OCCURRENCE + struct.pack(">I", day.toordinal()) + raw[8:]).decode()


def split(some_id: str) -> tuple[str, date] | None:
    """The series' id and the day of an occurrence's id; None for any other."""
    try:
        raw = base64.b64decode(some_id, validate=True)
    except (binascii.Error, ValueError):
        return None
    if raw[8:11] != _OCCURRENCE or len(raw) < 20:
        return None
    return base64.b64encode(raw[:8] + raw[15:]).decode(), date.fromordinal(struct.unpack(">I", raw[11:15])[0])


def place(exchange: Exchange, named: etree._Element) -> tuple[Item, date | None]:
    """The item an ItemId, OccurrenceItemId or RecurringMasterItemId is about, and the day if it is an occurrence."""
    if named.tag == f"{T}OccurrenceItemId":
        item = _known(exchange, named.get("RecurringMasterId", ""))
        if item.event is None or item.event.rule is None:
            raise EwsError("ErrorCalendarCannotUseIdForRecurringMasterId")
        return item, day_number(item.event, int(named.get("InstanceIndex", "0")))
    if named.tag == f"{T}RecurringMasterItemId":
        found = split(named.get("OccurrenceId", ""))
        if found is None:
            raise EwsError("ErrorCalendarCannotUseIdForOccurrenceId")
        return _known(exchange, found[0]), None
    found = split(named.get("Id", ""))
    if found is None:
        return _known(exchange, named.get("Id", "")), None
    item, day = _known(exchange, found[0]), found[1]
    if item.event is None or item.event.rule is None or not falls_on(item.event.rule, day) or day in item.event.deleted:
        raise EwsError("ErrorItemNotFound")
    return item, day


def seen(item: Item, day: date | None) -> Item:
    """The item, or its occurrence as an item of its own to look at."""
    if day is None or item.event is None:
        return item
    occurrence = item.event.occurrence(day)
    return replace(item, id=occurrence_id(item.id, day), event=occurrence, fragments={})


def _known(exchange: Exchange, item_id: str) -> Item:
    return exchange.item_with_id(item_id)
