"""How the desk and its publishing process write to each other: a length, then a pickled message whose reader accepts
the types of this conversation and nothing else."""

from __future__ import annotations

import pickle
import struct
from enum import Enum
from io import BytesIO
from typing import Any, BinaryIO

from ..model import Receiver, SiteCredentials
from . import messages, model

_LENGTH = struct.Struct(">I")
LONGEST = 4096 * 2304 * 4 + 65536
"""A picture of a large screen, uncompressed."""

_OURS: dict[tuple[str, str], type] = {
    (kind.__module__, kind.__name__): kind
    for kind in (
        *messages.ASKS,
        *messages.ANSWERS,
        *(Receiver, SiteCredentials, model.Device, model.DeviceKind, model.DeviceTrouble, model.OwnState),
        *(model.PublishRefusal, model.PublishState, model.Shareable, model.ShareKind),
    )
}


class NotAMessage(Exception):
    """What came over the pipe is none of this conversation's messages. ``args``: (what was seen,)."""


def _member(kind: Any, name: str) -> Enum:
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        raise pickle.UnpicklingError("getattr")
    return kind[name]


class _OurTypesOnly(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _member  # how Python up to 3.11.3 pickles a member of an enumeration
        try:
            return _OURS[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name}") from None


def packed(message: object) -> bytes:
    """One message as it goes over the pipe, with its length."""
    body = pickle.dumps(message, protocol=5)
    return _LENGTH.pack(len(body)) + body


def read_message(pipe: BinaryIO) -> object | None:
    """The next message, or None at the end of the pipe. Raises `NotAMessage`."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > LONGEST:
        raise NotAMessage("length")
    body = pipe.read(length)
    if len(body) < length:
        return None
    try:
        message: object = _OurTypesOnly(BytesIO(body)).load()
    except Exception as error:  # of bytes that are no pickle it may raise nearly anything, says its documentation
        raise NotAMessage(type(error).__name__) from error
    if type(message) not in _OURS.values():
        raise NotAMessage(type(message).__name__)
    return message
