"""Sites whose server is hostile: what it names elsewhere is not contacted, and no file of this PC is read."""
# ruff: noqa: F811 (fixtures are asked for by the names they were imported under)

from __future__ import annotations

import io
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import pytest

from conference import MediaEventKind, Site, SiteId
from conference.vlc import PlayerSettings, VlcMediaEngine
from conference.vlc.https_gate import HttpsGate
from desktop.demo_ministry.sites import streams
from tests.contracts.media_engine.suite import wait_for_event
from tests.waiting import eventually

from .test_vlc_https import BO, SecureServer, certificate, clip, engine, server  # noqa: F401
from .witnesses import Trap, WatchedFolder

_ENDS = (MediaEventKind.REFUSED, MediaEventKind.ENDED, MediaEventKind.FAILED)


@pytest.fixture
def trap() -> Iterator[Trap]:
    with Trap() as trap:
        yield trap


@pytest.fixture
def canary(tmp_path: Path, clip: bytes) -> Path:
    file = tmp_path / "mat.ts"
    file.write_bytes(clip)
    return file


def playlist(*lines: str) -> bytes:
    head = ("#EXTM3U", "#EXT-X-VERSION:6", "#EXT-X-TARGETDURATION:9")
    return "\n".join((*head, *lines, "#EXT-X-ENDLIST", "")).encode()


PLAYLISTS = {
    "a piece of another host": ("#EXTINF:8.0,", "https://{trap}/piece.ts"),
    "a piece over http": ("#EXTINF:8.0,", "http://{trap}/piece.ts"),
    "a piece that is a file": ("#EXTINF:8.0,", "file://{file}"),
    "a piece by path": ("#EXTINF:8.0,", "/../../../..{file}"),
    "a key of another host": ('#EXT-X-KEY:METHOD=AES-128,URI="https://{trap}/key"', "#EXTINF:8.0,", "/piece.ts"),
    "a key that is a file": ('#EXT-X-KEY:METHOD=AES-128,URI="file://{file}"', "#EXTINF:8.0,", "/piece.ts"),
    "a head of another host": ('#EXT-X-MAP:URI="https://{trap}/head.mp4"', "#EXTINF:8.0,", "/piece.ts"),
    "a variant of another host": ("#EXT-X-STREAM-INF:BANDWIDTH=800000", "https://{trap}/other.m3u8"),
    "a sound of another host": (
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",DEFAULT=YES,URI="https://{trap}/a.m3u8"',
        '#EXT-X-STREAM-INF:BANDWIDTH=800000,AUDIO="a"',
        "https://{trap}/v.m3u8",
    ),
    "pieces joined": ("#EXTINF:8.0,", "concat:{file}|{file}"),
    "a part of a file": ("#EXTINF:8.0,", "subfile,,start,0,end,10000,,:{file}"),
    "data": ("#EXTINF:8.0,", "data:video/mp2t;base64,R0AAEA=="),
}

DOCUMENTS = {
    "xspf": '<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><trackList><track>'
    "<location>https://{trap}/x</location></track></trackList></playlist>",
    "asx": '<asx version="3.0"><entry><ref href="https://{trap}/x"/></entry></asx>',
    "pls": "[playlist]\nFile1=https://{trap}/x\nNumberOfEntries=1\n",
    "ffconcat": "ffconcat version 1.0\nfile '{file}'\nfile 'https://{trap}/x'\n",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n"
    "a=rtpmap:96 H264/90000\na=control:rtsp://{trap}/x\n",
    "dash": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet '
    'mimeType="video/mp4"><Representation id="1"><BaseURL>https://{trap}/x.mp4</BaseURL></Representation>'
    "</AdaptationSet></Period></MPD>",
    "smil": '<smil><body><video src="https://{trap}/x"/></body></smil>',
    "ram": "rtsp://{trap}/x\n",
    "imf": '<AssetMap xmlns="http://www.smpte-ra.org/schemas/429-9/2007/AM"><Path>https://{trap}/x</Path></AssetMap>',
}


