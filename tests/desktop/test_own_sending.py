"""What the profile and the keyring give to whoever sends her picture: her own address there, her password once."""

from __future__ import annotations

from pathlib import Path

import pytest

from conference import Receiver, SiteCredentials
from desktop.credential_store import CredentialStore, KeyringMissing
from desktop.ministry_profile import ProfileError, read_profile
from desktop.own_sending import own_sending
from mail import Account
from ui.own_sending import OwnSending

HANH = Account("Hanh.NTM@boldptxh.example", "hanh")
TYPED = SiteCredentials("hạnh", "mật khẩu có dấu", "")


class NoKeyring(CredentialStore):
    def _get(self, name: str) -> str | None:
        raise KeyringMissing

    def _set(self, name: str, value: str) -> None:
        raise KeyringMissing

    def _forget(self, name: str) -> None:
        raise KeyringMissing


class MemoryStore(CredentialStore):
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def _get(self, name: str) -> str | None:
        return self.kept.get(name)

    def _set(self, name: str, value: str) -> None:
        self.kept[name] = value

    def _forget(self, name: str) -> None:
        self.kept.pop(name, None)


def sending(store: CredentialStore, address: str = "rtsps://host.example/phat/{user}") -> OwnSending:
    def nobody() -> object:
        raise AssertionError("nothing is sent here")

    return own_sending(Receiver("Máy chủ họp", address), HANH, nobody, lambda: store)  # type: ignore[arg-type]


def test_the_address_is_her_own() -> None:
    assert sending(MemoryStore()).receiver.address == "rtsps://host.example/phat/hanh.ntm"
    assert sending(MemoryStore(), "srt://host.example:9000").receiver.address == "srt://host.example:9000"


def test_what_she_typed_is_kept_until_it_is_refused() -> None:
    store = MemoryStore()
    sending(store).remember(TYPED)
    assert sending(store).credentials() == TYPED
    assert all("phat" not in name for name in store.kept)
    sending(store).forget()
    assert sending(store).credentials() == SiteCredentials()


def test_a_spoilt_entry_counts_as_none() -> None:
    store = MemoryStore()
    sending(store).remember(TYPED)
    for name in store.kept:
        store.kept[name] = '["a", 1]'
    assert sending(store).credentials() == SiteCredentials()


def test_without_a_keyring_it_is_kept_for_the_session() -> None:
    store = NoKeyring()
    once = sending(store)
    once.remember(TYPED)
    assert once.credentials() == TYPED
    assert sending(store).credentials() == SiteCredentials()
    once.forget()
    assert once.credentials() == SiteCredentials()


_PROFILE = """
[ministry]
name = "Bộ"
[mail]
server = "https://mail.example/EWS/Exchange.asmx"
domains = ["example"]
[archive]
feed = "https://feed.example/"
trust_root = "root.json"
"""


def profile(folder: Path, receiver: str) -> Path:
    (folder / "root.json").write_text("{}")
    path = folder / "ministry.toml"
    path.write_text(_PROFILE + receiver, encoding="utf-8")
    return path


def test_the_profile_names_the_receiver(tmp_path: Path) -> None:
    said = '[receiver]\naddress = "rtsps://host.example/phat/{user}"\nca_file = "root.json"\n'
    receiver = read_profile(profile(tmp_path, said)).receiver
    assert receiver == Receiver("receiver", "rtsps://host.example/phat/{user}", str(tmp_path / "root.json"))
    assert read_profile(profile(tmp_path, "")).receiver is None


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('address = "https://host.example/"', "receiver.address"),
        ('address = "rtsp://user:secret@host.example/phat"', "receiver.address"),
        ('address = "file:///etc/passwd"', "receiver.address"),
        ('address = "srt://host.example:9000?passphrase=geheim12345"', "receiver.address"),
        ('name = "x"', "receiver.address"),
        ('address = "rtsp://host.example/a"\npassword = "x"', "receiver.password"),
    ],
)
def test_a_receiver_that_cannot_be_is_named_with_its_line(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_profile(profile(tmp_path, f"[receiver]\n{line}\n"))
    assert caught.value.key == key
    assert caught.value.line > 0
