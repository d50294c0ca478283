"""The right link in every invitation of the corpus, and none where there is none."""

from __future__ import annotations

import pytest

from conference import find_links

from .corpus_reader import KNOWN, Case, cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_is_found(case: Case) -> None:
    found = find_links(case.invitation, KNOWN)
    assert [(link.service.value, link.address) for link in found.links] == case.links
    assert [f"{one.kind.value} {one.host}" for one in found.refused] == case.refused
    first = found.links[0] if found.links else found
    for name, value in case.said.items():
        assert getattr(first, name) == value, name


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 150
    assert len({case.name for case in CASES}) == len(CASES)
    assert sum(1 for case in CASES if not case.links) >= 40
    assert sum(1 for case in CASES if any("ọ" in text for texts in case.parts.values() for text in texts)) >= 50
