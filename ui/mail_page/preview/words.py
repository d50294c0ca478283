"""What is said over the words of a document that are shown without its looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def problem_words(problem: str) -> str:
    """``problem``: "" or the name of what stood in the way (`mail.DocumentText`)."""
    translate = QCoreApplication.translate
    plain = translate("AttachmentView", "Chỉ xem chữ: không có khuôn dạng, bảng và hình của tệp.")
    match problem:
        case "":
            return plain
        case "CUT" | "TOO_LARGE" | "TIME" | "MEMORY":
            return translate("AttachmentView", "Tệp rất lớn: chỉ hiện phần đầu, không có khuôn dạng.")
        case _:
            return translate("AttachmentView", "Tệp có chỗ hỏng: chỉ hiện phần chữ đọc được.")
