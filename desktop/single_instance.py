"""One desk per data folder: a second start brings the first one's window to the front and ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer


class AlreadyRunning(Exception):
    """Another desk has this data folder, and does not answer."""


class SingleInstance(QObject):
    """Holds a lock file (stale ones of crashed runs are seen through); listens for later starts once `listen` is
    called, which is after the first paint."""

    asked_to_show = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / "desk.lock"))
        self._lock.setStaleLockTime(0)
        self._folder = folder
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Also where no lock can be written, as on a full disk: what is there can still be read."""
        return (
            self._lock.isLocked()
            or self._lock.tryLock(0)
            or self._lock.error() is not QLockFile.LockError.LockFailedError
        )

    @property
    def _name(self) -> str:
        """A local socket's path is limited to about 100 bytes, so the folder goes in as a hash."""
        import hashlib

        return "ban-cong-vu-" + hashlib.sha256(str(self._folder.resolve()).encode()).hexdigest()[:16]

    def ask_first_to_show(self) -> bool:
        """Ask the desk that is running to come to the front. False: it does not say that it does."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(2000):
            return False
        socket.write(b"show\n")
        return socket.waitForReadyRead(2000)

    def listen(self) -> bool:
        """Hear later starts from now on. False: it does already."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None:
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)
        return True

    def stop_listening(self) -> None:
        """Whoever asks now gets no answer, and tries for the lock again."""
        if self._server is not None:
            self._server.close()

    def _hear(self) -> None:
        if self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(b"shown\n")
            socket.flush()
            self.asked_to_show.emit()

    def release(self) -> None:
        self._lock.unlock()
