"""A screen reader's journey over the real accessibility bus (AT-SPI): every row and control of the mail page has its
words, and new mail is heard. In a real window on a virtual display; skipped where one of the pieces is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
SCRIPT = """
"$1" --launch-immediately >/dev/null 2>&1 &
bus=$!
"$2" -m tests.ui.accessibility.desk_to_hear "$4" >/dev/null 2>"$4.err" &
desk=$!
timeout 90 "$3" tests/ui/accessibility/hear.py "$4"
kill $desk $bus 2>/dev/null
wait $desk 2>/dev/null
true
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a screen reader got of the page: controls in order, and what it heard."""
    for tool in ("xvfb-run", "dbus-run-session"):
        if shutil.which(tool) is None:
            pytest.skip(f"no {tool}")
    if not LAUNCHER.exists():
        pytest.skip("no at-spi2-core")
    if subprocess.run([SYSTEM_PYTHON, "-c", "from gi.repository import Gio"], capture_output=True).returncode:
        pytest.skip("no python3-gi")
    folder = tmp_path_factory.mktemp("hearing")
    command = ["xvfb-run", "-a", "dbus-run-session", "--", "bash", "-c", SCRIPT, "bash"]
    command += [str(LAUNCHER), sys.executable, str(SYSTEM_PYTHON), str(folder / "walked.flag")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    environment.pop("QT_QPA_PLATFORM", None)
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=150)
    errors = folder / "walked.flag.err"
    assert run.stdout.strip(), (run.stderr[-2000:], errors.read_text()[-2000:] if errors.exists() else "")
    found: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
    return found


@pytest.mark.whole_program
@pytest.mark.timeout(200)
def test_every_control_that_takes_the_focus_has_its_words(told: dict[str, Any]) -> None:
    nameless = [one for one in told["controls"] if one["focusable"] and not str(one["name"]).strip()]
    layout_only = {"panel", "filler", "viewport", "scroll pane", "split pane"}
    assert [one for one in nameless if one["role"] not in layout_only] == []
    names = [one["name"] for one in told["controls"]]
    for words in ("Soạn thư", "Trả lời tất cả", "Xoá", "Nội dung thư", "Hiện lần này", "Luôn hiện từ người gửi này"):
        assert any(words in name for name in names), words
    assert any("Báo cáo.docx" in name for name in names)
    assert any("12/2024/TT-BLĐPTXH" in name and "Còn hiệu lực" in name for name in names)


@pytest.mark.whole_program
@pytest.mark.timeout(200)
def test_every_row_is_read_with_its_state(told: dict[str, Any]) -> None:
    names = [one["name"] for one in told["controls"]]
    for subject in ("Giấy mời họp", "Báo cáo quý", "Góp ý dự thảo"):
        assert any(subject in name and "Vũ Hoàng Nam" in name for name in names), subject
    assert any(name.startswith("Chưa đọc") and "Góp ý dự thảo" in name for name in names)
    assert any("có tệp đính kèm" in name and "Giấy mời họp" in name for name in names)
    assert any("Hộp thư đến" in name for name in names)


@pytest.mark.whole_program
@pytest.mark.timeout(200)
def test_new_mail_is_heard(told: dict[str, Any]) -> None:
    assert any("Thư mới từ Vũ Hoàng Nam: Công văn khẩn" in words for words in told["heard"]), told["heard"]
