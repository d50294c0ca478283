"""Makes libVLC show each picture as soon as it is there. libVLC 3 holds every stream from memory back by 300 ms, and
each picture until the next one begins; both follow from what stands in the MPEG-TS, so that is rewritten here.

After each picture one small packet is put in. It bears the start of the next access unit (libVLC's demuxer and
packetizer let a picture go when they see that), and the stream's clock (PCR): not the sender's, but ours. It runs
evenly, whatever the line does, and is ahead by what libVLC would wait, less `MARGIN`."""

from __future__ import annotations

import time
from collections.abc import Callable

from .ts_packets import (
    H264,
    HEVC,
    PACKET,
    PAT_PID,
    TICKS,
    WRAP,
    PacketAligner,
    Program,
    clock_field,
    is_padded,
    payload_of,
    pid_of,
    read_program,
    table_pids,
    timestamps,
    without_clock,
)

LIBVLC_DELAY = 0.3
"""DEFAULT_PTS_DELAY of libVLC 3.0 (include/vlc_config.h): seconds between a clock's value and its pictures."""
MARGIN = 0.03
"""Seconds from a picture's arrival to its showing: decoding, scaling, and a little unevenness of the line."""
_MOST_JITTER = 0.2
_LATEST_SOUND = 1.0
_SOUND_MAY_BE_LATE = 0.03
"""libVLC plays sound that is up to 60 ms late (AOUT_MAX_PTS_DELAY)."""
_PRIVATE = 0xBD
"""The stream id of AC-3 and Opus."""
_LONGEST_BURST = 0.3
_SURELY_LATER = 0.008
_JUMP = 1.0
_WINDOW = 30.0
_NEXT_UNIT = {
    H264: b"\x00\x00\x00\x01\x09\xf0" * 2,
    HEVC: b"\x00\x00\x00\x01\x46\x01\x50" * 2,
}
"""Access unit delimiters. The second one says that the first is complete."""


