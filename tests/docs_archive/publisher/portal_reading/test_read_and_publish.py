"""`read` from a portal on loopback or a folder, then `publish`: whole, resumed, unchanged, guarded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs_archive.publisher.__main__ import main
from docs_archive.publisher.portal_reading.portal_profile import BUILT_IN
from tests.docs_archive.published_feed import PublishedFeed
from tests.docs_archive.publisher.portal_reading import pages
from tests.docs_archive.publisher.portal_reading.portal_server import PortalServer

TEXT, PROPERTIES = "/TW/Pages/vbpq-toanvan.aspx?ItemID=", "/TW/Pages/vbpq-thuoctinh.aspx?ItemID="


class Reader:
    """The command line over one portal whose documents are 1 to 20."""

    def __init__(self, folder: Path, portal: PortalServer) -> None:
        self.folder, self.portal = folder, portal
        self.records = folder / "records.jsonl"
        self.profile = folder / "mine.toml"
        text = (BUILT_IN / "vbpl_old.toml").read_text(encoding="utf-8")
        self.profile.write_text(text.replace('"vbpl.vn", "www.vbpl.vn"', f'"{portal.host}"'), encoding="utf-8")
        self.show(*range(1, 21))

    def show(self, *numbers: int) -> None:
        self.portal.pages.clear()
        self.portal.pages["/list"] = pages.listing(*map(str, numbers))
        for n in numbers:
            self.portal.pages[f"{TEXT}{n}"] = pages.full_text(str(n), f"{n}/2015/TT-BLĐTBXH")
            self.portal.pages[f"{PROPERTIES}{n}"] = pages.properties(str(n), f"{n}/2015/TT-BLĐTBXH")

    def read(self, *more: str) -> int:
        where = ["--records", str(self.records), "--findings", str(self.folder / "findings.jsonl")]
        return main(["read", "--profile", str(self.profile), "--pages", self.portal.url("/list"), *where, *more])

    def written(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.records.read_text(encoding="utf-8").split("\n") if line]

    def told(self) -> list[str]:
        lines = (self.folder / "findings.jsonl").read_text(encoding="utf-8").split("\n")
        return [json.loads(line)["kind"] for line in lines if line]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with PortalServer() as portal:
        yield Reader(tmp_path, portal)


def test_a_portal_is_read_published_and_the_second_time_nothing_is_new(
    reader: Reader, feed: PublishedFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reader.read() == 0
    assert feed.run("publish", "--create", "--documents", str(reader.records)) == 0
    page = feed.gateway().changes(0)
    assert {change.document.number for change in page.changes if change.document} == {
        f"{n}/2015/TT-BLĐTBXH" for n in range(1, 21)
    }
    document = next(each.document for each in page.changes if each.document and each.document.id == "vbpl:5")
    assert document.text.endswith("Điều 1. Phạm vi")
    assert document.source_url == reader.portal.url(f"{PROPERTIES}5")
    files, records = feed.files(), reader.records.read_bytes()
    reader.portal.requests.clear()
    capsys.readouterr()
    assert reader.read() == 0
    assert {status for path, status in reader.portal.requests if path != "/robots.txt"} == {304}
    assert reader.records.read_bytes() == records
    assert feed.run("publish", "--documents", str(reader.records)) == 0
    assert "nothing new in 20 documents" in capsys.readouterr().out
    assert feed.files() == files


def test_only_what_changed_is_published(reader: Reader, feed: PublishedFeed) -> None:
    assert reader.read() == 0
    assert feed.run("publish", "--create", "--documents", str(reader.records)) == 0
    reader.portal.pages[f"{PROPERTIES}7"] = pages.properties("7", "7/2015/TT-BLĐTBXH", status="Hết hiệu lực toàn bộ")
    assert reader.read() == 0
    assert feed.run("publish", "--documents", str(reader.records)) == 0
    lines = feed.log_lines()
    assert [(line["sequence"], line["document"]) for line in lines[20:]] == [(21, "vbpl:7")]


def test_a_round_that_was_broken_off_goes_on_where_it_was(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    assert reader.read("--most-pages", "15") == 0
    assert "run again to go on" in capsys.readouterr().out
    assert not reader.records.exists()
    assert reader.read() == 0
    assert len(reader.written()) == 20
    assert len(reader.portal.asked()) == len(set(reader.portal.asked())) == 41


def test_mass_disappearance_stops_everything_until_a_person_looked(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reader.read() == 0
    before = reader.records.read_bytes()
    reader.show(*range(1, 18))
    assert reader.read() == 2
    assert "3 of 20 documents are missing" in capsys.readouterr().err
    assert reader.records.read_bytes() == before
    assert reader.told().count("missing") == 3
    assert reader.read("--forget-missing") == 0
    assert len(reader.written()) == 17
    assert reader.read() == 0


def test_slow_erosion_is_summed_up(reader: Reader) -> None:
    assert reader.read() == 0
    for last, code in ((20, 0), (19, 0), (18, 2)):
        reader.show(*range(1, last))
        assert reader.read() == code


@pytest.mark.parametrize("page", [pages.listing(), b"<title>PageNotFoundError</title><p>x</p>", 500, 404])
def test_an_empty_portal_is_a_failure_and_no_deletion(
    reader: Reader, page: bytes | int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reader.read() == 0
    before = reader.records.read_bytes()
    reader.portal.pages.clear()
    reader.portal.pages["/list"] = page
    assert reader.read() == 2
    assert "no deletion" in capsys.readouterr().err or page == 500
    assert reader.records.read_bytes() == before


def test_one_page_that_fails_for_a_while_is_read_as_it_was(reader: Reader) -> None:
    assert reader.read() == 0
    reader.portal.pages[f"{TEXT}5"] = 503
    assert reader.read() == 0
    assert len(reader.written()) == 20
    assert "not_fetched" in reader.told()


def test_a_portal_redeployed_under_the_profile_is_a_failure(reader: Reader) -> None:
    assert reader.read() == 0
    for path, page in reader.portal.pages.items():
        if isinstance(page, bytes) and path != "/list":
            reader.portal.pages[path] = page.replace(b"vbProperties", b"vbNew").replace(b"toanvancontent", b"new")
    assert reader.read() == 2


def test_a_folder_with_the_addresses_of_its_pages(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "a.html").write_bytes(pages.properties("5"))
    (saved / "b.html").write_bytes(pages.properties("6", "6/2015/TT-BLĐTBXH"))
    (saved / "addresses.tsv").write_text(
        f"a.html\thttps://vbpl.vn{PROPERTIES}5\nb.html\thttps://vbpl.vn{PROPERTIES}9\n"
    )
    records = tmp_path / "records.jsonl"
    assert main(["read", "--profile", "vbpl_old", "--pages", str(saved), "--records", str(records)]) == 0
    (record,) = map(json.loads, records.read_text().splitlines())
    assert (record["id"], record["source_url"]) == ("vbpl:5", f"https://vbpl.vn{PROPERTIES}5")


def test_publishing_still_asks_for_its_folders(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["refresh"])
    assert "--keys and --output" in capsys.readouterr().err
