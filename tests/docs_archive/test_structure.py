"""The structure of legal texts: containers, articles, clauses, points, quotations, appendices; and what holds for any
text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docs_archive.model import ProvisionKind
from docs_archive.structure import articles_of, provisions_of

LAW = """LUẬT
VÍ DỤ
Căn cứ Hiến pháp;
PHẦN THỨ NHẤT
NHỮNG QUY ĐỊNH CHUNG
Chương I
NGUYÊN TẮC
Mục 1. QUY ĐỊNH ĐẦU
Tiểu mục 2. CHI TIẾT
Điều 1. Phạm vi điều chỉnh
Luật này quy định ví dụ.
Điều 2. 1. Khoản đứng cùng dòng.
2. Khoản hai gồm:
a) Điểm a;
b) Điểm b;
c) Điểm c;
d) Điểm d;
đ) Điểm đ theo quy định tại
Điều 5 của Luật này.
3. Khoản ba.
Chương II TỔ CHỨC
Điều 2a. Điều chen giữa
Điều 3.
Thi hành
1. Một.
1a. Một a.
2. Hai.
PHỤ LỤC I
DANH MỤC
(Ban hành kèm theo)
Điều 1. Điều của phụ lục
PHỤ LỤC II
"""


def outline(text: str) -> list[tuple[str, str]]:
    return [(one.anchor, one.label) for one in provisions_of(text)]


def labels(text: str) -> list[str]:
    return [one.label for one in provisions_of(text)]


def test_every_level_opens_and_has_a_stable_link() -> None:
    assert outline(LAW) == [
        ("p1", "Phần THỨ NHẤT"),
        ("c1", "Chương I"),
        ("c1.m1", "Mục 1"),
        ("c1.m1.t2", "Tiểu mục 2"),
        ("d1", "Điều 1"),
        ("d2", "Điều 2"),
        ("d2.k1", "Khoản 1"),
        ("d2.k2", "Khoản 2"),
        ("d2.k2.a", "Điểm a"),
        ("d2.k2.b", "Điểm b"),
        ("d2.k2.c", "Điểm c"),
        ("d2.k2.d", "Điểm d"),
        ("d2.k2.dd", "Điểm đ"),
        ("d2.k3", "Khoản 3"),
        ("c2", "Chương II"),
        ("d2a", "Điều 2a"),
        ("d3", "Điều 3"),
        ("d3.k1", "Khoản 1"),
        ("d3.k1a", "Khoản 1a"),
        ("d3.k2", "Khoản 2"),
        ("pl1", "Phụ lục I"),
        ("pl1.d1", "Điều 1"),
        ("pl2", "Phụ lục II"),
    ]


def test_headings_may_stand_on_the_next_line() -> None:
    headings = {one.anchor: one.heading for one in provisions_of(LAW)}
    assert headings["p1"] == "NHỮNG QUY ĐỊNH CHUNG"
    assert headings["c1"] == "NGUYÊN TẮC" and headings["c2"] == "TỔ CHỨC"
    assert headings["d1"] == "Phạm vi điều chỉnh" and headings["d3"] == "Thi hành"
    assert headings["d2"] == "" and headings["pl1"].startswith("DANH MỤC")


def test_offsets_lead_to_the_words() -> None:
    by_anchor = {one.anchor: LAW[one.start : one.end] for one in provisions_of(LAW)}
    assert by_anchor["d2.k1"] == "1. Khoản đứng cùng dòng.\n"
    assert by_anchor["d2.k2.dd"].startswith("đ) Điểm đ") and "Điều 5 của Luật này" in by_anchor["d2.k2.dd"]
    assert by_anchor["c2"].startswith("Chương II") and "PHỤ LỤC" not in by_anchor["c2"]


AMENDING = """Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 12/2024/TT-BLĐPTXH
1. Sửa đổi Điều 5 như sau:
“Điều 5. Thời hạn
1. Trước ngày 10.
a) Riêng tháng 02;
Điều 5a. Hình thức
2. Bằng văn bản “điện tử”.”
2. Bãi bỏ Điều 6.
Điều 2. Hiệu lực thi hành
"""


def test_a_quoted_article_opens_nothing() -> None:
    assert [anchor for anchor, _ in outline(AMENDING)] == ["d1", "d1.k1", "d1.k2", "d2"]
    assert [anchor for anchor, _ in outline(AMENDING.replace("“Điều 5.", '"Điều 5.').replace(".”", '."'))] == [
        "d1",
        "d1.k1",
        "d1.k2",
        "d2",
    ]


def test_a_quotation_that_never_closes_swallows_nothing() -> None:
    text = "Điều 1. Gọi là “thuật ngữ\nĐiều 2. Khác\nĐiều 3. Cuối “ổn”\n"
    assert [anchor for anchor, _ in outline(text)] == ["d1", "d2", "d3"]


def test_a_name_in_quotes_at_the_beginning_of_a_line_opens_no_quotation() -> None:
    text = 'Điều 1. Hồ sơ\n"Hồ sơ mời thầu" phải được phê duyệt.\nĐiều 2. Mật\nTheo chế độ "Mật".\nĐiều 3. Khác\nHết.\n'
    assert labels(text) == ["Điều 1", "Điều 2", "Điều 3"]


def test_a_quotation_that_was_forgotten_ends_where_the_next_begins() -> None:
    text = 'Điều 1. Sửa đổi\n"Điều 50\nBảo tàng.\nĐiều 2. Thay cụm từ\nMột.\n"Điều 65\nNăm."\nĐiều 3. Thi hành\nHết.\n'
    assert labels(text) == ["Điều 1", "Điều 2", "Điều 3"]


def test_what_a_portal_gives_twice_stands_once() -> None:
    twice = "Điều 4. Nguyên tắc\n1. Một.\n2. Hai.\nĐiều 5. Kinh phí\n1. Ba.\n"
    assert labels(f"Điều 1. Đầu\nMột.\n{twice}{twice}Điều 6. Cuối\n1. Hết.\n") == [
        *("Điều 1", "Điều 4", "Khoản 1", "Khoản 2", "Điều 5", "Khoản 1", "Điều 6", "Khoản 1")
    ]
    assert labels("Điều 3. Đầu\nMột.\nĐiều 4 Phương pháp\nĐiều 4. Phương pháp\nHai.\n") == ["Điều 3", "Điều 4"]
    assert labels("Điều 3 Đầu\nĐiều 3. Đầu, nói cách khác\nMột.\n") == ["Điều 3"]
    long = f"Điều 4. Nguyên tắc\n{'Một. ' * 30}\n"
    signed = f"{long}TM. CHÍNH PHỦ\nĐiều 1. Đầu\nMột.\nMục 2. Sau\n{long.replace('tắc', 'tắc</strong>')}"
    assert labels(signed) == ["Điều 4", "Điều 1", "Mục 2"], "what stands behind one of them does not count"
    same_heading = "Điều 1. Phạm vi điều chỉnh\nQuyết định này.\nĐiều 1. Phạm vi điều chỉnh\nQuy chế này.\n"
    assert labels(same_heading) == ["Điều 1", "Điều 1"], "an attached regulation's own"


def test_an_attached_regulation_counts_anew() -> None:
    text = "Điều 1. Ban hành\nĐiều 2. Thi hành\nQUY CHẾ\nĐiều 1. Phạm vi\n1. Một.\nĐiều 2. Đối tượng\n"
    assert [anchor for anchor, _ in outline(text)] == ["d1", "d2", "d1-2", "d1-2.k1", "d2-2"]


def test_a_text_without_structure_has_none() -> None:
    assert provisions_of("Kính gửi: Văn phòng Bộ.\nCăn cứ\nĐiều 5 của Luật, đề nghị …") == ()


def test_articles_cover_the_text_and_take_their_chapter_along() -> None:
    pieces = articles_of(LAW)
    assert "".join(LAW[start:end] for start, end, _ in pieces) == LAW
    starts = {article.anchor: LAW[start:end] for start, end, article in pieces if article}
    assert starts["d2a"].startswith("Chương II TỔ CHỨC")
    assert pieces[0][2] is None and LAW[pieces[0][0] : pieces[0][1]].startswith("LUẬT")


lines = st.sampled_from(
    [
        *("Phần I", "Chương II", "CHƯƠNG III VỀ", "Mục 1", "Tiểu mục 1", "PHỤ LỤC", "PHỤ LỤC I", "Phụ lục 2"),
        *("Điều 1.", "Điều 2. Tên", "Điều 2a. “Tên", "ĐIỀU 3", '"Điều 9.', "Điều", "Điều 5 của", 'hết."'),
        *("1. Một", "2. Hai”", "1a. x", "a) a;", "b) b", "đ) đ", "1.", "a)"),
        *("", "  ", "chữ thường", "CHỮ HOA", "“", "”"),
    ]
)


@given(st.lists(lines | st.text(max_size=8), max_size=40).map("\n".join))
def test_whatever_the_text_provisions_nest_and_anchors_are_unique(text: str) -> None:
    provisions = provisions_of(text)
    assert len({one.anchor for one in provisions}) == len(provisions)
    around: list[tuple[int, int]] = []
    last = -1
    for one in provisions:
        assert last <= one.start < one.end <= len(text)
        last = one.start
        del around[one.level :]
        assert len(around) == one.level
        assert all(start <= one.start and one.end <= end for start, end in around)
        around.append((one.start, one.end))
        assert one.kind in ProvisionKind and one.label
    pieces = articles_of(text, provisions)
    assert "".join(text[start:end] for start, end, _ in pieces) == text


def test_hostile_texts_take_linear_time() -> None:
    for unit in ("Điều 1.\n", "“", "”", '\n"', "1. \n", "a) ", "Phần ", "PHỤ LỤC\n", "Chương I\n", "\n", "Mục   "):
        provisions_of(unit * (300_000 // len(unit)))
