"""How much mail is kept is chosen in the settings and said with its day; the service follows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from mail import Account, MailboxSync, MailSettings, open_mailbox
from tests.mail.builders import HANH, KEY, a_moment
from tests.mail.fake_gateway import INBOX, FakeMailboxGateway
from ui.background import Background
from ui.keeping_choice import KeepingChoice

from .waiting import wait_until


class _Tools:
    """What the choice uses of `PageTools`; the mailbox and its store are real."""

    class _Desk:
        def __init__(self, path: Path) -> None:
            self.account = Account(HANH.address, HANH.address)
            self.mailbox = open_mailbox(path, KEY)

    class _Service:
        refreshed = 0

        def refresh(self, *, archive: bool = True) -> None:
            self.refreshed += not archive

    def __init__(self, qapp: QApplication, path: Path) -> None:
        self.desk, self.service, self.background = self._Desk(path), self._Service(), Background(qapp)


def test_she_keeps_three_months(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    server = FakeMailboxGateway()
    server.deliver("Rất cũ", received_at=a_moment(-60 * 24 * 4000))
    tools = _Tools(qapp, path)
    sync = MailboxSync(server, path, KEY, MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("a",)))
    list(sync.round())
    choice = KeepingChoice(tools)  # type: ignore[arg-type]
    wait_until(lambda: "Đã tải đủ" in choice.words.text())
    choice.choice.setCurrentIndex(2)
    choice.choice.activated.emit(2)
    wait_until(lambda: tools.service.refreshed == 1)
    assert tools.desk.mailbox.keeping.months == 3
    list(sync.round())
    (summary,) = tools.desk.mailbox.summaries(tools.desk.mailbox.message_ids(INBOX))
    assert not summary.has_body
    again = KeepingChoice(tools)  # type: ignore[arg-type]
    wait_until(lambda: "Đã tải đến ngày" in again.words.text())
    assert again.choice.currentData() == 3
    for one in (choice, again):
        one.deleteLater()
    sync.close()
    tools.background.close()
    tools.desk.mailbox.close()
