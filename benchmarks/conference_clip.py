"""A minute of a busy picture for measuring: noise that costs a decoder something, a white field each even second that
lasts a tenth, and a tone with it. Encoded beforehand, so that no figure contains an encoder."""

from __future__ import annotations

import subprocess
from pathlib import Path

import imageio_ffmpeg

RATE = 30
PERIOD = 2.0
FIELD = (0.02, 0.02, 0.2, 0.2)
"""Left, top, width, height of the white field, as parts of the picture."""


def make_clip(folder: Path, width: int, height: int, kilobits: int) -> Path:
    clip = folder / f"{height}.mp4"
    left, top, wide, high = FIELD
    field = f"drawbox=x=iw*{left}:y=ih*{top}:w=iw*{wide}:h=ih*{high}:t=fill"
    picture = f"testsrc2=s={width}x{height}:r={RATE}:d=60,noise=alls=5:allf=t,{field}:c=black,"
    picture += f"{field}:c=white:enable='lt(mod(t,{PERIOD}),0.1)'"
    tone = f"aevalsrc='0.7*sin(2*PI*1000*t)*lt(mod(t,{PERIOD}),0.1)':s=32000:d=60"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-y", "-f", "lavfi", "-i", picture]
    command += ["-f", "lavfi", "-i", tone, "-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency"]
    command += ["-b:v", f"{kilobits}k", "-maxrate", f"{kilobits}k", "-bufsize", f"{kilobits}k", "-bf", "0"]
    command += ["-g", str(RATE), "-sc_threshold", "0", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "64k", str(clip)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return clip
