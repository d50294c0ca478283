"""What sources say, and what the publisher makes of it: nothing is inferred, no dirt stops it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import zstandard

from docs_archive.publisher.errors import PublisherError
from docs_archive.publisher.records import record_of, status_of
from docs_archive.publisher.sources import records


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Còn hiệu lực", "CHL"),
        ("CHL", "CHL"),
        ("hết hiệu lực toàn bộ", "HHL"),
        ("HHL1P2", "HHL1P"),
        ("Ngưng hiệu lực một phần", "TNHL1P"),
        ("Chưa có hiệu lực", "CCHL"),
        ("Không còn phù hợp", "KCPH"),
        ("", "unknown"),
        (None, "unknown"),
        ("in Bộ Pháp điển điện tử snapshot (2026-02-23)", "unknown"),
        (7, "unknown"),
        ("unknown", "unknown"),
    ],
)
def test_status(said: object, code: str) -> None:
    assert status_of(said).value == code


def test_a_hint_is_no_status() -> None:
    record = record_of({"number": "1/2016/TT-B", "in_force_hint": "provisions listed were in force", "text": "x"})
    assert record["status"] == "unknown"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({"id": "boldptxh:7", "vbpl_item_id": "5"}, "boldptxh:7"),
        ({"vbpl_item_id": "27615"}, "vbpl:27615"),
        ({"url": "https://vbpl.vn/van-ban/chi-tiet/luat-su-so-65-2006-qh11--15076"}, "vbpl:15076"),
        ({"source_url": "https://vbpl.vn/boldptxh/Pages/vbpq-toanvan.aspx?dvid=1&ItemID=8222"}, "vbpl:8222"),
    ],
)
def test_the_portals_own_id_is_kept(source: dict[str, Any], expected: str) -> None:
    assert record_of({"number": "1/2016/TT-B", **source})["id"] == expected


def test_without_one_the_id_is_the_key_number_type_issuer_date() -> None:
    law = {"number": "04/2007/QH12", "type": "Luật", "issuer": "Quốc hội", "issued": "2007-11-21"}
    one = record_of(law)["id"]
    assert one.startswith("key:")
    assert record_of({**law, "title": "anders", "text": "anders"})["id"] == one
    assert record_of({**law, "type": "Nghị quyết"})["id"] != one
    assert record_of({**law, "issued": "2007-11-22"})["id"] != one


def test_two_documents_of_one_key_do_not_fall_together(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    path.write_text('{"number": "1/TT", "text": "a"}\n{"number": "1/TT", "text": "b"}\n')
    first, second = records(path)
    assert second["id"] == first["id"] + "~2"


def test_relations_of_both_shapes() -> None:
    record = record_of(
        {
            "number": "65/2006/QH11",
            "relations": [
                {
                    "type": "amended_by",
                    "kinds": ["sửa đổi", "bãi bỏ"],
                    "number": "20/2012/QH13",
                    "own_articles": ["1", "3"],
                },
                {"type": "amended_by", "kinds": ["bãi bỏ"], "number": "06/2021/TT-BTP", "own_articles": ["55"]},
                {"type": "related", "number": "11/2017/QH14", "pairs": [["1", "46"], ["54", "18"], ["1", "9"]]},
                {"type": "replaces", "number": "37/2001/PL"},
                {"kind": "guides", "number": "1/2000/QH10", "provisions": "Điều 9", "partial": True},
                {"kind": "invented", "number": "1/2000/QH10"},
                {"type": "amends"},
                "dirt",
            ],
        }
    )
    short = [(r["kind"], r["number"], r["inbound"], r["partial"], r["provisions"]) for r in record["relations"]]
    assert short == [
        ("amends", "20/2012/QH13", True, True, "Điều 1, 3"),
        ("abolishes", "06/2021/TT-BTP", True, True, "Điều 55"),
        ("refers_to", "11/2017/QH14", False, False, "Điều 1, 54"),
        ("replaces", "37/2001/PL", False, False, ""),
        ("guides", "1/2000/QH10", False, True, "Điều 9"),
    ]


def test_dirt_stays_dirt_and_stops_nothing() -> None:
    record = record_of(
        {
            "number": " 09/2015/TT-BLÐTBXH ",
            "type": None,
            "title": "Về\nviệc\u2028này",
            "issued": "2015-02-30",
            "effective": date(2015, 3, 1),
            "fields": ["Lao động", "", None],
            "text": "Ðiều 1\u2028a\r\nb\udc80",
            "relations": None,
        }
    )
    assert record["number"] == "09/2015/TT-BLÐTBXH"
    assert (record["type"], record["title"]) == ("", "Về việc này")
    assert (record["issued"], record["effective"]) == (None, "2015-03-01")
    assert record["fields"] == ["Lao động"]
    assert record["text"] == "Ðiều 1\u2028a\nb?"


def test_lines_end_at_lf_only_whatever_the_text_holds(tmp_path: Path) -> None:
    text = "một\u2028hai\u2029ba\x0bbốn\x85năm\x0csáu"
    lines = [json.dumps({"number": f"{n}/TT", "text": text * 50_000}, ensure_ascii=False) for n in range(3)]
    packed = tmp_path / "documents.jsonl.zst"
    data = "\n".join([*lines, "", "  "]).encode()
    packed.write_bytes(
        zstandard.ZstdCompressor().compress(data[:100]) + zstandard.ZstdCompressor().compress(data[100:])
    )
    assert [(each["number"], each["text"] == text * 50_000) for each in records(packed)] == [
        ("0/TT", True),
        ("1/TT", True),
        ("2/TT", True),
    ]


def test_a_folder_of_toml_and_json_records(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("number = '1/TT'\nissued = 2026-01-02\ntext = '''\nĐiều 1.'''\n", encoding="utf-8")
    (tmp_path / "b.json").write_text('{"number": "2/TT"}')
    (tmp_path / "readme.txt").write_text("not a record")
    first, second = records(tmp_path)
    assert (first["number"], first["issued"], first["text"], second["number"]) == (
        "1/TT",
        "2026-01-02",
        "Điều 1.",
        "2/TT",
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jsonl", b'{"number": "1/TT"}\n{oops\n', "line 2"),
        ("a.jsonl", b"[]\n", "line 1"),
        ("a.jsonl", b'\n{"title": "x"}\n', "line 2: a document without a number"),
        ("a.jsonl.zst", b"no zstd", "cannot be read"),
        ("none.jsonl", None, "cannot be read"),
    ],
)
def test_a_source_that_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PublisherError, match=said):
        list(records(path))
