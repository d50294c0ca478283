"""A line that carries less than the picture wants: fewer bits, said in words, and more again when it widens."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from conference import Receiver, SiteCredentials
from conference.publishing import TEST_PICTURE, TEST_TONE, Begin, OwnState, PublishState, StateNow
from desktop.bootstrap import publisher
from desktop.demo_ministry.sites.receiver import DemoReceiver
from tests.waiting import eventually


class NarrowLine:
    """A TCP relay that takes so many bytes a second from the caller; None for all there are."""

    def __init__(self, inner_port: int) -> None:
        self._inner = ("127.0.0.1", inner_port)
        self.bytes_a_second: int | None = None
        self._listening = socket.socket()
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)  # a line holds little
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen()
        self.port = int(self._listening.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self._listening.accept()
                server = socket.create_connection(self._inner)
                threading.Thread(target=self._carry, args=(caller, server, True), daemon=True).start()
                threading.Thread(target=self._carry, args=(server, caller, False), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, narrow: bool) -> None:
        with contextlib.suppress(OSError), source, target:
            while data := source.recv(2048):
                target.sendall(data)
                if narrow and self.bytes_a_second is not None:
                    time.sleep(len(data) / self.bytes_a_second)


@pytest.fixture
def line() -> Iterator[NarrowLine]:
    with DemoReceiver("rtsp", user="", password="") as receiver:
        line = NarrowLine(int(receiver.address.rpartition(":")[2].partition("/")[0]))
        yield line
        line.close()


def test_the_picture_gets_fewer_bits_and_more_again(line: NarrowLine) -> None:
    desk = publisher()
    states = [OwnState()]

    def look() -> OwnState:
        while (answer := desk.next_answer(0.02)) is not None:
            if isinstance(answer, StateNow):
                states.append(answer.state)
        return states[-1]

    receiver = Receiver("Bộ", f"rtsp://127.0.0.1:{line.port}/phat")
    try:
        desk.begin(
            Begin(
                receiver,
                SiteCredentials(),
                camera=TEST_PICTURE,
                microphone=TEST_TONE,
                size=(640, 360),
                frames_per_second=15,
                bit_rate=1_500_000,
            )
        )
        eventually(lambda: look().state is PublishState.ON_AIR)
        line.bytes_a_second = 60_000
        eventually(lambda: look().bit_rate <= 800_000)
        assert any(state.state is PublishState.POOR for state in states)
        eventually(lambda: look().state in (PublishState.POOR, PublishState.ON_AIR))
        lowest = look().bit_rate
        line.bytes_a_second = None
        eventually(lambda: look().bit_rate > lowest)
    finally:
        desk.close()
