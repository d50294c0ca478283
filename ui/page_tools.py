"""What every page is given: the desk, the way into the background, the service, her preferences, and a voice."""

from __future__ import annotations

from dataclasses import dataclass

from .background import Background
from .desk import Desk
from .notices import Notices
from .preferences import Preferences
from .service_link import ServiceLink


@dataclass(frozen=True)
class PageTools:
    desk: Desk
    background: Background
    service: ServiceLink
    preferences: Preferences
    notices: Notices
