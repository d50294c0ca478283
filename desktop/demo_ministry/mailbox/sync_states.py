"""Sync states as opaque text: which log, which generation of the server, where in the log."""

from __future__ import annotations

import base64
import binascii
import struct
from hashlib import sha256

from .soap import EwsError

_FORM = struct.Struct(">4sIIQQ")


def sync_state(log_name: str, generation: int, base: int, cursor: int) -> str:
    return base64.b64encode(_FORM.pack(b"BLD1", _mark(log_name), generation, base, cursor)).decode()


def read_sync_state(state: str | None, log_name: str, generation: int, length: int) -> tuple[int, int]:
    """(base, cursor) in the log; (0, 0) without a state. Raises EwsError for what is not this log's."""
    if state is None or not state.strip():
        return 0, 0
    try:
        magic, mark, of_generation, base, cursor = _FORM.unpack(base64.b64decode(state.strip(), validate=True))
    except (binascii.Error, struct.error, ValueError) as error:
        raise EwsError("ErrorInvalidSyncStateData") from error
    is_ours = magic == b"BLD1" and mark == _mark(log_name) and of_generation == generation
    if not is_ours or not 0 <= base <= cursor <= length:
        raise EwsError("ErrorInvalidSyncStateData")
    return base, cursor


def _mark(log_name: str) -> int:
    return int.from_bytes(sha256(log_name.encode()).digest()[:4], "big")
