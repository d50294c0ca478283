"""Who sees that nothing happened: listeners on 127.0.0.1 that nobody may call, and a folder nobody may
touch (inotify)."""

from __future__ import annotations

import ctypes
import os
import select
import socket
import struct
import threading
from pathlib import Path
from types import TracebackType


class Trap:
    """A TCP and a UDP socket on one port; keeps what it was sent."""

    def __init__(self) -> None:
        self.called: list[bytes] = []
        while True:
            self._tcp = socket.create_server(("127.0.0.1", 0))
            self.port = int(self._tcp.getsockname()[1])
            self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            try:
                self._udp.bind(("127.0.0.1", self.port))
                break
            except OSError:
                self._tcp.close()
                self._udp.close()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    def _watch(self) -> None:
        while not self._closing.is_set():
            for ready in select.select([self._tcp, self._udp], [], [], 0.05)[0]:
                if ready is self._udp:
                    self.called.append(b"udp " + self._udp.recv(2048))
                    continue
                caller, _ = self._tcp.accept()
                with caller:
                    caller.settimeout(1.0)
                    try:
                        self.called.append(b"tcp " + caller.recv(2048))
                    except OSError:
                        self.called.append(b"tcp")

    def close(self) -> None:
        self._closing.set()
        self._thread.join(5)
        self._tcp.close()
        self._udp.close()

    def __enter__(self) -> Trap:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


_TOUCHED = 0x1 | 0x2 | 0x8 | 0x20 | 0x40 | 0x80 | 0x100 | 0x200
"""Read, changed, closed after writing, opened, moved from and to, made, deleted."""


class WatchedFolder:
    """Tells what was opened, read, written or made directly in ``folder`` since it was made."""

    def __init__(self, folder: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        assert self._descriptor >= 0
        assert self._libc.inotify_add_watch(self._descriptor, os.fsencode(folder), _TOUCHED) >= 0

    def touched(self) -> list[str]:
        names: list[str] = []
        try:
            told = os.read(self._descriptor, 65536)
        except BlockingIOError:
            return names
        at = 0
        while at < len(told):
            _, _, _, length = struct.unpack_from("iIII", told, at)
            names.append(told[at + 16 : at + 16 + length].rstrip(b"\0").decode())
            at += 16 + length
        return names

    def close(self) -> None:
        os.close(self._descriptor)
