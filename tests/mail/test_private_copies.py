"""Copies for other programs: nobody else's to read, and gone afterwards, however the desk ended."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mail.private_copies import PrivateCopies

CANARY = b"CHIM-HOANG-YEN-2026 noi dung tep"


def places(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


@pytest.fixture(params=["runtime folder", "data folder only"])
def copies(request: pytest.FixtureRequest, tmp_path: Path) -> PrivateCopies:
    (tmp_path / "data").mkdir()
    runtime = tmp_path / "run"
    if request.param == "runtime folder":
        runtime.mkdir()
    return PrivateCopies(tmp_path / "data", str(runtime))


def test_a_copy_is_its_owners_alone_and_cannot_be_written(copies: PrivateCopies, tmp_path: Path) -> None:
    path = copies.put("báo cáo.docx", CANARY)
    assert path.name == "báo cáo.docx" and path.read_bytes() == CANARY
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o700 for one in (path.parent, path.parent.parent))
    assert copies.holds(path) and not copies.holds(tmp_path / "khac")


@pytest.mark.parametrize("name", ["../../.bashrc", "/etc/passwd", "..", "CON", "a:b.exe", "x/../../y", ""])
def test_no_name_leads_out(copies: PrivateCopies, name: str) -> None:
    assert copies.holds(copies.put(name, CANARY))


def test_two_of_one_name_are_two(copies: PrivateCopies) -> None:
    one, other = copies.put("a.txt", b"1"), copies.put("a.txt", b"2")
    assert one.name == other.name and one != other and one.read_bytes() == b"1"


def test_nothing_is_left_after_wiping(copies: PrivateCopies, tmp_path: Path) -> None:
    paths = [copies.put(f"{number}.txt", CANARY) for number in range(3)]
    held = paths[0].open("rb")  # another program still has it open: it reads nothing of it any more
    assert copies.wipe()
    assert held.read(4) != CANARY[:4]
    held.close()
    assert places(tmp_path) == [] and copies.wipe()


def test_wiping_follows_no_link_out_of_its_folder(copies: PrivateCopies, tmp_path: Path) -> None:
    precious = tmp_path / "quy.txt"
    precious.write_text("quý")
    folder = copies.put("a.txt", b"x").parent
    (folder / "link.txt").symlink_to(precious)
    (folder / "folder").symlink_to(tmp_path)
    os.link(precious, folder / "hard.txt")
    assert copies.wipe()
    assert precious.read_text() == "quý"


def test_what_a_killed_desk_left_goes_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    script = (
        "import sys, time; from pathlib import Path; from mail.private_copies import PrivateCopies;"
        f"PrivateCopies(Path({str(tmp_path / 'data')!r}), '').put('a.txt', {CANARY!r}); print('ready', flush=True);"
        "time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert child.stdout is not None and child.stdout.readline() == b"ready\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert len(places(tmp_path)) == 1
    assert PrivateCopies(tmp_path / "data", "").wipe()
    assert places(tmp_path) == []


def test_no_room_in_the_runtime_folder_means_the_next_place(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    copies = PrivateCopies(tmp_path / "data", str(runtime))
    next(place for place in copies._places).write_bytes(b"")  # a file where the folder should be
    assert (tmp_path / "data") in copies.put("a.txt", CANARY).parents
