"""Draws and encodes the two sites' clips (`bo.mp4`, `haiha.mp4`); run by hand when a scene changes:
``QT_QPA_PLATFORM=offscreen python -m desktop.demo_ministry.sites.clips.draw_clips``. Nothing imports it.

A clip is one minute long and starts with the minute, so its second hand is true. The cells at the bottom right say
which frame it is (eleven bits and their parity): a test reads there how old a picture is.
"""

from __future__ import annotations

import math
import struct
import subprocess
import sys
import wave
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from .rooms import HEIGHT, RATE, ROOMS, SECONDS, WIDTH, Room, draw, still

SAMPLE_RATE = 32_000
"""A minute at 32 kHz is a whole number of AAC frames, so that it can be repeated without a seam."""


def sound(room: Room, file: Path) -> None:
    """A very quiet chord that swells and fades; whole periods a minute, so that its end meets its beginning."""
    samples = bytearray()
    for number in range(SAMPLE_RATE * SECONDS):
        second = number / SAMPLE_RATE
        swell = 0.5 - 0.5 * math.cos(2 * math.pi * second / 6)
        value = sum(math.sin(2 * math.pi * tone * second) for tone in room.chord) / len(room.chord)
        samples += struct.pack("<h", int(value * swell * 500))
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(bytes(samples))


def encode(site: str, room: Room, folder: Path) -> None:
    with TemporaryDirectory() as scratch:
        tone = Path(scratch, "tone.wav")
        sound(room, tone)
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error"]
        command += ["-f", "rawvideo", "-pix_fmt", "bgra", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(RATE), "-i", "-"]
        command += ["-i", str(tone), "-c:v", "libx264", "-preset", "slower", "-tune", "animation", "-crf", "34"]
        command += ["-pix_fmt", "yuv420p", "-profile:v", "main", "-bf", "0", "-g", str(RATE)]
        command += ["-keyint_min", str(RATE), "-sc_threshold", "0", "-c:a", "aac", "-b:a", "24k", "-shortest"]
        command += ["-movflags", "+faststart", "-map_metadata", "-1", str(folder / f"{site}.mp4")]
        encoder = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603
        assert encoder.stdin is not None
        background = still(room)
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        for frame in range(RATE * SECONDS):
            painter = QPainter(image)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            draw(painter, room, background, frame)
            painter.end()
            encoder.stdin.write(image.constBits())
        encoder.stdin.close()
        if encoder.wait() != 0:
            sys.exit(f"ffmpeg failed for {site}")


def main() -> None:
    application = QGuiApplication(sys.argv)
    folder = Path(__file__).parent
    for site, room in ROOMS.items():
        if "--stills" in sys.argv:
            image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, room, still(room), 925)
            painter.end()
            image.save(str(Path.cwd() / f"{site}.png"))
        else:
            encode(site, room, folder)
    application.quit()


if __name__ == "__main__":
    main()
