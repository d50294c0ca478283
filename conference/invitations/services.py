"""The services the desk knows: which hosts and paths are a meeting of theirs, and what is opened of such a link.

Hosts and forms as the services themselves send them; of GoMeet (VNPT) gomeet.vnpt.vn and gomeeting.vnpt.vn stand in
its public clients. A ministry adds hosts of its own in its profile.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import unquote

from .model import NO_HOSTS, KnownHosts, Service
from .web_address import WebAddress, is_below


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a service's address says. ``address`` is to be opened."""

    service: Service
    address: WebAddress
    number: str = ""
    room: str = ""
    passcode: str = ""


_NAME = re.compile(r"[\w.@~+-]{2,120}")
_CODE = re.compile(r"[A-Za-z0-9_-]{3,120}")
_DIGITS = re.compile(r"\d{6,20}")
# fmt: off
_STATIC = frozenset({
    "about", "app", "apps", "blog", "contact", "docs", "download", "downloads", "faq", "features", "help", "home",
    "huong-dan", "index", "index.html", "login", "logout", "news", "pricing", "privacy", "register", "signin",
    "sign-in", "signup", "sign-up", "static", "support", "tai-ve", "tai-xuong", "terms", "tin-tuc", "dang-nhap",
    "dang-ky", "gioi-thieu", "lien-he", "bang-gia", "user", "users", "account", "policy", "favicon.ico",
    "robots.txt",
})
# fmt: on


def meeting_at(address: WebAddress, known: KnownHosts = NO_HOSTS) -> Meeting | None:
    """The meeting an address is the way into; None: not one of a service we know. A port other than https' own is
    opened only where the profile names the host."""
    own = known.of(address.host)
    for service in own:
        found = _FORMS[service](address) if service in _FORMS else None
        if found is not None:
            return replace(found, service=service)
    if address.port is not None:
        return None
    for service, is_its_host in _HOSTS.items():
        if is_its_host(address.host):
            return _FORMS[service](address)
    return None


def _zoom(address: WebAddress) -> Meeting | None:
    parts = address.segments
    kept = replace(address, fragment="")
    if len(parts) >= 2 and parts[0] in ("j", "w", "s") and re.fullmatch(r"\d{9,12}", parts[1]):
        return Meeting(Service.ZOOM, kept, number=parts[1])
    if len(parts) == 3 and parts[0] == "wc":
        number = parts[2] if parts[1] == "join" else parts[1] if parts[2] in ("join", "start") else ""
        if re.fullmatch(r"\d{9,12}", number):
            return Meeting(Service.ZOOM, kept, number=number)
    if len(parts) == 2 and parts[0] == "my" and _NAME.fullmatch(parts[1]):
        return Meeting(Service.ZOOM, kept, room=parts[1])
    return None


_THREAD = re.compile(r"19:[\w.=+@-]{4,200}@(?:thread\.(?:v2|tacv2|skype|spaces)|unq\.gbl\.spaces)", re.IGNORECASE)


def _teams(address: WebAddress) -> Meeting | None:
    parts = address.segments
    kept = replace(address, fragment="")
    if len(parts) == 2 and parts[0] == "meet" and re.fullmatch(r"[0-9A-Za-z]{9,24}", parts[1]):
        return Meeting(Service.TEAMS, kept, number=parts[1] if parts[1].isdigit() else "")
    if len(parts) >= 3 and parts[:2] == ("l", "meetup-join") and _THREAD.fullmatch(unquote(parts[2])):
        context = address.field("context")
        if context:  # cut short by a line's end it is no JSON: the rest of the link is on the next line
            try:
                json.loads(context)
            except (ValueError, RecursionError):
                return None
        return Meeting(Service.TEAMS, kept) if context or not address.query else None
    return None


def _webex(address: WebAddress) -> Meeting | None:
    parts = tuple(part.lower() for part in address.segments)
    kept = replace(address, fragment="")
    if len(parts) == 2 and parts[0] in ("meet", "join") and _NAME.fullmatch(address.segments[1]):
        return Meeting(Service.WEBEX, kept, room=address.segments[1])
    if len(parts) == 3 and parts[1] in ("meet", "join") and _NAME.fullmatch(address.segments[2]):
        return Meeting(Service.WEBEX, kept, room=address.segments[2])
    fields = address.fields()
    if parts and parts[-1] in ("j.php", "m.php", "e.php"):
        return Meeting(Service.WEBEX, kept) if re.fullmatch(r"\w{8,80}", fields.get("mtid", "")) else None
    if len(parts) >= 4 and parts[0] in ("webappng", "wbxmjs") and parts[-2] in ("info", "download", "meeting"):
        return Meeting(Service.WEBEX, kept) if _CODE.fullmatch(parts[-1]) else None
    if len(parts) == 3 and parts[1] == "m" and re.fullmatch(r"[0-9a-f-]{32,36}", parts[2]):
        return Meeting(Service.WEBEX, kept)
    return None


