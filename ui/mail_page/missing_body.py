"""A mail whose body is not on this PC is asked for once, though its row is looked at again with every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from mail import ItemId
    from ui.service_link import ServiceLink


def ask_once(waiting: QLabel, service: ServiceLink, item_id: ItemId) -> None:
    """``waiting`` is the label that says so; it remembers for which mail the service was woken."""
    if waiting.property("asked_for") != item_id:
        waiting.setProperty("asked_for", item_id)
        service.refresh(archive=False)
