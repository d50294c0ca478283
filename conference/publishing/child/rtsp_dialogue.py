"""What is said in RTSP to a receiver before pictures flow: requests, answers taken apart, and who we are (RFC 2326,
digest by RFC 7616). No sockets here; used by `rtsp_sender`."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model import SiteCredentials

_LONGEST_ANSWER = 64 * 1024
_PARAMETER = re.compile(r'(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))')
_HASHES = {"MD5": "md5", "SHA-256": "sha256"}


class RtspTrouble(Exception):
    """The receiver said no, or something that is no RTSP. ``args``: (status code or 0,)."""

    @property
    def status(self) -> int:
        return int(self.args[0]) if self.args else 0


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, tuple[str, ...]]
    """By lower-case name."""
    sequence: int = -1

    def header(self, name: str) -> str:
        values = self.headers.get(name, ())
        return values[0] if values else ""


@dataclass
class AnswerReader:
    """Takes what arrives apart: answers are given back, interleaved packets (the receiver's reports) are dropped."""

    _held: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> list[Answer]:
        """Raises `RtspTrouble` on what is no RTSP."""
        self._held += data
        answers = []
        while self._held:
            if self._held[0] == 0x24:
                if len(self._held) < 4 or len(self._held) < (length := 4 + int.from_bytes(self._held[2:4], "big")):
                    break
                del self._held[:length]
                continue
            ends = self._held.find(b"\r\n\r\n")
            if ends < 0:
                if len(self._held) > _LONGEST_ANSWER:
                    raise RtspTrouble(0)
                break
            answer, body = _answer(bytes(self._held[:ends]).decode("utf-8", "replace"))
            if len(self._held) < ends + 4 + body:
                break
            del self._held[: ends + 4 + body]
            if answer is not None:
                answers.append(answer)
        return answers


def _answer(head: str) -> tuple[Answer | None, int]:
    """The answer (None for a request of the receiver's own) and the length of its body."""
    first, *lines = head.split("\r\n")
    headers: dict[str, tuple[str, ...]] = {}
    for line in lines:
        name, _, value = line.partition(":")
        name = name.strip().lower()
        headers[name] = (*headers.get(name, ()), value.strip())
    length = (headers.get("content-length") or ("0",))[0]
    if not length.isdigit() or int(length) > _LONGEST_ANSWER:
        raise RtspTrouble(0)
    found = re.match(r"RTSP/\d\.\d (\d{3})\b", first)
    if found is None:
        if re.match(r"[A-Z_]+ \S+ RTSP/", first):
            return None, int(length)
        raise RtspTrouble(0)
    said = (headers.get("cseq") or ("",))[0]
    return Answer(int(found[1]), headers, int(said) if said.isdigit() else -1), int(length)


@dataclass
class Conversation:
    """Numbers the requests and answers the receiver's question who we are. ``encrypted``: the line is (rtsps), or is
    this very PC's own; only then may the password go as it is."""

    address: str
    credentials: SiteCredentials
    encrypted: bool
    session: str = ""
    _sequence: int = 0
    _challenge: dict[str, str] = field(default_factory=dict)
    _scheme: str = ""
    _count: int = 0

    def request(self, method: str, url: str, headers: Mapping[str, str] | None = None, body: str = "") -> bytes:
        self._sequence += 1
        lines = [f"{method} {url} RTSP/1.0", f"CSeq: {self._sequence}"]
        if self.session:
            lines.append(f"Session: {self.session}")
        if self._scheme:
            lines.append(f"Authorization: {self._authorization(method, url)}")
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        content = body.encode()
        if content:
            lines.append(f"Content-Length: {len(content)}")
        return "\r\n".join([*lines, "", ""]).encode() + content

    @property
    def sequence(self) -> int:
        return self._sequence

    @property
    def has_answered_who_we_are(self) -> bool:
        return bool(self._scheme)

    def take_challenge(self, answer: Answer) -> bool:
        """Whether the receiver's question can be answered; False where it wants the password readable on an open
        line, or something unknown."""
        offers = answer.headers.get("www-authenticate", ())
        digests = [_parameters(offer) for offer in offers if offer.lower().startswith("digest")]
        known = [one for one in digests if one.get("algorithm", "MD5").upper() in _HASHES]
        if known:
            self._challenge = max(known, key=lambda one: one.get("algorithm", "MD5").upper() == "SHA-256")
            self._scheme, self._count = "digest", 0
            return True
        if self.encrypted and any(offer.lower().startswith("basic") for offer in offers):
            self._scheme = "basic"
            return True
        return False

    def _authorization(self, method: str, url: str) -> str:
        who = self.credentials
        if self._scheme == "basic":
            return "Basic " + base64.b64encode(f"{who.user}:{who.password}".encode()).decode("ascii")
        given = self._challenge
        algorithm = given.get("algorithm", "MD5").upper()
        realm, nonce = given.get("realm", ""), given.get("nonce", "")

        def hashed(text: str) -> str:
            return hashlib.new(_HASHES[algorithm], text.encode(), usedforsecurity=False).hexdigest()

        secret = hashed(f"{who.user}:{realm}:{who.password}")
        asked = hashed(f"{method}:{url}")
        said = {
            "username": who.user.replace("\\", "\\\\").replace('"', '\\"'),
            "realm": realm,
            "nonce": nonce,
            "uri": url,
        }
        extra = ""
        if "auth" in re.split(r"[,\s]+", given.get("qop", "")):
            self._count += 1
            ours, count = secrets.token_hex(8), f"{self._count:08x}"
            said["response"] = hashed(f"{secret}:{nonce}:{count}:{ours}:auth:{asked}")
            said["cnonce"] = ours
            extra = f", qop=auth, nc={count}"
        else:
            said["response"] = hashed(f"{secret}:{nonce}:{asked}")
        if "opaque" in given:
            said["opaque"] = given["opaque"]
        if "algorithm" in given:
            extra += f", algorithm={given['algorithm']}"
        return "Digest " + ", ".join(f'{name}="{value}"' for name, value in said.items()) + extra


def _parameters(offer: str) -> dict[str, str]:
    _, _, rest = offer.partition(" ")
    return {
        found[1].lower(): found[2].replace('\\"', '"').replace("\\\\", "\\") if found[2] is not None else found[3]
        for found in _PARAMETER.finditer(rest)
    }


def description(host: str, video: tuple[bytes, bytes] | None, sound: tuple[int, int, bytes] | None) -> str:
    """The session description (SDP): one H.264 track by its parameter sets, one AAC track by (rate, channels,
    configuration)."""
    family = "IP6" if ":" in host else "IP4"
    lines = ["v=0", f"o=- 0 0 IN {family} 127.0.0.1", "s=-", f"c=IN {family} {host}", "t=0 0"]
    lines[1] = f"o=- {secrets.randbits(31)} 1 IN IP4 127.0.0.1"
    track = 0
    if video is not None:
        sets = ",".join(base64.b64encode(one).decode("ascii") for one in video)
        profile = video[0][1:4].hex()
        lines += ["m=video 0 RTP/AVP 96", "a=rtpmap:96 H264/90000"]
        lines += [f"a=fmtp:96 packetization-mode=1; sprop-parameter-sets={sets}; profile-level-id={profile}"]
        lines += [f"a=control:streamid={track}"]
        track += 1
    if sound is not None:
        rate, channels, configuration = sound
        lines += ["m=audio 0 RTP/AVP 97", f"a=rtpmap:97 MPEG4-GENERIC/{rate}/{channels}"]
        lines += [
            "a=fmtp:97 profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3; "
            f"config={configuration.hex()}"
        ]
        lines += [f"a=control:streamid={track}"]
    return "\r\n".join(lines) + "\r\n"
