"""What the conference page is given to be seen and heard: where to, what captures and sends, what the keyring knows.
Made by `desktop.own_sending`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conference import Receiver, SiteCredentials
    from conference.publishing import Publisher


@dataclass(frozen=True)
class OwnSending:
    """``credentials``, ``remember`` and ``forget`` ask the keyring and may block: call them on a worker. A PC without
    one remembers for the session."""

    receiver: Receiver
    make_publisher: Callable[[], Publisher]
    credentials: Callable[[], SiteCredentials]
    remember: Callable[[SiteCredentials], None]
    forget: Callable[[], None]
