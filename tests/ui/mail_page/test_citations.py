"""Numbers in a mail and what the archive knows of them, however they are written."""

from __future__ import annotations

from typing import Any, cast

import pytest

from docs_archive import ArchiveError
from tests.ui.mail_page.conftest import OneDocumentArchive
from ui.mail_page.citations import Citation, citations


def cited(text: str) -> list[Citation]:
    return citations(text, lambda: cast(Any, OneDocumentArchive()))


@pytest.mark.parametrize(
    "written",
    ["12/2024/TT-BLĐPTXH", "12/2024/tt-blđptxh", "tt 12/2024", "Thông tư số 12/2024", "TT 12/2024",
     "thông tư 12 năm 2024", "12/2024/TT_BLÐPTXH", "12/2024/TT–BLĐPTXH"],
)  # fmt: skip
def test_a_held_document_is_known_however_it_is_written(written: str) -> None:
    (found,) = cited(f"Kính gửi, theo {written}, đề nghị …")
    assert found.held is not None
    assert found.held.number == "12/2024/TT-BLĐPTXH"
    assert found.places == ((len("Kính gửi, theo "), len("Kính gửi, theo ") + len(written)),)


def test_one_that_is_not_held_is_said_not_to_be() -> None:
    found = cited("Nghị định 30/2020/NĐ-CP, NĐ 31/2020 và tt 12/2024.")
    assert [(one.number, one.held is not None, one.is_known) for one in found] == [
        ("30/2020/NĐ-CP", False, True),
        ("NĐ 31/2020", False, True),
        ("tt 12/2024", True, True),
    ]


def test_an_archive_that_cannot_be_asked_is_no_answer() -> None:
    def broken() -> Any:
        raise ArchiveError

    assert [one.is_known for one in citations("30/2020/NĐ-CP", broken)] == [False]


def test_the_same_number_is_one_citation_with_its_places() -> None:
    (found,) = cited("tt 12/2024 … tt 12/2024")
    assert len(found.places) == 2
