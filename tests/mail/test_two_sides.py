"""She and other programs act at once over real EWS while the service is killed: the short form of `make soak`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mail.soak.thousand_sends import send_with_faults
from tests.mail.soak.two_sides import TwoSides


@pytest.mark.whole_program
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_doubled_or_risen(tmp_path: Path, seed: int) -> None:
    told = TwoSides(seed, tmp_path).run(operations=120, kills=3)
    assert told.faults == []
    assert (told.operations, told.kills) == (120, 3)
    assert told.rests >= 3 and told.mails > 10


@pytest.mark.whole_program
def test_sent_exactly_once_or_said_to_be_unsent(tmp_path: Path) -> None:
    told = send_with_faults(40, 3, tmp_path)
    assert told.faults == []
    assert told.sends == 40 == told.delivered + told.refused + told.withdrawn
    assert told.met > 20
