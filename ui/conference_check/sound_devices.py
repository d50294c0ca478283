"""The loudspeaker and the microphone of this PC, through Qt Multimedia. Imported when a device is tried or listed, not
before: it takes some 100 ms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QAudioSource, QMediaDevices, QtAudio

RATE = 16_000


def speaker() -> QAudioDevice | None:
    """The system's own choice, which conferences are heard on."""
    device = QMediaDevices.defaultAudioOutput()
    return None if device.isNull() else device


def microphone(chosen: str = "") -> QAudioDevice | None:
    """The one she has ``chosen`` to speak into (the system's name for it), if it is there; else the system's own."""
    for one in QMediaDevices.audioInputs() if chosen else ():
        if one.id().data() == chosen.encode():
            return one
    device = QMediaDevices.defaultAudioInput()
    return None if device.isNull() else device


def _format(rate: int, channels: int) -> QAudioFormat:
    result = QAudioFormat()
    result.setSampleRate(rate)
    result.setChannelCount(channels)
    result.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return result


def _watch(owner: QObject, look: Callable[[], None]) -> QTimer:
    """Asks a device how it is. Its own signal carries a type that PySide 6.11 cannot convert."""
    timer = QTimer(owner)
    timer.setInterval(50)
    timer.timeout.connect(look)
    return timer


class TonePlayer(QObject):
    """Plays one sound. `ended` says whether the device took it."""

    ended = Signal(bool)

    def __init__(self, device: QAudioDevice, parent: QObject) -> None:
        super().__init__(parent)
        preferred = device.preferredFormat()
        self.rate = preferred.sampleRate() if preferred.sampleRate() > 0 else 48_000
        self.channels = max(1, min(2, preferred.channelCount()))
        form = _format(self.rate, self.channels)
        self._buffer = QBuffer(self)
        self._sink: QAudioSink | None = None
        if device.isFormatSupported(form):
            self._sink = QAudioSink(device, form, self)
        self._said = False
        self._watch = _watch(self, self._changed)

    def play(self, sound: bytes) -> None:
        if self._sink is None:
            self._say(False)
            return
        self._buffer.setData(sound)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._buffer)
        self._watch.start()

    def stop(self) -> None:
        self._said = True
        self._watch.stop()
        if self._sink is not None:
            self._sink.stop()

    def _changed(self) -> None:
        assert self._sink is not None
        state = self._sink.state()
        if state == QtAudio.State.IdleState and self._buffer.atEnd():  # the device may still hold a little of it
            self._say(True)
        elif state == QtAudio.State.StoppedState and self._sink.error() != QtAudio.Error.NoError:
            self._say(False)

    def _say(self, ok: bool) -> None:
        self._watch.stop()
        if not self._said:
            self._said = True
            self.ended.emit(ok)


class MicrophoneEar(QObject):
    """Hands what the microphone hears to ``hear``, as 16-bit mono samples of `RATE`, until `stop`."""

    failed = Signal()

    def __init__(self, device: QAudioDevice, hear: Callable[[bytes], object], parent: QObject) -> None:
        super().__init__(parent)
        self._hear = hear
        self._source: QAudioSource | None = None
        self._line: QIODevice | None = None
        self._watch = _watch(self, self._changed)
        if device.isFormatSupported(_format(RATE, 1)):
            self._source = QAudioSource(device, _format(RATE, 1), self)

    def start(self) -> None:
        if self._source is None:
            self.failed.emit()
            return
        self._line = self._source.start()
        if self._line is None:
            self.failed.emit()
            return
        self._line.readyRead.connect(self._read)
        self._watch.start()

    def stop(self) -> None:
        self._watch.stop()
        if self._source is not None:
            source, self._source, self._line = self._source, None, None
            source.stop()
            source.deleteLater()

    def _read(self) -> None:
        if self._line is not None:
            data = self._line.readAll().data()
            self._hear(bytes(data))

    def _changed(self) -> None:
        if self._source is None or self._source.state() != QtAudio.State.StoppedState:
            return
        self._watch.stop()
        if self._source.error() != QtAudio.Error.NoError:
            self.failed.emit()
