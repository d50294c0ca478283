"""What is true of one's own picture and sound, in words; and what she can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from conference.publishing import (
    TEST_PICTURE,
    TEST_TONE,
    Device,
    DeviceTrouble,
    OwnState,
    PublishRefusal,
    PublishState,
)

translate = QCoreApplication.translate


class OwnAct(Enum):
    """What a button beside the words does."""

    NONE = ""
    SIGN_IN = "sign in"
    DEVICES = "devices"
    UNMUTE = "unmute"
    STOP_SHARING = "stop sharing"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """``role`` is a colour of `ui.style`."""

    text: str
    icon: str
    role: str
    act: OwnAct = OwnAct.NONE


def state_words(state: OwnState) -> OwnWords:
    """Whether the others see and hear her."""
    match state.state:
        case PublishState.OFF:
            return OwnWords(translate("OwnWords", "Chưa gửi hình"), "stand_back", "muted")
        case PublishState.CONNECTING:
            return OwnWords(translate("OwnWords", "Đang nối để gửi hình…"), "sync", "accent")
        case PublishState.ON_AIR:
            return OwnWords(_on_air(state), "live", "success")
        case PublishState.POOR:
            return OwnWords(translate("OwnWords", "Đường truyền yếu, hình gửi đi kém nét hơn"), "weak", "warning")
        case PublishState.LOST:
            text = (
                translate("OwnWords", "Mất đường gửi hình, đang nối lại (lần {attempt})").format(attempt=state.attempt)
                if state.attempt
                else translate("OwnWords", "Mất đường gửi hình")
            )
            return OwnWords(text, "sync", "warning")
        case PublishState.REFUSED:
            text = translate("OwnWords", "Không gửi được hình: {reason}").format(reason=refusal_words(state.refusal))
            asks = state.refusal in (PublishRefusal.CREDENTIALS_WANTED, PublishRefusal.NOT_AUTHORISED)
            return OwnWords(text, "error", "danger", OwnAct.SIGN_IN if asks else OwnAct.NONE)


def _on_air(state: OwnState) -> str:
    """Only what is true: without a camera nobody sees her, muted nobody hears her."""
    is_seen = state.sharing is not None or (state.camera_on and state.camera_trouble is DeviceTrouble.NONE)
    is_heard = not state.muted and state.microphone_trouble is DeviceTrouble.NONE
    if is_seen and is_heard:
        return translate("OwnWords", "Đang được thấy và nghe")
    if is_seen:
        return translate("OwnWords", "Đang được thấy")
    if is_heard:
        return translate("OwnWords", "Đang được nghe")
    return translate("OwnWords", "Đã nối, chưa gửi hình và tiếng")


def refusal_words(reason: PublishRefusal | None) -> str:
    match reason:
        case None:
            return translate("OwnWords", "không rõ lý do")
        case PublishRefusal.SCHEME | PublishRefusal.ADDRESS:
            return translate("OwnWords", "địa chỉ nơi nhận trong hồ sơ của bộ không hợp lệ")
        case PublishRefusal.CREDENTIALS_WANTED:
            return translate("OwnWords", "nơi nhận hỏi tên và mật khẩu")
        case PublishRefusal.NOT_AUTHORISED:
            return translate("OwnWords", "nơi nhận không chấp nhận tên hoặc mật khẩu")
        case PublishRefusal.WOULD_SHOW_PASSWORD:
            return translate("OwnWords", "nơi nhận đòi gửi mật khẩu không mã hoá; hãy báo bộ phận công nghệ thông tin")
        case PublishRefusal.NOT_FOUND:
            return translate("OwnWords", "nơi nhận không có chỗ dành cho bàn này")
        case PublishRefusal.OCCUPIED:
            return translate("OwnWords", "chỗ nhận đang có người khác gửi; sẽ thử lại")
        case PublishRefusal.NOT_A_RECEIVER:
            return translate("OwnWords", "máy chủ ấy không nhận hình")
        case PublishRefusal.UNKNOWN_HOST:
            return translate("OwnWords", "không tìm thấy máy chủ nhận hình")
        case PublishRefusal.NO_ANSWER:
            return translate("OwnWords", "máy chủ nhận hình không trả lời; sẽ thử lại")
        case PublishRefusal.NOT_TRUSTED:
            return translate("OwnWords", "chứng thư của máy chủ nhận hình không được tin cậy")
        case PublishRefusal.NOT_AVAILABLE:
            return translate("OwnWords", "máy này thiếu thư viện SRT")


def trouble_words(state: OwnState) -> OwnWords | None:
    """What is wrong with a device or with what is shared; the graver first. None where all is well."""
    if state.sharing_trouble is not DeviceTrouble.NONE:
        text = (
            translate("OwnWords", "Cửa sổ đang chia sẻ đã đóng")
            if state.sharing_trouble is DeviceTrouble.GONE
            else translate("OwnWords", "Máy này không cho chia sẻ màn hình; hãy chia sẻ tài liệu")
        )
        return OwnWords(text, "warning", "warning", OwnAct.STOP_SHARING)
    match state.camera_trouble:
        case DeviceTrouble.MISSING:
            camera = translate("OwnWords", "Không thấy camera nào")
        case DeviceTrouble.GONE:
            camera = translate("OwnWords", "Camera đã bị rút; cắm lại là có hình ngay")
        case DeviceTrouble.IN_USE:
            camera = translate("OwnWords", "Camera đang được chương trình khác dùng; hãy đóng chương trình ấy")
        case DeviceTrouble.NOT_ALLOWED:
            camera = translate("OwnWords", "Hệ thống không cho dùng camera; hãy cho phép trong phần cài đặt riêng tư")
        case DeviceTrouble.FAILED:
            camera = translate("OwnWords", "Camera không cho hình; hãy rút ra cắm lại")
        case DeviceTrouble.NONE:
            camera = ""
    if camera:
        return OwnWords(camera, "warning", "warning", OwnAct.DEVICES)
    match state.microphone_trouble:
        case DeviceTrouble.MISSING:
            microphone = translate("OwnWords", "Không thấy micrô nào")
        case DeviceTrouble.GONE:
            microphone = translate("OwnWords", "Micrô đã bị rút; cắm lại là nghe được ngay")
        case DeviceTrouble.IN_USE:
            microphone = translate("OwnWords", "Micrô đang được chương trình khác dùng; hãy đóng chương trình ấy")
        case DeviceTrouble.NOT_ALLOWED:
            microphone = translate(
                "OwnWords", "Hệ thống không cho dùng micrô; hãy cho phép trong phần cài đặt riêng tư"
            )
        case DeviceTrouble.FAILED:
            microphone = translate("OwnWords", "Micrô không cho tiếng; hãy rút ra cắm lại")
        case DeviceTrouble.NONE:
            return None
    return OwnWords(microphone, "warning", "warning", OwnAct.DEVICES)


def speaks_muted_words() -> OwnWords:
    return OwnWords(
        translate("OwnWords", "Micrô đang tắt, chưa ai nghe thấy. Giữ phím cách để nói."),
        "mic_off",
        "warning",
        OwnAct.UNMUTE,
    )


def headset_words() -> str:
    return translate(
        "OwnWords", "Máy này không tự khử tiếng vọng: nên dùng tai nghe để bên kia không nghe lại tiếng họ."
    )


def device_name(device: Device) -> str:
    if device.id == TEST_PICTURE:
        return translate("OwnWords", "Hình thử (không dùng camera)")
    if device.id == TEST_TONE:
        return translate("OwnWords", "Âm thử (không dùng micrô)")
    return device.name
