"""The first paint costs no library of the features, and the window's ground not even the style: what is imported by
then, seen in processes of their own."""

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
window = MainWindow(tools.preferences)
window.furnish(tools)
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


GROUND = """
import sys
from pathlib import Path
from desktop.early_window import show_early
start = show_early(None, Path(sys.argv[1]))
assert start.window.has_ground
print(" ".join(sorted(sys.modules)), flush=True)
import os
os._exit(0)
"""

BARE = ("mail", "docs_archive", "conference", "ui.style", "ui.navigation", "ui.page_tools")


def modules_of(program: str, folder: Path) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    modules = set(ended.stdout.split())
    assert "ui.main_window" in modules, ended.stderr
    return modules


def test_the_ground_is_painted_before_the_style_and_the_features_are_loaded(tmp_path: Path) -> None:
    assert sorted(modules_of(GROUND, tmp_path).intersection({*LATE, *BARE})) == []


def test_nothing_heavy_is_imported_by_the_first_paint(tmp_path: Path) -> None:
    assert sorted(modules_of(PROGRAM, tmp_path).intersection(LATE)) == []
