"""The mail page in a real window, for `hear.py`: shows three mails, and gets a fourth when the tree was walked."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "xcb"
os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"

from PySide6.QtWidgets import QApplication

from mail import MailboxChanges
from tests.ui.desk_builder import FakeService, build_tools
from tests.ui.mail_page.conftest import MailDesk, OneDocumentArchive
from tests.ui.mail_page.fake_mailbox import INBOX, FakeMailbox
from tests.ui.waiting import wait_until
from ui.mail_page import MailPage
from ui.service_messages import MailEvent
from ui.style import apply_style


def main(signal_file: Path) -> None:
    application = QApplication(["desk"])
    apply_style(application, theme="light")
    box, service = FakeMailbox(), FakeService()
    tools = build_tools(
        Path(tempfile.mkdtemp()), service=service, open_mailbox=lambda: box, open_archive=OneDocumentArchive
    )
    page = MailPage(tools)
    desk = MailDesk(page, box, tools, service, [])
    news = '<p>Theo 12/2024/TT-BLĐPTXH</p><img src="https://anh.example/1.png">'
    box.add("a", "Giấy mời họp", html=news, attachments=(("Báo cáo.docx", b"abc"),))
    box.add("b", "Báo cáo quý", minutes_ago=5, is_read=True)
    box.add("c", "Góp ý dự thảo", minutes_ago=9)
    tools.service.start()
    desk.open()
    desk.stand_on(0)
    wait_until(lambda: page.reader.cited.chips)
    signal_file.with_suffix(".shown").write_text("shown")
    wait_until(signal_file.exists, 60)
    new = box.add("d", "Công văn khẩn")
    service.say(MailEvent(MailboxChanges(folders=True, folder_ids=(INBOX,), arrived=(new,))))
    wait_until(signal_file.with_suffix(".end").exists, 60)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
