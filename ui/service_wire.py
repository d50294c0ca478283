"""How the window and the service process write to each other, and what the service says first of all.

A file apart from the other messages: the first mails on screen wait for this one only. No Qt.
"""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass, field
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from mail import FirstLook


@dataclass(frozen=True, slots=True)
class Prepared:
    """Said first by a service that was started with ``--prepare``, before the window has loaded: what the keyring has
    of the remembered account, and the first rows of its Inbox. None for each that is not there."""

    password: str | None = field(repr=False)
    database_key: bytes | None = field(repr=False)
    first_look: FirstLook | None = field(repr=False)


_LENGTH = struct.Struct(">I")
_LONGEST = 16 * 1024 * 1024
_MODULES = ("mail.", "docs_archive.", "ui.service_messages", "ui.service_wire", "ui.sync_status")
_PLAIN = {
    ("builtins", "bytes"),
    ("builtins", "set"),
    ("builtins", "frozenset"),
    ("datetime", "datetime"),
    ("datetime", "date"),
    ("datetime", "time"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
    ("pathlib", "Path"),
    ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
    ("_codecs", "encode"),
    ("copyreg", "_reconstructor"),
}


def _member(kind: Any, name: str) -> Enum:
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        raise pickle.UnpicklingError("getattr of anything but an enumeration does not belong into a message")
    return kind[name]


class _OurNamesOnly(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _member  # how Python up to 3.11.3 pickles a member of an enumeration
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_MODULES) and "." not in name:  # a dotted name could walk into what a module imports
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a message")


def packed(value: object) -> bytes:
    """A value inside a message: one that cannot be read fails its question, not the conversation."""
    return pickle.dumps(value, protocol=5)


def unpacked(content: bytes) -> object:
    """The value again, of our own modules' names only. Raises `pickle.UnpicklingError`."""
    try:
        value: object = _OurNamesOnly(BytesIO(content)).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # of bytes that are no pickle it may raise nearly anything, says its documentation
        raise pickle.UnpicklingError(type(error).__name__) from error
    return value


def write_message(pipe: BinaryIO, message: object) -> None:
    """Write one message whole. Raises `OSError` when the other side is gone."""
    body = pickle.dumps(message, protocol=5)
    pipe.write(_LENGTH.pack(len(body)) + body)
    pipe.flush()


def read_message(pipe: BinaryIO) -> object | None:
    """The next message, or None when the other side is gone. Raises `pickle.UnpicklingError` on what is no message."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LONGEST:
        raise pickle.UnpicklingError(f"a message of {length} bytes")
    body = pipe.read(length)
    if len(body) < length:
        return None
    return unpacked(body)
