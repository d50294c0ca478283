"""What only the real engine can get wrong: libVLC missing, refusals over the wire, resources that leak."""

from __future__ import annotations

import gc
import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from conference import MediaEventKind, PlayerMissing, RefusalReason, Site, SiteId
from conference.vlc import PlayerSettings, VlcMediaEngine
from conference.vlc.pictures import PictureBuffers
from desktop.demo_ministry.sites import DemoSites
from tests.contracts.media_engine.suite import wait_for_event, wait_for_frame
from tests.waiting import eventually

BO = SiteId("bo")


@pytest.fixture(scope="module")
def demo_sites() -> Iterator[DemoSites]:
    with DemoSites() as sites:
        yield sites


@pytest.fixture
def engine() -> Iterator[VlcMediaEngine]:
    engine = VlcMediaEngine(PlayerSettings(answer_within=1.5), audio_output="adummy")
    yield engine
    engine.close_all()


def refusal_of(engine: VlcMediaEngine, address: str) -> RefusalReason | None:
    engine.open(Site(BO, "", address), (320, 180))
    event, _ = wait_for_event(engine, lambda event: event.kind is MediaEventKind.REFUSED)
    return event.reason


@contextmanager
def rtsp_server(answer: Callable[[bytes], bytes]) -> Iterator[str]:
    """Answers each request with what ``answer`` makes of it."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:
                return
            with caller, suppress(ConnectionError):
                while request := caller.recv(65536):
                    caller.sendall(answer(request))

    threading.Thread(target=serve, daemon=True).start()
    yield f"rtsp://127.0.0.1:{listener.getsockname()[1]}/hop"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def rtsp_answer(request: bytes, status: str, headers: str = "", body: str = "") -> bytes:
    number = next((line[5:].strip() for line in request.decode().splitlines() if line.startswith("CSeq:")), "0")
    return f"RTSP/1.0 {status}\r\nCSeq: {number}\r\n{headers}Content-Length: {len(body)}\r\n\r\n{body}".encode()


def test_a_site_that_wants_a_password_is_not_authorised(engine: VlcMediaEngine) -> None:
    challenge = 'WWW-Authenticate: Basic realm="camera"\r\n'
    with rtsp_server(lambda request: rtsp_answer(request, "401 Unauthorized", challenge)) as address:
        assert refusal_of(engine, address) is RefusalReason.NOT_AUTHORISED


def test_a_stream_the_server_does_not_have_is_not_found(engine: VlcMediaEngine, demo_sites: DemoSites) -> None:
    assert refusal_of(engine, demo_sites.north.address + "-khac") is RefusalReason.NOT_FOUND


def test_a_host_that_does_not_exist_is_unknown(engine: VlcMediaEngine) -> None:
    for address in ("rtsp://khong-co.invalid/hop", "srt://khong-co.invalid:9000"):
        assert refusal_of(engine, address) is RefusalReason.UNKNOWN_HOST


def test_what_is_no_stream_at_all_is_refused(engine: VlcMediaEngine) -> None:
    with rtsp_server(lambda request: b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n" * 4) as address:
        assert refusal_of(engine, address) in (RefusalReason.UNSUPPORTED_FORMAT, RefusalReason.NO_ANSWER)


def test_a_stream_without_a_picture_is_an_unsupported_format() -> None:
    """A telephone's sound, three seconds of it. The time limit is long: this is not about slowness."""
    description = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\nm=audio 0 RTP/AVP 0\r\na=control:track1\r\n"
    heads = (struct.pack("!cBHBBHII", b"$", 0, 172, 0x80, 0, number, number * 160, 1) for number in range(150))
    sound = b"".join(head + b"\xff" * 160 for head in heads)

    def answer(request: bytes) -> bytes:
        if request.startswith(b"DESCRIBE"):
            return rtsp_answer(request, "200 OK", "Content-Type: application/sdp\r\n", description)
        headers = "Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nPublic: DESCRIBE, SETUP, PLAY\r\n"
        return rtsp_answer(request, "200 OK", headers) + (sound if request.startswith(b"PLAY") else b"")

    engine = VlcMediaEngine(PlayerSettings(answer_within=30), audio_output="adummy")
    try:
        with rtsp_server(answer) as address:
            assert refusal_of(engine, address) is RefusalReason.UNSUPPORTED_FORMAT
    finally:
        engine.close_all()


def test_a_redirection_to_a_local_file_is_not_followed(engine: VlcMediaEngine) -> None:
    moved = "Location: file:///etc/hostname\r\n"
    with rtsp_server(lambda request: rtsp_answer(request, "302 Moved Temporarily", moved)) as address:
        assert refusal_of(engine, address) is not None


def test_many_openings_leave_threads_and_descriptors_as_they_were(
    engine: VlcMediaEngine, demo_sites: DemoSites
) -> None:
    sites = [
        Site(SiteId(f"{one.id} {number}"), one.name, one.address)
        for one in (demo_sites.north, demo_sites.south)
        for number in range(3)
    ]

    def once() -> None:
        for site in sites:
            engine.open(site, (320, 180))
        for site in sites:
            wait_for_frame(engine, site.id)
        engine.close_all()

    def in_use() -> tuple[int, int]:
        return len(list(Path("/proc/self/task").iterdir())), len(list(Path("/proc/self/fd").iterdir()))

    def is_as_before() -> bool:
        """Each by itself: while threads of tests before this one end, descriptors of ours may still be closing."""
        return all(now <= then + 1 for now, then in zip(in_use(), before, strict=True))

    once()
    before = in_use()
    for _ in range(4):
        once()
    eventually(is_as_before)


