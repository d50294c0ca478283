"""A child that ends with its parent, however that ended. The end of the pipe does it in the end; this does it at once,
also for a child that is busy elsewhere: a signal on Linux, a job object on Windows."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from typing import Any

_PR_SET_PDEATHSIG = 1
_EXTENDED_LIMITS, _KILL_ON_CLOSE = 9, 0x2000


def end_with_parent() -> None:
    """Called in the child. The signal comes when the *thread* that started it ends: that one must live as long."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we had asked
        os._exit(0)


class ProcessBond:
    """Called in the parent. Keep it as long as the child may live."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._job: Any = None
        if sys.platform == "win32":
            self._bind(process)

    def _bind(self, process: subprocess.Popen[bytes]) -> None:
        """A job whose last handle closes, as ours does when this process ends, kills what is in it."""
        kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        job = kernel.CreateJobObjectW(None, None)
        if not job:
            return
        limits = _ExtendedLimits()
        limits.basic.flags = _KILL_ON_CLOSE
        kernel.SetInformationJobObject(
            ctypes.c_void_p(job), _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(int(process._handle)))  # type: ignore[attr-defined,unused-ignore]
        self._job = job


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("smallest_set", ctypes.c_size_t),
        ("largest_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )
