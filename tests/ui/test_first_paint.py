"""The first paint costs no library of the features: what is imported by then, seen in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from tests.ui.desk_builder import build_tools, close_tools
from ui.application_style import prepare
from ui.main_window import MainWindow

def painted():
    print(" ".join(sorted(sys.modules)), flush=True)
    application.exit(0)

tools = build_tools(Path(sys.argv[1]))
prepare(application, tools.preferences)
window = MainWindow(tools)
window.painted.connect(painted)
window.show()
application.exec()
import os
os._exit(0)
"""

LATE = (
    "exchangelib",
    "sqlalchemy",
    "sqlcipher3",
    "vlc",
    "av",
    "tantivy",
    "tuf",
    "lxml",
    "nh3",
    "asyncio",
    "email",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "mail.model",
    "docs_archive.model",
    "conference.launcher",
    "ui.mail_page",
    "ui.archive_page",
    "ui.conference_page",
    "ui.error_messages",
    "ui.settings_window",
)


def test_nothing_heavy_is_imported_by_the_first_paint(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    modules = set(ended.stdout.split())
    assert "ui.main_window" in modules, ended.stderr
    assert sorted(modules.intersection(LATE)) == []
