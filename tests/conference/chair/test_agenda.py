"""The agenda is found in invitations as offices write them, and not where there is none."""

from __future__ import annotations

import random
from datetime import time

import pytest

from conference.chair.agenda import MOST_ITEMS, AgendaItem, parse_agenda

INVITATION = """Kính gửi: Các đơn vị thuộc Bộ.

Văn phòng Bộ trân trọng kính mời đồng chí dự họp giao ban trực tuyến.

1. Thời gian: 08 giờ 00, thứ Hai ngày 23/11/2026
2. Địa điểm: Phòng họp 302, trụ sở Bộ và hội trường Sở
3. Thành phần: Lãnh đạo Bộ; Vụ Kế hoạch - Tài chính
4. Chủ trì: Thứ trưởng Trần Quốc Khánh
5. Nội dung:
- Khai mạc, nêu lý do
- Báo cáo kết quả 10 tháng (Sở Lao động tỉnh Hải Hà)
- Thảo luận
6. Tài liệu: gửi kèm giấy mời.

Trân trọng.
"""

TIMED = """CHƯƠNG TRÌNH
Họp giao ban trực tuyến Bộ – tỉnh Hải Hà
(Ngày 23/11/2026)

08h00 - 08h10: Đón tiếp đại biểu, kiểm tra kết nối
8h10 – 8h20: Khai mạc (Chánh Văn phòng)
08:20-09:00  Báo cáo tình hình đào tạo nghề - Trình bày: Ông Vũ Đình Lâm, Phó Giám đốc Sở
9 giờ 00 đến 9 giờ 45 phút: Thảo luận
9h45: Kết luận (Thứ trưởng Trần Quốc Khánh) (10 phút)

Nơi nhận: như trên
"""

HEADED = """Dear all,
Nội dung cuộc họp
1) Khai mạc
2) Báo cáo Thông tư 12/2024/TT-BLĐTBXH (15 phút)
3) Ý kiến của địa phương
Đề nghị các đơn vị dự họp đúng giờ.
1. Không phải nội dung
"""

ROMAN = """NỘI DUNG CHƯƠNG TRÌNH:
I. PHẦN MỞ ĐẦU
1. Tuyên bố lý do
2. Giới thiệu đại biểu
II. NỘI DUNG CHÍNH
1. Báo cáo trung tâm
III. KẾT LUẬN
Liên hệ: 024 3826 0000
"""

INLINE = "Nội dung: Rà soát tiến độ; Phân công nhiệm vụ; Chuẩn bị hội nghị\nThời gian: 14h00 ngày 25/11/2026"

ENGLISH = "Hi,\n\nAgenda:\n09:00 Opening\n09:15 - 10:00 Budget (Ms Ha)\n10:00 AOB\n\nJoin Zoom: https://zoom.us/j/1"

NO_HEADING_TIMED = "Chào các anh chị,\n14h00: Kết nối\n14h15: Báo cáo\n15h30: Kết thúc\nCảm ơn."


TABLE = """Em trình dự thảo chương trình, tổng thời lượng 90 phút:

| Thời gian | Nội dung | Chủ trì, trình bày |
| 10 phút | Khai mạc, giới thiệu đại biểu | Văn phòng Bộ |
| 20 phút | Báo cáo kết quả mười tháng | Sở LĐPTXH |

Xin ý kiến anh chị.
"""


def titles(text: str) -> list[str]:
    return [item.title for item in parse_agenda(text)]


def test_the_numbered_invitation_gives_its_content_and_not_its_labels() -> None:
    assert parse_agenda(INVITATION) == (
        AgendaItem("Khai mạc, nêu lý do"),
        AgendaItem("Báo cáo kết quả 10 tháng", speaker="Sở Lao động tỉnh Hải Hà"),
        AgendaItem("Thảo luận"),
    )


def test_times_and_who_presents_are_read_however_they_are_written() -> None:
    assert parse_agenda(TIMED) == (
        AgendaItem("Đón tiếp đại biểu, kiểm tra kết nối", time(8), time(8, 10)),
        AgendaItem("Khai mạc", time(8, 10), time(8, 20), "Chánh Văn phòng"),
        AgendaItem("Báo cáo tình hình đào tạo nghề", time(8, 20), time(9), "Ông Vũ Đình Lâm, Phó Giám đốc Sở"),
        AgendaItem("Thảo luận", time(9), time(9, 45)),
        AgendaItem("Kết luận", time(9, 45), None, "Thứ trưởng Trần Quốc Khánh", 10),
    )


