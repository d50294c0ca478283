"""The screen stays on while it is held: asked of a real service on a real session bus, and let go also at a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.keep_awake.child import ChildScreenAwake, caffeinate, systemd_inhibit
from desktop.keep_awake.session_bus import SessionBusScreenAwake
from desktop.keep_awake.windows import WindowsScreenAwake
from tests.waiting import eventually
from ui.screen_awake import ScreenAwake

WHY = "Đang họp trực tuyến"
SCREEN_SERVICE = Path(__file__).parent / "screen_service.py"

needs_a_bus = pytest.mark.skipif("DBUS_SESSION_BUS_ADDRESS" not in os.environ, reason="needs a session bus")


class Otherwise:
    """Notes whether it was asked instead."""

    def __init__(self) -> None:
        self.held: list[str] = []

    def hold(self, why: str) -> None:
        self.held.append(why)

    def release(self) -> None:
        self.held.clear()


class Service:
    """The screen's service, in a process of its own; `lines` is what it was asked."""

    def __init__(self, kind: str) -> None:
        command = ["/usr/bin/python3", str(SCREEN_SERVICE), kind]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.next() == "ready"

    def next(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        self._process.kill()
        self._process.wait(10)
        if self._process.stdout is not None:
            self._process.stdout.close()


@pytest.fixture
def service() -> Iterator[Callable[[str], Service]]:
    started: list[Service] = []

    def start(kind: str) -> Service:
        started.append(Service(kind))
        return started[-1]

    yield start
    for one in started:
        one.close()


@needs_a_bus
@pytest.mark.parametrize("path", ["/org/freedesktop/ScreenSaver", "/ScreenSaver"])
def test_the_desktop_is_asked_and_told_that_it_may_let_go(service: Callable[[str], Service], path: str) -> None:
    screen, otherwise = service(path), Otherwise()
    awake = SessionBusScreenAwake(otherwise)
    awake.hold(WHY)
    awake.hold(WHY)  # twice is once
    assert screen.next() == f"inhibit Bàn Công Vụ | {WHY}"
    awake.release()
    assert screen.next() == "uninhibit 3000000007", "a number that needs all its 32 bits"
    assert screen.next() == "gone"
    assert awake.wait(10)
    awake.hold(WHY)
    assert screen.next().startswith("inhibit"), "a second conference"
    awake.release()
    assert awake.wait(10)
    assert not otherwise.held


@needs_a_bus
def test_where_there_is_only_a_portal_it_is_asked(service: Callable[[str], Service]) -> None:
    screen, otherwise = service("portal"), Otherwise()
    awake = SessionBusScreenAwake(otherwise)
    awake.hold(WHY)
    assert screen.next() == f"portal 8 | {WHY}"
    awake.release()
    assert screen.next() == "closed"
    assert not otherwise.held


@needs_a_bus
def test_a_crash_lets_go(service: Callable[[str], Service]) -> None:
    screen = service("/org/freedesktop/ScreenSaver")
    script = (
        "import time\nfrom desktop.keep_awake import screen_awake\n"
        f"awake = screen_awake(); awake.hold({WHY!r}); time.sleep(600)"
    )
    child = subprocess.Popen([sys.executable, "-c", script])
    try:
        assert screen.next().startswith("inhibit")
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait(10)
    assert screen.next() == "gone", "the bus says so, and the desktop lets go"


@needs_a_bus
def test_where_nobody_answers_the_other_way_is_taken() -> None:
    otherwise = Otherwise()
    awake = SessionBusScreenAwake(otherwise)
    awake.hold(WHY)
    eventually(lambda: otherwise.held == [WHY])
    awake.release()
    eventually(lambda: not otherwise.held)


@pytest.mark.parametrize("address", ["", "unix:path=/khong/co/bus", "tcp:host=1.2.3.4,port=1", "rác rưởi"])
def test_without_a_session_bus_the_other_way_is_taken(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    otherwise = Otherwise()
    awake = SessionBusScreenAwake(otherwise)
    awake.hold(WHY)
    eventually(lambda: otherwise.held == [WHY])
    awake.release()
    eventually(lambda: not otherwise.held)


def test_a_helping_program_runs_while_it_is_held() -> None:
    """In place of systemd-inhibit, which needs a running logind, the part of it that waits."""
    awake = ChildScreenAwake(lambda why: ["/bin/cat"])
    awake.hold(WHY)
    assert awake.holds
    awake.hold(WHY)
    awake.release()
    assert not awake.holds


def test_a_helping_program_ends_with_a_desk_that_is_killed() -> None:
    script = (
        "import sys, time\nfrom desktop.keep_awake.child import ChildScreenAwake\n"
        "awake = ChildScreenAwake(lambda why: ['/bin/cat']); awake.hold('')\n"
        "print(awake._child.pid, flush=True); time.sleep(600)"
    )
    desk = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert desk.stdout is not None
    helper = int(desk.stdout.readline())
    os.kill(desk.pid, signal.SIGKILL)
    desk.wait(10)
    desk.stdout.close()
    eventually(lambda: not _runs(helper))


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False


@pytest.mark.parametrize("command", [lambda why: None, lambda why: ["/khong/co/chuong-trinh"]])
def test_a_system_that_lacks_the_program_goes_on(command: Callable[[str], list[str] | None]) -> None:
    awake = ChildScreenAwake(command)
    awake.hold(WHY)
    assert not awake.holds
    awake.release()


def test_what_the_programs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name, path=None: f"/usr/bin/{name}")
    inhibit = systemd_inhibit(WHY)
    assert inhibit is not None
    assert inhibit[-1] == "cat"
    assert "--what=idle:sleep" in inhibit
    assert caffeinate(WHY) == ["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]


def test_windows_is_told_by_its_flags() -> None:
    class Kernel:
        """What Windows would hear."""

        def __init__(self) -> None:
            self.said: list[int] = []

        def SetThreadExecutionState(self, flags: object) -> None:
            self.said.append(flags.value)  # type: ignore[attr-defined]

    kernel = Kernel()
    awake: ScreenAwake = WindowsScreenAwake(kernel)
    awake.hold(WHY)
    awake.release()
    assert kernel.said == [0x80000003, 0x80000000]
