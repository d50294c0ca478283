"""How a site's line is, in figures with words: for the tool tip at its state and for the tool "Đường truyền"."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QLocale

from conference import SiteState, SiteStatus

from .incident_words import span_words
from .words import weakness_words, words_for

translate = QCoreApplication.translate
_SEEN = (SiteState.LIVE, SiteState.DEGRADED)


def details_of(status: SiteStatus, now: float | None = None) -> list[tuple[str, str]]:
    """Pairs of what and how much; what a protocol does not tell is left out. ``now`` is `time.monotonic()`."""
    at = time.monotonic() if now is None else now
    lines = [
        (translate("HealthWords", "Trạng thái"), words_for(status).text),
        (translate("HealthWords", "Từ"), translate("HealthWords", "{span} nay").format(span=_span(at - status.since))),
    ]
    if status.weaknesses:
        why = ", ".join(weakness_words(one) for one in status.weaknesses)
        lines.append((translate("HealthWords", "Vì sao yếu"), why))
    if status.size is not None and status.state in _SEEN:
        lines.append((translate("HealthWords", "Cỡ hình"), f"{status.size[0]} × {status.size[1]}"))
    if status.state in _SEEN:
        rate = translate("HealthWords", "{rate} hình/giây").format(rate=_decimal(status.frames_per_second))
        lines.append((translate("HealthWords", "Số hình"), rate))
    line = status.line
    if line is None:
        return lines
    if line.bits_per_second:
        lines.append((translate("HealthWords", "Tốc độ nhận"), bit_rate(line.bits_per_second)))
    if line.round_trip is not None:
        trip = f"{round(line.round_trip)} ms" if line.round_trip >= 1 else translate("HealthWords", "dưới 1 ms")
        lines.append((translate("HealthWords", "Trễ khứ hồi"), trip))
    if line.loss is not None:
        lost = translate("HealthWords", "không")
        if line.loss:
            words = translate("HealthWords", "{percent} % (phần lớn được gửi lại kịp)")
            lost = words.format(percent=_decimal(line.loss * 100))
        lines.append((translate("HealthWords", "Mất trên đường"), lost))
    missing = line.late_packets + line.dropped_packets
    if line.loss is not None or missing:
        lines.append((translate("HealthWords", "Gói không kịp dùng"), QLocale().toString(missing)))
    return lines


def details_text(status: SiteStatus) -> str:
    return "\n".join(f"{name}: {value}" for name, value in details_of(status))


def bit_rate(bits: float) -> str:
    if bits < 1_000_000:
        return f"{round(bits / 1000)} kbit/s"
    return f"{_decimal(bits / 1_000_000)} Mbit/s"


def _span(seconds: float) -> str:
    return span_words(max(seconds, 1.0))


def _decimal(value: float) -> str:
    return QLocale().toString(float(value), "f", 1)
