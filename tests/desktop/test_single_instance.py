"""One desk per folder, with a second start in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.single_instance import SingleInstance
from tests.ui.waiting import wait_until

LATER_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_instance import SingleInstance
application = QCoreApplication([])
later = SingleInstance(Path(sys.argv[1]))
print("first" if later.is_first() else "shown" if later.ask_first_to_show() else "no answer")
"""


def later_start(folder: Path) -> str:
    """What a second start finds, while the first one's window goes on working."""
    command = [sys.executable, "-c", LATER_START, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    wait_until(lambda: process.poll() is not None, 60)
    return process.communicate()[0].strip()


def test_a_second_start_brings_the_first_to_the_front_and_never_takes_its_folder(tmp_path: Path) -> None:
    assert QApplication.instance() or QApplication(["instance"])
    first = SingleInstance(tmp_path)
    asked: list[bool] = []
    first.asked_to_show.connect(lambda: asked.append(True))
    assert first.is_first()

    assert later_start(tmp_path) == "no answer"  # it is still starting
    assert first.listen() and not first.listen()
    assert later_start(tmp_path) == "shown" and asked == [True]
    first.stop_listening()
    assert later_start(tmp_path) == "no answer"  # it is ending
    first.release()
    assert later_start(tmp_path) == "first"
