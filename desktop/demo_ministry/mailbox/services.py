"""What a mailbox has besides mail, as plain values: automatic replies, inbox rules, how full it is."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class AutomaticReplies:
    """In EWS's words; replies are HTML, moments as they came."""

    state: str = "Disabled"
    audience: str = "None"
    start: str = "2026-01-01T00:00:00"
    end: str = "2026-01-02T00:00:00"
    internal: str = ""
    external: str = ""


@dataclass(slots=True)
class DemoTask:
    """``due`` as on the wire, or empty."""

    subject: str
    due: str = ""
    is_complete: bool = False
    importance: str = "Normal"


@dataclass(frozen=True, slots=True)
class DemoContact:
    name: str
    addresses: tuple[str, ...]
    organisation: str = ""
    department: str = ""
    post: str = ""


@dataclass(slots=True)
class Services:
    """``rules`` by id: the XML of <t:Rule>. Quotas are in KB, ``used`` in bytes (None: as counted)."""

    replies: AutomaticReplies = field(default_factory=AutomaticReplies)
    rules: dict[str, bytes] = field(default_factory=dict)
    tasks: dict[str, DemoTask] = field(default_factory=dict)
    contacts: list[DemoContact] = field(default_factory=list)
    has_outlook_blob: bool = False
    used: int | None = None
    warning_quota: int | None = None
    send_quota: int | None = None
    receive_quota: int | None = None
