"""Opens, answers, passes on and prints a hostile mail in a network of its own where every address leads back here, and
prints what came out as JSON. Run by `test_zero_egress` below ``unshare``: as its own process, so that nothing else is
counted."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import tempfile
import threading
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
os.environ["CUPS_SERVER"] = "/nonexistent"  # Qt asks the print system on this PC (localhost:631) for its printers

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from mail import WebHtml
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.mail_page.conftest import MailDesk, OneDocumentArchive
from tests.ui.mail_page.egress.hostile import hostile
from tests.ui.mail_page.fake_mailbox import FakeMailbox
from tests.ui.waiting import wait_until
from ui.mail_page import MailPage, mail_body
from ui.style import apply_style


def packets() -> int:
    """All that was ever sent in this network: there is only loopback in it, and every address leads there."""
    for line in Path("/proc/net/dev").read_text().splitlines():
        if line.strip().startswith("lo:"):
            return int(line.split()[10])
    raise RuntimeError("no loopback")


class Canary:
    """Takes every connection to port 80 and 443 and every question for a name."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        names.bind(("0.0.0.0", 53))
        threading.Thread(target=self._hear, args=(names,), daemon=True).start()
        for port in (80, 443, 8080):
            threading.Thread(target=self._take, args=(socket.create_server(("0.0.0.0", port)),), daemon=True).start()

    def _hear(self, names: socket.socket) -> None:
        while True:
            question, _ = names.recvfrom(600)
            self.seen.append(f"name {question[12:60]!r}")

    def _take(self, server: socket.socket) -> None:
        while True:
            connection, _ = server.accept()
            self.seen.append(f"connection to {connection.getsockname()}: {connection.recv(200)!r}")
            connection.close()


def work(application: QApplication, way: str) -> list[str]:
    """What was done, step by step."""
    done: list[str] = []
    if way == "text":
        mail_body._engine_is_missing = True
    box, service = FakeMailbox(), FakeService()
    tools = build_tools(
        Path(tempfile.mkdtemp()), service=service, open_mailbox=lambda: box, open_archive=OneDocumentArchive
    )
    page = MailPage(tools)
    desk = MailDesk(page, box, tools, service, [])
    box.add("h", "Thư lạ", html=hostile("203.0.113.7:8080"), text="Kính gửi")
    desk.open()
    desk.stand_on(0)
    body = page.reader.body
    if way == "text":
        wait_until(lambda: "Kính gửi" in body.text_view.toPlainText())
    else:
        wait_until(lambda: body.web is not None and body.web.is_shown)
        assert body.web is not None
        if way == "raw":  # nothing cleaned: what stands behind must hold alone
            body.web.show_mail(WebHtml(hostile("203.0.113.7:8080")), is_night=False)
            wait_until(lambda: body.web is not None and body.web.is_shown)
    linger(application)
    page.grab()
    done.append("opened")
    printed: list[bool] = []
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = Path(tempfile.mkdtemp()) / "thu.pdf"
    printer.setOutputFileName(str(target))
    body.print_to(printer, "<h1>Thư lạ</h1>", printed.append)
    wait_until(lambda: printed, 60)
    assert printed == [True] and target.read_bytes()[:5] == b"%PDF-"
    done.append("printed")
    message = page.reader.message
    assert message is not None
    for name in ("reply", "reply_all", "forward"):
        before = set(page.writing.open_composers)
        page.actions_by_name[name].trigger()
        wait_until(lambda: set(page.writing.open_composers) - before, what=name)  # noqa: B023
        composer = page.writing.open_composers[(set(page.writing.open_composers) - before).pop()]
        linger(application)
        composer.grab()
        done.append(name)
        composer.close()
    close_tools(tools)
    return done


def linger(application: QApplication) -> None:
    """What reaches out late (a refresh after one second, a font first drawn) gets its time."""
    import time

    ends = time.monotonic() + 1.5
    while time.monotonic() < ends:
        application.processEvents()
        time.sleep(0.01)


def main() -> None:
    canary = Canary()
    before = packets()
    application = QApplication(["egress"])
    apply_style(application, theme="light")
    done = work(application, sys.argv[1])
    sent, seen = packets() - before, list(canary.seen)
    # The measure itself is measured: one question and one connection must be seen.
    with contextlib.suppress(OSError):
        socket.getaddrinfo("kiem-tra.example", 80)
    socket.create_connection(("198.51.100.1", 80), 5).sendall(b"kiem tra")
    wait_until(lambda: len(canary.seen) > len(seen) + 1)
    print(json.dumps({"done": done, "packets": sent, "seen": seen, "control": packets() - before - sent}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
