"""Stands before every request of the web view: only the mail shown and its own parts are given, the rest is refused."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)

from .document import POLICY, SCHEME

_log = logging.getLogger(__name__)
_MOST_HELD = 8
_HEADERS = {
    b"Content-Security-Policy": POLICY.encode(),
    b"X-Content-Type-Options": b"nosniff",
    b"Referrer-Policy": b"no-referrer",
}


@dataclass(frozen=True)
class Served:
    document: bytes
    parts: Mapping[str, tuple[str, bytes]]


class Gatekeeper(QWebEngineUrlRequestInterceptor):
    """Refuses by default. ``refused`` counts, for the tests and for a word in the log; addresses are never written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        scheme = info.requestUrl().scheme()
        is_ours = scheme == SCHEME and bytes(info.requestMethod().data()) == b"GET"
        if not is_ours and scheme != "data":
            self.refused += 1
            _log.info("the web view asked for something outside the mail (%s): refused", scheme[:12])
            info.block(True)


class PartServer(QWebEngineUrlSchemeHandler):
    """Gives out what was put here, under a token nobody can guess; an older mail's token opens nothing any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[str, Served] = {}

    def put(self, served: Served) -> str:
        """Returns the address of the document."""
        token = secrets.token_hex(16)
        self._held[token] = served
        while len(self._held) > _MOST_HELD:
            self._held.pop(next(iter(self._held)))
        return f"{SCHEME}://{token}/"

    def forget(self, address: str) -> None:
        self._held.pop(address.removeprefix(f"{SCHEME}://").rstrip("/"), None)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        served = self._held.get(url.host())
        path = url.path().lstrip("/")
        if served is None or bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        if path == "":
            kind, content = "text/html;charset=utf-8", served.document
        elif path in served.parts:
            kind, content = served.parts[path]
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(content))
        # Each a list: a multi-map in Qt, which the library's type hints do not say.
        job.setAdditionalResponseHeaders(
            {QByteArray(name): [QByteArray(value)] for name, value in _HEADERS.items()}  # type: ignore[misc]
        )
        job.reply(QByteArray(kind.encode()), buffer)
