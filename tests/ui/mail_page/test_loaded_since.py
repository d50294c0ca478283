"""Over the list stands down to which day the text of her mails is here, as long as it is not all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mail import MailboxSync, MailSettings, open_mailbox
from tests.mail.builders import KEY
from tests.mail.fake_gateway import FakeMailboxGateway
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import TODAY
from tests.ui.waiting import wait_until
from ui.mail_page.loaded_since import loaded_since

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


def test_the_day_stands_over_the_list_while_not_all_is_here(desk: MailDesk) -> None:
    desk.box.add("a", "Giấy mời họp")
    desk.open()
    line = desk.page.list_pane.loaded
    assert not line.isVisible()
    desk.box.keeping.choose(3)
    desk.page.shown.reload_counts()
    day = f"{(TODAY - timedelta(days=90)).astimezone():%d/%m/%Y}"
    wait_until(lambda: line.isVisible() and line.text() == f"Đã tải đến ngày {day}")
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width(), "it is read whole"
    assert "được tải khi mở" in line.toolTip() and day in line.accessibleDescription()
    desk.page.list_pane.search.setText("họp")
    wait_until(lambda: not line.isVisible())
    desk.page.list_pane.search.clear()
    wait_until(line.isVisible)
    desk.box.keeping.choose(0)
    desk.page.shown.reload_counts()
    wait_until(lambda: not line.isVisible())


def test_what_is_missing_of_the_real_store_is_said_until_it_is_here(qapp: QApplication, tmp_path: Path) -> None:
    server, now = FakeMailboxGateway(), datetime.now(UTC)
    for days in (1, 40, 200, 800):
        server.deliver(f"Thư {days}", received_at=now - timedelta(days=days))
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    sync = MailboxSync(server, tmp_path / "mail.db", KEY, SETTINGS)
    assert loaded_since(mailbox, now) is None
    list(sync.round())
    assert loaded_since(mailbox, now) is None, "all is here"
    mailbox.keeping.choose(12)
    list(sync.round())
    said = loaded_since(mailbox, now)
    assert said is not None and f"{(now - timedelta(days=800)).astimezone():%d/%m/%Y}" in said.short
    assert "được tải khi mở" in said.long
    mailbox.keeping.choose(0)  # the rest is coming
    said = loaded_since(mailbox, now)
    assert said is not None and "đang được tải tiếp" in said.long
    list(sync.round())
    assert loaded_since(mailbox, now) is None
    sync.close()
    mailbox.close()
