"""Log files of the window and of the service: small, rotated, private to her, and without anything of hers in them."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from types import TracebackType

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")
_CREDENTIALS = re.compile(r"(\w+://)[^/@\s]{1,256}@")
_PASSPHRASE = re.compile(r"(?i)(pass(?:word|phrase|wd)?|token|key)=[^&\s]+")


class _Discreet(logging.Formatter):
    """Takes mail addresses, credentials in addresses and passphrases out of every line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        line = _CREDENTIALS.sub(r"\1…@", line)
        line = _PASSPHRASE.sub(r"\1=…", line)
        return _ADDRESS.sub("…@…", line)


class _LateFile(logging.Handler):
    """Opens its file (and loads what rotates it) when there is something to write: rarely at the start."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            try:
                self._file = RotatingFileHandler(self._path, maxBytes=512 * 1024, backupCount=2, encoding="utf-8")
            except OSError:
                return  # a full disk, a folder gone: nothing may fail because it cannot be logged
            self._file.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def start_log(folder: Path, name: str) -> logging.Handler:
    """Write warnings (and our own information) to ``folder/name.log``, three files of 512 kB at most. Returns what
    `end_log` takes."""
    handler = _LateFile(folder / f"{name}.log")
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for ours in ("desktop", "ui", "mail", "conference", "docs_archive"):
        logging.getLogger(ours).setLevel(logging.INFO)
    sys.excepthook = _log_and_show
    return handler


def end_log(handler: logging.Handler) -> None:
    logging.getLogger().removeHandler(handler)
    handler.close()


def _log_and_show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault of ours: into the log, and to whoever started the program from a terminal."""
    logging.getLogger("desktop").critical("unhandled", exc_info=(kind, error, trace))
    if sys.stderr is not None:
        sys.__excepthook__(kind, error, trace)
