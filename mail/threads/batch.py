"""Some hundred newcomers on their way into conversations: what the tables hold of them is asked in a few statements,
they are put together in memory, and what came of it is written in a few. For `grouping`, which knows the rules.

A few statements for each newcomer took several times as long, under the write lock.
"""

from __future__ import annotations

import json
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection

from .hints import subject_key

MOST_MOVED = 2_000
"""Members and keys of two conversations that are joined; where there are more they stay two: no person reads them as
one, and an enemy's headers could make the sync copy everything over and over."""
SUBJECT_DAYS = 45
_SUBJECT_SPAN = SUBJECT_DAYS * 86_400_000_000
_CANDIDATES = 30
T = TypeVar("T")


@dataclass(slots=True)
class Newcomer:
    """A message by its keys: of its own id, of those it names, of the server's conversation."""

    number: int
    own: int | None
    references: list[int]
    conversation: list[int]
    keys: list[int] = field(init=False)
    """All of these, each once, the own one first."""

    def __post_init__(self) -> None:
        own = () if self.own is None else (self.own,)
        self.keys = list(dict.fromkeys((*own, *self.references, *self.conversation)))


@dataclass(slots=True)
class Fact:
    """What the message's row says."""

    subject: int | None
    is_answer: bool
    received_at: int
    sender: str | None
    recipients: str
    _people: set[str] | None = None

    @property
    def people(self) -> set[str]:
        if self._people is None:
            people = {str(pair[1]).casefold() for pair in json.loads(self.recipients)[:50]}
            self._people = (people | {self.sender.casefold()} if self.sender else people) - {""}
        return self._people


