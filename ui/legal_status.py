"""Hiệu lực in words and colours: the one badge that the archive, its results and cited numbers in mails show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from docs_archive import LegalStatus

from .style import colour, colours, font, px

_ROLES = {
    LegalStatus.IN_FORCE: ("success", "success_soft"),
    LegalStatus.EXPIRED: ("danger", "danger_soft"),
    LegalStatus.EXPIRED_IN_PART: ("warning", "warning_soft"),
    LegalStatus.SUSPENDED: ("danger", "danger_soft"),
    LegalStatus.SUSPENDED_IN_PART: ("warning", "warning_soft"),
    LegalStatus.NOT_YET_IN_FORCE: ("accent", "hover"),
    LegalStatus.NO_LONGER_SUITABLE: ("danger", "danger_soft"),
    LegalStatus.UNKNOWN: ("muted", "hover"),
}


def status_words(status: LegalStatus) -> str:
    """As vbpl.vn words it; “Không rõ” where the source says nothing."""
    translate = QCoreApplication.translate
    match status:
        case LegalStatus.IN_FORCE:
            return translate("LegalStatus", "Còn hiệu lực")
        case LegalStatus.EXPIRED:
            return translate("LegalStatus", "Hết hiệu lực")
        case LegalStatus.EXPIRED_IN_PART:
            return translate("LegalStatus", "Hết hiệu lực một phần")
        case LegalStatus.SUSPENDED:
            return translate("LegalStatus", "Tạm ngưng hiệu lực")
        case LegalStatus.SUSPENDED_IN_PART:
            return translate("LegalStatus", "Tạm ngưng hiệu lực một phần")
        case LegalStatus.NOT_YET_IN_FORCE:
            return translate("LegalStatus", "Chưa có hiệu lực")
        case LegalStatus.NO_LONGER_SUITABLE:
            return translate("LegalStatus", "Không còn phù hợp")
        case LegalStatus.UNKNOWN:
            return translate("LegalStatus", "Không rõ hiệu lực")


def status_roles(status: LegalStatus | None) -> tuple[str, str]:
    """Text and ground of the badge, as style roles. None: the archive does not hold the document."""
    return _ROLES[status] if status is not None else ("muted", "hover")


def badge_size(words: str) -> QSize:
    metrics = QFontMetrics(font("small_strong"))
    return QSize(metrics.horizontalAdvance(words) + 2 * px(7), metrics.height() + px(4))


def paint_badge(painter: QPainter, rect: QRect, status: LegalStatus) -> None:
    """The word on its soft ground: for delegates."""
    text, ground = status_roles(status)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(rect, px(4), px(4))
    painter.setPen(colour(text))
    painter.setFont(font("small_strong"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, status_words(status))
    painter.restore()


class StatusBadge(QLabel):
    """The same as a widget; `refresh` after a change of theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = LegalStatus.UNKNOWN

    def show_status(self, status: LegalStatus) -> None:
        self._status = status
        self.refresh()

    def refresh(self) -> None:
        text, ground = status_roles(self._status)
        self.setText(status_words(self._status))
        self.setAccessibleName(status_words(self._status))
        self.setFont(font("small_strong"))
        self.setStyleSheet(
            f"background:{getattr(colours(), ground)}; color:{getattr(colours(), text)};"
            f"border-radius:{px(4)}px; padding:{px(2)}px {px(7)}px;"
        )