def outcome(engine: VlcMediaEngine, site: Site) -> None:
    engine.open(site, (320, 180))
    wait_for_event(engine, lambda event: event.kind in _ENDS)
    assert engine.newest_frame(BO) is None


@pytest.mark.parametrize("kind", PLAYLISTS)
def test_what_a_playlist_names_elsewhere_is_not_reached(
    engine: VlcMediaEngine, server: SecureServer, clip: bytes, trap: Trap, canary: Path, kind: str
) -> None:
    lines = (line.format(trap=trap.place, file=canary) for line in PLAYLISTS[kind])
    server.files |= {"/hop.m3u8": playlist(*lines), "/piece.ts": clip}
    watched = WatchedFolder(canary.parent)
    outcome(engine, server.site("/hop.m3u8"))
    assert trap.called == [] and watched.touched() == []
    watched.close()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_lists_of_other_kinds_are_no_pictures(
    engine: VlcMediaEngine, server: SecureServer, trap: Trap, canary: Path, kind: str
) -> None:
    server.files[f"/hop.{kind}"] = DOCUMENTS[kind].format(trap=trap.place, file=canary).encode()
    watched = WatchedFolder(canary.parent)
    outcome(engine, server.site(f"/hop.{kind}"))
    assert trap.called == [] and watched.touched() == []
    watched.close()


@pytest.mark.parametrize("where", ["https://{trap}/x.ts", "http://{trap}/x.ts", "rtsp://{trap}/x", "file://{file}"])
def test_a_redirection_leads_nowhere_else(
    engine: VlcMediaEngine, server: SecureServer, trap: Trap, canary: Path, where: str
) -> None:
    server.moved_to = where.format(trap=trap.place, file=canary)
    watched = WatchedFolder(canary.parent)
    outcome(engine, server.site("/moved"))
    assert trap.called == [] and watched.touched() == []
    watched.close()


@pytest.mark.parametrize("where", ["file://{file}", "https://{trap}/media.mp4"])
def test_a_film_whose_data_is_said_to_be_elsewhere_opens_nothing(
    engine: VlcMediaEngine, server: SecureServer, trap: Trap, canary: Path, where: str
) -> None:
    film = film_with_data_elsewhere(where.format(trap=trap.place, file=canary))
    assert where.format(trap=trap.place, file=canary).encode() in film
    server.files["/hop.mp4"] = film
    watched = WatchedFolder(canary.parent)
    engine.open(server.site("/hop.mp4"), (320, 180))
    # Whether it is shown from its own bytes or refused, nothing else is opened.
    eventually(lambda: engine.newest_frame(BO) or ((event := engine.next_event(0.05)) and event.kind in _ENDS))
    assert trap.called == [] and watched.touched() == []
    watched.close()


def film_with_data_elsewhere(where: str) -> bytes:
    """A second of a demo clip as MP4 whose data reference names ``where``."""
    written = io.BytesIO()
    with (
        av.open(str(Path(streams.__file__).parent / "clips" / "bo.mp4")) as source,
        av.open(written, "w", format="mp4") as target,
    ):
        video = source.streams.video[0]
        track = target.add_stream_from_template(video)
        for packet in source.demux(video):
            if packet.dts is None or packet.dts * packet.time_base > 1:
                break
            packet.stream = track
            target.mux_one(packet)
    entry = b"url " + bytes(4) + where.encode() + b"\0"
    reference = b"dref" + bytes(4) + struct.pack(">I", 1) + struct.pack(">I", len(entry) + 4) + entry
    return _changed(written.getvalue(), reference)


def _changed(boxes: bytes, reference: bytes) -> bytes:
    out, at = b"", 0
    while at < len(boxes):
        size, kind = struct.unpack_from(">I4s", boxes, at)
        inside = boxes[at + 8 : at + size]
        if kind == b"dref":
            inside = reference[4:]
        elif kind in (b"moov", b"trak", b"mdia", b"minf", b"dinf"):
            inside = _changed(inside, reference)
        out += struct.pack(">I4s", len(inside) + 8, kind) + inside
        at += size
    return out


