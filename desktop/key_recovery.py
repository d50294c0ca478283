"""A copy of the mailbox's key that a passphrase seals, made beforehand and kept elsewhere: with it a store whose key
the keyring lost opens again. Used by the settings (make) and by the sign-in (restore)."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from pathlib import Path

from .set_aside import stores_aside

SUFFIX = ".khoa-ban-cong-vu"
LARGEST = 4096
_KIND = "ban-cong-vu recovery copy of a mailbox key"
_SCRYPT = {"n": 2**17, "r": 8, "p": 1}  # 128 MB and some 0.4 s for every guess (RFC 7914)
_MEMORY = 192 * 1024 * 1024


class NotARecoveryCopy(Exception):
    """The file is no recovery copy of a key, or not this mailbox's, or damaged."""


class WrongRecoveryPassphrase(Exception):
    """The passphrase does not open this recovery copy."""


class NothingToRestore(Exception):
    """The key opens no mailbox kept on this PC."""


def seal(key: bytes, address: str, passphrase: str) -> bytes:
    """The file: JSON, for somebody who finds it in ten years. AES-256-GCM under scrypt of the passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_sealing_key(passphrase, salt)).encrypt(nonce, key, _bound_to(address))
    values = {
        "kind": _KIND,
        "version": 1,
        "scrypt": {**_SCRYPT, "salt": _text(salt)},
        "nonce": _text(nonce),
        "sealed": _text(sealed),
    }
    return json.dumps(values, indent=1).encode()


def open_sealed(content: bytes, address: str, passphrase: str) -> bytes:
    """The 32-byte key. Raises `NotARecoveryCopy`, `WrongRecoveryPassphrase`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        if len(content) > LARGEST:
            raise NotARecoveryCopy
        values = json.loads(content)
        # What it costs is ours to say: numbers of a file could ask for all memory.
        costs = {name: values["scrypt"][name] for name in _SCRYPT}
        if values["kind"] != _KIND or values["version"] != 1 or costs != _SCRYPT:
            raise NotARecoveryCopy
        salt, nonce, sealed = (_bytes(one) for one in (values["scrypt"]["salt"], values["nonce"], values["sealed"]))
        if (len(salt), len(nonce), len(sealed)) != (16, 12, 48):
            raise NotARecoveryCopy
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotARecoveryCopy from error
    try:
        return AESGCM(_sealing_key(passphrase, salt)).decrypt(nonce, sealed, _bound_to(address))
    except InvalidTag as error:
        raise WrongRecoveryPassphrase from error


def store_of(key: bytes, path: Path) -> Path | None:
    """Which of the stores at ``path`` and set aside beside it opens with this key: the present one first, then the
    newest."""
    from mail import StoreError, open_mailbox

    for candidate in (path, *stores_aside(path)):
        if not candidate.exists():
            continue
        try:
            open_mailbox(candidate, key).close()
        except StoreError:
            continue
        return candidate
    return None


def _sealing_key(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.encode(), salt=salt, dklen=32, maxmem=_MEMORY, **_SCRYPT)


def _bound_to(address: str) -> bytes:
    """Whose mailbox: authenticated, not written down."""
    return hashlib.sha256(address.strip().lower().encode()).digest()


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(value: str) -> bytes:
    return base64.b64decode(value, validate=True)
