"""The server's rules in words, switched by their ticks; a refusal turns the tick back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mail import InboxRule, Refused
from tests.ui.mailbox_services.conftest import Asked
from tests.ui.waiting import wait_until
from ui.mailbox_services.rule_words import rule_words
from ui.mailbox_services.rules_dialog import RulesDialog

LAN = InboxRule(
    "r1",
    "Thư của Lan",
    1,
    True,
    (("FromAddresses", ("Lan <lan@x.example>", "Mai <mai@x.example>")), ("HasAttachments", ())),
    (("ContainsSubjectStrings", ("hoả tốc",)),),
    (("MoveToFolder", ("Hồ sơ",)), ("MarkAsRead", ()), ("StopProcessingRules", ())),
)
LARGE = InboxRule("r2", "Thư lớn", 2, False, (("WithinSizeRange", ("MinimumSize=20000",)),), (), (("Delete", ()),))


def opened(asked: Asked, *rules: InboxRule, has_outlook_blob: bool = False) -> RulesDialog:
    asked.server.inbox_rules.rules = rules
    asked.server.inbox_rules.has_outlook_blob = has_outlook_blob
    dialog = RulesDialog(asked.tools)
    dialog.show()
    wait_until(lambda: dialog.body.isEnabled())
    return dialog


def ticks(dialog: RulesDialog) -> list[bool]:
    return [dialog.list.item(row).checkState() is Qt.CheckState.Checked for row in range(dialog.list.count())]


def test_a_rule_is_a_sentence(asked: Asked) -> None:
    assert rule_words(LAN) == (
        "Nếu người gửi là “Lan <lan@x.example>” hoặc “Mai <mai@x.example>” và thư có tệp đính kèm thì chuyển vào"
        " thư mục “Hồ sơ”, đánh dấu đã đọc, không áp dụng các quy tắc sau. Trừ khi chủ đề có “hoả tốc”."
    )
    assert rule_words(LARGE) == "Nếu dung lượng từ 20,5 MB thì xoá."


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (InboxRule("r", "x", 1, True), "Nếu có thư đến thì không làm gì."),
        (
            InboxRule("r", "x", 1, True, (("SomethingNew", ("a",)),), (), (("MoveToFolder", ("",)),)),
            "Nếu điều kiện “SomethingNew” thì chuyển vào thư mục (không rõ, có thể đã bị xoá).",
        ),
        (
            InboxRule("r", "x", 1, True, (("ContainsBodyStrings", tuple("abcdefgh")),), (), (("MarkAsRead", ()),)),
            "Nếu nội dung có “a” hoặc “b” hoặc “c” hoặc “d” hoặc “e” hoặc “f” và 2 mục nữa thì đánh dấu đã đọc.",
        ),
        (
            InboxRule("r", "x", 1, True, (("ContainsBodyStrings", ("{0} {x} {",)),), (), (("MarkAsRead", ()),)),
            "Nếu nội dung có “{0} {x} {” thì đánh dấu đã đọc.",
        ),
    ],
)
def test_what_is_strange_is_still_said(rule: InboxRule, words: str) -> None:
    assert rule_words(rule) == words


def test_she_switches_one_and_reads_what_it_does(asked: Asked) -> None:
    dialog = opened(asked, LAN, LARGE)
    assert ticks(dialog) == [True, False]
    assert dialog.words.text() == rule_words(LAN)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    wait_until(lambda: not asked.server.inbox_rules.rules[0].is_enabled and dialog.body.isEnabled())
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    wait_until(lambda: asked.server.inbox_rules.rules[1].is_enabled and dialog.body.isEnabled())
    assert ticks(dialog) == [False, True]


def test_a_refusal_turns_the_tick_back_and_is_said(asked: Asked) -> None:
    dialog = opened(asked, LAN)
    asked.failing.append(Refused("ErrorAccessDenied"))
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    wait_until(lambda: "không có quyền" in dialog.state.text())
    assert ticks(dialog) == [True] and dialog.body.isEnabled()


def test_where_outlook_keeps_its_own_nothing_can_be_switched(asked: Asked) -> None:
    dialog = opened(asked, LAN, has_outlook_blob=True)
    assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert "Outlook" in dialog.state.text()


def test_no_rules_are_said_too(asked: Asked) -> None:
    assert "chưa có quy tắc" in opened(asked).words.text()


def test_a_screen_reader_hears_whether_a_rule_is_on(asked: Asked) -> None:
    dialog = opened(asked, LAN, LARGE)
    heard = [dialog.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert heard[0].startswith("Thư của Lan, đang bật. Nếu") and heard[1].startswith("Thư lớn, đang tắt.")
