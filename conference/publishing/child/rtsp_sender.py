"""Publishes over one RTSP connection (ANNOUNCE, RECORD; TCP, interleaved; TLS for rtsps). Our own instead of FFmpeg's:
that one cannot be interrupted while it writes, hides how much waits, and wants the password inside the address."""

from __future__ import annotations

import select
import socket
import ssl
import time
from dataclasses import dataclass

from ...model import AddressScheme, SiteCredentials
from ...site_address import SiteAddress
from ..model import PublishRefusal
from .line import PacketQueue
from .rtp_packets import RtpTrack, interleaved
from .rtsp_dialogue import Answer, AnswerReader, Conversation, RtspTrouble, description

_ANSWER_WITHIN = 4.0
_STALLED = 1.0
"""Nothing could be written for so long: the line is lost, though nothing says so."""
_GIVEN_UP = 6.0
_REPORT_EVERY = 2.0
_ALIVE_EVERY = 20.0
_BUFFER = 64 * 1024
"""Of the socket: what is in there can no longer be dropped when it has grown old."""
_AT_ONCE = 32 * 1024


class Refused(Exception):
    """The receiver does not take us. ``args``: (`PublishRefusal`,)."""

    @property
    def reason(self) -> PublishRefusal:
        reason = self.args[0]
        assert isinstance(reason, PublishRefusal)
        return reason


