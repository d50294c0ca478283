"""Joins the parts: looks through an invitation in the order of its sources and says which links lead into a conference,
what number and passcode go with each, and which links are refused."""

from __future__ import annotations

from dataclasses import replace

from .html_text import is_html, text_of_html
from .judging import judged, shown_host_of
from .model import (
    NO_HOSTS,
    Findings,
    InvitationParts,
    KnownHosts,
    MeetingLink,
    RefusalKind,
    RefusedLink,
    Service,
    Source,
)
from .scanning import Written, addresses_in, clean_text
from .words_around import Said, composed, numbers_in, passcodes_in, rooms_in

MOST_LINKS = 12
_MOST_REFUSED = 12


def find_links(parts: InvitationParts, known: KnownHosts = NO_HOSTS) -> Findings:
    """The ways into a conference, best first, one for each meeting. Pure and bounded: nothing is asked of anybody."""
    search = _Search(known)
    for data in parts.conference_data[:20]:
        search.look_through(data, Source.CONFERENCE_DATA)
    search.look_through(parts.page, Source.PAGE)
    search.look_through(parts.location, Source.LOCATION)
    if is_html(parts.notes):
        search.look_through(text_of_html(parts.notes), Source.NOTES_WITHOUT_HTML)
    else:
        search.look_through(parts.notes, Source.NOTES)
    if parts.html:
        search.look_through(text_of_html(parts.html), Source.NOTES_WITHOUT_HTML)
    return search.findings()


class _Search:
    def __init__(self, known: KnownHosts) -> None:
        self._known = known
        self._links: dict[tuple[Service, str], MeetingLink] = {}
        self._refused: dict[RefusedLink, None] = {}
        self._passcodes: list[str] = []
        self._numbers: list[str] = []
        self._rooms: list[str] = []

    def look_through(self, text: str, source: Source) -> None:
        if not text:
            return
        text = composed(clean_text(text))
        places = tuple(addresses_in(text))
        words = _without(places, text)
        passcodes, numbers, rooms = passcodes_in(words), numbers_in(words), rooms_in(words)
        self._passcodes += [said.value for said in passcodes]
        self._numbers += [said.value for said in numbers]
        self._rooms += [said.value for said in rooms]
        found: list[tuple[int, MeetingLink]] = []
        for written in places:
            what = self._read(written, source)
            if isinstance(what, RefusedLink):
                if len(self._refused) < _MOST_REFUSED:
                    self._refused[what] = None
            elif what is not None:
                found.append((written.start, what))
        for place, (start, link) in enumerate(found):
            others = [at for at, other in found if _key(other) != _key(link)]
            begin = max((at for at in others if at < start), default=-1)
            end = min((at for at in others if at > start), default=len(text) + 1)
            is_first = place == 0
            passcode = link.passcode or _nearest(passcodes, start, begin, end, is_first)
            number = link.number or _nearest(numbers, start, begin, end, is_first)
            room = link.room or _nearest(rooms, start, begin, end, is_first)
            self._keep(replace(link, passcode=passcode, number=number, room=room))

    def findings(self) -> Findings:
        links = list(self._links.values())
        web_numbers = {link.number for link in links if link.service is not Service.SIP}
        web_hosts = [link.host for link in links if link.service is not Service.SIP]
        links = [
            link for link in links if link.service is not Service.SIP or not _same_call(link, web_numbers, web_hosts)
        ]
        links.sort(key=lambda link: link.source.value)  # stable: within a source as they stand
        if len(links) == 1:
            only = links[0]
            links = [
                replace(
                    only,
                    passcode=only.passcode or _first(self._passcodes),
                    number=only.number or _first(self._numbers),
                    room=only.room or _first(self._rooms),
                )
            ]
        return Findings(tuple(links[:MOST_LINKS]), tuple(self._refused), _first(self._numbers), _first(self._passcodes))

    def _read(self, written: Written, source: Source) -> MeetingLink | RefusedLink | None:
        """Of the ways to read it over lines: the shortest that is a meeting, longer while it clearly goes on."""
        best: MeetingLink | RefusedLink | None = None
        for place, choice in enumerate(written.choices):
            what = judged(choice, source, self._known)
            if isinstance(what, MeetingLink):
                if not isinstance(best, MeetingLink) or written.likely[place]:
                    best = what
            elif isinstance(what, RefusedLink) and best is None and place == 0:
                best = what
            if isinstance(best, MeetingLink) and place + 1 < len(written.choices) and not written.likely[place + 1]:
                break
        if not written.label:
            return best
        shown = judged(written.label, source, self._known)
        if isinstance(best, MeetingLink):
            host = shown.host if isinstance(shown, MeetingLink) else shown_host_of(written.label)
            return replace(best, shown_host=host) if host and host != best.host else best
        if isinstance(shown, MeetingLink):
            return RefusedLink(RefusalKind.TEXT_DIFFERS, shown_host_of(written.choices[0]))
        return best

    def _keep(self, link: MeetingLink) -> None:
        key = _key(link)
        before = self._links.get(key)
        if before is None:
            self._links[key] = link
            return
        richer = "?" in link.address and "?" not in before.address
        merged = replace(
            before,
            passcode=before.passcode or link.passcode,
            number=before.number or link.number,
            room=before.room or link.room,
            shown_host=link.shown_host if richer else before.shown_host,
            address=link.address if richer else before.address,
            host=link.host if richer else before.host,
        )
        self._links[key] = merged


def _key(link: MeetingLink) -> tuple[Service, str]:
    """One meeting, whichever of its doors."""
    if link.service is Service.ZOOM and "/my/" not in link.address:
        return link.service, link.number
    if link.service is Service.MEET:
        return link.service, link.room
    return link.service, link.address.partition("?")[0] if link.service is Service.TEAMS else link.address


def _nearest(said: tuple[Said, ...], start: int, begin: int, end: int, is_first: bool) -> str:
    """What stands behind a link belongs to it, up to the next meeting's; before it only where no other link stands."""
    behind = next((one.value for one in said if start < one.place < end), "")
    if behind or not is_first:
        return behind
    return next((one.value for one in reversed(said) if begin < one.place < start), "")


def _same_call(link: MeetingLink, numbers: set[str], hosts: list[str]) -> bool:
    """A room system's way into a meeting that has a web page too: no second meeting to ask about."""
    if link.number and link.number in numbers:
        return True
    provider = ".".join(link.host.split(".")[-2:])
    return provider == "zoomcrc.com" or any(host.endswith(provider) for host in hosts)


def _without(places: tuple[Written, ...], text: str) -> str:
    """The words alone: "pwd=" inside an address is no word. Places stay what they are."""
    out, done = [], 0
    for one in places:
        out += [text[done : one.start], " " * (one.end - one.start)]
        done = one.end
    return "".join([*out, text[done:]])


def _first(values: list[str]) -> str:
    return values[0] if values else ""
