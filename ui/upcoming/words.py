"""How near a conference is, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from PySide6.QtCore import QCoreApplication

from .. import formatting
from .model import Stage, Upcoming

translate = QCoreApplication.translate


def title_of(conference: Upcoming) -> str:
    return conference.title or translate("Upcoming", "(không có tên)")


def nearness(conference: Upcoming, now: datetime) -> str:
    """Còn 5 phút; Còn 40 giây; Đang diễn ra · đã bắt đầu 3 phút; Lúc 14:00."""
    stage = conference.stage(now)
    if stage is Stage.OVER:
        return translate("Upcoming", "Đã kết thúc")
    if stage is Stage.RUNNING:
        minutes = int((now - conference.start) / timedelta(minutes=1))
        running = translate("Upcoming", "Đang diễn ra")
        if not minutes:
            return running
        return running + " · " + translate("Upcoming", "đã bắt đầu {length}").format(length=_length(minutes))
    left = conference.start - now
    if left <= timedelta(minutes=1):
        return translate("Upcoming", "Còn {count} giây").format(count=max(1, ceil(left.total_seconds())))
    minutes = ceil(left / timedelta(minutes=1))
    if minutes > 60:
        return translate("Upcoming", "Lúc {time}").format(time=formatting.time_of_day(conference.start))
    return translate("Upcoming", "Còn {count} phút").format(count=minutes)


def facts(conference: Upcoming) -> str:
    """09:00–10:00 · Người mời: Vũ Hoàng Nam · Chưa chắc dự"""
    parts = [f"{formatting.time_of_day(conference.start)}–{formatting.time_of_day(conference.end)}"]
    if conference.organizer:
        parts.append(translate("Upcoming", "Người mời: {name}").format(name=conference.organizer))
    if conference.is_unanswered:
        parts.append(translate("Upcoming", "Chưa trả lời giấy mời"))
    elif conference.is_tentative:
        parts.append(translate("Upcoming", "Chưa chắc dự"))
    return " · ".join(parts)


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [translate("Upcoming", "{count} giờ").format(count=hours)] if hours else []
    if rest or not hours:
        parts.append(translate("Upcoming", "{count} phút").format(count=rest))
    return " ".join(parts)
