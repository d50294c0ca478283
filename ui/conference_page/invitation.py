"""Which of the desk's conferences an invitation means, if any; others lead out of the desk, and she is asked first."""

from __future__ import annotations

from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

from conference import Conference
from vietnamese.folding import fold, words


@runtime_checkable
class Invitation(Protocol):
    """What is read of a `mail.Meeting`."""

    @property
    def summary(self) -> str: ...
    @property
    def url(self) -> str | None: ...


def conference_meant(asked: Invitation, conferences: tuple[Conference, ...]) -> Conference | None:
    """The conference whose title stands in the invitation's, however marks, case and dashes were typed, or whose site's
    address it carries."""
    title = " ".join(words(fold(asked.summary)))
    for conference in conferences:
        own = " ".join(words(fold(conference.title)))
        if own and (own in title or (asked.url and asked.url in {site.address for site in conference.sites})):
            return conference
    return None


def outside_host(asked: Invitation) -> str | None:
    """The host of an https link that leads out of the desk; None where there is none that may be opened."""
    try:
        parts = urlsplit(asked.url or "")
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme != "https" or not host or parts.username is not None:
        return None
    return host
