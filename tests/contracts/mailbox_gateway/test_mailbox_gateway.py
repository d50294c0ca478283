"""What every `MailboxGateway` promises, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mail import (
    Draft,
    DraftId,
    FolderId,
    FolderRole,
    ItemGone,
    ItemId,
    MessageSummary,
    OutcomeUnknown,
    Person,
    ServerBusy,
    SyncStateLost,
)
from mail.composing import compose
from mail.model import ChangeBatch, DeleteItem, FlagItem, MarkRead, MoveItem, SendOutcome, SyncState

from .worlds import PAGE, EwsWorld, EwsWorldOf2010, FakeWorld, World, folder_with

DRAFT = Draft(
    id=DraftId("0123456789abcdef0123456789abcdef"),
    to=(Person("Phạm Đức Long", "long.pd@boldptxh.example"),),
    subject="Về việc họp giao ban",
    text="Kính gửi đồng chí.",
)


@pytest.fixture(params=[FakeWorld, EwsWorld, EwsWorldOf2010], ids=["fake", "ews", "ews2010"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    made: World = request.param()
    yield made
    made.close()


def inbox(world: World) -> FolderId:
    return folder_with(world.gateway, FolderRole.INBOX)


def all_changes(world: World, folder: FolderId, state: SyncState | None = None) -> list[ChangeBatch]:
    batches = [world.gateway.changes(folder, state)]
    while not batches[-1].is_last:
        assert len(batches) < 50, "the pages never end"
        batches.append(world.gateway.changes(folder, batches[-1].sync_state))
    return batches


def rows(world: World, folder: FolderId) -> dict[ItemId, MessageSummary]:
    found: dict[ItemId, MessageSummary] = {}
    for batch in all_changes(world, folder):
        found.update((item.id, item) for item in batch.items)
        for gone in batch.deleted:
            found.pop(gone, None)
    return found


def test_signing_in_tells_whose_mailbox_it_is(world: World) -> None:
    assert world.gateway.check_sign_in().address == world.owner.address


def test_folders_have_roles_counts_and_a_state_to_go_on_from(world: World) -> None:
    world.deliver("Một")
    first = world.gateway.folders(None)
    roles = {folder.role for folder in first.folders}
    assert {FolderRole.INBOX, FolderRole.DRAFTS, FolderRole.SENT, FolderRole.DELETED} <= roles
    mine = next(folder for folder in first.folders if folder.role is FolderRole.INBOX)
    assert (mine.total_count, mine.unread_count, mine.parent_id) == (1, 1, None)
    assert world.other_folder in [folder.id for folder in first.folders]
    assert world.gateway.folders(first.sync_state).folders == ()


def test_rows_come_with_what_tells_their_conversation(world: World) -> None:
    world.deliver("Một")
    world.deliver("Hai")
    batches = all_changes(world, inbox(world))
    hints = {hint.item_id: hint for batch in batches for hint in batch.threads}
    assert set(hints) == {item.id for batch in batches for item in batch.items}
    assert len({hint.message_id for hint in hints.values()}) == 2
    assert all(hint.message_id.startswith("<") for hint in hints.values())


def test_later_only_changed_folders_are_told(world: World) -> None:
    """Whether a mere count is a change differs between servers: nobody may rely on it."""
    state = world.gateway.folders(None).sync_state
    world.rename_folder(world.other_folder, "Hồ sơ đã xong")
    changed = world.gateway.folders(state)
    assert [(folder.id, folder.name) for folder in changed.folders] == [(world.other_folder, "Hồ sơ đã xong")]
    world.remove_folder(world.other_folder)
    assert world.other_folder in world.gateway.folders(changed.sync_state).deleted


def test_pages_are_bounded_and_together_hold_everything(world: World) -> None:
    ids = [world.deliver(f"Thư {number}") for number in range(PAGE * 2 + 1)]
    batches = all_changes(world, inbox(world))
    assert len(batches) == 3
    assert all(len(batch.items) <= PAGE for batch in batches)
    assert sorted(item.id for batch in batches for item in batch.items) == sorted(ids)


def test_a_page_can_be_asked_for_again(world: World) -> None:
    for number in range(PAGE + 1):
        world.deliver(f"Thư {number}")
    folder = inbox(world)
    first = world.gateway.changes(folder, None)
    once = world.gateway.changes(folder, first.sync_state)
    again = world.gateway.changes(folder, first.sync_state)
    assert [item.id for item in once.items] == [item.id for item in again.items] != []


def test_a_row_says_what_the_list_shows(world: World) -> None:
    item_id = world.deliver("Về việc họp giao ban")
    row = rows(world, inbox(world))[item_id]
    assert row.subject == "Về việc họp giao ban"
    assert row.folder_id == inbox(world)
    assert row.sender is not None and "@" in row.sender.address
    assert [person.address for person in row.to] == [world.owner.address]
    assert row.received_at.utcoffset() is not None and row.received_at.utcoffset().total_seconds() == 0  # type: ignore[union-attr]
    assert (row.is_read, row.has_body, row.is_meeting, row.has_attachments) == (False, False, False, False)
    assert row.size > 0


def test_later_changes_are_told_once_and_as_what_they_are(world: World) -> None:
    stays, goes = world.deliver("Ở lại"), world.deliver("Đi")
    folder = inbox(world)
    state = all_changes(world, folder)[-1].sync_state
    world.mark_read(stays, True)
    world.remove(goes)
    (batch,) = all_changes(world, folder, state)
    told_read = dict(batch.read_flags) | {item.id: item.is_read for item in batch.items}
    assert told_read == {stays: True}
    assert batch.deleted == (goes,)
    (nothing,) = all_changes(world, folder, batch.sync_state)
    assert (nothing.items, nothing.deleted, nothing.read_flags) == ((), (), ())


def test_a_lost_sync_state_is_said(world: World) -> None:
    world.deliver("Một")
    folder = inbox(world)
    state = world.gateway.changes(folder, None).sync_state
    world.lose_sync_states()
    with pytest.raises(SyncStateLost):
        world.gateway.changes(folder, state)
    assert len(world.gateway.changes(folder, None).items) == 1


def test_a_folder_that_is_gone_is_said(world: World) -> None:
    with pytest.raises(ItemGone):
        world.gateway.changes(FolderId("AAAA"), None)


def test_bodies_come_whole_and_without_those_that_are_gone(world: World) -> None:
    ids = [world.deliver(f"Thư {number}") for number in range(5)]
    world.remove(ids[2])
    found = {raw.item_id: raw.mime for raw in world.gateway.bodies(ids)}
    assert sorted(found) == sorted(set(ids) - {ids[2]})
    assert all(b"Subject:" in mime for mime in found.values())


def test_bodies_may_be_left_and_other_questions_asked_meanwhile(world: World) -> None:
    ids = [world.deliver(f"Thư {number}") for number in range(9)]
    bodies = world.gateway.bodies(ids)
    next(iter(bodies))
    assert len(world.gateway.changes(inbox(world), None).items) == PAGE
    bodies.close()  # type: ignore[attr-defined]
    assert len(list(world.gateway.bodies(ids))) == 9


def test_no_bodies_are_asked_for_none(world: World) -> None:
    assert list(world.gateway.bodies([])) == []


@pytest.mark.parametrize("is_read", [True, False])
def test_marking_read_may_be_repeated(world: World, is_read: bool) -> None:
    item_id = world.deliver("Một")
    for _ in range(2):
        assert world.gateway.perform(MarkRead(item_id, is_read)) is None
    assert rows(world, inbox(world))[item_id].is_read is is_read


def test_flagging_may_be_repeated_and_taken_back(world: World) -> None:
    item_id = world.deliver("Một")
    for is_flagged in (True, True, False):
        world.gateway.perform(FlagItem(item_id, is_flagged))
        assert rows(world, inbox(world))[item_id].is_flagged is is_flagged


def test_a_move_tells_the_new_id(world: World) -> None:
    item_id = world.deliver("Một")
    new_id = world.gateway.perform(MoveItem(item_id, world.other_folder))
    assert new_id is not None
    assert list(rows(world, world.other_folder)) == [new_id]
    assert rows(world, inbox(world)) == {}
    with pytest.raises(ItemGone):
        world.gateway.perform(MoveItem(item_id, world.other_folder))


def test_deleting_goes_to_deleted_items_and_from_there_for_good(world: World) -> None:
    item_id = world.deliver("Một")
    world.gateway.perform(DeleteItem(item_id))
    deleted = folder_with(world.gateway, FolderRole.DELETED)
    (in_deleted,) = rows(world, deleted)
    assert rows(world, inbox(world)) == {}
    world.gateway.perform(DeleteItem(in_deleted))
    assert rows(world, deleted) == {}
    with pytest.raises(ItemGone):
        world.gateway.perform(DeleteItem(in_deleted))


def test_acting_on_what_is_gone_is_said(world: World) -> None:
    item_id = world.deliver("Một")
    world.remove(item_id)
    for action in (MarkRead(item_id, True), FlagItem(item_id, True), DeleteItem(item_id)):
        with pytest.raises(ItemGone):
            world.gateway.perform(action)


def test_a_draft_is_saved_sent_and_found(world: World) -> None:
    gateway = world.gateway
    assert gateway.find_sent(DRAFT.id) is SendOutcome.NOT_FOUND
    gateway.save_draft(DRAFT.id, compose(DRAFT, world.owner))
    assert (gateway.find_sent(DRAFT.id), world.mails_sent()) == (SendOutcome.IN_DRAFTS, 0)
    gateway.send_draft(DRAFT.id)
    assert (gateway.find_sent(DRAFT.id), world.mails_sent()) == (SendOutcome.SENT, 1)
    (sent,) = rows(world, folder_with(gateway, FolderRole.SENT)).values()
    assert sent.subject == DRAFT.subject


def test_a_sent_copy_thrown_away_elsewhere_was_sent_all_the_same(world: World) -> None:
    gateway = world.gateway
    gateway.save_draft(DRAFT.id, compose(DRAFT, world.owner))
    gateway.send_draft(DRAFT.id)
    (copy,) = rows(world, folder_with(gateway, FolderRole.SENT))
    gateway.perform(DeleteItem(copy))
    assert gateway.find_sent(DRAFT.id) is SendOutcome.SENT


def test_a_draft_thrown_away_unsent_was_not_sent(world: World) -> None:
    gateway = world.gateway
    gateway.save_draft(DRAFT.id, compose(DRAFT, world.owner))
    gateway.perform(DeleteItem(gateway.find_draft(DRAFT.id)))
    assert gateway.find_sent(DRAFT.id) is SendOutcome.NOT_FOUND
    assert world.mails_sent() == 0


def test_what_is_not_in_drafts_cannot_be_sent(world: World) -> None:
    with pytest.raises(ItemGone):
        world.gateway.send_draft(DRAFT.id)
    assert world.mails_sent() == 0


def test_a_send_whose_answer_is_lost_is_unknown_sent_once_and_can_be_asked_about(world: World) -> None:
    world.gateway.save_draft(DRAFT.id, compose(DRAFT, world.owner))
    world.lose_answer_of_send()
    with pytest.raises(OutcomeUnknown):
        world.gateway.send_draft(DRAFT.id)
    assert world.gateway.find_sent(DRAFT.id) is SendOutcome.SENT
    assert world.mails_sent() == 1


def test_a_saved_draft_whose_answer_is_lost_is_unknown_and_saved_once(world: World) -> None:
    world.lose_answer_of_save()
    with pytest.raises(OutcomeUnknown):
        world.gateway.save_draft(DRAFT.id, compose(DRAFT, world.owner))
    assert world.gateway.find_sent(DRAFT.id) is SendOutcome.IN_DRAFTS
    assert len(rows(world, folder_with(world.gateway, FolderRole.DRAFTS))) == 1


def test_of_two_copies_the_one_that_was_chosen_goes_out_once(world: World) -> None:
    """The second was saved by a request that had been given up as lost."""
    for _ in range(2):
        world.gateway.save_draft(DRAFT.id, compose(DRAFT, world.owner))
    copy = world.gateway.find_draft(DRAFT.id)
    world.gateway.send_draft(DRAFT.id, copy)
    with pytest.raises(ItemGone):
        world.gateway.send_draft(DRAFT.id, copy)
    assert world.mails_sent() == 1
    assert world.gateway.find_sent(DRAFT.id) is SendOutcome.SENT


def test_a_draft_is_taken_out_of_drafts_however_often_it_is_there(world: World) -> None:
    for _ in range(2):
        world.gateway.save_draft(DRAFT.id, compose(DRAFT, world.owner))
    other = DraftId("f" * 32)
    world.gateway.save_draft(other, compose(DRAFT, world.owner))
    for _ in range(2):  # asked for again it is no error
        world.gateway.discard_draft(DRAFT.id)
        assert world.gateway.find_sent(DRAFT.id) is SendOutcome.NOT_FOUND
    assert world.gateway.find_sent(other) is SendOutcome.IN_DRAFTS


def test_a_busy_server_says_how_long_and_nothing_is_repeated(world: World) -> None:
    world.be_busy()
    with pytest.raises(ServerBusy) as caught:
        world.gateway.folders(None)
    assert 1 <= caught.value.retry_after <= 7
    world.behave()
    assert world.gateway.folders(None).folders
