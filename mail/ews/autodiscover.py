"""Finds the mailbox server of an address ([MS-OXDSCLI], the POX form), asking and believing the ministry's own hosts.

exchangelib's way follows redirects wherever they lead and asks many times with one password; here a redirect off
the profile's domains is refused, and the first 401 ends it. Used by `desktop.bootstrap`; the endpoint is remembered.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

import requests
from lxml import etree

from ..errors import CertificateNotTrusted, GatewayError, MailServerNotFound, NotExchange, Offline, WrongPassword
from ..settings import Account, MailSettings
from .conversation import ANSWER_SECONDS, Gate, bounded
from .errors import BadAnswer, ews_errors
from .protocol import MailboxProtocol, require_safe_url

_MOST_REDIRECTS = 5
_MOST_BYTES = 1024 * 1024
_RESPONSE = "{http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a}"
_PROTOCOLS = ("EXHTTP", "EXPR", "EXCH")
"""In the order in which a PC outside finds its way; the first that answers is taken."""
_REQUEST = """<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"><Request>\
<EMailAddress>{address}</EMailAddress>\
<AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a\
</AcceptableResponseSchema></Request></Autodiscover>"""


def find_endpoint(settings: MailSettings, account: Account, password: str) -> str:
    """The EWS address of ``account``. Raises `MailServerNotFound`, `WrongPassword`, `CertificateNotTrusted`,
    `Offline`."""
    return _Search(settings, account, password).endpoint()


def addresses_to_ask(settings: MailSettings, address: str) -> list[str]:
    """The profile's own, else the two well-known places; none for an address that is not the ministry's."""
    domain = address.rpartition("@")[2].lower()
    if not _is_within(domain, settings.own_domains):
        return []
    if settings.autodiscover_url:
        return [settings.autodiscover_url]
    return [f"https://{host}/autodiscover/autodiscover.xml" for host in (f"autodiscover.{domain}", domain)]


def _is_within(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith("." + domain) for domain in domains)


class _Search:
    def __init__(self, settings: MailSettings, account: Account, password: str) -> None:
        self._settings, self._account, self._password = settings, account, password
        self._gate = Gate(account.user_name, password)
        named = urlsplit(settings.autodiscover_url).hostname if settings.autodiscover_url else None
        self._named_host = named or ""
        self._redirects = 0

    def endpoint(self) -> str:
        failures: list[GatewayError] = []
        asked = addresses_to_ask(self._settings, self._account.address)
        for url in asked:
            try:
                return self._ask(url, self._account.address)
            except WrongPassword:
                raise
            except GatewayError as error:
                failures.append(error)
        certificate = next((one for one in failures if isinstance(one, CertificateNotTrusted)), None)
        if certificate is not None:
            raise certificate
        if failures and all(isinstance(one, Offline) for one in failures):
            raise failures[0]
        raise MailServerNotFound(self._account.address.rpartition("@")[2])

    def _ask(self, url: str, address: str) -> str:
        host = self._trusted(url)
        protocol = MailboxProtocol(replace(self._settings, ews_url=url), self._account, self._password, sessions=1)
        session = protocol.create_session()
        try:
            with ews_errors(host):
                content, redirect = self._post(session, protocol, url, address)
            if redirect:
                return self._follow(redirect, address)
            return self._read(content, host)
        finally:
            session.close()
            protocol.close()

    def _post(
        self, session: requests.Session, protocol: MailboxProtocol, url: str, address: str
    ) -> tuple[bytes, str | None]:
        """The answer's body, or where it sends us."""
        with (
            self._gate.passing(),
            session.post(
                url,
                data=_REQUEST.format(address=escape(address)).encode(),
                headers={"Content-Type": "text/xml; charset=utf-8"},
                allow_redirects=False,
                timeout=protocol.TIMEOUT,
                stream=True,
            ) as response,
        ):
            self._gate.judge(response.status_code)
            if response.status_code in (301, 302, 303, 307, 308):
                return b"", urljoin(url, response.headers.get("Location", ""))
            if response.status_code != 200:
                raise BadAnswer(response.status_code)
            return b"".join(bounded(response, _MOST_BYTES, ANSWER_SECONDS)), None

    def _read(self, content: bytes, host: str) -> str:
        with ews_errors(host):
            if b"<!DOCTYPE" in content[:4000].upper():
                raise BadAnswer("doctype")
            tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        if redirect := tree.findtext(f".//{_RESPONSE}RedirectUrl"):
            return self._follow(redirect.strip(), self._account.address)
        if redirect := tree.findtext(f".//{_RESPONSE}RedirectAddr"):
            self._count_redirect()
            again = addresses_to_ask(self._settings, redirect.strip())
            if not again:
                raise NotExchange(redirect.rpartition("@")[2])
            return self._ask(again[0], redirect.strip())
        by_type = {
            (one.findtext(f"{_RESPONSE}Type") or "").strip(): (one.findtext(f"{_RESPONSE}EwsUrl") or "").strip()
            for one in tree.iter(f"{_RESPONSE}Protocol")
        }
        offered = [by_type[kind] for kind in _PROTOCOLS if by_type.get(kind)]
        for endpoint in offered:
            if self._is_reachable(endpoint):
                return endpoint
        raise NotExchange(host) if not offered else Offline(urlsplit(offered[0]).hostname or host)

    def _is_reachable(self, endpoint: str) -> bool:
        """Asked without the password: any answer will do."""
        try:
            self._trusted(endpoint)
        except GatewayError:
            return False
        protocol = MailboxProtocol(replace(self._settings, ews_url=endpoint), self._account, "", sessions=1)
        session = protocol.create_session()
        session.auth = None
        try:
            session.get(endpoint, allow_redirects=False, timeout=protocol.TIMEOUT, stream=True).close()
        except (requests.RequestException, OSError):
            return False
        finally:
            session.close()
            protocol.close()
        return True

    def _follow(self, url: str, address: str) -> str:
        self._count_redirect()
        return self._ask(url, address)

    def _count_redirect(self) -> None:
        self._redirects += 1
        if self._redirects > _MOST_REDIRECTS:
            raise NotExchange(self._named_host or self._account.address.rpartition("@")[2])

    def _trusted(self, url: str) -> str:
        """The host, if the password may go there: https, and the ministry's own. Raises `NotExchange`."""
        try:
            host = require_safe_url(url)
        except ValueError as error:
            raise NotExchange(urlsplit(url).hostname or "?") from error
        if host != self._named_host and not _is_within(host.lower(), self._settings.own_domains):
            raise NotExchange(host)
        return host
