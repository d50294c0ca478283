"""Makes one MP4 of each site of a recording, without encoding anything anew: for programs that know no MPEG-TS. The
recording itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import av
import av.logging

from ..recording.file_names import not_taken
from ..recording.model import Recording, Segment, SiteRecording

av.logging.set_level(av.logging.PANIC)

_TOLD_EVERY = 500
_LONGEST_HOLE = 3600.0


def to_mp4(recording: Recording) -> Iterator[tuple[float, Path | None]]:
    """Yields how far it is (0 to 1), and with it each file that is done; closing the generator removes what is not.
    Raises `OSError` (also for a stream that MP4 cannot hold)."""
    total = max(1, recording.size)
    done = 0
    for site in recording.sites:
        if not site.size:
            continue
        stem = site.segments[0].file.removesuffix(".ts").rpartition("-")[0] or site.segments[0].file
        target = not_taken(recording.folder, stem, ".mp4")
        part = target.with_suffix(".part")
        try:
            for read in _join(recording.folder, site, part):
                yield min(1.0, (done + read) / total), None
            part.replace(target)
        except av.FFmpegError as error:
            raise OSError(error.errno, "this stream cannot be made an MP4") from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        done += site.size
        yield min(1.0, done / total), target


def _join(folder: Path, site: SiteRecording, part: Path) -> Iterator[int]:
    """Bytes read so far, again and again."""
    read = 0
    with av.open(str(part), "w", format="mp4") as target:
        tracks: dict[str, _Track] = {}
        ends_at = 0.0
        previous: Segment | None = None
        for segment in site.segments:
            with (folder / segment.file).open("rb") as file, suppress(av.error.InvalidDataError, av.error.EOFError):
                begins_at = ends_at + _hole(previous, segment)
                for until in _append(file, target, tracks, begins_at):
                    ends_at = until
                    yield read + file.tell()
            read += segment.size
            previous = segment


def _hole(previous: Segment | None, segment: Segment) -> float:
    """The seconds between two files in which nothing came: they stay as long as they were."""
    if previous is None or previous.ended is None:
        return 0.0
    return min(max(0.0, (segment.began - previous.ended).total_seconds()), _LONGEST_HOLE)


def _append(file: BinaryIO, target: Any, tracks: dict[str, _Track], begins_at: float) -> Iterator[float]:
    """The moment at which what was appended ends, again and again. A file of streams that the first had not, or of
    another codec, is left out."""
    with av.open(file, format="mpegts") as source:
        chosen = [stream for stream in (*source.streams.video[:1], *source.streams.audio[:1]) if stream.codec_context]
        if not tracks:
            tracks.update({stream.type: _Track(target.add_stream_from_template(stream), stream) for stream in chosen})
        chosen = [stream for stream in chosen if stream.type in tracks and tracks[stream.type].takes(stream)]
        ends_at, shift = begins_at, None
        for number, packet in enumerate(source.demux(chosen)):
            if packet.dts is None or packet.pts is None or packet.is_corrupt:
                continue
            at = float(packet.dts * packet.time_base)
            if shift is None:
                shift = begins_at - at
            if tracks[packet.stream.type].put(packet, shift, target):
                length = float(packet.duration * packet.time_base) if packet.duration else 0.0
                ends_at = max(ends_at, at + shift + length)
            if number % _TOLD_EVERY == 0:
                yield ends_at
        yield ends_at


class _Track:
    """One stream of the file that is made."""

    def __init__(self, output: Any, template: Any) -> None:
        self._output = output
        self._codec = template.codec_context.name
        self._size = getattr(template.codec_context, "width", 0), getattr(template.codec_context, "height", 0)
        self._last: int | None = None

    def takes(self, stream: Any) -> bool:
        context = stream.codec_context
        size = getattr(context, "width", 0), getattr(context, "height", 0)
        return bool(context.name == self._codec and size == self._size)

    def put(self, packet: Any, shift: float, target: Any) -> bool:
        moved = round(shift / packet.time_base)
        dts, pts = packet.dts + moved, packet.pts + moved
        if dts < 0 or (self._last is not None and dts <= self._last):
            return False
        self._last = dts
        packet.dts, packet.pts = dts, max(dts, pts)
        packet.stream = self._output
        target.mux_one(packet)
        return True
