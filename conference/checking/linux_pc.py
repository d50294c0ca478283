"""What Linux tells of this PC in /proc and /sys. ``root`` is another tree in tests. Used by `this_pc`."""

from __future__ import annotations

import os
from pathlib import Path


class LinuxPc:
    """See `this_pc.System`."""

    def __init__(self, root: Path = Path("/")) -> None:
        self._root = root

    def processor_times(self) -> tuple[float, float] | None:
        """/proc/stat (proc(5)): user nice system idle iowait irq softirq steal; guest times are in user already."""
        line = self._read("proc/stat").partition("\n")[0].split()
        try:
            times = [float(value) for value in line[1:9]]
        except ValueError:
            return None
        return (times[3] + times[4], sum(times)) if len(times) >= 5 else None

    def cores(self) -> int:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 0

    def memory(self) -> tuple[int | None, int]:
        known: dict[str, int] = {}
        for line in self._read("proc/meminfo").splitlines():
            name, _, value = line.partition(":")
            if value.split()[:1] and value.split()[0].isdigit():
                known[name] = int(value.split()[0]) * 1024
        return known.get("MemAvailable"), known.get("MemTotal", 0)

    def power(self) -> tuple[bool | None, float | None]:
        """A PC without a battery runs on the mains; a mouse's or a headset's battery is none of its own."""
        folder = self._root / "sys/class/power_supply"
        try:
            supplies = sorted(folder.iterdir())
        except OSError:
            return None, None
        charge: float | None = None
        discharging = False
        for supply in supplies:
            here = f"sys/class/power_supply/{supply.name}"
            if self._read(f"{here}/type").strip() != "Battery" or self._read(f"{here}/scope").strip() == "Device":
                continue
            capacity = self._read(f"{here}/capacity").strip()
            if capacity.isdigit():
                charge = min(int(capacity) / 100, 1.0 if charge is None else charge)
            discharging = discharging or self._read(f"{here}/status").strip() == "Discharging"
        return discharging, charge

    def is_wireless(self) -> bool | None:
        """The interface of the default route, in /proc/net/route or, without IPv4, in /proc/net/ipv6_route."""
        name = self._default_interface()
        if name is None:
            return None
        here = self._root / "sys/class/net" / name
        return (here / "wireless").exists() or (here / "phy80211").exists()

    def _default_interface(self) -> str | None:
        routes = []
        for line in self._read("proc/net/route").splitlines()[1:]:
            parts = line.split()
            if len(parts) >= 8 and parts[1] == parts[7] == "00000000" and parts[6].isdigit():
                routes.append((int(parts[6]), parts[0]))
        if routes:
            return min(routes)[1]
        for line in self._read("proc/net/ipv6_route").splitlines():
            parts = line.split()
            if len(parts) == 10 and parts[1] == "00" and parts[9] != "lo":
                return parts[9]
        return None

    def _read(self, path: str) -> str:
        try:
            return (self._root / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
