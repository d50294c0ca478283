"""A screen and a window of a virtual X server are shown in place of the camera; a session without one refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from conference.publishing import (
    TEST_PICTURE,
    TEST_TONE,
    Begin,
    DeviceTrouble,
    ListShareables,
    OwnState,
    Share,
    Shareable,
    Shareables,
    ShareKind,
    StateNow,
)
from conference.publishing.child.windows_to_share import windows
from desktop.bootstrap import publisher
from tests.waiting import eventually

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="no virtual screen on this PC")

_WINDOW = """
import ctypes, time
x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = x11.XCreateSimpleWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
display = ctypes.c_void_p(x11.XOpenDisplay(None))
root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
window = ctypes.c_ulong(x11.XCreateSimpleWindow(display, root, 0, 0, 640, 360, 0, 0, 0xDC0A0A))
name = "Trình chiếu của phòng họp".encode()
kind, utf8 = (ctypes.c_ulong(x11.XInternAtom(display, one, 0)) for one in (b"_NET_WM_NAME", b"UTF8_STRING"))
x11.XChangeProperty(display, window, kind, utf8, 8, 0, name, len(name))
x11.XMapWindow(display, window)
x11.XFlush(display)
time.sleep(600)
"""


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x360x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        display = f":{said.readline().strip()}"
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    window = subprocess.Popen([sys.executable, "-c", _WINDOW])
    yield display
    for process in (window, server):
        process.kill()
        process.wait()


def test_screen_and_window_are_seen(display: str) -> None:
    desk = publisher()
    states = [OwnState()]
    found: list[Shareables] = []

    def look() -> OwnState:
        while (answer := desk.next_answer(0.02)) is not None:
            if isinstance(answer, StateNow):
                states.append(answer.state)
            elif isinstance(answer, Shareables):
                found.append(answer)
        return states[-1]

    def shows_red() -> bool:
        look()
        picture = desk.newest_picture()
        if picture is None or picture.from_camera:
            return False
        at = picture.pitch * (picture.height // 4) + picture.width // 4 * 4  # in the middle stands the mouse
        blue, green, red, _ = picture.pixels[at : at + 4]
        return red > 150 and green < 70 and blue < 70

    eventually(windows)
    try:
        desk.begin(Begin(None, camera=TEST_PICTURE, microphone=TEST_TONE))
        desk.ask(ListShareables())
        eventually(lambda: (look(), found)[1])
        assert not found[0].refused
        (window,) = (one for one in found[0].found if one.name == "Trình chiếu của phòng họp")
        desk.ask(Share(Shareable("0", ShareKind.SCREEN, "", (0, 0, 640, 360))))
        eventually(shows_red)
        assert look().sharing is ShareKind.SCREEN
        desk.ask(Share(None))
        eventually(lambda: (held := desk.newest_picture()) is not None and held.from_camera)
        desk.ask(Share(window))
        eventually(shows_red)
        assert look().sharing_trouble is DeviceTrouble.NONE
    finally:
        desk.close()


def test_a_session_that_lets_nobody_look_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    desk = publisher()
    refused: list[bool] = []

    def look() -> list[bool]:
        answer = desk.next_answer(0.02)
        if isinstance(answer, Shareables):
            refused.append(answer.refused)
        return refused

    try:
        desk.begin(Begin(None, camera_on=False, microphone=TEST_TONE))
        desk.ask(ListShareables())
        assert eventually(look) == [True]
    finally:
        desk.close()
