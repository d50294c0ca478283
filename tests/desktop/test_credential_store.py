"""Secrets in a real Secret Service (gnome-keyring under dbus-run-session; `make test` starts it)."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from desktop.credential_store import (
    CredentialStore,
    KeyringLocked,
    KeyringMissing,
    key_from_passphrase,
)

needs_secret_service = pytest.mark.skipif(
    "DBUS_SESSION_BUS_ADDRESS" not in os.environ, reason="no session bus; make test starts one"
)


@pytest.fixture
def address() -> Iterator[str]:
    name = f"{uuid.uuid4().hex}@btn.example"
    yield name
    store = CredentialStore()
    if store.is_there():
        store.forget_password(name)
        store.forget_database_key(name)


@needs_secret_service
def test_password_and_key_come_back(address: str) -> None:
    store = CredentialStore()

    store.save_password(address, "Mật khẩu có dấu ữ")
    key = store.make_database_key(address)

    assert CredentialStore().password(address) == "Mật khẩu có dấu ữ"
    assert CredentialStore().database_key(address) == key
    assert len(key) == 32


@needs_secret_service
def test_what_was_forgotten_is_gone(address: str) -> None:
    store = CredentialStore()
    store.save_password(address, "x")

    store.forget_password(address)
    store.forget_password(address)

    assert store.password(address) is None
    assert store.database_key(address) is None


def test_without_a_bus_the_keyring_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        assert not CredentialStore().is_there()
        with pytest.raises(KeyringMissing):
            CredentialStore().save_password("a@btn.example", "x")
    finally:
        keyring.set_keyring(before)


def test_a_plain_file_backend_counts_as_none(tmp_path: Path) -> None:
    """keyrings.alt would write secrets into a file: such a back end is as good as no keyring."""
    from keyring.backend import KeyringBackend

    class PlaintextKeyring(KeyringBackend):
        priority = 1.0  # type: ignore[assignment]

        def get_password(self, service: str, username: str) -> str | None:
            raise AssertionError

        def set_password(self, service: str, username: str, password: str) -> None:
            raise AssertionError

    before = keyring.get_keyring()
    keyring.set_keyring(PlaintextKeyring())
    try:
        with pytest.raises(KeyringMissing):
            CredentialStore().save_password("a@btn.example", "x")
    finally:
        keyring.set_keyring(before)


def test_a_locked_keyring_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends import SecretService
    from keyring.errors import KeyringLocked as LibraryLocked

    def locked(self: object, *arguments: object) -> None:
        raise LibraryLocked("dismissed")

    monkeypatch.setattr(SecretService.Keyring, "get_password", locked)
    monkeypatch.setattr(CredentialStore, "_backend", lambda self: object.__new__(SecretService.Keyring))

    with pytest.raises(KeyringLocked):
        CredentialStore().password("a@btn.example")


def test_a_passphrase_gives_the_same_key_again_and_another_gives_another(tmp_path: Path) -> None:
    salt = tmp_path / "mail" / "salt"

    first = key_from_passphrase("hoa phượng đỏ", salt)

    assert key_from_passphrase("hoa phượng đỏ", salt) == first
    assert key_from_passphrase("hoa phuong do", salt) != first
    assert len(first) == 32
