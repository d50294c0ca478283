"""Who works at the ministry of the demo, and who writes to it: the fifteen people of the story, and its owner."""

from __future__ import annotations

from ..mailbox.letter import Correspondent, DirectoryEntry

MINISTRY = "Bộ Lao động và Phát triển Xã hội"
PROVINCE = "Sở Lao động và Phát triển Xã hội tỉnh Hải Hà"
MINISTRY_DOMAIN = "boldptxh.example"
PROVINCE_DOMAIN = "sold.haiha.example"

_PEOPLE = (
    ("hanh", "Nguyễn Thị Minh Hạnh", "hanh.ntm", "Chuyên viên chính", "Văn phòng Bộ"),
    ("khanh", "Trần Quốc Khánh", "khanh.tq", "Thứ trưởng", "Lãnh đạo Bộ"),
    ("huong", "Lê Thị Thu Hương", "huong.ltt", "Chánh Văn phòng", "Văn phòng Bộ"),
    ("long", "Phạm Đức Long", "long.pd", "Phó Chánh Văn phòng", "Văn phòng Bộ"),
    ("nam", "Vũ Hoàng Nam", "nam.vh", "Vụ trưởng", "Vụ Pháp chế"),
    ("lananh", "Đặng Thị Lan Anh", "anh.dtl", "Chuyên viên", "Vụ Pháp chế"),
    ("thang", "Bùi Văn Thắng", "thang.bv", "Cục trưởng", "Cục Việc làm"),
    ("mai", "Hoàng Thị Mai", "mai.ht", "Phó Cục trưởng", "Cục Việc làm"),
    ("bach", "Ngô Xuân Bách", "bach.nx", "Vụ trưởng", "Vụ Bảo hiểm xã hội"),
    ("oanh", "Đỗ Thị Kim Oanh", "oanh.dtk", "Vụ trưởng", "Vụ Bình đẳng giới"),
    ("ha", "Trịnh Công Sơn Hà", "ha.tcs", "Chuyên viên", "Trung tâm Công nghệ thông tin"),
    ("nhung", "Lý Thị Hồng Nhung", "nhung.lth", "Văn thư Bộ", "Văn phòng Bộ"),
    ("tuan", "Phan Văn Tuấn", "tuan.pv", "Thanh tra viên", "Thanh tra Bộ"),
    ("triet", "Dương Minh Triết", "triet.dm", "Chuyên viên chính", "Vụ Kế hoạch – Tài chính"),
    ("ngoc", "Cao Thị Bích Ngọc", "ngoc.ctb", "Giám đốc Sở", ""),
    ("lam", "Hồ Văn Lâm", "lam.hv", "Phó Giám đốc Sở", ""),
)
_OF_THE_PROVINCE = {"ngoc", "lam"}


def _entry(key: str, name: str, local_part: str, post: str, department: str) -> DirectoryEntry:
    is_province = key in _OF_THE_PROVINCE
    domain = PROVINCE_DOMAIN if is_province else MINISTRY_DOMAIN
    return DirectoryEntry(
        Correspondent(name, f"{local_part}@{domain}"), post, department, PROVINCE if is_province else MINISTRY
    )


ENTRIES: dict[str, DirectoryEntry] = {
    key: _entry(key, name, local_part, post, department) for key, name, local_part, post, department in _PEOPLE
}
"""By the short key that the story's text files use."""

OWNER = ENTRIES["hanh"].person
