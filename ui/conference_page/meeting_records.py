"""Joins what is kept of a conference to its page: recording, snapshots, incident log, and the report after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from conference import (
    Conference,
    ConferenceLauncher,
    ConferenceState,
    EndReason,
    IncidentKind,
    IncidentLog,
    Recording,
    SiteId,
)

from ..formatting import OFFICE_TIME
from ..page_tools import PageTools
from ..style import px
from ..widgets.recording_mark import RecordingMark
from .after_meeting import AfterMeeting
from .health_details import HealthDetails
from .incident_list import IncidentList
from .meeting_view import MeetingView
from .recording_control import RecordingControl
from .snapshot_control import SnapshotControl


class MeetingRecords(QObject):
    """The page says when a conference begins, what its state is, and when it ends."""

    recording_told = Signal(object)
    """Seconds recorded so far, None when nothing is being recorded."""

    def __init__(
        self, tools: PageTools, meeting: MeetingView, launcher: Callable[[], ConferenceLauncher | None]
    ) -> None:
        super().__init__(meeting)
        self.log: IncidentLog | None = None
        self._state: ConferenceState | None = None
        self.recording = RecordingControl(tools, meeting, launcher)
        self.snapshot = SnapshotControl(tools, meeting, launcher)
        self.mark = RecordingMark(on_video=True, parent=meeting.stage)  # seen however much is hidden, on any screen
        self.after = AfterMeeting(tools, tools.desk.convert_recording)
        meeting.add_control(self.recording.button, "middle")
        meeting.add_control(self.snapshot.button, "middle")
        meeting.stage.layout_changed.connect(lambda _: self.mark.raise_())
        meeting.add_side(self.tr("Nhật ký sự cố"), "history", lambda: IncidentList(tools, lambda: self.log))
        meeting.add_side(self.tr("Đường truyền"), "online", lambda: HealthDetails(lambda: self._state))
        self.recording.time_changed.connect(self._mark)
        self.recording.time_changed.connect(self.recording_told)
        self.recording.happened.connect(self._note)
        self.snapshot.happened.connect(self._note)
        self.recording.ended.connect(self._recorded)
        self.shortcuts = (
            ("R", self.tr("Ghi hình, hoặc dừng ghi")),
            ("Ctrl+Shift+S", self.tr("Chụp hình của hai điểm cầu")),
        )

    def begin(self, conference: Conference) -> None:
        self.log = IncidentLog(conference, lambda: datetime.now(OFFICE_TIME))
        self.recording.begin_conference(conference)
        self.snapshot.begin_conference(conference)
        self.after.begin_conference()

    def follow(self, state: ConferenceState) -> None:
        self._state = state
        if self.log is not None:
            self.log.follow(state)

    def end(self) -> None:
        """Before the players are let go."""
        self.recording.end_conference()
        self.snapshot.end_conference()
        if self.log is not None:
            self.log.end()
            self.after.show_conference(self.log)

    def _mark(self, lasted: float | None) -> None:
        self.mark.show_time(lasted)
        self.mark.adjustSize()
        self.mark.move(px(16), px(16))
        self.mark.raise_()

    def _note(self, kind: IncidentKind, site: SiteId | None, ending: EndReason | None) -> None:
        if self.log is not None:
            self.log.note(kind, site, ending)

    def _recorded(self, recording: Recording) -> None:
        self.after.add_recording(recording)
