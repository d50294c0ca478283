"""Who presides is read where it is said, and nobody is made up."""

from __future__ import annotations

import pytest

from conference.chair.chair_named import chair_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chủ trì: Thứ trưởng Trần Quốc Khánh.", "Thứ trưởng Trần Quốc Khánh"),
        ("1. Thời gian: 8h00\n4. Chủ trì: Đ/c Lê An, Vụ trưởng; thư ký: B", "Đ/c Lê An, Vụ trưởng"),
        ("- Chủ tọa: Ông Vũ Đình Lâm\r\n- Thành phần: …", "Ông Vũ Đình Lâm"),
        ("Người chủ trì họp: Bà Mai Thị Ngọc", "Bà Mai Thị Ngọc"),
        ("Chủ trì: ………", ""),
        ("Chủ trì:\nThành phần: A", ""),
        ("Văn phòng Bộ chủ trì: chuẩn bị tài liệu", ""),
        ("| 15 phút | Kết luận | Chủ trì: |", ""),
        ("", ""),
        ("chủ trì" * 9000, ""),
    ],
)
def test_it_is_read_as_it_is_said(text: str, name: str) -> None:
    assert chair_named(text) == name
