"""Finding the mailbox server: whom we ask, whom we believe, and how often a password goes out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.demo_ministry.mailbox import DemoMailbox
from mail import Account, MailServerNotFound, MailSettings, WrongPassword
from mail.ews.autodiscover import addresses_to_ask, find_endpoint
from tests.mail.builders import HANH

from .gateways import empty_mailbox, gateway_to

SETTINGS = MailSettings(ews_url="", own_domains=("boldptxh.example",))
ACCOUNT = Account(HANH.address, r"boldptxh\hanh.ntm")


def place(box: DemoMailbox) -> str:
    return box.url.replace("/EWS/Exchange.asmx", "/autodiscover/autodiscover.xml")


def test_the_well_known_places_of_her_own_domain_are_asked() -> None:
    assert addresses_to_ask(SETTINGS, "hanh@so.boldptxh.example") == [
        "https://autodiscover.so.boldptxh.example/autodiscover/autodiscover.xml",
        "https://so.boldptxh.example/autodiscover/autodiscover.xml",
    ]


def test_the_profile_may_name_the_place() -> None:
    settings = replace(SETTINGS, autodiscover_url="https://tim.boldptxh.example/a.xml")
    assert addresses_to_ask(settings, HANH.address) == ["https://tim.boldptxh.example/a.xml"]


@pytest.mark.parametrize("address", ["ai@gmail.com", "ai@xboldptxh.example", "ai@boldptxh.example.evil.example", "ai"])
def test_no_other_domain_ever_gets_the_password(address: str) -> None:
    assert addresses_to_ask(SETTINGS, address) == []
    with pytest.raises(MailServerNotFound):
        find_endpoint(SETTINGS, Account(address, "ai"), "x")


def test_the_endpoint_is_found_and_works() -> None:
    with empty_mailbox(tls=True) as box:
        where = place(box)
        settings = replace(SETTINGS, autodiscover_url=where, ca_file=box.ca_file)
        endpoint = find_endpoint(settings, ACCOUNT, box.password)
        assert endpoint == box.url
        gateway = gateway_to(endpoint, ca_file=box.ca_file)
        assert gateway.check_sign_in().address == HANH.address


def test_a_wrong_password_is_sent_once() -> None:
    with empty_mailbox() as box:
        settings = replace(SETTINGS, autodiscover_url=box.url)
        with pytest.raises(WrongPassword):
            find_endpoint(settings, ACCOUNT, "sai")
        assert (box.sign_in_attempts, box.failed_sign_ins) == (1, 1)


@pytest.mark.parametrize("by_http", [True, False])
def test_a_redirect_off_the_ministrys_hosts_is_not_followed(by_http: bool) -> None:
    with empty_mailbox() as box, empty_mailbox() as elsewhere:
        where = place(box)
        away = (
            place(elsewhere)
            .replace("127.0.0.1", "localhost")
            .replace("/EWS/Exchange.asmx", "/autodiscover/autodiscover.xml")
        )
        box.redirect_autodiscover(away, by_http=by_http)
        with pytest.raises(MailServerNotFound):
            find_endpoint(replace(SETTINGS, autodiscover_url=where), ACCOUNT, box.password)
        assert elsewhere.sign_in_attempts == 0


@pytest.mark.parametrize("by_http", [True, False])
def test_a_redirect_within_them_is(by_http: bool) -> None:
    with empty_mailbox() as box, empty_mailbox() as other:
        where = place(box)
        box.redirect_autodiscover(place(other), by_http=by_http)
        assert find_endpoint(replace(SETTINGS, autodiscover_url=where), ACCOUNT, box.password) == other.url


def test_a_ring_of_redirects_ends() -> None:
    with empty_mailbox() as box:
        where = place(box)
        box.redirect_autodiscover(where, by_http=True)
        with pytest.raises(MailServerNotFound):
            find_endpoint(replace(SETTINGS, autodiscover_url=where), ACCOUNT, box.password)
        assert box.sign_in_attempts <= 7
