"""Finds libsrt, loads it once, and declares the few functions of its C interface that are used here. The one place
that knows its names, numbers and structures (docs/API of github.com/Haivision/srt; versions 1.4.2 up to, not including,
2)."""

from __future__ import annotations

import atexit
import ctypes
import sys
import threading
import time
from enum import IntEnum
from typing import Any, Final

from ..errors import ConferenceError

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "linux": (
        "libsrt-gnutls.so.1.5",
        "libsrt-openssl.so.1.5",
        "libsrt.so.1.5",
        "libsrt-gnutls.so.1.4",
        "libsrt.so.1.4",
    ),
    "darwin": ("libsrt.1.5.dylib", "/opt/homebrew/lib/libsrt.1.5.dylib", "/usr/local/lib/libsrt.1.5.dylib"),
    "win32": ("srt.dll", "libsrt.dll"),
}
_OLDEST, _TOO_NEW = 0x010402, 0x020000

_LOG_CRITICAL = 2

INVALID: Final = -1


class SrtMissing(ConferenceError):
    """libsrt is not on this PC, or not one that is known here. ``args``: (reason,)."""


class Option(IntEnum):
    """SRT_SOCKOPT, as far as it is used."""

    MSS = 0
    SNDSYN = 1
    RCVSYN = 2
    LINGER = 7
    PASSPHRASE = 26
    CONNTIMEO = 36
    RCVLATENCY = 43
    PEERLATENCY = 44
    STREAMID = 46
    PAYLOADSIZE = 49
    TRANSTYPE = 50
    ENFORCEDENCRYPTION = 53
    PEERIDLETIMEO = 55


class SocketState(IntEnum):
    INIT = 1
    OPENED = 2
    LISTENING = 3
    CONNECTING = 4
    CONNECTED = 5
    BROKEN = 6
    CLOSING = 7
    CLOSED = 8
    NONEXIST = 9


class Rejection(IntEnum):
    """SRT_REJECT_REASON, and the predefined codes of a server's own decision (access_control.h)."""

    PEER = 2
    BACKLOG = 5
    BADSECRET = 10
    UNSECURE = 11
    TIMEOUT = 16
    HOST_NOT_FOUND = 1003
    UNAUTHORIZED = 1401
    OVERLOAD = 1402
    FORBIDDEN = 1403
    NOT_FOUND = 1404
    BAD_MODE = 1405
    UNACCEPTABLE = 1406
    CONFLICT = 1409
    NOT_SUPPORTED_MEDIA = 1415
    LOCKED = 1423
    DOWN = 1503


class Error(IntEnum):
    """SRT_ERRNO, as far as it is told apart."""

    SECURITY = 1003
    NO_CONNECTION = 2002
    WOULD_BLOCK_SENDING = 6001
    WOULD_BLOCK = 6002
    CONGESTED = 6004


EPOLL_IN, EPOLL_OUT, EPOLL_ERR = 0x1, 0x4, 0x8
LIVE = 0
LIVE_PAYLOAD: Final = 1316
"""Seven packets of MPEG-TS: what a message of a live sender carries."""
LARGEST_PAYLOAD: Final = 1456

_INT, _LONG, _ULONG, _REAL = ctypes.c_int, ctypes.c_int64, ctypes.c_uint64, ctypes.c_double


def _fields(text: str) -> list[tuple[str, Any]]:
    kinds = {"i": _INT, "l": _LONG, "u": _ULONG, "d": _REAL}
    return [
        (name, kinds[kind]) for kind, names in (line.split(":") for line in text.split(";")) for name in names.split()
    ]


class Statistics(ctypes.Structure):
    """CBytePerfMon (SRT_TRACEBSTATS). Its head promises that fields are only ever added to its end."""

    _fields_ = _fields(
        "l:msTimeStamp pktSentTotal pktRecvTotal;"
        "i:pktSndLossTotal pktRcvLossTotal pktRetransTotal pktSentACKTotal pktRecvACKTotal pktSentNAKTotal"
        " pktRecvNAKTotal;"
        "l:usSndDurationTotal;"
        "i:pktSndDropTotal pktRcvDropTotal pktRcvUndecryptTotal;"
        "u:byteSentTotal byteRecvTotal byteRcvLossTotal byteRetransTotal byteSndDropTotal byteRcvDropTotal"
        " byteRcvUndecryptTotal;"
        "l:pktSent pktRecv;"
        "i:pktSndLoss pktRcvLoss pktRetrans pktRcvRetrans pktSentACK pktRecvACK pktSentNAK pktRecvNAK;"
        "d:mbpsSendRate mbpsRecvRate;"
        "l:usSndDuration;"
        "i:pktReorderDistance;"
        "d:pktRcvAvgBelatedTime;"
        "l:pktRcvBelated;"
        "i:pktSndDrop pktRcvDrop pktRcvUndecrypt;"
        "u:byteSent byteRecv byteRcvLoss byteRetrans byteSndDrop byteRcvDrop byteRcvUndecrypt;"
        "d:usPktSndPeriod;"
        "i:pktFlowWindow pktCongestionWindow pktFlightSize;"
        "d:msRTT mbpsBandwidth;"
        "i:byteAvailSndBuf byteAvailRcvBuf;"
        "d:mbpsMaxBW;"
        "i:byteMSS pktSndBuf byteSndBuf msSndBuf msSndTsbPdDelay pktRcvBuf byteRcvBuf msRcvBuf msRcvTsbPdDelay"
        " pktSndFilterExtraTotal pktRcvFilterExtraTotal pktRcvFilterSupplyTotal pktRcvFilterLossTotal"
        " pktSndFilterExtra pktRcvFilterExtra pktRcvFilterSupply pktRcvFilterLoss pktReorderTolerance;"
        "l:pktSentUniqueTotal pktRecvUniqueTotal;"
        "u:byteSentUniqueTotal byteRecvUniqueTotal;"
        "l:pktSentUnique pktRecvUnique;"
        "u:byteSentUnique byteRecvUnique"
    )


