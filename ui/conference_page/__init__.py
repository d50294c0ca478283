"""The conference page: a lobby with one button, then the two sites. It loads when it is first asked for: what reads
invitations comes without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .page import ConferencePage


def __getattr__(name: str) -> Any:
    if name == "ConferencePage":
        from .page import ConferencePage

        return ConferencePage
    raise AttributeError(name)


__all__ = ["ConferencePage"]
