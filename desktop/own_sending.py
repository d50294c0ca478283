"""Joins what the conference page needs to send one's own picture: the receiver's address for this person, and her name
and password there, in the keyring or, without one, in memory for the session."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from conference import Receiver, SiteCredentials, parse_site_address
from ui.own_sending import OwnSending

from .credential_store import CredentialError, CredentialStore

if TYPE_CHECKING:
    from conference.publishing import Publisher
    from mail import Account


class _Remembered:
    """One person's secrets for one receiver."""

    def __init__(self, account: str, endpoint: str, store: Callable[[], CredentialStore]) -> None:
        self._name = f"receiver/{account}/{endpoint}"
        self._store = store
        self._in_memory: SiteCredentials | None = None

    def get(self) -> SiteCredentials:
        if self._in_memory is not None:
            return self._in_memory
        try:
            parts = json.loads(self._store().site_secret(self._name) or "null")
        except (CredentialError, ValueError):
            parts = None
        if isinstance(parts, list) and len(parts) == 3 and all(isinstance(part, str) for part in parts):
            return SiteCredentials(*parts)
        return SiteCredentials()

    def remember(self, credentials: SiteCredentials) -> None:
        self._in_memory = credentials
        parts = (credentials.user, credentials.password, credentials.passphrase)
        with contextlib.suppress(CredentialError):  # kept for the session
            self._store().save_site_secret(self._name, json.dumps(parts))

    def forget(self) -> None:
        self._in_memory = None
        with contextlib.suppress(CredentialError):
            self._store().forget_site_secret(self._name)


def own_sending(
    receiver: Receiver,
    account: Account,
    make_publisher: Callable[[], Publisher],
    store: Callable[[], CredentialStore],
) -> OwnSending:
    """``{user}`` in the receiver's address becomes what stands before the @ of hers."""
    user = quote(account.address.partition("@")[0].lower(), safe="")
    mine = replace(receiver, address=receiver.address.replace("{user}", user))
    secrets = _Remembered(account.address, parse_site_address(mine.address).endpoint, store)
    return OwnSending(mine, make_publisher, secrets.get, secrets.remember, secrets.forget)
