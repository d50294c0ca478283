"""The arguments of `read`, apart from what it needs to run: the other verbs load no parser of pages."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_arguments(verbs: Any) -> None:
    """The verb `read`, to the publisher's command line."""
    read: argparse.ArgumentParser = verbs.add_parser("read", help="read a portal's pages into records for publish")
    read.add_argument("--profile", required=True, metavar="NAME|FILE",
                      help="vbpl_old, vbpl_new, congbao, sharepoint, or a file of one's own (PROFILES.md)")  # fmt: skip
    read.add_argument(
        "--pages", action="append", required=True, metavar="DIR|URL", help="saved pages, or where to begin"
    )
    read.add_argument(
        "--records", type=Path, required=True, metavar="FILE.jsonl", help="written for publish --documents"
    )
    read.add_argument("--state", type=Path, metavar="FILE", help="what is remembered (default: RECORDS.state)")
    read.add_argument("--findings", type=Path, metavar="FILE.jsonl", help="what was not published and why, a line each")
    read.add_argument("--most-pages", type=int, default=20_000, metavar="N", help="stop after N pages, to go on later")
    read.add_argument("--seconds", type=float, help="between two requests to a host; at least 1")
    read.add_argument("--forget-missing", action="store_true", help="documents that are gone are gone: a person looked")