# --- RTSP


@contextmanager
def rtsp_server(describes: Callable[[str], str]) -> Iterator[tuple[int, list[str]]]:
    """Answers DESCRIBE with what it is told, all else with 200. Keeps the first lines of what it was asked."""
    asked: list[str] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(caller: socket.socket) -> None:
        told = b""
        while piece := caller.recv(4096):
            told += piece
            while b"\r\n\r\n" in told:
                request, told = told.split(b"\r\n\r\n", 1)
                lines = request.decode().split("\r\n")
                asked.append(lines[0])
                number = next(line for line in lines if line.lower().startswith("cseq"))
                method = lines[0].split()[0]
                answer = describes(number) if method == "DESCRIBE" else f"RTSP/1.0 200 OK\r\n{number}\r\n\r\n"
                caller.sendall(answer.encode())

    def accept() -> None:
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(caller,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1], asked
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


@pytest.mark.parametrize("where", ["file://{file}", "http://{trap}/x", "https://{trap}/x", "concat:{file}|{file}"])
def test_rtsp_leads_to_no_other_protocol(trap: Trap, canary: Path, where: str) -> None:
    target = where.format(trap=trap.place, file=canary)
    watched = WatchedFolder(canary.parent)
    engine = VlcMediaEngine(PlayerSettings(answer_within=2.0), audio_output="adummy")
    try:
        with rtsp_server(lambda number: f"RTSP/1.0 302 Moved\r\n{number}\r\nLocation: {target}\r\n\r\n") as (
            port,
            asked,
        ):
            outcome(engine, Site(BO, "", f"rtsp://127.0.0.1:{port}/hop"))
            assert len(asked) >= 2
    finally:
        engine.close_all()
    assert trap.called == [] and watched.touched() == []
    watched.close()


@pytest.mark.parametrize("base", ["rtsp://{trap}/", "file://{file}", "https://{trap}/"])
def test_a_description_with_odd_addresses_stays_with_its_server(trap: Trap, canary: Path, base: str) -> None:
    place = base.format(trap=trap.place, file=canary)
    described = (
        f"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\na=control:{place}all\r\n"
        f"m=video {trap.port} RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:{place}v\r\n"
    )
    watched = WatchedFolder(canary.parent)
    engine = VlcMediaEngine(PlayerSettings(answer_within=2.0), audio_output="adummy")
    try:
        with rtsp_server(
            lambda number: (
                f"RTSP/1.0 200 OK\r\n{number}\r\nContent-Type: application/sdp\r\nContent-Base: {place}\r\n"
                f"Content-Length: {len(described)}\r\n\r\n{described}"
            )
        ) as (port, asked):
            outcome(engine, Site(SiteId("bo"), "", f"rtsp://127.0.0.1:{port}/hop"))
            assert any(line.startswith("SETUP") for line in asked)
    finally:
        engine.close_all()
    assert trap.called == [] and watched.touched() == []
    watched.close()


# --- the gate itself


def test_the_gate_opens_for_one_place_only(trap: Trap) -> None:
    with Trap() as site:
        gate = HttpsGate("127.0.0.1", site.port)
        try:
            port = int(gate.address.rpartition(":")[2])

            def answer(request: bytes) -> bytes:
                with socket.create_connection(("127.0.0.1", port), 5) as caller:
                    caller.sendall(request)
                    return caller.recv(4096)

            for asked in (
                f"CONNECT {trap.place} HTTP/1.1\r\n\r\n",
                f"GET http://{trap.place}/ HTTP/1.1\r\n\r\n",
                f"CONNECT {site.place}@{trap.place} HTTP/1.1\r\n\r\n",
                "rubbish\r\n\r\n",
            ):
                assert answer(asked.encode()).startswith(b"HTTP/1.1 403")
            assert gate.refused == 4 and site.called == []
            assert answer(f"CONNECT {site.place} HTTP/1.1\r\n\r\n".encode()).startswith(b"HTTP/1.1 200")
        finally:
            gate.close()
    assert trap.called == []
