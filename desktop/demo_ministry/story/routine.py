"""The mails that come by themselves in a ministry: incoming documents, invitations, weekly schedules,
reminders, monthly reports, press reviews, newsletters. Made from hand-written lines in `routine_texts/`."""

from __future__ import annotations

from pathlib import Path

from .mail_files import WrittenMail
from .people import ENTRIES

_TEXTS = Path(__file__).parent / "routine_texts"
_OLDEST = 84
"""Working days back to the first mail: about four months."""


def routine_mails() -> list[WrittenMail]:
    return [
        *_incoming(),
        *_invitations(),
        *_schedules(),
        *_reminders(),
        *_monthly_reports(),
        *_press_reviews(),
        *_newsletters(),
    ]


def _incoming() -> list[WrittenMail]:
    documents = _rows("incoming.txt")
    bodies = _parts("incoming_bodies.txt")
    mails: list[WrittenMail] = []
    for place, (number, issuer, title) in enumerate(documents):
        is_urgent = title.startswith("Hỏa tốc")
        values = {
            "number": number,
            "issuer": issuer,
            "title": title,
            "due": f"{{+{1 if is_urgent else 5 + place % 6}}}",
        }
        file_name = number.replace("/", "_").replace(" ", "")
        mails.append(
            _mail(
                bodies[place % len(bodies)],
                values,
                when=_when(_spread(place, len(documents)), 8 * 60 + (place * 37) % 510),
                sender="nhung",
                subject=(f"Văn bản đến số {number}: {title}", f"{number} – {issuer}: {title}", title)[place % 3],
                folder="Công văn đến",
                attach=f"pdf | {file_name}.pdf | {title}",
                state="unread" if place >= len(documents) - 6 else "flagged" if place % 17 == 5 else "",
                importance="High" if is_urgent else "Normal",
            )
        )
    return mails


def _invitations() -> list[WrittenMail]:
    rows = _rows("invitations.txt")
    bodies = _parts("invitation_bodies.txt")
    mails: list[WrittenMail] = []
    for place, (title, chair, where, minutes, note) in enumerate(rows):
        ahead, hour = 2 + place % 4, ("08:30", "14:00", "09:00", "15:30")[place % 4]
        entry = ENTRIES[chair]
        start = f"{hour.replace(':', ' giờ ').removesuffix(' 00')}, {{thứ +{ahead}}}"
        values = {
            "title": title,
            "start": start,
            "place": where,
            "chair": f"{entry.post} {entry.person.name}",
            "unit": entry.department,
            "note": note,
        }
        has_calendar = place % 5 != 3
        mails.append(
            _mail(
                bodies[place % len(bodies)],
                values,
                when=_when(_spread(place, len(rows)), 9 * 60 + (place * 53) % 420),
                sender=chair,
                subject=f"Giấy mời: {title}" if place % 2 else title,
                folder="Giấy mời họp" if place < len(rows) - 2 else "inbox",
                meet=f"+{ahead} {hour} | {minutes} | {where}" if has_calendar else "",
                attach="" if has_calendar else f"pdf | Giấy mời họp {place + 101}-GM-VP.pdf | GIẤY MỜI",
                state="unread" if place >= len(rows) - 2 else "",
            )
        )
    return mails


def _schedules() -> list[WrittenMail]:
    agenda = _rows("agenda.txt")
    mails: list[WrittenMail] = []
    for week in range(17):
        rows = ["| Ngày | Buổi sáng | Buổi chiều |"]
        for day in range(5):
            morning = agenda[(week * 7 + day * 5) % len(agenda)]
            afternoon = agenda[(week * 7 + day * 5 + 11) % len(agenda)]
            rows.append(f"| {{thứ +{day + 1}}} | {morning[0]} ({morning[1]}) | {afternoon[0]} ({afternoon[1]}) |")
        notes = (
            "Lịch có thể thay đổi theo chỉ đạo của lãnh đạo Bộ, mọi thay đổi sẽ báo riêng.",
            "Các đơn vị chuẩn bị tài liệu gửi Văn phòng trước cuộc họp một ngày.",
            "Đơn vị nào cần mượn phòng họp 302 xin đăng ký với Văn phòng trước thứ Tư.",
        )
        body = f"Kính gửi các đơn vị,\n\nVăn phòng gửi lịch công tác tuần {{tuần 1}}.\n\n{{rows}}\n\n{notes[week % 3]}"
        mails.append(
            _mail(
                body.replace("{rows}", "\n".join(rows)),
                {},
                when=f"fri-{16 - week} 16:{10 + week}",
                sender="long",
                subject="Lịch công tác tuần {tuần 1} của lãnh đạo Bộ",
                look="html",
                state="unread" if week == 16 else "",
            )
        )
    return mails


