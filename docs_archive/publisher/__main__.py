"""python -m docs_archive.publisher: makes, extends and renews a signed feed (FORMAT.md). For the ministry's IT."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from docs_archive.model import LegalStatus

from .errors import PublisherError
from .feed_folder import FeedFolder
from .feed_log import FeedLog
from .keys import ROLES, KeyFolder
from .metadata import LIFETIMES, FeedMetadata
from .portal_reading.arguments import add_arguments
from .sources import records


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.verb == "read":
        return _read(options)
    if options.keys is None or options.output is None:
        parser.error("--keys and --output are needed to publish")
    lifetimes = {**LIFETIMES, "timestamp": timedelta(days=options.timestamp_days)}
    folder = FeedFolder(options.output, durable=not options.no_fsync)
    keys = KeyFolder(options.keys)
    try:
        with folder.locked():
            print(_run(options, folder, keys, lifetimes))  # noqa: T201 (a command line)
    except PublisherError as error:
        print(f"publisher: {error}", file=sys.stderr)  # noqa: T201
        return 2
    except OSError as error:
        print(f"publisher: {error.filename}: {error.strerror}", file=sys.stderr)  # noqa: T201
        return 3
    return 0


def _read(options: argparse.Namespace) -> int:
    from .portal_reading.command import read

    try:
        print(read(options))  # noqa: T201
    except PublisherError as error:
        print(f"publisher: {error}", file=sys.stderr)  # noqa: T201
        return 2
    except OSError as error:
        print(f"publisher: {error.filename}: {error.strerror}", file=sys.stderr)  # noqa: T201
        return 3
    return 0


def _run(options: argparse.Namespace, folder: FeedFolder, keys: KeyFolder, lifetimes: Mapping[str, timedelta]) -> str:
    if options.verb == "create" or (options.verb == "publish" and options.create and not keys.exists()):
        metadata = FeedMetadata.create(folder, keys, lifetimes)
        if options.verb == "create":
            return f"created: give {options.output / '1.root.json'} to the clients as their trust root"
    else:
        metadata = FeedMetadata.load(folder, lifetimes)
        if metadata.timestamp is None:  # killed while creating
            metadata.publish({}, keys)
    if options.verb == "refresh":
        if metadata.targets_need_renewal() and keys.path("targets").exists():
            metadata.publish(metadata.target_files, keys)
        else:
            metadata.renew(keys)
        said = "refreshed"
    elif options.verb == "rotate":
        metadata.rotate(options.role, keys)
        said = f"the role {options.role} has a new key"
    else:
        said = _change(options, folder, keys, metadata)
    folder.sweep(metadata.current_files())
    return said


def _change(options: argparse.Namespace, folder: FeedFolder, keys: KeyFolder, metadata: FeedMetadata) -> str:
    begun = time.monotonic()
    log = FeedLog(folder, metadata.target_files)
    before = log.newest
    asked = sum(1 for _ in _changes(options, log))
    if log.newest == before:
        if metadata.timestamp_needs_renewal():
            metadata.renew(keys)
        return f"nothing new in {asked} documents; the feed stays at change {before}"
    log.close()
    metadata.publish(log.targets, keys)
    took = time.monotonic() - begun
    return f"{log.newest - before} changes from {asked} documents published in {took:.1f} s; newest {log.newest}"


def _changes(options: argparse.Namespace, log: FeedLog) -> Iterator[bool]:
    if options.verb == "publish":
        for path in options.documents:
            for record in records(path):
                known = log.documents.get(record["id"])
                if known is not None and known.withdrawn and options.restore:
                    known.fingerprint = ""
                yield log.put(record)
    for document in options.document if options.verb != "publish" else []:
        if options.verb == "withdraw":
            yield log.withdraw(document, options.on.isoformat())
        else:
            expires = options.expires.isoformat() if options.expires else None
            yield log.set_status(document, options.status, expires, options.on.isoformat())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m docs_archive.publisher", description=__doc__)
    parser.add_argument("--keys", type=Path, metavar="DIR", help="folder of the signing keys")
    parser.add_argument("--output", type=Path, metavar="DIR", help="folder of the feed, served as it is")
    parser.add_argument("--timestamp-days", type=float, default=7.0, help="life of the timestamp (default 7)")
    parser.add_argument("--no-fsync", action="store_true", help="for throwaway feeds: do not wait for the disk")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("create", help="new keys and an empty feed")
    publish = verbs.add_parser("publish", help="publish what is new or changed")
    publish.add_argument("--documents", type=Path, action="append", required=True, metavar="FILE|DIR",
                         help=".jsonl, .jsonl.zst, or a folder of .toml and .json records")  # fmt: skip
    publish.add_argument("--create", action="store_true", help="make keys and feed first where there are none")
    publish.add_argument("--restore", action="store_true", help="bring withdrawn documents back though unchanged")
    withdraw = verbs.add_parser("withdraw", help="say that the portal took a document down")
    status = verbs.add_parser("status", help="say that a document's status changed")
    status.add_argument("--status", required=True, choices=[each.value for each in LegalStatus])
    status.add_argument("--expires", type=date.fromisoformat, metavar="YYYY-MM-DD")
    for verb in (withdraw, status):
        verb.add_argument("--document", action="append", required=True, metavar="ID")
        verb.add_argument("--on", type=date.fromisoformat, default=date.today(), metavar="YYYY-MM-DD")
    add_arguments(verbs)
    verbs.add_parser("refresh", help="renew the timestamp; daily")
    rotate = verbs.add_parser("rotate", help="give a role a new key")
    rotate.add_argument("--role", required=True, choices=ROLES)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
