"""Reads the files of `corpus`: invitations in their parts, and what is to be found in each.

A record begins with "===== name". Then: ``link: service address`` (one line each, in order; "none"), ``refused: kind
host``, ``number``, ``passcode``, ``room`` of the first link; then parts, each after "----- notes" (location, page,
conference, html).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from conference import InvitationParts, KnownHosts, Service

CORPUS = Path(__file__).parent / "corpus"
KNOWN = KnownHosts(
    (
        (Service.JITSI, "hop.boldptxh.example"),
        (Service.BIGBLUEBUTTON, "tructuyen.boldptxh.example"),
        (Service.TRUECONF, "vks.boldptxh.example"),
        (Service.POLYCOM, "rpcs.boldptxh.example"),
        (Service.SKYPE, "meet.boldptxh.example"),
        (Service.ROOM, "cau1.boldptxh.example"),
    )
)
"""As a ministry's profile would name them."""


@dataclass
class Case:
    name: str
    links: list[tuple[str, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def invitation(self) -> InvitationParts:
        one = {name: texts[0] for name, texts in self.parts.items() if name != "conference"}
        return InvitationParts(tuple(self.parts.get("conference", ())), **one)


def cases() -> list[Case]:
    return [case for path in sorted(CORPUS.glob("*.txt")) for case in _read(path)]


def _read(path: Path) -> list[Case]:
    found: list[Case] = []
    part: list[str] | None = None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("===== "):
            found.append(Case(f"{path.stem}: {line[6:]}"))
            part = None
        elif line.startswith("----- ") and found:
            part = []
            found[-1].parts.setdefault(line[6:], []).append("")
            texts = found[-1].parts[line[6:]]
        elif part is not None:
            part.append(line)
            texts[-1] = "\n".join(part).rstrip("\n")
        elif found and ": " in line + " ":
            key, _, value = line.partition(":")
            value = value.strip()
            if key == "link" and value != "none":
                service, _, address = value.partition(" ")
                found[-1].links.append((service, address))
            elif key == "refused":
                found[-1].refused.append(value)
            elif key != "link":
                found[-1].said[key] = value
    return found