_ROOM_FOR_STATISTICS = ctypes.sizeof(Statistics) + 4096
"""A newer libsrt writes all of its own structure: what it adds must have room."""


class Linger(ctypes.Structure):
    _fields_ = [(name, ctypes.c_ushort if sys.platform == "win32" else _INT) for name in ("l_onoff", "l_linger")]


_PROTOTYPES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "srt_startup": (_INT, ()),
    "srt_cleanup": (_INT, ()),
    "srt_getversion": (ctypes.c_uint32, ()),
    "srt_setloglevel": (None, (_INT,)),
    "srt_create_socket": (_INT, ()),
    "srt_close": (_INT, (_INT,)),
    "srt_bind": (_INT, (_INT, ctypes.c_char_p, _INT)),
    "srt_connect": (_INT, (_INT, ctypes.c_char_p, _INT)),
    "srt_setsockflag": (_INT, (_INT, _INT, ctypes.c_void_p, _INT)),
    "srt_getsockflag": (_INT, (_INT, _INT, ctypes.c_void_p, ctypes.POINTER(_INT))),
    "srt_getsockstate": (_INT, (_INT,)),
    "srt_getrejectreason": (_INT, (_INT,)),
    "srt_getlasterror": (_INT, (ctypes.POINTER(_INT),)),
    "srt_recvmsg": (_INT, (_INT, ctypes.c_char_p, _INT)),
    "srt_sendmsg": (_INT, (_INT, ctypes.c_char_p, _INT, _INT, _INT)),
    "srt_bistats": (_INT, (_INT, ctypes.c_void_p, _INT, _INT)),
    "srt_epoll_create": (_INT, ()),
    "srt_epoll_add_usock": (_INT, (_INT, _INT, ctypes.POINTER(_INT))),
    "srt_epoll_wait": (_INT, (_INT, *(ctypes.c_void_p,) * 4, _LONG, *(ctypes.c_void_p,) * 4)),
    "srt_epoll_release": (_INT, (_INT,)),
}

ending = threading.Event()
"""Set when the interpreter ends: who is inside libsrt leaves it."""
_END_WITHIN = 1.5

_lock = threading.Lock()
_users = 0
_loaded: Any = None
_why_not: SrtMissing | None = None


def libsrt() -> Any:
    """The library, started. Its functions may be called from any thread and let other Python threads run meanwhile.

    Raises `SrtMissing`.
    """
    global _loaded, _why_not
    with _lock:
        if _loaded is None and _why_not is None:
            try:
                _loaded = _started()
            except SrtMissing as error:
                _why_not = error
        if _why_not is not None:
            raise SrtMissing(*_why_not.args)
        return _loaded


def version() -> str | None:
    """Of the libsrt on this PC, as 1.5.1; None where there is none that is known here."""
    try:
        number = libsrt().srt_getversion()
    except SrtMissing:
        return None
    return f"{number >> 16 & 0xFF}.{number >> 8 & 0xFF}.{number & 0xFF}"


def read_statistics(library: Any, socket_id: int) -> Statistics | None:
    """The figures of a connection since its beginning, or None where there are none. Instantaneous ones are not
    averaged (the last argument), and counting goes on (the one before)."""
    room = ctypes.create_string_buffer(_ROOM_FOR_STATISTICS)
    if library.srt_bistats(socket_id, room, 0, 1) == INVALID:
        return None
    statistics = Statistics.from_buffer(room)
    # A structure laid out otherwise would lie in every figure: this one is known from elsewhere.
    return statistics if 576 <= statistics.byteMSS <= 9000 and 0 <= statistics.msRTT < 60_000 else None


def _started() -> Any:
    library = _found()
    try:
        for name, (result, arguments) in _PROTOTYPES.items():
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
    except AttributeError as error:
        raise SrtMissing("libsrt lacks a function") from error
    number = library.srt_getversion()
    if not _OLDEST <= number < _TOO_NEW:
        raise SrtMissing(f"libsrt {number:#08x} is not known here")
    if library.srt_startup() == INVALID:
        raise SrtMissing("libsrt does not start")
    library.srt_setloglevel(_LOG_CRITICAL)  # else every late packet is a line on standard error
    atexit.register(_end, library)
    return library


def enter() -> Any:
    """The library, for one connection; each `enter` has its `leave`. Raises `SrtMissing`, also when all ends."""
    global _users
    library = libsrt()
    with _lock:
        if ending.is_set():
            raise SrtMissing("the program ends")
        _users += 1
    return library


def leave() -> None:
    global _users
    with _lock:
        _users -= 1


def _end(library: Any) -> None:
    """Calls into a library that was cleaned up would crash: it is, once nobody is in it. The start is counted: libVLC's
    plugin may share this library, and has its own count."""
    with _lock:
        ending.set()
    until = time.monotonic() + _END_WITHIN
    while _users and time.monotonic() < until:
        time.sleep(0.01)
    if not _users:
        library.srt_cleanup()


def _found() -> Any:
    for name in _NAMES.get(sys.platform, _NAMES["linux"]):
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise SrtMissing("libsrt not found")
