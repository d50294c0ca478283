"""The models in memory with ever new random steps: ``python -m tests.mail.soak.models [minutes [seed]]``.

The test suite runs the same models short and always alike. What fails here prints its seed and the failing steps;
with that seed the very same steps run again.
"""

from __future__ import annotations

import secrets
import sys
import time

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.mail.test_overlay_model import MailboxMachine
from tests.mail.test_sync_model import SyncMachine

MACHINES: tuple[type[RuleBasedStateMachine], ...] = (MailboxMachine, SyncMachine)
EXAMPLES = 25
STEPS = 40
SETTINGS = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    derandomize=False,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def soak(minutes: float, first_seed: int | None = None) -> int:
    """Returns how many examples ran. The first failure ends it."""
    until = time.monotonic() + minutes * 60
    done = 0
    while done == 0 or time.monotonic() < until:
        number = secrets.randbits(32) if first_seed is None or done else first_seed
        for machine in MACHINES:
            try:
                run_state_machine_as_test(seed(number)(machine), settings=SETTINGS)
            except BaseException:
                print(f"{machine.__name__} failed with seed {number}:", flush=True)
                raise
            done += EXAMPLES
        print(f"seed {number}: clean, {done} examples of {STEPS} steps so far", flush=True)
    return done


if __name__ == "__main__":
    soak(float(sys.argv[1]) if len(sys.argv) > 1 else 10, int(sys.argv[2]) if len(sys.argv) > 2 else None)
