"""What a stranger calls a file, as a name on this PC."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.saving import NAMELESS, safe_name, save_under_free_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Kế hoạch 88/KH-BLĐPTXH.pdf", "Kế hoạch 88_KH-BLĐPTXH.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Windows\\x.exe", "C__Windows_x.exe"),
        ("hoá đơn\u202efdp.exe", "hoá đơnfdp.exe"),
        ("CON.pdf", "_CON.pdf"),
        ("con", "_con"),
        ("a\x00b\n.txt", "ab.txt"),
        ("...", NAMELESS),
        ("", NAMELESS),
        ("  .pdf. ", "pdf"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_any_name_stays_in_the_folder(name: str) -> None:
    safe = safe_name(name)
    assert Path(safe).name == safe and safe not in (".", "..") and len(safe.encode()) < 230


def test_nothing_is_written_over(tmp_path: Path) -> None:
    paths = [save_under_free_name(tmp_path, "báo cáo.pdf", content) for content in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == ["báo cáo.pdf", "báo cáo (2).pdf", "báo cáo (3).pdf"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3"]


_NASTY = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            ["..", ".", "/", "\\", ":", "con", "NUL", "COM1", "aux ", "$DATA", " ", "\t", "\n", "\u202e", "\u2028", "a",
             ".exe", ".pdf", "~", "%2e%2e%2f", "\x00", "\ud800", "￼", "conin$", "\u00a0", "á"]
        ),
        max_size=12,
    ).map("".join),
)  # fmt: skip


@given(_NASTY)
def test_whatever_a_file_is_called_it_stays_in_the_folder_and_is_a_name_everywhere(name: str) -> None:
    safe = safe_name(name)
    assert safe and len(safe.encode()) <= 255
    assert not set('<>:"/\\|?*\x00').intersection(safe)
    assert safe == safe.strip(" .") and not safe.startswith(".")
    assert all(letter == " " or not letter.isspace() for letter in safe)
    device = safe.partition(".")[0].strip().upper()
    assert device not in {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *(f"COM{n}" for n in range(10))}
    assert PurePosixPath(safe).name == safe and PureWindowsPath(safe).name == safe
    assert safe_name(safe) == safe, "a safe name stays as it is"
