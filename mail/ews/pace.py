"""How much is asked of a server at once: less as soon as it says it is too much, more again slowly. Kept by a
`Conversation` for as long as it lives, so that the round after a busy answer begins slower, too. Used by `bodies`."""

from __future__ import annotations

import threading

LEAST_CHUNK = 4
WELL_ANSWERS = 8
"""Answers in a row without complaint until a little more is asked for; twice as many after each new complaint."""
MOST_WELL_ANSWERS = 64


class Pace:
    """``chunk`` messages in one request, ``connections`` requests at a time; never more than it was made with."""

    def __init__(self, *, chunk: int, connections: int) -> None:
        self._most = (max(1, chunk), max(1, connections))
        self.chunk, self.connections = self._most
        self.complaints = 0
        """How often it became slower."""
        self._well = 0
        self._wanted = WELL_ANSWERS
        self._lock = threading.Lock()

    def busy(self, since: int) -> bool:
        """The server complained of a request that was begun when there had been ``since`` complaints: those of several
        requests at once are one. Half of both from now on. False: it cannot be less."""
        with self._lock:
            if since != self.complaints:
                return True
            slower = (max(self.chunk // 2, min(LEAST_CHUNK, self._most[0])), max(1, self.connections // 2))
            if slower != self._most and (self.chunk, self.connections) != self._most:
                self._wanted = min(self._wanted * 2, MOST_WELL_ANSWERS)
            is_less = slower != (self.chunk, self.connections)
            self.chunk, self.connections = slower
            self.complaints += 1
            self._well = 0
            return is_less

    def well(self, since: int) -> None:
        """A request for bodies, begun when there had been ``since`` complaints, was answered whole. Larger chunks come
        first: another connection is what a throttling server minds most."""
        with self._lock:
            if since != self.complaints:
                return  # begun at the old pace: it says nothing of the new one
            if (self.chunk, self.connections) == self._most:
                self._wanted = WELL_ANSWERS
                return
            self._well += 1
            if self._well < self._wanted:
                return
            self._well = 0
            most_chunk, _ = self._most
            if self.chunk < most_chunk:
                self.chunk = min(self.chunk + max(1, most_chunk // 4), most_chunk)
            else:
                self.connections += 1
