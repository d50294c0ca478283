"""One site's camera: serves a clip for ever, over RTSP (GStreamer's server) or SRT, from behind a relay that can cut
the line. Run by `streams` as a process of Debian's own Python, which owns GStreamer's bindings; nothing imports it.

    site_server rtsp|srt CLIP PUBLIC_PORT

It prints ``{"port": …}`` when it serves, obeys the lines ``cut``, ``restore`` and (SRT) ``impair DELAY JITTER LOSS`` on
its standard input, and ends with it: so it ends with its parent, however that ended.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

from .relay import TcpRelay, UdpRelay, free_udp_port  # noqa: E402

MINUTE = 60.0
VIDEO_CAPS = "video/x-h264,stream-format=byte-stream,alignment=au"


@dataclass(frozen=True)
class Track:
    """The access units of one track: seconds from the minute's start, and bytes."""

    caps: Any
    units: list[tuple[float, bytes]]


def read_clip(clip: str, audio_caps: str) -> dict[str, Track]:
    """The whole clip, taken apart once: from here on it is only copied."""
    pipeline = Gst.parse_launch(
        f'filesrc location="{clip}" ! qtdemux name=clip '
        f"clip.video_0 ! queue ! h264parse config-interval=-1 ! {VIDEO_CAPS} ! appsink name=video sync=false "
        f"clip.audio_0 ! queue max-size-time=0 ! aacparse ! {audio_caps} ! appsink name=audio sync=false"
    )
    pipeline.set_state(Gst.State.PLAYING)
    tracks: dict[str, Track] = {}
    readers = [
        threading.Thread(target=_read_track, args=(name, pipeline.get_by_name(name), tracks))
        for name in ("video", "audio")
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    pipeline.set_state(Gst.State.NULL)
    return tracks


def _read_track(name: str, sink: Any, tracks: dict[str, Track]) -> None:
    units: list[tuple[float, bytes]] = []
    caps = None
    while (sample := sink.emit("pull-sample")) is not None:
        buffer = sample.get_buffer()
        caps = sample.get_caps()
        if buffer.pts / Gst.SECOND < MINUTE:
            units.append((buffer.pts / Gst.SECOND, buffer.extract_dup(0, buffer.get_size())))
    tracks[name] = Track(caps, units)


class Feeder:
    """Pushes a clip into a pipeline's two sources, in step with the wall clock's minute."""

    def __init__(self, tracks: dict[str, Track], pipeline: Any) -> None:
        self._sources = {name: pipeline.get_by_name(name) for name in tracks}
        for name, source in self._sources.items():
            source.set_property("caps", tracks[name].caps)
        self._units = sorted((at, name, unit) for name, track in tracks.items() for at, unit in track.units)
        self._running = True
        threading.Thread(target=self._feed, daemon=True).start()

    def stop(self) -> None:
        self._running = False

    def _feed(self) -> None:
        source = self._sources["video"]
        # An element gets its clock a moment before its base time; without that, every picture would be due in days.
        while self._running and not (source.get_clock() and source.get_base_time()):
            time.sleep(0.005)
        if not self._running:
            return
        running_time = source.get_clock().get_time() - source.get_base_time()
        epoch = time.time() - running_time / Gst.SECOND  # the wall clock when the pipeline's time was nought
        minute = time.time() // MINUTE * MINUTE
        # Pictures begin with the whole second before now, where a key frame is, so that whoever joins sees one at once.
        now = time.time()
        begin = {"video": now - now % 1.0, "audio": now}
        last = {"video": -1, "audio": -1}
        while self._running:
            for at, name, unit in self._units:
                due = minute + at
                if due < begin[name]:
                    continue
                while self._running and (wait := due - time.time()) > 0:
                    time.sleep(min(wait, 0.1))
                if not self._running:
                    return
                buffer = Gst.Buffer.new_wrapped(unit)
                last[name] = max(last[name] + Gst.MSECOND, int((due - epoch) * Gst.SECOND))
                buffer.pts = buffer.dts = last[name]
                if self._sources[name].emit("push-buffer", buffer) not in (Gst.FlowReturn.OK, None):
                    return
            minute += MINUTE


SOURCE = "appsrc name={0} is-live=true format=time block=false max-bytes=4000000"


def serve_rtsp(clip: str, port: int) -> TcpRelay:
    tracks = read_clip(clip, "audio/mpeg,stream-format=raw")
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        f"( {SOURCE.format('video')} ! h264parse ! rtph264pay name=pay0 pt=96 config-interval=-1 "
        f"{SOURCE.format('audio')} ! aacparse ! rtpmp4gpay name=pay1 pt=97 )"
    )
    factory.set_shared(True)
    factory.set_protocols(GstRtsp.RTSPLowerTrans.TCP)

    def configure(_factory: Any, media: Any) -> None:
        feeder = Feeder(tracks, media.get_element())
        media.connect("unprepared", lambda _media: feeder.stop())

    factory.connect("media-configure", configure)
    server.get_mount_points().add_factory("/hop", factory)
    server.attach(None)
    return TcpRelay(port, server.get_bound_port())


def serve_srt(clip: str, port: int) -> UdpRelay:
    tracks = read_clip(clip, "audio/mpeg,stream-format=adts")
    inner = free_udp_port()
    pipeline = Gst.parse_launch(
        f"{SOURCE.format('video')} ! h264parse config-interval=-1 ! queue ! mux. "
        f"{SOURCE.format('audio')} ! aacparse ! queue ! mux. "
        "mpegtsmux name=mux alignment=7 latency=10000000 ! "
        f"srtsink uri=srt://127.0.0.1:{inner}?mode=listener wait-for-connection=false sync=false async=false latency=20"
    )
    pipeline.set_state(Gst.State.PLAYING)
    Feeder(tracks, pipeline)
    serve_srt.pipeline = pipeline  # type: ignore[attr-defined]
    return UdpRelay(port, inner)


def obey(relay: TcpRelay | UdpRelay) -> None:
    for line in sys.stdin:
        if line.strip() == "cut":
            relay.cut()
        elif line.strip() == "restore":
            relay.restore()
        elif line.startswith("impair ") and isinstance(relay, UdpRelay):
            relay.impair(*(float(figure) for figure in line.split()[1:4]))
    os._exit(0)  # no farewells: whoever watches sees what a lost camera looks like


def main() -> None:
    kind, clip, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
    Gst.init(None)
    relay = serve_rtsp(clip, port) if kind == "rtsp" else serve_srt(clip, port)
    threading.Thread(target=obey, args=(relay,), daemon=True).start()
    print(json.dumps({"port": relay.port}), flush=True)  # noqa: T201
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