def _meet(address: WebAddress) -> Meeting | None:
    parts = [part.lower() for part in address.segments if part != "_meet"]
    if len(parts) == 1 and re.fullmatch(r"[a-z]{3}-[a-z]{4}-[a-z]{3}", parts[0]):
        return Meeting(Service.MEET, replace(address, fragment=""), room=parts[0])
    if len(parts) == 2 and parts[0] == "lookup" and re.fullmatch(r"[a-z0-9_-]{5,60}", parts[1]):
        return Meeting(Service.MEET, replace(address, fragment=""), room=parts[1])
    return None


def _skype(address: WebAddress) -> Meeting | None:
    parts = address.segments
    if len(parts) in (2, 3) and all(_NAME.fullmatch(part) for part in parts):
        return Meeting(Service.SKYPE, replace(address, fragment=""), room=parts[-1])
    if address.host == "join.skype.com" and len(parts) == 1 and re.fullmatch(r"\w{8,40}", parts[0]):
        return Meeting(Service.SKYPE, replace(address, fragment=""), room=parts[0])
    return None


def _jitsi(address: WebAddress) -> Meeting | None:
    """What follows "#" would set the page's own switches (microphone on, nobody asked): it is left away."""
    parts = address.segments
    if not 1 <= len(parts) <= 2 or parts[0].lower() in _STATIC or not all(len(part) <= 200 for part in parts):
        return None
    if not all(re.fullmatch(r"[\w .'()-]{2,200}", part) for part in parts):
        return None
    return Meeting(Service.JITSI, replace(address, fragment="", query=_kept_query(address, "jwt")), room=parts[-1])


def _bigbluebutton(address: WebAddress) -> Meeting | None:
    parts, kept = address.segments, replace(address, fragment="")
    code = r"[a-z0-9]{3}-[a-z0-9]{3}(?:-[a-z0-9]{3}){1,3}"
    if len(parts) == 2 and parts[0] in ("b", "gl", "rooms") and re.fullmatch(code, parts[1]):
        return Meeting(Service.BIGBLUEBUTTON, kept, room=parts[1])
    if len(parts) == 3 and parts[0] == "rooms" and parts[2] == "join" and re.fullmatch(code, parts[1]):
        return Meeting(Service.BIGBLUEBUTTON, kept, room=parts[1])
    if parts == ("bigbluebutton", "api", "join") and address.field("meetingid") and address.field("checksum"):
        return Meeting(Service.BIGBLUEBUTTON, kept, room=address.field("meetingid")[:120])
    return None


def _gomeet(address: WebAddress) -> Meeting | None:
    inside = re.fullmatch(r"!?/(join|join-meeting|meeting|room)/([\w%=+.-]{3,400})(?:\?([^#]*))?", address.fragment)
    if inside is not None:
        code = replace(address, query=inside[3] or "").field("accesscode", "passcode")
        return Meeting(Service.GOMEET, address, room=unquote(inside[2]), passcode=code[:40])
    return _by_room(Service.GOMEET, address)


def _trueconf(address: WebAddress) -> Meeting | None:
    parts = address.segments
    if len(parts) == 2 and parts[0] in ("c", "webrtc", "join") and re.fullmatch(r"[\w\\.@-]{2,120}", parts[1]):
        number = parts[1] if _DIGITS.fullmatch(parts[1]) else ""
        return Meeting(Service.TRUECONF, replace(address, fragment=""), number=number, room=parts[1])
    return None


def _polycom(address: WebAddress) -> Meeting | None:
    room = address.field("confid", "meetingid", "id")
    if re.fullmatch(r"[\w-]{3,40}", room):
        return Meeting(
            Service.POLYCOM, replace(address, fragment=""), number=room if _DIGITS.fullmatch(room) else "", room=room
        )
    return _by_room(Service.POLYCOM, address)


def _by_room(service: Service, address: WebAddress) -> Meeting | None:
    """Services whose address simply ends in a room's name or number, behind a word such as "join" or "j"."""
    parts = address.segments
    if not 1 <= len(parts) <= 4 or any(part.lower() in _STATIC for part in parts):
        return None
    last = parts[-1]
    if not _CODE.fullmatch(last) or last.lower() in ("join", "j", "r", "room", "meeting", "vi", "en"):
        room = address.field("id", "meetingid", "room", "roomid", "code")
        if not _CODE.fullmatch(room):
            return None
        last = room
    return Meeting(service, address, number=last if _DIGITS.fullmatch(last) else "", room=last)


