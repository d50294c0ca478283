"""How long the window is away: the gaps of a 16 ms timer in the real desk during a full mail sync, and its memory.

The mailbox (2,000 messages, about 100 MB) is served by a process of its own; the desk runs offscreen as it does in
life, its syncs in the service process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from .mail_server import running_mail_server
from .prepared_desk import prepared_desk
from .tables import percentile, table

MESSAGES, MEGABYTES = 2000, 100
TICK = 0.016


def measure() -> str:
    with (
        running_mail_server(MESSAGES, MEGABYTES) as url,
        prepared_desk(synced=False, mail_server=url) as desk,
    ):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.window_gap", str(desk.profile), str(desk.data_folder)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=300,
        )
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)
    return table(
        f"The window during a full sync of {MESSAGES:,} messages, {MEGABYTES} MB",
        [
            ("timer gap while idle: p99 / max", said.get("idle", "?"), ""),
            ("timer gap during the sync: p99", said.get("p99", "?"), "50 ms"),
            ("timer gap during the sync: max", said.get("max", "?"), "120 ms"),
            ("the sync took", said.get("took", "?"), ""),
            ("CPU of window and service together, per MB", said.get("cpu", "?"), "0.10 s"),
            ("memory afterwards, PSS: window's process", said.get("window", "?"), ""),
            ("memory afterwards, PSS: service process", said.get("service", "?"), ""),
        ],
    )


def pss(pid: int) -> str:
    """Proportional set size in MiB (Linux, proc(5): smaps_rollup)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return f"{int(line.split()[1]) / 1024:.0f} MiB"
    return "?"


def child(profile: str, data_folder: str) -> None:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.application import RunningDesk
    from desktop.data_folder import open_data_folder
    from desktop.ministry_profile import read_profile
    from ui.sync_status import Feature, SyncActivity, SyncStatus

    application = QApplication([])
    running = RunningDesk(read_profile(Path(profile)), open_data_folder(Path(data_folder)))
    running.open()
    assert running.window is not None and running.service is not None
    service = running.service
    gaps: list[float] = []
    last = time.perf_counter()
    synced: list[float] = []

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now
        if synced and now - synced[0] > 3:
            application.quit()

    def heard(status: SyncStatus) -> None:
        if status.feature is Feature.MAIL and status.activity is SyncActivity.WORKING and not began:
            began.append(time.perf_counter())
            cpu_before.append(cpu_of_tree())
            gaps.clear()
        if status.feature is Feature.MAIL and status.activity is SyncActivity.IDLE and not synced:
            synced.append(time.perf_counter())
            during.extend(gaps)
            gaps.clear()

    began: list[float] = []
    during: list[float] = []
    cpu_before: list[float] = []
    service.status_changed.connect(heard)
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=int(TICK * 1000))
    timer.timeout.connect(tick)
    timer.start()
    application.exec()
    print(f"p99 {percentile(during, 0.99) * 1000:.0f} ms")
    print(f"max {max(during) * 1000:.0f} ms")
    print(f"idle {percentile(gaps, 0.99) * 1000:.0f} / {max(gaps) * 1000:.0f} ms")
    print(f"took {synced[0] - began[0]:.1f} s")
    print(f"cpu {(cpu_of_tree() - cpu_before[0]) / MEGABYTES:.4f} s")
    print(f"window {pss(os.getpid())}")
    print(f"service {' '.join(pss(pid) for pid in children())}", flush=True)
    running.close()


def cpu_of_tree() -> float:
    """Seconds of this process and its children so far (proc(5): utime and stime)."""
    ticks = 0
    for pid in [os.getpid(), *children()]:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def children() -> list[int]:
    """Child processes of this one, whichever thread started them."""
    found: list[int] = []
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        found += [int(pid) for pid in (task / "children").read_text().split()]
    return found


if __name__ == "__main__":
    child(*sys.argv[1:])
