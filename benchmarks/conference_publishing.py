"""Being seen: how soon the receiver has the first picture, how late a picture arrives there, and what it costs. The
test picture stands in for a camera and is part of the cost; a sudden picture of noise is timed by its size."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import Literal

from conference import Receiver, SiteCredentials
from conference.publishing import TEST_PICTURE, TEST_TONE, Begin, Share, ShowPicture
from conference.publishing.process_publisher import ProcessPublisher
from desktop.demo_ministry.sites.receiver import PASSPHRASE, PUBLISHING_PASSWORD, PUBLISHING_USER, DemoReceiver
from desktop.early_service import command_of, program_folder

from .tables import median, table

STARTS = 5
PICTURES = 12
_SECONDS = 8.0
_SIZE = (1280, 720)


def measure() -> str:
    rows: list[tuple[str, str, str]] = []
    for scheme in ("rtsp", "srt"):
        rows += _measured(scheme)  # type: ignore[arg-type]
    return table("One's own picture, 720p30 at 1.5 Mbit/s, H.264 and AAC", rows)


def _measured(scheme: Literal["rtsp", "srt"]) -> list[tuple[str, str, str]]:
    name = scheme.upper()
    credentials = SiteCredentials(PUBLISHING_USER, PUBLISHING_PASSWORD, PASSPHRASE)
    firsts: list[float] = []
    with DemoReceiver(scheme) as receiver:
        begin = Begin(
            Receiver("Bộ", receiver.address), credentials, camera=TEST_PICTURE, microphone=TEST_TONE, size=_SIZE
        )
        for _ in range(STARTS):
            publisher = ProcessPublisher(lambda: command_of("--publish"), program_folder())
            began, before = time.time(), receiver.report()["video"]
            publisher.begin(begin)
            while receiver.report()["video"] == before:
                time.sleep(0.005)
            firsts.append(time.time() - began)
            publisher.close()
        publisher = ProcessPublisher(lambda: command_of("--publish"), program_folder())
        publisher.begin(begin)
        time.sleep(3.0)
        pid = publisher.process_id
        assert pid is not None
        spent, before, began = _cpu(pid), receiver.report()["video"], time.monotonic()
        time.sleep(_SECONDS)
        lasted = time.monotonic() - began
        share = (_cpu(pid) - spent) / lasted
        rate = (receiver.report()["video"] - before) / lasted
        memory = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        late = [_lateness(publisher, receiver) for _ in range(PICTURES)]
        publisher.close()
    return [
        (f"{name}: begun until the first picture is there, median of {STARTS}", f"{median(firsts):.2f} s", ""),
        (f"{name}: the longest", f"{max(firsts):.2f} s", ""),
        (f"{name}: a picture on its way, median of {PICTURES}", f"{median(late) * 1000:.0f} ms", "240 ms"),
        (f"{name}: pictures a second that arrive", f"{rate:.1f}", ""),
        (f"{name}: of one core", f"{share * 100:.0f} %", ""),
        (f"{name}: memory of the process", f"{memory:.0f} MB", ""),
    ]


def _lateness(publisher: ProcessPublisher, receiver: DemoReceiver) -> float:
    """Seconds from the pixels' leaving this process until their unit is at the receiver."""
    width, height = 640, 360
    publisher.ask(ShowPicture(width, height, width * 4, bytes(width * height * 4)))
    time.sleep(0.5)
    noise = random.Random(1).randbytes(width * height * 4)
    receiver.report()
    began = time.time()
    publisher.ask(ShowPicture(width, height, width * 4, noise))
    time.sleep(0.6)
    _, when = receiver.report()["largest"]
    publisher.ask(Share(None))
    return float(when) - began


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    print(measure())
