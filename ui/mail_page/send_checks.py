"""What stands between “Gửi” and the outbox: the guards' verdicts as calm questions. Used by the composer.

`find` runs on a worker; `ask` shows at most one dialog and calls `go_on` if the mail may leave.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from .guard_words import guard_context, lawful_way, words_of

if TYPE_CHECKING:
    from mail import Draft, Finding
    from ui.desk import Desk

_MOST_TOLD = 6


def find(desk: Desk, draft: Draft, *, with_files: bool = True) -> list[Finding]:
    """All findings, the gravest first. ``with_files``: the words inside the attachments are read too, which takes its
    time."""
    from dataclasses import replace

    from mail import check_before_sending

    context = guard_context(desk)
    if with_files:
        from mail import attached_text

        context = replace(context, text_of=attached_text)
    return check_before_sending(draft, context)


def ask(
    parent: QWidget, draft: Draft, findings: Sequence[Finding], go_on: Callable[[], object], stay: Callable[[], object]
) -> None:
    """Blocked: said why, with the lawful way; asked: once, all together; else it goes on."""
    from mail import Severity

    translate = QCoreApplication.translate
    blocks = [words_of(one) for one in findings if one.severity is Severity.BLOCK]
    asks = [words_of(one) for one in _marks_together([one for one in findings if one.severity is Severity.ASK])]
    if not draft.subject:
        asks.insert(0, translate("SendChecks", "Thư chưa có chủ đề."))
    if blocks:
        box = QMessageBox(QMessageBox.Icon.Critical, translate("SendChecks", "Thư chưa được gửi"), "", parent=parent)
        box.setText(_as_text(blocks))
        box.setInformativeText(lawful_way())
        back = box.addButton(translate("SendChecks", "Quay lại thư"), QMessageBox.ButtonRole.RejectRole)
    elif asks:
        box = QMessageBox(QMessageBox.Icon.Question, translate("SendChecks", "Trước khi gửi"), "", parent=parent)
        box.setText(_as_text(asks))
        box.setInformativeText(translate("SendChecks", "Vẫn gửi thư này?"))
        box.addButton(translate("SendChecks", "Vẫn gửi"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(go_on)
        back = box.addButton(translate("SendChecks", "Quay lại"), QMessageBox.ButtonRole.RejectRole)
    else:
        go_on()
        return
    box.setTextFormat(Qt.TextFormat.PlainText)  # the words hold names out of the mail
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    back.clicked.connect(stay)
    box.open()


def told(findings: Sequence[Finding]) -> str:
    """What stands beside the mail while it is written: one line, "" for nothing."""
    from mail import Severity

    words = [words_of(one) for one in findings if one.severity in (Severity.BLOCK, Severity.TELL)]
    return " ".join(words[:2])


def _marks_together(findings: Sequence[Finding]) -> list[Finding]:
    """Two marks of secrecy in passing are one question: with both marks, at the first of their places."""
    from dataclasses import replace

    from mail import FindingKind

    marks = [one for one in findings if one.kind is FindingKind.SECRECY_MARK]
    if len(marks) < 2:
        return list(findings)
    names = ", ".join(dict.fromkeys(one.facts[0] for one in marks))
    both = replace(marks[0], facts=(names, *marks[0].facts[1:]))
    return [both, *(one for one in findings if one.kind is not FindingKind.SECRECY_MARK)]


def _as_text(words: Sequence[str]) -> str:
    shown = list(words[:_MOST_TOLD])
    return shown[0] if len(shown) == 1 else "\n".join(f"• {one}" for one in shown)
