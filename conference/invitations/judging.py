"""Judges one written address: the way into a meeting that may be opened, one that is refused, or nothing at all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from urllib.parse import parse_qs, quote, urlencode

from ..errors import ConferenceError
from ..site_address import parse_site_address
from .model import NO_HOSTS, KnownHosts, MeetingLink, RefusalKind, RefusedLink, Service, Source
from .services import is_look_alike, meeting_at
from .web_address import is_plain_host, web_address
from .wrappers import unwrapped

Judgement = MeetingLink | RefusedLink | None

_ENTITY = re.compile(r"&(?:gt|lt|quot|nbsp|apos|#\d{1,5}|#x[0-9a-f]{1,4});.*", re.IGNORECASE | re.DOTALL)
_GLUED = re.compile(
    r"((?:zoom\.us|zoom\.com)/j/\d{9,11}|meet\.google\.com/[a-z]{3}-[a-z]{4}-[a-z]{3})(?=[A-Za-z])[A-Za-z].*"
)
_SIP = re.compile(r"(sips?):([A-Za-z0-9._+*-]{1,100})@([A-Za-z0-9.-]{4,200})(:\d{2,5})?", re.IGNORECASE)
_DEEP = re.compile(r"(zoommtg|zoomus|msteams|gomeet|trueconf|webex|wbx|callto|h323|im|lync|skype|conf):", re.IGNORECASE)
_LOOKS_LIKE = str.maketrans("аеорсухіјѕԁһԝοανιｅ", "aeopcyxijsdhwoavie")
_ENDS = ".,;:!?'*~"


def judged(written: str, source: Source, known: KnownHosts = NO_HOSTS) -> Judgement:
    """What an address, as it stands in a text (with what clings to its end), is to this desk."""
    written = without_what_clings(written)
    for _ in range(2):  # a deep link may carry a web address, which may be another program's page
        match = _DEEP.match(written)
        if match is None:
            break
        inner = _as_web_address(match[1].lower(), written)
        if inner is None:
            return RefusedLink(RefusalKind.DEEP_LINK, match[1].lower())
        written = inner
    if re.match(r"(?:[a-z0-9-]+\.)+[a-z]{2,10}/", written, re.IGNORECASE):
        written = f"https://{written}"
    scheme = written.partition(":")[0].lower()
    if scheme in ("sip", "sips"):
        return _sip(written, source)
    if scheme in ("rtsp", "rtsps", "srt"):
        return _room(written, source, known)
    return _web(written, source, known)


def shown_host_of(written: str) -> str:
    """The host an address shows, whatever it may lead to; "" for none."""
    match = re.match(
        r"(?:[a-z][a-z0-9+.-]{1,20}:(?://)?)?(?:[^\s/@<>]*@)?([^\s/:?#<>\"]{3,253})", written, re.IGNORECASE
    )
    return match[1].lower().rstrip(".") if match else ""


def without_what_clings(written: str) -> str:
    """Without the punctuation, markup and entities a text leaves at an address' end."""
    written = _ENTITY.sub("", re.sub(r"&amp;", "&", written, flags=re.IGNORECASE))
    if written.count("(") > written.count(")"):
        written = written[: written.rindex("(")]
    while written:
        last = written[-1]
        unbalanced = last == ")" and written.count(")") > written.count("(")
        if last not in _ENDS and not unbalanced:
            break
        written = written[:-1]
    return written


def _web(written: str, source: Source, known: KnownHosts) -> Judgement:
    confusable = _confusable(written)
    if confusable:
        return RefusedLink(RefusalKind.CONFUSABLE, confusable)
    target = unwrapped(written)
    confusable = _confusable(target)
    if confusable:
        return RefusedLink(RefusalKind.CONFUSABLE, confusable)
    deep = _DEEP.match(target)
    if deep is not None:
        return RefusedLink(RefusalKind.DEEP_LINK, deep[1].lower())
    address = web_address(without_what_clings(target))
    if address is None:
        return None
    meeting = meeting_at(address, known)
    if meeting is None and (glued := _GLUED.search(target)) is not None:
        shorter = web_address(target[: glued.start()] + glued[1])
        meeting = meeting_at(shorter, known) if shorter is not None else None
    if meeting is not None:
        return MeetingLink(
            str(meeting.address),
            meeting.service,
            meeting.address.host,
            source,
            meeting.number,
            meeting.passcode,
            meeting.room,
        )
    return RefusedLink(RefusalKind.LOOK_ALIKE, address.host) if is_look_alike(address, known) else None


