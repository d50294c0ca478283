"""People as they are typed into To, Cc and Bcc: “Tên <địa chỉ>; địa chỉ, …”. No Qt; used by the composer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mail import Person

_SEPARATORS = ";,\n\t"
_LONGEST_FIELD = 200_000
# RFC 5321 dot-string at a domain of at least two labels: what an Exchange directory hands out. No quoted local parts.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?",
    re.ASCII,
)


def is_address(text: str) -> bool:
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def read_people(typed: str) -> tuple[list[Person], list[str]]:
    """The people in ``typed``, each address once, and the pieces that are none (to be shown as they were typed)."""
    people: dict[str, Person] = {}
    wrong: list[str] = []
    for piece in _pieces(typed[:_LONGEST_FIELD]):
        person = _read_one(piece)
        if person is None:
            wrong.append(piece)
        else:
            people.setdefault(person.address.lower(), person)
    return list(people.values()), wrong


def write_people(people: Iterable[Person]) -> str:
    """The same text again, so that `read_people` gives these people back."""
    return "; ".join(_write_one(person) for person in people)


def _pieces(typed: str) -> Iterable[str]:
    """Split at separators that stand in no quotes and no angle brackets."""
    piece: list[str] = []
    in_quotes = in_brackets = False
    for letter in typed:
        if letter == '"' and not in_brackets:
            in_quotes = not in_quotes
        elif letter == "<" and not in_quotes:
            in_brackets = True
        elif letter == ">":
            in_brackets = False
        # A forgotten bracket or quote must not swallow the rest of the field: a line or a semicolon always ends it.
        if (letter in _SEPARATORS and not in_quotes and not in_brackets) or letter in "\n;":
            in_quotes = in_brackets = False
            if text := "".join(piece).strip():
                yield text
            piece = []
        else:
            piece.append(letter)
    if text := "".join(piece).strip():
        yield text


def _read_one(piece: str) -> Person | None:
    if piece.endswith(">") and "<" in piece:
        name, _, address = piece[:-1].rpartition("<")
        name, address = " ".join(name.split()).strip('"').strip(), address.strip()
    else:
        name, address = "", piece.strip("<>").strip()
    address = address.removeprefix("mailto:")
    return Person(name, address) if is_address(address) else None


def _write_one(person: Person) -> str:
    name = " ".join(person.name.replace('"', " ").replace("<", " ").replace(">", " ").split())
    if not name or name == person.address:
        return person.address
    if any(separator in name for separator in _SEPARATORS):
        name = f'"{name}"' if ";" not in name else name.replace(";", " ")
    return f"{name} <{person.address}>"
