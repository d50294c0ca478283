"""`python -m docs_archive.publisher read`: pages of a portal -> a file of records for `publish`, and what was found."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docs_archive.publisher.errors import PublisherError

from .findings import Finding, FindingKind
from .page_reader import ReadPart, read_page
from .page_sources import FoundPage, saved_pages, visit, visited_pages
from .polite_fetching import Pace, PoliteFetcher
from .portal_profile import Profile, load_profile
from .reader_state import ReaderState
from .records_of_pages import Reading, join_parts


def read(options: argparse.Namespace) -> str:
    """Reads, checks, writes the records; returns what to say. Raises PublisherError, having written no record."""
    profile = load_profile(options.profile)
    state = ReaderState(options.state or options.records.with_name(options.records.name + ".state"))
    findings: list[Finding] = []
    try:
        pages = _pages(options, profile, state, findings)
        if pages is None:
            return f"stopped after {options.most_pages} pages; run again to go on. No record was written"
        known = state.documents()
        reading = read_all(profile, pages, known)
        reading.findings[:0] = findings
        gone = known.keys() - {record["id"] for record in reading.records}
        for document in sorted(known.keys() - reading.met):
            reading.findings.append(Finding(FindingKind.MISSING, profile.name, document))
        _tell(reading.findings, options.findings)
        _guard(profile, reading, len(gone), len(known), options.forget_missing)
        _write(options.records, reading.records)
        lengths = {str(record["id"]): len(record.get("text") or "") for record in reading.records}
        state.keep_documents(lengths, gone if options.forget_missing else ())
    finally:
        state.close()
    counts = Counter(finding.kind.value for finding in reading.findings)
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    return f"{len(reading.records)} documents read into {options.records}; {told or 'nothing else to tell'}"


def read_all(profile: Profile, pages: Iterable[FoundPage], text_lengths: dict[str, int]) -> Reading:
    """Every page read, the pages of one document joined."""
    findings: list[Finding] = []
    parts: list[ReadPart] = []
    for page in pages:
        found = read_page(profile, page.data, page.place, page.address, page.asked)
        findings += found.findings
        parts += found.parts
    reading = join_parts(profile, parts, text_lengths)
    reading.findings[:0] = findings
    return reading


def _pages(
    options: argparse.Namespace, profile: Profile, state: ReaderState, findings: list[Finding]
) -> Iterable[FoundPage] | None:
    starts = [each for each in options.pages if "://" in each]
    folders = [Path(each) for each in options.pages if "://" not in each]
    for folder in folders:
        if not folder.is_dir():
            raise PublisherError(f"{folder} is no folder")
    if starts:
        fetcher = PoliteFetcher(profile.hosts, Pace(max(options.seconds or 0.0, _least_seconds(profile))))
        if not visit(profile, state, fetcher, starts, options.most_pages, findings):
            return None
    saved = (page for folder in folders for page in saved_pages(folder, findings))
    return (page for source in (visited_pages(state) if starts else (), saved) for page in source)


def _least_seconds(profile: Profile) -> float:
    """One second a request; nobody's patience is tried by a server on this very machine."""
    return 0.0 if {urlsplit(f"//{host}").hostname for host in profile.hosts} <= {"127.0.0.1", "localhost"} else 1.0


def _guard(profile: Profile, reading: Reading, gone: int, known: int, is_forgotten: bool) -> None:
    if not reading.records:
        raise PublisherError("not one document could be read: a failure of the portal or of the profile, no deletion")
    if gone * 100 > profile.missing_percent * known and not is_forgotten:
        raise PublisherError(
            f"{gone} of {known} documents are missing or unfit all at once (more than {profile.missing_percent:g} %): "
            "nothing was written; look at the portal, then mend the profile or say --forget-missing"
        )


def _tell(findings: list[Finding], path: Path | None) -> None:
    for finding in findings[:200]:
        print(f"publisher: {finding}", file=sys.stderr)  # noqa: T201 (a command line)
    if len(findings) > 200:
        print(f"publisher: and {len(findings) - 200} more findings", file=sys.stderr)  # noqa: T201
    if path is not None:
        _write(path, [finding.as_json() for finding in findings])


def _write(path: Path, values: Iterable[dict[str, Any]]) -> None:
    """Beside its place and renamed into it; JSON escapes U+2028 and the like not, lines end at LF only."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8", newline="\n", errors="replace") as out:
        for value in values:
            out.write(json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n")
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)
