"""The roll call: people, presences, counts; kept true over any series of acts."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from conference import Site, SiteId
from conference.chair.roll_call import Counts, Presence, RollCall

BO, HAIHA = SiteId("bo"), SiteId("haiha")
SITES = (Site(BO, "Điểm cầu Bộ", "rtsp://a.example/1"), Site(HAIHA, "Điểm cầu Hải Hà", "rtsp://a.example/2"))
EIGHT = datetime(2026, 11, 23, 1, tzinfo=UTC)


def test_people_stand_once_at_their_site_and_unknown_sites_are_ours() -> None:
    call = RollCall(SITES).with_person("  Trần  Quốc Khánh ").with_person("trần quốc khánh").with_person(" ")
    call = call.with_person("Vũ Đình Lâm", HAIHA).with_person("Người lạ", SiteId("đâu đó"))
    assert [(one.name, one.site_id) for one in call.people] == [
        ("Trần Quốc Khánh", BO),
        ("Vũ Đình Lâm", HAIHA),
        ("Người lạ", BO),
    ]


def test_an_invitation_read_again_adds_only_the_new() -> None:
    call = RollCall(SITES).with_people(["A B", "C D"]).at_site(2, HAIHA)
    assert [one.name for one in call.with_people(["C D", "E F"]).people] == ["A B", "C D", "E F"]


def test_the_first_moment_stays_and_taking_back_forgets_it() -> None:
    call = RollCall(SITES).with_person("A B").marked(1, Presence.PRESENT, EIGHT)
    later = EIGHT + timedelta(hours=1)
    assert call.marked(1, Presence.PRESENT, later).people[0].at == EIGHT
    assert call.marked(1, Presence.LATE, later).people[0].at == later
    assert call.marked(1, Presence.NOT_CALLED, later).people[0].at is None


def test_a_whole_site_is_there_but_for_who_was_called_already() -> None:
    call = RollCall(SITES).with_people(["A", "B", "C"]).with_person("D", HAIHA).marked(2, Presence.ABSENT, EIGHT)
    call = call.site_marked(BO, Presence.PRESENT, EIGHT)
    assert call.counts(BO) == Counts(present=2, absent=1)
    assert call.counts(HAIHA) == Counts(not_called=1)
    assert call.counts() == Counts(present=2, absent=1, not_called=1)
    assert (call.counts().there, call.counts().all) == (2, 4)


def test_against_a_plain_model() -> None:
    """Any series of acts leaves what a plain dictionary says, and ids never come twice."""
    chance = random.Random(1)
    for _ in range(60):
        call, model, used = RollCall(SITES), {}, set()
        for step in range(60):
            act = chance.choice(["add", "add", "mark", "remove", "move", "rename"])
            known = list(model)
            if act == "add":
                before = call
                call = call.with_person(f"Người {chance.randrange(25)}", chance.choice([BO, HAIHA]))
                if call is not before:
                    new = call.people[-1]
                    assert new.id not in used
                    used.add(new.id)
                    model[new.id] = [new.name, new.site_id, Presence.NOT_CALLED]
            elif known:
                one = chance.choice(known)
                if act == "mark":
                    presence = chance.choice(list(Presence))
                    call = call.marked(one, presence, EIGHT + timedelta(minutes=step))
                    model[one][2] = presence
                elif act == "remove":
                    call = call.without(one)
                    del model[one]
                elif act == "move":
                    call = call.at_site(one, HAIHA)
                    model[one][1] = HAIHA
                else:
                    call = call.renamed(one, f"Tên {step}")
                    model[one][0] = f"Tên {step}"
            assert {p.id: [p.name, p.site_id, p.presence] for p in call.people} == model
            assert call.counts(BO).all + call.counts(HAIHA).all == call.counts().all == len(model)
            assert all((p.at is None) == (p.presence is Presence.NOT_CALLED) for p in call.people)
