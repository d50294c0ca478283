"""A microphone through PulseAudio (PipeWire speaks the same), for which FFmpeg in PyAV's wheels was not built. The
system's own library by ctypes: its simple interface (pulse/simple.h), its list of sources (pulse/introspect.h)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from ..model import Device, DeviceKind, DeviceTrouble
from .av_pictures import SourceTrouble

_RECORD, _S16LE, _NO_INDEX = 2, 3, 0xFFFFFFFF
_UNSET = 0xFFFFFFFF
_READY, _FAILED = 4, (5, 6)
_TROUBLES = {1: DeviceTrouble.NOT_ALLOWED, 5: DeviceTrouble.MISSING, 16: DeviceTrouble.IN_USE}
_NOBODY = (6, 8)
"""No such server, or none that answers."""


class NoPulse(Exception):
    """No PulseAudio here: the library is missing, or nothing answers."""


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttributes(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


class _Channels(ctypes.Structure):
    """pa_channel_map and pa_cvolume have the same shape."""

    _fields_ = (("channels", ctypes.c_uint8), ("values", ctypes.c_uint32 * 32))


class _SourceInfo(ctypes.Structure):
    """The head of pa_source_info, as far as it is read."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("index", ctypes.c_uint32),
        ("description", ctypes.c_char_p),
        ("sample_spec", _SampleSpec),
        ("channel_map", _Channels),
        ("owner_module", ctypes.c_uint32),
        ("volume", _Channels),
        ("mute", ctypes.c_int),
        ("monitor_of_sink", ctypes.c_uint32),
    )


class _ServerInfo(ctypes.Structure):
    _fields_ = (
        ("user_name", ctypes.c_char_p),
        ("host_name", ctypes.c_char_p),
        ("server_version", ctypes.c_char_p),
        ("server_name", ctypes.c_char_p),
        ("sample_spec", _SampleSpec),
        ("default_sink_name", ctypes.c_char_p),
        ("default_source_name", ctypes.c_char_p),
    )


_EACH_SOURCE = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_SourceInfo), ctypes.c_int, ctypes.c_void_p)
_SERVER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_ServerInfo), ctypes.c_void_p)


def _library(name: str) -> Any:
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise NoPulse from error


def microphone_blocks(source: str, rate: int, samples: int) -> Iterator[bytes]:
    """Blocks of ``samples`` mono samples (16 bits), as they are heard. Raises `NoPulse` or `SourceTrouble`."""
    simple = _library("libpulse-simple.so.0")
    simple.pa_simple_new.restype = ctypes.c_void_p
    simple.pa_simple_read.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.POINTER(ctypes.c_int))
    simple.pa_simple_free.argtypes = (ctypes.c_void_p,)
    size = samples * 2
    spec = _SampleSpec(_S16LE, rate, 1)
    attributes = _BufferAttributes(_UNSET, _UNSET, _UNSET, _UNSET, size)  # else it gives two seconds at a time
    error = ctypes.c_int(0)
    stream = simple.pa_simple_new(
        None,
        "Bàn Công Vụ".encode(),
        _RECORD,
        source.encode() if source else None,
        "Họp trực tuyến".encode(),
        ctypes.byref(spec),
        None,
        ctypes.byref(attributes),
        ctypes.byref(error),
    )
    if not stream:
        if error.value in _NOBODY:
            raise NoPulse
        raise SourceTrouble(_TROUBLES.get(error.value, DeviceTrouble.FAILED))
    buffer = ctypes.create_string_buffer(size)
    try:
        while simple.pa_simple_read(stream, buffer, size, ctypes.byref(error)) >= 0:
            yield buffer.raw
    finally:
        simple.pa_simple_free(stream)
    raise SourceTrouble(DeviceTrouble.GONE)


def microphones() -> tuple[Device, ...]:
    """The sources that are no loudspeaker's echo, the one that takes echo out first, then the default. Raises
    `NoPulse`."""
    pulse = _library("libpulse.so.0")
    for name in ("pa_mainloop_new", "pa_mainloop_get_api", "pa_context_new", "pa_context_get_source_info_list"):
        getattr(pulse, name).restype = ctypes.c_void_p
    pulse.pa_context_get_server_info.restype = ctypes.c_void_p
    for name in ("pa_mainloop_get_api", "pa_mainloop_free", "pa_context_get_state", "pa_context_disconnect"):
        getattr(pulse, name).argtypes = (ctypes.c_void_p,)
    for name in ("pa_context_unref", "pa_operation_unref", "pa_operation_get_state"):
        getattr(pulse, name).argtypes = (ctypes.c_void_p,)
    pulse.pa_context_new.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
    pulse.pa_context_connect.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p)
    pulse.pa_mainloop_iterate.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    pulse.pa_context_get_source_info_list.argtypes = (ctypes.c_void_p, _EACH_SOURCE, ctypes.c_void_p)
    pulse.pa_context_get_server_info.argtypes = (ctypes.c_void_p, _SERVER, ctypes.c_void_p)
    loop = pulse.pa_mainloop_new()
    context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), "Bàn Công Vụ".encode())
    try:
        return _listed(pulse, loop, context)
    finally:
        pulse.pa_context_disconnect(context)
        pulse.pa_context_unref(context)
        pulse.pa_mainloop_free(loop)


def _listed(pulse: Any, loop: int, context: int) -> tuple[Device, ...]:
    if pulse.pa_context_connect(context, None, 1, None) < 0:  # 1: start no server for this
        raise NoPulse
    while (state := pulse.pa_context_get_state(context)) != _READY:
        if state in _FAILED or pulse.pa_mainloop_iterate(loop, 1, None) < 0:
            raise NoPulse
    found: list[Device] = []
    default = ""

    def each(_context: int, info: Any, ends: int, _data: int) -> None:
        if ends or not info:
            return
        source = info.contents
        if source.monitor_of_sink == _NO_INDEX:
            name = (source.name or b"").decode("utf-8", "replace")
            said = (source.description or b"").decode("utf-8", "replace")
            found.append(Device(name, DeviceKind.MICROPHONE, said or name, cancels_echo(name, said)))

    def server(_context: int, info: Any, _data: int) -> None:
        nonlocal default
        if info:
            default = (info.contents.default_source_name or b"").decode("utf-8", "replace")

    callbacks = _SERVER(server), _EACH_SOURCE(each)
    for operation in (
        pulse.pa_context_get_server_info(context, callbacks[0], None),
        pulse.pa_context_get_source_info_list(context, callbacks[1], None),
    ):
        while operation and pulse.pa_operation_get_state(operation) == 0:
            if pulse.pa_mainloop_iterate(loop, 1, None) < 0:
                break
        if operation:
            pulse.pa_operation_unref(operation)
    return tuple(sorted(found, key=lambda one: (not one.cancels_echo, one.id != default)))


def cancels_echo(name: str, description: str) -> bool:
    """As module-echo-cancel of PulseAudio and PipeWire, and vendors' own, name themselves."""
    words = f"{name} {description}".lower().replace("_", "-").replace(" ", "-")
    return "echo-cancel" in words or "noise-and-echo" in words
