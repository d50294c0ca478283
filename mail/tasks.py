"""Her own tasks (the Tasks folder): a list to tick off. The noun, the port, the questions, and the list remembered.

Real: `mail.ews.desk_items.EwsTasks`. Fake: `tests.mail.fake_services.FakeTasks`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from .questions import AskedServer, Question

if TYPE_CHECKING:
    from .database import Database

LONGEST_SUBJECT = 255
_FACT = "tasks"


@dataclass(frozen=True, slots=True)
class Task:
    """``due`` is a day; None: whenever."""

    id: str
    subject: str
    is_complete: bool = False
    due: date | None = None
    importance: str = "Normal"


Tasks = tuple[Task, ...]


class TasksGateway(Protocol):
    """All raise `GatewayError`."""

    def list(self) -> Tasks:
        """At most 2,000: those to do first, by the day they are due, then those done."""
        ...

    def complete(self, task_id: str, is_complete: bool) -> None:
        """May be repeated. Raises `ItemGone`."""
        ...

    def add(self, subject: str, due: date | None) -> None:
        """Raises `OutcomeUnknown` if the answer was lost: ask for the list before adding again."""
        ...


@dataclass(frozen=True, slots=True)
class GetTasks(Question[Tasks]):
    """What is there to do?"""

    def put_to(self, server: AskedServer) -> Tasks:
        return server.tasks.list()


@dataclass(frozen=True, slots=True)
class CompleteTask(Question[Tasks]):
    """Done, or to be done again. The answer is the list as it is then."""

    task_id: str
    is_complete: bool

    def put_to(self, server: AskedServer) -> Tasks:
        server.tasks.complete(self.task_id, self.is_complete)
        return server.tasks.list()


@dataclass(frozen=True, slots=True)
class AddTask(Question[Tasks]):
    """Another one. The answer is the list as it is then."""

    subject: str
    due: date | None = None

    def put_to(self, server: AskedServer) -> Tasks:
        server.tasks.add(self.subject, self.due)
        return server.tasks.list()


def in_order(tasks: Tasks) -> Tasks:
    return tuple(sorted(tasks, key=lambda task: (task.is_complete, task.due or date.max, task.subject.casefold())))


def known_tasks(database: Database) -> Tasks:
    """The list as last told; what is shown while the server is away."""
    with database.read() as connection:
        text = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (_FACT,)).scalar()
    rows = json.loads(text) if text else []
    return tuple(
        Task(id_, subject, done, date.fromisoformat(due) if due else None, importance)
        for id_, subject, done, due, importance in rows
    )


def remember_tasks(database: Database, tasks: Tasks) -> None:
    rows = [[one.id, one.subject, one.is_complete, one.due and one.due.isoformat(), one.importance] for one in tasks]
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (_FACT, json.dumps(rows, ensure_ascii=False))
        )
