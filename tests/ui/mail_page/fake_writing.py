"""What the fake mailbox keeps of writing: snoozed mails, templates, signatures, awaited answers; in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mail import AwaitedAnswer, Draft, DraftId, ItemId, Signature, Template

NOW = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)


class FakeSnoozing:
    """What the real one keeps in the store, in memory."""

    def __init__(self) -> None:
        self.until: dict[ItemId, datetime] = {}

    def snooze(self, item_ids: Sequence[ItemId], until: datetime) -> None:
        self.until.update(dict.fromkeys(item_ids, until))

    def wake(self, item_ids: Sequence[ItemId]) -> None:
        for item_id in item_ids:
            self.until.pop(item_id, None)

    def wake_due(self, now: datetime | None = None) -> list[ItemId]:
        return []

    def asleep(self) -> list[tuple[ItemId, datetime]]:
        return sorted(self.until.items(), key=lambda pair: pair[1])


class FakeTemplates:
    def __init__(self) -> None:
        self.kept = [Template("o1", "Giấy mời họp", "Mời họp về …", "<p>Kính gửi: …</p>", is_own=False)]

    def all(self) -> list[Template]:
        return list(self.kept)

    def save(self, name: str, subject: str, html: str) -> Template:
        self.kept.insert(0, Template(name, name, subject, html))
        return self.kept[0]

    def remove(self, template_id: str) -> None:
        self.kept = [one for one in self.kept if one.id != template_id]


class FakeSignatures:
    """Off unless a test says otherwise."""

    def __init__(self) -> None:
        self.kept: Signature | None = Signature(is_on=False)

    def of(self, address: str) -> Signature | None:
        return self.kept

    def save(self, address: str, signature: Signature) -> None:
        self.kept = signature


class FakeAwaitedAnswers:
    def __init__(self) -> None:
        self.kept: list[AwaitedAnswer] = []

    def await_answer(self, draft: Draft, message_id: str, due_at: datetime, sent_at: datetime | None = None) -> None:
        self.kept.append(AwaitedAnswer(draft.id, draft.subject, draft.to, sent_at or NOW, due_at))

    def open(self) -> list[AwaitedAnswer]:
        return list(self.kept)

    def listed(self) -> list[AwaitedAnswer]:
        return self.open()

    def due(self, now: datetime | None = None) -> list[AwaitedAnswer]:
        moment = now or datetime.now(UTC)
        return [one for one in self.kept if one.due_at <= moment]

    def dismiss(self, draft_id: DraftId) -> None:
        self.kept = [one for one in self.kept if one.draft_id != draft_id]

    def take_up(self, draft_id: DraftId) -> None:
        raise AssertionError("the real store is asked for this")

    def put_off(self, draft_id: DraftId, due_at: datetime) -> None:
        self.kept = [replace(one, due_at=due_at) if one.draft_id == draft_id else one for one in self.kept]
