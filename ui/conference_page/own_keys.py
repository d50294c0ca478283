"""The keys of one's own microphone, camera and sharing, as the sheet behind "?" lists them. Loads nothing else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def own_keys() -> tuple[tuple[str, str], ...]:
    return (
        (translate("OwnKeys", "Phím cách"), translate("OwnKeys", "Giữ để nói khi micrô đang tắt")),
        ("Ctrl+D", translate("OwnKeys", "Bật hoặc tắt micrô")),
        ("Ctrl+E", translate("OwnKeys", "Bật hoặc tắt camera")),
        ("Ctrl+Shift+S", translate("OwnKeys", "Chia sẻ màn hình hay tài liệu, hoặc dừng")),
        ("PgUp, PgDn", translate("OwnKeys", "Trang trước, trang sau của tài liệu đang chia sẻ")),
        ("Ctrl+Shift+D", translate("OwnKeys", "Chọn camera và micrô")),
        ("Ctrl+Shift+H", translate("OwnKeys", "Ẩn hoặc hiện hình của tôi")),
    )
