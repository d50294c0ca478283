"""A check's results in words: what each row is called, what was found, and what to do about it. One sentence each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from conference import CheckKind, CheckResult, CheckState, Finding, Verdict

translate = QCoreApplication.translate


def title(kind: CheckKind) -> str:
    match kind:
        case CheckKind.ADDRESS:
            return translate("CheckWords", "Địa chỉ điểm cầu")
        case CheckKind.REACH:
            return translate("CheckWords", "Kết nối")
        case CheckKind.CERTIFICATE:
            return translate("CheckWords", "Chứng thư")
        case CheckKind.PICTURE:
            return translate("CheckWords", "Hình")
        case CheckKind.SOUND:
            return translate("CheckWords", "Tiếng của điểm cầu")
        case CheckKind.ROUND_TRIP:
            return translate("CheckWords", "Độ trễ khứ hồi")
        case CheckKind.LOSS:
            return translate("CheckWords", "Mất gói tin")
        case CheckKind.JITTER:
            return translate("CheckWords", "Độ ổn định")
        case CheckKind.PLAYER:
            return translate("CheckWords", "Bộ phát hình")
        case CheckKind.SPEAKER:
            return translate("CheckWords", "Loa hoặc tai nghe")
        case CheckKind.MICROPHONE:
            return translate("CheckWords", "Micrô")
        case CheckKind.CAMERA:
            return translate("CheckWords", "Camera")
        case CheckKind.PROCESSOR:
            return translate("CheckWords", "Bộ xử lý")
        case CheckKind.MEMORY:
            return translate("CheckWords", "Bộ nhớ")
        case CheckKind.DISK:
            return translate("CheckWords", "Ổ đĩa để ghi hình")
        case CheckKind.NETWORK:
            return translate("CheckWords", "Mạng của máy")
        case CheckKind.POWER:
            return translate("CheckWords", "Nguồn điện")


def state_word(state: CheckState) -> str:
    match state:
        case CheckState.GREEN:
            return translate("CheckWords", "Tốt")
        case CheckState.AMBER:
            return translate("CheckWords", "Lưu ý")
        case CheckState.RED:
            return translate("CheckWords", "Không đạt")
        case CheckState.UNKNOWN:
            return translate("CheckWords", "Chưa rõ")


ICONS = {
    CheckState.GREEN: ("success", "success"),
    CheckState.AMBER: ("warning", "warning"),
    CheckState.RED: ("error", "danger"),
    CheckState.UNKNOWN: ("unknown", "muted"),
}
"""Icon and colour by state; the word always stands beside them."""


def verdict_word(verdict: Verdict) -> str:
    match verdict:
        case Verdict.READY:
            return translate("CheckWords", "Sẵn sàng")
        case Verdict.READY_WITH_CARE:
            return translate("CheckWords", "Họp được, cần lưu ý")
        case Verdict.NOT_READY:
            return translate("CheckWords", "Chưa họp được")
        case Verdict.UNFINISHED:
            return translate("CheckWords", "Chưa kiểm tra xong")


def found(result: CheckResult) -> str:
    """What was found, in one sentence."""
    match result.finding:
        case Finding.NAME_FOUND:
            return translate("CheckWords", "Tìm thấy máy chủ của điểm cầu.")
        case Finding.NUMBER:
            return translate("CheckWords", "Địa chỉ là số IP, không cần tra tên.")
        case Finding.NAME_SLOW:
            return translate("CheckWords", "Tra tên máy chủ của điểm cầu chậm.")
        case Finding.NAME_UNKNOWN:
            return translate("CheckWords", "Không tìm thấy máy chủ của điểm cầu.")
        case Finding.NAME_TIMEOUT:
            return translate("CheckWords", "Máy chủ tên miền không trả lời.")
        case Finding.ADDRESS_INVALID:
            return translate("CheckWords", "Địa chỉ điểm cầu không hợp lệ.")
        case Finding.SCHEME_REFUSED:
            return translate("CheckWords", "Loại địa chỉ này không được phép.")
        case Finding.ANSWERS:
            return translate("CheckWords", "Điểm cầu trả lời.")
        case Finding.ANSWERS_SLOWLY:
            return translate("CheckWords", "Điểm cầu trả lời chậm.")
        case Finding.STREAM_CAME:
            return translate("CheckWords", "Điểm cầu nhận kết nối, dù không đáp lời gọi thử.")
        case Finding.CLOSED:
            return translate("CheckWords", "Máy chủ có trả lời, nhưng điểm cầu chưa mở.")
        case Finding.NO_ANSWER:
            return translate("CheckWords", "Điểm cầu không trả lời.")
        case Finding.TRUSTED:
            return translate("CheckWords", "Chứng thư được tin cậy.")
        case Finding.ENDS_SOON:
            return translate("CheckWords", "Chứng thư sắp hết hạn.")
        case Finding.EXPIRED:
            return translate("CheckWords", "Chứng thư đã hết hạn.")
        case Finding.OTHER_NAME:
            return translate("CheckWords", "Chứng thư cấp cho máy chủ khác.")
        case Finding.NOT_TRUSTED:
            return translate("CheckWords", "Chứng thư của điểm cầu không được tin cậy.")
        case _:
            return _found_in_stream(result)


def _found_in_stream(result: CheckResult) -> str:
    match result.finding:
        case Finding.MOVES:
            return translate("CheckWords", "Hình rõ và chuyển động đều.")
        case Finding.SLOW:
            return translate("CheckWords", "Hình thưa, chuyển động giật.")
        case Finding.STALLS:
            return translate("CheckWords", "Hình có lúc đứng lại.")
        case Finding.LATE:
            return translate("CheckWords", "Hình tốt nhưng lên chậm.")
        case Finding.STANDS_STILL:
            return translate("CheckWords", "Hình đứng hoặc ngắt quãng.")
        case Finding.NO_PICTURE:
            return translate("CheckWords", "Không nhận được hình.")
        case Finding.NOT_AUTHORISED:
            return translate("CheckWords", "Điểm cầu không cho phép máy này vào.")
        case Finding.WRONG_PASSPHRASE:
            return translate("CheckWords", "Sai mật khẩu của điểm cầu.")
        case Finding.PASSPHRASE_NEEDED:
            return translate("CheckWords", "Điểm cầu đòi mật khẩu, máy này chưa có.")
        case Finding.PASSPHRASE_NOT_EXPECTED:
            return translate("CheckWords", "Điểm cầu không mã hoá, trong khi máy này giữ mật khẩu của nó.")
        case Finding.BUSY:
            return translate("CheckWords", "Điểm cầu đã đủ người xem, không nhận thêm.")
        case Finding.NOT_FOUND:
            return translate("CheckWords", "Điểm cầu chưa phát hình.")
        case Finding.UNSUPPORTED:
            return translate("CheckWords", "Định dạng hình không xem được.")
        case Finding.FAINT if result.kind is CheckKind.MICROPHONE:
            return translate("CheckWords", "Tiếng nói rất nhỏ.")
        case Finding.SILENT if result.kind is CheckKind.MICROPHONE:
            return translate("CheckWords", "Micrô không thu được tiếng nào.")
        case Finding.SOUNDS:
            return translate("CheckWords", "Có tiếng.")
        case Finding.FAINT:
            return translate("CheckWords", "Có tiếng nhưng rất nhỏ.")
        case Finding.SILENT:
            return translate("CheckWords", "Có kênh tiếng nhưng đang im lặng.")
        case Finding.NO_SOUND:
            return translate("CheckWords", "Điểm cầu không phát tiếng.")
        case Finding.GOOD:
            return translate("CheckWords", "Tốt.")
        case Finding.NOTICEABLE | Finding.BAD:
            return _line_is_bad(result)
        case _:
            return _found_on_pc(result)


def _line_is_bad(result: CheckResult) -> str:
    bad = result.finding is Finding.BAD
    match result.kind:
        case CheckKind.ROUND_TRIP:
            if bad:
                return translate("CheckWords", "Độ trễ quá lớn, khó đối thoại.")
            return translate("CheckWords", "Độ trễ lớn, dễ nói chồng lời nhau.")
        case CheckKind.LOSS:
            if bad:
                return translate("CheckWords", "Mất nhiều gói tin, hình và tiếng sẽ đứt quãng.")
            return translate("CheckWords", "Có mất gói tin, hình có thể vỡ từng lúc.")
        case _:
            if bad:
                return translate("CheckWords", "Đường truyền chập chờn, hình và tiếng sẽ đứt quãng.")
            return translate("CheckWords", "Đường truyền chưa ổn định.")


def _found_on_pc(result: CheckResult) -> str:
    match result.finding:
        case Finding.PLAYS:
            return translate("CheckWords", "Sẵn sàng.")
        case Finding.PLAYER_MISSING:
            return translate("CheckWords", "Máy chưa có bộ phát hình (libVLC).")
        case Finding.HEARD:
            return translate("CheckWords", "Anh/chị nghe thấy tiếng thử.")
        case Finding.HEARD_BY_MICROPHONE:
            return translate("CheckWords", "Micrô thu được tiếng thử từ loa.")
        case Finding.NOT_HEARD:
            return translate("CheckWords", "Không nghe thấy tiếng thử.")
        case Finding.LOUD_ENOUGH:
            return translate("CheckWords", "Micrô thu tiếng nói tốt.")
        case Finding.TOO_LOUD:
            return translate("CheckWords", "Tiếng nói quá to, bị vỡ.")
        case Finding.SEEN:
            return translate("CheckWords", "Camera có hình.")
        case Finding.NOT_SEEN:
            return translate("CheckWords", "Camera không có hình.")
        case Finding.WIRED:
            return translate("CheckWords", "Máy nối mạng bằng dây.")
        case Finding.WIRELESS:
            return translate("CheckWords", "Máy nối mạng không dây (Wi-Fi).")
        case Finding.MAINS:
            return translate("CheckWords", "Máy dùng điện lưới.")
        case Finding.BATTERY:
            return translate("CheckWords", "Máy chạy bằng pin.")
        case Finding.BATTERY_LOW:
            return translate("CheckWords", "Máy chạy bằng pin, pin sắp hết.")
        case Finding.DEVICE_THERE:
            return translate("CheckWords", "Có thiết bị, chưa thử.")
        case Finding.DEVICE_FAILED:
            return translate("CheckWords", "Thiết bị không mở được.")
        case Finding.NO_DEVICE:
            return translate("CheckWords", "Máy không có thiết bị này.")
        case Finding.ENOUGH:
            return translate("CheckWords", "Đủ cho cuộc họp.")
        case Finding.LITTLE | Finding.TOO_LITTLE:
            return _too_little(result)
        case Finding.NOT_MEASURED if result.kind is CheckKind.LOSS and result.facts.get("how") in ("rtsp", "tcp"):
            return translate("CheckWords", "Đường truyền này tự gửi lại gói mất nên không đếm được.")
        case _:
            return translate("CheckWords", "Chưa kiểm tra được.")


def _too_little(result: CheckResult) -> str:
    match result.kind:
        case CheckKind.PROCESSOR:
            return translate("CheckWords", "Máy đang bận, hình có thể giật.")
        case CheckKind.MEMORY:
            return translate("CheckWords", "Bộ nhớ còn ít.")
        case _:
            return translate("CheckWords", "Ổ đĩa còn ít chỗ để ghi hình.")
