"""One desk per data folder: a second start brings the first one's window to the front and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal


class SingleInstance(QObject):
    """Holds a lock file (stale ones of crashed runs are seen through); listens for later starts once `listen` is
    called, which is after the first paint."""

    asked_to_show = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / "desk.lock"))
        self._lock.setStaleLockTime(0)
        self._folder = folder

    def is_first(self) -> bool:
        return self._lock.tryLock(0)

    @property
    def _name(self) -> str:
        """A local socket's path is limited to about 100 bytes, so the folder goes in as a hash."""
        import hashlib

        return "ban-cong-vu-" + hashlib.sha256(str(self._folder.resolve()).encode()).hexdigest()[:16]

    def ask_first_to_show(self) -> bool:
        """Ask the desk that is running to come to the front. False: it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(2000):
            return False
        socket.write(b"show\n")
        return socket.waitForBytesWritten(2000)

    def listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)

    def _hear(self) -> None:
        if (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked_to_show.emit()

    def release(self) -> None:
        self._lock.unlock()
