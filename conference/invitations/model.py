"""What an invitation may hold: its parts, the services this desk knows, the links found and those that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Service(Enum):
    """A service the desk may open, by the word a profile uses for it (`[conference_services]`)."""

    ZOOM = "zoom"
    TEAMS = "teams"
    WEBEX = "webex"
    MEET = "meet"
    SKYPE = "skype"
    JITSI = "jitsi"
    BIGBLUEBUTTON = "bigbluebutton"
    GOMEET = "gomeet"
    ZAVI = "zavi"
    VNPT = "vnpt"
    VIETTEL = "viettel"
    TRUECONF = "trueconf"
    POLYCOM = "polycom"
    SIP = "sip"
    ROOM = "room"
    """A stream of the ministry's own (RTSP, SRT): opens in the desk itself."""


class Source(Enum):
    """The part of an invitation a link stood in, in the order they are believed."""

    CONFERENCE_DATA = 0
    PAGE = 1
    LOCATION = 2
    NOTES = 3
    NOTES_WITHOUT_HTML = 4


@dataclass(frozen=True, slots=True)
class InvitationParts:
    """``conference_data`` is what programs wrote for programs (X-MICROSOFT-SKYPETEAMSMEETINGURL, X-GOOGLE-CONFERENCE);
    ``page`` the URL field; ``notes`` the words as plain text (or as HTML, which is noticed); ``html`` as HTML."""

    conference_data: tuple[str, ...] = ()
    page: str = ""
    location: str = ""
    notes: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class KnownHosts:
    """What a ministry's profile adds: hosts of its own, lower case, by service; ``ROOM`` for hosts of streams. A host
    that begins with "." stands for everything below it."""

    hosts: tuple[tuple[Service, str], ...] = ()

    def of(self, host: str) -> tuple[Service, ...]:
        return tuple(
            service
            for service, known in self.hosts
            if host == known or (known.startswith(".") and host.endswith(known) and len(host) > len(known))
        )


NO_HOSTS = KnownHosts()


@dataclass(frozen=True, slots=True)
class MeetingLink:
    """A link that was checked. ``address`` is what may be opened, letter by letter: https of a known service, sip, or a
    stream of a known host. ``shown_host``: the words of the link named another host than it leads to."""

    address: str
    service: Service
    host: str
    source: Source
    number: str = ""
    """Digits only."""
    passcode: str = ""
    room: str = ""
    shown_host: str = ""


class RefusalKind(Enum):
    LOOK_ALIKE = "look-alike"
    """It borrows the name of a service and leads elsewhere."""
    TEXT_DIFFERS = "text differs"
    """The words show a service's address, the link leads elsewhere."""
    CONFUSABLE = "confusable"
    """Its host is written with letters that look like others."""
    DEEP_LINK = "deep link"
    """It would start another program with arguments."""
    UNKNOWN_ROOM = "unknown room"
    """A stream whose host the profile does not name."""


@dataclass(frozen=True, slots=True)
class RefusedLink:
    """A link that looks like a way in and is not opened. ``host`` may be shown; nothing else of it is kept."""

    kind: RefusalKind
    host: str


@dataclass(frozen=True, slots=True)
class Findings:
    """``links`` in the order to be offered, one for each meeting; ``number`` and ``passcode`` stood in the words, with
    a link or without."""

    links: tuple[MeetingLink, ...] = ()
    refused: tuple[RefusedLink, ...] = ()
    number: str = ""
    passcode: str = ""
