"""Windows: the thread's execution state. It ends with the thread, so with the desk, however that ends."""

from __future__ import annotations

import ctypes
from typing import Any

_CONTINUOUS = 0x80000000
_SYSTEM_REQUIRED = 0x00000001
_DISPLAY_REQUIRED = 0x00000002


class WindowsScreenAwake:
    """https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setthreadexecutionstate"""

    def __init__(self, kernel: Any = None) -> None:
        self._kernel = kernel

    def hold(self, why: str) -> None:
        self._set(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)

    def release(self) -> None:
        self._set(_CONTINUOUS)

    def _set(self, flags: int) -> None:
        if self._kernel is None:
            self._kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
        self._kernel.SetThreadExecutionState(ctypes.c_uint32(flags))
