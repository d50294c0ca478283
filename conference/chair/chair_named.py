"""Who presides, as the invitation's text names them: "Chủ trì: Thứ trưởng Trần Quốc Khánh". Pure and bounded."""

from __future__ import annotations

import re

_LONGEST_TEXT = 60_000
_NAMED = re.compile(
    r"^[ \t>*•+\-–\d.)]{0,8}(?:người |đồng chí |cán bộ )?chủ (?:trì|toạ|tọa)(?: (?:cuộc )?họp| hội nghị)?"
    r"[ \t]{0,3}[:：][ \t]{0,3}(?!\s)(.{2,160})$",
    re.IGNORECASE | re.MULTILINE,
)
_EMPTY = re.compile(r"[.…_\s-]*")


def chair_named(text: str) -> str:
    """The name with its office, as written; "" where the text names nobody."""
    text = text[:_LONGEST_TEXT].replace("\r\n", "\n").replace("\u00a0", " ")
    for found in _NAMED.finditer(text):
        name = re.split(r"\s*;\s*|\s+\|\s+|\.\s", found[1])[0].strip(" .,;*")
        if not _EMPTY.fullmatch(name) and any(letter.isalpha() for letter in name):
            return name
    return ""
