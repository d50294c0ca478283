"""What this PC tells of itself, read from a made-up /proc and /sys, and judged."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from conference.checking.linux_pc import LinuxPc
from conference.checking.model import CheckKind, CheckState, Finding
from conference.checking.this_pc import PcSample, idle_part, judge_pc, look_at_pc
from conference.checking.thresholds import Thresholds

GOOD = PcSample(
    idle=0.8, cores=4, memory_free=4 << 30, memory=8 << 30, disk_free=100 << 30, on_battery=False, is_wireless=False
)
MB = 1024 * 1024


def states(sample: PcSample) -> dict[CheckKind, tuple[CheckState, Finding]]:
    return {row.kind: (row.state, row.finding) for row in judge_pc(sample, Thresholds())}


def test_a_good_pc_is_green_throughout() -> None:
    assert {state for state, _ in states(GOOD).values()} == {CheckState.GREEN}


@pytest.mark.parametrize(
    ("change", "kind", "state", "finding"),
    [
        ({"idle": 0.29}, CheckKind.PROCESSOR, CheckState.AMBER, Finding.LITTLE),
        ({"idle": 0.05}, CheckKind.PROCESSOR, CheckState.AMBER, Finding.TOO_LITTLE),
        ({"memory_free": 599 * MB}, CheckKind.MEMORY, CheckState.AMBER, Finding.LITTLE),
        ({"memory_free": 199 * MB}, CheckKind.MEMORY, CheckState.RED, Finding.TOO_LITTLE),
        ({"disk_free": 4 << 30}, CheckKind.DISK, CheckState.AMBER, Finding.LITTLE),
        ({"disk_free": 100 * MB}, CheckKind.DISK, CheckState.AMBER, Finding.TOO_LITTLE),
        ({"is_wireless": True}, CheckKind.NETWORK, CheckState.AMBER, Finding.WIRELESS),
        ({"on_battery": True, "charge": 0.9}, CheckKind.POWER, CheckState.AMBER, Finding.BATTERY),
        ({"on_battery": True, "charge": 0.4}, CheckKind.POWER, CheckState.AMBER, Finding.BATTERY_LOW),
        ({"on_battery": True, "charge": 0.05}, CheckKind.POWER, CheckState.RED, Finding.BATTERY_LOW),
        ({"on_battery": False, "charge": 0.05}, CheckKind.POWER, CheckState.GREEN, Finding.MAINS),
    ],
)
def test_what_is_short(change: dict[str, object], kind: CheckKind, state: CheckState, finding: Finding) -> None:
    assert states(replace(GOOD, **change))[kind] == (state, finding)  # type: ignore[arg-type]


def test_what_the_system_does_not_tell_is_no_verdict() -> None:
    assert {state for state, _ in states(PcSample()).values()} == {CheckState.UNKNOWN}


def made(root: Path, files: dict[str, str]) -> LinuxPc:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return LinuxPc(root)


def test_a_laptop_on_its_battery_in_the_air(tmp_path: Path) -> None:
    supplies = "sys/class/power_supply"
    pc = made(
        tmp_path,
        {
            "proc/stat": "cpu  100 0 50 800 50 0 0 0 0 0\ncpu0 1 2 3\n",
            "proc/meminfo": "MemTotal:  8000 kB\nMemAvailable:  3000 kB\nHugePages_Total: 0\n",
            f"{supplies}/BAT0/type": "Battery\n",
            f"{supplies}/BAT0/capacity": "63\n",
            f"{supplies}/BAT0/status": "Discharging\n",
            f"{supplies}/hidpp_battery_0/type": "Battery\n",
            f"{supplies}/hidpp_battery_0/scope": "Device\n",
            f"{supplies}/hidpp_battery_0/capacity": "5\n",
            "proc/net/route": "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n"
            "wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\n"
            "eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\n",
            "sys/class/net/wlan0/wireless/status": "",
        },
    )
    assert pc.processor_times() == (850.0, 1000.0)
    assert pc.memory() == (3000 * 1024, 8000 * 1024)
    assert pc.power() == (True, 0.63), "a mouse's battery is not the PC's"
    assert pc.is_wireless() is True


def test_a_pc_that_tells_nothing(tmp_path: Path) -> None:
    pc = LinuxPc(tmp_path)
    assert (pc.processor_times(), pc.memory(), pc.power(), pc.is_wireless()) == (None, (None, 0), (None, None), None)


def test_idle_is_a_part_of_what_passed() -> None:
    assert idle_part((10.0, 100.0), (40.0, 200.0)) == 0.3
    assert idle_part((10.0, 100.0), (10.0, 100.0)) is None
    assert idle_part(None, (1.0, 2.0)) is None


@pytest.mark.skipif(sys.platform != "linux", reason="reads this very PC")
def test_this_very_pc_can_be_looked_at(tmp_path: Path) -> None:
    sample = look_at_pc(tmp_path, threading.Event(), seconds=0.1)
    assert sample.cores >= 1
    assert sample.memory_free is not None and 0 < sample.memory_free <= sample.memory
    assert sample.disk_free
