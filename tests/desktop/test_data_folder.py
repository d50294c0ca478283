"""One private, local folder."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from desktop import data_folder
from desktop.data_folder import DataFolderError, open_data_folder


def test_the_folder_is_private(tmp_path: Path) -> None:
    folder = open_data_folder(tmp_path / "data")

    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    assert folder.archive.is_dir() and folder.feed.is_dir() and folder.logs.is_dir()


def test_the_mailbox_folder_tells_nobody_whose_it_is(tmp_path: Path) -> None:
    folder = open_data_folder(tmp_path / "data")

    store = folder.mail_store("Hanh.NTM@btn.example")

    assert "hanh" not in str(store.relative_to(folder.root)).lower()
    assert store == folder.mail_store("hanh.ntm@btn.example ")


def test_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(DataFolderError) as caught:
        open_data_folder(tmp_path / "data")

    assert caught.value.args[1] == "permission"


def test_a_network_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, "_NETWORK_FILE_SYSTEMS", {_file_system_of(tmp_path)})

    with pytest.raises(DataFolderError) as caught:
        open_data_folder(tmp_path / "data")

    assert caught.value.args[1] == "network"


def _file_system_of(path: Path) -> str:
    import subprocess

    return subprocess.run(
        ["findmnt", "-n", "-o", "FSTYPE", "-T", str(path)], capture_output=True, text=True, check=True
    ).stdout.strip()