class _Labels:
    """In which conversation each thing lies; all of one conversation change over at once."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self.of: dict[int, int] = {}
        self._things: dict[int, list[int]] = {}
        for thing, thread in pairs:
            self.put(thing, thread)

    def put(self, thing: int, thread: int) -> None:
        self.of[thing] = thread
        self._things.setdefault(thread, []).append(thing)

    def move(self, thread: int, into: int) -> None:
        things = self._things.pop(thread, [])
        self.of.update(dict.fromkeys(things, into))
        self._things.setdefault(into, []).extend(things)


@dataclass(slots=True)
class _SameSubject:
    """Messages of one subject as (moment, number), in order; those that name nothing although they answer as well."""

    every: list[tuple[int, int]] = field(default_factory=list)
    lonely: list[tuple[int, int]] = field(default_factory=list)

    def add(self, moment: int, number: int, *, is_lonely: bool) -> None:
        insort(self.every, (moment, number))
        if is_lonely:
            insort(self.lonely, (moment, number))

    def nearest(self, moment: int, *, only_lonely: bool) -> list[int]:
        some = self.lonely if only_lonely else self.every
        place = bisect_left(some, (moment,))
        first = max(0, place - _CANDIDATES)
        while first > 0 and some[first - 1][0] == some[first][0]:
            first -= 1
        around = some[first : place + _CANDIDATES]
        around.sort(key=lambda one: (abs(one[0] - moment), one[1]))
        return [number for at, number in around if abs(at - moment) <= _SUBJECT_SPAN][:_CANDIDATES]


class Batch:
    """Asks when it is made, answers from memory, writes with `write`. No newcomer may lie in a conversation already."""

    def __init__(self, connection: Connection, newcomers: Sequence[Newcomer]) -> None:
        self._connection = connection
        self._threads = _Labels(self._known_keys(newcomers))
        self.facts = self._facts(newcomers)
        self._messages = _Labels()
        self._same = self._same_subjects(newcomers)
        self._sizes: dict[int, tuple[int, int]] = {}
        self._added: dict[int, tuple[int, int]] = {}
        """Of conversations whose size nobody has asked for yet."""
        self._renamed: list[tuple[int, int]] = []
        self._fresh_keys: list[int] = []
        self._members: list[tuple[Newcomer, int | None, bool]] = []

    # --- what is known ---

    def threads_of(self, keys: Iterable[int]) -> list[int]:
        """Each once, in the order of the keys; unknown keys left out."""
        known = self._threads.of
        return list(dict.fromkeys(known[key] for key in keys if key in known))

    def same_subject(self, one: Newcomer) -> list[int]:
        """The conversation of the nearest message with this subject that shares two people (or the only ones) with it,
        one of the two being an answer that names nothing: without that, each week's "Báo cáo tuần" would be one."""
        fact = self.facts[one.number]
        same = self._same.get(fact.subject) if fact.subject is not None else None
        if same is None:
            return []
        for number in same.nearest(fact.received_at, only_lonely=not fact.is_answer):
            others = self.facts[number].people
            if len(fact.people & others) >= min(2, len(fact.people), len(others)):
                return [self._messages.of[number]]
        return []

    def sizes(self, threads: Sequence[int]) -> dict[int, int]:
        """Members and keys of each, counted up to MOST_MOVED."""
        unknown = [thread for thread in threads if thread not in self._sizes]
        if unknown:
            rows = self._connection.exec_driver_sql(
                "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM thread_members WHERE thread = value LIMIT ?)),"
                " (SELECT count(*) FROM (SELECT 1 FROM thread_keys WHERE thread = value LIMIT ?)) FROM json_each(?)",
                (MOST_MOVED, MOST_MOVED, json.dumps(unknown)),
            )
            for thread, members, keys in rows.all():
                self._sizes[thread] = _sum((members, keys), self._added.pop(thread, (0, 0)))
        return {thread: sum(self._sizes[thread]) for thread in threads}

    # --- what becomes of it ---

    def join(self, thread: int, into: int) -> None:
        """After `sizes` of both."""
        self._sizes[into] = _sum(self._sizes[into], self._sizes[thread])
        self._sizes[thread] = (0, 0)
        self._renamed.append((into, thread))
        self._threads.move(thread, into)
        self._messages.move(thread, into)

    def put(self, one: Newcomer, thread: int, *, is_lonely: bool) -> None:
        fact = self.facts[one.number]
        fresh = [key for key in one.keys if key not in self._threads.of]
        for key in fresh:
            self._threads.put(key, thread)
        self._fresh_keys += fresh
        self._messages.put(one.number, thread)
        self._members.append((one, fact.subject, is_lonely))
        if fact.subject is not None and (same := self._same.get(fact.subject)) is not None:
            same.add(fact.received_at, one.number, is_lonely=is_lonely)
        sizes = self._sizes if thread in self._sizes else self._added
        sizes[thread] = _sum(sizes.get(thread, (0, 0)), (1, len(fresh)))

    def write(self) -> None:
        execute = self._connection.exec_driver_sql
        if self._renamed:  # first, and in this order: what follows is said in the names that hold at the end
            execute("UPDATE thread_members SET thread = ? WHERE thread = ?", self._renamed)
            execute("UPDATE thread_keys SET thread = ? WHERE thread = ?", self._renamed)
        if self._fresh_keys:
            rows = [(key, self._threads.of[key]) for key in sorted(self._fresh_keys)]
            execute("INSERT OR IGNORE INTO thread_keys (key, thread) VALUES (?, ?)", rows)
        if self._members:
            execute(
                "INSERT OR REPLACE INTO thread_members (message, thread, own_key, subject_key, is_lonely)"
                " VALUES (?, ?, ?, ?, ?)",
                [
                    (one.number, self._messages.of[one.number], one.own, subject, int(is_lonely))
                    for one, subject, is_lonely in self._members
                ],
            )

    # --- asking ---

    def _known_keys(self, newcomers: Sequence[Newcomer]) -> list[tuple[int, int]]:
        keys = sorted({key for one in newcomers for key in one.keys})
        rows = self._connection.exec_driver_sql(
            "SELECT key, thread FROM thread_keys WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(keys),)
        )
        return [(int(key), int(thread)) for key, thread in rows.all()]

    def _facts(self, newcomers: Sequence[Newcomer]) -> dict[int, Fact]:
        rows = self._connection.exec_driver_sql(
            "SELECT number, subject, received_at, sender_address, recipients FROM messages"
            " WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps([one.number for one in newcomers]),),
        )
        keys_of = _remembering(subject_key)
        return {row[0]: Fact(*keys_of(row[1]), int(row[2]), row[3], row[4]) for row in rows.all()}

    def _same_subjects(self, newcomers: Sequence[Newcomer]) -> dict[int, _SameSubject]:
        """Of the subjects of those that nothing else may put anywhere: messages near enough in time, of which only
        answers that name nothing where no newcomer is an answer itself."""
        asked: dict[int, tuple[bool, int, int]] = {}
        known = self._threads.of.keys()
        for one in newcomers:
            fact = self.facts.get(one.number)
            if fact is None or fact.subject is None or one.references or not known.isdisjoint(one.keys):
                continue
            with_all, low, high = asked.get(fact.subject, (False, fact.received_at, fact.received_at))
            moment = fact.received_at
            asked[fact.subject] = (with_all or fact.is_answer, min(low, moment), max(high, moment))
        same = {subject: _SameSubject() for subject in asked}
        if not same:
            return same
        for with_all, which in ((False, " AND t.is_lonely = 1"), (True, "")):
            spans = [
                (subject, low - _SUBJECT_SPAN, high + _SUBJECT_SPAN)
                for subject, (has_answers, low, high) in sorted(asked.items())
                if has_answers == with_all
            ]
            self._take_near(same, spans, which)
        for one_subject in same.values():
            one_subject.every.sort()
            one_subject.lonely.sort()
        return same

    def _take_near(self, same: dict[int, _SameSubject], spans: list[tuple[int, int, int]], which: str) -> None:
        """``which`` is a constant condition: with it, an index of few rows does."""
        if not spans:
            return
        rows = self._connection.exec_driver_sql(
            "WITH asked (subject, low, high) AS MATERIALIZED (SELECT json_extract(value, '$[0]'),"  # noqa: S608
            " json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?))"
            " SELECT t.subject_key, t.message, t.thread, t.is_lonely, m.received_at, m.sender_address, m.recipients"
            f" FROM asked a CROSS JOIN thread_members t ON t.subject_key = a.subject{which}"
            " CROSS JOIN messages m ON m.number = t.message WHERE m.received_at BETWEEN a.low AND a.high",
            (json.dumps(spans),),
        )
        for subject, number, thread, is_lonely, moment, sender, recipients in rows.all():
            self._messages.put(number, thread)
            self.facts.setdefault(number, Fact(subject, False, moment, sender, recipients))
            same[subject].every.append((moment, number))
            if is_lonely:
                same[subject].lonely.append((moment, number))


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0] + other[0], MOST_MOVED), min(one[1] + other[1], MOST_MOVED)


def _remembering(work: Callable[[str], T]) -> Callable[[str], T]:
    """Many mails of a page have the same subject."""
    kept: dict[str, T] = {}

    def remembered(words: str) -> T:
        if words not in kept:
            kept[words] = work(words)
        return kept[words]

    return remembered
