"""Which camera and which microphone: by the names people know, with the level beside, and a word about echo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from conference.publishing import TEST_TONE, Device, DeviceKind, OwnState

from ..style import px
from .own_words import device_name, headset_words


class OwnDevices(QDialog):
    """What is chosen is used at once. Follows what is plugged in and pulled out while it is open."""

    chosen = Signal(object)
    """`Device`"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Camera và micrô"))
        self.camera = QComboBox()
        self.camera.setAccessibleName(self.tr("Camera"))
        self.microphone = QComboBox()
        self.microphone.setAccessibleName(self.tr("Micrô"))
        self._level = QProgressBar()
        self._level.setRange(0, 100)
        self._level.setTextVisible(False)
        self._level.setFixedHeight(px(8))
        self._level.setAccessibleName(self.tr("Mức âm của micrô"))
        self._echo = QLabel()
        self._echo.setWordWrap(True)
        self._echo.setObjectName("caption")
        form = QFormLayout()
        form.setSpacing(px(10))
        form.addRow(self.tr("Camera"), self.camera)
        form.addRow(self.tr("Micrô"), self.microphone)
        form.addRow("", self._level)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(20), px(20), px(16))
        layout.setSpacing(px(14))
        layout.addLayout(form)
        layout.addWidget(self._echo)
        layout.addWidget(buttons)
        self.setMinimumWidth(px(440))
        for box in (self.camera, self.microphone):
            box.activated.connect(lambda place, box=box: self.chosen.emit(box.itemData(place)))

    def show_devices(self, devices: tuple[Device, ...], state: OwnState) -> None:
        """What is wanted but not there stands in the list too, and says so."""
        for box, kind, wanted in (
            (self.camera, DeviceKind.CAMERA, state.camera),
            (self.microphone, DeviceKind.MICROPHONE, state.microphone),
        ):
            found = [one for one in devices if one.kind is kind]
            if [box.itemData(place) for place in range(box.count())] != found:
                box.clear()
                for one in found:
                    box.addItem(device_name(one), one)
            place = next((place for place, one in enumerate(found) if one.id == wanted), -1)
            box.setCurrentIndex(place)
            box.setPlaceholderText(self.tr("Thiết bị đã chọn không còn cắm") if wanted else self.tr("Chưa chọn"))
        echo = self.tr("Tiếng vọng được khử bởi hệ thống.") if state.echo_cancelled else headset_words()
        self._echo.setText("" if state.microphone in ("", TEST_TONE) else echo)

    def hear(self, peak: float) -> None:
        self._level.setValue(round(min(1.0, peak**0.5) * 100))
