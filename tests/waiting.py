"""Wait for what a test wants to see, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def eventually(look: Callable[[], T], within: float = 30.0) -> T:
    """The first truthy thing ``look`` returns. Fails after ``within`` seconds, generous since these PCs are noisy."""
    ends = time.monotonic() + within
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < ends, f"did not see it within {within} s: {look}"
        time.sleep(0.01)
