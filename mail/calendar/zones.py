"""Time zones by name. The adapter maps the server's ids to IANA names, or to rules in the manner of POSIX TZ; here they
become ``tzinfo``. A name nobody knows is the desk's own zone, never an error."""

from __future__ import annotations

from zoneinfo import ZoneInfo

OWN_ZONE_NAME = "Asia/Ho_Chi_Minh"
OWN_ZONE = ZoneInfo(OWN_ZONE_NAME)
"""The mailbox's zone, unless its owner's profile says otherwise."""