def _kept_query(address: WebAddress, *names: str) -> str:
    return "&".join(pair for pair in address.query.split("&") if pair.partition("=")[0].lower() in names)


_FORMS: dict[Service, Callable[[WebAddress], Meeting | None]] = {
    Service.ZOOM: _zoom,
    Service.TEAMS: _teams,
    Service.WEBEX: _webex,
    Service.MEET: _meet,
    Service.SKYPE: _skype,
    Service.JITSI: _jitsi,
    Service.BIGBLUEBUTTON: _bigbluebutton,
    Service.GOMEET: _gomeet,
    Service.ZAVI: lambda address: _by_room(Service.ZAVI, address),
    Service.VNPT: lambda address: _by_room(Service.VNPT, address),
    Service.VIETTEL: lambda address: _by_room(Service.VIETTEL, address),
    Service.TRUECONF: _trueconf,
    Service.POLYCOM: _polycom,
}


def _domains(*domains: str) -> Callable[[str], bool]:
    return lambda host: is_below(host, *domains)


def _exactly(*hosts: str) -> Callable[[str], bool]:
    return lambda host: host in hosts


_HOSTS: dict[Service, Callable[[str], bool]] = {
    Service.ZOOM: _domains("zoom.us", "zoom.com", "zoomgov.com", "zoom.com.cn", "zoom-x.de"),
    Service.TEAMS: _exactly(
        "teams.microsoft.com",
        "teams.live.com",
        "teams.cloud.microsoft",
        "teams.microsoft.us",
        "gov.teams.microsoft.us",
        "dod.teams.microsoft.us",
    ),
    Service.WEBEX: _domains("webex.com"),
    Service.MEET: _exactly("meet.google.com"),
    Service.SKYPE: _exactly("meet.lync.com", "join.skype.com"),
    Service.JITSI: _exactly("meet.jit.si", "8x8.vc"),
    Service.BIGBLUEBUTTON: _domains("bigbluebutton.org"),
    Service.GOMEET: lambda host: (
        is_below(host, "gomeet.vn", "gomeet.vnpt.vn", "gomeeting.vnpt.vn")
        or bool(re.fullmatch(r"gomeet[a-z0-9-]*\.vnpt(?:it)?\.vn", host))
    ),
    Service.ZAVI: _domains("zavi.vn", "zavi.me"),
    Service.VNPT: _exactly(
        *("meeting.vnpt.vn", "vnptmeeting.vn", "www.vnptmeeting.vn", "meeting.vnptmeeting.vn"),
        *("vmeet.vnpt.vn", "oncall.vnpt.vn", "oncall.vn", "meet.oncall.vn"),
    ),
    Service.VIETTEL: _exactly(
        *("meeting.viettel.vn", "meeting.viettel.com.vn", "meet.viettel.vn", "vmeet.viettel.vn"),
        *("viettelmeeting.vn", "meeting.viettelmeeting.vn"),
    ),
    Service.TRUECONF: _domains("trueconf.name", "trueconf.net"),
}

_BRANDS = re.compile(
    r"(?:^|[.-])(?:zoom\.us|us\d\dweb\.zoom|zoom(?:gov|meeting)?\.(?:com|us)"
    r"|(?:[a-z0-9-]*\.)?teams\.(?:microsoft|live)|microsoft-?teams|webex\.com|webex|meet\.google|google-?meet|meet\.jit"
    r"|jit\.si|gomeet|zavi|vnptmeeting|viettelmeeting|bigbluebutton|trueconf)(?:[.-]|$)"
)
_WITHIN = re.compile(
    r"(?:zoom\.us|zoom\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.google\.com|meet\.jit\.si|gomeet\.vn)/"
    r"|/(?:l/meetup-join|j/\d{9,12})\b",
    re.IGNORECASE,
)
_ALIKE = str.maketrans("0135", "oles")


def is_look_alike(address: WebAddress, known: KnownHosts = NO_HOSTS) -> bool:
    """An address that borrows a service's name (zoom.us.evil.com, evil.com/zoom.us/j/1, zo0m.us) without being it."""
    host = address.host
    if known.of(host) or any(is_its_host(host) for is_its_host in _HOSTS.values()):
        return False
    if is_below(host, "microsoft.com", "google.com", "zoom.us", "cisco.com", "vnpt.vn", "viettel.vn", "office.com"):
        return False
    plain = host.translate(_ALIKE)
    if plain != host and any(is_its_host(plain) for is_its_host in _HOSTS.values()):
        return True
    return bool(_BRANDS.search(host) or _WITHIN.search(address.path + "?" + unquote(address.query)))
