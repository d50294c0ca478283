"""Errors of exchangelib, requests and lxml turned into ours: beyond this door only `mail.errors` exists."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from contextlib import contextmanager

import lxml.etree
import requests.exceptions
import urllib3.exceptions
from exchangelib import errors as ews

from ..errors import (
    CertificateNotTrusted,
    GatewayError,
    ItemGone,
    NotExchange,
    Offline,
    OutcomeUnknown,
    ProxyRefused,
    Refused,
    ServerBusy,
    SyncStateLost,
)

DEFAULT_PATIENCE = 30.0
"""Seconds to wait when a busy server does not say how long."""
LONGEST_PATIENCE = 3600.0

_BUSY = (
    ews.ErrorServerBusy,
    ews.ErrorExceededConnectionCount,
    ews.ErrorTooManyObjectsOpened,
    ews.ErrorMailboxStoreUnavailable,
    ews.ErrorMailboxMoveInProgress,
    ews.ErrorConnectionFailed,
)
_TRANSIENT = (
    ews.ErrorInternalServerTransientError,
    ews.ErrorInternalServerError,
    ews.ErrorTimeoutExpired,
    ews.ErrorBatchProcessingStopped,
)
"""The server gave up on the way: whether it did what was asked is not said."""
_GONE = (
    ews.ErrorItemNotFound,
    ews.ErrorFolderNotFound,
    ews.ErrorParentFolderNotFound,
    ews.ErrorToFolderNotFound,
    ews.ErrorNonExistentMailbox,
    ews.ErrorInvalidIdMalformed,
    ews.ErrorInvalidIdNotAnItemAttachmentId,
    ews.ErrorInvalidIdEmpty,
    ews.ErrorInvalidId,
    ews.ErrorInvalidFolderId,
    ews.ErrorSyncFolderNotFound,
)
# Failures before anything was sent. `requests` wraps them all as ConnectionError; the reason is inside.
_NOT_SENT = (
    urllib3.exceptions.NewConnectionError,
    urllib3.exceptions.ConnectTimeoutError,
    urllib3.exceptions.NameResolutionError,
    urllib3.exceptions.ProxyError,
)


class AnswerTooLarge(Exception):
    """An answer beyond what we are ready to hold in memory."""


class BadAnswer(Exception):
    """Something came back that is no SOAP answer of Exchange."""


@contextmanager
def ews_errors(host: str, *, about: str = "", is_send: bool = False) -> Iterator[None]:
    """Wraps every conversation with the server. ``about`` is the id asked about; with ``is_send`` an end without an
    answer becomes `OutcomeUnknown`, because the request may have been carried out."""
    try:
        yield
    except GatewayError:
        raise
    except ews.EWSError as error:
        raise translate(error, host, about=about, is_send=is_send) from error
    except (
        requests.exceptions.RequestException,
        urllib3.exceptions.HTTPError,
        OSError,
        http.client.HTTPException,
    ) as error:
        raise _connection_error(error, host, is_send=is_send) from error
    except AnswerTooLarge as error:
        raise (OutcomeUnknown() if is_send else Refused("AnswerTooLarge")) from error
    except (BadAnswer, lxml.etree.LxmlError, ValueError, AttributeError, KeyError, TypeError, IndexError) as error:
        # Where an answer is not as it must be, exchangelib's own parsing fails with AttributeError and its kin.
        raise (OutcomeUnknown() if is_send else NotExchange(host)) from error


def translate(error: Exception, host: str, *, about: str = "", is_send: bool = False) -> GatewayError:
    """One of exchangelib's errors as one of ours."""
    if isinstance(error, _BUSY):
        back_off = getattr(error, "back_off", None)
        return ServerBusy(patience(back_off), back_off is not None)
    if isinstance(error, _TRANSIENT):
        return OutcomeUnknown() if is_send else ServerBusy(DEFAULT_PATIENCE)
    if isinstance(error, ews.ErrorInvalidSyncStateData):
        return SyncStateLost(about)
    if isinstance(error, _GONE):
        return ItemGone(about)
    if isinstance(error, ews.ResponseMessageError):
        return Refused(type(error).__name__)
    return OutcomeUnknown() if is_send else NotExchange(host)


def patience(seconds: float | str | None) -> float:
    try:
        wanted = float(seconds or DEFAULT_PATIENCE)
    except ValueError:
        return DEFAULT_PATIENCE
    return min(max(wanted, 1.0), LONGEST_PATIENCE)


def _connection_error(error: BaseException, host: str, *, is_send: bool) -> GatewayError:
    chain = list(_causes(error))
    certificate = next((cause for cause in chain if "CERTIFICATE_VERIFY_FAILED" in str(cause)), None)
    if certificate is not None:
        return CertificateNotTrusted(host, _reason(str(certificate)))
    if any(isinstance(cause, (requests.exceptions.SSLError, urllib3.exceptions.SSLError)) for cause in chain):
        # Before the handshake is over nothing has been sent.
        return NotExchange(host)
    if any("407" in str(cause) for cause in chain if isinstance(cause, (OSError, urllib3.exceptions.ProxyError))):
        return ProxyRefused(host)
    was_sent = not any(isinstance(cause, (*_NOT_SENT, requests.exceptions.ConnectTimeout)) for cause in chain)
    return OutcomeUnknown() if is_send and was_sent else Offline(host)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting and len(seen) < 20:
        cause = waiting.pop()
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]


def _reason(text: str) -> str:
    """``self-signed certificate`` of OpenSSL's ``certificate verify failed: self-signed certificate (_ssl.c:1006)``."""
    match = re.search(r"certificate verify failed: ([^(\]]{3,200})", text)
    return match[1].strip(" .") if match else "certificate verify failed"
