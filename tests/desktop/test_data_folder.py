"""One private, local folder."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from desktop import data_folder
from desktop.data_folder import DataFolderError, is_network_share, open_data_folder


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


MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 22 0:40 / /home/chung rw,relatime shared:5 - nfs4 server:/chung rw
41 22 0:41 / /home/chi\\040Hạnh rw - cifs //server/hanh rw
42 40 254:1 / /home/chung/tai-cho rw - ext4 /dev/vdb rw
"""


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        ("/home/hanh", False),
        ("/home/chung/hanh", True),
        ("/home/chung-khac", False),
        ("/home/chung/tai-cho/hanh", False),
        ("/home/chi Hạnh/data", True),
    ],
)
def test_a_network_share_is_seen(tmp_path: Path, path: str, is_share: bool) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")

    assert is_network_share(Path(path), mounts) is is_share


def test_a_network_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, "is_network_share", lambda root: True)

    with pytest.raises(DataFolderError) as caught:
        open_data_folder(tmp_path / "data")

    assert caught.value.args[1] == "network"
    assert not (tmp_path / "data").exists()
