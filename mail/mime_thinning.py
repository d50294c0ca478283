"""A message without the bulk of its attached files, for whoever wants its words only: nearly all bytes of a mailbox are
base64 that Python's parser would walk through line by line (0.02 s per MB). Used by the search index."""

from __future__ import annotations

import re

# After an empty line, 40 lines of base64 or more, all of the full width that every program writes.
_BULK = re.compile(rb"\r?\n\r?\n((?:[A-Za-z0-9+/]{76}\r?\n){40,})")
_FILE = re.compile(rb"^content-type:\s*(?:application|image|audio|video|font|model)/", re.IGNORECASE | re.MULTILINE)
_BASE64 = re.compile(rb"^content-transfer-encoding:\s*base64\s*$", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEAD = 4096


def thinned(mime: bytes) -> bytes:
    """The same message; what is attached has lost its content, not its names. Text parts are whole, whatever their
    encoding, and so is everything whose head does not say clearly what it is."""
    kept: list[bytes] = []
    position = 0
    for found in _BULK.finditer(mime):
        before = mime[max(0, found.start() - _LONGEST_HEAD) : found.start() + 1]
        head = before[before.rfind(b"\n--") + 1 :]
        if b"\n\n" in head or b"\r\n\r\n" in head or not (_FILE.search(head) and _BASE64.search(head)):
            continue
        kept.append(mime[position : found.start(1)])
        position = found.end(1)
    if not kept:
        return mime
    kept.append(mime[position:])
    return b"".join(kept)
