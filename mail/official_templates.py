"""The official letters that come with the desk, in the wording of everyday ministry correspondence. Used by templates.

Their language is the office's, whatever the desk speaks. Dots are left where she fills in.
"""

from __future__ import annotations

from .templates import Template


def _of(key: str, name: str, subject: str, *paragraphs: str) -> Template:
    html = "".join(f'<p style="margin:0 0 8px 0">{one}</p>' for one in paragraphs)
    return Template(f"official-{key}", name, subject, html, is_own=False)


OFFICIAL = (
    _of(
        "reply",
        "Trả lời công văn",
        "V/v trả lời Công văn số …",
        "Kính gửi: …",
        "Phúc đáp Công văn số …/… ngày …/…/… của Quý cơ quan về việc …, chúng tôi có ý kiến như sau:",
        "1. …",
        "2. …",
        "Trên đây là ý kiến của chúng tôi, kính gửi Quý cơ quan tổng hợp.",
        "Trân trọng.",
    ),
    _of(
        "comments",
        "Xin ý kiến góp ý dự thảo",
        "V/v xin ý kiến đối với dự thảo …",
        "Kính gửi: …",
        "Thực hiện nhiệm vụ được giao tại …, chúng tôi đã xây dựng dự thảo … (gửi kèm).",
        "Kính đề nghị Quý cơ quan nghiên cứu, cho ý kiến và gửi về trước ngày …/…/… để tổng hợp, hoàn thiện.",
        "Trân trọng cảm ơn sự phối hợp của Quý cơ quan.",
    ),
    _of(
        "meeting",
        "Giấy mời họp",
        "Mời họp về …",
        "Kính gửi: …",
        "Trân trọng kính mời đồng chí dự họp về …",
        "<b>Chủ trì:</b> …",
        "<b>Thời gian:</b> … giờ …, ngày …/…/…",
        "<b>Địa điểm:</b> …",
        "<b>Thành phần:</b> …",
        "Tài liệu họp được gửi kèm. Đề nghị đồng chí dự họp đầy đủ, đúng thành phần.",
        "Trân trọng.",
    ),
    _of(
        "report",
        "Gửi báo cáo",
        "Báo cáo … tháng …/…",
        "Kính gửi: …",
        "Thực hiện chế độ báo cáo định kỳ, chúng tôi xin gửi báo cáo … (tệp đính kèm), gồm những nội dung chính:",
        "- Kết quả thực hiện: …",
        "- Khó khăn, vướng mắc: …",
        "- Kiến nghị, đề xuất: …",
        "Kính báo cáo.",
    ),
    _of(
        "urge",
        "Đôn đốc thực hiện",
        "V/v đôn đốc thực hiện …",
        "Kính gửi: …",
        "Ngày …/…/…, chúng tôi đã gửi … đề nghị … trước ngày …/…/… Đến nay chúng tôi chưa nhận được.",
        "Kính đề nghị Quý đơn vị khẩn trương thực hiện và gửi kết quả trước ngày …/…/…",
        "Trân trọng.",
    ),
    _of(
        "received",
        "Đã nhận văn bản",
        "Đã nhận …",
        "Kính gửi: …",
        "Chúng tôi đã nhận được … của Quý cơ quan và sẽ xử lý, trả lời trước ngày …/…/…",
        "Trân trọng cảm ơn.",
    ),
)
