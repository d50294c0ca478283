"""`spoken(error)`: the words for an error in the language in force. `error_messages` has them, without Qt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .error_messages import CONTEXT, Description, describe


def spoken(error: BaseException) -> Description:
    return describe(error, lambda text: QCoreApplication.translate(CONTEXT, text))
