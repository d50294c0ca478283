"""A site's state in words, with an icon and a colour that say the same. No picture ever stands without them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from conference import RefusalReason, SiteState, SiteStatus, Weakness


@dataclass(frozen=True, slots=True)
class SiteWords:
    """``role`` is a colour of `ui.style`; ``over_picture`` says what a dimmed picture means, "" where it is true."""

    text: str
    icon: str
    role: str
    over_picture: str = ""


translate = QCoreApplication.translate


def words_for(status: SiteStatus) -> SiteWords:
    match status.state:
        case SiteState.CONNECTING:
            return SiteWords(
                translate("SiteWords", "Đang kết nối…"), "sync", "accent", translate("SiteWords", "Đang kết nối…")
            )
        case SiteState.LIVE:
            return SiteWords(translate("SiteWords", "Đang phát trực tiếp"), "live", "success")
        case SiteState.DEGRADED:
            return SiteWords(_weak_words(status), "weak", "warning")
        case SiteState.FROZEN:
            return SiteWords(
                translate("SiteWords", "Hình bị đứng — đang chờ tín hiệu"),
                "frozen",
                "warning",
                translate("SiteWords", "Hình bị đứng"),
            )
        case SiteState.RECONNECTING:
            text = translate("SiteWords", "Đang kết nối lại (lần {attempt})").format(attempt=max(1, status.attempt))
            return SiteWords(text, "sync", "warning", text)
        case SiteState.REFUSED:
            text = translate("SiteWords", "Bị từ chối: {reason}").format(reason=reason_words(status.reason))
            return SiteWords(text, "error", "danger", text)
        case SiteState.CLOSED:
            return SiteWords(
                translate("SiteWords", "Đã đóng"), "stand_back", "muted", translate("SiteWords", "Đã đóng")
            )


def _weak_words(status: SiteStatus) -> str:
    """Tín hiệu yếu: mất gói dữ liệu · 12 hình/giây"""
    said = [weakness_words(one) for one in status.weaknesses[:1]]
    if status.frames_per_second and Weakness.LOSS not in status.weaknesses:
        said.append(translate("SiteWords", "{rate} hình/giây").format(rate=round(status.frames_per_second)))
    if not said:
        return translate("SiteWords", "Tín hiệu yếu")
    return translate("SiteWords", "Tín hiệu yếu: {why}").format(why=" · ".join(said))


def weakness_words(weakness: Weakness) -> str:
    match weakness:
        case Weakness.LOSS:
            return translate("SiteWords", "mất gói dữ liệu")
        case Weakness.FRAMES:
            return translate("SiteWords", "hình thưa")
        case Weakness.BITRATE:
            return translate("SiteWords", "đường truyền hẹp lại")


def reason_words(reason: RefusalReason | None) -> str:
    if reason is None:
        return translate("SiteWords", "không rõ lý do")
    match reason:
        case RefusalReason.SCHEME:
            return translate("SiteWords", "loại địa chỉ không được phép")
        case RefusalReason.ADDRESS:
            return translate("SiteWords", "địa chỉ điểm cầu không hợp lệ")
        case RefusalReason.NOT_AUTHORISED:
            return translate("SiteWords", "điểm cầu không cho phép máy này vào")
        case RefusalReason.WRONG_PASSPHRASE:
            return translate("SiteWords", "sai mật khẩu điểm cầu")
        case RefusalReason.PASSPHRASE_NEEDED:
            return translate("SiteWords", "điểm cầu yêu cầu mật khẩu")
        case RefusalReason.PASSPHRASE_NOT_EXPECTED:
            return translate("SiteWords", "điểm cầu không mã hoá đường truyền, nên không gửi mật khẩu")
        case RefusalReason.BUSY:
            return translate("SiteWords", "điểm cầu đang bận, không nhận thêm kết nối")
        case RefusalReason.NOT_FOUND:
            return translate("SiteWords", "điểm cầu chưa phát hình")
        case RefusalReason.UNKNOWN_HOST:
            return translate("SiteWords", "không tìm thấy máy chủ của điểm cầu")
        case RefusalReason.NO_ANSWER:
            return translate("SiteWords", "điểm cầu không trả lời")
        case RefusalReason.NOT_TRUSTED:
            return translate("SiteWords", "chứng thư của điểm cầu không được tin cậy")
        case RefusalReason.UNSUPPORTED_FORMAT:
            return translate("SiteWords", "định dạng hình không xem được")
