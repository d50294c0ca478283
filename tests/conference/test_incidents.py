"""The incident log on a clock of its own: what is noted, for how long, and the sum at the end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from conference import Conference, ConferenceState, RefusalReason, Site, SiteId, SiteState, SiteStatus
from conference.incidents import IncidentKind, IncidentLog
from conference.recording.model import EndReason

BO, HAIHA = Site(SiteId("bo"), "Bộ", ""), Site(SiteId("haiha"), "Hải Hà", "")
START = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
K, S = IncidentKind, SiteState


class Meeting:
    """A conference in which a test says what each site does, second by second."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.states = {BO.id: (S.CONNECTING, 1000.0), HAIHA.id: (S.CONNECTING, 1000.0)}
        self.reason: RefusalReason | None = None
        conference = Conference("Họp giao ban", (BO, HAIHA))
        self.log = IncidentLog(conference, lambda: START + timedelta(seconds=self.at - 1000), lambda: self.at)

    def after(self, seconds: float, site: Site | None = None, state: SiteState | None = None) -> None:
        self.at += seconds
        if site is not None and state is not None:
            self.states[site.id] = (state, self.at)
        first, second = (SiteStatus(one, *self.states[one.id], reason=self.reason) for one in (BO, HAIHA))
        self.log.follow(ConferenceState((first, second)))
        self.log.follow(ConferenceState((first, second)))  # states are told again and again

    def told(self, site: Site) -> list[tuple[IncidentKind, float | None]]:
        return [(one.kind, one.lasted) for one in self.log.incidents if one.site == site.name]


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def test_a_loss_is_one_incident_however_many_states_it_goes_through(meeting: Meeting) -> None:
    meeting.after(2, HAIHA, S.LIVE)
    meeting.after(58, HAIHA, S.FROZEN)
    meeting.after(8, HAIHA, S.RECONNECTING)
    meeting.after(2, HAIHA, S.LIVE)
    assert meeting.told(HAIHA) == [(K.SEEN, 2), (K.LOST, None), (K.BACK, 10)]
    assert [one.at for one in meeting.log.incidents][2] == START + timedelta(seconds=60)
    assert meeting.told(BO) == []


def test_the_sum_at_the_end(meeting: Meeting) -> None:
    meeting.after(1, BO, S.LIVE)
    meeting.after(1, HAIHA, S.LIVE)
    meeting.after(10, HAIHA, S.FROZEN)
    meeting.after(4, HAIHA, S.LIVE)
    meeting.after(100, HAIHA, S.DEGRADED)
    meeting.after(20, HAIHA, S.FROZEN)
    meeting.after(10)  # and so it stays
    summary = meeting.log.end()
    meeting.after(1000, HAIHA, S.LIVE)  # a word that comes late
    assert meeting.log.end() == summary
    assert summary.lasted == 146
    first, second = summary.sites
    assert (first.losses, first.lost_for, first.was_seen) == (0, 0, True)
    assert (second.losses, second.lost_for, second.weak_for) == (2, 14, 20)
    assert meeting.log.incidents[-1].kind is K.ENDED


def test_a_weak_line_is_noted_with_its_length(meeting: Meeting) -> None:
    meeting.after(1, BO, S.LIVE)
    meeting.after(5, BO, S.DEGRADED)
    meeting.after(7, BO, S.LIVE)
    assert meeting.told(BO) == [(K.SEEN, 1), (K.WEAK, None), (K.WELL, 7)]


def test_a_refusal_is_noted_once_for_each_reason(meeting: Meeting) -> None:
    meeting.reason = RefusalReason.NO_ANSWER
    meeting.after(6, HAIHA, S.REFUSED)
    meeting.after(15, HAIHA, S.REFUSED)
    meeting.reason = RefusalReason.UNKNOWN_HOST
    meeting.after(15, HAIHA, S.REFUSED)
    refusals = [one.refusal for one in meeting.log.incidents if one.kind is K.REFUSED]
    assert refusals == [RefusalReason.NO_ANSWER, RefusalReason.UNKNOWN_HOST]
    summary = meeting.log.end().sites[1]
    assert (summary.was_seen, summary.losses, summary.refusal) == (False, 0, RefusalReason.UNKNOWN_HOST)


def test_what_no_state_tells_is_noted(meeting: Meeting) -> None:
    meeting.log.note(K.RECORDING_BEGAN)
    meeting.log.note(K.RECORDING_GAP, HAIHA.id)
    meeting.log.note(K.RECORDING_ENDED, ending=EndReason.DISK_FULL)
    assert [(one.kind, one.site, one.ending) for one in meeting.log.incidents[1:]] == [
        (K.RECORDING_BEGAN, "", None),
        (K.RECORDING_GAP, "Hải Hà", None),
        (K.RECORDING_ENDED, "", EndReason.DISK_FULL),
    ]


def test_a_line_that_comes_and_goes_all_day_is_bounded_and_still_counted(meeting: Meeting) -> None:
    meeting.after(1, BO, S.LIVE)
    for _ in range(600):
        meeting.after(5, BO, S.FROZEN)
        meeting.after(1, BO, S.LIVE)
    assert len(meeting.log.incidents) == 500
    assert meeting.log.count == 1202
    assert meeting.log.end().sites[0].losses == 600
    assert meeting.log.end().sites[0].lost_for == 600


def test_no_incident_bears_an_address() -> None:
    from conference import incidents

    assert "address" not in {name for kind in (incidents.Incident, incidents.SiteSummary) for name in kind.__slots__}
