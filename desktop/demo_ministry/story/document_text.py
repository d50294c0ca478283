"""What stands in the documents attached to the mails: an official document of the usual form about its title."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

_PARAGRAPHS = Path(__file__).parent / "routine_texts" / "document_paragraphs.txt"


def document_lines(title: str) -> list[str]:
    """The same title gives the same document."""
    chosen = sha256(title.encode()).digest()
    paragraphs = list(_paragraphs())
    body: list[str] = []
    for number in range(4 + chosen[0] % 3):
        body += [f"{number + 1}. {paragraphs.pop(chosen[number + 1] % len(paragraphs))}", ""]
    return [
        "BỘ LAO ĐỘNG VÀ PHÁT TRIỂN XÃ HỘI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        title,
        "",
        *body,
        "Nơi nhận:",
        "- Như trên;",
        "- Lãnh đạo Bộ (để báo cáo);",
        "- Lưu: VT, VP.",
    ]


@cache
def _paragraphs() -> tuple[str, ...]:
    return tuple(line for line in _PARAGRAPHS.read_text("utf-8").splitlines() if line)
