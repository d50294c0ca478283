"""The profile every page of the web view lives in: off the record, everything off that can be switched off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlScheme,
)

from .document import SCHEME
from .gatekeeper import Gatekeeper, PartServer

_ON = ("AutoLoadImages", "LinksIncludedInFocusChain", "PrintElementBackgrounds", "ShowScrollBars")


class MailProfile(QWebEngineProfile):
    """One for the process; lives as long as the application."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())  # no name: off the record, nothing on the disk
        self.gatekeeper = Gatekeeper(self)
        self.parts = PartServer(self)
        self.installUrlSchemeHandler(SCHEME.encode(), self.parts)
        self.setUrlRequestInterceptor(self.gatekeeper)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
        self.setSpellCheckEnabled(False)
        self.setPushServiceEnabled(False)
        self.cookieStore().setCookieFilter(lambda _: False)
        self.downloadRequested.connect(_refuse)
        settings = self.settings()
        for attribute in QWebEngineSettings.WebAttribute:
            settings.setAttribute(attribute, attribute.name in _ON)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)


def _refuse(download: QWebEngineDownloadRequest) -> None:
    download.cancel()


_profile: MailProfile | None = None


def profile() -> MailProfile:
    """The profile, made on first use."""
    global _profile
    if _profile is None:
        scheme = QWebEngineUrlScheme(SCHEME.encode())
        scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
        scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
        QWebEngineUrlScheme.registerScheme(scheme)
        _profile = MailProfile()
    return _profile
