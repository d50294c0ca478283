"""The publishing process against a real receiver: on the air, refused in words, lost and back; its password nowhere to
be seen; no child left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from conference import Receiver, SiteCredentials
from conference.publishing import (
    TEST_PICTURE,
    TEST_TONE,
    Authorise,
    Begin,
    Level,
    Mute,
    OwnState,
    PublishRefusal,
    PublishState,
    Share,
    ShowPicture,
    StateNow,
    TurnCamera,
)
from desktop.bootstrap import publisher
from desktop.demo_ministry.sites.receiver import PASSPHRASE, PUBLISHING_PASSWORD, PUBLISHING_USER, DemoReceiver
from tests.waiting import eventually

RIGHT = SiteCredentials(PUBLISHING_USER, PUBLISHING_PASSWORD, PASSPHRASE)
ON_AIR = (PublishState.ON_AIR, PublishState.POOR)
ROOT = Path(__file__).resolve().parents[3]


class Desk:
    """A publisher, and what it said last."""

    def __init__(self) -> None:
        self.publisher = publisher()
        self.state = OwnState()
        self.states: list[OwnState] = []
        self.levels: list[Level] = []

    def begin(self, address: str, credentials: SiteCredentials = RIGHT, **wishes: object) -> None:
        self.publisher.begin(
            Begin(
                Receiver("Bộ", address),
                credentials,
                camera=TEST_PICTURE,
                microphone=TEST_TONE,
                size=(640, 360),
                frames_per_second=15,
                bit_rate=500_000,
                **wishes,  # type: ignore[arg-type]
            )
        )

    def look(self) -> OwnState:
        while (answer := self.publisher.next_answer(0.02)) is not None:
            if isinstance(answer, StateNow):
                self.state = answer.state
                self.states.append(answer.state)
            elif isinstance(answer, Level):
                self.levels.append(answer)
        return self.state

    def wait_for(self, *states: PublishState) -> OwnState:
        eventually(lambda: self.look().state in states)
        return self.state


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.publisher.close()


@pytest.fixture(scope="module")
def receiver() -> Iterator[DemoReceiver]:
    with DemoReceiver("rtsp") as receiver:
        yield receiver


def colour_sent(receiver: DemoReceiver, folder: Path) -> tuple[int, int, int]:
    """Red, green, blue in the middle of the newest picture that arrived."""
    receiver.save(folder)
    if not (folder / "picture.h264").stat().st_size:
        return 0, 0, 0
    with av.open(str(folder / "picture.h264"), format="h264") as container:
        *_, newest = container.decode(video=0)
    small = newest.reformat(16, 9, "rgb24")
    at = 4 * small.planes[0].line_size + 8 * 3
    red, green, blue = bytes(small.planes[0])[at : at + 3]
    return red, green, blue


@pytest.mark.parametrize("scheme", ["rtsp", "srt"])
def test_picture_and_sound_arrive(desk: Desk, scheme: str, tmp_path: Path) -> None:
    with DemoReceiver(scheme) as receiver:  # type: ignore[arg-type]
        desk.begin(receiver.address)
        desk.wait_for(*ON_AIR)
        eventually(lambda: receiver.report()["video"] >= 20 and receiver.report()["audio"] >= 20)
        receiver.save(tmp_path)
        with av.open(str(tmp_path / "picture.h264"), format="h264") as container:
            frame = next(container.decode(video=0))
            assert (frame.width, frame.height) == (640, 360)
    shown = eventually(desk.publisher.newest_picture)
    assert (shown.width, shown.height) == (320, 180)
    assert len(shown.pixels) >= shown.pitch * shown.height


@pytest.mark.parametrize("scheme", ["rtsp", "srt"])
def test_a_wrong_password_is_told_and_the_right_one_taken(desk: Desk, scheme: str) -> None:
    with DemoReceiver(scheme) as receiver:  # type: ignore[arg-type]
        desk.begin(receiver.address, SiteCredentials(PUBLISHING_USER, "wrong", "wrong-passphrase"))
        assert desk.wait_for(PublishState.REFUSED).refusal is PublishRefusal.NOT_AUTHORISED
        desk.publisher.ask(Authorise(RIGHT))
        desk.wait_for(*ON_AIR)


def test_without_a_password_it_is_asked_for(desk: Desk, receiver: DemoReceiver) -> None:
    desk.begin(receiver.address, SiteCredentials())
    assert desk.wait_for(PublishState.REFUSED).refusal is PublishRefusal.CREDENTIALS_WANTED


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://127.0.0.1/phat", PublishRefusal.SCHEME),
        ("file:///etc/passwd", PublishRefusal.SCHEME),
        ("rtsp://user:secret@127.0.0.1/phat", PublishRefusal.ADDRESS),
        ("rtsp://127.0.0.1:9/phat", PublishRefusal.NO_ANSWER),
        ("rtsp://no-such-host.invalid/phat", PublishRefusal.UNKNOWN_HOST),
    ],
)
def test_where_nobody_can_receive_it_says_why(desk: Desk, address: str, reason: PublishRefusal) -> None:
    desk.begin(address)
    assert desk.wait_for(PublishState.REFUSED).refusal is reason


def test_a_line_that_was_cut_is_lost_and_comes_back(desk: Desk, receiver: DemoReceiver) -> None:
    desk.begin(receiver.address)
    desk.wait_for(*ON_AIR)
    receiver.cut()
    desk.wait_for(PublishState.LOST)
    receiver.restore()
    desk.wait_for(*ON_AIR)
    before = receiver.report()["video"]
    eventually(lambda: receiver.report()["video"] > before + 10)


def test_a_receiver_that_was_started_anew_is_found_again(desk: Desk) -> None:
    receiver = DemoReceiver("rtsp")
    receiver.start()
    try:
        desk.begin(receiver.address)
        desk.wait_for(*ON_AIR)
        receiver.stop()
        desk.wait_for(PublishState.LOST)
        receiver.start()
        desk.wait_for(*ON_AIR)
    finally:
        receiver.stop()


def test_muted_at_first_and_heard_when_she_wants(desk: Desk, receiver: DemoReceiver, tmp_path: Path) -> None:
    def loudest() -> float:
        receiver.save(tmp_path)
        samples = b""
        with av.open(str(tmp_path / "sound.aac"), format="aac") as container:
            for frame in container.decode(audio=0):
                samples += bytes(frame.planes[0])[: frame.samples * 4]
        return max(map(abs, memoryview(samples).cast("f")), default=0.0)

    desk.begin(receiver.address)
    assert desk.wait_for(*ON_AIR).muted
    eventually(lambda: (desk.look(), any(level.speaks_muted for level in desk.levels))[1])
    assert loudest() < 0.01
    desk.publisher.ask(Mute(False))
    eventually(lambda: loudest() > 0.05)
    assert not desk.look().muted


def test_what_stands_in_place_of_the_camera(desk: Desk, receiver: DemoReceiver, tmp_path: Path) -> None:
    def picture(blue: int, green: int, red: int, card: bool) -> ShowPicture:
        return ShowPicture(64, 36, 256, bytes((blue, green, red, 255)) * 64 * 36, card)

    def is_red() -> bool:
        red, green, _ = colour_sent(receiver, tmp_path)
        return red > 180 and green < 60

    def is_green() -> bool:
        red, green, _ = colour_sent(receiver, tmp_path)
        return green > 140 and red < 60

    desk.begin(receiver.address)
    desk.wait_for(*ON_AIR)
    desk.publisher.ask(picture(0, 0, 255, card=True))
    desk.publisher.ask(TurnCamera(False))
    eventually(is_red)
    assert not desk.look().camera_on
    desk.publisher.ask(picture(0, 200, 0, card=False))
    eventually(is_green)
    assert desk.look().sharing_pictures
    desk.publisher.ask(Share(None))
    eventually(is_red)


def test_its_password_is_in_no_argument_and_no_environment(desk: Desk, receiver: DemoReceiver) -> None:
    desk.begin(receiver.address)
    desk.wait_for(*ON_AIR)
    pid = desk.publisher.process_id  # type: ignore[attr-defined]
    for name in ("cmdline", "environ"):
        said = Path(f"/proc/{pid}/{name}").read_bytes()
        for secret in (PUBLISHING_USER, PUBLISHING_PASSWORD, PASSPHRASE, receiver.address):
            assert secret.encode() not in said


def test_a_process_that_dies_is_started_anew_and_is_muted(desk: Desk, receiver: DemoReceiver) -> None:
    desk.begin(receiver.address)
    desk.wait_for(*ON_AIR)
    desk.publisher.ask(Mute(False))
    eventually(lambda: not desk.look().muted)
    first = desk.publisher.process_id  # type: ignore[attr-defined]
    os.kill(first, signal.SIGKILL)
    desk.wait_for(PublishState.LOST)
    assert desk.wait_for(*ON_AIR).muted
    assert desk.publisher.process_id != first  # type: ignore[attr-defined]


_HOLDER = """
import sys, time
from conference.publishing import Begin
from desktop.bootstrap import publisher
held = publisher()
held.begin(Begin(None, camera="test-picture", microphone="test-tone"))
while held.newest_picture() is None:
    time.sleep(0.01)
print(held.process_id, flush=True)
time.sleep(600)
"""


def test_a_desk_that_is_killed_leaves_no_child_behind() -> None:
    holder = subprocess.Popen([sys.executable, "-c", _HOLDER], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert holder.stdout is not None
    child = int(holder.stdout.readline())
    assert Path(f"/proc/{child}").exists()
    holder.kill()
    holder.wait()
    holder.stdout.close()
    eventually(lambda: not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2])
