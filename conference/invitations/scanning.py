"""Finds where addresses stand in a text: bare, in <…>, as [words](…), cut over lines, without https:// before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST_TEXT = 200_000
"""Letters looked at. The longest invitation seen has 20,000."""
MOST_ADDRESSES = 300
_LONGEST_ADDRESS = 4_000
_MOST_LINES = 14
_WIDE = 60
"""Lines shorter than this were not broken for want of room (mail programs break at 72 to 78)."""

_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x2061, 0xFEFF))
_SPACES = dict.fromkeys(
    (0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000), " "
)
_CLEAN: dict[int, str | None] = {
    **_INVISIBLE,
    **_SPACES,
    0x2028: "\n",
    0x2029: "\n",
    0x0B: "\n",
    0x0C: "\n",
    0x0D: None,
}

_SCHEMES = (
    r"rtsps?://|srt://|sips?:(?!//)|(?:zoommtg|zoomus|gomeet|trueconf|webex|wbx|lync|skype|callto|h323|conf):(?=/{0,2}\w)"
    r"|msteams:(?=/)"
)
_START = re.compile(
    rf"https?://|(?<![A-Za-z0-9])(?:{_SCHEMES})"
    r"|(?<![\w@./:%=&?#+-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,10}/(?=[A-Za-z0-9#])",
    re.IGNORECASE,
)
_RUN = re.compile(r"[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{1,4000}")
_HOST_RUN = re.compile(r"https?://[^\s/?#<>\"()\[\]]{1,253}", re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*\n(?:[ \t>]{0,40})")
_TO_TARGET = re.compile(r"[ \t]{0,2}\n?[ \t]{0,2}<(?=[a-z]{2,8}:)|\]\([ \t]{0,2}(?=[a-z]{2,8}:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """An address in a text. ``choices``: how it may be read, the shortest first (each further one takes another line);
    ``likely``: of each, that it goes on from the one before; ``label``: the address its own words showed."""

    start: int
    end: int
    choices: tuple[str, ...]
    likely: tuple[bool, ...] = field(default=())
    label: str = ""


def clean_text(text: str) -> str:
    """What may be looked at: bounded, without what cannot be seen, one kind of blank and of line's end (a calendar's
    written-out one too)."""
    return re.sub(r"\\[nN]", "\n", text[:LONGEST_TEXT].translate(_CLEAN))


def addresses_in(text: str) -> Iterator[Written]:
    """Every address of a cleaned text, in order. One that is only the words of another (label <target>) is told as that
    one's ``label``: it is the target that would be opened."""
    place, label, label_end = 0, "", -1
    for _ in range(MOST_ADDRESSES):
        match = _START.search(text, place)
        if match is None:
            return
        start = match.start()
        end, choices, likely = _read(text, start)
        target = _TO_TARGET.match(text, end)
        if target is not None:
            label, label_end, place = label or choices[0], target.end(), target.end()
            continue
        yield Written(start, end, choices, likely, label if start == label_end else "")
        label, label_end = "", -1
        place = max(end, start + 1)


def _read(text: str, start: int) -> tuple[int, tuple[str, ...], tuple[bool, ...]]:
    if start and text[start - 1] == "<":
        bracketed = text.find(">", start, start + _LONGEST_ADDRESS)
        inside = "".join(text[start:bracketed].split()) if bracketed > 0 else ""
        if inside and _RUN.fullmatch(inside):
            return bracketed, (inside,), (True,)
    foreign = _HOST_RUN.match(text, start)
    if foreign is not None and not foreign[0].isascii():
        rest = _RUN.match(text, foreign.end())
        end = rest.end() if rest else foreign.end()
        return end, (text[start:end],), (True,)
    run = _RUN.match(text, start)
    if run is None:
        return start + 1, (text[start : start + 1],), (True,)
    if run[0].endswith("=") and text[run.end() : run.end() + 1] == "\n":
        end, joined = _quoted_printable(text, start)
        return end, (joined,), (True,)
    first = run[0].rstrip("_") if text[start - 1 : start] == "_" else run[0]
    if re.search(r"[?&]\w+=3D", first):
        first = _without_quoting(first)
    choices, likely, end = [first], [True], run.end()
    joined, reach = first, run.end()
    for _ in range(_MOST_LINES):
        line_break = _BREAK.match(text, reach)
        more = _RUN.match(text, line_break.end()) if line_break is not None else None
        if more is None or not _may_go_on(more[0]):
            break
        line_start = text.rfind("\n", 0, reach) + 1
        is_wide = reach - line_start >= _WIDE
        is_alone = not text[more.end() : more.end() + 1].strip(" \t\n")
        likely.append(is_wide and is_alone and _is_torn(joined, more[0]))
        joined += more[0]
        choices.append(joined)
        reach = more.end()
        if text[reach : reach + 1] not in ("", "\n", " "):
            break
    return end, tuple(choices), tuple(likely)


def _may_go_on(token: str) -> bool:
    if not re.search(r"[A-Za-z0-9]", token) or token.endswith(":") or _START.match(token):
        return False
    return not token.lower().startswith(("www.", "mailto:", "tel:", "--", "__", "=="))


def _is_torn(before: str, token: str) -> bool:
    """Whether ``token`` looks like the rest of an address, not like a word or a number of its own."""
    if before.endswith(("=", "%", "&", "?", "_", "-", "/")) or re.search(r"%[0-9a-fA-F]?$", before):
        return True
    if token.isdigit():
        return False
    return bool(re.search(r"[0-9%=&?_/]", token)) or bool(re.search(r"[a-z][A-Z]|[A-Z]{2}[a-z]", token))


def _quoted_printable(text: str, start: int) -> tuple[int, str]:
    """Left-over quoted-printable: "=" at the line's end joins, =3D is "="."""
    joined, place = "", start
    for _ in range(_MOST_LINES * 4):
        run = _RUN.match(text, place)
        if run is None:
            break
        place = run.end()
        if not (run[0].endswith("=") and text[place : place + 1] == "\n"):
            joined += run[0]
            break
        joined += run[0][:-1]
        place += 1
    return place, _without_quoting(joined)


def _without_quoting(written: str) -> str:
    return re.sub(r"=([0-9A-F]{2})", lambda match: chr(int(match[1], 16)), written)
