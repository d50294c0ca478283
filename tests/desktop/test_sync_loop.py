"""One feature's rounds: what interrupts them, what makes them wait, what is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from desktop.sync_loop import SyncLoop
from mail import MailboxChanges, Offline, ServerBusy, SyncProgress, WrongPassword
from tests.waiting import eventually
from ui.service_messages import MailEvent
from ui.sync_status import Feature, SyncActivity, SyncStatus, Unexpected


class ScriptedSync:
    """Each round raises or yields what the script says; after the script rounds are empty."""

    def __init__(self, *script: list[Any] | Exception) -> None:
        self.script = list(script)
        self.rounds = self.performed = 0
        self.closed = False
        self.hold = threading.Event()
        self.hold.set()

    def round(self) -> Iterator[Any]:
        self.rounds += 1
        events = self.script.pop(0) if self.script else []
        if isinstance(events, Exception):
            raise events
        for event in events:
            yield event
            self.hold.wait(10)

    def perform_pending(self) -> Iterator[Any]:
        self.performed += 1
        yield MailboxChanges(folders=True)

    def close(self) -> None:
        self.closed = True


class Loop:
    def __init__(self, sync: ScriptedSync, poll_interval: float = 3600) -> None:
        self.heard: list[Any] = []
        self.made = 0

        def make() -> ScriptedSync:
            self.made += 1
            return sync

        self.loop = SyncLoop(Feature.MAIL, make, MailEvent, poll_interval, self.heard.append)

    def __enter__(self) -> Loop:
        self.loop.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.stop()
        self.loop.join(10)
        assert not self.loop.is_alive()

    @property
    def activities(self) -> list[SyncActivity]:
        return [said.activity for said in self.heard if isinstance(said, SyncStatus)]

    @property
    def errors(self) -> list[Exception | None]:
        return [said.error for said in self.heard if isinstance(said, SyncStatus)]


def test_a_round_is_told_from_start_to_idle() -> None:
    with Loop(ScriptedSync([SyncProgress(1, 2)])) as run:
        eventually(lambda: SyncActivity.IDLE in run.activities)

    assert run.activities[:3] == [SyncActivity.STARTING, SyncActivity.WORKING, SyncActivity.IDLE]
    assert MailEvent(SyncProgress(1, 2)) in run.heard
    assert run.loop.last_synced is not None


def test_her_act_interrupts_a_round_and_begins_another() -> None:
    sync = ScriptedSync([SyncProgress(n, 9) for n in range(9)])
    sync.hold.clear()
    with Loop(sync) as run:
        eventually(lambda: MailEvent(SyncProgress(0, 9)) in run.heard)
        run.loop.act()
        sync.hold.set()
        eventually(lambda: sync.rounds == 2 and SyncActivity.IDLE in run.activities)

    assert MailEvent(SyncProgress(8, 9)) not in run.heard


def test_offline_is_a_state_and_is_tried_again_by_itself() -> None:
    sync = ScriptedSync(Offline("mail.btn.example"))
    with Loop(sync) as run:
        eventually(lambda: SyncActivity.OFFLINE in run.activities)
        run.loop.wake()
        eventually(lambda: SyncActivity.IDLE in run.activities)


def test_after_a_refused_password_nothing_more_is_sent_until_another_is_typed() -> None:
    sync = ScriptedSync(WrongPassword("hanh"), [])
    with Loop(sync, poll_interval=0.01) as run:
        eventually(lambda: any(isinstance(error, WrongPassword) for error in run.errors))
        assert sync.rounds == 1
        run.loop.begin_anew()
        eventually(lambda: SyncActivity.IDLE in run.activities)

    assert run.made == 2


def test_a_busy_server_is_not_pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    sync = ScriptedSync(ServerBusy(30.0))
    loop = Loop(sync)

    assert loop.loop._after(ServerBusy(30.0)) == 30.0
    assert loop.loop._after(ServerBusy(0.0)) == 1.0


def test_standing_back_pauses_rounds_but_not_what_she_does() -> None:
    sync = ScriptedSync()
    with Loop(sync) as run:
        eventually(lambda: SyncActivity.IDLE in run.activities)
        run.loop.stand_back(True)
        eventually(lambda: SyncActivity.STANDING_BACK in run.activities and sync.performed)
        rounds = sync.rounds
        run.loop.act()
        eventually(lambda: sync.performed >= 2)
        assert sync.rounds == rounds
        run.loop.stand_back(False)
        eventually(lambda: sync.rounds > rounds)


def test_a_fault_of_ours_is_told_without_its_contents() -> None:
    with Loop(ScriptedSync(KeyError("hanh.ntm@btn.example"))) as run:
        eventually(lambda: SyncActivity.FAILED in run.activities)

    error = next(error for error in run.errors if error is not None)
    assert isinstance(error, Unexpected) and error.args == ("KeyError",)


def test_a_server_that_said_how_long_is_left_alone_that_long() -> None:
    """Also when she acts: nothing of hers is lost, it waits."""
    sync = ScriptedSync(ServerBusy(1.0, True))
    with Loop(sync) as loop:
        eventually(lambda: sync.rounds == 1)
        began = time.monotonic()
        while time.monotonic() - began < 0.5:
            loop.loop.act()
            loop.loop.wake()
            assert sync.rounds == 1
        eventually(lambda: sync.rounds >= 2)
        assert time.monotonic() - began > 0.8


def test_a_mail_that_waits_for_its_moment_is_not_late_by_a_round() -> None:
    sync = ScriptedSync()
    waits = [0.2, None]
    sync.due_in = lambda: waits.pop(0) if waits else None  # type: ignore[attr-defined]
    with Loop(sync):
        eventually(lambda: sync.rounds >= 2)
