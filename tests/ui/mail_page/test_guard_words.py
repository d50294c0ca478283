"""Every finding of the guards has its words."""

from __future__ import annotations

from mail import Finding, FindingKind, Severity
from ui.mail_page.guard_words import lawful_way, words_of
from ui.mail_page.send_checks import _marks_together


def test_every_finding_is_said_with_its_facts() -> None:
    said = set()
    for kind in FindingKind:
        for severity in Severity:
            words = words_of(Finding(kind, severity, ("fact-one", "fact-two", "fact-three")))
            assert "fact-" in words
            assert "{" not in words
            said.add(words)
    assert len(said) >= len(FindingKind)


def test_two_marks_in_passing_are_one_question() -> None:
    marks = [
        Finding(FindingKind.SECRECY_MARK, Severity.ASK, (mark, "text", f"tài liệu {mark.lower()} ấy"))
        for mark in ("TỐI MẬT", "MẬT")
    ]
    outside = Finding(FindingKind.OUTSIDE_RECIPIENTS, Severity.ASK, ("ai@net.example",))
    first, rest = _marks_together([*marks, outside])
    assert "(TỐI MẬT, MẬT)" in words_of(first) and "tài liệu tối mật ấy" in words_of(first) and rest is outside
    assert _marks_together([marks[1], outside]) == [marks[1], outside]


def test_what_is_held_back_is_told_the_lawful_way() -> None:
    assert "117/2025/QH15" in lawful_way()


def test_names_are_shown_as_they_are_and_not_too_long() -> None:
    words = words_of(Finding(FindingKind.MACROS, Severity.TELL, ("<b>" + "x" * 5000,)))
    assert "<b>" in words
    assert len(words) < 300
