"""The check before joining: both sites and this PC at once, row by row, within a time that can be waited for."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import AddressInvalid, ConferenceError, PlayerMissing, SchemeRefused
from ..media import MediaEngine
from ..model import Conference, RefusalReason, Site, SiteId
from ..site_address import parse_site_address
from ..site_secrets import SiteSecretStore
from .judging import StreamSample
from .model import CheckKind, CheckResult, CheckState, CheckStep, Finding
from .site_check import SiteCheck
from .stream_tally import ClipKeeper, ReadClip, StreamTally, WatchTimes
from .this_pc import judge_pc, look_at_pc
from .thresholds import Thresholds

_WAIT = 0.05
_TELL_EVERY = 0.1
_HANDOVER = 8.0
_SIZE = (960, 540)
"""About what a picture has when both stand side by side, so that the processor works as in the conference."""
_OF_CREDENTIALS = (RefusalReason.NOT_AUTHORISED, RefusalReason.WRONG_PASSPHRASE)
_OF_THE_PC = (CheckKind.PROCESSOR, CheckKind.MEMORY, CheckKind.DISK, CheckKind.NETWORK, CheckKind.POWER)


@dataclass(frozen=True, slots=True)
class CheckTimes:
    """Seconds. ``all_within`` is when what has not answered is said not to have."""

    all_within: float = 18.0
    watching: WatchTimes = field(default_factory=WatchTimes)


class ConferenceCheck:
    """Checks one conference at a time on an engine of its own, silently. A second `run` ends the first."""

    def __init__(
        self,
        engine: MediaEngine,
        read_clip: ReadClip,
        folder: Path,
        trusted_roots: str | None = None,
        thresholds: Thresholds | None = None,
        times: CheckTimes | None = None,
        secrets: SiteSecretStore | None = None,
    ) -> None:
        """``secrets`` is told which credentials a site refused, so that nobody sends them a second time."""
        self._engine, self._read_clip, self._folder, self._roots = engine, read_clip, folder, trusted_roots
        self.thresholds = thresholds or Thresholds()
        self._times = times or CheckTimes()
        self._secrets = secrets
        self._busy = threading.Lock()
        self._latest_run: object = None

    def run(self, conference: Conference) -> Iterator[CheckStep]:
        """Yield each row as it is found, and how far the check is at least ten times a second, until all is known or
        the generator is closed; its ``finally`` closes the players. Nothing in it waits over 100 ms.

        Raises `ConferenceError` if an earlier run does not end. A player that is not there is a row.
        """
        this_run = self._latest_run = object()
        begun = time.monotonic()
        while not self._busy.acquire(timeout=_WAIT):
            if self._latest_run is not this_run:
                return
            if time.monotonic() - begun > _HANDOVER:
                raise ConferenceError("another check is running")
            yield CheckStep(0, 1)
        try:
            for step in _OneRun(self, conference).steps():
                if self._latest_run is not this_run:
                    return
                yield step
        finally:
            self._busy.release()


class _OneRun:
    """The state of one run."""

    def __init__(self, check: ConferenceCheck, conference: Conference) -> None:
        self._engine, self._read_clip, self._folder = check._engine, check._read_clip, check._folder
        self._times, self._limits, self._roots = check._times, check.thresholds, check._roots
        self._secrets = check._secrets
        self._conference = conference
        self._cancelled = threading.Event()
        self._found: list[CheckResult] = []
        self._expected = len(_OF_THE_PC) + 1
        self._sites: dict[SiteId, SiteCheck] = {}
        self._tallies: dict[SiteId, StreamTally] = {}
        self._clips: dict[SiteId, ClipKeeper] = {}
        self._of_the_pc: queue.SimpleQueue[CheckResult] = queue.SimpleQueue()
        self._samples: queue.SimpleQueue[StreamSample] = queue.SimpleQueue()

    def steps(self) -> Iterator[CheckStep]:
        ends = time.monotonic() + self._times.all_within
        done, told = 0, 0.0
        try:
            self._begin()
            while done < self._expected:
                at_last = time.monotonic() >= ends
                self._listen()
                self._gather(at_last)
                for result in self._found[done:]:
                    done += 1
                    yield CheckStep(done, self._expected, result)
                if at_last:
                    break
                if time.monotonic() - told >= _TELL_EVERY:
                    told = time.monotonic()
                    yield CheckStep(done, self._expected)
            yield CheckStep(self._expected, self._expected)
        finally:
            self._cancelled.set()
            for site_id in self._clips:
                self._engine.tap(site_id, None)
            self._engine.close_all()

    def _begin(self) -> None:
        threading.Thread(target=self._look_at_pc, name="look at this PC", daemon=True).start()
        self._engine.mute(True)
        player_there = True
        for site in self._conference.sites:
            try:
                address = parse_site_address(site.address)
            except (SchemeRefused, AddressInvalid) as error:
                self._refuse(site, error)
                continue
            one = self._sites[site.id] = SiteCheck(site, address, self._limits, self._roots)
            self._expected += len(one.kinds)
            one.start(self._cancelled)
            player_there = self._open(site) and player_there
        finding = Finding.PLAYS if player_there else Finding.PLAYER_MISSING
        state = CheckState.GREEN if player_there else CheckState.RED
        self._found.append(CheckResult(CheckKind.PLAYER, state, finding))

    def _refuse(self, site: Site, error: ConferenceError) -> None:
        """An address that no player may be given: nothing is contacted."""
        finding = Finding.SCHEME_REFUSED if isinstance(error, SchemeRefused) else Finding.ADDRESS_INVALID
        self._expected += 1
        self._found.append(CheckResult(CheckKind.ADDRESS, CheckState.RED, finding, site.id))

    def _open(self, site: Site) -> bool:
        """Whether there is a player at all."""
        clip = self._clips[site.id] = ClipKeeper()
        try:
            self._engine.tap(site.id, clip.take)
            self._engine.open(site, _SIZE)
        except PlayerMissing:
            self._sites[site.id].stream_ended(None)
            return False
        self._tallies[site.id] = StreamTally(site.id, time.monotonic(), self._times.watching)
        return True

    def _look_at_pc(self) -> None:
        for result in judge_pc(look_at_pc(self._folder, self._cancelled), self._limits):
            self._of_the_pc.put(result)

    def _listen(self) -> None:
        """Wait for an event for a moment, then take what else is there, but not for ever."""
        event = self._engine.next_event(_WAIT)
        for _ in range(64):
            if event is None:
                return
            tally = self._tallies.get(event.site_id)
            if tally is not None:
                tally.hear(event)
            event = self._engine.next_event(0)

    def _gather(self, at_last: bool) -> None:
        now = time.monotonic()
        for site_id, tally in list(self._tallies.items()):
            if tally.is_over(now):
                del self._tallies[site_id]
                self._read(tally.sample(now), self._clips[site_id])
            elif at_last:
                del self._tallies[site_id]
                self._sites[site_id].stream_ended(tally.sample(now))
        while not self._samples.empty():
            sample = self._samples.get()
            self._sites[sample.site].stream_ended(sample)
        while not self._of_the_pc.empty():
            self._found.append(self._of_the_pc.get())
        for site in self._sites.values():
            self._found.extend(site.rows(at_last=at_last))

    def _read(self, sample: StreamSample, keeper: ClipKeeper) -> None:
        """Its codecs and its sound, read on a thread of its own: the player is closed, the line is the other's."""
        self._engine.tap(sample.site, None)
        self._engine.close(sample.site)

        def read() -> None:
            if sample.refusal in _OF_CREDENTIALS:
                self._forget_credentials(sample.site)
            clip = keeper.clip()
            self._samples.put(replace(sample, content=self._read_clip(clip)) if clip else sample)

        threading.Thread(target=read, name=f"what {sample.site} sends", daemon=True).start()

    def _forget_credentials(self, site_id: SiteId) -> None:
        """They may wait for the keyring, so this is not done on the generator's thread."""
        site = self._sites[site_id].site
        if self._secrets is not None and self._secrets.has_given(site):
            self._secrets.was_refused(site)
            self._secrets.tidy()
