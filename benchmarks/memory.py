"""Memory of the running desk at 100,000 mails: window's process and service, proportional set sizes added up.

A desk is synced with the demo ministry; then 100,000 generated mails (70 of every 100 in the Inbox, 0.9 KB of text each
with their MIME, searchable, in conversations; 10,000 distinct texts) are added to its encrypted store, into the folders
the server knows, beside the sync states it gave. So the real service does real rounds: it asks for changes since those
states, and the server, which never heard of the generated mails, has no reason to take them away. What is not measured
here is therefore the first sync of them (``window_gap`` says what is held after one of 100 MB). The desk shows the
Inbox, is scrolled from end to end, searches, reads a mail, and is measured when one more round is over.

Processes of the web view are told apart and not added; no mail shown here needs one.
``python -m benchmarks.memory [mails]``, inside ``setup/with_keyring.sh``. Linux (proc(5): smaps_rollup).
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from .mail_generator import fill_store
from .prepared_desk import prepared_desk
from .tables import table

MAILS, DISTINCT = 100_000, 10_000
BOUND = 400
"""MiB, both processes."""
_PLACES = 400
_SEARCHED = ("bao hiem that nghiep", "nghi dinh 30", "nguyen van nam")


def measure(count: int = MAILS) -> str:
    with prepared_desk() as desk:
        began = time.process_time()
        for _ in fill_store(
            desk.mail_store, desk.database_key, count, bodies=True, synced=True, distinct=min(count, DISTINCT)
        ):
            pass
        filled = time.process_time() - began
        size = desk.mail_store.stat().st_size
        gc.collect()
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.memory", "--child", str(desk.profile), str(desk.data_folder)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=600,
        )
    if done.returncode:
        print(done.stderr[-3000:], file=sys.stderr)
        return table(f"Memory at {count:,} mails", [("could not be run", "?", "")])
    got = json.loads(done.stdout.strip().splitlines()[-1])
    both = got["after"]["window"]["Pss"] + got["after"]["service"]["Pss"]
    rows = [
        ("window and service, PSS, after all that", f"{both:.0f} MiB", f"{BOUND} MiB"),
        *[
            (f"{name}, PSS: {when}", f"{got[key][name]['Pss']:.0f} MiB", "")
            for name in ("window", "service")
            for key, when in (("opened", "the Inbox open, idle"), ("after", "after all that"))
        ],
        ("nothing of it shared with anyone (RSS): window", f"{got['after']['window']['Rss']:.0f} MiB", ""),
        ("nothing of it shared with anyone (RSS): service", f"{got['after']['service']['Rss']:.0f} MiB", ""),
        ("processes of the web view, apart", str(got["web"]), ""),
        ("rows in the Inbox / places scrolled to", f"{got['rows']:,} / {got['places']}", ""),
        ("found by the search / letters of the mail read", f"{got['found']:,} / {got['letters']:,}", ""),
        ("the store", f"{size / 2**20:.0f} MiB", ""),
        ("filled in, processor time", f"{filled:.0f} s", ""),
    ]
    return table(f"Memory at {count:,} mails", rows)


def child(profile: str, data_folder: str) -> None:
    """Prints what it measured as JSON."""
    from PySide6.QtWidgets import QApplication

    from desktop.application import RunningDesk
    from desktop.data_folder import open_data_folder
    from desktop.ministry_profile import read_profile
    from desktop.tour.steps import Walker
    from ui.sync_status import Feature, SyncActivity, SyncStatus

    application = QApplication([])
    running = RunningDesk(read_profile(Path(profile)), open_data_folder(Path(data_folder)))
    running.open()
    assert running.window is not None and running.service is not None
    idle: dict[Feature, int] = dict.fromkeys(Feature, 0)

    def heard(status: SyncStatus) -> None:
        if status.activity is SyncActivity.IDLE:
            idle[status.feature] += 1

    running.service.status_changed.connect(heard)
    walker = Walker(running.window)
    page = running.window.show_page("mail")
    messages, view = page.message_list.messages, page.message_list

    def look_at(row: int) -> None:
        view.scrollTo(view.model().index(row, 0), view.ScrollHint.PositionAtTop)
        walker.until(lambda: messages.summary(row) is not None, "a row scrolled to")
        view.viewport().repaint()

    def has_answer(words: str) -> bool:
        return view.row.marks is not None and view.row.marks.typed == words

    walker.until(lambda: idle[Feature.MAIL] and idle[Feature.ARCHIVE], "the first rounds")
    walker.until(lambda: len(messages.ids) > 1000 and messages.summary(0), "the Inbox")
    opened = sizes()
    rows = len(messages.ids)
    for place in range(_PLACES):
        look_at((rows - 1) * place // (_PLACES - 1))
    look_at(0)
    for words in _SEARCHED:
        page.list_pane.search.clear()
        page.list_pane.search.setFocus()
        walker.type(page.list_pane.search, words)
        walker.until(partial(has_answer, words), "what the search found")
        walker.until(lambda: messages.summary(0) is not None, "its first row")
    found = len(messages.ids)
    index = view.model().index(min(3, found - 1), 0)
    walker.click(view.viewport(), view.visualRect(index).center())
    walker.until(lambda: len(page.reader.body.toPlainText()) > 50, "the mail's text")
    rounds = idle[Feature.MAIL]
    running.window.refresh()
    walker.until(lambda: idle[Feature.MAIL] > rounds, "one more round")
    print(
        json.dumps(
            {
                "opened": opened,
                "after": sizes(),
                "web": sum(is_web(pid) for pid in children()),
                "rows": rows,
                "places": _PLACES,
                "found": found,
                "letters": len(page.reader.body.toPlainText()),
            }
        ),
        flush=True,
    )
    running.close()
    application.quit()


def sizes() -> dict[str, dict[str, float]]:
    """MiB of the window's process and of the service (of whatever it started that is no web view)."""
    others = [size_of(pid) for pid in children() if not is_web(pid)]
    service = {name: sum(one[name] for one in others) for name in ("Pss", "Rss")}
    return {"window": size_of(os.getpid()), "service": service}


def size_of(pid: int) -> dict[str, float]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return {name[:-1]: int(value) / 1024 for name, value in (line.split()[:2] for line in lines[1:])}


def is_web(pid: int) -> bool:
    return b"QtWebEngineProcess" in Path(f"/proc/{pid}/cmdline").read_bytes()


def children() -> list[int]:
    """All descendants of this process: a web view starts some of its own, and they some."""
    found: list[int] = []
    waiting = [os.getpid()]
    while waiting:
        for task in Path(f"/proc/{waiting.pop()}/task").iterdir():
            fresh = [int(pid) for pid in (task / "children").read_text().split()]
            found += fresh
            waiting += fresh
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(*sys.argv[2:])
    else:
        print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else MAILS))
