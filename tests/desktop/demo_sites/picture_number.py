"""Reads the number burnt into each picture of the demo sites (`clips/rooms.py` draws it), and how old that is."""

from __future__ import annotations

import time

from conference.model import Frame

WIDTH, HEIGHT, RATE = 1280, 720, 25
CELL_LEFT, CELL_TOP, CELL_WIDTH, CELL_HEIGHT = 940, 688, 26, 18


def picture_number(frame: Frame) -> int | None:
    """0 to 1499, or None where the picture does not show one."""
    row = int((CELL_TOP + CELL_HEIGHT / 2) * frame.height / HEIGHT)
    bits = []
    for cell in range(12):
        column = int((CELL_LEFT + (cell + 0.5) * CELL_WIDTH) * frame.width / WIDTH)
        bits.append(int(frame.buffer[row * frame.pitch + column * 4 + 1] > 100))
    if sum(bits[:11]) % 2 != bits[11]:
        return None
    number = int("".join(map(str, bits[:11])), 2)
    return number if number < RATE * 60 else None


def age(number: int) -> float:
    """Seconds since the camera sent this picture: the clip begins with the minute."""
    return (time.time() - number / RATE + 30) % 60 - 30
