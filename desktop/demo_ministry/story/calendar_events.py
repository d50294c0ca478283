"""What stands in the owner's calendar: the ministry's regular meetings, conferences of the two sites, her own days.

All of it is counted from the week the demo starts in, in the time of Việt Nam.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from ..mailbox.calendar_text import VIETNAM
from ..mailbox.events.event import Appointment, Guest, Rule
from ..mailbox.letter import Correspondent, RoomList
from .people import ENTRIES, MINISTRY_DOMAIN, OWNER, PROVINCE_DOMAIN

A201 = Correspondent("Phòng họp A201", f"phong.a201@{MINISTRY_DOMAIN}")
B305 = Correspondent("Phòng họp B305", f"phong.b305@{MINISTRY_DOMAIN}")
HALL = Correspondent("Hội trường tầng 2", f"hoitruong.t2@{MINISTRY_DOMAIN}")
ONLINE = Correspondent("Phòng họp trực tuyến C101", f"phong.c101@{MINISTRY_DOMAIN}")
HAI_HA = Correspondent("Phòng họp trực tuyến Sở", f"phonghop.tt@{PROVINCE_DOMAIN}")

ROOM_LISTS = (
    RoomList(Correspondent("Phòng họp trụ sở Bộ", f"phonghop.truso@{MINISTRY_DOMAIN}"), (A201, B305, HALL, ONLINE)),
    RoomList(Correspondent("Phòng họp Sở tại Hải Hà", f"phonghop@{PROVINCE_DOMAIN}"), (HAI_HA,)),
)
_ANSWERS = ("Accept", "Accept", "NoResponseReceived", "Tentative", "Accept", "Decline")


def calendar_events(now: datetime) -> tuple[Appointment, ...]:
    """The same for the same day."""
    monday = now.astimezone(VIETNAM).date() - timedelta(days=now.astimezone(VIETNAM).weekday())
    return (*_series(monday), *_this_week(monday), *_later(monday))


def _series(monday: date) -> Sequence[Appointment]:
    long_ago = monday - timedelta(weeks=12)
    briefing = _meeting(
        "Giao ban lãnh đạo Bộ", long_ago, "08:00", 90, "huong", ("khanh", "long", "nam", "thang", "bach"), A201,
        "Kính mời các đồng chí dự giao ban tuần.\n\n"
        "Đề nghị các đơn vị gửi báo cáo về Văn phòng Bộ trước 16 giờ thứ Sáu.",
        "Accept",
    )  # fmt: skip
    briefing.rule = Rule("Weekly", long_ago, days=("Monday",))

    wednesday = monday - timedelta(weeks=4) + timedelta(days=2)
    drafting = _meeting(
        "Họp tổ soạn thảo Thông tư sửa đổi chế độ báo cáo", wednesday, "14:00", 120, "nam",
        ("lananh", "triet", "tuan"), B305,
        "Tổ soạn thảo rà soát từng điều của dự thảo.\nĐề nghị các thành viên đọc trước bản dự thảo gửi kèm thư mời.",
        "Accept",
    )  # fmt: skip
    drafting.rule = Rule("Weekly", wednesday, days=("Wednesday",), count=12)
    this_week = monday + timedelta(days=2)
    moved = drafting.occurrence(this_week)
    moved.start, moved.end = _at(this_week + timedelta(days=1), "09:00"), _at(this_week + timedelta(days=1), "11:00")
    moved.location, moved.is_changed = A201.name, True
    moved.subject = "Họp tổ soạn thảo Thông tư sửa đổi chế độ báo cáo (dời sang sáng thứ Năm)"
    drafting.exceptions = {this_week: moved}
    drafting.deleted = {this_week + timedelta(weeks=1)}

    own = _meeting(
        "Họp nhóm tổng hợp Văn phòng Bộ", monday - timedelta(weeks=8) + timedelta(days=4), "15:30", 60, "hanh",
        ("long", "nhung", "triet"), B305, "Chốt nội dung báo cáo tuần và lịch công tác tuần tới.", "Organizer",
    )  # fmt: skip
    own.rule = Rule("Weekly", monday - timedelta(weeks=8) + timedelta(days=4), days=("Friday",))

    citizens = _own("Tiếp công dân định kỳ", monday - timedelta(weeks=30), "08:00", 210, "Trụ sở Tiếp công dân")
    citizens.rule = Rule("AbsoluteMonthly", monday - timedelta(weeks=30), day_of_month=15)

    report = _own("Hạn gửi báo cáo tháng về Văn phòng Chính phủ", monday - timedelta(weeks=20), "16:00", 30, "")
    report.rule = Rule("RelativeMonthly", monday - timedelta(weeks=20), days=("Weekday",), week="Last")
    report.busy, report.reminder = "Free", 1440

    tradition = _whole_day("Ngày truyền thống ngành", date(monday.year - 1, 8, 28), 1, "Free")
    tradition.rule = Rule("AbsoluteYearly", date(monday.year - 1, 8, 28), day_of_month=28, month="August")
    return briefing, drafting, own, citizens, report, tradition


def _this_week(monday: date) -> Sequence[Appointment]:
    def day(number: int) -> date:
        return monday + timedelta(days=number)

    conference = _meeting(
        "Hội nghị trực tuyến hai điểm cầu: kết quả giải quyết việc làm quý IV", day(1), "14:00", 120, "mai",
        ("thang", "ngoc", "lam", "ha"), ONLINE,
        "Điểm cầu 1: Phòng họp trực tuyến C101, trụ sở Bộ.\nĐiểm cầu 2: Phòng họp trực tuyến Sở, tỉnh Hải Hà.\n\n"
        "Kiểm tra đường truyền trước 30 phút.", "Accept",
    )  # fmt: skip
    conference.guests.append(Guest(HAI_HA, "Resources", "Accept"))
    appraisal = _meeting(
        "Thẩm định dự thảo Nghị định về bảo hiểm thất nghiệp", day(1), "08:30", 150, "bach",
        ("nam", "lananh", "oanh"), HALL, "Tài liệu đã gửi kèm Công văn số 512/BHXH-CS.", "Accept",
    )  # fmt: skip
    unanswered = _meeting(
        "Góp ý Kế hoạch bình đẳng giới năm tới", day(3), "09:30", 90, "oanh", ("triet", "ha"), B305,
        "Mời chị dự và cho ý kiến về phần chỉ tiêu.", "NoResponseReceived",
    )  # fmt: skip
    unanswered.busy = "Tentative"
    called_off = _meeting(
        "Đã hủy: Họp rà soát phần mềm quản lý văn bản", day(2), "09:00", 60, "ha", ("nhung",), B305,
        "Nhà thầu xin lùi sang tuần sau.", "Accept",
    )  # fmt: skip
    called_off.is_cancelled, called_off.busy = True, "Free"
    own = _own("Soạn báo cáo tuần của Văn phòng Bộ", day(4), "08:00", 120, "")
    health = _own("Khám sức khỏe định kỳ", day(2), "07:30", 60, "Bệnh viện E")
    health.sensitivity = "Private"
    return conference, appraisal, unanswered, called_off, own, health


def _later(monday: date) -> Sequence[Appointment]:
    journey = _whole_day("Đi công tác tỉnh Hải Hà", monday + timedelta(days=8), 2, "OOF")
    journey.location = "Sở Lao động và Phát triển Xã hội tỉnh Hải Hà"
    leave = _whole_day("Nghỉ phép năm", monday + timedelta(days=25), 1, "OOF")
    late = _meeting(
        "Họp Ban chỉ đạo cải cách hành chính", monday + timedelta(days=10), "14:00", 90, "khanh",
        ("huong", "long", "nam", "triet"), A201, "Đồng chí Thứ trưởng chủ trì.", "Tentative",
    )  # fmt: skip
    late.busy = "Tentative"
    hers = _meeting(
        "Tập huấn quy trình ký số cho văn thư các đơn vị", monday + timedelta(days=11), "08:30", 180, "hanh",
        ("nhung", "ha", "lananh", "tuan"), HALL, "Mỗi đơn vị cử một văn thư, mang theo USB ký số.", "Organizer",
    )  # fmt: skip
    return journey, leave, late, hers


def _meeting(
    subject: str,
    day: date,
    clock: str,
    minutes: int,
    organizer: str,
    others: Sequence[str],
    room: Correspondent,
    body: str,
    response: str,
) -> Appointment:
    invited = [ENTRIES[key].person for key in others]
    is_own = organizer == "hanh"
    guests = [
        Guest(person, "RequiredAttendees", _ANSWERS[place % len(_ANSWERS)] if is_own else "Unknown")
        for place, person in enumerate([*([] if is_own else [OWNER]), *invited])
    ]
    guests.append(Guest(room, "Resources", "Accept"))
    start = _at(day, clock)
    return Appointment(
        uid=_uid(subject, start),
        subject=subject,
        start=start,
        end=start + timedelta(minutes=minutes),
        organizer=ENTRIES[organizer].person,
        guests=guests,
        my_response=response,
        location=room.name,
        body=body,
        replied_at=start - timedelta(days=3) if response in ("Accept", "Tentative") else None,
    )


def _own(subject: str, day: date, clock: str, minutes: int, place: str) -> Appointment:
    start = _at(day, clock)
    return Appointment(_uid(subject, start), subject, start, start + timedelta(minutes=minutes), OWNER, location=place)


def _whole_day(subject: str, day: date, count: int, busy: str) -> Appointment:
    start = _at(day, "00:00")
    return Appointment(
        _uid(subject, start), subject, start, start + timedelta(days=count), OWNER, is_all_day=True, busy=busy,
        reminder=None,
    )  # fmt: skip


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time(), VIETNAM).astimezone(UTC)


def _uid(subject: str, start: datetime) -> str:
    return "040000008200E00074C5B7101A82E008" + sha256(f"{subject}{start}".encode()).hexdigest()[:48].upper()
