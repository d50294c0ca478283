"""What is said when the key of the mailbox kept on this PC is gone: nothing was deleted; which mail is unsent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from . import formatting

_MOST_NAMED = 5


def lost_key_words(path: str, unsent: Sequence[datetime]) -> str:
    """``unsent``: when she sent what had not gone out; more is not known without the key."""
    text = _tr(
        "Khoá của kho thư cũ không còn trên máy. Kho cũ được giữ nguyên tại {path}; nếu có bản khôi phục khoá, hãy dùng"
        " “Khôi phục khoá của kho thư…” khi đăng nhập."
    ).format(path=path)
    if unsent:
        moments = ", ".join(f"{formatting.local(one):%H:%M %d/%m/%Y}" for one in unsent[:_MOST_NAMED])
        more = "…" if len(unsent) > _MOST_NAMED else ""
        text += " " + _tr("Trong đó có {count} thư chưa gửi được (bấm gửi lúc {moments}).").format(
            count=len(unsent), moments=moments + more
        )
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("LostKey", text)