class LineLost(Exception):
    """The connection ended or stands still."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """What is announced. ``video``: the parameter sets (SPS, PPS); ``sound``: rate, channels, configuration."""

    video: tuple[bytes, bytes]
    sound: tuple[int, int, bytes]


class RtspSender:
    """One connection: `connect`, then `step` again and again. All on one thread, since a TLS connection may not be read
    and written at once by two."""

    def __init__(self, address: SiteAddress, credentials: SiteCredentials, ca_file: str, queue: PacketQueue) -> None:
        self._address = address
        self._credentials = credentials
        self._ca_file = ca_file
        self._queue = queue
        self._wake, self._woken = socket.socketpair()
        self._wake.setblocking(False)
        self._woken.setblocking(False)
        self._socket: socket.socket | None = None
        self._reader = AnswerReader()
        self._pending = bytearray()
        self._moved_at = 0.0
        self._reported_at = self._alive_at = 0.0
        self._began = 0.0
        self._last = 0.0
        self._tracks = (RtpTrack(96, 90_000), RtpTrack(97, 48_000))
        loopback = address.host in ("127.0.0.1", "::1", "localhost")
        encrypted = address.scheme is AddressScheme.RTSPS
        self._conversation = Conversation(str(address), credentials, encrypted or loopback)

    def connect(self, tracks: Tracks, began: float) -> None:
        """``began`` is `time.monotonic()` at moment 0. Raises `Refused` or `LineLost`."""
        self._began = began
        self._tracks = (RtpTrack(96, 90_000), RtpTrack(97, tracks.sound[0]))
        try:
            self._socket = self._connected()
            self._introduce(tracks)
        except RtspTrouble as error:
            raise Refused(_reason(error.status)) from None
        except ssl.SSLCertVerificationError:
            raise Refused(PublishRefusal.NOT_TRUSTED) from None
        except socket.gaierror:
            raise Refused(PublishRefusal.UNKNOWN_HOST) from None
        except OSError:
            raise Refused(PublishRefusal.NO_ANSWER) from None
        self._socket.setblocking(False)
        self._moved_at = self._alive_at = time.monotonic()
        self._queue.restart()
        self._queue.on_put = self._wake_up

    def step(self, timeout: float = 0.05) -> bool:
        """Send what there is, read what came, wait for more; whether the line moves. Raises `LineLost`."""
        line = self._socket
        assert line is not None
        try:
            self._fill(time.monotonic())
            self._write(line)
            self._read(line)
            select.select([line, self._woken], [line] if self._pending else [], [], timeout)
            self._calm_down()
        except (OSError, RtspTrouble, ValueError):
            raise LineLost from None
        stands = time.monotonic() - self._moved_at if self._pending else 0.0
        if stands > _GIVEN_UP:
            raise LineLost
        return stands < _STALLED

    @property
    def loss(self) -> float:
        return 0.0

    def close(self) -> None:
        self._queue.on_put = lambda: None
        line, self._socket = self._socket, None
        if line is not None:
            try:
                line.settimeout(0.3)
                if not self._pending:
                    line.sendall(self._conversation.request("TEARDOWN", str(self._address)))
            except OSError:
                pass
            line.close()
        self._wake.close()
        self._woken.close()

    def _connected(self) -> socket.socket:
        line: socket.socket = socket.create_connection((self._address.host, self._address.port), timeout=_ANSWER_WITHIN)
        try:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
            if self._address.scheme is AddressScheme.RTSPS:
                context = ssl.create_default_context(cafile=self._ca_file or None)
                line = context.wrap_socket(line, server_hostname=self._address.host)
        except BaseException:
            line.close()
            raise
        return line

    def _introduce(self, tracks: Tracks) -> None:
        said = self._conversation
        url = str(self._address)
        sdp = description(self._address.host, tracks.video, tracks.sound)
        self._ask("ANNOUNCE", url, {"Content-Type": "application/sdp"}, sdp)
        for number in range(2):
            way = f"RTP/AVP/TCP;unicast;interleaved={2 * number}-{2 * number + 1};mode=record"
            answer = self._ask("SETUP", f"{url}/streamid={number}", {"Transport": way})
            said.session = answer.header("session").partition(";")[0].strip() or said.session
        self._ask("RECORD", url, {"Range": "npt=0.000-"})

    def _ask(self, method: str, url: str, headers: dict[str, str], body: str = "") -> Answer:
        answer = self._answered(self._conversation.request(method, url, headers, body))
        if answer.status == 401:
            who, said = self._credentials, self._conversation
            if not who.user and not who.password:
                raise Refused(PublishRefusal.CREDENTIALS_WANTED)
            stale = "stale=true" in answer.header("www-authenticate").lower().replace('"', "").replace(" ", "")
            if said.has_answered_who_we_are and not stale:
                raise Refused(PublishRefusal.NOT_AUTHORISED)
            if not said.take_challenge(answer):
                raise Refused(PublishRefusal.WOULD_SHOW_PASSWORD)
            answer = self._answered(said.request(method, url, headers, body))
        if answer.status != 200:
            raise RtspTrouble(answer.status)
        return answer

    def _answered(self, request: bytes) -> Answer:
        assert self._socket is not None
        self._socket.sendall(request)
        ends = time.monotonic() + _ANSWER_WITHIN
        while time.monotonic() < ends:
            data = self._socket.recv(65536)
            if not data:
                raise ConnectionResetError
            for answer in self._reader.feed(data):
                if answer.sequence in (self._conversation.sequence, -1):
                    return answer
        raise TimeoutError

    def _fill(self, now: float) -> None:
        while len(self._pending) < _AT_ONCE and (packet := self._queue.take()) is not None:
            if not self._pending:
                self._moved_at = max(self._moved_at, now)
            channel, track = (0, self._tracks[0]) if packet.is_video else (2, self._tracks[1])
            make = track.picture if packet.is_video else track.sound
            for one in make(packet.data, packet.moment):
                self._pending += interleaved(channel, one)
            self._last = packet.moment
        if now - self._reported_at >= _REPORT_EVERY and self._last:
            self._reported_at = now
            wall = time.time() - (now - self._began)
            for number, track in enumerate(self._tracks):
                self._pending += interleaved(2 * number + 1, track.report(self._last, wall + self._last))
        if now - self._alive_at >= _ALIVE_EVERY:
            self._alive_at = now
            self._pending += self._conversation.request("OPTIONS", str(self._address))

    def _write(self, line: socket.socket) -> None:
        while self._pending:
            try:
                sent = line.send(self._pending)
            except (BlockingIOError, ssl.SSLWantWriteError, ssl.SSLWantReadError):
                return
            del self._pending[:sent]
            self._moved_at = time.monotonic()
            self._fill(self._moved_at)

    def _read(self, line: socket.socket) -> None:
        while True:
            try:
                data = line.recv(65536)
            except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
                return
            if not data:
                raise ConnectionResetError
            for answer in self._reader.feed(data):
                if answer.status == 454:  # our session is over; what else it thinks of OPTIONS is no matter
                    raise RtspTrouble(answer.status)

    def _wake_up(self) -> None:
        try:
            self._wake.send(b"\x00")
        except OSError:
            return  # awake already, or closed

    def _calm_down(self) -> None:
        try:
            while self._woken.recv(4096):
                continue
        except BlockingIOError:
            return


def _reason(status: int) -> PublishRefusal:
    match status:
        case 401 | 403:
            return PublishRefusal.NOT_AUTHORISED
        case 404 | 410:
            return PublishRefusal.NOT_FOUND
        case 405 | 455 | 459 | 461 | 501 | 0:
            return PublishRefusal.NOT_A_RECEIVER
        case 400 | 409 | 453 | 454 | 503:
            return PublishRefusal.OCCUPIED
        case _:
            return PublishRefusal.NO_ANSWER
