"""Sentences for the person at the desk. Pages raise them; the main window shows them where their weight says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from .weight import Weight as Weight


@dataclass(frozen=True, slots=True)
class Notice:
    """``action_text`` names a button beside the sentence (e.g. "Hoàn tác"); ``action`` is what it does."""

    text: str
    weight: Weight = Weight.NOTICE
    action_text: str = ""
    action: Callable[[], None] | None = None
    is_failure: bool = False
    seconds: int = 0
    """How long there is for it: counted down beside the sentence, then the notice goes. 0: no such limit."""


class Notices(QObject):
    """One for the whole window; `raised` carries a `Notice`, `error_raised` an exception to be put into words."""

    raised = Signal(object)
    error_raised = Signal(object)

    def say(
        self, text: str, *, action_text: str = "", action: Callable[[], None] | None = None, seconds: int = 0
    ) -> None:
        self.raised.emit(Notice(text, Weight.NOTICE, action_text, action, seconds=seconds))

    def say_in_status(self, text: str) -> None:
        self.raised.emit(Notice(text, Weight.STATUS))

    def say_error(self, error: Exception) -> None:
        """The window finds the words (`ui.error_messages`)."""
        self.error_raised.emit(error)
