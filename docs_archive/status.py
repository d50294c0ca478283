"""Hiệu lực for a day: what the source says, carried to the day asked about. Used by the archive and by the search's
filter, so that a PC without network turns "chưa có hiệu lực" into "còn hiệu lực" at midnight by itself."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from .model import LegalStatus


def status_on(source_status: LegalStatus, effective: date | None, expires: date | None, day: date) -> LegalStatus:
    """The status for a day. ``expires`` is the first day out of force, as vbpl.vn gives it. UNKNOWN stays UNKNOWN."""
    if source_status is LegalStatus.UNKNOWN or source_status is LegalStatus.NO_LONGER_SUITABLE:
        return source_status
    if expires is not None and expires <= day:
        return LegalStatus.EXPIRED
    if effective is not None and effective > day:
        return LegalStatus.NOT_YET_IN_FORCE
    if source_status is LegalStatus.NOT_YET_IN_FORCE:
        return LegalStatus.IN_FORCE if effective is not None else source_status
    if source_status is LegalStatus.EXPIRED:
        # Expired as of the source's day; on an earlier day it was in force, if the source says since when it is not.
        return LegalStatus.IN_FORCE if expires is not None else source_status
    return source_status


def cases_of(wanted: frozenset[LegalStatus], day: date) -> list[tuple[LegalStatus, str, str]]:
    """Every (source status, effective, expires) that gives one of ``wanted`` on ``day``; the dates as "none", "past"
    (the day itself included) or "future". The search turns them into a filter: the rule stands in one place."""
    samples = {"none": None, "past": day, "future": day + timedelta(days=1)}
    return [
        (status, effective, expires)
        for status, effective, expires in product(LegalStatus, samples, samples)
        if status_on(status, samples[effective], samples[expires], day) in wanted
    ]
