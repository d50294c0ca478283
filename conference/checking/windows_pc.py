"""What Windows tells of this PC, through its own calls (kernel32, iphlpapi). Used by `this_pc`."""

from __future__ import annotations

import ctypes
import os
import sys

assert sys.platform == "win32"


class _SystemPowerStatus(ctypes.Structure):
    _fields_ = (
        ("ac_line", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("battery_percent", ctypes.c_ubyte),
        ("system_flag", ctypes.c_ubyte),
        ("battery_time", ctypes.c_ulong),
        ("battery_full_time", ctypes.c_ulong),
    )


class _MemoryStatus(ctypes.Structure):
    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        *(
            (name, ctypes.c_ulonglong)
            for name in ("whole", "free", "page", "page_free", "virtual", "virtual_free", "x")
        ),
    )


class WindowsPc:
    """See `this_pc.System`."""

    def processor_times(self) -> tuple[float, float] | None:
        """GetSystemTimes: the kernel's time includes the idle one."""
        idle, kernel, user = ctypes.c_ulonglong(), ctypes.c_ulonglong(), ctypes.c_ulonglong()
        if not ctypes.windll.kernel32.GetSystemTimes(ctypes.byref(idle), ctypes.byref(kernel), ctypes.byref(user)):
            return None
        return float(idle.value), float(kernel.value + user.value)

    def cores(self) -> int:
        return os.cpu_count() or 0

    def memory(self) -> tuple[int | None, int]:
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return None, 0
        return int(status.free), int(status.whole)

    def power(self) -> tuple[bool | None, float | None]:
        status = _SystemPowerStatus()
        if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)) or status.ac_line > 1:
            return None, None
        charge = status.battery_percent / 100 if status.battery_percent <= 100 else None
        return status.ac_line == 0, charge

    def is_wireless(self) -> bool | None:
        """GetBestInterface looks up the way to an address outside (1.1.1.1; it asks nobody). Of its types (IANA ifType)
        71 is IEEE 802.11."""
        index = ctypes.c_ulong()
        helper = ctypes.windll.iphlpapi
        if helper.GetBestInterface(ctypes.c_ulong(0x01010101), ctypes.byref(index)) != 0:
            return None
        row = (ctypes.c_ubyte * 860)()  # MIB_IFROW: a name of 256 wide letters, then index and type
        ctypes.memmove(ctypes.addressof(row) + 512, ctypes.byref(index), 4)
        if helper.GetIfEntry(ctypes.byref(row)) != 0:
            return None
        return ctypes.c_ulong.from_buffer(row, 516).value == 71
