"""The four signing keys of a feed, as PEM files in one folder (or spread: each verb opens only the keys it needs)."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined]

from .errors import PublisherError

ROLES = ("root", "targets", "snapshot", "timestamp")
PASSPHRASE_VARIABLE = "BAN_CONG_VU_FEED_PASSPHRASE"  # noqa: S105 (the name of a variable, not its value)


class KeyFolder:
    """Ed25519 keys, ``<role>.pem``. Encrypted when there is a passphrase (variable or prompt), else readable by their
    owner only. A key is read when it is asked for: root.pem may be on a stick in a safe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._passphrase: bytes | None = os.environ.get(PASSPHRASE_VARIABLE, "").encode() or None

    def path(self, role: str) -> Path:
        return self.folder / f"{role}.pem"

    def exists(self) -> bool:
        return any(self.path(role).exists() for role in ROLES)

    def create(self, role: str, *, replace: bool = False) -> CryptoSigner:
        """A new key for the role. An old one is kept as ``<role>.pem.old`` when replaced."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.path(role)
        if path.exists():
            if not replace:
                raise PublisherError(f"{path} exists already; keys are never overwritten")
            path.replace(path.with_suffix(".pem.old"))
        key = Ed25519PrivateKey.generate()
        encryption: KeySerializationEncryption = NoEncryption()
        if self._passphrase:
            encryption = BestAvailableEncryption(self._passphrase)
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        return CryptoSigner(key)

    def signer(self, role: str) -> CryptoSigner:
        path = self.path(role)
        try:
            pem = path.read_bytes()
        except FileNotFoundError as error:
            raise PublisherError(f"the key of the role {role} is not at {path}") from error
        encrypted = b"ENCRYPTED" in pem
        try:
            key = load_pem_private_key(pem, self._secret(path) if encrypted else None)
        except (ValueError, TypeError) as error:
            raise PublisherError(f"{path} cannot be opened: wrong passphrase or not a key") from error
        if not isinstance(key, Ed25519PrivateKey):
            raise PublisherError(f"{path} is not an Ed25519 key")
        return CryptoSigner(key)

    def _secret(self, path: Path) -> bytes:
        if self._passphrase is None:
            if not sys.stdin.isatty():
                raise PublisherError(f"{path} is encrypted and {PASSPHRASE_VARIABLE} is not set")
            self._passphrase = getpass.getpass(f"Passphrase of {path.name}: ").encode()
        return self._passphrase
