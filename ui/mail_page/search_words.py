"""The words of the search: what each operator does, what was not understood, what may come next. No widgets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mail import SearchProblem
from vietnamese.folding import fold

_LAST_PIECE = re.compile(r"(?:[^\s\"]+:\"[^\"]*|\S+)$")
_MOST_FOLDERS = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``put`` takes the place of the piece she is typing; ``words`` say what it does."""

    put: str
    words: str


def operators() -> list[Suggestion]:
    translate = QCoreApplication.translate
    return [
        Suggestion("từ:", translate("Search", "người gửi")),
        Suggestion("đến:", translate("Search", "người nhận")),
        Suggestion("tiêu-đề:", translate("Search", "chữ trong tiêu đề")),
        Suggestion("có:tệp", translate("Search", "có tệp đính kèm")),
        Suggestion("tệp:", translate("Search", "chữ trong tệp đính kèm")),
        Suggestion("trước:", translate("Search", "trước ngày, ví dụ trước:5/3/2026")),
        Suggestion("sau:", translate("Search", "từ ngày, ví dụ sau:tháng-này")),
        Suggestion("trong:", translate("Search", "trong thư mục")),
        Suggestion("là:chưa-đọc", translate("Search", "thư chưa đọc")),
        Suggestion('"', translate("Search", 'đúng cụm từ, ví dụ "quý III"')),
        Suggestion("-", translate("Search", "không có từ, ví dụ -dự-thảo")),
    ]


def suggestions(typed: str, folders: Sequence[str]) -> list[Suggestion]:
    """What may come next: every operator while nothing is typed, then what fits the operator she is in."""
    if not typed.strip():
        return operators()
    found = _LAST_PIECE.search(typed)
    if found is None:
        return []
    name, colon, value = found[0].lstrip("-").partition(":")
    if not colon:
        return []
    wanted, translate = fold(name).replace("-", " "), QCoreApplication.translate
    begun = fold(value.strip('"')).replace("-", " ")
    if wanted in ("trong", "in", "thu muc", "folder"):
        fitting = [folder for folder in folders if begun in fold(folder).replace("-", " ")]
        return [Suggestion(f"{name}:{_as_value(folder)} ", "") for folder in fitting[:_MOST_FOLDERS]]
    if wanted in ("co", "has"):
        known = [("tệp", translate("Search", "có tệp đính kèm")), ("cờ", translate("Search", "có cờ"))]
    elif wanted in ("la", "is"):
        known = [("chưa-đọc", translate("Search", "thư chưa đọc")), ("đã-đọc", translate("Search", "thư đã đọc"))]
    elif wanted in ("truoc", "before", "sau", "after", "since"):
        known = [
            ("hôm-nay", translate("Search", "hôm nay")),
            ("hôm-qua", translate("Search", "hôm qua")),
            ("tuần-này", translate("Search", "thứ Hai tuần này")),
            ("tháng-này", translate("Search", "ngày đầu tháng này")),
        ]
    else:
        return []
    fits = [(value, words) for value, words in known if fold(value).replace("-", " ").startswith(begun)]
    return [Suggestion(f"{name}:{value} ", words) for value, words in fits]


def with_suggestion(typed: str, suggestion: Suggestion) -> str:
    """``typed`` with its last piece replaced, or the suggestion behind it where nothing of it is typed yet."""
    found = _LAST_PIECE.search(typed)
    if found is None or ":" not in found[0]:
        return f"{typed.rstrip()} {suggestion.put}".lstrip()
    minus = "-" if found[0].startswith("-") else ""
    return typed[: found.start()] + minus + suggestion.put


def problem_words(problem: SearchProblem) -> str:
    from mail import SearchProblemKind as Kind

    translate = QCoreApplication.translate
    match problem.kind:
        case Kind.UNKNOWN_DATE:
            words = translate("Search", "Chưa hiểu ngày “{words}”; xin viết như 5/3/2026.")
        case Kind.UNKNOWN_VALUE:
            words = translate("Search", "Chưa hiểu “{words}”; có thể viết có:tệp, có:cờ, là:chưa-đọc.")
        case Kind.UNKNOWN_FOLDER:
            words = translate("Search", "Không có thư mục nào tên “{words}”.")
        case _:
            words = translate("Search", "Xin viết tiếp sau “{words}:”.")
    return words.format(words=problem.words[:60])


def _as_value(folder: str) -> str:
    return f'"{folder}"' if " " in folder else folder
