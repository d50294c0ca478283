"""Our end of the child process: gives it files, takes their words, and ends it when it takes too long.

Several files share one child, for its start costs more than most files; when one breaks it, those behind get another.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from .model import Extracted, FileKind, Limits, Problem

_START_SECONDS = 5.0
_ROOT = Path(__file__).resolve().parent.parent
_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from text_extraction.child import main; sys.exit(main())"


def extract(content: bytes, name: str, limits: Limits | None = None) -> Extracted:
    """The words of one file. Takes at most ``limits.seconds`` (and a child's start): call it on a worker."""
    return extract_many([(content, name)], limits)[0]


def extract_many(files: Sequence[tuple[bytes, str]], limits: Limits | None = None) -> list[Extracted]:
    """The words of each of these, in their order."""
    bounds = limits or Limits()
    done: list[Extracted] = []
    while len(done) < len(files):
        answers, ended_by = _one_child(files[len(done) :], bounds)
        done += answers
        if len(done) < len(files):
            done.append(Extracted("", FileKind.UNKNOWN, (ended_by,)))
    return done


def _one_child(files: Sequence[tuple[bytes, str]], limits: Limits) -> tuple[list[Extracted], Problem]:
    """What a child answered before it ended, and why it ended if it did not answer all."""
    head = asdict(limits)
    pieces = []
    for content, name in files:
        said = json.dumps({"name": name[:500], "limits": head}).encode()
        whole = content if len(content) <= limits.content else content[:1024]
        if len(content) > limits.content:
            said = json.dumps({"name": name[:500], "limits": head | {"content": 0}}).encode()
        pieces += [struct.pack("<Q", len(said)), said, struct.pack("<Q", len(whole)), whole]
    try:
        process = subprocess.Popen(  # noqa: S603 -- our own program
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd=_ROOT if not getattr(sys, "frozen", False) else None,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            close_fds=True,
        )
    except OSError:
        return [], Problem.CRASHED
    ended_by = Problem.CRASHED
    try:
        said_back, _ = process.communicate(b"".join(pieces), timeout=_START_SECONDS + limits.seconds * len(files))
    except subprocess.TimeoutExpired:
        process.kill()
        said_back, _ = process.communicate()
        ended_by = Problem.TIME
    return _answers(said_back, len(files)), ended_by


def _answers(said: bytes, most: int) -> list[Extracted]:
    """Whole lines only; nothing in them is trusted further than its type."""
    answers = []
    for line in said.split(b"\n")[:-1][:most]:
        try:
            one = json.loads(line)
            problems = tuple(Problem(value) for value in one["problems"])
            answers.append(Extracted(str(one["text"]), FileKind(one["kind"]), problems))
        except (ValueError, KeyError, TypeError, RecursionError):
            break
    return answers


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-files"]
    return [sys.executable, "-I", "-c", _CODE, str(_ROOT)]


def _environment() -> dict[str, str]:
    """Nothing of ours but what a program needs to start."""
    kept = ("SYSTEMROOT", "PATH", "TEMP", "TMP", "LD_LIBRARY_PATH", "_MEIPASS2", "LANG")
    return {name: value for name, value in os.environ.items() if name.upper() in kept} | {"PYTHONUTF8": "1"}
