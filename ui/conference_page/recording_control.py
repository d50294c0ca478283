"""The button "Ghi hình" and what follows: the question, the mark, the disk that runs short, the end in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from conference import Conference, EndReason, IncidentKind, Recorder, Recording, RecordingRefused, SiteId

from ..announcing import announce
from ..formatting import OFFICE_TIME
from ..page_tools import PageTools
from .recording_folder import choose_folder, chosen_folder, note_under_way, show_folder
from .recording_words import ended_words, gap_words, refused_words, short_of_room_words
from .video_button import name_button, video_button

_LOOK_EVERY = 500


class Tapping(Protocol):
    """As much of a `conference.ConferenceLauncher` as a recording needs."""

    def tap(self, site_id: SiteId, sink: Callable[[bytes], None] | None) -> None: ...


class RecordingControl(QObject):
    """One conference after another. Signals: seconds recorded so far (None: not recording), what belongs into the
    incident log, and a recording that has ended."""

    time_changed = Signal(object)
    happened = Signal(object, object, object)
    """`IncidentKind`, `SiteId` or None, `EndReason` or None"""
    ended = Signal(object)
    """`Recording`"""

    def __init__(self, tools: PageTools, owner: QWidget, launcher: Callable[[], Tapping | None]) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner
        self._launcher = launcher
        self._conference: Conference | None = None
        self._recorder: Recorder | None = None
        self._has_agreed = self._warned = False
        self._gaps: dict[SiteId, int] = {}
        self.button: QToolButton = video_button("record", self.tr("Ghi hình"), "R", owner)
        self.button.clicked.connect(self.toggle)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def is_recording(self) -> bool:
        return self._recorder is not None

    def begin_conference(self, conference: Conference) -> None:
        self._conference = conference
        self._has_agreed = False

    def end_conference(self) -> None:
        self.stop()
        self._conference = None

    def toggle(self) -> None:
        if self._recorder is not None:
            self.stop()
        elif self._conference is not None and self._has_agreed:
            self._start(chosen_folder(self._tools.preferences))
        elif self._conference is not None:
            self._ask(self._conference)

    def stop(self) -> None:
        """At once for her; the last bytes are written behind it."""
        recorder = self._recorder
        if recorder is None:
            return
        self._let_go()
        recorder.stop()
        self._tools.background.run(self, recorder.wait, lambda _: self._tell_end(recorder), lane="recording")

    def _ask(self, conference: Conference) -> None:
        from .recording_question import RecordingQuestion

        question = RecordingQuestion(conference.title, self._tools.preferences, self._owner)
        question.agreed.connect(self._agreed)
        question.open()

    def _agreed(self, folder: Path) -> None:
        self._has_agreed = True
        self._start(folder)

    def _start(self, folder: Path) -> None:
        conference = self._conference
        if conference is None or self._recorder is not None:
            return
        recorder = Recorder(conference, folder, lambda: datetime.now(OFFICE_TIME))
        self._recorder = recorder
        self._warned, self._gaps = False, {}
        self.button.setEnabled(False)
        self._tools.background.run(
            self,
            recorder.start,
            lambda _: self._started(recorder, folder),
            lambda error: self._refused(recorder, error),
            lane="recording",
        )

    def _started(self, recorder: Recorder, folder: Path) -> None:
        self.button.setEnabled(True)
        launcher = self._launcher()
        if recorder is not self._recorder or self._conference is None or launcher is None:  # she has left meanwhile
            recorder.stop()
            return
        note_under_way(self._tools.preferences, folder)
        for site in self._conference.sites:
            launcher.tap(site.id, lambda data, site_id=site.id: recorder.put(site_id, data))  # type: ignore[misc]
        name_button(self.button, "stop", self.tr("Dừng ghi"))
        announce(self.button, self.tr("Đang ghi hình"), at_once=True)
        self.happened.emit(IncidentKind.RECORDING_BEGAN, None, None)
        self._timer.start()
        self._look()

    def _refused(self, recorder: Recorder, error: Exception) -> None:
        self.button.setEnabled(True)
        if recorder is self._recorder:
            self._recorder = None
        if not isinstance(error, RecordingRefused):
            self._tools.notices.say_error(error)
            return
        self._tools.notices.say(
            refused_words(error), action_text=self.tr("Chọn thư mục…"), action=self._choose_and_try_again
        )

    def _choose_and_try_again(self) -> None:
        folder = choose_folder(self._tools.preferences, self._owner, self.tr("Thư mục ghi hình"))
        if folder is not None:
            self._start(folder)

    def _look(self) -> None:
        recorder = self._recorder
        state = recorder.state if recorder is not None else None
        if recorder is None or state is None:
            return
        if not state.is_running:  # by itself: the disk
            self._let_go()
            self._tell_end(recorder)
            return
        self.time_changed.emit(state.lasted)
        if state.is_short_of_room and not self._warned:
            self._warned = True
            self.happened.emit(IncidentKind.ROOM_SHORT, None, None)
            self._tools.notices.say(short_of_room_words(state))
        for site in state.recording.sites:
            if site.gaps > self._gaps.get(site.id, 0):
                if site.id not in self._gaps:  # said once; the log has each
                    self._tools.notices.say(gap_words(site.name))
                self._gaps[site.id] = site.gaps
                self.happened.emit(IncidentKind.RECORDING_GAP, site.id, None)

    def _let_go(self) -> None:
        """Nothing more is asked of the streams, and the mark goes."""
        self._timer.stop()
        self._recorder = None
        launcher = self._launcher()
        if launcher is not None and self._conference is not None:
            for site in self._conference.sites:
                launcher.tap(site.id, None)
        name_button(self.button, "record", self.tr("Ghi hình"))
        self.time_changed.emit(None)

    def _tell_end(self, recorder: Recorder) -> None:
        state = recorder.state
        if state is None:
            return
        recording: Recording = state.recording
        note_under_way(self._tools.preferences, None)
        self.happened.emit(IncidentKind.RECORDING_ENDED, None, recording.reason)
        self.ended.emit(recording)
        if self._conference is None and recording.reason is EndReason.ASKED:
            return  # the report in the lobby says it
        self._tools.notices.say(
            ended_words(recording, state.lasted),
            action_text=self.tr("Mở thư mục"),
            action=lambda: show_folder(self._tools, recording.folder),
        )
        if recording.reason in (EndReason.DISK_FULL, EndReason.WRITE_FAILED):
            announce(self.button, ended_words(recording, state.lasted), at_once=True)
