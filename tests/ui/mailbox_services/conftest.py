"""Tools whose questions are answered by a mail server in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mail import GetInboxRules, GetOutOfOffice, GetQuota, SetOutOfOffice, SwitchInboxRule
from tests.mail.fake_gateway import FakeMailboxGateway
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from ui.page_tools import PageTools


@dataclass
class Asked:
    tools: PageTools
    service: FakeService
    server: FakeMailboxGateway
    failing: list[Exception]
    """The next questions fail with these, one each."""


@pytest.fixture
def asked(qapp: QApplication, tmp_path: Path) -> Iterator[Asked]:
    usual = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese))
    service, server = FakeService(), FakeMailboxGateway()
    failing: list[Exception] = []

    def answer(question: object) -> object:
        if failing:
            raise failing.pop(0)
        return question.put_to(server)  # type: ignore[attr-defined]

    for kind in (GetOutOfOffice, SetOutOfOffice, GetInboxRules, SwitchInboxRule, GetQuota):
        service.replies[kind] = answer
    tools = build_tools(tmp_path, service=service)
    yield Asked(tools, service, server, failing)
    close_tools(tools)
    QLocale.setDefault(usual)
