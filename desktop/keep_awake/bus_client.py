"""A few words of D-Bus: calls with strings and numbers over the session bus, and their answers.

Qt's own client cannot be used from Python here: PySide has no way to send a number without a sign, which both services
that keep a screen on ask for. https://dbus.freedesktop.org/doc/dbus-specification.html
"""

from __future__ import annotations

import os
import socket
import struct
from typing import NamedTuple
from urllib.parse import unquote

_CALL, _RETURN, _ERROR = 1, 2, 3
_PATH, _INTERFACE, _MEMBER, _REPLY_TO, _DESTINATION, _SIGNATURE = 1, 2, 3, 5, 6, 8
_LARGEST = 1 << 20


class BusError(Exception):
    """No bus, no such service, or it refused. ``args``: (what,)."""


class Call(NamedTuple):
    """``body`` in the order of ``signature``: ``s`` str, ``u`` int, ``a{sv}`` a dict of strings."""

    service: str
    path: str
    interface: str
    member: str
    signature: str = ""
    body: tuple[object, ...] = ()


class SessionBus:
    """One connection, for one thread. What a service keeps for us it drops when the connection closes."""

    def __init__(self, timeout: float = 3.0) -> None:
        """Raises `BusError`."""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(timeout)
        self._serial = 0
        try:
            self._socket.connect(_address())
            self._sign_in()
            self.call(Call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello"))
        except OSError as error:
            self.close()
            raise BusError("no session bus") from error
        except BusError:
            self.close()
            raise

    def call(self, call: Call) -> int | str | None:
        """The answer's first value, a number or a string; None where it has none. Raises `BusError`."""
        self._serial += 1
        try:
            self._socket.sendall(_message(call, self._serial))
            while True:
                kind, reply_to, value = self._receive()
                if reply_to == self._serial and kind in (_RETURN, _ERROR):
                    break
        except (OSError, struct.error, UnicodeDecodeError, IndexError) as error:
            raise BusError("no answer") from error
        if kind == _ERROR:
            raise BusError("refused")
        return value

    def close(self) -> None:
        self._socket.close()

    def _sign_in(self) -> None:
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        if not self._line().startswith(b"OK"):
            raise BusError("not let in")
        self._socket.sendall(b"BEGIN\r\n")

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\r\n") and len(line) < 512:
            one = self._socket.recv(1)
            if not one:
                raise BusError("not let in")
            line += one
        return line

    def _receive(self) -> tuple[int, int, int | str | None]:
        head = self._exactly(16)
        order = "<" if head[:1] == b"l" else ">"
        body_length, _, fields_length = struct.unpack(order + "III", head[4:])
        if body_length > _LARGEST or fields_length > _LARGEST:
            raise BusError("too long")
        fields = self._exactly(fields_length + -fields_length % 8)[:fields_length]
        body = self._exactly(body_length)
        reply_to, signature = _fields(fields, order)
        if signature.startswith("u"):
            return head[1], reply_to, int(struct.unpack(order + "I", body[:4])[0])
        if signature[:1] in ("s", "o"):
            (length,) = struct.unpack(order + "I", body[:4])
            return head[1], reply_to, body[4 : 4 + length].decode()
        return head[1], reply_to, None

    def _exactly(self, count: int) -> bytes:
        data = bytearray()
        while len(data) < count:
            piece = self._socket.recv(count - len(data))
            if not piece:
                raise BusError("closed")
            data += piece
        return bytes(data)


def _address() -> str | bytes:
    written = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    for one in written.split(";"):
        kind, _, options = one.partition(":")
        values = dict(pair.split("=", 1) for pair in options.split(",") if "=" in pair)
        if kind == "unix" and "path" in values:
            return unquote(values["path"])
        if kind == "unix" and "abstract" in values:
            return b"\0" + unquote(values["abstract"]).encode()
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if not runtime:
        raise BusError("no session bus")
    return os.path.join(runtime, "bus")  # noqa: PTH118 (a socket's address)


def _message(call: Call, serial: int) -> bytes:
    body = bytearray()
    for kind, value in zip(_kinds(call.signature), call.body, strict=True):
        if kind == "u":
            body += _padding(body, 4) + struct.pack("<I", value)
        elif kind == "s":
            body += _padding(body, 4) + _string(str(value))
        else:
            _put_options(body, value)
    named = [(_PATH, "o", call.path), (_INTERFACE, "s", call.interface), (_MEMBER, "s", call.member)]
    fields = bytearray()
    for code, kind, text in (*named, (_DESTINATION, "s", call.service)):
        fields += _padding(fields, 8) + struct.pack("B", code) + _signature(kind)
        fields += _padding(fields, 4) + _string(text)
    if call.signature:
        fields += _padding(fields, 8) + struct.pack("B", _SIGNATURE) + _signature("g") + _signature(call.signature)
    head = struct.pack("<cBBBIII", b"l", _CALL, 0, 1, len(body), serial, len(fields))
    return head + bytes(fields) + _padding(fields, 8) + bytes(body)


def _kinds(signature: str) -> list[str]:
    return ["a{sv}" if one == "@" else one for one in signature.replace("a{sv}", "@")]


def _put_options(body: bytearray, options: object) -> None:
    """``a{sv}`` whose values are strings: the length counts from the first entry, which stands at a multiple of 8."""
    assert isinstance(options, dict)
    body += _padding(body, 4) + b"\0\0\0\0"
    length_at = len(body) - 4
    body += _padding(body, 8)
    begins = len(body)
    for key, value in options.items():
        body += _padding(body, 8) + _string(str(key)) + _signature("s")
        body += _padding(body, 4) + _string(str(value))
    body[length_at : length_at + 4] = struct.pack("<I", len(body) - begins)


def _fields(data: bytes, order: str) -> tuple[int, str]:
    """Which call is answered, and the body's signature."""
    reply_to, signature, place = 0, "", 0
    while place < len(data):
        place += -place % 8
        code = data[place]
        kind = chr(data[place + 2])
        place += 4
        if kind == "g":
            text = data[place + 1 : place + 1 + data[place]].decode()
            place += 2 + data[place]
            signature = text if code == _SIGNATURE else signature
        else:
            place += -place % 4
            (number,) = struct.unpack(order + "I", data[place : place + 4])
            place += 4 + (number + 1 if kind in ("s", "o") else 0)
            reply_to = number if code == _REPLY_TO else reply_to
    return reply_to, signature


def _padding(data: bytes | bytearray, to: int) -> bytes:
    return b"\0" * (-len(data) % to)


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<I", len(data)) + data + b"\0"


def _signature(text: str) -> bytes:
    return bytes((len(text),)) + text.encode() + b"\0"
