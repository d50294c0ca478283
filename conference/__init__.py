"""The two-site conference. This is its front door; the launcher loads on first use, libVLC with a conference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import AddressInvalid, ConferenceError, PlayerMissing, RecordingRefused, SchemeRefused
from .model import (
    AddressScheme,
    Conference,
    ConferenceState,
    Frame,
    LineHealth,
    MediaEvent,
    MediaEventKind,
    Receiver,
    RefusalReason,
    Site,
    SiteCredentials,
    SiteId,
    SiteState,
    SiteStatus,
    Weakness,
    WeeklyTime,
)
from .site_address import SiteAddress, parse_site_address

if TYPE_CHECKING:
    from .chair.agenda import AgendaItem, parse_agenda
    from .chair.chair_named import chair_named
    from .chair.minutes import (
        MinutesFacts,
        closing_html,
        minutes_html,
        roll_call_html,
        roll_call_text,
        speakers_html,
    )
    from .chair.roll_call import Counts, Participant, Presence, RollCall
    from .chair.speaking_order import Pace, Speaker, SpeakingOrder
    from .checking.check import ConferenceCheck
    from .checking.devices import device_failed, device_missing, device_untried, judge_camera
    from .checking.model import CheckKind, CheckResult, CheckState, CheckStep, Finding, Verdict, verdict
    from .checking.sound_tries import ToneTry, VoiceTry
    from .incidents import ConferenceSummary, Incident, IncidentKind, IncidentLog, SiteSummary
    from .invitations.detector import find_links
    from .invitations.model import (
        Findings,
        InvitationParts,
        KnownHosts,
        MeetingLink,
        RefusalKind,
        RefusedLink,
        Service,
        Source,
    )
    from .launcher import ConferenceLauncher
    from .media import MediaEngine
    from .recording.file_names import not_taken, snapshot_stem
    from .recording.index import close_interrupted, unfinished
    from .recording.model import EndReason, Recording, RecordingLimits, RecordingState, Segment, SiteRecording
    from .recording.recorder import Recorder
    from .recording.under_way import any_under_way
    from .site_secrets import SiteSecretStore

_LAZY = {
    "CheckKind": "checking.model",
    "CheckResult": "checking.model",
    "CheckState": "checking.model",
    "CheckStep": "checking.model",
    "ConferenceCheck": "checking.check",
    "Finding": "checking.model",
    "ToneTry": "checking.sound_tries",
    "Verdict": "checking.model",
    "VoiceTry": "checking.sound_tries",
    "device_failed": "checking.devices",
    "device_missing": "checking.devices",
    "device_untried": "checking.devices",
    "judge_camera": "checking.devices",
    "verdict": "checking.model",
    "ConferenceSummary": "incidents",
    "Incident": "incidents",
    "IncidentKind": "incidents",
    "IncidentLog": "incidents",
    "SiteSummary": "incidents",
    "any_under_way": "recording.under_way",
    "not_taken": "recording.file_names",
    "snapshot_stem": "recording.file_names",
    "AgendaItem": "chair.agenda",
    "parse_agenda": "chair.agenda",
    "chair_named": "chair.chair_named",
    "MinutesFacts": "chair.minutes",
    "closing_html": "chair.minutes",
    "minutes_html": "chair.minutes",
    "roll_call_html": "chair.minutes",
    "roll_call_text": "chair.minutes",
    "speakers_html": "chair.minutes",
    "Counts": "chair.roll_call",
    "Participant": "chair.roll_call",
    "Presence": "chair.roll_call",
    "RollCall": "chair.roll_call",
    "Pace": "chair.speaking_order",
    "Speaker": "chair.speaking_order",
    "SpeakingOrder": "chair.speaking_order",
    "find_links": "invitations.detector",
    "Findings": "invitations.model",
    "InvitationParts": "invitations.model",
    "KnownHosts": "invitations.model",
    "MeetingLink": "invitations.model",
    "RefusalKind": "invitations.model",
    "RefusedLink": "invitations.model",
    "Service": "invitations.model",
    "Source": "invitations.model",
    "ConferenceLauncher": "launcher",
    "MediaEngine": "media",
    "SiteSecretStore": "site_secrets",
    "EndReason": "recording.model",
    "Recorder": "recording.recorder",
    "Recording": "recording.model",
    "RecordingLimits": "recording.model",
    "RecordingState": "recording.model",
    "Segment": "recording.model",
    "SiteRecording": "recording.model",
    "close_interrupted": "recording.index",
    "unfinished": "recording.index",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "AddressInvalid",
    "AddressScheme",
    "AgendaItem",
    "CheckKind",
    "CheckResult",
    "CheckState",
    "CheckStep",
    "Conference",
    "ConferenceCheck",
    "ConferenceError",
    "ConferenceLauncher",
    "ConferenceState",
    "ConferenceSummary",
    "Counts",
    "EndReason",
    "Finding",
    "Findings",
    "Frame",
    "Incident",
    "IncidentKind",
    "IncidentLog",
    "InvitationParts",
    "KnownHosts",
    "LineHealth",
    "MediaEngine",
    "MediaEvent",
    "MediaEventKind",
    "MeetingLink",
    "MinutesFacts",
    "Pace",
    "Participant",
    "PlayerMissing",
    "Presence",
    "Receiver",
    "Recorder",
    "Recording",
    "RecordingLimits",
    "RecordingRefused",
    "RecordingState",
    "RefusalKind",
    "RefusalReason",
    "RefusedLink",
    "RollCall",
    "SchemeRefused",
    "Segment",
    "Service",
    "Site",
    "SiteAddress",
    "SiteCredentials",
    "SiteId",
    "SiteRecording",
    "SiteSecretStore",
    "SiteState",
    "SiteStatus",
    "SiteSummary",
    "Source",
    "Speaker",
    "SpeakingOrder",
    "ToneTry",
    "Verdict",
    "VoiceTry",
    "Weakness",
    "WeeklyTime",
    "any_under_way",
    "chair_named",
    "close_interrupted",
    "closing_html",
    "device_failed",
    "device_missing",
    "device_untried",
    "find_links",
    "judge_camera",
    "minutes_html",
    "not_taken",
    "parse_agenda",
    "parse_site_address",
    "roll_call_html",
    "roll_call_text",
    "snapshot_stem",
    "speakers_html",
    "unfinished",
    "verdict",
]
