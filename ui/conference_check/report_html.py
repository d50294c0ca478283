"""The technician's report as HTML for one A4 page: who, when, the verdict, a table for each site and one for the PC."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication

from conference import CheckResult, CheckState, Conference, Verdict

from ..formatting import local
from .advice import advice
from .figures import found_with_figures
from .words import state_word, title, verdict_word

translate = QCoreApplication.translate
_INK = {
    CheckState.GREEN: "#1a693a",
    CheckState.AMBER: "#7f4d00",
    CheckState.RED: "#ab221b",
    CheckState.UNKNOWN: "#526073",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What stands on the page. ``pc`` are the lines about the machine: useful to a technician, nobody's secrets."""

    ministry: str
    conference: Conference
    when: datetime
    verdict: Verdict
    results: Sequence[CheckResult]
    pc: tuple[str, ...]


def about_this_pc() -> tuple[str, ...]:
    """Name, system, version of the application. Not who sits here, and no address."""
    try:
        ours = version("ban-cong-vu")
    except PackageNotFoundError:
        ours = ""
    lines = [
        translate("CheckReport", "Máy: {name}").format(name=platform.node() or "?"),
        translate("CheckReport", "Hệ điều hành: {system}").format(system=_system()),
    ]
    if ours:
        lines.append(translate("CheckReport", "Bàn Công Vụ {version}").format(version=ours))
    return tuple(lines)


def _system() -> str:
    if platform.system() == "Linux":
        try:
            return platform.freedesktop_os_release()["PRETTY_NAME"]
        except (OSError, KeyError):
            pass
    return f"{platform.system()} {platform.release()} ({platform.version()})"


def report_html(report: Report, points: float, padding: float) -> str:
    """``points`` is the size of its letters, ``padding`` of its cells in units of the page's device."""
    sites = "".join(
        _table(site.name, _endpoint(site.address), [row for row in report.results if row.site == site.id], padding)
        for site in report.conference.sites
    )
    pc = _table(translate("CheckReport", "Máy tính"), "", [row for row in report.results if row.site is None], padding)
    ink = {
        Verdict.READY: CheckState.GREEN,
        Verdict.READY_WITH_CARE: CheckState.AMBER,
        Verdict.NOT_READY: CheckState.RED,
        Verdict.UNFINISHED: CheckState.UNKNOWN,
    }[report.verdict]
    heading = translate("CheckReport", "PHIẾU KIỂM TRA ĐIỂM CẦU")
    verdict = translate("CheckReport", "Kết luận: {verdict}").format(verdict=verdict_word(report.verdict))
    note = translate(
        "CheckReport",
        "Mức đánh giá: độ trễ khứ hồi từ 150 ms, mất gói từ 1 %, dao động trễ từ 30 ms là lưu ý; mất gói từ 5 % hoặc"
        " không có hình là không đạt (theo ITU-T G.114 và khuyến nghị của các nhà cung cấp hội nghị truyền hình).",
    )
    return (
        f'<html><body style="font-size:{points:.1f}pt; color:#000000">'
        f"<p><b>{escape(report.ministry.upper())}</b></p>"
        f'<p align="center" style="font-size:{points * 1.3:.1f}pt"><b>{escape(heading)}</b><br>'
        f'<span style="font-size:{points * 1.1:.1f}pt"><b>{escape(report.conference.title)}</b></span><br>'
        f'<span style="font-size:{points:.1f}pt"><i>{escape(official_moment(report.when))}</i></span></p>'
        f'<p style="font-size:{points * 1.15:.1f}pt; color:{_INK[ink]}"><b>{escape(verdict)}</b></p>'
        f"<p>{escape(' · '.join(report.pc))}</p>"
        f"{sites}{pc}"
        f'<p style="font-size:{points * 0.9:.1f}pt"><i>{escape(note)}</i></p></body></html>'
    )


def official_moment(moment: datetime) -> str:
    """As NĐ 30/2020 writes a date: a leading zero for days under 10 and for January and February only."""
    there = local(moment)
    month = f"{there.month:02}" if there.month < 3 else str(there.month)
    return translate("CheckReport", "{time}, ngày {day} tháng {month} năm {year}").format(
        time=f"{there:%H:%M}", day=f"{there.day:02}", month=month, year=there.year
    )


def _endpoint(address: str) -> str:
    """Scheme, host and port: what a technician needs; a path or a stream's id may be a key."""
    from conference import AddressInvalid, SchemeRefused, parse_site_address

    try:
        return parse_site_address(address).endpoint
    except (AddressInvalid, SchemeRefused):
        return ""


def _table(name: str, place: str, rows: Sequence[CheckResult], padding: float) -> str:
    heads = (
        translate("CheckReport", "Nội dung"),
        translate("CheckReport", "Mức"),
        translate("CheckReport", "Kết quả và số đo"),
        translate("CheckReport", "Việc cần làm"),
    )
    widths = (20, 10, 42, 28)
    head = "".join(
        f'<th width="{width}%" align="left" bgcolor="#e9edf3">{escape(word)}</th>'
        for word, width in zip(heads, widths, strict=True)
    )
    body = "".join(_row(row) for row in rows)
    where = f" – {escape(place)}" if place else ""
    return (
        f'<p style="margin-top:{padding * 4:.0f}px"><b>{escape(name)}</b>{where}</p>'
        f'<table width="100%" border="1" cellspacing="0" cellpadding="{padding:.0f}"'
        f' style="border-collapse:collapse; border-style:solid; border-color:#b9c1cc"><tr>{head}</tr>{body}</table>'
    )


def _row(row: CheckResult) -> str:
    said = found_with_figures(row).rstrip(".")
    return (
        f"<tr><td>{escape(title(row.kind))}</td>"
        f'<td><font color="{_INK[row.state]}"><b>{escape(state_word(row.state))}</b></font></td>'
        f"<td>{escape(said)}</td><td>{escape(advice(row))}</td></tr>"
    )
