"""How soon after the press a site's first picture is there (key frame each second), and how soon a wrong address is
refused in words."""

from __future__ import annotations

import os
import socket
import time

from conference import AddressScheme, MediaEventKind, Site, SiteId
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine

from .conference_latency import addresses
from .tables import median, table

JOINS = int(os.environ.get("BENCH_JOINS", "10"))
_SITE = SiteId("measured")


def engine() -> VlcMediaEngine:
    return VlcMediaEngine(audio_output="adummy", sources={AddressScheme.SRT: srt_sources(LineMemory(None))})


def seconds_to_a_picture(address: str) -> float:
    """With the engine made before, as the desk does; the longest wait is 10 s."""
    player = engine()
    began = time.monotonic()
    try:
        player.open(Site(_SITE, "", address), (1280, 720))
        while player.newest_frame(_SITE) is None and time.monotonic() - began < 10:
            time.sleep(0.002)
        return time.monotonic() - began
    finally:
        player.close_all()


def seconds_to_a_refusal(address: str) -> tuple[float, str]:
    player = engine()
    began = time.monotonic()
    try:
        player.open(Site(_SITE, "", address), (1280, 720))
        while time.monotonic() - began < 20:
            event = player.next_event(0.1)
            if event is not None and event.kind is MediaEventKind.REFUSED:
                return time.monotonic() - began, event.reason.value if event.reason else "no reason"
        return time.monotonic() - began, "never"
    finally:
        player.close_all()


def measure() -> str:
    rows: list[tuple[str, str, str]] = []
    with addresses() as streams:
        for protocol, address in streams.items():
            seconds_to_a_picture(address)  # loads libVLC
            found = []
            for number in range(JOINS):
                time.sleep(0.1 + 0.37 * (number % 3))  # at any moment between two key frames
                found.append(seconds_to_a_picture(address))
            rows.append((f"{protocol}: first picture, median of {JOINS}", f"{median(found):.2f} s", "1.2 s"))
            rows.append((f"{protocol}: the longest", f"{max(found):.2f} s", "2 s"))
    with (
        socket.socket() as silent,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent_udp,
        socket.socket() as nobody,
    ):
        for one in (silent, silent_udp, nobody):
            one.bind(("127.0.0.1", 0))
        silent.listen()  # takes connections, says nothing
        ports = {"swallows": silent.getsockname()[1], "nobody": nobody.getsockname()[1]}
        wrong = {
            "rtsp: no such name": "rtsp://khong-co.invalid/hop",
            "srt: no such name": "srt://khong-co.invalid:9000",
            "rtsp: nobody listens": f"rtsp://127.0.0.1:{ports['nobody']}/hop",
            "srt: nobody listens": f"srt://127.0.0.1:{ports['nobody']}",
            "rtsp: a host that never answers": f"rtsp://127.0.0.1:{ports['swallows']}/hop",
            "srt: a host that never answers": f"srt://127.0.0.1:{silent_udp.getsockname()[1]}",
            "https: a host that never answers": f"https://127.0.0.1:{ports['swallows']}/hop.ts",
        }
        for name, address in wrong.items():
            took, reason = seconds_to_a_refusal(address)
            rows.append((name, f"{took:.1f} s, {reason}", "5 s"))
    return table("Joining a site", rows)


if __name__ == "__main__":
    print(measure())
