"""The window's questions under way: who asked, and what is done with the answer. Used by the service link alone."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer

_log = logging.getLogger(__name__)
PATIENCE = 45_000
"""Milliseconds; the server's own patience ends earlier (`MailSettings.timeout`), a process that hangs says nothing."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came home: the answer unpacked, or an error."""

    id: int
    value: object = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    owner: QObject
    then: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class QuestionsAsked:
    """Lives on the window's thread. Each question is answered exactly once, or not at all if its owner is gone."""

    def __init__(self, parent: QObject) -> None:
        self._parent = parent
        self._ids = itertools.count(1)
        self._questions: dict[int, _Question] = {}

    def add(
        self, owner: QObject, then: Callable[[Any], None], failed: Callable[[Exception], None] | None, patience: int
    ) -> int:
        """A new id; after ``patience`` milliseconds the question fails as `mail.Offline`."""
        from mail import Offline

        id_ = next(self._ids)
        self._questions[id_] = _Question(owner, then, failed)
        QTimer.singleShot(patience, self._parent, lambda: self.settle(Answered(id_, error=Offline())))
        return id_

    def fail_soon(self, id_: int, error: Exception) -> None:
        """Not from within the call that asked: whoever asks need not be ready for the answer yet."""
        QTimer.singleShot(0, self._parent, lambda: self.settle(Answered(id_, error=error)))

    def settle(self, answered: Answered) -> None:
        question = self._questions.pop(answered.id, None)
        if question is None or not shiboken6.isValid(question.owner):
            return
        if answered.error is None:
            question.then(answered.value)
        elif question.failed is not None:
            question.failed(answered.error)
        else:
            _log.info("a question was not answered: %s", type(answered.error).__name__)

    def fail_all(self, error: Exception) -> None:
        for id_ in list(self._questions):
            self.settle(Answered(id_, error=error))
