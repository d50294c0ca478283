"""Password and database key in the system's own keyring (Secret Service, Windows Credential Manager, macOS Keychain).

Without a keyring nothing is written anywhere: the password lives for the session, and the database key is derived from
a passphrase she types (scrypt, RFC 7914).
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "ban-cong-vu"
_SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024}


class CredentialError(Exception):
    """Base of what can go wrong with the keyring."""


class KeyringMissing(CredentialError):
    """This PC has no keyring."""


class KeyringLocked(CredentialError):
    """The keyring is there but stays locked (she dismissed the prompt, or it cannot ask)."""


class CredentialStore:
    """One person's secrets, by mail address. Every method may raise `KeyringMissing` or `KeyringLocked`, and may block
    while the system asks her to unlock: call it off the window's thread."""

    def password(self, address: str) -> str | None:
        return self._get(f"{address}/password")

    def save_password(self, address: str, password: str) -> None:
        self._set(f"{address}/password", password)

    def forget_password(self, address: str) -> None:
        self._forget(f"{address}/password")

    def database_key(self, address: str) -> bytes | None:
        """The raw 32-byte key of the mailbox's store, or None if there is none (yet)."""
        value = self._get(f"{address}/database-key")
        try:
            key = bytes.fromhex(value) if value else None
        except ValueError:
            return None
        return key if key and len(key) == 32 else None

    def make_database_key(self, address: str) -> bytes:
        import secrets

        key = secrets.token_bytes(32)
        self.save_database_key(address, key)
        if self.database_key(address) != key:  # a backend that forgets at once would lose the mailbox
            raise KeyringMissing
        return key

    def save_database_key(self, address: str, key: bytes) -> None:
        self._set(f"{address}/database-key", key.hex())

    def forget_database_key(self, address: str) -> None:
        """For the end of a demo only: without its key a store is lost."""
        self._forget(f"{address}/database-key")

    def site_secret(self, endpoint: str) -> str | None:
        """What opens a conference site, by its address without credentials."""
        return self._get(f"site/{endpoint}")

    def save_site_secret(self, endpoint: str, secret: str) -> None:
        self._set(f"site/{endpoint}", secret)

    def forget_site_secret(self, endpoint: str) -> None:
        self._forget(f"site/{endpoint}")

    def is_there(self) -> bool:
        """Whether this PC has a keyring at all (it may still be locked)."""
        try:
            self._backend()
        except KeyringMissing:
            return False
        return True

    def _get(self, name: str) -> str | None:
        with _keyring_errors():
            return self._backend().get_password(_SERVICE, name)

    def _set(self, name: str, value: str) -> None:
        with _keyring_errors():
            self._backend().set_password(_SERVICE, name, value)

    def _forget(self, name: str) -> None:
        from keyring.errors import PasswordDeleteError

        with _keyring_errors(), contextlib.suppress(PasswordDeleteError):
            self._backend().delete_password(_SERVICE, name)

    def _backend(self) -> KeyringBackend:
        import keyring
        from keyring.backends import chainer, fail, null

        backend = keyring.get_keyring()
        if isinstance(backend, chainer.ChainerBackend):
            backend = next((b for b in backend.backends if _is_safe(b)), fail.Keyring())  # type: ignore[no-untyped-call]
        if isinstance(backend, fail.Keyring | null.Keyring) or not _is_safe(backend):
            raise KeyringMissing
        return backend


def _is_safe(backend: KeyringBackend) -> bool:
    """Only the systems' own keyrings: never one of the file back ends (keyrings.alt), which may write in the clear."""
    return type(backend).__module__ in {
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
        "keyring.backends.Windows",
        "keyring.backends.macOS",
    }


class _keyring_errors:
    """Library errors to ours."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        from keyring.errors import InitError, KeyringError, NoKeyringError
        from keyring.errors import KeyringLocked as LibraryLocked

        if isinstance(error, NoKeyringError):
            raise KeyringMissing from error
        if isinstance(error, LibraryLocked | InitError):
            raise KeyringLocked from error
        if isinstance(error, KeyringError):
            raise KeyringMissing from error


def key_from_passphrase(passphrase: str, salt_file: Path) -> bytes:
    """The database key for a PC without a keyring: 32 bytes by scrypt from the passphrase and a salt kept beside the
    store (the salt is no secret). Takes about 0.1 s and 32 MB."""
    import hashlib
    import secrets

    if not salt_file.exists():
        salt_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        salt_file.write_bytes(secrets.token_bytes(16))
    return hashlib.scrypt(passphrase.encode(), salt=salt_file.read_bytes(), dklen=32, **_SCRYPT)


def take_the_short_way() -> None:
    """Looking through every back end there could be takes the keyring library 60 ms; Linux desktops have this one."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(Exception):  # the long way then says what is wrong
        import keyring
        from keyring.backends import SecretService

        if SecretService.Keyring.viable:
            keyring.set_keyring(SecretService.Keyring())  # type: ignore[no-untyped-call]
