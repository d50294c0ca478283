"""How much of this PC is free for a conference: processor, memory, disk, power, and how it is connected. Asks the
system alone (Linux's /proc and /sys, Windows's own calls) and judges purely; nothing is contacted."""

from __future__ import annotations

import shutil
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from .model import CheckKind, CheckResult, CheckState, Fact, Finding
from .thresholds import Thresholds

GREEN, AMBER, RED, UNKNOWN = CheckState.GREEN, CheckState.AMBER, CheckState.RED, CheckState.UNKNOWN
_LOOK_FOR = 3.0
"""Over how long the processor is watched, seconds: long enough for both pictures to be playing meanwhile."""


@dataclass(frozen=True, slots=True)
class PcSample:
    """None where the system does not tell. ``idle`` is a part of all cores, ``charge`` of a full battery; bytes."""

    idle: float | None = None
    cores: int = 0
    memory_free: int | None = None
    memory: int = 0
    disk_free: int | None = None
    on_battery: bool | None = None
    charge: float | None = None
    is_wireless: bool | None = None


def judge_pc(sample: PcSample, limits: Thresholds) -> tuple[CheckResult, ...]:
    """One row for each. Red is only what would end a conference: no memory left, or a battery that is nearly empty."""
    return (_processor(sample, limits), *_rooms(sample, limits), _network(sample), _power(sample, limits))


def _processor(sample: PcSample, limits: Thresholds) -> CheckResult:
    if sample.idle is None:
        return CheckResult(CheckKind.PROCESSOR, UNKNOWN, Finding.NOT_MEASURED)
    facts: dict[str, Fact] = {"idle_percent": round(sample.idle * 100), "cores": sample.cores}
    if sample.idle < limits.processor_red:  # not red: what keeps it busy may have ended before the conference
        return CheckResult(CheckKind.PROCESSOR, AMBER, Finding.TOO_LITTLE, facts=facts)
    if sample.idle < limits.processor_amber:
        return CheckResult(CheckKind.PROCESSOR, AMBER, Finding.LITTLE, facts=facts)
    return CheckResult(CheckKind.PROCESSOR, GREEN, Finding.ENOUGH, facts=facts)


def _rooms(sample: PcSample, limits: Thresholds) -> tuple[CheckResult, CheckResult]:
    return (
        _room(CheckKind.MEMORY, sample.memory_free, limits.memory_amber, limits.memory_red, sample.memory),
        _room(CheckKind.DISK, sample.disk_free, limits.disk_amber, limits.disk_red),
    )


def _room(kind: CheckKind, free: int | None, amber: int, red: int, whole: int = 0) -> CheckResult:
    if free is None:
        return CheckResult(kind, UNKNOWN, Finding.NOT_MEASURED)
    facts: dict[str, Fact] = {"free_bytes": free}
    if whole:
        facts["bytes"] = whole
    if free < red:  # a full disk ends a recording, not the conference
        state = RED if kind is CheckKind.MEMORY else AMBER
        return CheckResult(kind, state, Finding.TOO_LITTLE, facts=facts)
    state, finding = (AMBER, Finding.LITTLE) if free < amber else (GREEN, Finding.ENOUGH)
    return CheckResult(kind, state, finding, facts=facts)


def _network(sample: PcSample) -> CheckResult:
    """Wireless is amber: it loses in bursts when somebody walks by or the neighbours begin their own conference."""
    if sample.is_wireless is None:
        return CheckResult(CheckKind.NETWORK, UNKNOWN, Finding.NOT_MEASURED)
    if sample.is_wireless:
        return CheckResult(CheckKind.NETWORK, AMBER, Finding.WIRELESS)
    return CheckResult(CheckKind.NETWORK, GREEN, Finding.WIRED)


def _power(sample: PcSample, limits: Thresholds) -> CheckResult:
    if sample.on_battery is None:
        return CheckResult(CheckKind.POWER, UNKNOWN, Finding.NOT_MEASURED)
    facts: dict[str, Fact] = {} if sample.charge is None else {"charge_percent": round(sample.charge * 100)}
    if not sample.on_battery:
        return CheckResult(CheckKind.POWER, GREEN, Finding.MAINS, facts=facts)
    if sample.charge is not None and sample.charge < limits.battery_red:
        return CheckResult(CheckKind.POWER, RED, Finding.BATTERY_LOW, facts=facts)
    low = sample.charge is not None and sample.charge < limits.battery_amber
    return CheckResult(CheckKind.POWER, AMBER, Finding.BATTERY_LOW if low else Finding.BATTERY, facts=facts)


def look_at_pc(folder: Path, cancelled: threading.Event, seconds: float = _LOOK_FOR) -> PcSample:
    """``folder`` lies on the disk that recordings go to. Takes ``seconds``, less when cancelled."""
    system = _system()
    before = system.processor_times()
    cancelled.wait(seconds)
    after = system.processor_times()
    free, whole = system.memory()
    on_battery, charge = system.power()
    return PcSample(
        idle=idle_part(before, after),
        cores=system.cores(),
        memory_free=free,
        memory=whole,
        disk_free=_disk_free(folder),
        on_battery=on_battery,
        charge=charge,
        is_wireless=system.is_wireless(),
    )


class System(Protocol):
    """What is asked of an operating system; each answer may be None: it does not tell."""

    def processor_times(self) -> tuple[float, float] | None:
        """Idle and all time of all cores since the start, in any unit."""
        ...

    def cores(self) -> int: ...

    def memory(self) -> tuple[int | None, int]:
        """Bytes that programs may still take, and bytes there are."""
        ...

    def power(self) -> tuple[bool | None, float | None]:
        """Whether it runs on its battery, and how full that is (0 to 1)."""
        ...

    def is_wireless(self) -> bool | None:
        """Whether the way out of this PC is wireless."""
        ...


def idle_part(before: tuple[float, float] | None, after: tuple[float, float] | None) -> float | None:
    if before is None or after is None or after[1] <= before[1]:
        return None
    return min(1.0, max(0.0, (after[0] - before[0]) / (after[1] - before[1])))


def _system() -> System:
    if sys.platform == "win32":
        from .windows_pc import WindowsPc

        return WindowsPc()
    from .linux_pc import LinuxPc

    return LinuxPc()


def _disk_free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
