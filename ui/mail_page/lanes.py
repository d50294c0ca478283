"""The lane of `ui.background` in which acts, drafts and questions about them keep the order she gave them."""

from __future__ import annotations

LANE = "mail"
