"""The public holidays that stand fixed in the solar calendar (Bộ luật Lao động 2019, Điều 112). Those that follow the
lunar calendar are for the ministry's own calendar to say."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication


def holiday_on(day: date) -> str:
    """Its name, or ""."""
    translate = QCoreApplication.translate
    match (day.month, day.day):
        case (1, 1):
            return translate("calendar_words", "Tết Dương lịch")
        case (4, 30):
            return translate("calendar_words", "Ngày Chiến thắng")
        case (5, 1):
            return translate("calendar_words", "Quốc tế Lao động")
        case (9, 2):
            return translate("calendar_words", "Quốc khánh")
    return ""
