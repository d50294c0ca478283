"""The port to what opens a site's stream: user, password and passphrase, kept by the person's own keyring. Real:
`desktop.site_secrets.KeyringSiteSecrets`. Fake: tests/conference/fake_site_secrets.py."""

from __future__ import annotations

from typing import Protocol

from .model import Site, SiteCredentials


class SiteSecretStore(Protocol):
    """All methods may be called from any thread. Secrets belong to the address (scheme, host, port), not to the site's
    name: an address that was changed is not sent what was meant for another."""

    def credentials(self, site: Site) -> SiteCredentials | None:
        """What to open the site with; None where nothing is known, or what was known has been refused. May wait for the
        keyring."""
        ...

    def has_given(self, site: Site) -> bool:
        """Whether the last opening had credentials to offer. Returns at once."""
        ...

    def was_refused(self, site: Site) -> None:
        """The site does not take them: they leave memory now, and the keyring with the next `tidy`. Returns at once."""
        ...

    def is_refused(self, site: Site, credentials: SiteCredentials) -> bool:
        """Whether the site has refused these very ones since the program began: they are not sent again."""
        ...

    def give(self, site: Site, credentials: SiteCredentials | None, remember: bool) -> bool:
        """From now on these (None: none). False if they were to be remembered and could not be. May wait."""
        ...

    def tidy(self) -> None:
        """Take what was refused out of the keyring. May wait for it."""
        ...

    def can_remember(self) -> bool:
        """Whether this PC has a keyring. May wait."""
        ...
