"""The figures of a row with their units, and how they were measured: for the row's second line and for the report."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from conference import CheckKind, CheckResult

from ..formatting import size
from .words import found

translate = QCoreApplication.translate
_CODECS = {"h264": "H.264", "hevc": "H.265", "mpeg2video": "MPEG-2", "mpeg4": "MPEG-4"}
_SOUNDS = {"aac": "AAC", "mp3": "MP3", "mp2": "MP2", "ac3": "AC-3", "opus": "Opus"}


def found_with_figures(result: CheckResult) -> str:
    """What was found and what was measured of it, as one sentence."""
    measured = figures(result)
    return f"{found(result).rstrip('.')}: {measured}" if measured else found(result)


def figures(result: CheckResult) -> str:
    """ "" where nothing was measured."""
    facts = result.facts
    match result.kind:
        case CheckKind.ADDRESS | CheckKind.REACH if "milliseconds" in facts:
            return _milliseconds(facts["milliseconds"])
        case CheckKind.CERTIFICATE if "days" in facts:
            return translate("CheckWords", "còn {days} ngày").format(days=facts["days"])
        case CheckKind.PICTURE if "first_picture" in facts:
            return _picture(result)
        case CheckKind.SOUND if "codec" in facts:
            codec = str(facts["codec"])
            parts = [_SOUNDS.get(codec, codec)]
            if "level_dbfs" in facts:
                parts.append(translate("CheckWords", "mức {level} dBFS").format(level=_number(facts["level_dbfs"])))
            return ", ".join(parts)
        case CheckKind.ROUND_TRIP | CheckKind.JITTER if "milliseconds" in facts:
            return f"{_milliseconds(facts['milliseconds'])} ({_how(result)})"
        case CheckKind.LOSS if "percent" in facts:
            return f"{_number(facts['percent'])} % ({_how(result)})"
        case _:
            return _of_the_pc(result)


def _picture(result: CheckResult) -> str:
    facts = result.facts
    parts = []
    if facts.get("width"):
        parts.append(f"{facts['width']}×{facts['height']}")
    if "codec" in facts:
        codec = str(facts["codec"])
        parts.append(_CODECS.get(codec, codec))
    rate = _number(facts["pictures_per_second"], 0)
    parts.append(translate("CheckWords", "{rate} hình/giây").format(rate=rate))
    parts.append(f"{_number(float(facts['kbits_per_second']) / 1000)} Mbit/s")
    parts.append(translate("CheckWords", "lên hình sau {seconds} giây").format(seconds=_number(facts["first_picture"])))
    return ", ".join(parts)


def _of_the_pc(result: CheckResult) -> str:
    facts = result.facts
    if "idle_percent" in facts:
        return translate("CheckWords", "còn rỗi {percent} %, {cores} nhân").format(
            percent=facts["idle_percent"], cores=facts["cores"]
        )
    if "bytes" in facts:
        return translate("CheckWords", "trống {free} / {whole}").format(
            free=size(int(facts["free_bytes"])), whole=size(int(facts["bytes"]))
        )
    if "free_bytes" in facts:
        return translate("CheckWords", "trống {free}").format(free=size(int(facts["free_bytes"])))
    if "charge_percent" in facts:
        return translate("CheckWords", "pin {percent} %").format(percent=facts["charge_percent"])
    parts = [str(facts["device"])] if facts.get("device") else []
    if "peak_dbfs" in facts:
        parts.append(translate("CheckWords", "mức {level} dBFS").format(level=_number(facts["peak_dbfs"])))
    return ", ".join(parts)


def _how(result: CheckResult) -> str:
    facts = result.facts
    match facts.get("how"):
        case "srt":
            way = translate("CheckWords", "gọi thử SRT")
        case "rtsp":
            way = translate("CheckWords", "gọi thử RTSP")
        case "tcp":
            way = translate("CheckWords", "mở kết nối TCP")
        case _:
            return translate("CheckWords", "đo trên luồng hình")
    if "lost" in facts:
        return translate("CheckWords", "{way}, mất {lost} trong {calls}").format(
            way=way, lost=facts["lost"], calls=facts["calls"]
        )
    if "calls" in facts:
        return translate("CheckWords", "{way} {calls} lần").format(way=way, calls=facts["calls"])
    return way


def _milliseconds(value: float | int | str) -> str:
    return f"{_number(value, 0 if float(value) >= 10 else 1)} ms"


def _number(value: float | int | str, digits: int = 1) -> str:
    return QLocale().toString(float(value), "f", digits)
