"""A `SiteSecretStore` in memory, with a keyring that can be missing."""

from __future__ import annotations

from conference import Site, SiteCredentials, SiteSecretStore, parse_site_address


class FakeSiteSecrets:
    def __init__(self, has_keyring: bool = True) -> None:
        self.has_keyring = has_keyring
        self.keyring: dict[str, SiteCredentials] = {}
        self._gave: set[str] = set()
        self._known: dict[str, SiteCredentials | None] = {}
        self._refused: list[tuple[str, SiteCredentials]] = []

    def credentials(self, site: Site) -> SiteCredentials | None:
        found = self._known.setdefault(_endpoint(site), self.keyring.get(_endpoint(site)))
        (self._gave.discard if found is None else self._gave.add)(_endpoint(site))
        return found

    def has_given(self, site: Site) -> bool:
        return _endpoint(site) in self._gave

    def was_refused(self, site: Site) -> None:
        known = self._known.get(_endpoint(site))
        if known is not None:
            self._refused.append((_endpoint(site), known))
            self._known[_endpoint(site)] = None

    def is_refused(self, site: Site, credentials: SiteCredentials) -> bool:
        return (_endpoint(site), credentials) in self._refused

    def give(self, site: Site, credentials: SiteCredentials | None, remember: bool) -> bool:
        self._known[_endpoint(site)] = credentials
        if remember and credentials is not None and self.has_keyring:
            self.keyring[_endpoint(site)] = credentials
        else:
            self.keyring.pop(_endpoint(site), None)
        return self.has_keyring or not remember

    def tidy(self) -> None:
        for endpoint, refused in self._refused:
            if self.keyring.get(endpoint) == refused:
                del self.keyring[endpoint]

    def can_remember(self) -> bool:
        return self.has_keyring


def _endpoint(site: Site) -> str:
    return parse_site_address(site.address).endpoint


def _is_a_store(store: FakeSiteSecrets) -> SiteSecretStore:
    return store
