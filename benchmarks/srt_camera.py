"""A camera without any delay of its own: each picture of a demo clip leaves as MPEG-TS over SRT at the moment its
number names, from behind a relay that can be made a bad line. Run as a process by `conference_loss`; obeys lines on its
standard input (``cut``, ``restore``, ``impair DELAY JITTER LOSS``) and ends with it."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from typing import Any

import av

from desktop.demo_ministry.sites import streams
from desktop.demo_ministry.sites.relay import UdpRelay
from tests.conference.srt.listener import Caller, SrtListener

CLIP = Path(streams.__file__).parent / "clips" / "haiha.mp4"
_MINUTE = 60.0


class Camera(SrtListener):
    """Sends every caller what `show` is given."""

    def __init__(self) -> None:
        self._watching: list[Caller] = []
        super().__init__(feed=b"-")

    def _send(self, caller: Caller) -> None:
        self._watching.append(caller)

    def show(self, data: bytes) -> None:
        for caller in list(self._watching):
            for at in range(0, len(data), 1316):
                piece = data[at : at + 1316]
                if self._srt.srt_sendmsg(caller.socket, piece, len(piece), -1, 1) < 0:
                    if self._srt.srt_getsockstate(caller.socket) != 5:
                        self._srt.srt_close(caller.socket)
                        self._watching.remove(caller)
                    break


class _Collected:
    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)


def pictures() -> list[tuple[float, Any]]:
    """Seconds from the minute's start, and the packet."""
    source = av.open(str(CLIP))
    video = source.streams.video[0]
    as_stream = av.BitStreamFilterContext("h264_mp4toannexb,dump_extra=freq=keyframe", video)
    found = []
    for packet in source.demux(video):
        if packet.pts is None:
            continue
        at = float(packet.pts * packet.time_base)
        if at < _MINUTE:
            found += [(at, one) for one in as_stream.filter(packet)]
    return found


def stream_for_ever(camera: Camera, shown: list[tuple[float, Any]]) -> None:
    collected = _Collected()
    with av.open(str(CLIP)) as template:
        options = {"mpegts_flags": "resend_headers", "pat_period": "0.2", "pcr_period": "20", "flush_packets": "1"}
        target = av.open(collected, "w", format="mpegts", options=options)
        track = target.add_stream_from_template(template.streams.video[0])
    minute = time.time() // _MINUTE * _MINUTE
    started = minute
    while True:
        for at, packet in shown:
            wait = minute + at - time.time()
            if wait < -0.5:
                continue
            time.sleep(max(0.0, wait))
            packet.stream = track
            packet.pts = packet.dts = round((minute + at - started) / packet.time_base)
            target.mux_one(packet)
            data, collected.data = bytes(collected.data), bytearray()
            camera.show(data)
        minute += _MINUTE


def main() -> None:
    shown = pictures()  # first, so that who listens is ready to send
    camera = Camera()
    relay = UdpRelay(int(sys.argv[1]) if len(sys.argv) > 1 else 0, camera.port)
    threading.Thread(target=stream_for_ever, args=(camera, shown), daemon=True).start()
    print(relay.port, flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "cut":
            relay.cut()
        elif words[0] == "restore":
            relay.restore()
        elif words[0] == "impair":
            relay.impair(*(float(word) for word in words[1:4]))


if __name__ == "__main__":
    main()
