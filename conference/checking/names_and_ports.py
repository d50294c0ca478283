"""Whether a site's name leads somewhere, whether somebody answers there, and with which certificate. Bounded in time,
cancelable, standard library only; contacts nothing but the address it is given."""

from __future__ import annotations

import ipaddress
import queue
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from .model import Finding

_STEP = 0.05
"""The longest single wait between two looks whether the check was cancelled, seconds."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the name server said: ``seconds`` is None where it said nothing in time."""

    seconds: float | None
    addresses: tuple[tuple[socket.AddressFamily, str], ...] = ()
    is_number: bool = False


def resolve(host: str, port: int, within: float, cancelled: threading.Event) -> Resolved:
    """Ask the system for ``host``. It cannot be interrupted, so it is asked on a thread that is left to itself when
    the time is over."""
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        family = socket.AF_INET if number.version == 4 else socket.AF_INET6
        return Resolved(0.0, ((family, host),), is_number=True)
    answers: queue.SimpleQueue[Resolved] = queue.SimpleQueue()
    began = time.monotonic()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers.put(Resolved(time.monotonic() - began))
        else:
            known = dict.fromkeys((family, str(place[0])) for family, _, _, _, place in found)
            answers.put(Resolved(time.monotonic() - began, tuple(known)))

    threading.Thread(target=ask, name="name of a site", daemon=True).start()
    ends = began + within
    while not cancelled.is_set() and time.monotonic() < ends:
        try:
            return answers.get(timeout=_STEP)
        except queue.Empty:
            continue
    return Resolved(None)


@dataclass(frozen=True, slots=True)
class Opened:
    """A TCP connection, or why there is none: nobody serves at that port (``closed``), or no answer."""

    connection: socket.socket | None
    seconds: float | None = None
    closed: bool = False


def connect(resolved: Resolved, port: int, within: float, cancelled: threading.Event) -> Opened:
    """Open a connection to the first address that takes one. The connection returned does not block."""
    ends = time.monotonic() + within
    closed = False
    for family, host in resolved.addresses:
        if cancelled.is_set() or time.monotonic() >= ends:
            break
        began = time.monotonic()
        connection = socket.socket(family, socket.SOCK_STREAM)
        connection.setblocking(False)
        try:
            problem = connection.connect_ex((host, port))
            while not cancelled.is_set() and time.monotonic() < ends:
                if select.select([], [connection], [connection], _STEP)[1:] != ([], []):
                    problem = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    if problem == 0:
                        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                        return Opened(connection, time.monotonic() - began)
                    closed = True
                    break
            connection.close()
        except OSError:  # no way to that network at all
            connection.close()
    return Opened(None, closed=closed)


def wait_for(connection: socket.socket, within: float, cancelled: threading.Event, *, to_write: bool = False) -> bool:
    """Whether ``connection`` has something to read (or room to write) before the time is over."""
    ends = time.monotonic() + within
    while not cancelled.is_set():
        left = ends - time.monotonic()
        if left <= 0:
            return False
        wanted = [connection]
        if any(select.select([] if to_write else wanted, wanted if to_write else [], [], min(left, _STEP))[:2]):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Shaken:
    """A TLS connection with a certificate that is good for ``days_left``; or the ``problem`` with it."""

    connection: ssl.SSLSocket | None
    days_left: float | None = None
    problem: Finding | None = None


def shake_hands(
    connection: socket.socket, host: str, roots: str | None, within: float, cancelled: threading.Event
) -> Shaken:
    """TLS over ``connection``, which is used up. ``roots`` is the file of authorities that are trusted besides none
    other; None takes the system's."""
    context = ssl.create_default_context(cafile=roots)
    secure = context.wrap_socket(connection, server_hostname=host, do_handshake_on_connect=False)
    ends = time.monotonic() + within
    try:
        while not cancelled.is_set() and time.monotonic() < ends:
            try:
                secure.do_handshake()
            except ssl.SSLWantReadError:
                wait_for(secure, _STEP, cancelled)
            except ssl.SSLWantWriteError:
                wait_for(secure, _STEP, cancelled, to_write=True)
            else:
                return Shaken(secure, _days_left(secure))
    except ssl.SSLCertVerificationError as error:
        secure.close()
        return Shaken(None, problem=_of_verification.get(error.verify_code, Finding.NOT_TRUSTED))
    except OSError:
        pass
    secure.close()
    return Shaken(None)


_of_verification = {10: Finding.EXPIRED, 62: Finding.OTHER_NAME, 64: Finding.OTHER_NAME}
"""OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED, _HOSTNAME_MISMATCH and _IP_ADDRESS_MISMATCH."""


def _days_left(secure: ssl.SSLSocket, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> float | None:
    ends = (secure.getpeercert() or {}).get("notAfter")
    if not isinstance(ends, str):
        return None
    return (ssl.cert_time_to_seconds(ends) - now().timestamp()) / 86_400
