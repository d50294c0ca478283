"""The whole way of a question: dialog, pipe, the service's own process, EWS, the demo mailbox server, and back."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.data_folder import open_data_folder
from desktop.demo_ministry.mailbox import DemoMailbox
from desktop.demo_ministry.story.furnishing import furnish
from desktop.service_process import ServiceProcess
from docs_archive import ArchiveSettings
from mail import Account, GetInboxRules, GetQuota, MailSettings, MasterCategories, Quota
from tests.ui.desk_builder import close_tools
from tests.ui.waiting import wait_until
from ui.background import Background
from ui.desk import Desk
from ui.mailbox_services.away_dialog import AwayDialog
from ui.mailbox_services.rules_dialog import RulesDialog
from ui.notices import Notices
from ui.page_tools import PageTools
from ui.preferences import Preferences
from ui.service_link import ServiceLink
from ui.service_messages import Begin
from ui.style import apply_style

pytestmark = pytest.mark.whole_program


@dataclass
class Running:
    tools: PageTools
    mailbox: DemoMailbox


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    application = QApplication.instance() or QApplication(["questions"])
    assert isinstance(application, QApplication)
    apply_style(application, theme="light")
    with DemoMailbox() as mailbox:
        furnish(mailbox)
        account = Account(mailbox.address, mailbox.user_name)
        folder = open_data_folder(tmp_path / "data").root
        begin = Begin(
            folder,
            account,
            MailSettings(mailbox.url, ("boldptxh.example",)),
            ArchiveSettings("http://127.0.0.1:9/", b"{}"),
            mailbox.password,
            secrets.token_bytes(32),
        )
        link = ServiceLink(lambda: ServiceProcess(begin))
        link.start()

        def not_here() -> None:
            raise AssertionError("not opened here")

        desk = Desk("Bộ", "Bộ", account, (), not_here, not_here, not_here, folder)  # type: ignore[arg-type]
        tools = PageTools(desk, Background(), link, Preferences(folder), Notices())
        yield Running(tools, mailbox)
        close_tools(tools)


def test_she_reports_herself_away_and_switches_a_rule(running: Running) -> None:
    away = AwayDialog(running.tools)
    away.show()
    wait_until(lambda: away.body.isEnabled(), 60)
    away.is_away.click()
    away.is_timed.click()
    away.internal.setPlainText("Tôi đi công tác.\nViệc gấp xin gọi Văn phòng.")
    told: list[object] = []
    away.told.connect(told.append)
    away.save()
    wait_until(lambda: told, 60)
    assert running.mailbox.services.replies.state == "Scheduled"
    assert "Việc gấp xin gọi Văn phòng." in running.mailbox.services.replies.internal
    rules = RulesDialog(running.tools)
    rules.show()
    wait_until(lambda: rules.list.count() == 2, 60)
    assert "“Giấy mời họp”" in rules.words.text()
    rules.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    wait_until(lambda: b"<t:IsEnabled>false</t:IsEnabled>" in running.mailbox.services.rules["rule-1"], 60)
    wait_until(lambda: rules.body.isEnabled(), 60)
    rules.close()


def test_a_service_killed_while_it_is_asked_fails_the_question_and_answers_the_next(running: Running) -> None:
    owner = QObject()
    answers: list[object] = []
    errors: list[Exception] = []
    link = running.tools.service
    link.ask(owner, MasterCategories(), answers.append, errors.append)
    wait_until(lambda: answers, 60)
    # Nobody but this question asks for the rules: what hangs is hers.
    running.mailbox.hang("GetInboxRules", 60)
    link.ask(owner, GetInboxRules(), answers.append, errors.append)
    wait_until(lambda: "GetInboxRules" in running.mailbox.requests, 60)
    assert isinstance(link._connection, ServiceProcess)
    link._connection.close(0)
    wait_until(lambda: errors, 60)
    running.mailbox.behave()
    wait_until(lambda: not link._is_gone, 60)
    link.ask(owner, GetQuota(), answers.append, errors.append)
    wait_until(lambda: len(answers) == 2, 60)
    assert isinstance(answers[1], Quota) and len(errors) == 1
