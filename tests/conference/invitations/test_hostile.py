"""Hostile texts: nothing raises, everything ends, and whatever is found is an address of a service we know, plainly."""

from __future__ import annotations

import random
from urllib.parse import quote, urlsplit

import pytest

from conference import Findings, InvitationParts, Service, find_links

from .corpus_reader import KNOWN, cases

MILLION = 1_000_000
PIECES = (
    *("<", "<a ", '<a href="', "<!--", "<style>", "</a>", "](http:", "<https://a", "https://", "rtsp://", "sip:a@"),
    *(
        "a.",
        "a-",
        "a",
        "=\n",
        "%",
        "&",
        "&#9",
        "&lt;",
        "\n",
        " ",
        "ID: 1 ",
        "mat khau ",
        "pass: ",
        "\u200b",
        "()",
        "\\n",
    ),
    *("https://zoom.us/j/", "https://x.safelinks.protection.outlook.com/?url=", "https://urldefense.com/v3/__", "**A"),
)


def is_plain(findings: Findings) -> bool:
    """Every link may be opened as it stands: a scheme of ours, a plain host, nobody's credentials."""
    for link in findings.links:
        parts = urlsplit(link.address)
        assert link.address.isascii() and link.address.isprintable() and " " not in link.address
        assert parts.scheme in ("https", "sip", "sips", "rtsp", "rtsps", "srt"), link
        if link.service is not Service.SIP:
            assert parts.hostname == link.host and "@" not in parts.netloc and "xn--" not in link.host
            assert (parts.scheme == "https") is (link.service is not Service.ROOM)
    return True


@pytest.mark.parametrize("piece", PIECES)
def test_a_million_letters_of_one_kind_come_to_an_end(piece: str) -> None:
    text = piece * (MILLION // len(piece))
    for parts in (InvitationParts(notes=text), InvitationParts(html=text), InvitationParts((text,), text, text)):
        assert is_plain(find_links(parts, KNOWN))


def test_wrappers_are_undone_a_few_times_not_for_ever() -> None:
    link = "https://zoom.us/j/98765432101"
    for _ in range(4):
        link = "https://x.safelinks.protection.outlook.com/?url=" + quote(link, safe="")
    assert find_links(InvitationParts(notes=link)).links
    for _ in range(6):
        link = "https://www.google.com/url?q=" + link
    assert find_links(InvitationParts(notes=link)).links == ()


def test_what_leads_to_itself_ends() -> None:
    inner = "https://www.google.com/url?q="
    assert find_links(InvitationParts(notes=inner + quote(inner + quote(inner, safe=""), safe=""))).links == ()


def test_chance_makes_nothing_dangerous() -> None:
    """Pieces of invitations and of markup in any order: what comes out is plain, and the same each time."""
    chance = random.Random(20261122)
    pieces = [
        *PIECES,
        "zoom.us",
        "zoom.us.evil.example",
        "@",
        "#",
        "?url=",
        "evil.example/",
        "\u202e",
        "xn--",
        "о",
        ">",
        '"',
    ]
    pieces += [text for case in cases() for texts in case.parts.values() for text in texts if len(text) < 300]
    for _ in range(300):
        text = "".join(chance.choice(pieces) for _ in range(chance.randrange(1, 14)))
        parts = InvitationParts((text,), text[:80], text, text, text)
        found = find_links(parts, KNOWN)
        assert is_plain(found)
        assert find_links(parts, KNOWN) == found


def test_an_unfinished_text_raises_nothing_and_finds_nothing_else() -> None:
    """Every invitation cut anywhere: hosts stay among those of the whole one."""
    chance = random.Random(7)
    for case in cases():
        hosts = {urlsplit(address).hostname for _, address in case.links}
        for name, texts in case.parts.items():
            if name == "conference":
                continue
            cut = texts[0][: chance.randrange(len(texts[0]) + 1)]
            found = find_links(InvitationParts(**{name: cut}), KNOWN)
            web = {urlsplit(one.address).hostname for one in found.links if one.service is not Service.SIP}
            assert web <= hosts | _hosts_in(texts), case.name


def _hosts_in(texts: list[str]) -> set[str | None]:
    return {urlsplit(link.address).hostname for link in find_links(InvitationParts(tuple(texts)), KNOWN).links}
