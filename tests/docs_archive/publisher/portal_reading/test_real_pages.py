"""The captured pages, where they are present: what was read from each by eye."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docs_archive.publisher.portal_reading.page_reader import read_page
from docs_archive.publisher.portal_reading.portal_profile import load_profile

DATA = Path(os.environ.get("BAN_CONG_VU_TEST_DATA", "")) / "portal_pages"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="BAN_CONG_VU_TEST_DATA does not name the captured pages")

# ruff: noqa: E501 (a table)
# (profile, page, its sort, number, type, issuer, signer, issued, relations, files)
DOCUMENTS = [
    ("vbpl_old", "vbpl_old/attributes.html", "thuoctinh", "101/2015/QH13", "Bộ luật", "Quốc hội", "Nguyễn Sinh Hùng", "27/11/2015", 0, 4),
    ("vbpl_old", "vbpl_old/fulltext_v1.html", "toanvan", "Không số", "Hiến pháp", "QUỐC HỘI", "Nguyễn Văn An", "ngày 25 tháng 12 năm 2001", 0, 1),
    ("vbpl_old", "vbpl_old/fulltext_v2.html", "toanvan", "Không số", "Hiến pháp", "QUỐC HỘI", "Nguyễn Sinh Hùng", "ngày 28 tháng 11 năm 2013", 0, 2),
    ("vbpl_old", "vbpl_old/related_documents.html", "vanbanlienquan", "Không số", "Hiến pháp", "", "", "", 4, 2),
    ("vbpl_old", "vbpl_old/relations.html", "luocdo", "Không số", "Hiến pháp", "", "", "", 94, 0),
    ("vbpl_new", "vbpl_new/vbpl2026_api_doc_detail_19761.json", "detail", "107/2003/QĐ-BTC", "Quyết định", "Bộ Tài chính", "Nguyễn Ngọc Tuấn", "2003-07-23T00:00:00", 2, 0),
    ("vbpl_new", "vbpl_new/vbpl_gateway_doc_153297.abridged.json", "detail", "18/2021/TT-BLĐTBXH", "Thông tư", "Bộ Lao động - Thương binh và Xã hội", "Lê Văn Thanh", "2021-12-15T00:00:00", 3, 0),
    ("vbpl_new", "vbpl_new/vbpl2026_api_doc_all_page1.json", "list", "1628/QĐ-UBND", "Quyết định", "", "", "2026-04-24T00:00:00", 0, 0),
    ("congbao", "congbao_sonla/congbao_sonla_documents_by_gazette_sample.html", "gazette_contents", "37/2026/QĐ-UBND", "Quyết định", "UBND tỉnh", "", "13/7/2026", 0, 1),
    ("congbao", "handmade/congbao_detail.html", "detail", "12/2025/TT-BNV", "Thông tư", "BỘ NỘI VỤ", "", "30/06/2025", 0, 2),
    ("congbao", "handmade/vanban_detail.html", "vanban", "145/2020/NĐ-CP", "Nghị định", "Chính phủ", "Nguyễn Xuân Phúc", "14-12-2020", 0, 1),
    ("sharepoint", "handmade/molisa_chidao_detail.html", "directive", "1167/QĐ-LĐTBXH", "Quyết định", "Bộ Lao động – Thương binh và Xã hội", "Doãn Mậu Diệp", "28/08/2015", 0, 1),
    ("vbpl_old", "handmade/vbplold_thuoctinh.html", "thuoctinh", "145/2020/NĐ-CP", "Nghị định", "Chính phủ", "Nguyễn Xuân Phúc", "14/12/2020", 0, 0),
    ("vbpl_old", "handmade/vbplold_toanvan.html", "toanvan", "10/2012/QH13", "", "QUỐC HỘI", "Nguyễn Sinh Hùng", "", 0, 2),
]  # fmt: skip


@pytest.mark.parametrize("row", DOCUMENTS, ids=[row[1] for row in DOCUMENTS])
def test_a_document(row: tuple[str, str, str, str, str, str, str, str, int, int]) -> None:
    profile, name, sort, *values, relations, files = row
    page = read_page(load_profile(profile), (DATA / name).read_bytes(), name)
    part = page.parts[0]
    assert page.sort == sort
    assert [part.values.get(each, "") for each in ("number", "type", "issuer", "signer", "issued")] == values
    assert (len(part.relations), len(part.files)) == (relations, files)


# (profile, page, its sort, links to follow)
OTHERS = [
    ("vbpl_old", "vbpl_old/search_fragment.html", "list", 10),
    ("vbpl_old", "handmade/vbplold_search_list.html", "list", 1),
    ("vbpl_old", "handmade/vbplold_search_single_redirect.html", "redirect", 1),
    ("vbpl_old", "handmade/vbplold_lienquan.html", "vanbanlienquan", 0),
    ("vbpl_new", "handmade/vbpl_sitemap_shard.xml", "sitemap", 3),
    ("vbpl_new", "handmade/vbpl_sitemap_index.xml", "sitemap_index", 2),
    ("vbpl_new", "handmade/vbpl_content_tagged.html", "content", 0),
    ("vbpl_new", "handmade/vbpl_content_untagged.html", "content", 0),
    ("vbpl_new", "handmade/vbpl_diagram.json", "diagram", 0),
    ("vbpl_new", "handmade/vbpl_files.json", "files", 0),
    ("vbpl_new", "handmade/vbpl_history.json", "history", 0),
    ("vbpl_new", "handmade/vbpl_provision_tree.flight.txt", "provision_tree", 0),
    ("congbao", "congbao_sonla/congbao_sonla_gazettes_by_year_2026.html", "gazettes_of_a_year", 37),
    ("congbao", "congbao_sonla/congbao_sonla_danh_muc.html", "gazettes_of_a_year", 0),
    ("congbao", "congbao_sonla/congbao_sonla_cap2_so_cong_bao.html", "gazettes_of_a_year", 0),
    ("congbao", "congbao_sonla/congbao_sonla_gazette_file_raw.html", "gazette_file", 0),
    ("congbao", "handmade/congbao_feed.rss", "feed", 3),
    ("congbao", "handmade/congbao_search_api.json", "search", 0),
    ("congbao", "handmade/vanban_list.html", "vanban_list", 2),
    ("sharepoint", "handmade/molisa_news_detail.html", "news", 0),
    ("sharepoint", "handmade/molisa_chidao_list.html", "list", 5),
]


@pytest.mark.parametrize(("profile", "name", "sort", "links"), OTHERS, ids=[row[1] for row in OTHERS])
def test_another_page(profile: str, name: str, sort: str, links: int) -> None:
    page = read_page(load_profile(profile), (DATA / name).read_bytes(), name)
    assert (page.sort, len(page.follow), page.findings) == (sort, links, [])