def test_the_pictures_of_a_site_that_was_left_are_freed_at_once(engine: VlcMediaEngine, demo_sites: DemoSites) -> None:
    """Not when the collector comes by: they are 6 MiB a site in a window of usual size."""

    def held() -> int:
        return sum(isinstance(one, PictureBuffers) for one in gc.get_objects())

    gc.collect()
    before = held()
    gc.disable()
    try:
        for site in (demo_sites.north, demo_sites.south):
            engine.open(Site(SiteId(site.id), site.name, site.address), (320, 180))
            assert wait_for_frame(engine, SiteId(site.id)).width == 320
        assert held() > before
        engine.close_all()
        assert held() <= before
    finally:
        gc.enable()


def test_muting_silences_a_site_that_is_heard_and_survives_its_reopening(demo_sites: DemoSites) -> None:
    """ALSA's null device takes sound on a PC that has none."""
    engine = VlcMediaEngine(PlayerSettings(), audio_output="alsa")
    site = Site(BO, "", demo_sites.north.address)
    try:
        engine.open(site, (320, 180))
        eventually(lambda: engine.heard_now(BO) is True)
        engine.mute(True)
        eventually(lambda: engine.heard_now(BO) is False)
        engine.open(site, (320, 180))
        eventually(lambda: engine.heard_now(BO) is False)
        engine.mute(True, BO)
        engine.mute(False)
        eventually(lambda: engine.heard_now(BO) is False)  # it alone is silenced
        engine.mute(False, BO)
        eventually(lambda: engine.heard_now(BO) is True)
    finally:
        engine.close_all()


def test_a_new_size_is_delivered_while_the_site_goes_on(engine: VlcMediaEngine, demo_sites: DemoSites) -> None:
    engine.open(Site(BO, "", demo_sites.north.address), (320, 180))
    frame = wait_for_frame(engine, BO)
    assert (frame.width, frame.height) == (320, 180)
    engine.resize(BO, (1000, 1000))
    serial = frame.serial

    def is_larger() -> bool:
        nonlocal serial
        newer = wait_for_frame(engine, BO, serial)
        serial = newer.serial
        return (newer.width, newer.height) == (1000, 562)

    eventually(is_larger)


@pytest.mark.parametrize("library", ["/khong/co/libvlc.so.5", "/dev/null"])
def test_without_libvlc_the_player_is_missing_and_nothing_else_breaks(library: str) -> None:
    """In a process of its own, since libVLC is already loaded here. python-vlc answers a wrong path with `sys.exit`."""
    script = (
        "from conference import PlayerMissing, Site, SiteId\n"
        "from conference.vlc import VlcMediaEngine\n"
        "engine = VlcMediaEngine()\n"
        "for _ in range(2):\n"
        "    try: engine.open(Site(SiteId('bo'), '', 'rtsp://127.0.0.1/hop'), (320, 180))\n"
        "    except PlayerMissing as error: print('missing:', error.args[0])\n"
        "engine.close_all()\n"
    )
    environment = {**os.environ, "PYTHON_VLC_LIB_PATH": library}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["missing: libVLC does not load"] * 2


def test_a_program_that_ends_in_the_middle_of_a_conference_ends_cleanly(demo_sites: DemoSites) -> None:
    """libVLC's threads would otherwise call into an interpreter that is gone."""
    script = (
        "import sys, time\n"
        "from conference import Site, SiteId\n"
        "from conference.vlc import VlcMediaEngine\n"
        "engine = VlcMediaEngine(audio_output='adummy')\n"
        "for number, address in enumerate(sys.argv[1:]):\n"
        "    engine.open(Site(SiteId(str(number)), '', address), (640, 360))\n"
        "while not all(engine.newest_frame(SiteId(str(number))) for number in range(2)):\n"
        "    time.sleep(0.01)\n"
        "print('seen')\n"
    )
    command = [sys.executable, "-c", script, demo_sites.north.address, demo_sites.south.address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "seen\n"), done.stderr


def test_libvlc_without_its_plugins_is_a_missing_player_too(monkeypatch: pytest.MonkeyPatch) -> None:
    import vlc

    monkeypatch.setattr(vlc, "Instance", lambda arguments: None)
    with pytest.raises(PlayerMissing, match="plugins"):
        VlcMediaEngine().open(Site(BO, "", "rtsp://127.0.0.1/hop"), (320, 180))


def test_importing_the_engine_loads_neither_libvlc_nor_pyav() -> None:
    script = "import sys, conference.vlc; print(sorted({'vlc', 'av'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_a_source_that_never_answers_is_refused_whatever_it_waits_for(demo_sites: DemoSites) -> None:
    """A host that takes the connection and says nothing; the limit is the player's, not the line's."""
    listener = socket.create_server(("127.0.0.1", 0))
    engine = VlcMediaEngine(PlayerSettings(answer_within=0.5), audio_output="adummy")
    try:
        for scheme in ("rtsp", "https"):
            assert refusal_of(engine, f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/x") is RefusalReason.NO_ANSWER
    finally:
        engine.close_all()
        listener.close()


def test_a_name_server_that_keeps_silent_is_an_unknown_host(
    engine: VlcMediaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **how: answered.wait(30) and [])
    assert refusal_of(engine, "rtsp://im-lang.example/hop") is RefusalReason.UNKNOWN_HOST
    answered.set()
