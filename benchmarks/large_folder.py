"""A folder of a million mails in the real message list: opening it, memory, scrolling, choosing all of it.

In a process of its own, so that memory is its own. ``python -m benchmarks.large_folder [mails] [store]``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .mail_generator import make_mail
from .tables import table

KEY = bytes(range(32))
_MINUTE = 60_000_000


def build(path: Path, count: int) -> None:
    """Rows alone: a thousand generated mails again and again, each at a moment of its own."""
    from mail.database import Database
    from mail.rows import message_values
    from mail.store import _INSERT

    database = Database(path, KEY, checkpoint_pages=8000)
    mails = [make_mail(number) for number in range(1000)]
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO folders (id, name, role, server_total, server_unread, is_complete)"
            " VALUES ('inbox', 'Inbox', 'inbox', 0, 0, 1), ('other', 'Khác', 'other', 0, 0, 1)"
        )
    for start in range(0, count, 20_000):
        rows = []
        for number in range(start, min(count, start + 20_000)):
            values = list(message_values(mails[number % 1000].summary))
            values[4] = 1_546_300_800_000_000 + number * 4 * _MINUTE
            rows.append((f"item-{number}", 1, 0, *values))
        with database.write() as connection:
            connection.exec_driver_sql(_INSERT, rows)
            connection.exec_driver_sql("UPDATE messages SET is_indexed = 1 WHERE number > ?", (start,))
    database.close()


def child(path: Path) -> None:
    """Prints what it measured as JSON."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import psutil
    from PySide6.QtWidgets import QApplication

    from mail import FolderId, open_mailbox
    from ui.mail_page.message_list import MessageList
    from ui.style import apply_style

    application = QApplication([])
    apply_style(application, theme="light")
    mailbox = open_mailbox(path, KEY)
    view = MessageList(lambda ids, take: take(mailbox.summaries(ids)))
    view.resize(400, 900)
    view.show()
    view.show_ids(mailbox.message_ids(FolderId("other")), keep=False)
    mailbox.summaries([])
    application.processEvents()
    process = psutil.Process()
    before = process.memory_info().rss
    measured: dict[str, float] = {}

    def spend(name: str, work: object) -> None:
        began = time.process_time()
        work()  # type: ignore[operator]
        measured[name] = time.process_time() - began

    def settle() -> None:
        for _ in range(4):
            application.processEvents()
            view.viewport().repaint()

    def open_it() -> None:
        view.show_ids(mailbox.message_ids(FolderId("inbox")), keep=False)
        settle()

    def scroll() -> None:
        bar = view.verticalScrollBar()
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
            settle()

    def mark_all() -> None:
        view.messages.patch(chosen, is_read=True)

    spend("open", open_it)
    measured["rows"] = view.messages.rowCount()
    measured["memory"] = process.memory_info().rss - before
    spend("scroll", scroll)
    spend("again", lambda: view.show_ids(mailbox.message_ids(FolderId("inbox")), keep=True))
    spend("all", lambda: (view.selectAll(), view.chosen_ids()))
    chosen = view.chosen_ids()
    measured["chosen"] = len(chosen)
    spend("mark", mark_all)
    measured["memory after"] = process.memory_info().rss - before
    mailbox.close()
    print(json.dumps(measured))


def measure(count: int = 1_000_000, store: Path | None = None) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = store or Path(folder) / "mail.db"
        if not path.exists():
            build(path, count)
        said = subprocess.run(
            [sys.executable, "-m", "benchmarks.large_folder", "--child", str(path)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    got = json.loads(said.strip().splitlines()[-1])
    rows = [
        ("rows shown", f"{got['rows']:,.0f}", ""),
        ("opening, processor time", f"{got['open']:.2f} s", "0.6 s"),
        ("memory after opening", f"+{got['memory'] / 2**20:.0f} MiB", "+50 MiB"),
        ("100 places scrolled to", f"{got['scroll']:.2f} s", ""),
        ("the same list asked for again", f"{got['again']:.2f} s", ""),
        (f"choosing all {got['chosen']:,.0f}", f"{got['all']:.2f} s", ""),
        ("showing all of them as read", f"{got['mark']:.2f} s", ""),
        ("memory after all that", f"+{got['memory after'] / 2**20:.0f} MiB", "+50 MiB"),
    ]
    return table(f"A folder of {count:,} mails", rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]))
    else:
        print(
            measure(
                int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, Path(sys.argv[2]) if len(sys.argv) > 2 else None
            )
        )
