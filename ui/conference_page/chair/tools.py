"""Hangs the chair's tools into the meeting's side panel. One line in the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...page_tools import PageTools
from ..meeting_view import MeetingView
from .chair import Chair


def add_chair(tools: PageTools, meeting: MeetingView) -> Chair:
    """The widgets load when they are first opened."""
    chair = Chair(tools, meeting)

    def roll_call() -> QWidget:
        from .roll_call_view import RollCallView

        return RollCallView(chair)

    def speaking() -> QWidget:
        from .speaking_view import SpeakingView

        return SpeakingView(chair)

    def agenda() -> QWidget:
        from .agenda_view import AgendaView

        return AgendaView(chair)

    def papers() -> QWidget:
        from .papers_view import PapersView

        return PapersView(chair)

    def minutes() -> QWidget:
        from .minutes_view import MinutesView

        return MinutesView(chair)

    translate = QCoreApplication.translate
    meeting.add_side(translate("ChairTools", "Điểm danh"), "roll_call", roll_call)
    meeting.add_side(translate("ChairTools", "Thứ tự phát biểu"), "speaking", speaking)
    meeting.add_side(translate("ChairTools", "Chương trình"), "agenda", agenda)
    meeting.add_side(translate("ChairTools", "Tài liệu"), "documents", papers)
    meeting.add_side(translate("ChairTools", "Biên bản cuộc họp"), "minutes", minutes)
    return chair
