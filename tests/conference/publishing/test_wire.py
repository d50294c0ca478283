"""The pipe between desk and publishing process carries this conversation's messages, and nothing else."""

from __future__ import annotations

import io
import os
import pickle

import pytest

from conference import Receiver, SiteCredentials
from conference.publishing import (
    Begin,
    Device,
    DeviceKind,
    OwnState,
    SelfPicture,
    StateNow,
    UseDevice,
)
from conference.publishing.wire import LONGEST, NotAMessage, packed, read_message

MESSAGES = (
    Begin(Receiver("Bộ", "rtsps://host/phat"), SiteCredentials("user", "secret", "phrase")),
    UseDevice(Device("/dev/video0", DeviceKind.CAMERA, "Máy ảnh")),
    StateNow(OwnState()),
    SelfPicture(2, 2, 8, b"\x00" * 16),
)


def test_messages_arrive_as_they_were_sent() -> None:
    pipe = io.BytesIO(b"".join(packed(message) for message in MESSAGES))
    assert [read_message(pipe) for _ in MESSAGES] == list(MESSAGES)
    assert read_message(pipe) is None


@pytest.mark.parametrize("message", [os.getcwd, Exception("x"), ["a"], {"a": 1}, "text", 5, os.path.join, io.BytesIO])
def test_anything_else_is_refused(message: object) -> None:
    with pytest.raises(NotAMessage):
        read_message(io.BytesIO(packed(message)))


class _Deed:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def test_a_pickle_that_would_act_does_nothing() -> None:
    body = pickle.dumps(_Deed())
    with pytest.raises(NotAMessage):
        read_message(io.BytesIO(len(body).to_bytes(4, "big") + body))


def test_a_length_beyond_every_picture_is_refused_unread() -> None:
    with pytest.raises(NotAMessage):
        read_message(io.BytesIO((LONGEST + 1).to_bytes(4, "big")))


def test_half_a_message_is_the_end() -> None:
    assert read_message(io.BytesIO(packed(MESSAGES[0])[:-3])) is None


def test_credentials_are_never_shown() -> None:
    assert "secret" not in repr(MESSAGES[0])
    assert "phrase" not in repr(MESSAGES[0])
