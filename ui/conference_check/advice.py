"""What to do about a row that is not green; "" where there is nothing to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from conference import CheckKind, CheckResult, CheckState, Finding

translate = QCoreApplication.translate


def advice(result: CheckResult) -> str:
    """One sentence, said to the person at the desk; it names who can help where she cannot."""
    if result.state is CheckState.GREEN:
        return ""
    match result.finding:
        case Finding.NAME_UNKNOWN | Finding.ADDRESS_INVALID | Finding.SCHEME_REFUSED:
            return translate("CheckWords", "Đề nghị bộ phận công nghệ thông tin xem lại địa chỉ trong hồ sơ của bộ.")
        case Finding.NAME_TIMEOUT | Finding.NAME_SLOW:
            return translate("CheckWords", "Kiểm tra dây mạng; nếu vẫn vậy, báo bộ phận công nghệ thông tin.")
        case Finding.CLOSED | Finding.NOT_FOUND:
            return translate("CheckWords", "Gọi điểm cầu, đề nghị bật thiết bị rồi kiểm tra lại.")
        case Finding.NO_ANSWER | Finding.NO_PICTURE:
            return translate(
                "CheckWords",
                "Gọi điểm cầu hỏi thiết bị đã bật chưa; nếu đã bật, nhờ kỹ thuật xem đường truyền và tường lửa.",
            )
        case Finding.STALLS | Finding.STANDS_STILL:
            return translate(
                "CheckWords",
                "Đóng bớt phần mềm và việc tải tệp lớn; nếu vẫn vậy, nhờ kỹ thuật xem đường truyền và thiết bị phát.",
            )
        case Finding.ANSWERS_SLOWLY | Finding.NOTICEABLE | Finding.BAD:
            return translate(
                "CheckWords", "Dừng việc tải tệp lớn, dùng mạng dây; nếu vẫn vậy, nhờ kỹ thuật xem đường truyền."
            )
        case Finding.ENDS_SOON | Finding.EXPIRED | Finding.OTHER_NAME | Finding.NOT_TRUSTED:
            return translate("CheckWords", "Nhờ kỹ thuật của điểm cầu gia hạn hoặc thay chứng thư.")
        case Finding.NOT_AUTHORISED | Finding.WRONG_PASSPHRASE | Finding.PASSPHRASE_NEEDED:
            return translate("CheckWords", "Hỏi điểm cầu tên và mật khẩu, rồi nhập khi bấm Vào họp.")
        case Finding.PASSPHRASE_NOT_EXPECTED | Finding.BUSY:
            return translate("CheckWords", "Gọi kỹ thuật của điểm cầu, đề nghị xem lại thiết bị phát.")
        case Finding.SLOW | Finding.LATE | Finding.UNSUPPORTED:
            return translate("CheckWords", "Nhờ kỹ thuật của điểm cầu chỉnh bộ mã hoá hình (H.264, 25 hình/giây).")
        case Finding.FAINT | Finding.SILENT | Finding.NO_SOUND:
            if result.kind is CheckKind.MICROPHONE:
                return translate("CheckWords", "Bật micrô, tăng âm lượng thu, hoặc chọn micrô khác rồi thử lại.")
            return translate("CheckWords", "Gọi điểm cầu, đề nghị bật micrô và nói thử.")
        case _:
            return _advice_for_pc(result)


def _advice_for_pc(result: CheckResult) -> str:
    match result.finding:
        case Finding.PLAYER_MISSING:
            return translate("CheckWords", "Nhờ kỹ thuật cài VLC trên máy này.")
        case Finding.NOT_HEARD:
            return translate("CheckWords", "Tăng âm lượng, cắm lại tai nghe, hoặc chọn loa khác rồi thử lại.")
        case Finding.TOO_LOUD:
            return translate("CheckWords", "Giảm âm lượng thu hoặc ngồi xa micrô hơn.")
        case Finding.NOT_SEEN:
            return translate("CheckWords", "Mở nắp che camera, cắm lại, hoặc chọn camera khác.")
        case Finding.DEVICE_FAILED:
            return translate("CheckWords", "Đóng phần mềm đang dùng thiết bị, kiểm tra quyền truy cập, rồi thử lại.")
        case Finding.NO_DEVICE:
            return _without_device(result.kind)
        case Finding.DEVICE_THERE:
            return translate("CheckWords", "Bấm nút bên cạnh để thử.")
        case Finding.WIRELESS:
            return translate("CheckWords", "Nên cắm dây mạng: Wi-Fi dễ chập chờn khi đông người.")
        case Finding.BATTERY | Finding.BATTERY_LOW:
            return translate("CheckWords", "Cắm sạc trước khi họp.")
        case Finding.LITTLE | Finding.TOO_LITTLE if result.kind is CheckKind.DISK:
            return translate("CheckWords", "Dọn bớt tệp nếu định ghi hình cuộc họp.")
        case Finding.LITTLE | Finding.TOO_LITTLE:
            return translate("CheckWords", "Đóng bớt phần mềm khác trước khi họp.")
        case _:
            return ""


def _without_device(kind: CheckKind) -> str:
    match kind:
        case CheckKind.SPEAKER:
            return translate("CheckWords", "Cắm loa hoặc tai nghe để nghe được cuộc họp.")
        case CheckKind.MICROPHONE:
            return translate("CheckWords", "Vẫn xem và nghe được; muốn phát biểu, cắm micrô hoặc tai nghe có micrô.")
        case _:
            return translate("CheckWords", "Vẫn xem và nghe được; muốn được nhìn thấy, cắm camera.")
