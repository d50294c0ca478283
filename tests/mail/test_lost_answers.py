"""Answers that never came although the server did what was asked: what she sees stays what she did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from mail import ActionRefused, Offline, OutcomeUnknown
from tests.mail.fake_gateway import ARCHIVE, DELETED, INBOX
from tests.mail.test_sync import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "mail.db")
    yield desk
    desk.close()


def test_a_second_move_whose_answer_is_lost_leaves_the_mail_where_she_put_it(desk: Desk) -> None:
    """It came into Deleted Items and left again before that folder was asked: the folder never speaks of it."""
    desk.server.deliver("Thư")
    desk.round()
    item_id = desk.id_of("Thư")
    desk.mailbox.delete([item_id])
    desk.mailbox.move([item_id], ARCHIVE)
    desk.server.lose_answer("perform", after=2, error=Offline("mail"))
    with pytest.raises(Offline):
        desk.round()
    assert desk.mailbox.message_ids(ARCHIVE) == [item_id]
    desk.server.calls.clear()
    for event in desk.sync.round():
        assert not isinstance(event, ActionRefused)
        places = {folder: desk.mailbox.message_ids(folder) for folder in (INBOX, DELETED, ARCHIVE)}
        assert places == {INBOX: [], DELETED: [], ARCHIVE: [item_id]}
    assert desk.mailbox.message(item_id) is not None
    assert "bodies" not in desk.server.calls


@pytest.mark.parametrize("tells_id", [True, False])
@pytest.mark.parametrize("keeps_ids", [True, False])
@pytest.mark.parametrize("forgets", [True, False])
@pytest.mark.parametrize("lost", [1, 2, 3, 4])
def test_any_lost_answer_of_a_mail_on_its_way_through_folders(
    desk: Desk, tells_id: bool, keeps_ids: bool, forgets: bool, lost: int
) -> None:
    """A process that ends between the server's answer and the note of it looks the same."""
    desk.server.tells_new_ids, desk.server.keeps_ids = tells_id, keeps_ids
    desk.server.deliver("Thư")
    desk.round()
    item_id = desk.id_of("Thư")
    desk.mailbox.delete([item_id])
    desk.mailbox.flag([item_id])
    desk.mailbox.move([item_id], ARCHIVE)
    desk.server.lose_answer("perform", after=lost, error=OutcomeUnknown())
    for turn in range(6):
        if forgets and turn == 2:
            desk.server.lose_sync_states()
        with suppress(OutcomeUnknown):
            for event in desk.sync.round():
                assert not isinstance(event, ActionRefused)
                places = {folder: desk.mailbox.message_ids(folder) for folder in (INBOX, DELETED, ARCHIVE)}
                assert places == {INBOX: [], DELETED: [], ARCHIVE: [item_id]}
    (item,) = desk.server.items.values()
    assert (item.summary.folder_id, item.summary.is_flagged) == (ARCHIVE, True)
    assert desk.mailbox.summaries([item_id])[0].is_flagged
    assert desk.mailbox.message(item_id) is not None
