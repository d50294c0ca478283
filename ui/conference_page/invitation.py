"""What an invitation leads to: one of the desk's conferences, or a service outside. Read here, decided by `ways`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Protocol, runtime_checkable

from conference import Conference, Findings, InvitationParts, KnownHosts, find_links, parse_site_address
from vietnamese.folding import fold, words

_LONGEST_TEXT = 30_000
"""Letters of one part that are read on the window's thread."""


@runtime_checkable
class Invitation(Protocol):
    """What is read of a `mail.Meeting`, at the least; `parts_of` takes what else it has."""

    @property
    def summary(self) -> str: ...
    @property
    def url(self) -> str | None: ...


class _Desk(Protocol):
    @property
    def conferences(self) -> tuple[Conference, ...]: ...
    @property
    def service_hosts(self) -> tuple[tuple[str, str], ...]: ...


def conference_meant(asked: Invitation, conferences: tuple[Conference, ...]) -> Conference | None:
    """The conference whose title stands in the invitation's, however marks, case and dashes were typed, or whose site's
    address it carries."""
    title = " ".join(words(fold(asked.summary)))
    for conference in conferences:
        own = " ".join(words(fold(conference.title)))
        if own and (own in title or (asked.url and asked.url in {site.address for site in conference.sites})):
            return conference
    return None


def parts_of(asked: object) -> InvitationParts:
    """Of a meeting in the mail, an event of the calendar, or anything with some of their fields. Its ``url`` is
    the first address of its texts, which may be another link's words: it counts only where no text has it."""

    def said(*names: str) -> str:
        return next((str(value)[:_LONGEST_TEXT] for name in names if (value := getattr(asked, name, ""))), "")

    data = tuple(str(one)[:_LONGEST_TEXT] for one in getattr(asked, "conference_data", ())[:20])
    parts = InvitationParts(data, said("page"), said("location"), said("description", "text"), said("html"))
    url = said("url", "link")
    if url and not parts.page and not any(url in one for one in (*data, parts.location, parts.notes, parts.html)):
        return replace(parts, page=url)
    return parts


def known_hosts(desk: _Desk) -> KnownHosts:
    """Hosts the ministry's profile names, those of its conferences' sites among them."""
    return _known(desk.service_hosts, desk.conferences)


def ways_in(asked: object, desk: _Desk) -> Findings:
    """Links that may be opened, and those refused. Remembered: pages ask again and again about the same events."""
    return _found(parts_of(asked), known_hosts(desk))


def can_enter(asked: Invitation, desk: _Desk) -> bool:
    """A conference of this desk, or a link that may be opened."""
    return conference_meant(asked, desk.conferences) is not None or bool(ways_in(asked, desk).links)


def concerns_a_conference(asked: Invitation, desk: _Desk) -> bool:
    """`can_enter`, or a link that is refused and about which she is to be told why."""
    return can_enter(asked, desk) or bool(ways_in(asked, desk).refused)


@lru_cache(maxsize=16)
def _known(service_hosts: tuple[tuple[str, str], ...], conferences: tuple[Conference, ...]) -> KnownHosts:
    from conference import ConferenceError, Service

    hosts = [(Service(service), host) for service, host in service_hosts]
    for conference in conferences:
        for site in conference.sites:
            try:
                hosts.append((Service.ROOM, parse_site_address(site.address).host.lower()))
            except ConferenceError:
                continue
    return KnownHosts(tuple(dict.fromkeys(hosts)))


@lru_cache(maxsize=512)
def _found(parts: InvitationParts, known: KnownHosts) -> Findings:
    return find_links(parts, known)
