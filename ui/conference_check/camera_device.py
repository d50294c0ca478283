"""The camera of this PC, through Qt Multimedia: opened when she asks to see it, closed with the first look away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCamera, QCameraDevice, QMediaCaptureSession, QMediaDevices, QVideoFrame, QVideoSink

_FIRST_PICTURE_MS = 6000


def camera(chosen: str = "") -> QCameraDevice | None:
    """The one she has ``chosen`` to be seen with (the system's name for it), if it is there; else the system's own."""
    for one in QMediaDevices.videoInputs() if chosen else ():
        if one.id().data() == chosen.encode():
            return one
    device = QMediaDevices.defaultVideoInput()
    return None if device.isNull() else device


class CameraEye(QObject):
    """`seen` carries each picture (small); `failed` says that it cannot be opened or that no picture comes."""

    seen = Signal(QImage)
    failed = Signal()

    def __init__(self, device: QCameraDevice, parent: QObject) -> None:
        super().__init__(parent)
        self.size: tuple[int, int] | None = None
        self._camera = QCamera(device, self)
        self._session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._take)
        self._camera.errorOccurred.connect(lambda *_: self._give_up())
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_FIRST_PICTURE_MS)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        self._patience.start()
        self._camera.start()

    def stop(self) -> None:
        self._patience.stop()
        self._camera.stop()

    def _take(self, frame: QVideoFrame) -> None:
        picture = frame.toImage()
        if picture.isNull():
            return
        self._patience.stop()
        self.size = (frame.width(), frame.height())
        self.seen.emit(
            picture.scaled(480, 270, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation)
        )

    def _give_up(self) -> None:
        if self.size is None:
            self._patience.stop()
            self.failed.emit()
