"""The service process that was started before the window had loaded: what it has read meanwhile, then the process
itself, handed to the service link."""

from __future__ import annotations

import subprocess
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mail import FirstLook
    from ui.service_messages import Begin
    from ui.service_wire import Prepared

    from .service_process import ServiceProcess


class PreparedService:
    """``process`` is None where none was started early. Thread-safe; its methods may wait for the process."""

    def __init__(self, process: subprocess.Popen[bytes] | None) -> None:
        self._early = self._unused = process
        self._lock = threading.Lock()
        self._process: ServiceProcess | None = None
        self._prepared: Prepared | None = None

    def prepared(self) -> Prepared | None:
        """What it read, or None if it could not say so."""
        from ui.service_wire import Prepared

        from .service_process import ServiceProcess

        with self._lock:
            if self._early is not None:
                self._process, self._early = ServiceProcess(process=self._early), None
                said = self._process.receive()
                self._prepared = said if isinstance(said, Prepared) else None
            return self._prepared

    def first_look(self, wait: bool) -> FirstLook | None:
        """Without ``wait`` None also while it is not here yet."""
        prepared = self.prepared() if wait else self._prepared
        return prepared.first_look if prepared is not None else None

    def begin(self, begin: Begin) -> ServiceProcess:
        """The process, its first message sent: the early one the first time, else a new one. Raises `OSError`."""
        from .service_process import ServiceProcess

        self.prepared()
        with self._lock:
            process, self._process, self._unused = self._process, None, None
        if process is not None:
            try:
                process.send(begin)
                return process
            except OSError:
                process.close(0)
        return ServiceProcess(begin)

    def close(self) -> None:
        """End it if it never got anything to do. Killed first: whoever waits for its answer (it may be asking her to
        unlock the keyring) holds the lock."""
        unused = self._unused
        if unused is None:
            return
        unused.kill()
        unused.wait()
        with self._lock:
            if self._process is not None:
                self._process.close(0)
            self._early = self._process = self._unused = None
