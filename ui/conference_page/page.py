"""The conference page as a whole: the lobby before, the two sites while a conference runs, and the stream between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from conference import Conference, ConferenceLauncher, ConferenceState, Frame, SiteId

from ..background import StreamHandle
from ..conference_check import open_check
from ..formatting import duration, time_of_day
from ..page_tools import PageTools
from ..spoken_errors import spoken
from ..style import px
from ..weight import Weight
from .chair.tools import add_chair
from .invitation import Invitation, conference_meant
from .lobby import ConferenceLobby
from .meeting_records import MeetingRecords
from .meeting_view import MeetingView
from .own_keys import own_keys
from .rejoin import RejoinBar
from .site_credentials import SiteCredentialsAsker
from .stage import SIDE_BY_SIDE
from .ways import Ways

if TYPE_CHECKING:
    from .own_station import OwnStation

_REMEMBERED = "conference_layout"


class ConferencePage(QWidget):
    """`running_changed` says when a conference begins and ends; `immersive_asked` wants the whole screen, or not.

    A conference goes on while another page is shown; it ends when she leaves it or the window closes.
    """

    running_changed = Signal(bool)
    immersive_asked = Signal(bool)
    recording_told = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Họp"))
        self._tools = tools
        self._launcher: ConferenceLauncher | None = None
        self._handle: StreamHandle | None = None
        self._conference: Conference | None = None
        self.lobby = ConferenceLobby(tools, self)
        self.meeting = MeetingView(self, tools.preferences)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.lobby)
        self._layout.addWidget(self.meeting)
        self.ways = Ways(self, tools, self.join, self.lobby.say)
        self.site_credentials = SiteCredentialsAsker(self, self.meeting, tools, self._open_again)
        self.lobby.join_asked.connect(self.join)
        self.lobby.check_asked.connect(lambda one: self.running_changed.connect(open_check(tools, one, self).give_way))
        self.meeting.leave_asked.connect(self.leave)
        self.meeting.mute_asked.connect(self._mute)
        self.meeting.full_screen_asked.connect(self.immersive_asked)
        self.meeting.stage.use(tools.preferences.word(_REMEMBERED, SIDE_BY_SIDE))
        self.meeting.stage.layout_changed.connect(lambda word: tools.preferences.remember_word(_REMEMBERED, word))
        self.own: OwnStation | None = None
        self.running_changed.connect(self._be_seen)
        self.meeting.keys_asked.connect(self._show_keys)
        self.chair = add_chair(tools, self.meeting)
        self.records = MeetingRecords(tools, self.meeting, lambda: self._launcher)
        self.records.recording_told.connect(self.recording_told)
        self.lobby.add_report(self.records.after)
        self.rejoin = RejoinBar(self.join)
        self.lobby.add_report(self.rejoin)
        own = own_keys() if tools.desk.own_sending is not None else ()
        self.shortcuts = (*self.meeting.keys, *own, *self.records.shortcuts)

    # --- as every page ------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Nothing to load: the conferences came with the profile."""

    def deactivate(self) -> None:
        """Another page is shown, or the window closes; the conference goes on until its stream is ended."""
        self.meeting.full_screen_button.setChecked(False)
        self.chair.put_away.emit()

    def focus_first(self) -> None:
        if self.is_running:
            self.meeting.mute_button.setFocus()
        else:
            self.lobby.focus_first()

    # --- the conference -----------------------------------------------------------------------------------------------

    @property
    def foot_kept_free(self) -> int:
        """The buttons of a running conference: no notice lies over "Rời họp"."""
        return px(68)

    @property
    def conference(self) -> Conference | None:
        """The one that is on."""
        return self._conference

    @property
    def is_running(self) -> bool:
        return self._handle is not None

    def join(self, asked: object = None) -> None:
        """Join a `Conference`, the one an invitation (`mail.Meeting`) means, or the desk's first for None."""
        conference = self._meant(asked)
        if conference is None:
            if isinstance(asked, Invitation):
                self.ways.enter(asked)
            return
        if self.is_running and conference == self._conference:
            return
        if self._handle is not None:
            self._end()
        self._conference = conference
        self.lobby.say("")
        self.rejoin.setVisible(False)
        self.meeting.begin(conference)
        self.chair.begin(conference, asked)
        self.records.begin(conference)
        self._layout.setCurrentWidget(self.meeting)
        self.meeting.mute_button.setFocus()
        size = self.meeting.stage.views[0].picture.device_size()
        handle: StreamHandle

        def states() -> Iterator[ConferenceState]:
            launcher = self._tools.desk.make_launcher() if self._launcher is None else self._launcher
            self._launcher = launcher  # libVLC loads on the worker; pictures are asked for once it is there
            return launcher.join(conference, size)

        for view, site in zip(self.meeting.stage.views, conference.sites, strict=True):
            self._mute(False, site.id)
            view.mute_asked.connect(partial(self._mute, site_id=site.id))
            view.picture.newest_frame = partial(self._newest_frame, site.id)
            view.picture.resized.connect(partial(self._resize, site.id))
        handle = self._handle = self._tools.background.stream(
            self,
            states,
            self._show_state,
            lambda: self._ended(handle),
            lambda error: self._failed(handle, error),
        )
        self.running_changed.emit(True)

    def _show_state(self, state: ConferenceState) -> None:
        self.meeting.show_state(state)
        self.site_credentials.look(state)
        self.records.follow(state)

    def _be_seen(self, running: bool) -> None:
        sending = self._tools.desk.own_sending
        if self.own is None and sending is not None and running:
            from .own_station import OwnStation

            self.own = OwnStation(self._tools, sending, self.meeting)
        if self.own is not None:
            self.own.follow(running)

    def leave(self) -> None:
        """Leave at once; the players are closed behind it."""
        if self._handle is not None:
            lasted = self._end()
            when = time_of_day(datetime.now(UTC))
            self.lobby.say(self.tr("Đã rời họp lúc {when}, sau {length}.").format(when=when, length=duration(lasted)))

    def _end(self) -> float:
        assert self._handle is not None
        self._handle.cancel()
        left, self._handle, self._conference = self._conference, None, None
        try:
            return self._tidy(left)
        finally:  # whatever went wrong in here, mail and archive get the line back
            self.running_changed.emit(False)

    def _tidy(self, left: Conference | None) -> float:
        self.records.end()
        self.chair.end()
        lasted = self.meeting.end()
        self.site_credentials.end()
        for view in self.meeting.stage.views:
            view.picture.newest_frame = lambda after: None
            view.picture.resized.disconnect()
            view.mute_asked.disconnect()
        self._layout.setCurrentWidget(self.lobby)
        self.lobby.focus_first()
        if left is not None:
            self.rejoin.offer(left)
            if left not in self._tools.desk.conferences:
                self.rejoin.button.setFocus()
        return lasted

    def _ended(self, handle: StreamHandle) -> None:
        if handle is self._handle:  # by itself, not by `leave`
            self._end()
            self.lobby.say(self.tr("Cuộc họp đã kết thúc."))

    def _failed(self, handle: StreamHandle, error: Exception) -> None:
        if handle is not self._handle:
            return
        self._end()
        words = spoken(error)
        self.lobby.say(words.whole)
        if words.weight is not Weight.STATUS:
            self._tools.notices.say_error(error)

    def _meant(self, asked: object) -> Conference | None:
        conferences = self._tools.desk.conferences
        if isinstance(asked, Conference):
            return asked
        if isinstance(asked, Invitation):
            return conference_meant(asked, conferences)
        return conferences[0] if conferences else None

    def _show_keys(self) -> None:
        from ..shortcuts_sheet import ShortcutsSheet

        ShortcutsSheet(list(self.shortcuts), self.window()).open()

    def _mute(self, muted: bool, site_id: SiteId | None = None) -> None:
        if self._launcher is not None:
            self._launcher.mute(muted, site_id)

    def _open_again(self, site_id: SiteId) -> None:
        if self._launcher is not None and self.is_running:
            self._launcher.open_again(site_id)

    def _newest_frame(self, site_id: SiteId, after: int) -> Frame | None:
        return self._launcher.newest_frame(site_id, after) if self._launcher is not None else None

    def _resize(self, site_id: SiteId, size: tuple[int, int]) -> None:
        if self._launcher is not None:
            self._launcher.resize(site_id, size)
