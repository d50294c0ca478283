"""From the start of the process to the first paint and to fifty subjects, beside a bare PySide6 window, in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from .prepared_desk import prepared_desk
from .tables import median, table

RUNS = 9


def measure() -> str:
    bare: list[float] = []
    painted: list[float] = []
    furnished: list[float] = []
    subjects: list[float] = []
    imported: set[str] = set()
    with prepared_desk() as desk:
        for run in range(RUNS + 1):
            one = start("bare")
            other = start("desk", str(desk.profile), str(desk.data_folder))
            if run == 0:
                continue  # the first of each warms the disk's cache
            bare.append(float(one["painted"]))
            painted.append(float(other["painted"]))
            furnished.append(float(other["furnished"]))
            subjects.append(float(other["subjects"]))
            imported.add(other["imported"])
    first = median([ours / theirs for ours, theirs in zip(painted, bare, strict=True)])
    fifty = median([ours / theirs for ours, theirs in zip(subjects, bare, strict=True)])
    return table(
        f"Start, median of {RUNS} pairs, offscreen",
        [
            ("bare PySide6 window: first paint", f"{median(bare):.3f} s", ""),
            ("the desk: first paint (its ground)", f"{median(painted):.3f} s", ""),
            ("the desk: rail and status line stand", f"{median(furnished):.3f} s", ""),
            ("the desk: fifty subjects on screen and clickable", f"{median(subjects):.3f} s", ""),
            ("first paint against the bare window", f"{first:.2f} times", "1.7 times"),
            ("fifty subjects against the bare window", f"{fifty:.2f} times", "2.5 times"),
            ("of exchangelib, sqlalchemy, vlc, QtWebEngine imported by first paint", " ".join(imported), "none"),
        ],
    )


def start(*arguments: str) -> dict[str, str]:
    """One child's lines; moments become seconds since just before its start."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each start compiles our sources anew, as none does in life
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.paint_child", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)
    for name in ("painted", "furnished", "subjects"):
        if name in said:
            said[name] = str(float(said[name]) - began)
    return said


if __name__ == "__main__":
    print(measure())
