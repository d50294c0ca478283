"""Lines and documents of every wrong form are refused as damaged, never with an error of the language."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_archive.errors import FeedDamaged
from docs_archive.feed.documents import change_of, document_of, parsed_line
from docs_archive.model import ChangeKind, LegalStatus

GOOD: dict[str, Any] = {
    "id": "a",
    "number": "1/2026/TT-B",
    "status": "CHL",
    "fields": [],
    "relations": [{"kind": "amends", "number": "2/2020/TT-B"}, {"kind": "some-later-kind", "number": "3"}],
    "issued": "2026-01-02",
}


def test_what_a_later_publisher_adds_is_skipped() -> None:
    document = document_of({**GOOD, "status": "NEU", "new": {"deep": []}}, "x")
    assert document.status is LegalStatus.UNKNOWN
    assert [relation.other_number for relation in document.relations] == ["2/2020/TT-B"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": 5},
        {"number": None},
        {"text": ["x"]},
        {"issued": "02/01/2026"},
        {"issued": 2026},
        {"fields": "x"},
        {"fields": [1]},
        {"relations": {}},
        {"relations": [1]},
        {"relations": [{"kind": "amends", "number": 1}]},
        {"relations": [{}] * 5001},
    ],
)
def test_a_document_of_another_form_is_damaged(wrong: dict[str, Any]) -> None:
    with pytest.raises(FeedDamaged):
        document_of({**GOOD, **wrong}, "x")


@pytest.mark.parametrize(
    "line",
    [
        {"sequence": 1, "document": "a", "change": "explode"},
        {"sequence": 1, "document": "b", "change": "put"},
        {"sequence": 1, "document": "a", "change": "status", "status": 3},
        {"sequence": 1, "document": "a", "change": "withdraw", "on": "gestern"},
    ],
)
def test_a_line_of_another_form_is_damaged(line: dict[str, Any]) -> None:
    with pytest.raises(FeedDamaged):
        change_of(line, GOOD, "x")


def test_a_put_without_its_document_is_damaged() -> None:
    with pytest.raises(FeedDamaged):
        change_of({"sequence": 1, "document": "a", "change": "put"}, None, "x")


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"sequence": true, "document": "a"}', b"\xff", b"[" * 100_000])
def test_what_is_no_line_is_damaged(raw: bytes) -> None:
    with pytest.raises(FeedDamaged):
        parsed_line(raw, "x")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "kind", "on"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(changed=st.dictionaries(st.sampled_from([*GOOD, "text", "expires"]), _JSON, max_size=4), kind=_JSON, on=_JSON)
def test_any_json_is_a_change_or_damaged(changed: dict[str, Any], kind: Any, on: Any) -> None:
    for change in ("put", "status", "withdraw", kind):
        line = {"sequence": 1, "document": "a", "change": change, "on": on, "status": kind}
        try:
            found = change_of(parsed_line(json.dumps(line).encode(), "x"), {**GOOD, **changed}, "x")
        except FeedDamaged:
            continue
        assert found.kind in ChangeKind