class SenderClock:
    """What a sender's timestamps are in our time, by the quickest picture of the last half minute: clocks drift, and a
    line is never quicker than it is. Seconds."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._unwrapped = 0.0
        self._offset: float | None = None
        self._recent = 0.0
        self._window_began = 0.0
        self.jitter = 0.0

    def arrived(self, dts: int, now: float) -> None:
        step = 0 if self._last is None else (dts - self._last + WRAP // 2) % WRAP - WRAP // 2
        self._last = dts
        self._unwrapped += step / TICKS
        offset = now - self._unwrapped
        if self._offset is None or (abs(step / TICKS) > _JUMP and abs(offset - self._offset) > _JUMP):
            self._begin(dts, now)
            return
        if now - self._window_began > _WINDOW:
            self._offset, self._recent, self._window_began = self._recent, offset, now
        self._offset, self._recent = min(self._offset, offset), min(self._recent, offset)
        late = offset - self._offset
        # Up quickly, down slowly: one picture in three that is late counts nearly full, one in a hundred hardly.
        self.jitter += (min(late, _MOST_JITTER) - self.jitter) * (0.2 if late > self.jitter else 0.01)

    def _begin(self, dts: int, now: float) -> None:
        self._unwrapped = dts / TICKS
        self._offset = self._recent = now - self._unwrapped
        self._window_began, self.jitter = now, 0.0

    @property
    def is_known(self) -> bool:
        return self._offset is not None

    def now_in_ticks(self, now: float) -> int:
        """What a picture would be stamped that was sent now, over the quickest way."""
        assert self._offset is not None
        return round((now - self._offset) * TICKS)


class LowDelayWriter:
    """Give it the stream in pieces; it writes the rewritten one. What has no picture goes through as it is."""

    def __init__(self, write: Callable[[bytes], int], clock: Callable[[], float] = time.monotonic) -> None:
        self._out = write
        self._clock = clock
        self._aligner = PacketAligner()
        self._tables: set[int] = set()
        self._program: Program | None = None
        self._sender = SenderClock()
        self._put_in = 0
        self._last_counter = 0
        self._is_open = False
        self._is_split = False
        self._pts: int | None = None
        self._dts: int | None = None
        self._left = 0
        self._sound_late = 0.0
        self._runs = False
        self._held: list[bytes] = []
        self._first_at: float | None = None
        self._last_at = 0.0
        self._last_dts = 0

    def write(self, data: bytes) -> int:
        """Raises what the writer behind it raises."""
        now = self._clock()
        made: list[bytes] = []
        packets = self._aligner.whole_packets(data)
        for at in range(0, len(packets), PACKET):
            self._take(packets[at : at + PACKET], now, made)
        if self._runs or self._program is None or self._program.video is None:
            made, self._held = self._held + made, []
            if made:
                self._out(b"".join(made))
        else:
            self._held += made
        return len(data)

    def _take(self, packet: bytes, now: float, made: list[bytes]) -> None:
        pid = pid_of(packet)
        program = self._program
        if packet[1] & 0x40:
            if pid == PAT_PID:
                self._tables = table_pids(packet)
            elif pid in self._tables:
                self._program = read_program(packet) or program
        if program is None or program.video is None:
            made.append(packet)
            return
        if pid == program.video:
            self._take_picture(packet, now, made)
            return
        if packet[1] & 0x40 and pid in program.audio:
            self._note_sound(packet, now)
        if pid == program.clock:
            packet = without_clock(packet)
        if packet:
            made.append(packet)

    def _take_picture(self, packet: bytes, now: float, made: list[bytes]) -> None:
        if packet[1] & 0x40:
            payload = payload_of(packet)
            pts, dts = timestamps(payload)
            if self._is_open:
                self._end_picture(now, made)
            if pts is None or pts == self._pts:
                self._is_split = True  # one picture in several PES packets: where it ends is not to be seen
            self._pts, self._is_open = pts, True
            if dts is not None:
                self._dts = dts
            length = int.from_bytes(payload[4:6], "big")
            self._left = length + 6 if length else -1
        if self._left > 0:
            self._left = max(0, self._left - len(payload_of(packet)))
        ends = self._left == 0 or is_padded(packet)
        packet = without_clock(packet)
        if packet:
            self._last_counter = (packet[3] + self._put_in) & 0x0F
            made.append(packet[:3] + bytes((packet[3] & 0xF0 | self._last_counter,)) + packet[4:])
        if ends and self._is_open:
            self._end_picture(now, made)

    def _end_picture(self, now: float, made: list[bytes]) -> None:
        self._is_open = False
        program, dts = self._program, self._dts
        if program is None or program.video is None or dts is None:
            return
        self._sender.arrived(dts, now)
        if not self._runs and self._is_in_step(dts, now):
            self._begin(program, now)
        next_unit = b"" if self._is_split else _NEXT_UNIT.get(program.video_type, b"")
        clock = self._our_clock(now) if self._runs else None
        if clock is not None and (program.clock != program.video or not next_unit):
            made.append(self._clock_packet(program.clock, clock))
        if next_unit:
            made.append(self._next_unit_packet(program, clock, next_unit))

    def _begin(self, program: Program, now: float) -> None:
        """Lets go what was held back, with a clock that has already moved by libVLC's delay: it waits for that."""
        self._runs = True
        clock = self._our_clock(now)
        early = clock - round((LIBVLC_DELAY + 0.01) * TICKS)
        clocks = [self._clock_packet(program.clock, value) for value in (early, clock)]
        tables = next((at for at, packet in enumerate(self._held) if pid_of(packet) == program.video), len(self._held))
        self._held[tables:tables] = clocks

    def _is_in_step(self, dts: int, now: float) -> bool:
        """Whether pictures come at the pace of their making, not in the burst with which many servers begin: what that
        brings is old, and must not set the clock."""
        if self._first_at is None:
            self._first_at = self._last_at = now
            self._last_dts = dts
            return False
        step = (dts - self._last_dts) % WRAP / TICKS
        in_step = now - self._last_at >= max(step / 2, _SURELY_LATER) or now - self._first_at > _LONGEST_BURST
        self._last_at, self._last_dts = now, dts
        return in_step

    def _note_sound(self, packet: bytes, now: float) -> None:
        """Some senders gather sound for a third of a second. libVLC would throw all of it away as too late."""
        payload = payload_of(packet)
        made_at, _ = timestamps(payload)
        if made_at is None or (payload[3] & 0xE0 != 0xC0 and payload[3] != _PRIVATE) or not self._sender.is_known:
            return
        late = ((self._sender.now_in_ticks(now) - made_at + WRAP // 2) % WRAP - WRAP // 2) / TICKS
        if late < _LATEST_SOUND:
            self._sound_late += (late - self._sound_late) * (0.3 if late > self._sound_late else 0.01)

    def _our_clock(self, now: float) -> int:
        margin = max(MARGIN + self._sender.jitter, self._sound_late - _SOUND_MAY_BE_LATE)
        return self._sender.now_in_ticks(now) + round((LIBVLC_DELAY - margin) * TICKS)

    def _clock_packet(self, pid: int, ticks: int) -> bytes:
        """No payload, so that the counter stays."""
        counter = self._last_counter if self._runs and self._program and pid == self._program.video else 0
        head = bytes((0x47, pid >> 8, pid & 0xFF, 0x20 | counter, 183, 0x10))
        return head + clock_field(ticks) + b"\xff" * (PACKET - len(head) - 6)

    def _next_unit_packet(self, program: Program, ticks: int | None, next_unit: bytes) -> bytes:
        assert program.video is not None
        self._put_in += 1
        self._last_counter = (self._last_counter + 1) & 0x0F
        pes = b"\x00\x00\x01\xe0" + (len(next_unit) + 3).to_bytes(2, "big") + b"\x80\x00\x00" + next_unit
        has_clock = ticks is not None and program.clock == program.video
        field = b"\x10" + clock_field(ticks) if ticks is not None and has_clock else b"\x00"
        length = PACKET - 5 - len(pes)
        head = bytes((0x47, 0x40 | program.video >> 8, program.video & 0xFF, 0x30 | self._last_counter, length))
        return head + field + b"\xff" * (length - len(field)) + pes
