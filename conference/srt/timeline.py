"""Joins what comes over one connection after another into one stream that a player can go on with: its clock does not
jump when the other side began to count anew or the new connection waits longer. Used by `source`."""

from __future__ import annotations

from ..ts_packets import PACKET, SYNC, WRAP, begins_key_frame, begins_unit, clock_reference, is_table, shifted

_TICKS = 90_000
_HELD = 2_000_000
"""Bytes without a clock and a key frame after which the stream is handed on as it is: no MPEG-TS that is known here."""
_SAME = 1.0
"""Seconds by which a clock may be off without being put right: the sender's has gone on, and what came late after an
outage must not make the picture that much later for good."""
_LONGEST_WAIT = 4.0
"""For a key frame after a new connection; some cameras send none for long, and a poor picture is better than none."""


class Timeline:
    """Feed it what was received; it returns what to play. Knows no clock but the one it is told."""

    def __init__(self) -> None:
        self._offset = 0
        self._ahead: float | None = None
        """Where the player's clock stands: its 90 kHz reading less the moment, in seconds."""
        self._rest = b""
        self._held: list[bytes] | None = None
        self._held_since = 0.0

    def begin_anew(self, now: float) -> None:
        """What follows comes over another connection."""
        self._rest = b""
        if self._ahead is not None:  # else nothing was played yet, and the player takes the clock as it comes
            self._held, self._held_since = [], now

    def feed(self, data: bytes, now: float) -> bytes:
        data = self._rest + data
        if not data or data[0] != SYNC:
            self._rest = b""
            return data
        whole = len(data) - len(data) % PACKET
        self._rest = data[whole:]
        packets = [data[at : at + PACKET] for at in range(0, whole, PACKET)]
        if self._held is not None:
            packets = self._begun(self._held, packets, now)
        if self._offset:
            packets = [self._placed(packet) for packet in packets]
        self._look(packets, now)
        return b"".join(packets)

    def _begun(self, held: list[bytes], packets: list[bytes], now: float) -> list[bytes]:
        """From the key frame on, with the tables before it; nothing until then."""
        for number, packet in enumerate(packets):
            if not begins_key_frame(packet):
                continue
            following = packets[number:]
            clock = next(
                (found for one in [*following, *reversed(held)] if (found := clock_reference(one)) is not None), None
            )
            if clock is None:
                break
            self._held = None
            self._join_clocks(clock, now)
            return [*(one for one in held if is_table(one)), *(p for p in packets[:number] if is_table(p)), *following]
        held.extend(packets)
        if len(held) * PACKET > _HELD or now - self._held_since > _LONGEST_WAIT:
            self._held = None
            clock = next((found for one in reversed(held) if (found := clock_reference(one)) is not None), None)
            if clock is not None:
                self._join_clocks(clock, now)
            return held
        return []

    def _join_clocks(self, clock: int, now: float) -> None:
        assert self._ahead is not None
        wanted = round((now + self._ahead) * _TICKS)
        offset = _nearest(wanted - clock)
        if abs(_nearest(offset - self._offset)) > _SAME * _TICKS:
            self._offset = offset

    def _placed(self, packet: bytes) -> bytes:
        return shifted(packet, self._offset) if begins_unit(packet) or packet[3] & 0x20 else packet

    def _look(self, packets: list[bytes], now: float) -> None:
        for packet in packets:
            clock = clock_reference(packet) if packet[3] & 0x20 else None
            if clock is None:
                continue
            ahead = clock / _TICKS - now
            if self._ahead is None or abs(ahead - self._ahead) > 1.0:
                self._ahead = ahead
            else:  # two clocks drift apart; a single late packet is no drift
                self._ahead += (ahead - self._ahead) * 0.02


def _nearest(ticks: int) -> int:
    """A difference of two clocks that wrap."""
    return (ticks + WRAP // 2) % WRAP - WRAP // 2
