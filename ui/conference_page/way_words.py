"""Names of the services a conference may be at, and why a link is not opened, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from conference import Findings, MeetingLink, RefusalKind, RefusedLink, Service

translate = QCoreApplication.translate

_NAMES = {
    Service.ZOOM: "Zoom",
    Service.TEAMS: "Microsoft Teams",
    Service.WEBEX: "Webex",
    Service.MEET: "Google Meet",
    Service.SKYPE: "Skype",
    Service.JITSI: "Jitsi Meet",
    Service.BIGBLUEBUTTON: "BigBlueButton",
    Service.GOMEET: "GoMeet",
    Service.ZAVI: "Zavi",
    Service.VNPT: "VNPT Meeting",
    Service.VIETTEL: "Viettel Meeting",
    Service.TRUECONF: "TrueConf",
    Service.POLYCOM: "Polycom",
    Service.SIP: "SIP",
}


def service_name(service: Service) -> str:
    return _NAMES.get(service) or translate("WayWords", "Điểm cầu")


def way_words(link: MeetingLink) -> str:
    """Zoom · us06web.zoom.us · 812 3456 7890"""
    parts = [service_name(link.service), link.host]
    if link.number or link.room:
        parts.append(grouped(link.number) if link.number else link.room)
    return " · ".join(parts)


def grouped(number: str) -> str:
    """As the services write numbers: 812 3456 7890, 234 567 890 12."""
    if len(number) in (10, 11) and number.isdigit():
        return f"{number[:3]} {number[3:-4]} {number[-4:]}"
    return " ".join(number[place : place + 3] for place in range(0, len(number), 3)) if len(number) > 6 else number


def refusal_words(refused: RefusedLink) -> str:
    match refused.kind:
        case RefusalKind.LOOK_ALIKE:
            words = translate("WayWords", "Liên kết tới {host} giả dạng một dịch vụ họp nên không được mở.")
        case RefusalKind.TEXT_DIFFERS:
            words = translate(
                "WayWords", "Liên kết ghi địa chỉ dịch vụ họp nhưng thực ra dẫn tới {host} nên không được mở."
            )
        case RefusalKind.CONFUSABLE:
            words = translate("WayWords", "Địa chỉ {host} dùng chữ dễ nhầm với một dịch vụ họp nên không được mở.")
        case RefusalKind.DEEP_LINK:
            words = translate("WayWords", "Liên kết {host}: khởi động chương trình khác kèm tham số nên không được mở.")
        case RefusalKind.UNKNOWN_ROOM:
            words = translate("WayWords", "Điểm cầu tại {host} chưa có trong hồ sơ của bộ nên không được mở.")
    return words.format(host=refused.host)


def nothing_words(found: Findings) -> str:
    """Why nothing is opened."""
    if found.refused:
        advice = translate("WayWords", "Hãy hỏi lại người mời hoặc bộ phận công nghệ thông tin.")
        return " ".join([*(refusal_words(one) for one in found.refused[:2]), advice])
    return translate(
        "WayWords", "Giấy mời này không thuộc cuộc họp nào của bàn này và không có liên kết họp nào quen thuộc."
    )
