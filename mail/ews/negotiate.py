"""Sign-in by Kerberos (HTTP Negotiate, RFC 4559): by the ticket she has from signing in to Windows, or by her password.

On Windows through SSPI, elsewhere through GSSAPI where that is installed (an extra); pyspnego speaks to both. Used by
`protocol`.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any
from urllib.parse import urlsplit

import requests
import requests.auth
import spnego
import spnego.exceptions

from ..errors import Refused, WrongPassword

_MOST_STEPS = 4
_WRONG = ("-1765328353", "-1765328360")
"""KRB5KRB_AP_ERR_BAD_INTEGRITY and KRB5KDC_ERR_PREAUTH_FAILED (krb5.h): both mean a wrong password."""


class NegotiateAuth(requests.auth.AuthBase):
    """One security context for each request; the first token goes out with it, so that Kerberos needs no second trip.

    ``protocol`` is ``kerberos``, or ``negotiate`` where the server may choose NTLM. Without a password the system's own
    ticket is used."""

    def __init__(self, user_name: str, password: str, protocol: str = "kerberos") -> None:
        self._user_name, self._password, self._protocol = user_name, password, protocol

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        context = self._begin(urlsplit(request.url or "").hostname or "")
        token = self._step(context, None)
        request.headers["Authorization"] = f"Negotiate {token}"
        request.register_hook("response", _Answers(self, context, _MOST_STEPS))
        return request

    def _begin(self, host: str) -> Any:
        try:
            return spnego.client(
                self._user_name if self._password else None,
                self._password or None,
                hostname=host,
                service="HTTP",
                protocol=self._protocol,
            )
        except Exception as error:  # of libraries that may not be there, so their errors cannot be named
            raise self._refusal(error, "KerberosMissing") from error

    def _step(self, context: Any, challenge: bytes | None) -> str:
        try:
            return base64.b64encode(context.step(challenge) or b"").decode()
        except Exception as error:  # no ticket, a clock five minutes off, an unknown service
            raise self._refusal(error, "KerberosNoTicket") from error

    def _refusal(self, error: Exception, otherwise: str) -> WrongPassword | Refused:
        """The domain's own word on a password counts as the mail server's: it, too, locks accounts."""
        if isinstance(error, spnego.exceptions.InvalidCredentialError) or any(sign in str(error) for sign in _WRONG):
            return WrongPassword(self._user_name)
        return Refused(otherwise)


class _Answers:
    """Goes on with the conversation while the server wants to; any other 401 is the caller's to judge."""

    def __init__(self, auth: NegotiateAuth, context: Any, steps: int) -> None:
        self._auth, self._context, self._steps = auth, context, steps

    def __call__(self, response: requests.Response, **options: Any) -> requests.Response:
        challenge = _token(response.headers.get("WWW-Authenticate", ""))
        if response.status_code != 401 or not challenge or self._context.complete or self._steps <= 0:
            return response
        self._steps -= 1
        request = response.request.copy()
        request.headers["Authorization"] = f"Negotiate {self._auth._step(self._context, challenge)}"
        _ = response.content  # the connection is the context's: it must be free for the next step
        response.close()
        again: requests.Response = response.connection.send(request, **options)
        again.history.append(response)
        again.request = request
        return self(again, **options)


def _token(header: str) -> bytes:
    for part in header.split(","):
        scheme, _, value = part.strip().partition(" ")
        if scheme.lower() == "negotiate" and value:
            try:
                return base64.b64decode(value.strip(), validate=True)
            except (binascii.Error, ValueError):
                return b""
    return b""
