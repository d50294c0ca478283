"""MIME as a tree of parts that can always be walked: bounded in parts, depth and time, never an exception.

Used by `mail.reading` only. `compat32` parsing keeps every part as it came; headers and encodings are undone by
`mail.mime_headers`, because the modern policy loses attachments and raises on hostile mail (facts measured on public
test mails: 107 of 372 raised KeyError in `get_content`).
"""

from __future__ import annotations

import binascii
import email.feedparser
import email.message
import email.policy
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .mime_headers import decode_bytes, decode_words, lenient_base64, main_value, parameters, raw_text

MAX_PARTS = 1_000
MAX_MULTIPARTS = 50
"""Containers in one message: the parser's time is lines times depth."""
PARSE_SECONDS = 10.0
_FEED = 256 * 1024


class TooMuch(Exception):
    """The message goes beyond what is read; what was read until then is kept."""


class Part(email.message.Message):
    """One part. Embedded messages are kept as they came, unparsed: they are attachments (.eml)."""

    counter: _Counter | None = None
    _kind: str | None = None

    def get_content_type(self) -> str:
        """What the parser decides on: only a multipart within the bounds is descended into."""
        if self._kind is None:
            declared = self.media_type
            is_multipart = declared.startswith("multipart/")
            goes_too_deep = is_multipart and self.counter is not None and not self.counter.may_nest()
            is_opaque = goes_too_deep or declared.startswith("message/")
            self._kind = "application/octet-stream" if is_opaque else declared
        return self._kind

    def get_boundary(self, failobj: Any = None) -> Any:
        """Ours, because the library's decodes the parameter and raises on unknown charsets."""
        for name, value in self.raw_items():
            if name.lower() == "content-type":
                boundary = parameters(value).get("boundary")
                return boundary.rstrip() if boundary else failobj
        return failobj

    def values(self, name: str) -> list[str]:  # type: ignore[override]
        return [str(value) for key, value in self.raw_items() if key.lower() == name]

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    @property
    def media_type(self) -> str:
        declared = main_value(self.value("content-type"))
        kind, slash, subtype = declared.partition("/")
        if not slash or not kind or not subtype or "/" in subtype or " " in declared:
            return "text/plain"
        return declared[:120]

    @property
    def file_name(self) -> str:
        name = parameters(self.value("content-disposition")).get("filename")
        return name or parameters(self.value("content-type")).get("name", "")

    @property
    def disposition(self) -> str:
        return main_value(self.value("content-disposition"))

    @property
    def content_id(self) -> str | None:
        return raw_text(self.value("content-id")).strip().strip("<>").strip() or None

    @property
    def parts(self) -> list[Part]:
        payload = self._payload  # type: ignore[attr-defined]
        return [part for part in payload if isinstance(part, Part)] if isinstance(payload, list) else []

    @property
    def is_container(self) -> bool:
        return isinstance(self._payload, list)  # type: ignore[attr-defined]

    def content(self) -> bytes:
        """What the part holds, its transfer encoding undone; a damaged encoding is undone as far as it goes."""
        payload = self._payload  # type: ignore[attr-defined]
        if not isinstance(payload, str):
            return b""
        raw = payload.encode("utf-8", "surrogateescape")
        encoding = raw_text(self.value("content-transfer-encoding")).strip().lower().split(";")[0].split(" ")[0]
        if encoding == "base64":
            return lenient_base64(raw)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(raw)
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            return _uudecoded(raw)
        return raw

    def text(self, limit: int) -> str:
        """The part as text, at most about ``limit`` characters."""
        charset = parameters(self.value("content-type")).get("charset")
        text = decode_bytes(self.content()[: limit * 4], charset)[:limit]
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")

    def subject(self) -> str:
        return decode_words(self.value("subject"))


@dataclass
class _Counter:
    parts: int = 0
    multiparts: int = 0
    root: Part | None = field(default=None)
    beyond: bool = False

    def may_nest(self) -> bool:
        self.multiparts += 1
        if self.multiparts > MAX_MULTIPARTS:
            self.beyond = True
            return False
        return True

    def new_part(self, policy: email.policy.Policy | None = None) -> Part:
        self.parts += 1
        if self.parts > MAX_PARTS:
            raise TooMuch
        part = Part(policy or email.policy.compat32)
        part.counter = self
        if self.root is None:
            self.root = part
        return part


@dataclass(frozen=True, slots=True)
class MimeTree:
    """``is_whole`` is False where the message went beyond the bounds or its structure broke the parser."""

    root: Part
    is_whole: bool


def parse_tree(mime: bytes) -> MimeTree:
    """The parts of a message. Never raises."""
    counter = _Counter()
    is_whole = True
    deadline = time.monotonic() + PARSE_SECONDS
    root: Part | None = None
    try:
        parser = email.feedparser.BytesFeedParser(counter.new_part, policy=email.policy.compat32)
        for start in range(0, len(mime), _FEED):
            parser.feed(mime[start : start + _FEED])
            if time.monotonic() > deadline:
                is_whole = False
                break
        closed = parser.close()
        root = closed if isinstance(closed, Part) else None
    except Exception:  # whatever hostile mail made the parser raise: what it had read by then is kept
        is_whole = False
    root = root or counter.root
    if root is None:
        root = Part(email.policy.compat32)
        root.set_payload("")
    return MimeTree(root, is_whole and not counter.beyond)


def leaves(part: Part, containers: tuple[str, ...] = ()) -> Iterator[tuple[Part, tuple[str, ...], bool]]:
    """Every leaf in reading order, with the media types of the containers around it, and whether it is the first in
    the innermost of them."""
    for position, child in enumerate(part.parts):
        around = (*containers, part.media_type)
        if child.is_container:
            yield from leaves(child, around)
        else:
            yield child, around, position == 0
    if not part.is_container and not containers:
        yield part, (), True


def _uudecoded(raw: bytes) -> bytes:
    decoded = []
    for line in raw.splitlines():
        if line.startswith((b"begin ", b"end")) or not line.strip():
            continue
        try:
            decoded.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders put garbage after the line's own length (as the standard library's `uu` knows).
            used = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                decoded.append(binascii.a2b_uu(line[:used]))
            except binascii.Error:
                continue
    return b"".join(decoded)
