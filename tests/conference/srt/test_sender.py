"""Sending to a real SRT listener: what arrives, what is said of one that refuses, and that nothing is left behind."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from conference import parse_site_address
from conference.model import RefusalReason
from conference.srt import SrtBroken, SrtRefused, SrtSender
from conference.srt.srt_library import libsrt
from tests.waiting import eventually

from .listener import SrtListener

TS = b"".join(b"\x47" + number.to_bytes(3, "big") + bytes(184) for number in range(400))


def sender(address: str, passphrase: str | None = None, answer_within: float = 4.0) -> SrtSender:
    return SrtSender(parse_site_address(address), passphrase, answer_within=answer_within)


def refusal(address: str, passphrase: str | None = None, answer_within: float = 4.0) -> RefusalReason:
    one = sender(address, passphrase, answer_within)
    try:
        with pytest.raises(SrtRefused) as refused:
            one.connect()
    finally:
        one.close()
    return refused.value.reason


def test_what_is_sent_arrives_whole_and_in_order() -> None:
    with SrtListener() as listener:
        one = sender(listener.address)
        one.connect()
        assert one.send(TS) == len(TS)
        assert eventually(lambda: listener.received == TS or len(listener.received) > len(TS))
        assert listener.received == TS
        assert one.bytes_sent == len(TS) and one.messages_given_up == 0
        one.close()
        assert eventually(lambda: listener.callers[0].ended.is_set())


def test_the_line_to_the_receiver_is_told() -> None:
    with SrtListener() as listener:
        one = sender(listener.address)
        assert one.line() is None
        one.connect()

        def told() -> bool:
            one.send(TS)
            line = one.line()
            return line is not None and line.round_trip is not None and line.bits_per_second > 0 and line.loss == 0

        assert eventually(told)
        one.close()
        assert one.line() is None


def test_passphrase_and_stream_id_reach_the_receiver() -> None:
    with SrtListener(passphrase="mật khẩu đúng rồi") as listener:
        one = sender(f"{listener.address}?streamid=#!::r=bo,m=publish".replace("#", "%23"), "mật khẩu đúng rồi")
        one.connect()
        one.send(TS[:1316])
        assert eventually(lambda: listener.received == TS[:1316])
        assert listener.callers[0].stream_id == "#!::r=bo,m=publish"
        one.close()


def test_it_says_why_it_was_refused() -> None:
    with SrtListener(passphrase="mật khẩu đúng rồi") as locked:
        assert refusal(locked.address, "mật khẩu sai rồi") is RefusalReason.WRONG_PASSPHRASE
        assert refusal(locked.address) is RefusalReason.PASSPHRASE_NEEDED
        assert refusal(locked.address, "ngắn") is RefusalReason.WRONG_PASSPHRASE
        assert not locked.callers
    with SrtListener() as plain:
        assert refusal(plain.address, "mật khẩu đúng rồi") is RefusalReason.PASSPHRASE_NOT_EXPECTED
    assert refusal(plain.address, answer_within=0.5) is RefusalReason.NO_ANSWER
    assert refusal("srt://khong-co.invalid:9000") is RefusalReason.UNKNOWN_HOST


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (1401, RefusalReason.NOT_AUTHORISED),
        (1403, RefusalReason.NOT_AUTHORISED),
        (1404, RefusalReason.NOT_FOUND),
        (1409, RefusalReason.BUSY),
        (2777, RefusalReason.NOT_AUTHORISED),
    ],
)
def test_a_servers_own_decision_is_told(code: int, reason: RefusalReason) -> None:
    with SrtListener(reject=code) as listener:
        assert refusal(listener.address) is reason


def test_a_receiver_that_goes_is_noticed() -> None:
    with SrtListener() as listener:
        one = sender(listener.address)
        one.connect()
        one.send(TS[:1316])
        eventually(lambda: listener.received)
        listener.drop_callers()

        def broken() -> bool:
            try:
                one.send(TS[:1316])
            except SrtBroken:
                return True
            return False

        assert eventually(broken)
        one.close()


def test_closing_ends_a_call_that_nobody_answers() -> None:
    one = sender("srt://127.0.0.1:9", answer_within=60)
    ended = threading.Event()

    def call() -> None:
        with pytest.raises(SrtBroken):
            one.connect()
        ended.set()

    calling = threading.Thread(target=call)
    calling.start()
    one.close()
    calling.join(20)
    assert ended.is_set()


def test_many_connections_leave_no_threads_and_no_descriptors() -> None:
    libsrt()
    with SrtListener() as listener:

        def once() -> None:
            one = sender(listener.address)
            one.connect()
            one.send(TS[:1316])
            one.close()

        once()
        before = len(list(Path("/proc/self/task").iterdir())), len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(12):
            once()

        def after() -> tuple[int, int]:
            return len(list(Path("/proc/self/task").iterdir())), len(list(Path("/proc/self/fd").iterdir()))

        # libsrt's own collector comes by once a second; a connection it has not come to yet has two or three threads
        # at each end.
        assert eventually(lambda: after()[0] <= before[0] + 6 and after()[1] <= before[1] + 6)


def test_a_program_that_forgets_to_close_ends_well() -> None:
    with SrtListener(feed=TS) as listener:
        words = (
            "from conference import parse_site_address as parse\n"
            "from conference.srt import LineMemory, SrtSender, SrtSource\n"
            "from conference.stream_source import SourceOrder\n"
            "import threading\n"
            "class Sink:\n"
            "    came = threading.Event()\n"
            "    def write(self, data): self.came.set(); return len(data)\n"
            "    def close(self): pass\n"
            f"address = parse({listener.address!r})\n"
            "source = SrtSource(SourceOrder(address, Sink(), 6.0), LineMemory())\n"
            "source.start()\n"
            "sender = SrtSender(address)\n"
            "sender.connect()\n"
            "assert Sink.came.wait(30)\n"
        )
        ended = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, timeout=60, check=False)
        assert (ended.returncode, ended.stderr) == (0, "")
