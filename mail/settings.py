"""What mail needs to be told, as one value: built by `desktop.ministry_profile` from the ministry's TOML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PRIVATE_MAILBOXES = (
    "gmail.com", "googlemail.com", "yahoo.com", "yahoo.com.vn", "ymail.com", "rocketmail.com", "outlook.com",
    "outlook.com.vn", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "aol.com", "zoho.com",
    "proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.com", "gmx.com", "gmx.net", "gmx.de", "mail.com",
    "yandex.com", "yandex.ru", "mail.ru", "qq.com", "163.com", "126.com", "naver.com", "daum.net", "zing.vn", "zalo.me",
)  # fmt: skip
"""Where anybody can have a mailbox. Official work does not go through them (QĐ 935/QĐ-LĐTBXH 2009)."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """``ews_url`` is the service endpoint, ``https://…/EWS/Exchange.asmx`` (http only on loopback); empty where it is
    found by autodiscover, at ``autodiscover_url`` or at the domains' well-known places.

    ``own_domains`` are the ministry's mail domains, lower case. ``ca_file`` is its own CA (PEM), if it has one.
    ``page_size`` is MaxChangesReturned of SyncFolderItems, at most 512.
    """

    ews_url: str
    own_domains: tuple[str, ...]
    ca_file: Path | None = None
    auth: str = "basic"
    """``basic``, ``ntlm`` or ``kerberos``."""
    page_size: int = 512
    body_chunk: int = 32
    """Messages in one GetItem."""
    connections: int = 2
    timeout: float = 20.0
    """Seconds without an answer until the server counts as away."""
    poll_interval: float = 60.0
    """Seconds between two syncs when no notification comes."""
    private_domains: tuple[str, ...] = PRIVATE_MAILBOXES
    """Domains of private mailboxes, lower case; the profile may name others (``private_mailboxes``)."""
    autodiscover_url: str = ""
    proxy: str = "system"
    """``system``, ``none``, a proxy's ``http://host:port``, or ``pac+https://…``."""
    picture_hosts: tuple[str, ...] = ()
    """``host`` or ``host:port`` in the ministry's own network from which pictures of mails may be fetched."""
    largest_attachment: int = 25_000_000
    """Bytes that one mail may carry: what an Exchange server commonly lets through, MIME's third more included."""
    signature: str = ""
    """The unit's form of a signature, line by line, with {name}, {position}, {unit}, {phone}, {address}, {ministry}."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whose mailbox it is. ``user_name`` is what the server is told (address or DOMAIN\\\\user)."""

    address: str
    user_name: str
    display_name: str = ""
    ews_url: str = ""
    """Where autodiscover found her mailbox; empty where the profile says it."""
