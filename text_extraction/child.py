"""The process that may break: takes files over its standard input, limits itself, answers with their words.

Run as ``python -I -c …`` (see `process`) or, frozen, as the program itself with ``--read-files``.
"""

from __future__ import annotations

import contextlib
import json
import struct
import sys
from typing import BinaryIO

from .model import Extracted, FileKind, Limits, Problem


def main() -> int:
    """Files until the input ends: each a JSON head and the content, with lengths. Answers: JSON, one a line."""
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints is no answer
    first = True
    while (head := _piece(source)) is not None:
        said = json.loads(head)
        limits = Limits(**said["limits"])
        if first:
            _limit(limits)
            first = False
        content = _piece(source)
        if content is None:
            break
        answers.write(_answer(content, said["name"], limits))
        answers.flush()
    return 0


def _piece(source: BinaryIO) -> bytes | None:
    size = source.read(8)
    if len(size) < 8:
        return None
    wanted = struct.unpack("<Q", size)[0]
    content = source.read(wanted)
    return content if len(content) == wanted else None


def _answer(content: bytes, name: str, limits: Limits) -> bytes:
    from .reading import read

    try:
        found = read(content, name, limits)
    except MemoryError:
        found = Extracted("", FileKind.UNKNOWN, (Problem.MEMORY,))
    said = {"text": found.text, "kind": found.kind.value, "problems": [problem.value for problem in found.problems]}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _limit(limits: Limits) -> None:
    """Memory, files, core: as far as this system lets a process limit itself. Time is the parent's."""
    if sys.platform == "win32":
        return
    import resource

    from . import pdf  # its library is mapped before the limits hold

    pdf.load()
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 16),
    ):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))
