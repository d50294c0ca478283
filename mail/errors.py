"""Everything that can go wrong with the mailbox: facts, no sentences (the words are in ui/error_messages.py).

    MailError
     ├─ GatewayError              the server or the way to it
     │   ├─ Offline               nobody answers: no network, no route, refused, timed out
     │   ├─ WrongPassword         HTTP 401; nothing more is sent with that password
     │   ├─ CertificateNotTrusted
     │   ├─ ServerBusy            ask again after `retry_after` seconds
     │   ├─ MailServerNotFound    autodiscover found no server of this domain
     │   ├─ ProxyRefused          the proxy on the way wants a sign-in of its own
     │   ├─ NotExchange           something answers, but it is not EWS
     │   ├─ SyncStateLost         the server no longer knows our sync state: begin that folder again
     │   ├─ ItemGone              ErrorItemNotFound and its kin
     │   ├─ Refused               any other EWS response code
     │   └─ OutcomeUnknown        the connection ended after the request was sent: it may or may not have happened
     └─ StoreError                the local copy
         ├─ WrongKey              the database does not open with this key
         ├─ DiskFull
         ├─ UnknownSchema         written by a newer version
         ├─ StoreBusy             another process kept it for more than 5 s
         └─ StoreDamaged

Arguments are kept in ``args`` so that errors pickle across the process border.
"""

from __future__ import annotations


class MailError(Exception):
    """Base of all errors of `mail`."""


class GatewayError(MailError):
    """The server, or the way to it."""


class Offline(GatewayError):
    """Nobody answers. ``args``: (host,)."""


class WrongPassword(GatewayError):
    """HTTP 401. Nothing more may be sent with that password: domain accounts lock. ``args``: (user name, mark), the
    mark of the password refused (`password_mark`), or "" where none was sent."""

    def is_about(self, password: str) -> bool:
        """Whether it is this password that was refused: the news may come after she has typed another."""
        return len(self.args) > 1 and self.args[1] == password_mark(password)


def password_mark(password: str) -> str:
    """Tells one password from the next, and nobody anything of either: 16 bits of a digest."""
    import hashlib  # OpenSSL behind it is not needed for the first paint

    return hashlib.blake2b(password.encode(), digest_size=2, person=b"refused").hexdigest()


class CertificateNotTrusted(GatewayError):
    """TLS verification failed. ``args``: (host, reason)."""


class ServerBusy(GatewayError):
    """The server asks for patience. ``args``: (retry_after in seconds, whether it named that time itself)."""

    @property
    def retry_after(self) -> float:
        return float(self.args[0]) if self.args else 30.0

    @property
    def is_told(self) -> bool:
        return bool(self.args[1:] and self.args[1])


class MailServerNotFound(GatewayError):
    """Autodiscover found no mailbox server. ``args``: (domain,)."""


class ProxyRefused(GatewayError):
    """HTTP 407: a proxy on the way wants a sign-in of its own. ``args``: (host asked for,)."""


class NotExchange(GatewayError):
    """Something answers, but it does not speak EWS. ``args``: (host,)."""


class SyncStateLost(GatewayError):
    """ErrorInvalidSyncStateData: begin this folder again from nothing. ``args``: (folder id,)."""


class ItemGone(GatewayError):
    """ErrorItemNotFound and its kin. ``args``: (item id,)."""


class Refused(GatewayError):
    """Any other EWS response code. ``args``: (code,)."""

    @property
    def code(self) -> str:
        return str(self.args[0]) if self.args else ""


class OutcomeUnknown(GatewayError):
    """The connection ended after the request was sent: ask the server before trying again."""


class StoreError(MailError):
    """The local copy."""


class WrongKey(StoreError):
    """The database does not open with this key. ``args``: (path,)."""


class DiskFull(StoreError):
    """No room left for the local copy. ``args``: (path,)."""


class UnknownSchema(StoreError):
    """Written by a newer version of the desk. ``args``: (found user_version, ours)."""


class StoreDamaged(StoreError):
    """The database file is damaged. ``args``: (path,)."""


class StoreBusy(StoreError):
    """Another process was writing for longer than 5 s. ``args``: (path,)."""
