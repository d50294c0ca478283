"""What Hạnh's mailbox has besides mail in the demo: categories, rules, room, tasks, contacts, and a shared mailbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ..mailbox import Correspondent, DemoMailbox
from ..mailbox.services import DemoContact, DemoTask

OFFICE = Correspondent("Văn thư Văn phòng Bộ", "vanthu@boldptxh.example")
_CATEGORIES = (("Khẩn", 0), ("Cần trình", 1), ("Xin ý kiến", 3), ("Chờ phản hồi", 7), ("Đã xử lý", 4))
_LETTERS = (
    ("Công văn đến số 812/UBND-VX: báo cáo tình hình lao động quý III", 26),
    ("Giấy mời dự hội nghị giao ban công tác văn thư", 7),
    ("Đề nghị cấp lại chứng thư số cho đơn vị", 2),
)
_TASKS = (
    ("Trình Chánh Văn phòng dự thảo kế hoạch công tác", 2, False),
    ("Soát lại danh sách đại biểu họp giao ban", 4, False),
    ("Gửi số liệu cho Vụ Kế hoạch – Tài chính", -1, True),
)


def furnish(mailbox: DemoMailbox) -> None:
    """Call it once, before or after the start."""
    now = datetime.now(UTC)
    mailbox.master_categories = _CATEGORIES
    mailbox.add_rule(
        "Giấy mời họp",
        "<t:ContainsSubjectStrings><t:String>giấy mời</t:String></t:ContainsSubjectStrings>",
        f'<t:MoveToFolder><t:FolderId Id="{_folder(mailbox, "Giấy mời họp")}"/></t:MoveToFolder>'
        "<t:StopProcessingRules>true</t:StopProcessingRules>",
    )
    mailbox.add_rule(
        "Bản tin nội bộ",
        "<t:ContainsSubjectOrBodyStrings><t:String>bản tin</t:String></t:ContainsSubjectOrBodyStrings>",
        "<t:MarkAsRead>true</t:MarkAsRead>",
        is_enabled=False,
    )
    services = mailbox.services
    services.used = 1_420_000_000
    services.warning_quota, services.send_quota, services.receive_quota = 1_800_000, 2_000_000, 2_200_000
    for subject, days, is_complete in _TASKS:
        mailbox.add_task(DemoTask(subject, f"{now + timedelta(days=days):%Y-%m-%dT12:00:00Z}", is_complete))
    services.contacts.append(
        DemoContact("Nguyễn Văn Bình", ("binh.nv@haiha.example",), "UBND tỉnh Hải Hà", "Văn phòng", "Chuyên viên")
    )
    office = mailbox.share(OFFICE)
    for subject, hours in _LETTERS:
        office.deliver(subject, "Kính gửi Văn phòng Bộ.\n\nTrân trọng.\n", at=now - timedelta(hours=hours))


def _folder(mailbox: DemoMailbox, path: str) -> str:
    return next((folder.id for folder in mailbox.folders if folder.path == path), mailbox.folder_id("inbox"))
