"""What is said of recordings: why none began, how one ended, what is short, what was found after a crash."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from conference import EndReason, Recording, RecordingRefused, RecordingState

from ..formatting import duration, short_moment, size

translate = QCoreApplication.translate


def refused_words(error: RecordingRefused) -> str:
    what, free, needed = error.args
    if what == "disk full" and needed:
        return translate(
            "RecordingWords",
            "Chưa ghi hình được: đĩa chỉ còn trống {free}, cần ít nhất {needed}."
            " Hãy chọn thư mục khác hoặc giải phóng chỗ.",
        ).format(free=size(free), needed=size(needed))
    if what == "disk full":
        return translate("RecordingWords", "Chưa ghi hình được: đĩa đã đầy. Hãy chọn thư mục khác.")
    return translate("RecordingWords", "Không ghi được vào thư mục đã chọn. Hãy chọn thư mục khác.")


def ended_words(recording: Recording, lasted: float) -> str:
    facts = {"length": duration(lasted), "size": size(recording.size)}
    match recording.reason:
        case EndReason.DISK_FULL:
            text = translate(
                "RecordingWords", "Đã dừng ghi hình vì đĩa sắp đầy. Phần đã ghi ({length}, {size}) được giữ nguyên."
            )
        case EndReason.WRITE_FAILED:
            text = translate(
                "RecordingWords",
                "Đã dừng ghi hình vì không ghi được vào thư mục nữa. Phần đã ghi ({length}, {size}) vẫn còn.",
            )
        case _ if not recording.size:
            text = translate("RecordingWords", "Đã dừng ghi hình; chưa có hình nào được ghi.")
        case _:
            text = translate("RecordingWords", "Đã ghi hình xong: {length}, {size}.")
    return text.format(**facts)


def short_of_room_words(state: RecordingState) -> str:
    free = size(state.free or 0)
    if state.seconds_left is None:
        return translate(
            "RecordingWords", "Đĩa chỉ còn trống {free}; việc ghi hình sẽ tự dừng trước khi đĩa đầy."
        ).format(free=free)
    return translate(
        "RecordingWords", "Đĩa chỉ còn trống {free}, đủ ghi khoảng {minutes} phút nữa rồi tự dừng."
    ).format(free=free, minutes=int(state.seconds_left // 60))


def gap_words(site: str) -> str:
    return translate(
        "RecordingWords", "Đĩa ghi không kịp: bản ghi của {site} thiếu một đoạn. Hình trên màn hình không bị ảnh hưởng."
    ).format(site=site)


def unfinished_words(found: list[Recording]) -> str:
    if len(found) == 1:
        return translate(
            "RecordingWords",
            "Lần trước Bàn Công Vụ dừng đột ngột khi đang ghi hình “{title}” ({when})."
            " Phần đã ghi ({size}) vẫn xem được.",
        ).format(title=found[0].title, when=short_moment(found[0].began), size=size(found[0].size))
    return translate(
        "RecordingWords", "Có {count} bản ghi hình dừng đột ngột. Phần đã ghi ({size}) vẫn xem được."
    ).format(count=len(found), size=size(sum(one.size for one in found)))
