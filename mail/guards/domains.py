"""Whose address it is: the ministry's own, a private mailbox, somebody outside, or one made to look like another."""

from __future__ import annotations

from dataclasses import dataclass

from .confusables import is_mixed, skeleton

_WELL_KNOWN = ("gmail.com", "yahoo.com", "yahoo.com.vn", "outlook.com", "hotmail.com", "icloud.com", "microsoft.com",
               "google.com", "zalo.me", "vnpt.vn", "viettel.com.vn", "vietcombank.com.vn", "bidv.com.vn", "agribank.com.vn")  # fmt: skip # noqa: E501
"""Not the ministry's, but imitated: mailboxes and the senders that phishing borrows in Viet Nam."""
_HONEST = ("email.com", "mail.com", "ymail.com", "rocketmail.com", "fmail.com")
"""Near a well-known name, and themselves."""
_SHORTEST_FOR_ONE_OFF = 5
"""Letters of a name below which one letter more or less says nothing (vnpt, vtpt)."""


@dataclass(frozen=True, slots=True)
class Imitation:
    """``like`` is the domain that is imitated."""

    like: str


def domain_of(address: str) -> str:
    """The domain of an address as people read it: lower case, punycode undone; "" if there is none."""
    domain = address.rpartition("@")[2].strip().strip(".>").lower() if "@" in address else ""
    return ".".join(_readable(label) for label in domain[:253].split("."))


def _readable(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:63].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def is_within(domain: str, domains: tuple[str, ...]) -> bool:
    """Whether ``domain`` is one of these or lies below one."""
    return any(domain == one or domain.endswith("." + one) for one in domains)


def is_foreign_script(domain: str) -> bool:
    """A label of letters of several scripts, or one wholly in look-alikes (Cyrillic "сосо")."""
    for label in domain.split("."):
        if label.isascii():
            continue
        if is_mixed(label) or (skeleton(label).isascii() and not _is_latin(label)):
            return True
    return False


def _is_latin(label: str) -> bool:
    from .confusables import script_of

    return all(script_of(letter) in ("", "LATIN") for letter in label)


def imitation(domain: str, own: tuple[str, ...], registered_suffixes: tuple[str, ...]) -> Imitation | None:
    """The domain that this one was made to look like; None for an honest one. ``registered_suffixes``: nobody but the
    State gives names out there, so one letter more or less is another office."""
    known = (*own, *_WELL_KNOWN)
    if not domain or is_within(domain, (*known, *_HONEST)):
        return None
    if domain.isascii() and is_within(domain, registered_suffixes):
        return None
    seen = skeleton(domain)
    for one in known:
        wanted = skeleton(one)
        if seen == wanted or seen.endswith("." + wanted):
            return Imitation(one)
    for one in own:
        # bo.gov.vn.example.com; bo-gov-vn.com; bo.gov.com: our name with something else behind it
        flat = skeleton(one).replace(".", "")
        if f".{domain}.".find(f".{one}.") >= 0 or (len(flat) >= 8 and flat in seen.replace(".", "")):
            return Imitation(one)
        name, rest = _name_and_rest(one)
        alike = skeleton(name) in [skeleton(label) for label in domain.split(".")]
        if len(name) >= _SHORTEST_FOR_ONE_OFF and alike and rest != _name_and_rest(domain)[1]:
            return Imitation(one)
    for one in known:
        name, rest = _name_and_rest(one)
        other_name, other_rest = _name_and_rest(domain)
        same_rest = rest == other_rest or _is_one_off(rest, other_rest)
        near = _is_one_off(name, other_name) or _is_one_off(skeleton(name), skeleton(other_name))
        if len(name) >= _SHORTEST_FOR_ONE_OFF and same_rest and near:
            return Imitation(one)
        if name == other_name and rest != other_rest and _is_one_off(rest, other_rest):
            return Imitation(one)
    return None


_SECOND_LEVEL = frozenset(("com", "gov", "org", "edu", "net", "co", "ac", "go", "int"))


def _name_and_rest(domain: str) -> tuple[str, str]:
    """("boldptxh", "gov.vn") of mail.boldptxh.gov.vn."""
    labels = domain.split(".")
    ending = 2 if len(labels) >= 3 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 1
    return (labels[-ending - 1] if len(labels) > ending else ""), ".".join(labels[-ending:])


def _is_one_off(first: str, second: str) -> bool:
    """One letter put in, left out, changed, or two neighbours exchanged."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    at = next((place for place, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        return True
    if len(first) == len(second):
        if first[at + 1 :] == second[at + 1 :]:
            return True
        return first[at : at + 2] == second[at : at + 2][::-1] and first[at + 2 :] == second[at + 2 :]
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    return longer[at + 1 :] == shorter[at:]
