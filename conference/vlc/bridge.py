"""Carries a stream that libVLC cannot or should not fetch itself: PyAV reads RTSP (Debian's libVLC has no live555) and
HTTPS, and remuxes the packets, undecoded, to MPEG-TS for libVLC."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any
from urllib.parse import quote

import av
import av.logging

from ..model import AddressScheme, LineHealth, RefusalReason
from ..stream_source import SourceOrder, StreamSource
from .https_gate import HttpsGate
from .lateness import LatenessFilter

av.logging.set_level(av.logging.PANIC)  # FFmpeg writes addresses into its log

_SILENCE_LIMIT = 8.0
"""PyAV's reads cannot be interrupted from outside: so long, at most, does a closed bridge linger on a dead line."""
_VIDEO = frozenset({"h264", "hevc", "mpeg2video", "mpeg4"})
_AUDIO = frozenset({"aac", "mp3", "mp2", "ac3", "opus"})
"""What MPEG-TS carries. Other sound (G.711 of older cameras) is left out: better a silent picture than none."""
_HTTPS_FORMATS = "hls,mpegts,mov,matroska,flv"


class Bridge:
    """One connection to a site, on a thread of its own. Says how it ended in `refusal` or `ended`."""

    def __init__(self, order: SourceOrder) -> None:
        self._address = address = order.address
        self._sink = order.sink
        self._answer_within = order.answer_within
        self._credentials = order.credentials
        self._roots = order.trusted_roots or ssl.get_default_verify_paths().cafile
        self._gate: HttpsGate | None = None
        self._closing = threading.Event()
        self.refusal: RefusalReason | None = None
        self.ended = threading.Event()
        self.bytes_read = 0
        self.last_packet_at = 0.0
        self._thread = threading.Thread(target=self._run, name=f"bridge {address.host}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        if self._gate is not None:
            self._gate.close()

    def line(self) -> LineHealth | None:
        return None  # TCP tells nobody what it had to send again

    def _run(self) -> None:
        began = time.monotonic()
        try:
            with closing(self._connect()) as source:
                self._carry(source)
        except BrokenPipeError:
            pass  # libVLC, or we, no longer want it
        except (av.FFmpegError, OSError, ValueError) as error:
            if not self.bytes_read:
                # FFmpeg calls what it had read by the time it was interrupted invalid, were it nothing at all.
                silent = time.monotonic() - began >= self._answer_within
                self.refusal = RefusalReason.NO_ANSWER if silent else self._reason(error)
        finally:
            if self._gate is not None:
                self._gate.close()
            self.ended.set()
            self._sink.close()

    def _connect(self) -> Any:
        self._look_up()
        options = {"analyzeduration": "1000000", "probesize": "500000", "fpsprobesize": "0"}
        if self._address.scheme is AddressScheme.HTTPS:
            self._gate = HttpsGate(self._address.host, self._address.port)
            options |= {"protocol_whitelist": "https,tls,tcp,crypto,httpproxy", "format_whitelist": _HTTPS_FORMATS}
            options |= {"reconnect": "0", "rw_timeout": "8000000", "http_proxy": self._gate.address}
            kind = None
        else:
            options |= {"protocol_whitelist": "rtsp,rtp,tcp,tls", "rtsp_transport": "tcp", "timeout": "6000000"}
            kind = "rtsp"
        if self._address.scheme is not AddressScheme.RTSP:
            options |= {"tls_verify": "1"} | ({"ca_file": self._roots} if self._roots else {})
        return av.open(self._url(), format=kind, options=options, timeout=(self._answer_within, _SILENCE_LIMIT))

    def _look_up(self) -> None:
        """Raises `socket.gaierror`, also where a name server keeps silent: the system waits for it up to 30 s."""
        found: list[object] = []

        def ask() -> None:
            with suppress(OSError, UnicodeError):
                found.extend(socket.getaddrinfo(self._address.host, self._address.port, type=socket.SOCK_STREAM))

        asking = threading.Thread(target=ask, name="bridge name", daemon=True)
        asking.start()
        asking.join(self._answer_within * 0.8)
        if not found:
            raise socket.gaierror

    def _url(self) -> str:
        """With user and password, which FFmpeg takes no other way: it goes nowhere but into `av.open`."""
        known = self._credentials
        if known is None or not known.user:
            return str(self._address)
        own = f"{quote(known.user, safe='')}:{quote(known.password, safe='')}@"
        return str(self._address).replace("://", f"://{own}", 1)

    def _carry(self, source: Any) -> None:
        streams = _wanted(source)
        if not any(stream.type == "video" for stream in streams):
            self.refusal = RefusalReason.UNSUPPORTED_FORMAT
            return
        options = {"flush_packets": "1", "max_interleave_delta": "1"}
        options |= {"mpegts_flags": "resend_headers", "pat_period": "0.2", "pcr_period": "20"}
        options |= {"omit_video_pes_length": "0", "pes_payload_size": "0"}
        with av.open(self._sink, "w", format="mpegts", options=options) as target:
            tracks = {stream.index: _Track(stream, target) for stream in streams}
            live = self._address.scheme is not AddressScheme.HTTPS
            late = LatenessFilter(time.monotonic) if live else None
            for packet in source.demux(streams):
                if self._closing.is_set():
                    return
                if packet.size == 0:
                    continue
                self.bytes_read += packet.size
                self.last_packet_at = time.monotonic()
                track = tracks[packet.stream_index]
                at = float(packet.pts * packet.time_base) if packet.pts is not None else None
                if late is not None and not late.passes(at, packet.is_keyframe and track.is_video):
                    continue
                for prepared in track.prepared(packet):
                    target.mux_one(prepared)

    def _reason(self, error: Exception) -> RefusalReason:
        if isinstance(error, socket.gaierror):
            return RefusalReason.UNKNOWN_HOST
        if isinstance(error, av.error.HTTPUnauthorizedError | av.error.HTTPForbiddenError):
            return RefusalReason.NOT_AUTHORISED
        if isinstance(error, av.error.HTTPNotFoundError):
            return RefusalReason.NOT_FOUND
        if isinstance(error, av.error.InvalidDataError | av.error.DemuxerNotFoundError | av.error.DecoderNotFoundError):
            return RefusalReason.UNSUPPORTED_FORMAT
        if self._address.scheme is not AddressScheme.RTSP and not self._is_trusted():
            return RefusalReason.NOT_TRUSTED
        return RefusalReason.NO_ANSWER

    def _is_trusted(self) -> bool:
        """FFmpeg calls a certificate it refused an input error like any other; ask again to tell the two apart."""
        context = ssl.create_default_context(cafile=self._roots)
        try:
            with (
                socket.create_connection((self._address.host, self._address.port), timeout=3) as connection,
                context.wrap_socket(connection, server_hostname=self._address.host),
            ):
                return True
        except ssl.SSLCertVerificationError:
            return False
        except OSError:
            return True


def _wanted(source: Any) -> list[Any]:
    """The first picture and the first sound that MPEG-TS can carry."""
    chosen: dict[str, Any] = {}
    for stream in source.streams:
        names = {"video": _VIDEO, "audio": _AUDIO}.get(stream.type, frozenset())
        context = stream.codec_context
        if context is not None and context.name in names:
            chosen.setdefault(stream.type, stream)
    return list(chosen.values())


class _Track:
    """One stream on its way: timestamps that only grow, and the parameter sets repeated at each key frame, since libVLC
    joins in the middle and some cameras send them in the session description only."""

    def __init__(self, stream: Any, target: Any) -> None:
        self.is_video = stream.type == "video"
        self._output = target.add_stream_from_template(stream)
        self._filter: Any = None
        if self.is_video and stream.codec_context.extradata:
            self._filter = av.BitStreamFilterContext("dump_extra=freq=keyframe", stream)
        self._last: int | None = None

    def prepared(self, packet: Any) -> Iterator[Any]:
        pts = packet.pts if packet.pts is not None else packet.dts
        if pts is None:
            pts = 0 if self._last is None else self._last + 1
        dts = packet.dts if packet.dts is not None else pts
        if self._last is not None and dts <= self._last:
            dts = self._last + 1
        packet.dts, packet.pts = dts, max(pts, dts)
        self._last = dts
        for ready in self._filter.filter(packet) if self._filter is not None else (packet,):
            ready.stream = self._output
            yield ready


def _is_a_source(bridge: Bridge) -> StreamSource:
    return bridge