def _confusable(written: str) -> str:
    """The host, where letters of another script make it look like a service's; "" otherwise."""
    match = re.match(r"https?://([^\s/?#<>\"@]{3,253})", written, re.IGNORECASE)
    if match is None or (match[1].isascii() and "xn--" not in match[1].lower()):
        return ""
    shown = host = match[1].lower()
    if "xn--" in host:
        try:
            shown = host.encode("ascii").decode("idna")
        except UnicodeError:
            return ""
    plain = unicodedata.normalize("NFKD", shown).translate(_LOOKS_LIKE).translate(str.maketrans("ıɡ", "ig"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).partition(":")[0]
    if not is_plain_host(plain):
        return ""
    address = web_address(f"https://{plain}/j/123456789")
    imitates = address is not None and (meeting_at(address) is not None or is_look_alike(replace(address, path="/")))
    others = (f"https://{plain}/abc-defg-hij", f"https://{plain}/meet/1234567890")
    imitates = imitates or any((one := web_address(other)) is not None and meeting_at(one) for other in others)
    return host if imitates else ""


def _as_web_address(scheme: str, written: str) -> str | None:
    """What a deep link of a service would open, as the service's own web page, without its other arguments."""
    body = written.partition(":")[2].lstrip("/")
    host, _, rest = body.partition("/")
    query = rest.partition("?")[2] or host.partition("?")[2]
    host = host.partition("?")[0].lower()
    try:
        fields = parse_qs(query, max_num_fields=40)
    except ValueError:
        return None
    if scheme in ("zoommtg", "zoomus"):
        number = "".join(fields.get("confno", [""])[0].split())
        if not (host in ("zoom.us", "zoom.com") or host.endswith((".zoom.us", ".zoom.com"))):
            return None
        if not re.fullmatch(r"\d{9,12}", number):
            return None
        code = fields.get("pwd", [""])[0]
        return f"https://{host}/j/{number}" + (f"?{urlencode({'pwd': code})}" if code else "")
    if scheme == "msteams" and body.startswith(("l/meetup-join/", "teams.microsoft.com/l/meetup-join/")):
        return "https://teams.microsoft.com/" + body.removeprefix("teams.microsoft.com/")
    if scheme == "gomeet":
        inner = fields.get("url", [""])[0] or written.partition("url=")[2]
        return inner if inner.startswith("https://") else None
    return None


def _sip(written: str, source: Source) -> Judgement:
    """sip:user@host alone: parameters and headers ("?", ";") would tell the phone program more than whom to call."""
    match = _SIP.fullmatch(written)
    if match is None or not is_plain_host(match[3].lower()):
        return None
    user = match[2]
    address = f"{match[1].lower()}:{quote(user, safe='._+*-')}@{match[3].lower()}{match[4] or ''}"
    number = user if re.fullmatch(r"\d{6,20}", user) else ""
    return MeetingLink(address, Service.SIP, match[3].lower(), source, number=number, room=user)


def _room(written: str, source: Source, known: KnownHosts) -> Judgement:
    try:
        address = parse_site_address(written)
    except ConferenceError:
        return None
    if Service.ROOM not in known.of(address.host.lower()):
        return RefusedLink(RefusalKind.UNKNOWN_ROOM, address.host.lower())
    room = address.path.strip("/") or address.query
    return MeetingLink(written, Service.ROOM, address.host.lower(), source, room=room[:120])
