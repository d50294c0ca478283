"""The ministry's receiver, where a desk sends its own picture and sound: RTSP RECORD with digest, or an SRT listener
with a passphrase, from behind a relay that can cut the line. Run by `receiver` as a process of Debian's own Python.

    receiver_server rtsp|rtsps|srt PUBLIC_PORT

The first line on its standard input is JSON: user, password, passphrase, certificate (PEM with its key, for rtsps). It
prints ``{"port": …}`` when it serves, then obeys ``cut``, ``restore``, ``report`` (one line of JSON: what has arrived)
and ``save FOLDER`` (the newest of it: picture.h264, sound.aac), and ends with its input.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import Gio, GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

from .relay import TcpRelay, UdpRelay, free_udp_port  # noqa: E402

KEPT = 4_000_000
"""Bytes of the newest stream."""
_VIDEO = (
    "h264parse config-interval=-1 ! video/x-h264,stream-format=byte-stream,alignment=au ! "
    "appsink name=video sync=false async=false"
)
_AUDIO = "aacparse ! audio/mpeg,stream-format=adts ! appsink name=audio sync=false async=false"
_RECORD = f"( rtph264depay name=depay0 ! {_VIDEO} rtpmp4gdepay name=depay1 ! {_AUDIO} )"


class Arrived:
    """What a desk has sent: counted by track, the newest kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept = {"video": bytearray(), "audio": bytearray()}
        self.connections = 0
        self.units = {"video": 0, "audio": 0}
        self.first: dict[str, float] = {}
        self.last: dict[str, float] = {}
        self.bytes = 0
        self.largest = (0, 0.0)
        """Bytes and moment of the largest unit since it was last asked for: a sudden picture can be timed by it."""

    def begin(self) -> None:
        with self._lock:
            self.connections += 1
            for kept in self._kept.values():
                kept.clear()

    def unit(self, track: str, data: bytes) -> None:
        now = time.time()
        with self._lock:
            self.units[track] += 1
            self.bytes += len(data)
            self.first.setdefault(track, now)
            self.last[track] = now
            self.largest = max(self.largest, (len(data), now))
            kept = self._kept[track]
            kept += data
            if len(kept) > 2 * KEPT:
                del kept[: len(kept) - KEPT]

    def report(self) -> dict[str, Any]:
        with self._lock:
            largest, self.largest = self.largest, (0, 0.0)
            return {
                "largest": largest,
                "connections": self.connections,
                "video": self.units["video"],
                "audio": self.units["audio"],
                "bytes": self.bytes,
                "first": dict(self.first),
                "last": dict(self.last),
            }

    def save(self, folder: str) -> None:
        with self._lock:
            (Path(folder) / "picture.h264").write_bytes(bytes(self._kept["video"]))
            (Path(folder) / "sound.aac").write_bytes(bytes(self._kept["audio"]))


def watch(element: Any, arrived: Arrived) -> None:
    """Take what both tracks' sinks are given."""

    def take(sink: Any, track: str) -> Any:
        buffer = sink.emit("pull-sample").get_buffer()
        arrived.unit(track, buffer.extract_dup(0, buffer.get_size()))
        return Gst.FlowReturn.OK

    arrived.begin()
    for track in ("video", "audio"):
        sink = element.get_by_name(track)
        sink.set_property("emit-signals", True)
        sink.connect("new-sample", take, track)


def serve_rtsp(secrets: dict[str, str], port: int, arrived: Arrived) -> TcpRelay:
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_transport_mode(GstRtspServer.RTSPTransportMode.RECORD)
    factory.set_launch(_RECORD)
    factory.set_protocols(GstRtsp.RTSPLowerTrans.TCP)
    factory.set_latency(0)
    factory.connect("media-configure", lambda _factory, media: watch(media.get_element(), arrived))
    auth = GstRtspServer.RTSPAuth()
    if secrets.get("user"):
        permissions = GstRtspServer.RTSPPermissions()
        for right in ("media.factory.access", "media.factory.construct"):
            permissions.add_permission_for_role("desk", right, True)
        factory.set_permissions(permissions)
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "desk")
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(secrets["user"], secrets["password"], token)
    if secrets.get("certificate"):
        auth.set_tls_certificate(Gio.TlsCertificate.new_from_file(secrets["certificate"]))
    if secrets.get("user") or secrets.get("certificate"):
        server.set_auth(auth)
    server.get_mount_points().add_factory("/phat", factory)
    server.attach(None)
    serve_rtsp.server = server  # type: ignore[attr-defined]
    return TcpRelay(port, server.get_bound_port())


def serve_srt(secrets: dict[str, str], port: int, arrived: Arrived) -> UdpRelay:
    inner = free_udp_port()
    pipeline = Gst.parse_launch(
        f'srtsrc uri="srt://127.0.0.1:{inner}?mode=listener" name=source keep-listening=true latency=120 ! '
        f"tsdemux name=parts parts. ! queue ! {_VIDEO} parts. ! queue ! {_AUDIO}"
    )
    source = pipeline.get_by_name("source")
    if secrets.get("passphrase"):
        source.set_property("passphrase", secrets["passphrase"])
        source.set_property("pbkeylen", 16)
    source.connect("caller-added", lambda *_: arrived.begin())
    watch(pipeline, arrived)
    pipeline.set_state(Gst.State.PLAYING)
    serve_srt.pipeline = pipeline  # type: ignore[attr-defined]
    return UdpRelay(port, inner)


def obey(relay: TcpRelay | UdpRelay, arrived: Arrived) -> None:
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "cut":
            relay.cut()
        elif word == "restore":
            relay.restore()
        elif word == "report":
            print(json.dumps(arrived.report()), flush=True)  # noqa: T201
        elif word == "save":
            arrived.save(rest)
            print(json.dumps({"saved": rest}), flush=True)  # noqa: T201
    os._exit(0)


def main() -> None:
    kind, port = sys.argv[1], int(sys.argv[2])
    secrets = json.loads(sys.stdin.readline())
    Gst.init(None)
    arrived = Arrived()
    relay = serve_srt(secrets, port, arrived) if kind == "srt" else serve_rtsp(secrets, port, arrived)
    threading.Thread(target=obey, args=(relay, arrived), daemon=True).start()
    print(json.dumps({"port": relay.port}), flush=True)  # noqa: T201
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
