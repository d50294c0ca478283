"""Connections to the mailbox server: exchangelib's sessions and sign-in, with our patience, trust and limits."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from typing import Any
from urllib.parse import urlsplit

import requests
import requests.adapters
import requests.auth
from exchangelib.configuration import Configuration
from exchangelib.credentials import Credentials
from exchangelib.protocol import BaseProtocol, FailFast
from exchangelib.transport import BASIC, NOAUTH, NTLM
from exchangelib.version import EXCHANGE_2010_SP2, EXCHANGE_2013_SP1, Version

from ..settings import Account, MailSettings
from .proxies import ProxyFinder

# What we ask as, newest first. Exchange 2013 SP1 and all later ones (2016, 2019, SE) answer to the first, so that no
# round trip is spent on guessing; exchangelib would ask ResolveNames first (version.py, `Version.guess`).
VERSIONS = (
    Version(build=EXCHANGE_2013_SP1, api_version="Exchange2013_SP1"),
    Version(build=EXCHANGE_2010_SP2, api_version="Exchange2010_SP2"),
)
CONNECT_SECONDS = 10.0


class TrustingAdapter(requests.adapters.HTTPAdapter):
    """Checks certificates against one SSL context and nothing else: `requests` on its own adds certifi's list."""

    def __init__(self, context: ssl.SSLContext, **options: Any) -> None:
        self._context = context
        super().__init__(**options)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, socket_options=_line_options(), **options)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        return super().proxy_manager_for(proxy, ssl_context=self._context, **options)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        if url.lower().startswith("https"):
            conn.cert_reqs = "CERT_REQUIRED"
            conn.ca_certs = None
            conn.ca_cert_dir = None


class MailboxProtocol(BaseProtocol):  # type: ignore[misc]
    """exchangelib's session pool for one mailbox.

    Not its `Protocol`: that one is cached per password for the life of the process (protocol.py, `CachingProtocol`).
    """

    RETRY_WAIT = 1

    def __init__(self, settings: MailSettings, account: Account, password: str, *, sessions: int) -> None:
        require_safe_url(settings.ews_url)
        self.TIMEOUT = (min(CONNECT_SECONDS, settings.timeout), settings.timeout)
        self._context = ssl.create_default_context(cafile=str(settings.ca_file) if settings.ca_file else None)
        self._proxies = ProxyFinder(settings.proxy)
        self._uses_kerberos = settings.auth == "kerberos"
        super().__init__(
            Configuration(
                credentials=Credentials(account.user_name, password),
                service_endpoint=settings.ews_url,
                auth_type={"ntlm": NTLM, "kerberos": NOAUTH}.get(settings.auth, BASIC),
                version=VERSIONS[0],
                # FaultTolerance sleeps for up to an hour and sends requests again, CreateItem too (util.py,
                # `post_ratelimited`). We wait where a person can see it: in the sync.
                retry_policy=FailFast(),
                max_connections=sessions,
            )
        )

    @property
    def version(self) -> Version:
        return self.config.version

    def create_session(self) -> requests.Session:
        session: requests.Session = super().create_session()
        # The environment has no say: REQUESTS_CA_BUNDLE would override the ministry's certificate, .netrc the password.
        session.trust_env = False
        session.mount(
            self.service_endpoint,
            TrustingAdapter(self._context, pool_block=True, pool_connections=1, pool_maxsize=1, max_retries=0),
        )
        session.proxies = self._proxies.proxies_for(self.service_endpoint)
        if self._uses_kerberos:
            from .negotiate import NegotiateAuth  # GSSAPI or SSPI, only where they are wanted

            session.auth = NegotiateAuth(self.credentials.username, self.credentials.password)
        elif self.auth_type == BASIC:
            # requests would encode str as Latin-1 (auth.py, `_basic_auth_str`), which has no "ữ"; RFC 7617 has UTF-8.
            who = self.credentials
            session.auth = requests.auth.HTTPBasicAuth(who.username.encode(), who.password.encode())
        session.headers["User-Agent"] = "BanCongVu/0.1"
        return session


def _line_options() -> list[tuple[int, int, int]]:
    """A line whose packets vanish (a pulled cable, a firewall that forgot us) is noticed within some 14 seconds, by the
    system: a stream that waits has nothing to send of its own, and TCP alone would try a dead request for minutes."""
    wished = [
        (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
        (socket.IPPROTO_TCP, "TCP_NODELAY", 1),
        (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 5),  # seconds of silence before the first question
        (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 3),
        (socket.IPPROTO_TCP, "TCP_KEEPCNT", 3),
        (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", 12_000),  # milliseconds, of what was sent and not acknowledged
    ]
    return [(level, getattr(socket, name), value) for level, name, value in wished if hasattr(socket, name)]


def require_safe_url(url: str) -> str:
    """The host of an https address; http is accepted on this machine only: the password travels with each request."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https" and host:
        return host
    if parts.scheme == "http" and _is_loopback(host):
        return host
    raise ValueError(f"not an https address: {parts.scheme}://{host}")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
