"""Biên bản cuộc họp in the form of Decree 30/2020/NĐ-CP (Phụ lục III, Mẫu 1.9), filled with what the desk knows: a
clean HTML fragment to be written on, and the parts that are put in while the meeting runs.

Its language is the office's, whatever the desk speaks. Dots are left where somebody has to fill in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from .agenda import AgendaItem
from .roll_call import Presence, RollCall
from .speaking_order import SpeakingOrder

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_DOTS = "…………"


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """What is known when the minutes are begun; "" and None where it is not. ``begins`` is in the office's time."""

    title: str
    ministry: str
    begins: datetime
    sites: tuple[str, ...]
    unit: str = ""
    chair: str = ""
    secretary: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    roll_call: RollCall | None = None
    basis: str = ""
    """The invitation or document the meeting was called by."""


def minutes_html(facts: MinutesFacts) -> str:
    """The whole form. Everything put in is escaped."""
    parts = [
        _head(facts),
        _middle("<b>BIÊN BẢN</b>"),
        _middle(f"<b>{_text(_meeting_name(facts.title))}</b>"),
        _line(f"<b>Thời gian bắt đầu:</b> {written_moment(facts.begins)}"),
        _line(f"<b>Địa điểm:</b> Họp trực tuyến tại {len(facts.sites)} điểm cầu: {_text('; '.join(facts.sites))}"),
    ]
    if facts.basis:
        parts.append(_line(f"<b>Căn cứ:</b> {_text(facts.basis)}"))
    parts += [_line("<b>Thành phần tham dự:</b>"), roll_call_html(facts.roll_call)]
    parts += [
        _line(f"<b>Chủ trì (chủ tọa):</b> {_text(facts.chair) or _DOTS}"),
        _line(f"<b>Thư ký (người ghi biên bản):</b> {_text(facts.secretary) or _DOTS}"),
        _line("<b>Nội dung (theo diễn biến cuộc họp):</b>"),
        agenda_html(facts.agenda),
        _line("<b>Kết luận của chủ trì:</b>"),
        _line(f"1. {_DOTS}"),
        _line(f"2. {_DOTS}"),
        _line(f"Cuộc họp kết thúc vào … giờ …, {written_day(facts.begins.date())}./."),
        _foot(facts),
    ]
    return "".join(parts)


def roll_call_html(roll_call: RollCall | None) -> str:
    """Who was there, site by site, with the late and the absent named."""
    if roll_call is None or not roll_call.people:
        return _line(f"- {_DOTS}")
    parts = []
    for site in roll_call.sites:
        people = roll_call.of_site(site.id)
        if not people:
            continue
        counts = roll_call.counts(site.id)
        parts.append(_line(f"<b>{_text(site.name)}</b> (có mặt {counts.there}/{counts.all}):"))
        parts += [_line(f"- {_text(one.name)}{_presence_words(one.presence, one.at)}") for one in people]
    return "".join(parts)


def roll_call_text(roll_call: RollCall) -> str:
    """The same as plain lines, for copying elsewhere."""
    lines = []
    for site in roll_call.sites:
        counts = roll_call.counts(site.id)
        lines.append(f"{site.name}: có mặt {counts.there}/{counts.all}")
        lines += [f"- {one.name}{_presence_words(one.presence, one.at)}" for one in roll_call.of_site(site.id)]
    return "\n".join(lines)


def agenda_html(agenda: Sequence[AgendaItem]) -> str:
    if not agenda:
        return _line(f"1. {_DOTS}")
    parts = []
    for place, item in enumerate(agenda, 1):
        when = f" ({item.begins:%H:%M})" if item.begins is not None else ""
        who = f" – {_text(item.speaker)}" if item.speaker else ""
        parts.append(_line(f"<b>{place}. {_text(item.title)}</b>{when}{who}"))
        parts.append(_line(_DOTS))
    return "".join(parts)


def speakers_html(order: SpeakingOrder, now: float) -> str:
    """Who spoke, in order, and for how long; "" if nobody has."""
    totals = order.totals(now)
    if not totals:
        return ""
    lines = [_line(f"- {_text(name)} ({written_length(seconds)}): {_DOTS}") for name, seconds in totals.items()]
    return _line("<b>Các ý kiến phát biểu:</b>") + "".join(lines)


def closing_html(ends: datetime) -> str:
    """The sentence that the meeting is over; ``ends`` in the office's time."""
    return _line(f"Cuộc họp kết thúc vào {written_moment(ends)}./.")


def written_day(day: date) -> str:
    """ngày 05 tháng 7 năm 2026: days under 10 and the months 1 and 2 have a zero (Decree 30/2020, Phụ lục I)."""
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def written_moment(moment: datetime) -> str:
    return f"{moment.hour:02} giờ {moment.minute:02}, {written_day(moment.date())}"


def written_length(seconds: float) -> str:
    """5 phút; less than a minute is said in seconds."""
    if seconds < 60:
        return f"{round(seconds)} giây"
    return f"{round(seconds / 60)} phút"


def _head(facts: MinutesFacts) -> str:
    over = f"{_text(facts.ministry.upper())}<br>" if facts.unit else ""
    organ = _text((facts.unit or facts.ministry).upper())
    return (
        '<table width="100%" style="border:none"><tr>'
        f'<td width="42%" align="center" style="border:none">{over}<b>{organ}</b><br>Số: …/BB-…</td>'
        f'<td width="58%" align="center" style="border:none"><b>{NATION}</b><br><b>{MOTTO}</b><br>'
        f"<i>…, {written_day(facts.begins.date())}</i></td></tr></table><p></p>"
    )


def _foot(facts: MinutesFacts) -> str:
    def signed(role: str, name: str) -> str:
        return (
            f'<td width="50%" align="center" style="border:none"><b>{role}</b><br><i>(Ký, ghi rõ họ tên)</i>'
            f"<br><br><br><br><b>{_text(name)}</b></td>"
        )

    return (
        '<p></p><table width="100%" style="border:none"><tr>'
        f"{signed('THƯ KÝ', facts.secretary)}{signed('CHỦ TỌA', facts.chair)}</tr></table>"
        "<p><b><i>Nơi nhận:</i></b><br>- Như thành phần;<br>- Lưu: VT, hồ sơ.</p>"
    )


def _meeting_name(title: str) -> str:
    return title if title[:3].lower() in ("họp", "hội", "cuộ") else f"Cuộc họp {title}"


def _presence_words(presence: Presence, at: datetime | None) -> str:
    match presence:
        case Presence.LATE:
            return f" (đến muộn, {at:%H:%M})" if at is not None else " (đến muộn)"
        case Presence.ABSENT:
            return " (vắng)"
        case Presence.NOT_CALLED | Presence.PRESENT:
            return ""


def _text(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)


def _middle(inside: str) -> str:
    return f'<p align="center" style="margin:6px 0 6px 0">{inside}</p>'


def _line(inside: str) -> str:
    return f'<p style="margin:0 0 6px 0">{inside}</p>'
