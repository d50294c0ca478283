"""What opens the sites: one suite on the fake and on the keyring (a real Secret Service)."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator

import pytest

from conference import Site, SiteCredentials, SiteId, SiteSecretStore
from desktop.credential_store import CredentialStore
from desktop.site_secrets import KeyringSiteSecrets
from tests.conference.fake_site_secrets import FakeSiteSecrets

GOOD = SiteCredentials(passphrase="mật khẩu đường truyền")
BAD = SiteCredentials(user="hop", password="sai rồi")


@pytest.fixture
def site() -> Iterator[Site]:
    host = f"{uuid.uuid4().hex[:20]}.example"
    yield Site(SiteId("haiha"), "Điểm cầu tỉnh Hải Hà", f"srt://{host}:9000")
    store = CredentialStore()
    if store.is_there():
        store.forget_site_secret(f"srt://{host}:9000")


@pytest.fixture(params=["fake", "keyring"])
def reopened(request: pytest.FixtureRequest) -> Callable[[], SiteSecretStore]:
    """The store as it is after the program was started again."""
    if request.param == "keyring":
        if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            pytest.skip("no session bus; make test starts one")
        return lambda: KeyringSiteSecrets(CredentialStore())
    keyring: dict[str, SiteCredentials] = {}

    def fake() -> SiteSecretStore:
        one = FakeSiteSecrets()
        one.keyring = keyring
        return one

    return fake


def test_what_is_remembered_is_there_after_a_restart(reopened: Callable[[], SiteSecretStore], site: Site) -> None:
    store = reopened()
    assert store.can_remember() and store.credentials(site) is None and not store.has_given(site)
    assert store.give(site, GOOD, True)
    assert not store.has_given(site), "nobody has asked since"
    assert store.credentials(site) == GOOD and store.has_given(site)
    assert reopened().credentials(site) == GOOD
    assert store.give(site, None, False)
    assert store.credentials(site) is None and reopened().credentials(site) is None


def test_what_is_not_to_be_remembered_lives_for_the_session(
    reopened: Callable[[], SiteSecretStore], site: Site
) -> None:
    store = reopened()
    assert store.give(site, BAD, False)
    assert store.credentials(site) == BAD
    assert reopened().credentials(site) is None


def test_what_was_refused_is_offered_no_more_and_known_again(
    reopened: Callable[[], SiteSecretStore], site: Site
) -> None:
    store = reopened()
    store.give(site, BAD, True)
    store.credentials(site)
    store.was_refused(site)
    assert store.has_given(site), "the last opening had some"
    assert store.credentials(site) is None and not store.has_given(site)
    assert store.is_refused(site, BAD) and not store.is_refused(site, GOOD)
    store.tidy()
    assert reopened().credentials(site) is None
    store.give(site, GOOD, False)
    assert store.credentials(site) == GOOD


def test_another_address_gets_nothing_of_it(reopened: Callable[[], SiteSecretStore], site: Site) -> None:
    store = reopened()
    store.give(site, GOOD, True)
    assert store.credentials(Site(site.id, site.name, site.address.replace(":9000", ":9001"))) is None
    assert store.credentials(Site(site.id, site.name, site.address.replace("srt://", "rtsp://"))) is None
