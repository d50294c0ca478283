"""What is in a piece of a stream: real MPEG-TS, with sound, silent, without; cut off at both ends; or no stream."""

from __future__ import annotations

import random
import subprocess

import imageio_ffmpeg
import pytest

from conference.vlc.clip_content import read_clip

PICTURE = ("-f", "lavfi", "-i", "testsrc=s=320x180:r=25")


def made(*inputs: str, seconds: float = 1.5) -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *PICTURE, *inputs, "-t", str(seconds)]
    command += ["-c:v", "libx264", "-preset", "ultrafast", "-g", "12", "-c:a", "aac", "-f", "mpegts", "-"]
    return subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL).stdout


@pytest.fixture(scope="module")
def with_tone() -> bytes:
    return made("-f", "lavfi", "-i", "sine=frequency=800:sample_rate=48000,volume=0.5")


def test_picture_and_sound(with_tone: bytes) -> None:
    content = read_clip(with_tone)
    assert (content.picture_codec, content.width, content.height) == ("h264", 320, 180)
    assert content.sound_codec == "aac"
    assert content.sound_seconds > 1
    assert content.sound_level is not None and -30 < content.sound_level < -20
    assert content.sound_peak is not None and content.sound_peak > content.sound_level


def test_a_silent_sound_and_none_at_all_are_two_things() -> None:
    silent = read_clip(made("-f", "lavfi", "-i", "anullsrc=r=48000"))
    assert silent.sound_codec == "aac"
    assert silent.sound_level is not None and silent.sound_level < -80
    none = read_clip(made())
    assert (none.picture_codec, none.sound_codec, none.sound_level) == ("h264", "", None)


def test_a_piece_that_was_cut_off_anywhere_is_read_as_far_as_it_goes(with_tone: bytes) -> None:
    content = read_clip(with_tone[: len(with_tone) * 2 // 3 + 77])
    assert content.picture_codec == "h264"
    assert content.sound_level is not None


@pytest.mark.parametrize("size", [0, 1, 188, 100_000])
def test_what_is_no_stream_has_no_content(size: int) -> None:
    content = read_clip(random.Random(3).randbytes(size))
    assert (content.picture_codec, content.sound_codec, content.sound_level) == ("", "", None)
