"""F3 in the mail that is read: words are found whatever marks they were typed with, forwards, backwards and round."""

from __future__ import annotations

import unicodedata

from PySide6.QtWidgets import QApplication

from ui.mail_page.mail_body import MailBody
from ui.mail_page.places_in_text import places_of, spellings_of

TEXT = "Kính gửi Vụ Đường bộ. Duong bo 😀 đường Bộ,\nhoà bình; ĐƯỜNG\u00a0BỘ"


def test_without_marks_all_spellings_with_marks_those_written_so() -> None:
    assert [TEXT[slice(*one)] for one in places_of("duong  bo", TEXT)] == [
        "Đường bộ",
        "Duong bo",
        "đường Bộ",
        "ĐƯỜNG\u00a0BỘ",
    ]
    assert [TEXT[slice(*one)] for one in places_of("đường bộ", TEXT)] == ["Đường bộ", "đường Bộ", "ĐƯỜNG\u00a0BỘ"]
    assert [TEXT[slice(*one)] for one in places_of("hòa", TEXT)] == ["hoà"]
    assert len(places_of("hóa", TEXT)) == 1, "another mark than the text has: found all the same"
    assert places_of("  ", TEXT) == places_of("vắng", TEXT) == []
    apart = unicodedata.normalize("NFD", "Thông báo")
    assert [apart[slice(*one)] for one in places_of("thong bao", apart)] == [apart]
    assert spellings_of("duong bo", TEXT)[:2] == ["Đường bộ", "Duong bo"]


def test_it_goes_from_place_to_place_and_round(qapp: QApplication) -> None:
    body = MailBody()
    body.show_text(TEXT)
    heard: list[bool] = []
    found = lambda words, backwards=False: (  # noqa: E731
        body.find_text(words, backwards=backwards, found=heard.append),
        body.text_view.textCursor().selectedText(),
    )[1]
    assert [found("duong bo") for _ in range(5)] == ["Đường bộ", "Duong bo", "đường Bộ", "ĐƯỜNG\u00a0BỘ", "Đường bộ"]
    assert found("duong bo", backwards=True) == "ĐƯỜNG\u00a0BỘ"
    assert found("đường bộ", backwards=True) == "đường Bộ"
    assert [found("h"), found("ho"), found("hoa")] == ["h", "ho", "hoà"]
    assert all(heard)
    found("vắng mặt")
    assert heard[-1] is False
    body.find_text("")
    assert not body.text_view.textCursor().hasSelection()
