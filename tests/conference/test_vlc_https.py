"""Sites over HTTPS: certificates are checked, and what a server names is not followed out of HTTPS."""

from __future__ import annotations

import datetime
import http.server
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import av
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from conference import MediaEventKind, RefusalReason, Site, SiteId
from conference.vlc import PlayerSettings, VlcMediaEngine
from desktop.demo_ministry.sites import streams
from tests.contracts.media_engine.suite import wait_for_event, wait_for_frame

BO = SiteId("bo")
HAIHA = SiteId("haiha")


@dataclass
class SecureServer:
    port: int
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    moved_to: str = "file:///etc/hostname"

    def site(self, path: str, site_id: SiteId = BO) -> Site:
        return Site(site_id, "", f"https://127.0.0.1:{self.port}{path}")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file with a key and its self-signed certificate for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hop.boldptxh.example")])
    now = datetime.datetime.now(datetime.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("https") / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + built.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture(scope="module")
def clip() -> bytes:
    """Some seconds of a demo clip as MPEG-TS."""
    written = _Bytes()
    with (
        av.open(str(Path(streams.__file__).parent / "clips" / "bo.mp4")) as source,
        av.open(written, "w", format="mpegts") as target,
    ):
        video = source.streams.video[0]
        track = target.add_stream_from_template(video)
        for packet in source.demux(video):
            if packet.dts is None or packet.dts * packet.time_base > 8:
                break
            packet.stream = track
            target.mux_one(packet)
    return bytes(written.data)


class _Bytes:
    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)


@pytest.fixture
def server(certificate: Path) -> Iterator[SecureServer]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            secure.asked.append(self.path)
            content = secure.files.get(self.path)
            if self.path == "/closed":
                self.send_error(403)
            elif self.path == "/moved":
                self.send_response(302)
                self.send_header("Location", secure.moved_to)
                self.end_headers()
            elif content is None:
                self.send_error(404)
            else:
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                try:
                    self.wfile.write(content)
                except OSError:
                    return

        def log_message(self, format: str, *arguments: object) -> None:
            return

    listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listener.socket = context.wrap_socket(listener.socket, server_side=True, do_handshake_on_connect=False)
    secure = SecureServer(listener.server_port)
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield secure
    listener.shutdown()
    listener.server_close()


@pytest.fixture
def engine(certificate: Path) -> Iterator[VlcMediaEngine]:
    settings = PlayerSettings(answer_within=3.0, trusted_roots=str(certificate))
    engine = VlcMediaEngine(settings, audio_output="adummy")
    yield engine
    engine.close_all()


def refusal_of(engine: VlcMediaEngine, site: Site) -> RefusalReason | None:
    engine.open(site, (320, 180))
    event, _ = wait_for_event(engine, lambda event: event.kind is MediaEventKind.REFUSED)
    return event.reason


def test_a_stream_over_https_plays(engine: VlcMediaEngine, server: SecureServer, clip: bytes) -> None:
    server.files["/hop.ts"] = clip
    engine.open(server.site("/hop.ts"), (320, 180))
    frame = wait_for_frame(engine, BO)
    assert (frame.width, frame.height) == (320, 180)
    assert wait_for_frame(engine, BO, frame.serial + 10).serial > frame.serial


def test_a_playlist_of_pieces_plays(engine: VlcMediaEngine, server: SecureServer, clip: bytes) -> None:
    playlist = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n#EXTINF:8.0,\n/piece.ts\n#EXT-X-ENDLIST\n"
    server.files |= {"/hop.m3u8": playlist.encode(), "/piece.ts": clip}
    engine.open(server.site("/hop.m3u8"), (320, 180))
    wait_for_frame(engine, BO)


def test_a_certificate_nobody_vouches_for_is_not_trusted(server: SecureServer, clip: bytes) -> None:
    server.files["/hop.ts"] = clip
    engine = VlcMediaEngine(PlayerSettings(answer_within=3.0), audio_output="adummy")
    try:
        assert refusal_of(engine, server.site("/hop.ts")) is RefusalReason.NOT_TRUSTED
        assert refusal_of(engine, Site(BO, "", f"rtsps://127.0.0.1:{server.port}/hop")) is RefusalReason.NOT_TRUSTED
    finally:
        engine.close_all()
    assert server.asked == [], "nothing is asked of a server that is not trusted"


def test_a_certificate_of_another_host_is_not_trusted(engine: VlcMediaEngine, server: SecureServer) -> None:
    # 127.1 is the same place by another name, also where no hosts file knows "localhost"
    assert refusal_of(engine, Site(BO, "", f"https://127.1:{server.port}/hop.ts")) is RefusalReason.NOT_TRUSTED


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/closed", RefusalReason.NOT_AUTHORISED), ("/none", RefusalReason.NOT_FOUND)],
)
def test_what_the_server_answers_is_said(
    engine: VlcMediaEngine, server: SecureServer, path: str, reason: RefusalReason
) -> None:
    assert refusal_of(engine, server.site(path)) is reason


def test_what_is_no_video_is_an_unsupported_format(engine: VlcMediaEngine, server: SecureServer) -> None:
    server.files["/page"] = b"<html>" + b"Sai trang. " * 2000
    assert refusal_of(engine, server.site("/page")) is RefusalReason.UNSUPPORTED_FORMAT


@pytest.mark.parametrize("secret", ["file://{file}", "http://127.0.0.1:{port}/hop.ts", "concat:{file}|{file}"])
def test_a_playlist_cannot_lead_out_of_https(
    engine: VlcMediaEngine, server: SecureServer, clip: bytes, tmp_path: Path, secret: str
) -> None:
    file = tmp_path / "mat.ts"
    file.write_bytes(clip)
    target = secret.format(file=file, port=server.port)
    playlist = f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n#EXTINF:8.0,\n{target}\n#EXT-X-ENDLIST\n"
    server.files["/hop.m3u8"] = playlist.encode()
    engine.open(server.site("/hop.m3u8"), (320, 180))
    ends = (MediaEventKind.REFUSED, MediaEventKind.ENDED, MediaEventKind.FAILED)
    wait_for_event(engine, lambda event: event.kind in ends)
    assert engine.newest_frame(BO) is None
    assert server.asked == ["/hop.m3u8"]


def test_a_redirection_cannot_lead_out_of_https(engine: VlcMediaEngine, server: SecureServer) -> None:
    assert refusal_of(engine, server.site("/moved")) is not None
    assert engine.newest_frame(BO) is None