def _reminders() -> list[WrittenMail]:
    documents = _rows("incoming.txt")
    mails: list[WrittenMail] = []
    openings = (
        "Hệ thống nhắc chị các văn bản sắp đến hạn trong tuần:",
        "Kính gửi chị Hạnh, trong tuần này có những văn bản sau đến hạn trả lời:",
        "Em rà trên hệ thống, còn mấy văn bản sau chưa có kết quả:",
    )
    closings = (
        "Văn bản nào đã trả lời bằng giấy, chị cập nhật kết quả giúp em.",
        "Nếu cần gia hạn, chị ghi lý do vào phiếu trước khi quá hạn một ngày.",
        "Chị xử lý xong thì bấm kết thúc để tuần sau em không nhắc lại nữa ạ.",
        "Tuần này không có văn bản quá hạn, em cảm ơn chị.",
    )
    for week in range(17):
        due = [documents[(week * 4 + step) % len(documents)] for step in range(2 + week % 3)]
        lines = "\n".join(f"- {number} ({issuer}): {title}" for number, issuer, title in due)
        mails.append(
            _mail(
                f"{openings[week % 3]}\n\n{lines}\n\n{closings[week % 4]}",
                {},
                when=f"mon-{16 - week} 08:{5 + week:02d}",
                sender="nhung",
                subject=f"Nhắc hạn xử lý {len(due)} văn bản tuần {{tuần 0}}",
                state="unread" if week == 16 else "",
            )
        )
    return mails


def _monthly_reports() -> list[WrittenMail]:
    mails: list[WrittenMail] = []
    openings = (
        "Kính gửi Văn phòng Bộ,\n\nĐơn vị gửi báo cáo tháng {tháng -1} theo chế độ. Điểm nổi bật:",
        "Chào Hạnh,\n\nBáo cáo tháng {tháng -1} đã ký số, gửi kèm. Tóm tắt một ý chính để em tiện tổng hợp:",
        "Gửi chị Hạnh để tổng hợp báo cáo chung. Trong tháng {tháng -1}:",
        "Kính gửi tổ Tổng hợp,\n\nXin gửi báo cáo tháng {tháng -1}. Nội dung cần lãnh đạo Bộ lưu ý:",
    )
    for unit, (sender, subject, *remarks) in enumerate(_rows("monthly.txt")):
        for month, remark in enumerate(remarks):
            mails.append(
                _mail(
                    f"{openings[(unit + month) % 4]}\n\n{remark}\n\nSố liệu chi tiết trong tệp kèm theo thư này.",
                    {},
                    when=f"{-80 + month * 21 + unit} {9 + unit}:{12 + 7 * month}",
                    sender=sender,
                    subject=subject,
                    attach=f"{'csv' if unit % 2 else 'pdf'} | Báo cáo tháng {{tuần 0}}.{'csv' if unit % 2 else 'pdf'}"
                    f" | {remark}",
                )
            )
    return mails


def _press_reviews() -> list[WrittenMail]:
    headlines = [row[0] for row in _rows("press.txt")]
    mails: list[WrittenMail] = []
    for place in range(16):
        shown = [headlines[(place * 3 + step * 7) % len(headlines)] for step in range(3 + place % 3)]
        listed = "\n".join(f"- {headline}" for headline in shown)
        comment = (
            "Chưa có bài nào cần Bộ phản hồi.",
            "Tổ truyền thông đề xuất cung cấp thêm thông tin cho bài đầu tiên.",
            "Bài thứ hai có một số liệu chưa chính xác, đã liên hệ tòa soạn để đính chính.",
            "Lãnh đạo Bộ đề nghị đơn vị chuyên môn đọc kỹ bài cuối.",
        )[place % 4]
        mails.append(
            _mail(
                f"Tổ truyền thông gửi điểm báo sáng nay:\n\n{listed}\n\n{comment}",
                {},
                when=f"{-79 + place * 5} 07:{20 + place}",
                sender="Tổ Truyền thông <truyenthong@boldptxh.example>",
                subject="Điểm báo ngày {+0}",
                sign="no",
            )
        )
    return mails


def _newsletters() -> list[WrittenMail]:
    items = [row[0] for row in _rows("newsletter.txt")]
    return [
        _mail(
            "\n\n".join(items[(place * 3 + step) % len(items)] for step in range(4)),
            {},
            when=f"{-78 + place * 11} 06:30",
            sender="Ban Biên tập Cổng thông tin <bantin@boldptxh.example>",
            subject=f"Bản tin Lao động và Xã hội số {31 + place}/2026",
            look="newsletter",
            sign="no",
            state="unread" if place == 7 else "",
        )
        for place in range(8)
    ]


def _mail(body: str, values: dict[str, str], *, sender: str, **keys: str) -> WrittenMail:
    for name, value in values.items():
        body = body.replace(f"{{{name}}}", value)
    return WrittenMail({"from": [sender], **{key: [value] for key, value in keys.items() if value}}, body)


def _spread(place: int, count: int) -> int:
    """The working day of the ``place``-th of ``count`` mails, evenly from the oldest to yesterday."""
    return -_OLDEST + place * (_OLDEST - 1) // max(count - 1, 1)


def _when(day: int, minute: int) -> str:
    return f"{day} {minute // 60:02d}:{minute % 60:02d}"


def _rows(name: str) -> list[list[str]]:
    lines = (_TEXTS / name).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split(" | ")] for line in lines if line.strip()]


def _parts(name: str) -> list[str]:
    return [part.strip("\n") for part in (_TEXTS / name).read_text("utf-8").split("\n=====\n")]
