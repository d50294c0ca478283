"""One page of the web view: it loads what it was told once, and then stays where it is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineRegisterProtocolHandlerRequest,
)

from .document import SCHEME
from .private_profile import MailProfile


class MailWebPage(QWebEnginePage):
    pressed = Signal(str)
    """Path of a link of the mail (``link/7``, ``vanban/…``); nothing is opened here."""

    def __init__(self, profile: MailProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._expected: QUrl | None = None
        self.permissionRequested.connect(_deny)
        self.fullScreenRequested.connect(_reject_full_screen)
        self.certificateError.connect(_reject_certificate)
        self.registerProtocolHandlerRequested.connect(_reject_handler)
        self.fileSystemAccessRequested.connect(_reject_files)

    def open(self, address: str) -> None:
        self._expected = QUrl(address)
        self.load(self._expected)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Only the document we asked for, once. A pressed link is told; whatever else wants to lead away does not."""
        url = QUrl(url)
        if is_main_frame and url == self._expected and kind == QWebEnginePage.NavigationType.NavigationTypeTyped:
            self._expected = None
            return True
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked and url.scheme() == SCHEME:
            self.pressed.emit(url.path(QUrl.ComponentFormattingOption.FullyDecoded).lstrip("/"))
        return False

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]
        return None

    def chooseFiles(self, *_: Any) -> list[str]:
        return []

    def javaScriptConsoleMessage(self, *_: Any) -> None:
        """What a mail would say to a console (its own text, addresses) is said to nobody."""

    def javaScriptAlert(self, *_: Any) -> None:
        pass

    def javaScriptConfirm(self, *_: Any) -> bool:
        return False


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _reject_full_screen(request: QWebEngineFullScreenRequest) -> None:
    request.reject()


def _reject_certificate(error: QWebEngineCertificateError) -> None:
    error.rejectCertificate()


def _reject_handler(request: QWebEngineRegisterProtocolHandlerRequest) -> None:
    request.reject()


def _reject_files(request: QWebEngineFileSystemAccessRequest) -> None:
    request.reject()