def test_what_follows_the_agenda_does_not_belong_to_it() -> None:
    assert titles(HEADED) == ["Khai mạc", "Báo cáo Thông tư 12/2024/TT-BLĐTBXH", "Ý kiến của địa phương"]
    assert parse_agenda(HEADED)[1].minutes == 15


def test_parts_with_roman_numbers() -> None:
    assert titles(ROMAN) == [
        "PHẦN MỞ ĐẦU",
        "Tuyên bố lý do",
        "Giới thiệu đại biểu",
        "NỘI DUNG CHÍNH",
        "Báo cáo trung tâm",
        "KẾT LUẬN",
    ]


def test_a_table() -> None:
    assert parse_agenda(TABLE) == (
        AgendaItem("Khai mạc, giới thiệu đại biểu", speaker="Văn phòng Bộ", minutes=10),
        AgendaItem("Báo cáo kết quả mười tháng", speaker="Sở LĐPTXH", minutes=20),
    )


def test_items_on_one_line() -> None:
    assert titles(INLINE) == ["Rà soát tiến độ", "Phân công nhiệm vụ", "Chuẩn bị hội nghị"]


def test_an_english_one() -> None:
    assert parse_agenda(ENGLISH) == (
        AgendaItem("Opening", time(9)),
        AgendaItem("Budget", time(9, 15), time(10), "Ms Ha"),
        AgendaItem("AOB", time(10)),
    )


def test_times_alone_are_an_agenda_too() -> None:
    assert titles(NO_HEADING_TIMED) == ["Kết nối", "Báo cáo", "Kết thúc"]


def test_a_mail_that_says_it_twice_is_read_once() -> None:
    assert titles(TIMED + "\n" + TIMED) == titles(TIMED)


def test_a_broken_line_is_joined() -> None:
    text = "Nội dung:\n- Báo cáo tình hình thực hiện kế hoạch\nnăm 2026 của Sở\n- Thảo luận"
    assert titles(text) == ["Báo cáo tình hình thực hiện kế hoạch năm 2026 của Sở", "Thảo luận"]


def test_windows_line_ends_marks_of_quotation_and_hard_spaces() -> None:
    text = "> Chương trình họp:\r\n> 1.\u00a0Khai mạc\r\n> 2.\u00a0Bế mạc\r\n"
    assert titles(text) == ["Khai mạc", "Bế mạc"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kính gửi anh chị,\nEm gửi báo cáo tháng 10. Trân trọng.",
        "Họp lúc 8h00 ngày 23/11/2026 tại phòng 302.",
        "8h00 ngày 23/11/2026\n14h00 ngày 24/11/2026",
        "1. Thời gian: 8h00\n2. Địa điểm: phòng 302\n3. Thành phần: lãnh đạo Vụ",
        "Join Zoom Meeting\nhttps://zoom.us/j/123\nMeeting ID: 123 456\nPasscode: 8:00",
        "Nội dung: \nThời gian: 8h00\nĐịa điểm: Hà Nội",
        "1. Một việc duy nhất",
    ],
)
def test_where_there_is_none_there_is_none(text: str) -> None:
    assert parse_agenda(text) == ()


def test_any_text_is_read_and_never_raises() -> None:
    chance = random.Random(4)
    pieces = [
        "1. ",
        "08h00 - ",
        "Nội dung:",
        "(",
        ")",
        " – ",
        "12:99",
        "\n",
        "\t",
        "[x]",
        "IVXIVX",
        "a" * 40,
        "ữ",
        ";",
        "24h00",
        "|",
    ]
    for _ in range(300):
        text = "".join(chance.choice(pieces) for _ in range(chance.randrange(200)))
        for item in parse_agenda(text):
            assert item.title
            assert len(item.title) <= 300
    hostile = [
        "(" * 60_000,
        "1." * 30_000,
        "8h" * 30_000,
        "Nội dung:\n" + "- việc\n" * 9000,
        " " * 60_000,
        "I" * 60_000,
    ]
    for text in hostile:
        assert len(parse_agenda(text)) <= MOST_ITEMS
