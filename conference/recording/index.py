"""The index beside a recording's files: what they are, and whether the recording came to its end. Read again at the
next start, by then from a folder anybody may have written to: nothing in it is trusted to be what we wrote."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..model import SiteId
from .model import EndReason, Recording, Segment, SiteRecording
from .under_way import is_under_way

INDEX = "ghi-hinh.json"
_LARGEST = 1_000_000
_MOST_FOLDERS = 2000
_LONGEST_NAME = 255


def write_index(recording: Recording) -> None:
    """Replaces the index in one step. Raises `OSError`."""
    path = recording.folder / INDEX
    new = path.with_suffix(".tmp")
    text = json.dumps(_as_json(recording), ensure_ascii=False, indent=1)
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def read_index(folder: Path) -> Recording | None:
    """The recording in ``folder``; None where there is none, or no index that can be believed."""
    path = folder / INDEX
    try:
        if path.stat().st_size > _LARGEST:
            return None
        return _from_json(folder, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def unfinished(root: Path) -> list[Recording]:
    """The recordings below ``root`` that never came to their end, oldest first, with what is in their files by now;
    none that this process is making."""
    found = (read_index(folder) for folder in _folders(root) if not is_under_way(folder))
    return sorted((_as_found(one) for one in found if one is not None and one.ended is None), key=lambda one: one.began)


def close_interrupted(recording: Recording) -> Recording:
    """Note that it was found, so that it is said once. A folder that takes no more is left as it is."""
    closed = replace(_as_found(recording), ended=_last_written(recording), reason=EndReason.INTERRUPTED)
    with suppress(OSError):
        write_index(closed)
    return closed


def _folders(root: Path) -> Iterator[Path]:
    try:
        with os.scandir(root) as entries:
            for _, entry in zip(range(_MOST_FOLDERS), entries, strict=False):
                if entry.is_dir(follow_symlinks=False):
                    yield Path(entry.path)
    except OSError:
        return


def _as_found(recording: Recording) -> Recording:
    """Sizes as they are on the disk."""
    sites = []
    for site in recording.sites:
        segments = tuple(replace(one, size=_size(recording.folder / one.file)) for one in site.segments)
        sites.append(replace(site, segments=segments))
    return replace(recording, sites=tuple(sites))


def _last_written(recording: Recording) -> datetime:
    latest = recording.began.timestamp()
    for site in recording.sites:
        for segment in site.segments:
            with suppress(OSError):
                latest = max(latest, (recording.folder / segment.file).stat().st_mtime)
    return datetime.fromtimestamp(latest, UTC)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _as_json(recording: Recording) -> dict[str, Any]:
    return {
        "version": 1,
        "title": recording.title,
        "began": recording.began.isoformat(),
        "ended": recording.ended.isoformat() if recording.ended else None,
        "reason": recording.reason.value if recording.reason else None,
        "sites": [
            {
                "id": site.id,
                "name": site.name,
                "left_out": site.left_out,
                "gaps": site.gaps,
                "segments": [
                    {
                        "file": one.file,
                        "began": one.began.isoformat(),
                        "ended": one.ended.isoformat() if one.ended else None,
                        "size": one.size,
                    }
                    for one in site.segments
                ],
            }
            for site in recording.sites
        ],
    }


def _from_json(folder: Path, read: Any) -> Recording:
    sites = tuple(
        SiteRecording(
            SiteId(str(site["id"])[:_LONGEST_NAME]),
            str(site["name"])[:_LONGEST_NAME],
            tuple(
                Segment(_bare(one["file"]), _moment(one["began"]), _moment_or_none(one["ended"]), int(one["size"]))
                for one in site["segments"][:1000]
            ),
            int(site["left_out"]),
            int(site["gaps"]),
        )
        for site in read["sites"][:8]
    )
    reason = EndReason(read["reason"]) if read["reason"] is not None else None
    title = str(read["title"])[:_LONGEST_NAME]
    return Recording(folder, title, _moment(read["began"]), sites, _moment_or_none(read["ended"]), reason)


def _bare(name: str) -> str:
    """A name in the same folder, nothing that leads elsewhere."""
    if not name.endswith(".ts") or name != Path(name).name or "\\" in name or len(name) > _LONGEST_NAME:
        raise ValueError("not a bare name")
    return name


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError("no zone")
    return moment


def _moment_or_none(written: str | None) -> datetime | None:
    return None if written is None else _moment(written)
