"""The child process: what a hostile file breaks is the child, and it costs that one file."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from text_extraction import FileKind, Limits, Problem, extract, extract_many, process

from .files import a_docx, a_pdf

_HOSTILE = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from text_extraction import child, reading
good = reading.read
def read(content, name, limits, **more):
    if name == "crash": os._exit(11)
    if name == "hang": time.sleep(600)
    if name == "eat": bytearray(limits.memory)
    if name.startswith("/"): open(name, "wb", 0).write(b"x" * 100)
    if name == "talk": print("{}"); print("nonsense")
    return good(content, name, limits, **more)
reading.read = read
sys.exit(child.main())
"""


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-I", "-c", _HOSTILE, str(process._ROOT)]
    monkeypatch.setattr(process, "_command", lambda: command)


def test_one_file_in_a_process_of_its_own() -> None:
    found = extract(a_docx("Kính gửi"), "a.docx")
    assert (found.text, found.kind, found.problems) == ("Kính gửi", FileKind.DOCX, ())


def test_several_files_keep_their_order() -> None:
    files = [(a_docx(f"thư {place}"), f"{place}.docx") for place in range(20)]
    assert [found.text for found in extract_many(files)] == [f"thư {place}" for place in range(20)]
    assert extract_many([]) == []


def test_pdfium_works_within_the_limits() -> None:
    assert extract(a_pdf("Thong tu"), "a.pdf").text == "Thong tu"


def test_a_file_that_is_too_large_is_not_even_sent() -> None:
    found = extract(b"x" * 2_000_000, "a.txt", Limits(content=1_000_000))
    assert found.problems == (Problem.TOO_LARGE,)


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(("name", "problem"), [("crash", Problem.CRASHED), ("hang", Problem.TIME)])
def test_what_breaks_the_child_costs_one_file(name: str, problem: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START_SECONDS", 2.0)
    files = [(a_docx("một"), "1.docx"), (b"x", name), (a_docx("hai"), "2.docx")]
    began = time.monotonic()
    first, broken, last = extract_many(files, Limits(seconds=1.0))
    assert (first.text, last.text) == ("một", "hai")
    assert broken.problems == (problem,)
    assert time.monotonic() - began < 60


@pytest.mark.usefixtures("hostile")
@pytest.mark.skipif(sys.platform == "win32", reason="limits of the kernel")
def test_memory_and_disk_are_out_of_reach(tmp_path: Path) -> None:
    files = [(b"x", "eat"), (b"x", str(tmp_path / "written")), (a_docx("hai"), "2.docx")]
    ate, wrote, last = extract_many(files, Limits(memory=400_000_000))
    assert ate.problems == (Problem.MEMORY,)
    assert wrote.problems == (Problem.CRASHED,)
    assert (tmp_path / "written").read_bytes() == b""
    assert last.text == "hai"


@pytest.mark.usefixtures("hostile")
def test_what_a_library_prints_is_no_answer() -> None:
    assert extract(a_docx("một"), "talk").text == "một"
