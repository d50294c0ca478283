"""One's own station in a conference: joins what captures and sends with the buttons, the self-view and the notices of
the meeting. Made at the first conference of a desk whose profile names a receiver."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from conference import Receiver, SiteCredentials
from conference.publishing import (
    Authorise,
    Begin,
    Device,
    DeviceKind,
    Devices,
    DeviceTrouble,
    Level,
    Mute,
    OwnState,
    Publisher,
    PublishRefusal,
    PublishState,
    Shareables,
    StateNow,
    TurnCamera,
    UseDevice,
)

from ..background import StreamHandle
from ..own_sending import OwnSending
from ..page_tools import PageTools
from .meeting_view import MeetingView
from .own_card import card_picture
from .own_controls import OwnControls
from .own_devices import OwnDevices
from .own_document import as_message
from .own_notice import OwnNotice
from .own_picture import CORNERS, OwnPicture
from .own_sharing import OwnSharing
from .own_sign_in import OwnSignIn
from .own_talk_key import TalkKey
from .own_words import OwnAct, OwnWords, speaks_muted_words, state_words, trouble_words

_LOOK = 80
"""Milliseconds between two looks for a newer picture."""
_HINT_STAYS = 4.0
"""Seconds for which the hint that nobody hears her stays after she fell silent."""


class OwnStation(QObject):
    """`follow(True)` when a conference begins, `follow(False)` when it ends."""

    def __init__(self, tools: PageTools, sending: OwnSending, meeting: MeetingView) -> None:
        super().__init__(meeting)
        self._tools, self._sending, self._meeting = tools, sending, meeting
        self._remembered = tools.preferences
        self.publisher: Publisher = sending.make_publisher()
        self.state = OwnState()
        self._devices: tuple[Device, ...] = ()
        self._handle: StreamHandle | None = None
        self._credentials = SiteCredentials()
        self._fresh: SiteCredentials | None = None
        """Typed just now: remembered once the receiver has taken them."""
        self._talks = False
        self._hint_until = 0.0
        self._device_dialog: OwnDevices | None = None
        self.controls = OwnControls(meeting)
        for widget in self.controls.widgets:
            meeting.add_control(widget, "left", stays=True)
        stage = meeting.stage
        self.picture = OwnPicture(stage)
        self.notice = OwnNotice(stage)
        self.notice.beside = self.picture
        self.sharing = OwnSharing(tools, meeting, self.controls.share, self._ask)
        self.talk_key = TalkKey(meeting, self._may_talk, self._talk)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK)
        self._looks.timeout.connect(self._look)
        self._connect()
        self._show_nothing()

    def _connect(self) -> None:
        self.controls.microphone.clicked.connect(lambda: self._ask(Mute(not self.state.muted)))
        self.controls.camera.clicked.connect(self._turn_camera)
        self.controls.share.clicked.connect(lambda: self.sharing.press(self.state))
        for button in (self.controls.microphone, self.controls.camera):
            button.customContextMenuRequested.connect(lambda _: self.show_menu(QCursor.pos()))
        self.picture.corner_chosen.connect(lambda corner: self._remembered.remember_word("own_corner", corner))
        self.picture.menu_asked.connect(self.show_menu)
        self.picture.use_corner(self._remembered.word("own_corner", CORNERS[0]))
        self.notice.act_asked.connect(self._act)
        for keys, act in (
            ("Ctrl+Shift+D", self.choose_devices),
            ("Ctrl+Shift+H", lambda: self._hide_picture(not self._is_hidden)),
            ("PgUp", lambda: self.sharing.document.turn(-1)),
            ("PgDown", lambda: self.sharing.document.turn(1)),
        ):
            QShortcut(QKeySequence(keys), self._meeting).activated.connect(act)

    # --- a conference begins and ends ---------------------------------------------------------------------------------

    def follow(self, running: bool) -> None:
        self.end()
        if running:
            self._begin()

    def _begin(self) -> None:
        remembered = self._remembered
        camera_on = remembered.word("own_camera_on", "1") == "1"
        camera, microphone = remembered.word("own_camera"), remembered.word("own_microphone")
        publisher, sending = self.publisher, self._sending
        card = as_message(card_picture(_own_name(self._tools), self.tr("Camera đang tắt")), card=True)

        def answers() -> Iterator[object]:
            self._credentials = sending.credentials()
            publisher.begin(Begin(sending.receiver, self._credentials, camera, microphone, camera_on))
            publisher.ask(card)
            try:
                while True:
                    yield publisher.next_answer(0.08)
            finally:
                publisher.close()

        self.state = OwnState(PublishState.CONNECTING, camera_on=camera_on)
        self.controls.set_visible(True)
        self.picture.setVisible(not self._is_hidden)
        self._show_state()
        self._looks.start()
        self.talk_key.watch(True)
        handle = self._tools.background.stream(self, answers, self._take)
        self._handle = handle

    def end(self) -> None:
        if self._handle is None:
            return
        self._handle.cancel()
        self._handle = None
        self.sharing.end()
        self._fresh = None
        self._looks.stop()
        self.talk_key.watch(False)
        self._show_nothing()

    def _show_nothing(self) -> None:
        self.controls.set_visible(False)
        self.picture.hide()
        self.picture.show_picture(None)
        self.notice.say(None)

    # --- what is heard ------------------------------------------------------------------------------------------------

    def _take(self, answer: object) -> None:
        match answer:
            case StateNow(state):
                self._take_state(state)
            case Level(peak, speaks_muted):
                self.controls.meter.hear(peak, self.state.muted)
                if self._device_dialog is not None:
                    self._device_dialog.hear(peak)
                if speaks_muted:
                    self._hint_until = time.monotonic() + _HINT_STAYS
                self._show_notice()
            case Devices(devices):
                self._devices = devices
                self._show_devices()
            case Shareables(found, refused):
                self.sharing.offer_windows(found, refused)

    def _take_state(self, state: OwnState) -> None:
        before, self.state = self.state, state
        if state.state is PublishState.ON_AIR and self._fresh is not None:
            fresh, self._fresh = self._fresh, None
            self._tools.background.run(self, lambda: self._sending.remember(fresh), lane="receiver secrets")
        if state.refusal is PublishRefusal.NOT_AUTHORISED and before.refusal is not state.refusal:
            self._fresh = None
            self._tools.background.run(self, self._sending.forget, lane="receiver secrets")
        if state.microphone_trouble is not DeviceTrouble.NONE:
            self._hint_until = 0.0
            self.controls.meter.hear(0.0, state.muted)
        self._show_state()
        self._show_devices()

    def _show_state(self) -> None:
        self.controls.show_state(self.state)
        self.picture.show_words(state_words(self.state))
        self._show_notice()

    def _show_notice(self) -> None:
        words: OwnWords | None = None
        if self.state.state in (PublishState.REFUSED, PublishState.LOST):
            words = state_words(self.state)
        elif self.state.muted and time.monotonic() < self._hint_until:
            words = speaks_muted_words()
        else:
            words = trouble_words(self.state)
        self.notice.say(words)

    def _look(self) -> None:
        if self.picture.isVisible():
            self.picture.show_picture(self.publisher.newest_picture())
        self._show_notice()

    # --- what she does ------------------------------------------------------------------------------------------------

    def _ask(self, message: object) -> None:
        if self._handle is not None:
            self.publisher.ask(message)

    def _may_talk(self) -> bool:
        return self._handle is not None

    def _talk(self, speaks: bool) -> None:
        """Held to speak: unmuted only where it was muted, and muted again at the end."""
        if speaks and self.state.muted:
            self._talks = True
            self._hint_until = 0.0
            self._ask(Mute(False))
        elif not speaks and self._talks:
            self._talks = False
            self._ask(Mute(True))

    def _turn_camera(self) -> None:
        on = not self.state.camera_on
        self._remembered.remember_word("own_camera_on", "1" if on else "0")
        self._ask(TurnCamera(on))

    def _act(self, act: OwnAct) -> None:
        match act:
            case OwnAct.SIGN_IN:
                self.sign_in()
            case OwnAct.DEVICES:
                self.choose_devices()
            case OwnAct.UNMUTE:
                self._ask(Mute(False))
            case OwnAct.STOP_SHARING:
                self.sharing.stop()

    def sign_in(self) -> OwnSignIn:
        receiver: Receiver = self._sending.receiver
        was_refused = self.state.refusal is PublishRefusal.NOT_AUTHORISED
        dialog = OwnSignIn(receiver, self._credentials.user, was_refused, self._meeting)
        dialog.given.connect(self._signed_in)
        dialog.open()
        return dialog

    def _signed_in(self, credentials: SiteCredentials) -> None:
        self._credentials = self._fresh = credentials
        self._ask(Authorise(credentials))

    # --- devices ------------------------------------------------------------------------------------------------------

    def choose_devices(self) -> OwnDevices:
        if self._device_dialog is None:
            dialog = self._device_dialog = OwnDevices(self._meeting)
            dialog.chosen.connect(self.use_device)
            dialog.finished.connect(self._devices_chosen)
            self._show_devices()
            dialog.open()
        return self._device_dialog

    def _devices_chosen(self) -> None:
        self._device_dialog = None

    def use_device(self, device: Device) -> None:
        name = "own_camera" if device.kind is DeviceKind.CAMERA else "own_microphone"
        self._remembered.remember_word(name, device.id)
        self._ask(UseDevice(device))

    def _show_devices(self) -> None:
        if self._device_dialog is not None:
            self._device_dialog.show_devices(self._devices, self.state)

    # --- the self-view ------------------------------------------------------------------------------------------------

    @property
    def _is_hidden(self) -> bool:
        return self._remembered.word("own_picture_hidden") == "1"

    def _hide_picture(self, hidden: bool) -> None:
        self._remembered.remember_word("own_picture_hidden", "1" if hidden else "")
        self.picture.setVisible(not hidden and self._handle is not None)

    def show_menu(self, at: QPoint) -> QMenu:
        """Camera, microphone, self-view: what is not needed every day."""
        menu = QMenu(self._meeting)
        menu.addAction(self.tr("Chọn camera và micrô…") + "\tCtrl+Shift+D", self.choose_devices)
        menu.addSeparator()
        shown = QAction(
            self.tr("Hiện hình của tôi") + "\tCtrl+Shift+H", menu, checkable=True, checked=not self._is_hidden
        )
        shown.toggled.connect(lambda on: self._hide_picture(not on))
        menu.addAction(shown)
        corners = QActionGroup(menu)
        names = (
            self.tr("Góc trên bên phải"),
            self.tr("Góc trên bên trái"),
            self.tr("Góc dưới bên phải"),
            self.tr("Góc dưới bên trái"),
        )
        for corner, name in zip(CORNERS, names, strict=True):
            action = QAction(name, corners)
            action.setCheckable(True)
            action.setChecked(corner == self.picture.corner)
            action.triggered.connect(lambda _=False, corner=corner: self._move_picture(corner))
            menu.addAction(action)
        menu.popup(at)
        return menu

    def _move_picture(self, corner: str) -> None:
        self._remembered.remember_word("own_corner", corner)
        self.picture.use_corner(corner)


def _own_name(tools: PageTools) -> str:
    account = tools.desk.account
    return account.display_name or account.address.partition("@")[0]
