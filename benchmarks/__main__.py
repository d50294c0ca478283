"""``make bench``: every table, one after another, from one run on this machine."""

from __future__ import annotations

import os
import platform

from . import (
    archive_search,
    conference_cuts,
    conference_joins,
    conference_latency,
    conference_load,
    conference_loss,
    conference_publishing,
    conference_recording,
    first_paint,
    large_folder,
    mail_bodies,
    mail_search,
    memory,
    push,
    window_gap,
)


def main() -> None:
    load = os.getloadavg()[0]
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f} before")
    parts = (
        first_paint,
        window_gap,
        conference_latency,
        conference_joins,
        conference_cuts,
        conference_load,
        conference_loss,
        conference_publishing,
        conference_recording,
        mail_bodies,
        push,
        mail_search,
        large_folder,
        memory,
        archive_search,
    )
    for part in parts:
        print(part.measure(), flush=True)


if __name__ == "__main__":
    main()
