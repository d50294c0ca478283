"""The incident log and its sum in words, and as text for the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from conference import ConferenceSummary, EndReason, Incident, IncidentKind, SiteSummary

from ..formatting import full_moment, local
from .words import reason_words, weakness_words

translate = QCoreApplication.translate


def span_words(seconds: float) -> str:
    """14 giây, 3 phút 20 giây, 52 phút, 1 giờ 05 phút."""
    whole = max(1, round(seconds)) if seconds > 0 else 0
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return translate("IncidentWords", "{hours} giờ {minutes:02} phút").format(hours=hours, minutes=minutes)
    if minutes >= 10 or (minutes and not rest):
        return translate("IncidentWords", "{minutes} phút").format(minutes=minutes)
    if minutes:
        return translate("IncidentWords", "{minutes} phút {rest} giây").format(minutes=minutes, rest=rest)
    return translate("IncidentWords", "{rest} giây").format(rest=rest)


def incident_words(incident: Incident) -> str:
    lasted = span_words(incident.lasted or 0.0)
    match incident.kind:
        case IncidentKind.BEGAN:
            text = translate("IncidentWords", "Vào họp")
        case IncidentKind.ENDED:
            text = translate("IncidentWords", "Rời họp, sau {lasted}")
        case IncidentKind.SEEN:
            text = translate("IncidentWords", "{site}: có hình, sau {lasted}")
        case IncidentKind.LOST:
            text = translate("IncidentWords", "{site}: mất hình")
        case IncidentKind.BACK:
            text = translate("IncidentWords", "{site}: có hình trở lại, mất {lasted}")
        case IncidentKind.WEAK:
            why = ", ".join(weakness_words(one) for one in incident.weaknesses)
            text = translate("IncidentWords", "{site}: tín hiệu yếu") + (f" ({why})" if why else "")
        case IncidentKind.WELL:
            text = translate("IncidentWords", "{site}: tín hiệu tốt trở lại, yếu {lasted}")
        case IncidentKind.REFUSED:
            text = translate("IncidentWords", "{site}: không vào được, {reason}")
        case IncidentKind.RECORDING_BEGAN:
            text = translate("IncidentWords", "Bắt đầu ghi hình")
        case IncidentKind.RECORDING_ENDED:
            text = _recording_ended(incident.ending)
        case IncidentKind.RECORDING_GAP:
            text = translate("IncidentWords", "{site}: bản ghi thiếu một đoạn vì đĩa ghi không kịp")
        case IncidentKind.ROOM_SHORT:
            text = translate("IncidentWords", "Đĩa sắp hết chỗ cho việc ghi hình")
        case IncidentKind.SNAPSHOT:
            text = translate("IncidentWords", "{site}: đã chụp hình")
    return text.format(site=incident.site, lasted=lasted, reason=reason_words(incident.refusal))


def _recording_ended(reason: EndReason | None) -> str:
    if reason is EndReason.DISK_FULL:
        return translate("IncidentWords", "Dừng ghi hình vì đĩa sắp đầy")
    if reason is EndReason.WRITE_FAILED:
        return translate("IncidentWords", "Dừng ghi hình vì không ghi được vào thư mục")
    return translate("IncidentWords", "Dừng ghi hình")


def icon_of(incident: Incident) -> tuple[str, str]:
    """An icon and its role that say the same."""
    match incident.kind:
        case IncidentKind.LOST:
            return "frozen", "danger"
        case IncidentKind.REFUSED:
            return "error", "danger"
        case IncidentKind.WEAK | IncidentKind.RECORDING_GAP | IncidentKind.ROOM_SHORT:
            return "weak" if incident.kind is IncidentKind.WEAK else "warning", "warning"
        case IncidentKind.SEEN | IncidentKind.BACK | IncidentKind.WELL:
            return "success", "success"
        case IncidentKind.RECORDING_BEGAN | IncidentKind.RECORDING_ENDED:
            return "record", "danger" if incident.ending in (EndReason.DISK_FULL, EndReason.WRITE_FAILED) else "muted"
        case IncidentKind.SNAPSHOT:
            return "snapshot", "muted"
        case _:
            return "info", "muted"


def summary_words(summary: ConferenceSummary) -> str:
    """Họp 52 phút; điểm cầu Hải Hà mất hình 2 lần, tổng 14 giây."""
    lasted = translate("IncidentWords", "Họp {lasted}").format(lasted=span_words(summary.lasted))
    troubles = [words for site in summary.sites if (words := _trouble_words(site))]
    if not troubles:
        return lasted + "; " + translate("IncidentWords", "hình của hai điểm cầu thông suốt.")
    return f"{lasted}; {'; '.join(troubles)}."


def _trouble_words(site: SiteSummary) -> str:
    if not site.was_seen:
        if site.refusal is None:
            return translate("IncidentWords", "{site} không có hình").format(site=site.name)
        return translate("IncidentWords", "{site} không có hình ({reason})").format(
            site=site.name, reason=reason_words(site.refusal)
        )
    parts = []
    if site.losses:
        parts.append(
            translate("IncidentWords", "mất hình {count} lần, tổng {lasted}").format(
                count=site.losses, lasted=span_words(site.lost_for)
            )
        )
    if site.weak_for >= 1:
        parts.append(translate("IncidentWords", "tín hiệu yếu {lasted}").format(lasted=span_words(site.weak_for)))
    return f"{site.name} {', '.join(parts)}" if parts else ""


def log_as_text(summary: ConferenceSummary, incidents: tuple[Incident, ...], let_go: int = 0) -> str:
    """For the clipboard or a file: a head, the sum, one line each."""
    lines = [summary.title, full_moment(summary.began), summary_words(summary), ""]
    if let_go:
        lines.append(translate("IncidentWords", "({count} mục cũ hơn không còn giữ)").format(count=let_go))
    lines += [f"{local(one.at):%H:%M:%S}  {incident_words(one)}" for one in incidents]
    return "\n".join(lines) + "\n"
