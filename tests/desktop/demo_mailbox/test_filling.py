"""The invented mailbox of the benchmark: as many and as heavy as asked, and the same again for the same seed."""

from __future__ import annotations

from desktop.demo_ministry.mailbox import DemoMailbox, MailboxStory

from .conftest import HANH


def filled(seed: int) -> list[bytes]:
    mailbox = DemoMailbox(MailboxStory(HANH))
    mailbox.fill(60, 1_500_000, seed)
    return [item.mime for item in mailbox.items()]


def test_it_is_deterministic_and_about_as_heavy_as_asked() -> None:
    first = filled(1)
    assert first == filled(1)
    assert first != filled(2)
    assert len(first) == 60
    assert 1_200_000 < sum(map(len, first)) < 1_800_000
    assert max(map(len, first)) > 4 * min(map(len, first))


def test_its_facts_are_what_its_mime_says() -> None:
    from desktop.demo_ministry.mailbox.facts import read_mime

    mailbox = DemoMailbox(MailboxStory(HANH))
    mailbox.fill(40, 400_000, seed=4)
    for item in mailbox._exchange.store.items.values():
        facts, _ = read_mime(item.mime)
        assert (facts.subject, facts.sender, facts.to) == (item.facts.subject, item.facts.sender, item.facts.to)
        assert facts.attachments == item.facts.attachments
        assert facts.preview == item.facts.preview
