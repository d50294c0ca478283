"""What bytes are as a picture: by their head alone."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from mail.remote_pictures.kinds import picture_kind
from tests.mail.remote_pictures.picture_server import png


def test_the_kinds_that_are_shown() -> None:
    assert picture_kind(png(40, 30)) == ("image/png", 40, 30)
    assert picture_kind(b"GIF89a" + struct.pack("<HH", 7, 9)) == ("image/gif", 7, 9)
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x11\x08" + struct.pack(">HH", 30, 40) + bytes(20)
    assert picture_kind(jpeg) == ("image/jpeg", 40, 30)
    webp = b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x27\x00\x00\x1d\x00\x00"
    assert picture_kind(webp) == ("image/webp", 40, 30)


def test_what_would_fill_the_memory_is_none() -> None:
    assert picture_kind(b"GIF89a" + struct.pack("<HH", 65535, 65535)) is None
    assert picture_kind(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 15_000, 15_000)) is None
    assert picture_kind(b"GIF89a" + struct.pack("<HH", 0, 9)) is None


@given(
    st.binary(max_size=64),
    st.sampled_from([b"", b"\xff\xd8\xff", b"RIFF0000WEBPVP8 ", b"GIF89a", b"\x89PNG\r\n\x1a\n"]),
)
def test_nothing_makes_it_fail(tail: bytes, head: bytes) -> None:
    found = picture_kind(head + tail)
    assert found is None or (found[1] > 0 and found[2] > 0)
