"""Hiệu lực for a day: without network, at midnight, by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_archive.archive import status_on
from docs_archive.model import LegalStatus as S
from docs_archive.status import cases_of

DAY = date(2026, 11, 22)
PAST, FUTURE = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("source", "effective", "expires", "expected"),
    [
        (S.NOT_YET_IN_FORCE, FUTURE, None, S.NOT_YET_IN_FORCE),
        (S.NOT_YET_IN_FORCE, DAY, None, S.IN_FORCE),
        (S.NOT_YET_IN_FORCE, None, None, S.NOT_YET_IN_FORCE),
        (S.NOT_YET_IN_FORCE, PAST, DAY, S.EXPIRED),
        (S.IN_FORCE, PAST, None, S.IN_FORCE),
        (S.IN_FORCE, FUTURE, None, S.NOT_YET_IN_FORCE),
        (S.IN_FORCE, PAST, DAY, S.EXPIRED),
        (S.IN_FORCE, PAST, FUTURE, S.IN_FORCE),
        (S.EXPIRED, PAST, None, S.EXPIRED),
        (S.EXPIRED, PAST, FUTURE, S.IN_FORCE),
        (S.EXPIRED_IN_PART, PAST, None, S.EXPIRED_IN_PART),
        (S.EXPIRED_IN_PART, PAST, DAY, S.EXPIRED),
        (S.SUSPENDED, PAST, None, S.SUSPENDED),
        (S.SUSPENDED_IN_PART, PAST, None, S.SUSPENDED_IN_PART),
        (S.NO_LONGER_SUITABLE, PAST, DAY, S.NO_LONGER_SUITABLE),
    ],
)
def test_the_day_decides(source: S, effective: date | None, expires: date | None, expected: S) -> None:
    assert status_on(source, effective, expires, DAY) is expected


days = st.none() | st.dates(date(1946, 1, 1), date(2100, 1, 1))


@given(days, days, st.dates(date(1946, 1, 1), date(2100, 1, 1)))
def test_unknown_is_never_inferred(effective: date | None, expires: date | None, day: date) -> None:
    assert status_on(S.UNKNOWN, effective, expires, day) is S.UNKNOWN


@given(st.sampled_from(S), days, days, st.dates(date(1946, 1, 1), date(2099, 1, 1)))
def test_every_document_falls_under_one_case(
    source: S, effective: date | None, expires: date | None, day: date
) -> None:
    def when(value: date | None) -> str:
        return "none" if value is None else ("past" if value <= day else "future")

    under = [
        status for status in S if (source, when(effective), when(expires)) in cases_of(frozenset([status]), day)
    ]  # fmt: skip
    assert under == [status_on(source, effective, expires, day)]
