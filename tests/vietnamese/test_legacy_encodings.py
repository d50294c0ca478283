"""TCVN3 and VNI become Unicode."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from vietnamese.legacy_encodings import from_tcvn3, from_vni

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"


def test_tcvn3() -> None:
    assert (
        from_tcvn3("bé tµi chÝnh céng hoµ x· héi chñ nghÜa ViÖt nam")
        == "bộ tài chính cộng hoà xã hội chủ nghĩa Việt nam"
    )
    assert from_tcvn3("bé lao ®éng", is_capital_font=True) == "BỘ LAO ĐỘNG"
    assert from_tcvn3("§iÒu 5. ¦u tiªn") == "Điều 5. Ưu tiên"


def test_vni() -> None:
    assert from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam") == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert from_vni("Ñoäc laäp - Töï do - Haïnh phuùc") == "Độc lập - Tự do - Hạnh phúc"
    assert from_vni("NGHÒ ÑÒNH CUÛA CHÍNH PHUÛ") == "NGHỊ ĐỊNH CỦA CHÍNH PHỦ"
    assert from_vni("ngöôøi, thöôûng, kyõ, tyû, lyù, quyønh, suùng, meï, naëng") == (
        "người, thưởng, kỹ, tỷ, lý, quỳnh, súng, mẹ, nặng"
    )


def test_every_letter_can_be_written() -> None:
    tcvn3 = {from_tcvn3(chr(code)) for code in range(0x20, 0x100)}
    assert set(SMALL) <= tcvn3
    vni_letters = [chr(code) for code in range(0x20, 0x100)]
    vni = {from_vni(first + second) for first in "aeiouyôöñ" for second in vni_letters} | set(
        map(from_vni, vni_letters)
    )
    assert set(SMALL) <= vni and set(SMALL.upper()) <= {
        from_vni((first + second).upper()) for first in "aeiouyôöñ" for second in ["", *vni_letters]
    } | {from_vni(letter) for letter in vni_letters}


def test_plain_text_is_left_alone() -> None:
    assert from_tcvn3("Plain 123.") == from_vni("Plain 123.") == "Plain 123."
    assert unicodedata.is_normalized("NFC", from_vni("tieáng Vieät"))


@pytest.mark.skipif("BAN_CONG_VU_TEST_DATA" not in os.environ, reason="needs the shared data")
def test_the_collected_table() -> None:
    path = Path(os.environ["BAN_CONG_VU_TEST_DATA"]) / "reference" / "tcvn3_map_lower.json"
    for letter, meant in json.loads(path.read_text("utf-8")).items():
        assert from_tcvn3(letter) == meant
