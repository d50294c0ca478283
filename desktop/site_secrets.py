"""What opens the sites' streams, in the keyring and, for the session, in memory. Given to the conference's engine and
page by `bootstrap`."""

from __future__ import annotations

import hashlib
import json
import secrets
import threading

from conference import ConferenceError, Site, SiteCredentials, SiteSecretStore, parse_site_address

from .credential_store import CredentialError, CredentialStore

_LONGEST = 4096


class KeyringSiteSecrets:
    """A site's secrets by its address. A keyring that is missing or stays locked is done without."""

    def __init__(self, store: CredentialStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._gave: set[str] = set()
        self._known: dict[str, SiteCredentials | None] = {}
        self._salt = secrets.token_bytes(16)
        self._refused: dict[str, set[bytes]] = {}
        self._to_forget: set[str] = set()

    def credentials(self, site: Site) -> SiteCredentials | None:
        endpoint = _endpoint(site)
        if endpoint is None:
            return None
        found = self._found(endpoint)
        with self._lock:
            (self._gave.discard if found is None else self._gave.add)(endpoint)
        return found

    def _found(self, endpoint: str) -> SiteCredentials | None:
        with self._lock:
            if endpoint in self._known:
                return self._known[endpoint]
        found = self._remembered(endpoint)
        with self._lock:
            if found is not None and self._mark(found) in self._refused.get(endpoint, set()):
                found = None
            return self._known.setdefault(endpoint, found)

    def has_given(self, site: Site) -> bool:
        with self._lock:
            return _endpoint(site) in self._gave

    def was_refused(self, site: Site) -> None:
        endpoint = _endpoint(site)
        with self._lock:
            known = self._known.get(endpoint or "")
            if endpoint is not None and known is not None:
                self._refused.setdefault(endpoint, set()).add(self._mark(known))
                self._known[endpoint] = None
                self._to_forget.add(endpoint)

    def is_refused(self, site: Site, credentials: SiteCredentials) -> bool:
        with self._lock:
            return self._mark(credentials) in self._refused.get(_endpoint(site) or "", set())

    def give(self, site: Site, credentials: SiteCredentials | None, remember: bool) -> bool:
        endpoint = _endpoint(site)
        if endpoint is None:
            return False
        with self._lock:
            self._known[endpoint] = credentials
            self._to_forget.discard(endpoint)
        try:
            if credentials is not None and remember:
                written = {"user": credentials.user, "password": credentials.password}
                self._store.save_site_secret(endpoint, json.dumps(written | {"passphrase": credentials.passphrase}))
            else:
                self._store.forget_site_secret(endpoint)
        except CredentialError:
            return not remember
        return True

    def tidy(self) -> None:
        with self._lock:
            leaving, self._to_forget = self._to_forget, set()
        for endpoint in leaving:
            try:
                self._store.forget_site_secret(endpoint)
            except CredentialError:
                return

    def can_remember(self) -> bool:
        return self._store.is_there()

    def _remembered(self, endpoint: str) -> SiteCredentials | None:
        try:
            written = self._store.site_secret(endpoint)
        except CredentialError:
            return None
        if not written or len(written) > _LONGEST:
            return None
        try:
            told = json.loads(written)
            return SiteCredentials(*(str(told.get(name, "")) for name in ("user", "password", "passphrase")))
        except (ValueError, AttributeError):
            return None

    def _mark(self, credentials: SiteCredentials) -> bytes:
        """Enough to know a refused one again in this session, not enough to be it."""
        told = json.dumps([credentials.user, credentials.password, credentials.passphrase]).encode()
        return hashlib.blake2b(told, key=self._salt, digest_size=8).digest()


def _endpoint(site: Site) -> str | None:
    try:
        return parse_site_address(site.address).endpoint
    except ConferenceError:
        return None


def _is_a_store(store: KeyringSiteSecrets) -> SiteSecretStore:
    return store
