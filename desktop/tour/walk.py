"""``--tour FOLDER``: the three journeys one after another, a screenshot of each step, a line of what was seen."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .journeys import find_what_was_amended, join_the_conference, read_a_mail
from .steps import NotSeen, Walker

if TYPE_CHECKING:
    from ..application import RunningDesk
    from ..demo_ministry import DemoMinistry


def walk(desk: RunningDesk, ministry: DemoMinistry, folder: Path) -> int:
    """Walk, print, return 0 if everything was seen."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    assert desk.window is not None
    walker = Walker(desk.window, folder, _say)
    try:
        for journey in (read_a_mail, join_the_conference, find_what_was_amended):
            journey(walker, ministry)
    except NotSeen as error:
        walker.saw("not-seen", f"KHÔNG THẤY: {error}")
        return 1
    _say(f"Đã đi hết ba hành trình; ảnh từng bước ở {folder}/")
    return 0


def _say(line: str) -> None:
    sys.stdout.buffer.write((line + "\n").encode("utf-8"))
    sys.stdout.flush()
