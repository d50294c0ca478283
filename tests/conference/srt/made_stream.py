"""A few seconds of MPEG-TS with a key frame each second, made once by FFmpeg."""

from __future__ import annotations

import subprocess
from functools import cache

import imageio_ffmpeg


@cache
def made_stream() -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-f", "lavfi"]
    command += ["-i", "testsrc=size=320x180:rate=25:duration=3", "-c:v", "libx264", "-preset", "ultrafast", "-bf", "0"]
    command += ["-g", "25", "-b:v", "800k", "-f", "mpegts", "-mpegts_flags", "resend_headers", "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout
