"""``python -m tests.mail.soak``: the long form; ``--help`` says what can be chosen.

Prints one line per seed and a table at the end; ends with 1 if a fault was found.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.tables import table
from tests.mail.soak.thousand_sends import SendsTold, send_with_faults
from tests.mail.soak.two_sides import Told, TwoSides

SENDS_AT_ONCE = 250


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.mail.soak")
    options.add_argument("--seeds", type=int, default=100, help="of the two-sided test")
    options.add_argument("--first", type=int, default=1, help="the first seed")
    options.add_argument("--operations", type=int, default=1000, help="per seed")
    options.add_argument("--kills", type=int, default=6, help="per seed")
    options.add_argument("--sends", type=int, default=1000, help="with faults")
    options.add_argument("--models", type=float, default=0.0, help="minutes of the models in memory")
    asked = options.parse_args()
    told = [two_sides(seed, asked.operations, asked.kills) for seed in range(asked.first, asked.first + asked.seeds)]
    sends = [
        sends_with_faults(min(SENDS_AT_ONCE, asked.sends - start), asked.first + start)
        for start in range(0, asked.sends, SENDS_AT_ONCE)
    ]
    examples = 0
    if asked.models:
        from tests.mail.soak.models import soak

        examples = soak(asked.models)
    print(summary(told, sends, examples), flush=True)
    return int(any(one.faults for one in (*told, *sends)))


def two_sides(seed: int, operations: int, kills: int) -> Told:
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    told = TwoSides(seed, folder).run(operations, kills)
    shutil.rmtree(folder, ignore_errors=True)
    print(
        f"seed {seed}: {told.operations} operations, {told.kills} kills, {told.rests} rests, {told.mails} mails,"
        f" {told.sent} sent, {told.seconds:.0f} s, {'; '.join(told.faults) or 'clean'}",
        flush=True,
    )
    return told


def sends_with_faults(sends: int, seed: int) -> SendsTold:
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    told = send_with_faults(sends, seed, folder)
    shutil.rmtree(folder, ignore_errors=True)
    print(
        f"sends, seed {seed}: {told.sends}, {told.met} met their fault, {told.kills} kills, {told.delivered} delivered,"
        f" {told.refused} refused, {told.withdrawn} withdrawn, {told.seconds:.0f} s,"
        f" {'; '.join(told.faults) or 'clean'}",
        flush=True,
    )
    return told


def summary(told: list[Told], sends: list[SendsTold], examples: int) -> str:
    faults = [fault for one in told for fault in one.faults]
    rows = [
        ("seeds", f"{len(told)}", ""),
        ("operations", f"{sum(one.operations for one in told):,}", ""),
        ("kills (kill -9)", f"{sum(one.kills for one in told)}", ""),
        ("rests at which both sides were compared", f"{sum(one.rests for one in told)}", ""),
        ("mails", f"{sum(one.mails for one in told):,}", ""),
        *((kind, f"{sum(fault.startswith(kind) for fault in faults)}", "0") for kind in ("lost", "doubled", "risen")),
        ("faults of any kind", f"{len(faults)}", "0"),
        ("sends with faults", f"{sum(one.sends for one in sends):,}", ""),
        ("of them met their fault", f"{sum(one.met for one in sends):,}", ""),
        ("kills while sending", f"{sum(one.kills for one in sends)}", ""),
        ("delivered once", f"{sum(one.delivered for one in sends):,}", ""),
        ("said to be unsent", f"{sum(one.refused + one.withdrawn for one in sends)}", ""),
        ("twice, lost, unclear or left in Drafts", f"{sum(len(one.faults) for one in sends)}", "0"),
    ]
    if examples:
        rows.append(("examples of the models in memory", f"{examples}", ""))
    return table("Both sides of the mailbox, and sending, under fire", rows)


if __name__ == "__main__":
    sys.exit(main())
